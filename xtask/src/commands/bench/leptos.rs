//! The least page that Leptos makes, by the tools and flags that make the product small.

use std::fs;
use std::path::Path;

use super::start;
use crate::commands::{build, stage};
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::{self, wasm_opt, wasm_target};
use crate::workspace;

const SOURCE: &str = "benches/start/leptos";
const STYLE: &str = "benches/start/plain/plain.css";
const NAME: &str = "bare";

/// Builds the page into the folder.
///
/// # Errors
/// A tool is missing or the build fails.
pub(super) fn build(folder: &Path) -> Result<(), Failure> {
    wasm_target::ensure()?;
    wasm_opt::ensure();
    let source = workspace::root().join(SOURCE);
    let target = start::built().join("build");
    step(
        "building the bare Leptos page",
        "3 minutes the first time, seconds when nothing changed",
    );
    Run::new("cargo")
        .args(["build", "--quiet", "--locked", "--release"])
        .args(["--target", wasm_target::TARGET])
        .folder(&source)
        .env("CARGO_TARGET_DIR", &target)
        .env(build::FLAGS, build::without_paths())
        .run()?;
    fs::create_dir_all(folder)
        .map_err(Failure::while_doing(format!("making {}", folder.display())))?;
    let program = target
        .join(wasm_target::TARGET)
        .join(format!("release/{NAME}.wasm"));
    Run::new(tools::wasm_bindgen()?.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", NAME])
        .args(["--out-dir"])
        .args([folder, program.as_path()])
        .run()?;
    stage::optimise(&folder.join(format!("{NAME}_bg.wasm")), &[])?;
    for file in [source.join("index.html"), workspace::root().join(STYLE)] {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, folder.join(name))
            .map_err(Failure::while_doing(format!("copying {}", file.display())))?;
    }
    Ok(())
}
