//! The table at the end, and what the whole run amounts to.

use std::process::ExitCode;

use super::count::Tally;
use super::stop::Stop;
use super::suite::Suite;

pub struct Row {
    pub suite: Suite,
    pub seconds: u64,
    /// Run only where what it needs can be had.
    pub optional: bool,
    pub outcome: Result<Tally, Stop>,
}

impl Row {
    fn tally(&self) -> Tally {
        match &self.outcome {
            Ok(tally) => *tally,
            Err(Stop::Absent(_)) if self.optional => Tally::default(),
            Err(_) => Tally::of_one(false),
        }
    }

    /// Nothing ran that should have.
    fn is_idle(&self) -> bool {
        let Tally { passed, failed, .. } = self.tally();
        passed + failed == 0 && self.outcome.is_ok()
    }

    fn remark(&self) -> String {
        match &self.outcome {
            Err(Stop::Absent(why)) if self.optional => format!("left out: {why}"),
            Err(Stop::Absent(why) | Stop::Broken(why)) => format!("could not run: {why}"),
            Ok(_) if self.is_idle() => "ran no test".to_owned(),
            Ok(Tally { skipped: 0, .. }) => String::new(),
            Ok(Tally { skipped, .. }) => format!("{skipped} that it cannot run, listed above"),
        }
    }
}

/// Prints the table; a failure, and a suite without tests, fail the run.
pub fn print(rows: &[Row]) -> ExitCode {
    let mut total = Tally::default();
    println!(
        "\n{:<8} {:>7} {:>7} {:>8}",
        "suite", "passed", "failed", "seconds"
    );
    for row in rows {
        let tally = row.tally();
        total.add(tally);
        let line = format!(
            "{:<8} {:>7} {:>7} {:>8}  {}",
            row.suite.name(),
            tally.passed,
            tally.failed,
            row.seconds,
            row.remark()
        );
        println!("{}", line.trim_end());
    }
    // Alone on the last line: what continuous integration reads.
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if is_good(rows) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
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

    fn row(optional: bool, outcome: Result<Tally, Stop>) -> Row {
        Row {
            suite: Suite::Webkit,
            seconds: 1,
            optional,
            outcome,
        }
    }

    fn absent() -> Result<Tally, Stop> {
        Err(Stop::Absent(Failure::new("there is no apt-get")))
    }

    fn broken() -> Result<Tally, Stop> {
        Err(Failure::new("the product does not compile").into())
    }

    #[test]
    fn engine_that_cannot_be_had_is_left_out_with_its_reason() {
        let rows = [row(false, Ok(Tally::of_one(true))), row(true, absent())];
        assert!(is_good(&rows));
        assert_eq!(rows[1].remark(), "left out: there is no apt-get");
    }

    #[test]
    fn engine_that_was_asked_for_by_name_has_to_be_there() {
        let rows = [row(false, absent())];
        assert!(!is_good(&rows));
        assert_eq!(rows[0].remark(), "could not run: there is no apt-get");
    }

    #[test]
    fn other_error_of_an_optional_suite_fails_the_run() {
        let rows = [row(true, broken())];
        assert!(!is_good(&rows));
        assert_eq!(rows[0].tally().failed, 1);
        assert_eq!(
            rows[0].remark(),
            "could not run: the product does not compile"
        );
    }

    #[test]
    fn failed_test_of_an_optional_suite_fails_the_run() {
        assert!(!is_good(&[row(true, Ok(Tally::of_one(false)))]));
    }

    #[test]
    fn suite_without_a_test_fails_the_run() {
        assert!(!is_good(&[row(true, Ok(Tally::default()))]));
        assert!(!is_good(&[]));
    }
}
