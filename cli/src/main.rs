//! The native command `cluster-ready`: the same core without a browser.

mod boundary;
mod compare;
mod key;
mod law;
mod output;
mod questions;
mod score;
mod source;
mod terminal;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const EXAMPLES: &str = "\
Examples:
  cluster-ready score result.json
  cluster-ready score --model 1.1.0 result-of-1.0.0.json
  cluster-ready score --format csv results/*.json > scores.csv
  cluster-ready score --format ndjson --brief - < results.ndjson > scores.ndjson
  cluster-ready compare result-2025.json result-2026.json
  cluster-ready verify result.json
  cluster-ready law --at 2026-12-30 results/*.json
  cluster-ready boundary --meridian 106.25 corners.csv

Exit codes:
  0  everything went well
  1  a file or a line could not be used, or does not match; the others are still done
  2  the command line is wrong";

/// Smart-cluster readiness of industrial clusters, computed from files.
///
/// Results go to standard output, one line for each file in the order given; errors also to standard error.
#[derive(Debug, Parser)]
#[command(name = "cluster-ready", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Score(score::Args),
    Compare(compare::Args),
    Verify(verify::Args),
    Law(law::Args),
    Boundary(boundary::Args),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            // The arguments may be names of files.
            let text = error.to_string();
            for line in text.lines() {
                eprintln!("{}", terminal::escaped(line));
            }
            return ExitCode::from(2);
        }
        Err(error) => error.exit(),
    };
    match arguments.command {
        Command::Score(args) => score::run(args),
        Command::Compare(args) => compare::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Law(args) => law::run(&args),
        Command::Boundary(args) => boundary::run(&args),
    }
}
