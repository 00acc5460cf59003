//! Every reader against inputs that libFuzzer makes up. A find fails the suite and is kept.

mod build;
mod log;
mod seeds;
mod target;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use super::Options;
use super::count::Tally;
use crate::failure::Failure;
use crate::process::Run;
use crate::workspace;
use log::Log;
use target::Target;

/// Seconds per target unless told otherwise.
pub const SECONDS: u32 = 5;
/// Inputs take milliseconds. A busy machine may stop a run for some seconds, which is no find.
const TIMEOUT_SECONDS: u32 = 60;
/// A small input must not fill the memory.
const MEMORY_MB: u32 = 1_024;
/// Lines of a log that are shown when a target did not run.
const SHOWN: usize = 20;

/// # Errors
/// The targets cannot be built or fed. A find is no error but a failed test.
pub fn run(options: &Options) -> Result<Tally, Failure> {
    let targets = target::chosen(&options.fuzz_targets)?;
    let folder = workspace::target().join("fuzz");
    let programs = build::all(&folder.join("build"))?;
    let runner = Runner {
        folder,
        programs,
        seconds: options.fuzz_seconds,
    };
    let left = Mutex::new(targets.iter());
    let tally = Mutex::new(Ok(Tally::default()));
    let at_once = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                loop {
                    // In a statement of its own: a `while let` would hold the lock while the target runs.
                    let next = lock(&left).next();
                    let Some(target) = next else { break };
                    let ended = runner.run(target);
                    let mut tally = lock(&tally);
                    match (&mut *tally, ended) {
                        (Ok(tally), Ok(success)) => tally.add(Tally::of_one(success)),
                        (Ok(_), Err(failure)) => *tally = Err(failure),
                        (Err(_), _) => {}
                    }
                }
            });
        }
    });
    tally
        .into_inner()
        .unwrap_or_else(|_| Err(Failure::new("a fuzz target was not run to its end")))
}

/// Nothing is left half-written by a thread that panicked.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

struct Runner {
    folder: PathBuf,
    programs: PathBuf,
    seconds: u32,
}

impl Runner {
    /// Whether a target ran its time without a find.
    fn run(&self, target: &Target) -> Result<bool, Failure> {
        let own = |kind: &str| self.folder.join(kind).join(target.name);
        let [corpus, seeds, finds] = ["corpus", "seeds", "finds"].map(own);
        seeds::copy(target, &seeds)?;
        let logs = self.folder.join("logs");
        for folder in [&corpus, &finds, &logs] {
            fs::create_dir_all(folder)
                .map_err(Failure::while_doing(format!("making {}", folder.display())))?;
        }
        let log = logs.join(format!("{}.log", target.name));
        let program = format!("{}{}", target.name, std::env::consts::EXE_SUFFIX);
        let mut run = Run::new(self.programs.join(program)).args([
            format!("-max_total_time={}", self.seconds),
            format!("-max_len={}", target.max_len),
            format!("-timeout={TIMEOUT_SECONDS}"),
            format!("-rss_limit_mb={MEMORY_MB}"),
            // With a separator at its end, so that it is a folder.
            format!("-artifact_prefix={}", finds.join("").display()),
        ]);
        if let Some(dictionary) = target.dictionary {
            let file = format!("fuzz/dictionaries/{dictionary}.dict");
            run = run.args([format!("-dict={}", workspace::root().join(file).display())]);
        }
        // Written to is the first only. What was found before is tried first: once mended it is one input more.
        let success = run.args([&corpus, &finds, &seeds]).log(&log)?;
        println!("{}", report(target, success, &log));
        Ok(success)
    }
}

/// One text, so that two targets that end together do not mix their lines.
fn report(target: &Target, success: bool, file: &Path) -> String {
    let text = fs::read(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let Log {
        runs,
        edges,
        find,
        input,
    } = Log::read(&text);
    let mark = if success { "ok  " } else { "FAIL" };
    let mut lines = vec![format!(
        "{mark}  {:<11} {runs:>9} runs {edges:>6} edges",
        target.name
    )];
    if !success {
        match (find, input) {
            (Some(find), Some(input)) => {
                lines.push(find);
                lines.push(format!("the input is kept: {input}"));
            }
            _ => {
                let all: Vec<&str> = text.lines().collect();
                let last = all.iter().skip(all.len().saturating_sub(SHOWN));
                lines.extend(last.map(|line| (*line).to_owned()));
            }
        }
        lines.push(format!("all it said: {}", file.display()));
    }
    lines.join("\n      ")
}
