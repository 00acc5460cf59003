use serde_json::{Map, Value};

use super::rules::Rules;
use super::verdict::Verdict;

/// The verdicts as a result file keeps them: which rules, and per check the outcome, the set, the other verdict and
/// what is due.
pub fn record(rules: &Rules, verdicts: &[Verdict<'_>]) -> Value {
    let checks = verdicts.iter().map(|verdict| {
        let mut entry = Map::new();
        entry.insert("outcome".to_owned(), verdict.outcome.code().into());
        entry.insert("set".to_owned(), verdict.set.id.as_str().into());
        if let Some(other) = &verdict.other {
            let mut beside = Map::new();
            beside.insert("outcome".to_owned(), other.outcome.code().into());
            beside.insert("set".to_owned(), other.set.id.as_str().into());
            entry.insert("other".to_owned(), Value::Object(beside));
        }
        if let Some(due) = verdict.due {
            entry.insert("due".to_owned(), due.to_iso().into());
        }
        (verdict.check.id().to_owned(), Value::Object(entry))
    });
    let mut whole = Map::new();
    whole.insert("rules".to_owned(), rules.id.as_str().into());
    whole.insert("version".to_owned(), rules.version.as_str().into());
    whole.insert("checked".to_owned(), rules.checked.to_iso().into());
    whole.insert("verdicts".to_owned(), Value::Object(checks.collect()));
    Value::Object(whole)
}
