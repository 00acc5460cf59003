//! `cargo xtask serve`: the product on this machine.

use std::process::ExitCode;

use super::build;
use crate::failure::Failure;
use crate::process::{Run, on_path, step};
use crate::server;
use crate::workspace;

/// What the product is made of; tests and documents start no build. Trunk refuses names that do not exist.
const WATCHED: [&str; 10] = [
    "src",
    "core",
    "worker",
    "style",
    "data",
    "locales",
    "index.html",
    "page.css",
    "Cargo.toml",
    "Cargo.lock",
];

struct Options {
    port: u16,
    how: How,
    open: bool,
}

enum How {
    Release,
    AsItIs,
    Dev,
}

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let options = parse(arguments)?;
    match options.how {
        How::Dev => return dev(&options),
        How::Release => build::release()?,
        How::AsItIs => {}
    }
    if !workspace::site().join("index.html").is_file() {
        return Err(Failure::new(
            "dist/site/ holds no index.html; run without --no-build",
        ));
    }
    let server = server::Server::bind(workspace::site(), options.port)?;
    println!(
        "\nCluster Ready is at {} (Ctrl-C ends it)",
        server.address()
    );
    if options.open {
        open(&server.address());
    }
    server.serve();
    Ok(ExitCode::SUCCESS)
}

fn dev(options: &Options) -> Result<ExitCode, Failure> {
    let trunk = build::trunk()?;
    step(
        "building, and again on every change",
        "3 minutes the first time, then seconds",
    );
    let port = server::free_port(options.port)?.to_string();
    println!("\nCluster Ready will be at http://127.0.0.1:{port}/ (Ctrl-C ends it)");
    let mut trunk = trunk.args(["serve", "--skip-version-check", "--port", &port]);
    for part in WATCHED
        .iter()
        .filter(|part| workspace::root().join(part).exists())
    {
        trunk = trunk.args(["--watch", part]);
    }
    if options.open {
        trunk = trunk.args(["--open"]);
    }
    trunk.run()?;
    Ok(ExitCode::SUCCESS)
}

fn parse(arguments: &[String]) -> Result<Options, Failure> {
    let mut options = Options {
        port: 8080,
        how: How::Release,
        open: false,
    };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--dev" => options.how = How::Dev,
            "--no-build" => options.how = How::AsItIs,
            "--open" => options.open = true,
            "--port" => {
                let number = words.next().and_then(|text| text.parse().ok());
                options.port =
                    number.ok_or_else(|| Failure::new("--port needs a number from 0 to 65535"))?;
            }
            unknown => {
                return Err(Failure::new(format!(
                    "serve does not know `{unknown}`; see `cargo xtask help`"
                )));
            }
        }
    }
    Ok(options)
}

/// Asks the desktop to show the page; the address is printed anyway.
fn open(address: &str) {
    let opener = ["xdg-open", "open", "explorer"]
        .into_iter()
        .find_map(on_path);
    if let Some(opener) = opener {
        let _ = Run::new(opener).args([address]).run();
    }
}
