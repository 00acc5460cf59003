//! Model files with something wrong in them, and what is said of it.

use cluster_ready_core::model::{BrokenRule, Model, ModelError};
use serde_json::Value;

/// What is said of a file that was good before this change.
pub fn broken(good: &str, change: impl Fn(&mut Value)) -> ModelError {
    let mut file: Value = serde_json::from_str(good).unwrap();
    change(&mut file);
    Model::parse(&file.to_string()).unwrap_err()
}

pub fn rule(path: &str, rule: BrokenRule) -> ModelError {
    ModelError::Rule {
        path: path.to_owned(),
        rule,
    }
}
