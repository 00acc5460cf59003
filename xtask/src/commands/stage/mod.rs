//! What makes a product of the program and its page: in `cargo xtask build`, and after every build of trunk's, which calls
//! `cargo xtask stage` (Trunk.toml, `post_build`) with the folder in `TRUNK_STAGING_DIR`.

mod cut;
mod element;
mod exports;
mod optimise;
mod page;
mod questions;
mod script;
mod site;
mod style;
mod worker;

pub(super) use optimise::optimise;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::failure::Failure;
use crate::workspace;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Profile {
    Debug,
    Release,
}

pub fn run(_: &[String]) -> Result<ExitCode, Failure> {
    let Some(folder) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::new(
            "stage is called by trunk; to build, use `cargo xtask build`",
        ));
    };
    let profile = match std::env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Profile::Release,
        _ => Profile::Debug,
    };
    make(&folder, profile)?;
    Ok(ExitCode::SUCCESS)
}

/// On a folder that holds the program as wasm-bindgen has written it, and nothing else.
///
/// # Errors
/// A part cannot be made or written.
pub(super) fn release(folder: &Path) -> Result<(), Failure> {
    page::copy(folder)?;
    make(folder, Profile::Release)
}

fn make(folder: &Path, profile: Profile) -> Result<(), Failure> {
    let styles = style::stage(&workspace::root().join("style"), folder, profile)?;
    element::stage(&workspace::root().join("src/element"), folder, &styles)?;
    element::first_page(folder)?;
    questions::stage(folder)?;
    worker::make(folder, profile)?;
    page::frame(&workspace::root().join("packaging/frame"), folder)?;
    page::finish(&folder.join("index.html"), profile)?;
    let marked = cut::is_marked(folder)?;
    match profile {
        Profile::Release => {
            if marked {
                cut::cut(folder)?;
            }
            exports::leave_out(&folder.join("app_bg.wasm"))?;
            optimise(&folder.join("app_bg.wasm"), &[])?;
            site::stage(folder)?;
            script::compact_all(folder)?;
            site::keep_all(folder)?;
        }
        Profile::Debug if marked => {
            return Err(Failure::new(
                "only a release build is cut: leave out the feature `split`",
            ));
        }
        Profile::Debug => {}
    }
    Ok(())
}
