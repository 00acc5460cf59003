//! The table at the end, and what the whole run amounts to.

use std::process::ExitCode;

use super::budget::Budget;
use super::count::Tally;
use super::stop::Stop;
use super::suite::{Done, Suite};
use super::times::{Timed, slowest_first};

/// Tests that are named as the slowest.
const SLOWEST: usize = 10;

pub struct Row {
    pub suite: Suite,
    pub seconds: u64,
    /// Seconds of the processors, where the system tells.
    pub processor: Option<u64>,
    /// Run only where what it needs can be had.
    pub optional: bool,
    pub outcome: Result<Done, Stop>,
}

impl Row {
    fn tally(&self) -> Tally {
        match &self.outcome {
            Ok(done) => done.tally,
            Err(Stop::Absent(_)) if self.optional => Tally::default(),
            Err(_) => Tally::of_one(false),
        }
    }

    /// Nothing ran that should have.
    fn is_idle(&self) -> bool {
        let Tally { passed, failed, .. } = self.tally();
        passed + failed == 0 && self.outcome.is_ok()
    }

    fn remark(&self, budget: Option<u64>) -> String {
        let told = match &self.outcome {
            Err(Stop::Absent(why)) if self.optional => format!("left out: {why}"),
            Err(Stop::Absent(why) | Stop::Broken(why)) => format!("could not run: {why}"),
            Ok(_) if self.is_idle() => "ran no test".to_owned(),
            Ok(Done {
                tally: Tally { skipped: 0, .. },
                ..
            }) => String::new(),
            Ok(done) => format!("{} that it cannot run, listed above", done.tally.skipped),
        };
        let over = budget.filter(|most| self.seconds > *most);
        let over = over.map(|most| format!("over its {most} s"));
        let parts = [Some(told).filter(|told| !told.is_empty()), over];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// Prints the tables; a failure, and a suite without tests, fail the run. Time never does: machines are noisy.
pub fn print(rows: &[Row], budget: &Budget) -> ExitCode {
    print_times(rows);
    let mut total = Tally::default();
    println!(
        "\n{:<8} {:>7} {:>7} {:>8} {:>8} {:>10}",
        "suite", "passed", "failed", "seconds", "budget", "processor"
    );
    for row in rows {
        let tally = row.tally();
        total.add(tally);
        let most = budget.of(row.suite.name());
        let line = format!(
            "{:<8} {:>7} {:>7} {:>8} {:>8} {:>10}  {}",
            row.suite.name(),
            tally.passed,
            tally.failed,
            row.seconds,
            most.map(|most| most.to_string()).unwrap_or_default(),
            row.processor
                .map(|seconds| seconds.to_string())
                .unwrap_or_default(),
            row.remark(most)
        );
        println!("{}", line.trim_end());
    }
    let seconds: u64 = rows.iter().map(|row| row.seconds).sum();
    let most: u64 = rows
        .iter()
        .filter_map(|row| budget.of(row.suite.name()))
        .sum();
    let processor: u64 = rows.iter().filter_map(|row| row.processor).sum();
    println!("{:<24} {seconds:>8} {most:>8} {processor:>10}", "");
    // Alone on the last line: what continuous integration reads.
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if is_good(rows) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Seconds of every file, suite by suite, and the slowest tests of all.
fn print_times(rows: &[Row]) {
    let mut all = Vec::new();
    for row in rows {
        let Ok(Done { times, .. }) = &row.outcome else {
            continue;
        };
        print_list(&format!("seconds in {}", row.suite.name()), &times.files());
        all.extend(times.tests().iter().map(|test| Timed {
            name: format!("{}: {}", row.suite.name(), test.name),
            seconds: test.seconds,
        }));
    }
    let mut slowest = slowest_first(all);
    slowest.truncate(SLOWEST);
    print_list("the slowest tests", &slowest);
}

fn print_list(heading: &str, times: &[Timed]) {
    if times.is_empty() {
        return;
    }
    println!("\n{heading}");
    for Timed { name, seconds } in times {
        println!("{seconds:>8.1}  {name}");
    }
}

fn is_good(rows: &[Row]) -> bool {
    let fails = |row: &Row| row.is_idle() || row.tally().failed > 0;
    !rows.is_empty() && !rows.iter().any(fails)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    fn row(optional: bool, outcome: Result<Done, Stop>) -> Row {
        Row {
            suite: Suite::Webkit,
            seconds: 1,
            processor: None,
            optional,
            outcome,
        }
    }

    fn absent() -> Result<Done, Stop> {
        Err(Stop::Absent(Failure::new("there is no apt-get")))
    }

    fn broken() -> Result<Done, Stop> {
        Err(Failure::new("the product does not compile").into())
    }

    #[test]
    fn engine_that_cannot_be_had_is_left_out_with_its_reason() {
        let rows = [
            row(false, Ok(Tally::of_one(true).into())),
            row(true, absent()),
        ];
        assert!(is_good(&rows));
        assert_eq!(rows[1].remark(None), "left out: there is no apt-get");
    }

    #[test]
    fn engine_that_was_asked_for_by_name_has_to_be_there() {
        let rows = [row(false, absent())];
        assert!(!is_good(&rows));
        assert_eq!(rows[0].remark(None), "could not run: there is no apt-get");
    }

    #[test]
    fn other_error_of_an_optional_suite_fails_the_run() {
        let rows = [row(true, broken())];
        assert!(!is_good(&rows));
        assert_eq!(rows[0].tally().failed, 1);
        assert_eq!(
            rows[0].remark(None),
            "could not run: the product does not compile"
        );
    }

    #[test]
    fn failed_test_of_an_optional_suite_fails_the_run() {
        assert!(!is_good(&[row(true, Ok(Tally::of_one(false).into()))]));
    }

    #[test]
    fn suite_without_a_test_fails_the_run() {
        assert!(!is_good(&[row(true, Ok(Done::default()))]));
        assert!(!is_good(&[]));
    }

    #[test]
    fn suite_that_takes_longer_than_its_budget_is_named_and_does_not_fail() {
        let rows = [row(false, Ok(Tally::of_one(true).into()))];
        assert_eq!(rows[0].remark(Some(1)), "");
        assert_eq!(rows[0].remark(Some(0)), "over its 0 s");
        assert!(is_good(&rows));
    }
}
