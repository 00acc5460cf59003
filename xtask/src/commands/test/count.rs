//! How many tests passed, read from what the runners print.

use std::collections::BTreeMap;

use crate::process::Ended;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// What this machine or engine cannot do.
    pub skipped: usize,
}

impl Tally {
    pub fn of_one(success: bool) -> Self {
        Self {
            passed: usize::from(success),
            failed: usize::from(!success),
            skipped: 0,
        }
    }

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Lines as `test result: ok. 12 passed; 0 failed; …`, one per test program.
    pub fn of_cargo(ended: &Ended) -> Self {
        let mut tally = Self::default();
        for line in ended
            .stdout
            .lines()
            .filter(|line| line.contains("test result: "))
        {
            tally.add(Self {
                passed: number_before(line, "passed"),
                failed: number_before(line, "failed"),
                skipped: 0,
            });
        }
        tally.with_end(ended.success)
    }

    /// Lines as `ℹ pass 12` and `ℹ fail 0`, once at the end.
    pub fn of_node(ended: &Ended) -> Self {
        let total = |word: &str| {
            ended
                .stdout
                .lines()
                .filter_map(|line| {
                    let words: Vec<&str> = line.split_whitespace().collect();
                    match words.as_slice() {
                        [_, name, number] if *name == word => number.parse::<usize>().ok(),
                        _ => None,
                    }
                })
                .next_back()
                .unwrap_or(0)
        };
        Self {
            passed: total("pass"),
            failed: total("fail") + total("cancelled"),
            skipped: 0,
        }
        .with_end(ended.success)
    }

    /// The same tests after those that failed were run again.
    pub fn after_second_run(self, again: Self) -> Self {
        Self {
            passed: (self.passed + self.failed).saturating_sub(again.failed),
            failed: again.failed,
            skipped: self.skipped,
        }
    }

    /// A run that did not compile counts no failure of its own.
    fn with_end(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

/// Node names the place of every failed test, as `test at tests/e2e/path.test.mjs:12:1`.
pub fn names_file(stdout: &str, file: &std::path::Path) -> bool {
    let Some(name) = file.file_name() else {
        return false;
    };
    let place = format!("{}:", name.to_string_lossy());
    stdout
        .lines()
        .any(|line| line.starts_with("test at ") && line.contains(&place))
}

/// The tests that an engine cannot run, by the reason that Node prints after each, as
/// `﹣ some_test (0.1ms) # webkit: its driver has no command for printing`.
pub fn left_out(stdout: &str, engine: &str) -> BTreeMap<String, Vec<String>> {
    let mark = format!(" # {engine}: ");
    let mut reasons: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in stdout.lines() {
        if let Some((test, reason)) = line
            .strip_prefix("﹣ ")
            .and_then(|line| line.split_once(&mark))
        {
            let test = test.split(" (").next().unwrap_or(test);
            let tests = reasons.entry(reason.to_owned()).or_default();
            tests.push(test.to_owned());
        }
    }
    reasons
}

pub fn tests(count: usize) -> String {
    match count {
        1 => "1 test".to_owned(),
        more => format!("{more} tests"),
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split_whitespace().collect();
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, name] if name.trim_matches([';', '.', ',']) == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(success: bool, stdout: &str) -> Ended {
        Ended {
            success,
            stdout: stdout.to_owned(),
            stderr: String::new(),
        }
    }

    #[test]
    fn several_test_programs_are_added_up() {
        let out = "test result: ok. 12 passed; 0 failed; 0 ignored\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(
            Tally::of_cargo(&ended(false, out)),
            Tally {
                passed: 13,
                failed: 2,
                skipped: 0
            }
        );
    }

    #[test]
    fn run_that_did_not_compile_is_a_failure() {
        assert_eq!(
            Tally::of_cargo(&ended(false, "")),
            Tally {
                passed: 0,
                failed: 1,
                skipped: 0
            }
        );
    }

    #[test]
    fn file_of_a_failed_test_is_known_by_its_place() {
        let stdout = "✔ one (1ms)\ntest at tests/e2e/path.test.mjs:12:1\n✖ two (2ms)\n";
        assert!(names_file(stdout, std::path::Path::new("/x/path.test.mjs")));
        assert!(!names_file(
            stdout,
            std::path::Path::new("/x/file.test.mjs")
        ));
    }

    #[test]
    fn second_run_takes_the_place_of_the_failures_only() {
        let first = Tally {
            passed: 40,
            failed: 2,
            skipped: 0,
        };
        let again = Tally {
            passed: 8,
            failed: 1,
            skipped: 0,
        };
        assert_eq!(
            first.after_second_run(again),
            Tally {
                passed: 41,
                failed: 1,
                skipped: 0
            }
        );
    }

    #[test]
    fn cancelled_node_test_is_a_failure() {
        let out = "ℹ tests 4\nℹ suites 0\nℹ pass 3\nℹ fail 0\nℹ cancelled 1\nℹ skipped 0\n";
        assert_eq!(
            Tally::of_node(&ended(false, out)),
            Tally {
                passed: 3,
                failed: 1,
                skipped: 0
            }
        );
    }

    #[test]
    fn what_an_engine_cannot_do_is_told_by_reason() {
        let out = "✔ one (1ms)\n﹣ two (0.1ms) # webkit: no printing\n﹣ three (2ms) # test name does not match pattern\n\
                   ﹣ four (0.1ms) # webkit: no printing\n";
        let left_out = left_out(out, "webkit");
        assert_eq!(left_out.len(), 1);
        assert_eq!(left_out["no printing"], ["two", "four"]);
    }
}
