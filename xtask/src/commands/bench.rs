//! `cargo xtask bench first-question`: how long a person on a slow phone waits.

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::process::Run;
use crate::tools::{browser, node};

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let no_build = match arguments {
        [name] if name == "first-question" => false,
        [name, flag] if name == "first-question" && flag == "--no-build" => true,
        _ => return Err(Failure::new("bench knows `first-question [--no-build]`")),
    };
    node::ensure()?;
    let browser = browser::ensure()?;
    if !no_build {
        build::release()?;
    }
    Run::new("node")
        .args(["benches/start/first-question.mjs"])
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .run()?;
    Ok(ExitCode::SUCCESS)
}
