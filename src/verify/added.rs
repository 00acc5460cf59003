use serde_json::Value;

use crate::assessment::file::Difference;

/// Members of a file that nothing was read from: they are in the file, and not in what was read of it.
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
        (Value::Array(stored), Value::Array(read)) => {
            for (index, (value, known)) in stored.iter().zip(read).enumerate() {
                added(&format!("{path}[{index}]"), value, known, found);
            }
        }
        _ => {}
    }
}
