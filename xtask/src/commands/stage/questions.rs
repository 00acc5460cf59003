//! Questions that are files of their own: those for one firm, which only pages that ask for them load, and earlier versions, which are
//! loaded for files made with them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::workspace;

/// Of `data/`, and of the product.
const FILES: [(&str, &str); 3] = [
    ("model-firm.json", "firm.json"),
    ("model-1.0.0.json", "model-1.0.0.json"),
    ("model-firm-1.0.0.json", "firm-1.0.0.json"),
];

/// Writes them into the product, without white space. The hash of a model does not depend on it.
pub(super) fn stage(product: &Path) -> Result<(), Failure> {
    for (source, name) in FILES {
        let text = fs::read_to_string(workspace::root().join("data").join(source))
            .map_err(Failure::while_doing(format!("reading data/{source}")))?;
        let model: Value = serde_json::from_str(&text)
            .map_err(Failure::while_doing(format!("reading data/{source}")))?;
        fs::write(product.join(name), model.to_string())
            .map_err(Failure::while_doing(format!("writing {name}")))?;
    }
    Ok(())
}
