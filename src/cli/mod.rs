//! The native command: the same core without a browser.

pub mod boundary;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Smart-cluster readiness of industrial clusters, computed from files.
#[derive(Debug, Parser)]
#[command(name = "cluster-ready", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Boundary(boundary::Args),
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Boundary(args) => boundary::run(&args),
    }
}
