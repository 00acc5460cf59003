//! wasm-opt of binaryen: npm's locked one where Node.js is there or can be installed, else one on the PATH.

use std::path::PathBuf;

use super::{apt, node, version_line};
use crate::process::on_path;
use crate::workspace;

/// The oldest version that knows `table.fill` and `table.init`, which wasm-bindgen writes. Debian 12 has 108.
const OLDEST: u32 = 118;

pub struct WasmOpt {
    pub program: PathBuf,
    /// Arguments before wasm-opt's own: the script, when `program` is Node.js.
    pub first: Vec<PathBuf>,
    pub version: String,
}

/// Finds or installs wasm-opt; without it the product works but is larger, so that is a warning.
pub fn ensure() -> Option<WasmOpt> {
    if node::is_there()
        && let Err(failure) = node::packages()
    {
        eprintln!("   no wasm-opt from npm: {failure}");
    }
    if let Some(found) = find() {
        return Some(found);
    }
    let manual = format!(
        "there is no wasm-opt (binaryen {OLDEST} or newer) here, and no Node.js to run npm's"
    );
    let installed =
        apt::install(node::DEBIAN_PACKAGES, "2 minutes", &manual).and_then(|()| node::packages());
    if let Err(failure) = installed {
        eprintln!("warning: {failure}; the WebAssembly will be larger than it has to be");
    }
    find()
}

/// Finds wasm-opt where it is already.
pub fn find() -> Option<WasmOpt> {
    let script = workspace::root().join("node_modules/binaryen/bin/wasm-opt");
    if let Some(node) = on_path("node").filter(|_| script.is_file()) {
        return Some(WasmOpt {
            program: node,
            version: package_version()?,
            first: vec![script],
        });
    }
    let program = on_path("wasm-opt")?;
    // "wasm-opt version 108" or "wasm-opt version 119 (version_119)"
    let version = version_line(&program)?
        .split_whitespace()
        .nth(2)?
        .to_owned();
    let major = version.split('.').next()?.parse::<u32>().ok()?;
    (major >= OLDEST).then_some(WasmOpt {
        program,
        first: Vec::new(),
        version,
    })
}

/// The tool of the same package that leaves exports out.
pub fn find_metadce() -> Option<WasmOpt> {
    let found = find()?;
    let script = found.first.first()?.with_file_name("wasm-metadce");
    script.is_file().then(|| WasmOpt {
        first: vec![script],
        ..found
    })
}

/// Read from the package instead of asked: starting it takes a second.
fn package_version() -> Option<String> {
    let text =
        std::fs::read_to_string(workspace::root().join("node_modules/binaryen/package.json"))
            .ok()?;
    let package: serde_json::Value = serde_json::from_str(&text).ok()?;
    package.get("version")?.as_str().map(str::to_owned)
}
