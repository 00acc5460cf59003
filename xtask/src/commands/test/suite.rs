//! The suites and how each is run.

use std::fs;
use std::time::Instant;

use super::Options;
use super::count::Tally;
use super::stop::Stop;
use super::times::Times;
use super::{e2e, fuzz};
use crate::failure::Failure;
use crate::process::Run;
use crate::tidy;
use crate::tools::engine::Engine;
use crate::tools::{self, browser, wasm_target};
use crate::workspace;

/// What a suite gave.
#[derive(Default)]
pub struct Done {
    pub tally: Tally,
    pub times: Times,
}

impl From<Tally> for Done {
    fn from(tally: Tally) -> Self {
        Self {
            tally,
            times: Times::default(),
        }
    }
}

/// In the order that fails soonest and reuses most of what was compiled before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    Tidy,
    Fmt,
    Xtask,
    Native,
    /// Not part of a whole run: `native` runs the same tests.
    Core,
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

    pub const ALL: [Self; 8] = [
        Self::Tidy,
        Self::Fmt,
        Self::Xtask,
        Self::Native,
        Self::Lint,
        Self::Wasm,
        Self::E2e,
        Self::Fuzz,
    ];

    /// The suite of this name.
    ///
    /// # Errors
    /// There is none.
    pub fn named(word: &str) -> Result<Self, Failure> {
        Self::ALL
            .into_iter()
            .chain([Self::Core])
            .chain(Self::OTHER_ENGINES)
            .find(|suite| suite.name() == word)
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
            Self::Native => "native",
            Self::Core => "core",
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
            Self::Native => "core, native command and view, as far as they run natively",
            Self::Core => "the core and the native command",
            Self::Lint => "clippy on what no test compiles",
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
            Self::Native | Self::Core | Self::Lint | Self::Wasm => "3 minutes the first time",
            Self::E2e | Self::Firefox | Self::Webkit => {
                "10 minutes, more where the tools are missing"
            }
            Self::Fuzz => "2 minutes",
        }
    }

    /// Runs the suite to its end.
    ///
    /// # Errors
    /// The suite could not run, or not to its end.
    pub fn run(self, options: &Options) -> Result<Done, Stop> {
        Ok(match self {
            Self::Tidy => Done::from(tidy::run_all().map(|outcome| Tally {
                passed: outcome.passed,
                failed: outcome.failed,
                skipped: 0,
            })?),
            Self::Fmt => Done::from(fmt()?),
            Self::Xtask => cargo_test(&["-p", "xtask"])?,
            Self::Native => cargo_test(&["--workspace", "--exclude", "xtask", "--all-features"])?,
            Self::Core => cargo_test(&CORE)?,
            Self::Lint => Done::from(lint()?),
            Self::Wasm => wasm()?,
            Self::E2e => e2e::run(Engine::Chromium, options)?,
            Self::Firefox => e2e::run(Engine::Firefox, options)?,
            Self::Webkit => e2e::run(Engine::Webkit, options)?,
            Self::Fuzz => Done::from(fuzz::run(options)?),
        })
    }
}

/// The core and the command; `native` has them too.
const CORE: [&str; 4] = ["-p", "cluster-ready-core", "-p", "cluster-ready-cli"];

/// Workspaces of their own that build the core.
const BESIDE: [&str; 2] = ["fuzz/Cargo.toml", "benches/core/Cargo.toml"];

/// What stands between the arguments that `cargo clippy` hands on.
const BETWEEN: &str = "__CLIPPY_HACKERY__";

/// A cargo command that counts as one test.
fn check(args: &[&str]) -> Result<Tally, Failure> {
    Ok(Tally::of_one(Run::new("cargo").args(args).tee()?.success))
}

/// The workspace, and those that are one of their own.
fn fmt() -> Result<Tally, Failure> {
    let mut tally = check(&["fmt", "--all", "--check"])?;
    for manifest in BESIDE {
        tally.add(check(&["fmt", "--manifest-path", manifest, "--check"])?);
    }
    Ok(tally)
}

fn cargo_test(args: &[&str]) -> Result<Done, Failure> {
    built_and_run(|| Run::new("cargo").args(["test", "--locked"]).args(args))
}

/// `cargo test`, first built, with cargo's own progress, then run and all its test programs counted; `--no-fail-fast` so that one
/// failure hides no other. Clippy compiles what is tested, so that nothing is compiled a second time to be looked at.
fn built_and_run(cargo: impl Fn() -> Run) -> Result<Done, Failure> {
    let cargo = || {
        cargo()
            .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
            .env("CLIPPY_ARGS", format!("-D{BETWEEN}warnings{BETWEEN}"))
    };
    let begun = Instant::now();
    let built = cargo().args(["--no-run"]).tee()?;
    if !built.success {
        return Ok(Done::from(Tally::of_one(false)));
    }
    let mut times = Times::of_one("building", begun.elapsed().as_secs_f64());
    let ended = cargo().args(["--no-fail-fast"]).tee_all()?;
    times.add(Times::of_cargo(&ended));
    Ok(Done {
        tally: Tally::of_cargo(&ended),
        times,
    })
}

/// What no test compiles: the worker and the programs before it, for the browser.
fn lint() -> Result<Tally, Failure> {
    wasm_target::ensure()?;
    // The lock files beside the workspace's hold the crates of the product too; told here, before everything is built.
    let mut tally = Tally::default();
    for manifest in BESIDE {
        let locked = ["tree", "--locked", "--depth", "0"];
        tally.add(check(
            &[&locked[..], &["--manifest-path", manifest]].concat(),
        )?);
    }
    for (program, feature) in [("worker", "cut"), ("pdf", "pdf"), ("overlay", "overlay")] {
        tally.add(check(&[
            "clippy",
            "--locked",
            "--package",
            "cluster-ready-worker",
            "--bin",
            program,
            "--features",
            feature,
            "--target",
            wasm_target::TARGET,
            "--",
            "-D",
            "warnings",
        ])?);
    }
    Ok(tally)
}

fn wasm() -> Result<Done, Failure> {
    wasm_target::ensure()?;
    let bindgen = tools::wasm_bindgen()?;
    let browser = browser::ensure()?;
    let settings = workspace::target().join("webdriver.json");
    fs::create_dir_all(workspace::target())
        .map_err(Failure::while_doing("making the build folder"))?;
    fs::write(&settings, browser::capabilities(&browser))
        .map_err(Failure::while_doing("writing webdriver.json"))?;
    built_and_run(|| {
        Run::new("cargo")
            .args(["test", "--locked", "--target", wasm_target::TARGET])
            .args([
                "--package",
                "cluster-ready",
                "--package",
                "cluster-ready-core",
            ])
            .args(["--test", "wasm_*"])
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                bindgen.join("wasm-bindgen-test-runner"),
            )
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
    })
}
