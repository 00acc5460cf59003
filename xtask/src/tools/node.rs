//! Node.js and the packages of package-lock.json: for wasm-opt, the browser tests and the measurements.

use std::fs;

use super::{apt, version_line};
use crate::failure::Failure;
use crate::process::{Run, on_path, step};
use crate::workspace;

/// Debian's stable release of 2023 has 18.
const OLDEST: u32 = 18;
pub const DEBIAN_PACKAGES: &[&str] = &["nodejs", "npm"];

pub fn is_there() -> bool {
    on_path("node").is_some() && on_path("npm").is_some()
}

/// Installs Node.js where that can be done, and the locked packages.
///
/// # Errors
/// Node.js is missing or too old, or the packages cannot be fetched.
pub fn ensure() -> Result<(), Failure> {
    let manual = format!(
        "the browser tests and the printed guide need Node.js {OLDEST} or newer with npm; please install it and try again"
    );
    if !is_there() {
        apt::install(DEBIAN_PACKAGES, "2 minutes", &manual)?;
    }
    let major = version_line("node").and_then(|line| {
        line.trim_start_matches('v')
            .split('.')
            .next()
            .and_then(|word| word.parse::<u32>().ok())
    });
    if major.is_none_or(|major| major < OLDEST) {
        return Err(Failure::new(manual));
    }
    packages()
}

/// Fetches the locked packages unless `node_modules` was made from the same lock file.
///
/// # Errors
/// npm fails.
pub fn packages() -> Result<(), Failure> {
    packages_of("", &[])
}

/// The same for a folder with a lock file of its own.
///
/// # Errors
/// npm fails.
pub fn packages_of(folder: &str, flags: &[&str]) -> Result<(), Failure> {
    let folder = workspace::root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .map_err(Failure::while_doing("reading package-lock.json"))?;
    let mark = folder.join("node_modules/.made-from-lock.json");
    if fs::read(&mark).is_ok_and(|made_from| made_from == lock) {
        return Ok(());
    }
    step("fetching the locked npm packages", "10 seconds to a minute");
    let npm = on_path("npm").ok_or_else(|| Failure::new("npm is not on the PATH"))?;
    Run::new(npm)
        .args([
            "ci",
            "--no-audit",
            "--no-fund",
            "--no-progress",
            "--loglevel=error",
        ])
        .args(flags)
        .folder(&folder)
        .run()?;
    fs::write(&mark, lock).map_err(Failure::while_doing("writing into node_modules"))
}
