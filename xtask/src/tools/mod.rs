//! The programs that the build and the tests need: found where they are, installed where they can be.

pub mod apt;
pub mod browser;
pub mod cache;
pub mod cargo_tool;
pub mod cxx;
pub mod engine;
mod firefox;
pub mod node;
pub mod python;
pub mod wasm_opt;
pub mod wasm_target;
mod webkit;

use std::path::PathBuf;

use crate::failure::Failure;
use crate::process::Run;
use crate::workspace;

/// Trunk 0.22 wants a newer Rust than this project's minimum.
const TRUNK: &str = "0.21.14";

/// Finds or installs what a build of the product needs; the folder of `wasm-bindgen`.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn for_build() -> Result<PathBuf, Failure> {
    wasm_target::ensure()?;
    let bindgen = wasm_bindgen()?;
    wasm_opt::ensure();
    Ok(bindgen)
}

/// The folder of `trunk`.
///
/// # Errors
/// It is missing and cannot be installed.
pub fn trunk() -> Result<PathBuf, Failure> {
    cargo_tool::ensure(&cargo_tool::Tool {
        package: "trunk",
        cache_name: "trunk",
        programs: &["trunk"],
        version: TRUNK,
        about: "3 minutes on two cores, once per user",
        // It fetches nothing here, so it needs no TLS and asks nobody for a newer version.
        features: &["--no-default-features"],
        opt_level: "0",
    })
}

/// The folder of `wasm-bindgen` and its test runner, of the version of the crate in Cargo.lock.
///
/// # Errors
/// It is missing and cannot be installed.
pub fn wasm_bindgen() -> Result<PathBuf, Failure> {
    cargo_tool::ensure(&cargo_tool::Tool {
        package: "wasm-bindgen-cli",
        cache_name: "wasm-bindgen",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: &workspace::locked_version("wasm-bindgen")?,
        about: "1 minute on two cores, once per user",
        features: &[],
        opt_level: "1",
    })
}

/// The machine that this Rust compiles for by itself.
///
/// # Errors
/// There is no Rust, or it does not say.
pub fn host() -> Result<String, Failure> {
    Run::new("rustc")
        .args(["-vV"])
        .capture()?
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new("rustc does not say which machine it is for"))
}

/// What a program answers to `--version`, if it is there and answers.
fn version_line(program: impl AsRef<std::ffi::OsStr>) -> Option<String> {
    Run::new(program)
        .args(["--version"])
        .capture()
        .ok()?
        .lines()
        .next()
        .map(str::to_owned)
}
