//! The built product in a browser, by the tests of `tests/e2e/`.

use std::path::PathBuf;
use std::time::Instant;

use super::Options;
use super::count::{self, Tally};
use super::stop::Stop;
use super::suite::Done;
use super::times::Times;
use crate::commands::{build, dist, size};
use crate::failure::Failure;
use crate::process::{Ended, Run};
use crate::tools::engine::Engine;
use crate::tools::node;
use crate::workspace;

/// Tests in whose outcome the engine has no part: they look into the bundles and schemas, make packages and examples of the
/// portals, or take every file through the readers, which are the same program everywhere. They run in Chromium alone.
const OF_NO_ENGINE: [&str; 8] = [
    "bill", "examples", "formats", "npm", "outbox", "portals", "schema", "types",
];

/// Starts the browser once and says why it cannot be started.
const STARTS: &str = "tests/e2e/harness/starts.mjs";

/// Tells how long every test took.
const REPORTER: &str = "./tests/e2e/harness/times.mjs";

/// Runs the tests in one engine; what it cannot do is listed.
///
/// # Errors
/// The browser cannot be installed or does not start here, or the product cannot be built.
pub fn run(engine: Engine, options: &Options) -> Result<Done, Stop> {
    node::ensure()?;
    let browser = engine.ensure().map_err(Stop::Absent)?;
    let node = || {
        let node = Run::new("node").env("CLUSTER_READY_ENGINE", engine.name());
        browser
            .iter()
            .fold(node, |node, (name, program)| node.env(name, program))
    };
    if let Some(reason) = why_not(&node().args([STARTS]).capture()?) {
        let told = format!("{} does not start here: {reason}", engine.name());
        return Err(Stop::Absent(Failure::new(told)));
    }
    let begun = Instant::now();
    if !options.built.replace(true) {
        build::release()?;
    }
    if !options.bundled.replace(true) {
        dist::bundle()?;
    }
    let mut times = Times::of_one("building", begun.elapsed().as_secs_f64());
    let screenshots = workspace::target().join("screenshots");
    let told = workspace::target().join(format!("times-{}.ndjson", engine.name()));
    let run = |files: &[PathBuf], at_a_time: &str| -> Result<Ended, Failure> {
        let mut node = node()
            .args(["--test", at_a_time])
            .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
            .args([format!("--test-reporter={REPORTER}")])
            .args([format!("--test-reporter-destination={}", told.display())]);
        if let Some(filter) = &options.filter {
            node = node.args(["--test-name-pattern", filter]);
        }
        node.args(files)
            .env("CLUSTER_READY_SCREENSHOTS", &screenshots)
            .tee()
    };
    let mut files = files(engine, &options.their_files)?;
    let first = run(&files, "--test-concurrency=2")?;
    times.add(Times::of_file(&told));
    let mut tally = Tally::of_node(&first);
    // A browser that has to share a busy machine may miss a deadline: what failed is run once more, alone.
    files.retain(|file| count::names_file(&first.stdout, file));
    if tally.failed > 0 && !files.is_empty() {
        println!(
            "{} failed; running their files again, one at a time:",
            tally.failed
        );
        let again = Tally::of_node(&run(&files, "--test-concurrency=1")?);
        tally = tally.after_second_run(again);
    }
    let left_out = count::left_out(&first.stdout, engine.name());
    for (reason, tests) in &left_out {
        println!(
            "{} cannot run {}, {reason}:",
            engine.name(),
            count::tests(tests.len())
        );
        for test in tests {
            println!("  {test}");
        }
    }
    tally.skipped = left_out.values().map(Vec::len).sum();
    println!("screenshots: {}", screenshots.display());
    if options.filter.is_none() && engine == Engine::Chromium {
        tally.add(Tally::of_one(size::print()?));
    }
    Ok(Done { tally, times })
}

/// What the browser's first start said, on one line; nothing when it went well.
fn why_not(said: &str) -> Option<&str> {
    Some(said.trim()).filter(|reason| !reason.is_empty())
}

fn files(engine: Engine, theirs: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let folder = workspace::root().join("tests/e2e");
    let is_asked = |name: &str| {
        engine == Engine::Chromium
            || (!OF_NO_ENGINE.contains(&name)
                && (theirs.is_empty() || theirs.iter().any(|one| one == name)))
    };
    let names = workspace::file_names(&folder)?;
    Ok(names
        .iter()
        .filter(|file| file.strip_suffix(".test.mjs").is_some_and(is_asked))
        .map(|file| folder.join(file))
        .collect())
}
