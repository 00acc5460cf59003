//! `cargo xtask bench`: `first-question`, how long a person on a slow phone waits; `read`, how long a boundary takes beside
//! other programs.

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::process::Run;
use crate::tools::{browser, node};

/// Has packages of its own, which are only measured beside.
const PEERS: &str = "benches/read";

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let (script, rest) = match arguments.split_first() {
        Some((name, rest)) if name == "first-question" => {
            ("benches/start/first-question.mjs", rest)
        }
        Some((name, rest)) if name == "read" => ("benches/read/read.mjs", rest),
        _ => {
            return Err(Failure::new(
                "bench knows `first-question [--no-build]` and `read [--no-build] [--runs N] [--kinks]`",
            ));
        }
    };
    let no_build = rest.iter().any(|flag| flag == "--no-build");
    let flags = rest.iter().filter(|flag| *flag != "--no-build");
    node::ensure()?;
    if script.starts_with(PEERS) {
        node::packages_of(PEERS)?;
    }
    let browser = browser::ensure()?;
    if !no_build {
        build::release()?;
    }
    Run::new("node")
        .args([script])
        .args(flags)
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .run()?;
    Ok(ExitCode::SUCCESS)
}
