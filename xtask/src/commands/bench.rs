//! `cargo xtask bench`: this product beside others, in the same run.

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::{browser, node, python};
use crate::workspace;

/// What is measured, and how.
struct Wishes {
    what: What,
    no_build: bool,
    /// Handed on to the script.
    rest: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    FirstQuestion,
    Read,
}

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let wishes = wishes(arguments)?;
    node::ensure()?;
    if !wishes.no_build {
        build::release()?;
    }
    match wishes.what {
        What::FirstQuestion => script("benches/start/first-question.mjs", &wishes.rest)?,
        What::Read => read(&wishes.rest)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn wishes(arguments: &[String]) -> Result<Wishes, Failure> {
    let unknown = || {
        Failure::new(
            "bench knows `first-question [--no-build]` and `read [--no-build] [--runs N] [--kinks]`",
        )
    };
    let (what, rest) = arguments.split_first().ok_or_else(unknown)?;
    let what = match what.as_str() {
        "first-question" => What::FirstQuestion,
        "read" => What::Read,
        _ => return Err(unknown()),
    };
    let (builds, rest): (Vec<String>, Vec<String>) = rest
        .iter()
        .cloned()
        .partition(|argument| argument == "--no-build");
    let mut left = rest.iter().map(String::as_str);
    while let Some(argument) = left.next() {
        let is_known = match argument {
            "--kinks" => what == What::Read,
            "--runs" => what == What::Read && left.next().is_some_and(is_count),
            _ => false,
        };
        if !is_known {
            return Err(unknown());
        }
    }
    Ok(Wishes {
        what,
        no_build: !builds.is_empty(),
        rest,
    })
}

fn is_count(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|count| count > 0)
}

/// Drives Chromium.
fn script(path: &str, arguments: &[String]) -> Result<(), Failure> {
    let browser = browser::ensure()?;
    Run::new("node")
        .args([path])
        .args(arguments)
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .run()
}

/// Reading and measuring boundaries: in the browser, then the native command beside GEOS.
fn read(arguments: &[String]) -> Result<(), Failure> {
    node::packages_of("benches/read", &["--ignore-scripts"])?;
    script("benches/read/read.mjs", arguments)?;
    let python = python::with_shapely()?;
    step("building the native command", "2 minutes the first time");
    Run::new("cargo")
        .args(["build", "--quiet", "--locked", "--release"])
        .args(["--no-default-features", "--features", "cli"])
        .run()?;
    let runs: Vec<&String> = arguments
        .iter()
        .filter(|argument| *argument != "--kinks")
        .collect();
    Run::new(python)
        .args(["benches/read/geos.py"])
        .args([
            workspace::target().join("release/cluster-ready"),
            workspace::root().join("target/bench-read/files"),
        ])
        .args(runs)
        .run()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn wishes_are_taken_from_the_words() {
        let read = wishes(&words("read --runs 3 --no-build --kinks"))
            .map(|wishes| (wishes.no_build, wishes.rest));
        assert!(matches!(read, Ok((true, rest)) if rest == words("--runs 3 --kinks")));
        for wrong in [
            "",
            "start",
            "first-question --kinks",
            "read --runs",
            "read --runs 0",
            "read 3",
        ] {
            assert!(wishes(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
