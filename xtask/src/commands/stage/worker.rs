//! The worker: a program of its own beside the view's, with a script that speaks for it; and the programs that stand
//! before it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{
    Profile,
    cut::{self, Part},
    optimise,
};
use crate::commands::build;
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::{self, wasm_target};
use crate::workspace;

/// The worker's side of the talk; stands behind the script that wasm-bindgen makes.
const SIDE_OF_WORKER: &str = "src/element/worker.js";
/// The page's side, a file of its own.
const SIDE_OF_PAGE: &str = "src/element/worker-client.js";
/// What wasm-bindgen ends its script with.
const EXPORTED: &str = "export { initSync, __wbg_init as default };";

const PACKAGE: &str = "cluster-ready-worker";
/// The feature with which it is cut.
const CUT: &str = "cut";
/// Programs that bytes pass through before the worker's, each a feature of its own: the text of PDF files, and a boundary cut along
/// an earlier one. They need no script, as they import nothing.
const BEFORE: [&str; 2] = ["pdf", "overlay"];
/// The hashes of the PDF part in a third of their size; a file has them a few hundred times at most.
const SMALL_HASHES: &str = "--cfg=sha2_backend_soft=\"compact\"";

/// Builds the worker, and the programs before it, into the folder.
pub(super) fn make(staged: &Path, profile: Profile) -> Result<(), Failure> {
    let feature = match profile {
        Profile::Release => Some(CUT),
        Profile::Debug => None,
    };
    step("building the worker", "two minutes the first time");
    let built = program("worker", feature, profile)?;
    let (built, part) = match profile {
        Profile::Release => {
            let (left, part) = cut::cut_worker(&built, staged)?;
            (left, Some(part))
        }
        Profile::Debug => (built, None),
    };
    Run::new(tools::wasm_bindgen()?.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", "worker"])
        // The part shares what the linker exports.
        .args(part.iter().map(|_| "--keep-lld-exports"))
        .args(["--out-dir"])
        .args([staged, built.as_path()])
        .run()?;
    let (module, script) = (staged.join("worker.wasm"), staged.join("worker.js"));
    fs::rename(staged.join("worker_bg.wasm"), &module)
        .map_err(Failure::while_doing("naming worker.wasm"))?;
    let glue = fs::read_to_string(&script).map_err(Failure::while_doing("reading worker.js"))?;
    let side = fs::read_to_string(workspace::root().join(SIDE_OF_WORKER))
        .map_err(Failure::while_doing(format!("reading {SIDE_OF_WORKER}")))?;
    fs::write(&script, joined(&glue, &side)?).map_err(Failure::while_doing("writing worker.js"))?;
    let side = fs::read_to_string(workspace::root().join(SIDE_OF_PAGE))
        .map_err(Failure::while_doing(format!("reading {SIDE_OF_PAGE}")))?;
    fs::write(staged.join("worker-client.js"), told(part.as_ref()) + &side)
        .map_err(Failure::while_doing("writing worker-client.js"))?;
    if profile == Profile::Release {
        optimise::optimise(&module, &optimise::OF_THE_WORKER)?;
    }
    for name in BEFORE {
        let module = staged.join(format!("{name}.wasm"));
        fs::copy(program(name, Some(name), profile)?, &module)
            .map_err(Failure::while_doing(format!("copying {name}.wasm")))?;
        if profile == Profile::Release {
            optimise::optimise(&module, &optimise::OF_THE_WORKER)?;
        }
    }
    Ok(())
}

/// What the page's side has to know: the file with the readers of tables, and the digest by which it is of the same build. A
/// build that is not cut has no such file, and never asks for it.
fn told(part: Option<&Part>) -> String {
    let (name, integrity) = part.map_or(("", ""), |part| (&part.file, &part.integrity));
    format!("const TABLES = {{ name: '{name}', integrity: '{integrity}' }};\n")
}

/// Builds a program of the worker's package with a feature, and nothing else.
fn program(name: &str, feature: Option<&str>, profile: Profile) -> Result<PathBuf, Failure> {
    let (profile_name, folder) = match profile {
        Profile::Release => ("worker", "worker"),
        Profile::Debug => ("dev", "debug"),
    };
    let mut flags = format!("{} {SMALL_HASHES}", build::without_paths());
    if feature == Some(CUT) {
        flags = format!("{flags} {}", build::CUTTABLE);
    }
    Run::new("cargo")
        .args([
            "build",
            "--quiet",
            "--locked",
            "--package",
            PACKAGE,
            "--bin",
            name,
        ])
        .args(feature.iter().flat_map(|feature| ["--features", feature]))
        .args(["--target", wasm_target::TARGET])
        .args(["--profile", profile_name])
        .env(build::FLAGS, flags)
        .run()?;
    Ok(workspace::target()
        .join(wasm_target::TARGET)
        .join(folder)
        .join(format!("{name}.wasm")))
}

/// One script of two: a worker is started with one file.
fn joined(glue: &str, side: &str) -> Result<String, Failure> {
    if glue.matches(EXPORTED).count() != 1 || !glue.contains("\nlet wasm") {
        return Err(Failure::new(
            "wasm-bindgen's script is not of the known form; see xtask/src/commands/stage/worker.rs",
        ));
    }
    Ok(glue.replace(EXPORTED, "") + side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worker_speaks_behind_the_script_of_its_wasm() {
        let glue = format!("function reply() {{}}\nlet wasm;\n{EXPORTED}\n");
        let side = "\nexport function handle() { return reply(); }\n";
        let text = joined(&glue, side).unwrap();
        assert!(text.starts_with("function reply"));
        assert!(text.ends_with("export function handle() { return reply(); }\n"));
        assert!(!text.contains("initSync"));
    }

    #[test]
    fn script_of_another_form_is_refused() {
        assert!(joined("let wasm;", "").is_err());
    }
}
