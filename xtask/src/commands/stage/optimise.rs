//! wasm-opt on the built WebAssembly, remembered for the same input.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::wasm_opt;
use crate::workspace;

/// rustc's linker puts the stack first, so no value lies within the first kilobyte and addresses can be added up into the
/// offset of an access.
const LOW_MEMORY_UNUSED: &str = "--low-memory-unused";

/// `-Os` on what rustc made with `opt-level = "z"`: measured, less to download
/// after compression than `-Oz`.
const FLAGS: [&str; 5] = [
    "-Os",
    LOW_MEMORY_UNUSED,
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// For the worker besides: over and over while it gets smaller, and without moving in what is called once, which is
/// measured to be less to download.
pub(super) const OF_THE_WORKER: [&str; 3] = ["-ocimfs", "0", "--converge"];

/// A part of what was cut does not say which features of WebAssembly it may use, as a whole module does: those that rustc
/// turns on. With all that wasm-opt knows, it writes what browsers cannot read yet.
pub(super) const OF_A_PART: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes the module smaller in place.
pub(in crate::commands) fn optimise(module: &Path, more: &[&str]) -> Result<(), Failure> {
    let Some(tool) = wasm_opt::find() else {
        eprintln!("warning: no wasm-opt; the WebAssembly stays larger than it has to be");
        return Ok(());
    };
    let name = module
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = workspace::target().join("wasm-opt");
    fs::create_dir_all(&folder)
        .map_err(Failure::while_doing(format!("making {}", folder.display())))?;
    let (input, output, key_file) = (
        folder.join(format!("{name}.in")),
        folder.join(format!("{name}.out")),
        folder.join(format!("{name}.key")),
    );
    let raw = fs::read(module).map_err(Failure::while_doing(format!(
        "reading {}",
        module.display()
    )))?;
    let flags = [&FLAGS[..], more].concat();
    let key = format!("{} {}", tool.version, flags.join(" "));
    let known = fs::read(&input).is_ok_and(|old| old == raw)
        && fs::read_to_string(&key_file).is_ok_and(|old| old == key)
        && output.is_file();
    if !known {
        step(
            &format!("making {name} smaller with wasm-opt {}", tool.version),
            "half a minute",
        );
        // First the old key goes: an interrupted run must not leave a key beside a foreign output.
        let _ = fs::remove_file(&key_file);
        fs::write(&input, &raw)
            .map_err(Failure::while_doing(format!("writing {}", input.display())))?;
        Run::new(&tool.program)
            .args(&tool.first)
            .args(&flags)
            .args([&input])
            .args(["-o"])
            .args([&output])
            .run()?;
        fs::write(&key_file, key).map_err(Failure::while_doing(format!(
            "writing {}",
            key_file.display()
        )))?;
    }
    fs::copy(&output, module).map_err(Failure::while_doing(format!(
        "writing {}",
        module.display()
    )))?;
    let size = fs::metadata(module).map_or(0, |data| data.len());
    eprintln!("   {name}: {} → {size} bytes", raw.len());
    Ok(())
}
