//! The suites and how each is run.

use std::fs;

use super::Options;
use super::count::Tally;
use super::stop::Stop;
use super::{e2e, fuzz};
use crate::failure::Failure;
use crate::process::Run;
use crate::tidy;
use crate::tools::engine::Engine;
use crate::tools::{self, browser, wasm_target};
use crate::workspace;

/// In the order that fails soonest and reuses most of what was compiled before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    Tidy,
    Fmt,
    Xtask,
    Core,
    Widget,
    Lint,
    Wasm,
    E2e,
    Firefox,
    Webkit,
    Fuzz,
}

impl Suite {
    /// The built product in the other engines, whose browsers cannot be installed everywhere.
    pub const OTHER_ENGINES: [Self; 2] = [Self::Firefox, Self::Webkit];

    pub const ALL: [Self; 9] = [
        Self::Tidy,
        Self::Fmt,
        Self::Xtask,
        Self::Core,
        Self::Widget,
        Self::Lint,
        Self::Wasm,
        Self::E2e,
        Self::Fuzz,
    ];

    /// The suites that a word on the command line stands for.
    ///
    /// # Errors
    /// No suite has this name.
    pub fn named(word: &str) -> Result<Vec<Self>, Failure> {
        if word == "native" {
            return Ok(vec![Self::Core, Self::Widget]);
        }
        Self::ALL
            .into_iter()
            .chain(Self::OTHER_ENGINES)
            .find(|suite| suite.name() == word)
            .map(|suite| vec![suite])
            .ok_or_else(|| {
                Failure::new(format!(
                    "there is no suite `{word}`; see `cargo xtask help`"
                ))
            })
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::Fmt => "fmt",
            Self::Xtask => "xtask",
            Self::Core => "core",
            Self::Widget => "widget",
            Self::Lint => "lint",
            Self::Wasm => "wasm",
            Self::E2e => "e2e",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
            Self::Fuzz => "fuzz",
        }
    }

    pub fn what(self) -> &'static str {
        match self {
            Self::Tidy => "the invariants of the source tree",
            Self::Fmt => "rustfmt",
            Self::Xtask => "the project's commands themselves",
            Self::Core => "the core and the native command, without any browser crate",
            Self::Widget => "everything that runs natively, with the view compiled in",
            Self::Lint => "clippy, natively and for the browser",
            Self::Wasm => "the core as WebAssembly in Chromium",
            Self::E2e => "the built product in Chromium",
            Self::Firefox => "the built product in Firefox",
            Self::Webkit => "the built product in WebKit",
            Self::Fuzz => "every reader against made-up inputs",
        }
    }

    pub fn about(self) -> &'static str {
        match self {
            Self::Tidy | Self::Fmt => "",
            Self::Xtask => "20 seconds",
            Self::Core => "2 minutes",
            Self::Widget | Self::Lint | Self::Wasm => "3 minutes the first time",
            Self::E2e | Self::Firefox | Self::Webkit => {
                "10 minutes, more where the tools are missing"
            }
            Self::Fuzz => "5 minutes",
        }
    }

    /// Runs the suite to its end.
    ///
    /// # Errors
    /// The suite could not run, or not to its end.
    pub fn run(self, options: &Options) -> Result<Tally, Stop> {
        Ok(match self {
            Self::Tidy => tidy::run_all().map(|outcome| Tally {
                passed: outcome.passed,
                failed: outcome.failed,
                skipped: 0,
            })?,
            Self::Fmt => fmt()?,
            Self::Xtask => cargo_test(&["test", "--locked", "-p", "xtask"])?,
            Self::Core => cargo_test(&[
                "test",
                "--locked",
                "--no-default-features",
                "--features",
                "cli",
            ])?,
            Self::Widget => cargo_test(&["test", "--locked", "--all-features"])?,
            Self::Lint => lint()?,
            Self::Wasm => wasm()?,
            Self::E2e => e2e::run(Engine::Chromium, options)?,
            Self::Firefox => e2e::run(Engine::Firefox, options)?,
            Self::Webkit => e2e::run(Engine::Webkit, options)?,
            Self::Fuzz => fuzz::run(options)?,
        })
    }
}

/// A cargo command that counts as one test.
fn check(args: &[&str]) -> Result<Tally, Failure> {
    Ok(Tally::of_one(Run::new("cargo").args(args).tee()?.success))
}

/// The workspace, and the fuzz targets, which are one of their own.
fn fmt() -> Result<Tally, Failure> {
    let mut tally = check(&["fmt", "--all", "--check"])?;
    let fuzz = ["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"];
    tally.add(check(&fuzz)?);
    Ok(tally)
}

/// `cargo test`, all its test programs counted; `--no-fail-fast` so that one failure hides no other.
fn cargo_test(args: &[&str]) -> Result<Tally, Failure> {
    let ended = Run::new("cargo")
        .args(args)
        .args(["--no-fail-fast"])
        .tee()?;
    Ok(Tally::of_cargo(&ended))
}

fn lint() -> Result<Tally, Failure> {
    wasm_target::ensure()?;
    // The lock file of the fuzz targets holds the crates of the product too; told here, before everything is built.
    let locked = ["tree", "--locked", "--depth", "0"];
    let mut tally = check(&[&locked[..], &["--manifest-path", "fuzz/Cargo.toml"]].concat())?;
    for args in [
        &[
            "clippy",
            "--locked",
            "--no-default-features",
            "--features",
            "cli",
            "--all-targets",
        ][..],
        &[
            "clippy",
            "--locked",
            "--workspace",
            "--all-features",
            "--all-targets",
        ],
        &[
            "clippy",
            "--locked",
            "--target",
            wasm_target::TARGET,
            "--features",
            "split",
            "--lib",
            "--bin",
            "app",
            "--test",
            "wasm_*",
        ],
    ] {
        let args: Vec<&str> = args
            .iter()
            .copied()
            .chain(["--", "-D", "warnings"])
            .collect();
        tally.add(check(&args)?);
    }
    Ok(tally)
}

fn wasm() -> Result<Tally, Failure> {
    wasm_target::ensure()?;
    let bindgen = tools::wasm_bindgen()?;
    let browser = browser::ensure()?;
    let settings = workspace::target().join("webdriver.json");
    fs::create_dir_all(workspace::target())
        .map_err(Failure::while_doing("making the build folder"))?;
    fs::write(&settings, browser::capabilities(&browser))
        .map_err(Failure::while_doing("writing webdriver.json"))?;
    let ended = Run::new("cargo")
        .args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--target",
            wasm_target::TARGET,
            "--test",
            "wasm_*",
        ])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            bindgen.join("wasm-bindgen-test-runner"),
        )
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .tee()?;
    Ok(Tally::of_cargo(&ended))
}
