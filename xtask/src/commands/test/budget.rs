//! How long the suites may take: stated in `tests/seconds.json`, so that what a change adds is seen where it is added.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::failure::Failure;
use crate::workspace;

const FILE: &str = "tests/seconds.json";

/// Seconds by suite.
pub struct Budget(BTreeMap<String, u64>);

impl Budget {
    /// # Errors
    /// The file is missing or of another form.
    pub fn stated() -> Result<Self, Failure> {
        let text = fs::read_to_string(workspace::root().join(FILE))
            .map_err(Failure::while_doing(format!("reading {FILE}")))?;
        Self::read(&text)
    }

    fn read(text: &str) -> Result<Self, Failure> {
        let value: Value =
            serde_json::from_str(text).map_err(Failure::while_doing(format!("reading {FILE}")))?;
        value
            .get("suites")
            .and_then(Value::as_object)
            .and_then(|suites| {
                let seconds =
                    |(name, seconds): (&String, &Value)| Some((name.clone(), seconds.as_u64()?));
                suites.iter().map(seconds).collect()
            })
            .map(Self)
            .ok_or_else(|| Failure::new(format!("{FILE}: `suites` are seconds")))
    }

    pub fn of(&self, suite: &str) -> Option<u64> {
        self.0.get(suite).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::suite::Suite;
    use super::*;

    #[test]
    fn every_suite_has_a_budget_and_together_they_are_below_25_minutes() {
        let budget = Budget::stated().unwrap();
        let all = Suite::ALL.into_iter().chain(Suite::OTHER_ENGINES);
        let sum: u64 = all.map(|suite| budget.of(suite.name()).unwrap()).sum();
        assert!(sum < 25 * 60, "{sum}");
    }

    #[test]
    fn file_of_another_form_is_refused() {
        assert!(Budget::read("{\"suites\": 1}").is_err());
        assert!(Budget::read("{\"suites\": {\"tidy\": \"1\"}}").is_err());
    }
}
