//! `cargo xtask build`: the product in dist/.

use std::process::ExitCode;

use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools;
use crate::workspace;

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(Failure::new(format!("build does not know `{unknown}`")));
    }
    release()?;
    println!("{}", workspace::dist().display());
    Ok(ExitCode::SUCCESS)
}

/// Builds the optimised product.
///
/// # Errors
/// A tool is missing or the build fails.
pub fn release() -> Result<(), Failure> {
    let tools = tools::for_build()?;
    step(
        "building the product",
        "3 minutes the first time, seconds when nothing changed",
    );
    trunk(&tools)
        .args(["build", "--release", "--skip-version-check"])
        .run()
}

/// Trunk with its tools on the PATH.
pub fn trunk(tools: &tools::BuildTools) -> Run {
    Run::new("trunk")
        .path_first(&tools.path)
        .env(
            "TRUNK_TOOLS_WASM_BINDGEN",
            workspace::locked_version("wasm-bindgen").unwrap_or_default(),
        )
        // Trunk takes any value of NO_COLOR but true and false for a mistake.
        .without_env("NO_COLOR")
}
