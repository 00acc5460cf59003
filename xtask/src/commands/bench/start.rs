//! From the empty page to the first answer, beside a bare Leptos page, a survey library and a hand-written form.

use std::path::PathBuf;

use super::{leptos, script};
use crate::failure::Failure;
use crate::tools::node;
use crate::workspace;

/// Where the comparison pages are built.
pub(super) fn built() -> PathBuf {
    workspace::target().join("bench-start")
}

pub(super) fn run(arguments: &[String]) -> Result<(), Failure> {
    // Vite's bundler brings its program along in a package; no script has to put it there.
    node::packages_of("benches/start/survey", &["--ignore-scripts"])?;
    leptos::build(&built().join("leptos"))?;
    let folder = ["--built".to_owned(), built().display().to_string()];
    script("benches/start/start.mjs", &[&folder, arguments].concat())
}
