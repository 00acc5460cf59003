//! Features of dependencies that must stay off.

use super::source::Tree;
use crate::process::Run;
use crate::tools::wasm_target::TARGET;

/// With event delegation, `change` and `submit` never fire inside a shadow root; any dependency could switch it on.
pub fn no_delegation(_: &Tree) -> Vec<String> {
    let tree = Run::new("cargo")
        .args([
            "tree", "--locked", "--edges", "features", "--invert", "tachys", "--target", TARGET,
        ])
        .capture();
    match tree {
        Ok(text) => text
            .lines()
            .filter(|line| line.contains("delegation"))
            .map(str::to_owned)
            .collect(),
        Err(failure) => vec![failure.to_string()],
    }
}
