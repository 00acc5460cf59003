use std::sync::OnceLock;

use super::{Model, ModelError, packed};
use crate::lines::Lines;

/// The model that comes with the product, parsed once.
pub fn bundled() -> Result<&'static Model, &'static ModelError> {
    static MODEL: OnceLock<Result<Model, ModelError>> = OnceLock::new();
    MODEL
        .get_or_init(|| Model::parse(include_str!("../../../data/model.json")))
        .as_ref()
}

/// The questions for one firm. The browser loads them as a file, where a page asks for them.
#[cfg(not(target_arch = "wasm32"))]
pub fn bundled_for_firms() -> Result<&'static Model, &'static ModelError> {
    static MODEL: OnceLock<Result<Model, ModelError>> = OnceLock::new();
    MODEL
        .get_or_init(|| Model::parse(include_str!("../../../data/model-firm.json")))
        .as_ref()
}

/// The same model as its questions need it: in Vietnamese, without reasons, sources, the marks for firms and what only
/// the result shows.
/// Figures, ids and hash are those of [`bundled`].
pub fn questions() -> Option<&'static Model> {
    static MODEL: OnceLock<Option<Model>> = OnceLock::new();
    MODEL
        .get_or_init(|| {
            packed::read(&mut Lines::of(include_str!(concat!(
                env!("OUT_DIR"),
                "/questions.txt"
            ))))
        })
        .as_ref()
}
