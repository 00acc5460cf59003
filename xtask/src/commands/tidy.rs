use crate::failure::Failure;
use std::process::ExitCode;
pub fn run(_: &[String]) -> Result<ExitCode, Failure> {
    Err(Failure::new("not yet"))
}
