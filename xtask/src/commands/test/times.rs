//! Where the time of a suite goes: per file, and the slowest tests.

use std::collections::BTreeMap;
use std::path::Path;

use crate::process::Ended;

/// Seconds of files and, where the runner tells them, of single tests.
#[derive(Debug, Default, PartialEq)]
pub struct Times {
    files: BTreeMap<String, f64>,
    tests: Vec<Timed>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Timed {
    pub name: String,
    pub seconds: f64,
}

impl Times {
    /// One part that is no test file, as a build.
    pub fn of_one(name: &str, seconds: f64) -> Self {
        Self {
            files: BTreeMap::from([(name.to_owned(), seconds)]),
            ..Self::default()
        }
    }

    /// Of cargo: the programs that it runs are named on its error output, what each took stands at the end of its results, in
    /// the same order.
    pub fn of_cargo(ended: &Ended) -> Self {
        let programs = ended.stderr.lines().filter_map(program);
        let seconds = ended
            .stdout
            .lines()
            .filter(|line| line.contains("test result: "))
            .map(|line| {
                line.rsplit_once("finished in ")
                    .and_then(|(_, time)| time.trim().strip_suffix('s')?.parse().ok())
                    .unwrap_or(0.0)
            });
        let mut files = BTreeMap::new();
        for (program, seconds) in programs.zip(seconds) {
            *files.entry(program).or_insert(0.0) += seconds;
        }
        Self {
            files,
            ..Self::default()
        }
    }

    /// Of the browser tests: lines as `{"file":"path.test.mjs","test":"one","seconds":1.5}`.
    pub fn of_lines(text: &str) -> Self {
        let mut times = Self::default();
        for line in text.lines() {
            let Ok(told) = serde_json::from_str::<serde_json::Value>(line) else {
                continue;
            };
            let word = |name: &str| told.get(name).and_then(|word| word.as_str());
            let seconds = told.get("seconds").and_then(serde_json::Value::as_f64);
            if let (Some(file), Some(test), Some(seconds)) = (word("file"), word("test"), seconds) {
                *times.files.entry(file.to_owned()).or_insert(0.0) += seconds;
                times.tests.push(Timed {
                    name: format!("{test} ({file})"),
                    seconds,
                });
            }
        }
        times
    }

    /// As `of_lines`, of a file that a runner may not have come to write.
    pub fn of_file(path: &Path) -> Self {
        Self::of_lines(&std::fs::read_to_string(path).unwrap_or_default())
    }

    pub fn add(&mut self, other: Self) {
        for (file, seconds) in other.files {
            *self.files.entry(file).or_insert(0.0) += seconds;
        }
        self.tests.extend(other.tests);
    }

    /// All files, the slowest first.
    pub fn files(&self) -> Vec<Timed> {
        let timed = |(name, seconds): (&String, &f64)| Timed {
            name: name.clone(),
            seconds: *seconds,
        };
        slowest_first(self.files.iter().map(timed).collect())
    }

    /// As the runner told them.
    pub fn tests(&self) -> &[Timed] {
        &self.tests
    }
}

pub fn slowest_first(mut times: Vec<Timed>) -> Vec<Timed> {
    times.sort_by(|one, other| other.seconds.total_cmp(&one.seconds));
    times
}

/// `     Running tests/law/main.rs (target/debug/deps/law-0123)`, and the unit tests and documentation tests likewise.
fn program(line: &str) -> Option<String> {
    let line = line.trim_start();
    let name = line
        .strip_prefix("Running ")
        .map(|rest| rest.rsplit_once(" (").map_or(rest, |(name, _)| name))
        .or_else(|| line.strip_prefix("Doc-tests "))?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_and_its_seconds_are_put_together_by_their_order() {
        let ended = Ended {
            success: true,
            stdout: "test result: ok. 2 passed; 0 failed; finished in 1.25s\n\
                     test result: ok. 1 passed; 0 failed; finished in 0.50s\n"
                .to_owned(),
            stderr: "   Compiling a\n     Running unittests src/lib.rs (target/debug/deps/a-1)\n\
                     \x20    Running tests/law/main.rs (target/debug/deps/law-2)\n"
                .to_owned(),
        };
        let names: Vec<_> = Times::of_cargo(&ended)
            .files()
            .into_iter()
            .map(|one| (one.name, one.seconds))
            .collect();
        assert_eq!(
            names,
            [
                ("unittests src/lib.rs".to_owned(), 1.25),
                ("tests/law/main.rs".to_owned(), 0.5)
            ]
        );
    }

    #[test]
    fn tests_of_a_file_are_added_up_and_the_slowest_come_first() {
        let mut times = Times::of_lines(
            "{\"file\":\"a.test.mjs\",\"test\":\"one\",\"seconds\":1.5}\n{\"file\":\"a.test.mjs\",\"test\":\"two\",\"seconds\":2}\ncut off",
        );
        times.add(Times::of_one("build", 9.0));
        assert_eq!(
            times.files().first().map(|one| one.seconds),
            Some(9.0),
            "the build"
        );
        assert_eq!(times.files().last().map(|one| one.seconds), Some(3.5));
        let slowest = slowest_first(times.tests().to_vec());
        assert_eq!(slowest.len(), 2);
        assert_eq!(
            slowest.first().map(|one| one.name.as_str()),
            Some("two (a.test.mjs)")
        );
    }
}
