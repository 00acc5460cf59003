//! Lighthouse on the built site and on the hand-written form.

use super::{script, start};
use crate::failure::Failure;
use crate::tools::node;

pub(super) fn run() -> Result<(), Failure> {
    node::packages_of("benches/start/lighthouse", &["--ignore-scripts"])?;
    let folder = ["--built".to_owned(), start::built().display().to_string()];
    script("benches/start/lighthouse/lighthouse.mjs", &folder)
}
