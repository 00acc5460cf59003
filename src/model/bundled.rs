use std::sync::OnceLock;

use super::{Model, ModelError, packed};
use crate::lines::Lines;

/// The model that comes with the product, parsed once.
pub fn bundled() -> Result<&'static Model, &'static ModelError> {
    static MODEL: OnceLock<Result<Model, ModelError>> = OnceLock::new();
    MODEL
        .get_or_init(|| Model::parse(include_str!("../../data/model.json")))
        .as_ref()
}

/// The same model as its questions need it: in Vietnamese, without reasons, sources and what only the result shows.
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
