use serde_json::Value;

use crate::assessment::file::Difference;
use crate::json::Node;

/// What a file says beyond what was read of it: members that nothing was read from, and words that were read as others.
pub fn added(path: &str, stored: &Value, read: &Value, found: &mut Vec<Difference>) {
    match (stored, read) {
        (Value::Object(stored), Value::Object(read)) => {
            for (key, value) in stored {
                let path = match path {
                    "" => key.clone(),
                    outer => format!("{outer}.{key}"),
                };
                match read.get(key) {
                    Some(known) => added(&path, value, known, found),
                    None => found.push(Difference {
                        path,
                        stored: Some(value.clone()),
                        computed: None,
                    }),
                }
            }
        }
        // The order of the selected options says nothing.
        (Value::Array(_), Value::Array(_)) if path.ends_with(".selected") => {}
        (Value::Array(stored), Value::Array(read)) => {
            for (index, (value, known)) in stored.iter().zip(read).enumerate() {
                added(&format!("{path}[{index}]"), value, known, found);
            }
        }
        // Nothing said.
        (Value::Null, _) => {}
        _ if same(stored, read) => {}
        _ => found.push(Difference {
            path: path.to_owned(),
            stored: Some(stored.clone()),
            computed: Some(read.clone()),
        }),
    }
}

/// A number may be written in several ways.
fn same(stored: &Value, read: &Value) -> bool {
    match (Node::root(stored).number(), Node::root(read).number()) {
        (Ok(stored), Ok(read)) => stored == read,
        _ => stored == read,
    }
}
