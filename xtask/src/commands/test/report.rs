//! The table at the end, and what the whole run amounts to.

use std::process::ExitCode;

use super::count::Tally;
use super::suite::Suite;
use crate::failure::Failure;

pub struct Row {
    pub suite: Suite,
    pub seconds: u64,
    /// Run only where what it needs can be installed.
    pub optional: bool,
    /// An error is a suite that could not run.
    pub outcome: Result<Tally, Failure>,
}

impl Row {
    fn tally(&self) -> Tally {
        match &self.outcome {
            Ok(tally) => *tally,
            Err(_) if self.optional => Tally::default(),
            Err(_) => Tally::of_one(false),
        }
    }

    /// Nothing ran that should have.
    fn is_idle(&self) -> bool {
        let Tally { passed, failed, .. } = self.tally();
        passed + failed == 0 && !(self.optional && self.outcome.is_err())
    }

    fn remark(&self) -> String {
        match &self.outcome {
            Err(failure) => format!("could not run: {failure}"),
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
    let idle = rows.is_empty() || rows.iter().any(Row::is_idle);
    // Alone on the last line: what continuous integration reads.
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if idle || total.failed > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
