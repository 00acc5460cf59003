//! How long the suites may take: stated in `tests/seconds.json`, so that what a change adds is seen where it is added.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::failure::Failure;
use crate::workspace;

const FILE: &str = "tests/seconds.json";

/// Seconds by suite, and of the whole run.
pub struct Budget {
    suites: BTreeMap<String, u64>,
    pub whole: u64,
}

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
        let wrong = || Failure::new(format!("{FILE}: `whole` and `suites` are seconds"));
        let suites = value
            .get("suites")
            .and_then(Value::as_object)
            .ok_or_else(wrong)?;
        Ok(Self {
            suites: suites
                .iter()
                .map(|(name, seconds)| Some((name.clone(), seconds.as_u64()?)))
                .collect::<Option<_>>()
                .ok_or_else(wrong)?,
            whole: value
                .get("whole")
                .and_then(Value::as_u64)
                .ok_or_else(wrong)?,
        })
    }

    pub fn of(&self, suite: &str) -> Option<u64> {
        self.suites.get(suite).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::suite::Suite;
    use super::*;

    #[test]
    fn every_suite_has_a_budget_and_together_they_are_the_whole() {
        let budget = Budget::stated().unwrap();
        let all = Suite::ALL.into_iter().chain(Suite::OTHER_ENGINES);
        let sum: u64 = all.map(|suite| budget.of(suite.name()).unwrap()).sum();
        assert_eq!(sum, budget.whole);
    }

    #[test]
    fn file_of_another_form_is_refused() {
        assert!(Budget::read("{\"whole\": 1}").is_err());
        assert!(Budget::read("{\"whole\": 1, \"suites\": {\"tidy\": \"1\"}}").is_err());
    }
}
