use std::sync::OnceLock;

use super::{Model, ModelError};

const JSON: &str = include_str!("../../data/model.json");

/// The model that comes with the product, parsed once.
pub fn bundled() -> Result<&'static Model, &'static ModelError> {
    static MODEL: OnceLock<Result<Model, ModelError>> = OnceLock::new();
    MODEL.get_or_init(|| Model::parse(JSON)).as_ref()
}
