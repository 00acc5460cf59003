use std::collections::BTreeMap;

use serde_json::Value;

use super::results::write_results;
use crate::assessment::Entry;
use crate::json::{self, Node, Writer};
use crate::model::Model;
use crate::score::score;
use crate::score::uncertainty::{Streams, uncertainty};

/// Two numbers closer than this are the same result.
///
/// # Sources
/// The method, section 9.
const SAME: f64 = 1e-9;

/// What a file says came out, kept as it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredResults {
    pub results: Value,
    /// Verdicts of the legal checks.
    pub legal: Value,
    pub model_version: String,
    pub model_hash: String,
}

/// A value of a file that is not what its answers give.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// As in `results.overall.central`.
    pub path: String,
    /// `None` where only one side has the field.
    pub stored: Option<Value>,
    pub computed: Option<Value>,
}

impl StoredResults {
    /// The overall value, where one was stored.
    pub fn overall(&self) -> Option<f64> {
        self.results.get("overall")?.get("central")?.as_f64()
    }

    /// The overall level, where one was stored.
    pub fn level(&self) -> Option<u8> {
        let level = self.results.get("overall")?.get("level")?.as_u64()?;
        u8::try_from(level).ok()
    }

    /// All differences from what answers give, numbers within 1e-9 being equal. Empty: the file is what it says.
    pub fn differences(&self, model: &Model, entries: &BTreeMap<String, Entry>) -> Vec<Difference> {
        let mut w = Writer::compact();
        w.open_object();
        let doubt = uncertainty(model, entries, &mut Streams::of(model));
        write_results(&mut w, model, &score(model, entries), doubt.as_ref());
        w.close();
        let mut computed = json::parse(&w.finish()).unwrap_or(Value::Null);
        let computed = computed.get_mut("results").map_or(Value::Null, Value::take);
        let computed = as_early_as(computed, &self.results);
        let mut differences = Vec::new();
        compare("results", &self.results, &computed, &mut differences);
        differences
    }
}

/// What results say since there are bands.
const LATER: [&str; 4] = ["band", "dimension_bands", "level_shares", "firm_level"];

/// Computed results without what the stored ones were made too early to say.
pub(crate) fn as_early_as(mut computed: Value, stored: &Value) -> Value {
    if let Some(fields) = computed.as_object_mut() {
        for key in LATER {
            if stored.get(key).is_none() {
                fields.remove(key);
            }
        }
    }
    computed
}

/// Adds the differences between two values at a path, which is empty for whole files.
pub(crate) fn compare(path: &str, stored: &Value, computed: &Value, found: &mut Vec<Difference>) {
    if let (Value::Object(a), Value::Object(b)) = (stored, computed) {
        let added = a.keys().filter(|key| !b.contains_key(*key));
        for key in b.keys().chain(added) {
            let path = if path.is_empty() {
                key.clone()
            } else {
                format!("{path}.{key}")
            };
            match (a.get(key), b.get(key)) {
                (Some(stored), Some(computed)) => compare(&path, stored, computed, found),
                (stored, computed) => found.push(Difference {
                    path,
                    stored: stored.cloned(),
                    computed: computed.cloned(),
                }),
            }
        }
        return;
    }
    let same = match (number(stored), number(computed)) {
        (Some(a), Some(b)) => (a - b).abs() <= SAME,
        _ => stored == computed,
    };
    if !same {
        found.push(Difference {
            path: path.to_owned(),
            stored: Some(stored.clone()),
            computed: Some(computed.clone()),
        });
    }
}

fn number(value: &Value) -> Option<f64> {
    Node::root(value).number().ok()
}
