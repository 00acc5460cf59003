//! Where the view marks cut points (feature `split`), one WebAssembly becomes several: what the first question needs, and
//! parts that are loaded later. So does the worker (feature `cut`).

mod joined;
mod loader;
mod part;

pub(super) use part::Part;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use super::optimise;
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::{self, wasm_target};
use crate::workspace;

/// Stands in trunk's app.js where the calls that load a part shall go.
const MARK: &str = "__wasm_split_placeholder__";
/// Made by cargo with the profile that index.html names.
const WHOLE: &str = "widget/app.wasm";
/// Loads the parts. app.js imports it by this name until the two are one.
const LOADER: &str = "./parts.js";

/// Whether the build that trunk has staged has cut points.
pub(super) fn is_marked(staged: &Path) -> Result<bool, Failure> {
    let app = fs::read_to_string(staged.join("app.js"))
        .map_err(Failure::while_doing("reading the built app.js"))?;
    Ok(app.contains(MARK))
}

/// Puts the parts in the place of the one module that trunk has staged.
pub(super) fn cut(staged: &Path) -> Result<(), Failure> {
    let whole = workspace::target().join(wasm_target::TARGET).join(WHOLE);
    let folder = workspace::target().join("cut");
    let first = folder.join("app.wasm");
    let loads = transformed(&whole, &first)?;
    bind(&first, staged)?;

    let mut parts = part::parts(&loads);
    for part in &mut parts {
        let file = staged.join(&part.file);
        fs::copy(folder.join(format!("{}.wasm", part.made_as)), &file)
            .map_err(Failure::while_doing(format!("copying {}", part.file)))?;
        optimise::optimise(&file, &optimise::OF_A_PART)?;
        part.read_integrity(&file)?;
    }
    let text = fs::read_to_string(folder.join(LOADER))
        .map_err(Failure::while_doing("reading the cutter's loader"))?;
    let app = staged.join("app.js");
    let script = fs::read_to_string(&app).map_err(Failure::while_doing("reading app.js"))?;
    let script = joined::joined(&script, &loader::loader(&text, &parts)?, LOADER)?;
    fs::write(app, script).map_err(Failure::while_doing("writing app.js"))
}

/// Cuts the worker's program and puts its part into the folder: the program that is left, and the part's digest.
pub(super) fn cut_worker(whole: &Path, staged: &Path) -> Result<(PathBuf, Part), Failure> {
    let first = workspace::target().join("cut-worker").join("worker.wasm");
    let loads = transformed(whole, &first)?;
    let [part] = part::parts(&loads)
        .try_into()
        .map_err(|_| Failure::new("the worker is to be cut into two files"))?;
    let made = first.with_file_name(format!("{}.wasm", part.made_as));
    let mut part: Part = part;
    let file = staged.join(&part.file);
    fs::copy(made, &file).map_err(Failure::while_doing(format!("copying {}", part.file)))?;
    let flags = [&optimise::OF_THE_WORKER[..], &optimise::OF_A_PART[..]].concat();
    optimise::optimise(&file, &flags)?;
    part.read_integrity(&file)?;
    Ok((first, part))
}

/// Cuts a program into files beside `first`, which is what is left of it: which of them each cut point loads.
fn transformed(whole: &Path, first: &Path) -> Result<HashMap<String, Vec<String>>, Failure> {
    step(&format!("cutting {}", whole.display()), "");
    let wasm =
        fs::read(whole).map_err(Failure::while_doing(format!("reading {}", whole.display())))?;
    let folder = first.parent().unwrap_or(first);
    // Nothing of an earlier cut may get into this one.
    let _ = fs::remove_dir_all(folder);
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = first;
    options.link_name = LOADER;
    options.main_module = "./app.js";
    let made = transform(options).map_err(Failure::while_doing(
        "cutting the WebAssembly, which has to be linked with --emit-relocs as `cargo xtask build` does",
    ))?;
    Ok(made.prefetch_map)
}

/// Writes app.js and app_bg.wasm anew, as trunk does it. The parts share what the linker exports, so that stays.
fn bind(first: &Path, staged: &Path) -> Result<(), Failure> {
    Run::new(tools::wasm_bindgen()?.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "app", "--out-dir"])
        .args([staged, first])
        .run()
}
