//! The questions for one firm, a file of its own: only pages that ask for them load it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::workspace;

const SOURCE: &str = "data/model-firm.json";
const NAME: &str = "firm.json";

/// Writes them into the product, without white space. The hash of a model does not depend on it.
pub(super) fn stage(product: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(workspace::root().join(SOURCE))
        .map_err(Failure::while_doing(format!("reading {SOURCE}")))?;
    let model: Value =
        serde_json::from_str(&text).map_err(Failure::while_doing(format!("reading {SOURCE}")))?;
    fs::write(product.join(NAME), model.to_string())
        .map_err(Failure::while_doing(format!("writing {NAME}")))
}
