//! Reading and measuring boundaries: in the browser, then the native command beside GEOS.

use super::script;
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::{node, python};
use crate::workspace;

pub(super) fn run(arguments: &[String]) -> Result<(), Failure> {
    node::packages_of("benches/read", &["--ignore-scripts"])?;
    script("benches/read/read.mjs", arguments)?;
    let python = python::with(python::SHAPELY)?;
    step("building the native command", "2 minutes the first time");
    Run::new("cargo")
        .args(["build", "--quiet", "--locked", "--release"])
        .args(["--package", "cluster-ready-cli"])
        .run()?;
    let runs: Vec<&String> = arguments
        .iter()
        .filter(|argument| *argument != "--kinks")
        .collect();
    Run::new(python)
        .args(["benches/read/geos.py"])
        .args([
            workspace::target().join("release/cluster-ready"),
            workspace::root().join("target/bench-read/files"),
        ])
        .args(runs)
        .run()
}
