//! `cargo xtask build`: the product in dist/site/.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use super::dist::licences;
use super::stage;
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::{self, wasm_target};
use crate::workspace;

/// Compiler flags for the browser.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The program for the browser, and the profile that it is built with, as index.html tells trunk.
const PROGRAM: &str = "app";
const PROFILE: &str = "widget";

/// The linker leaves in the WebAssembly what cutting it needs to know.
pub const CUTTABLE: &str = "-Clink-args=--emit-relocs";

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(Failure::new(format!("build does not know `{unknown}`")));
    }
    release()?;
    licences::make()?;
    println!("{}", workspace::site().display());
    Ok(ExitCode::SUCCESS)
}

/// Builds the optimised product, cut into what the first question needs and what comes later. It does what trunk does with
/// index.html, by the same tools: trunk itself takes longer to build than all the rest, and is needed only where a build is to
/// follow every change.
///
/// # Errors
/// A tool is missing or the build fails.
pub fn release() -> Result<(), Failure> {
    let bindgen = tools::for_build()?;
    step(
        "building the product",
        "3 minutes the first time, seconds when nothing changed",
    );
    Run::new("cargo")
        .args([
            "build",
            "--locked",
            "--package",
            "cluster-ready",
            "--bin",
            PROGRAM,
        ])
        .args(["--features", "split", "--target", wasm_target::TARGET])
        .args(["--profile", PROFILE])
        .env(FLAGS, format!("{} {CUTTABLE}", without_paths()))
        .run()?;
    let built = workspace::target()
        .join(wasm_target::TARGET)
        .join(format!("{PROFILE}/{PROGRAM}.wasm"));
    // On the disk of the product, so that it gets its place in one move.
    let staged = workspace::dist().join(".staged");
    workspace::remove(&staged)?;
    Run::new(bindgen.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", PROGRAM])
        .args(["--out-dir"])
        .args([staged.as_path(), built.as_path()])
        .run()?;
    stage::release(&staged)?;
    let site = workspace::site();
    workspace::remove(&site)?;
    fs::rename(&staged, &site).map_err(Failure::while_doing("putting the product into dist/site"))
}

/// The places of a panic are part of the WebAssembly, and shall not tell whose machine built it.
pub fn without_paths() -> String {
    let root = workspace::root();
    let mut flags = vec![format!("--remap-path-prefix={}=src", root.display())];
    // Of the workspace's packages cargo gives the compiler names from the root.
    flags.extend(
        ["core", "worker"].map(|folder| format!("--remap-path-prefix={folder}/src={folder}")),
    );
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    if let Some(home) = cargo_home {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
        // The last one that fits counts: a crate's own name is enough, and shorter.
        let sources = fs::read_dir(home.join("registry/src"));
        for source in sources.into_iter().flatten().flatten() {
            flags.push(format!("--remap-path-prefix={}=", source.path().display()));
        }
    }
    // The flags are separated by spaces, so a path with a space cannot be one.
    flags.retain(|flag| !flag.contains(' '));
    flags.join(" ")
}

/// Trunk with its tools on the PATH, for a build that follows every change.
///
/// # Errors
/// A tool is missing and cannot be installed.
pub fn trunk() -> Result<Run, Failure> {
    let bindgen = tools::for_build()?;
    let run = Run::new("trunk")
        .path_first(&[tools::trunk()?, bindgen])
        .env(
            "TRUNK_TOOLS_WASM_BINDGEN",
            workspace::locked_version("wasm-bindgen").unwrap_or_default(),
        )
        .env(FLAGS, without_paths())
        // Trunk takes any value of NO_COLOR but true and false for a mistake.
        .without_env("NO_COLOR");
    Ok(run)
}
