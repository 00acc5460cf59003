//! The project's commands: `cargo xtask help` lists them.
//!
//! A fresh machine has Rust and a C linker; every other tool is found or installed by `tools`.

mod commands;
mod digest;
mod failure;
mod process;
mod server;
mod tidy;
mod tools;
mod workspace;

use std::process::ExitCode;

use failure::Failure;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--open]   build the product and serve it on this machine
        [--no-build]          serve dist/site/ as it is
        [--dev]               unoptimised build, rebuilt and reloaded on every change
  build                       build the product into dist/site/
  dist [--no-build]           all that is given away, in dist/: site, one-file page, files to embed, npm package,
                              workshop kit, licences, bill of materials, digests
       [--twice]              make it all once more from a copy elsewhere and compare every file
  test [--only SUITE]…        run the tests; suites: tidy fmt xtask native lint wasm e2e fuzz
                              (e2e is Chromium; by name there are firefox, webkit, and core: the core and the command alone)
       [--all-browsers]       the built product in Firefox and WebKit too, where they can be installed
       [--their-files A,B]    there only tests/e2e/A.test.mjs, …
       [--within MINUTES]     and only if so much has not passed yet
       [--no-build]           e2e on dist/site/ as it is
       [--filter TEXT]        e2e: only tests whose name contains TEXT
       [--fuzz-seconds N]     fuzz: N seconds for each target instead of 5
       [--fuzz-target NAME]…  fuzz: only this target
  tidy                        check the invariants of the source tree
  size [--check]              bytes of what the browser loads before the first question, and later
  bench core [--save]         the core natively, each part beside a peer, and against the ratios that are kept
  bench start [--runs N]      to the first answer on a slow phone and a slow line, beside other pages with the questions
  bench lighthouse            Lighthouse on the site
  bench read [--runs N]       reading and measuring boundaries beside other programs, in Chromium and natively
       [--kinks]              Turf's kinks on 100,000 corners too, a minute
       [--no-build]           any of them: with dist/site/ as it is
  stage                       (called by trunk) add the style sheet and the element, cut and optimise the wasm
  help                        this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    match command {
        "serve" => commands::serve::run(rest),
        "build" => commands::build::run(rest),
        "dist" => commands::dist::run(rest),
        "stage" => commands::stage::run(rest),
        "test" => commands::test::run(rest),
        "tidy" => commands::tidy::run(rest),
        "size" => commands::size::run(rest),
        "bench" => commands::bench::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Failure::new(format!(
            "there is no command `{other}`; `cargo xtask help` lists them"
        ))),
    }
}
