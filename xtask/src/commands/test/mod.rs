//! `cargo xtask test`: every suite, one table at the end.

mod budget;
mod count;
mod e2e;
mod fuzz;
mod report;
mod stop;
mod suite;
mod times;

use std::cell::Cell;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::process::{processor_seconds, step};
use stop::Stop;
use suite::Suite;

/// What the suites need to know.
pub struct Options {
    suites: Vec<Suite>,
    /// In the other engines too, where their browsers can be installed.
    all_browsers: bool,
    /// Only these files in the other engines; all when empty.
    their_files: Vec<String>,
    /// The other engines are left out once so much has passed.
    within: Option<Duration>,
    /// The browser tests run on dist/site/ as it is.
    built: Cell<bool>,
    /// All other forms are made of it already.
    bundled: Cell<bool>,
    /// Only browser tests whose name contains this.
    filter: Option<String>,
    fuzz_seconds: u32,
    /// All when empty.
    fuzz_targets: Vec<String>,
}

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let options = parse(arguments)?;
    let budget = budget::Budget::stated()?;
    let mut rows = Vec::new();
    let begun_all = Instant::now();
    let others: &[Suite] = if options.all_browsers {
        &Suite::OTHER_ENGINES
    } else {
        &[]
    };
    let wanted = options.suites.iter().map(|suite| (*suite, false));
    let optional = others
        .iter()
        .filter(|suite| !options.suites.contains(suite))
        .map(|suite| (*suite, true));
    for (suite, optional) in wanted.chain(optional) {
        step(
            &format!("suite {}: {}", suite.name(), suite.what()),
            suite.about(),
        );
        let (begun, before) = (Instant::now(), processor_seconds());
        let is_late = options
            .within
            .is_some_and(|within| begun_all.elapsed() > within);
        let outcome = if optional && is_late {
            Err(Stop::Absent(Failure::new("the time for it had passed")))
        } else {
            suite.run(&options)
        };
        rows.push(report::Row {
            suite,
            optional,
            seconds: begun.elapsed().as_secs(),
            processor: processor_seconds()
                .zip(before)
                .map(|(now, then)| now - then),
            outcome,
        });
    }
    Ok(report::print(&rows, &budget))
}

fn parse(arguments: &[String]) -> Result<Options, Failure> {
    let mut options = Options {
        suites: Vec::new(),
        all_browsers: false,
        their_files: Vec::new(),
        within: None,
        built: Cell::new(false),
        bundled: Cell::new(false),
        filter: None,
        fuzz_seconds: fuzz::SECONDS,
        fuzz_targets: Vec::new(),
    };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .ok_or_else(|| Failure::new(format!("{word} needs a value")))
        };
        match word.as_str() {
            "--only" => options.suites.push(Suite::named(value()?)?),
            "--all-browsers" => options.all_browsers = true,
            "--their-files" => {
                options.their_files = value()?.split(',').map(str::to_owned).collect();
            }
            "--within" => {
                let minutes: u64 = value()?.parse().map_err(Failure::while_doing("--within"))?;
                options.within = Some(Duration::from_secs(minutes * 60));
            }
            "--no-build" => options.built = Cell::new(true),
            "--filter" => options.filter = Some(value()?.clone()),
            "--fuzz-seconds" => {
                options.fuzz_seconds = value()?
                    .parse()
                    .map_err(Failure::while_doing("--fuzz-seconds"))?;
            }
            "--fuzz-target" => options.fuzz_targets.push(value()?.clone()),
            unknown => {
                return Err(Failure::new(format!(
                    "test does not know `{unknown}`; see `cargo xtask help`"
                )));
            }
        }
    }
    if options.suites.is_empty() {
        options.suites = Suite::ALL.to_vec();
    }
    Ok(options)
}
