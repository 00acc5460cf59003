//! `cargo xtask dist`: everything that is given away, in `dist/`.
//!
//! `site/` is what `cargo xtask build` makes; the other forms are made of its files, so they are of one build.

mod admitted;
mod again;
mod crates;
mod embed;
mod kit;
pub mod licences;
mod offline;
mod sbom;
mod sums;

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::workspace;

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let flags: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match flags.as_slice() {
        [] | ["--twice"] => build::release()?,
        ["--no-build"] => {}
        _ => {
            return Err(Failure::new(
                "dist knows `--no-build`, or else `--twice` alone",
            ));
        }
    }
    bundle()?;
    if flags == ["--twice"] {
        again::compare()?;
    }
    println!("{}", workspace::dist().display());
    Ok(ExitCode::SUCCESS)
}

/// Makes all other forms of the site as it is.
///
/// # Errors
/// The site is missing or of an unknown form, or a file cannot be written.
pub fn bundle() -> Result<(), Failure> {
    licences::make()?;
    offline::make()?;
    embed::make()?;
    kit::make()?;
    sbom::make()?;
    sums::make()
}
