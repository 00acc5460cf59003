//! Rust's standard library for the browser.

use std::path::Path;

use crate::failure::Failure;
use crate::process::{Run, on_path, step};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup when the toolchain does not have it.
///
/// # Errors
/// It is missing and rustup is not there or cannot fetch it.
pub fn ensure() -> Result<(), Failure> {
    let folder = Run::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .capture()?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "this Rust has no standard library for {TARGET} and there is no rustup to add it; \
             install it with your system's package manager (Debian: libstd-rust-dev-wasm32)"
        )));
    }
    step(
        &format!("adding the target {TARGET} with rustup"),
        "half a minute",
    );
    Run::new("rustup").args(["target", "add", TARGET]).run()
}
