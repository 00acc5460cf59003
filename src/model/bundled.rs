use std::sync::OnceLock;

use super::{Model, ModelError};
use crate::json;

type Once = OnceLock<Result<Model, ModelError>>;

/// The model that comes with the product, parsed once.
pub fn bundled() -> Result<&'static Model, &'static ModelError> {
    static MODEL: Once = OnceLock::new();
    MODEL
        .get_or_init(|| Model::parse(include_str!("../../data/model.json")))
        .as_ref()
}

/// The same model with what its questions need: no English, and none of the texts that only the result shows.
/// Figures, ids and hash are those of [`bundled`].
pub fn questions() -> Result<&'static Model, &'static ModelError> {
    static MODEL: Once = OnceLock::new();
    MODEL
        .get_or_init(|| {
            let value = json::parse(include_str!(concat!(env!("OUT_DIR"), "/questions.json")))?;
            let hash = include_str!(concat!(env!("OUT_DIR"), "/model.sha256"));
            Model::read(&value, hash.to_owned())
        })
        .as_ref()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Same everywhere but in texts that are loaded later.
    fn agree(whole: &Value, questions: &Value, path: &str) {
        match (whole, questions) {
            (_, Value::String(text)) if text == "…" => {
                let later = [
                    "/en",
                    "/basis/vi",
                    "/action/vi",
                    "/who/vi",
                    "/first_step/vi",
                    "/proof/vi",
                    "/example/vi",
                ];
                assert!(
                    later.iter().any(|end| path.ends_with(end)),
                    "{path} is left out"
                );
            }
            (Value::Object(a), Value::Object(b)) => {
                assert!(a.keys().eq(b.keys()), "{path}");
                a.iter()
                    .zip(b.values())
                    .for_each(|((key, a), b)| agree(a, b, &format!("{path}/{key}")));
            }
            (Value::Array(a), Value::Array(b)) => {
                assert_eq!(a.len(), b.len(), "{path}");
                a.iter().zip(b).for_each(|(a, b)| agree(a, b, path));
            }
            _ => assert_eq!(whole, questions, "{path}"),
        }
    }

    #[test]
    fn questions_are_the_whole_model_but_for_texts_that_come_later() {
        let whole = serde_json::from_str(include_str!("../../data/model.json")).unwrap();
        let first = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/questions.json")))
            .unwrap();
        agree(&whole, &first, "");
        let (whole, first) = (bundled().unwrap(), questions().unwrap());
        assert_eq!(whole.hash, first.hash);
    }
}
