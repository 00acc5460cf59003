//! The targets as programs, on the stable compiler: what cargo-fuzz sets for a build without sanitizers is set here, so
//! that there is nothing to install.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::{self, cxx};

/// LLVM counts the edges that are reached and the values that are compared.
const FLAGS: [&str; 9] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    // With several, functions of other crates are called instead of inlined.
    "-Ccodegen-units=1",
    "--cfg",
    "fuzzing",
];

/// Builds all targets; the folder of their programs.
///
/// # Errors
/// There is no C++ compiler, or the build fails.
pub fn all(folder: &Path) -> Result<PathBuf, Failure> {
    cxx::ensure()?;
    let host = tools::host()?;
    // Named, so that the flags are not those of build scripts too.
    Run::new("cargo")
        .args(["build", "--release", "--locked", "--bins"])
        .args(["--manifest-path", "fuzz/Cargo.toml", "--target", &host])
        .env("CARGO_TARGET_DIR", folder)
        .env("RUSTFLAGS", FLAGS.join(" "))
        .without_env("CARGO_ENCODED_RUSTFLAGS")
        .run()?;
    Ok(folder.join(host).join("release"))
}
