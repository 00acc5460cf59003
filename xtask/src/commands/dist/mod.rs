//! `cargo xtask dist`: everything that is given away, in `dist/`.
//!
//! `site/` is what `cargo xtask build` makes; the other forms are made of its files, so they are of one build.

mod crates;
mod embed;
pub mod licences;
mod offline;
mod sbom;
mod sums;

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::workspace;

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    match arguments {
        [] => build::release()?,
        [flag] if flag == "--no-build" => {}
        _ => return Err(Failure::new("dist knows `--no-build`")),
    }
    bundle()?;
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
    sbom::make()?;
    sums::make()
}
