//! `cargo xtask bench`: this product beside others, in the same run.

mod core;
mod leptos;
mod lighthouse;
mod read;
mod start;

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::process::Run;
use crate::tools::{browser, node};

/// What is measured, and how.
struct Wishes {
    what: What,
    no_build: bool,
    /// Handed on to the script.
    rest: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Core,
    Start,
    Lighthouse,
    Read,
}

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let wishes = wishes(arguments)?;
    if wishes.what != What::Core {
        node::ensure()?;
        if !wishes.no_build {
            build::release()?;
        }
    }
    match wishes.what {
        What::Core => core::run(&wishes.rest)?,
        What::Start => start::run(&wishes.rest)?,
        What::Lighthouse => lighthouse::run()?,
        What::Read => read::run(&wishes.rest)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn wishes(arguments: &[String]) -> Result<Wishes, Failure> {
    let unknown = || {
        Failure::new(
            "bench knows `core [--save]`, `start [--no-build] [--runs N]`, `lighthouse [--no-build]` and \
             `read [--no-build] [--runs N] [--kinks]`",
        )
    };
    let (what, rest) = arguments.split_first().ok_or_else(unknown)?;
    let what = match what.as_str() {
        "core" => What::Core,
        "start" => What::Start,
        "lighthouse" => What::Lighthouse,
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
            "--save" => what == What::Core,
            "--runs" => {
                matches!(what, What::Start | What::Read) && left.next().is_some_and(is_count)
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn wishes_are_taken_from_the_words() {
        let cases = [
            (
                "read --runs 3 --no-build --kinks",
                What::Read,
                true,
                "--runs 3 --kinks",
            ),
            ("start --runs 1", What::Start, false, "--runs 1"),
            ("core --save", What::Core, false, "--save"),
        ];
        for (text, what, no_build, rest) in cases {
            let wishes = wishes(&words(text)).unwrap();
            assert_eq!((wishes.what, wishes.no_build), (what, no_build), "{text}");
            assert_eq!(wishes.rest, words(rest), "{text}");
        }
        let lighthouse = wishes(&words("lighthouse --no-build")).unwrap();
        assert!(
            lighthouse.what == What::Lighthouse
                && lighthouse.no_build
                && lighthouse.rest.is_empty()
        );
    }

    #[test]
    fn words_that_mean_nothing_are_refused() {
        for wrong in [
            "",
            "first",
            "start --kinks",
            "start --runs",
            "start 3",
            "lighthouse --runs 3",
            "read --runs 0",
            "core --runs 3",
            "start --save",
        ] {
            assert!(wishes(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
