//! `cargo xtask tidy`.

use std::process::ExitCode;

use crate::failure::Failure;
use crate::tidy;

pub fn run(_: &[String]) -> Result<ExitCode, Failure> {
    let outcome = tidy::run_all()?;
    Ok(if outcome.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
