//! `cargo xtask size`: what the browser loads before the first question, against the budget.

use std::process::ExitCode;

use serde_json::Value;

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::node;
use crate::workspace;

/// All that loads before the first question, brotli-compressed. The host page is the integrator's own.
const BUDGET_BYTES: u64 = 140_000;
const HOST_PAGE: &str = "index.html";

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let check = match arguments {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err(Failure::new("size knows only --check")),
    };
    node::ensure()?;
    let printed = Run::new("node")
        .args(["benches/start/size.mjs"])
        .args([workspace::dist()])
        .capture()?;
    let files: Vec<Value> =
        serde_json::from_str(&printed).map_err(Failure::while_doing("reading the sizes"))?;
    if !files
        .iter()
        .any(|file| file.get("name").is_some_and(|name| name == "app_bg.wasm"))
    {
        return Err(Failure::new(
            "dist/ holds no app_bg.wasm; run `cargo xtask build` first",
        ));
    }
    let mut total = [0; 3];
    println!("{:<14} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    for file in &files {
        let name = file.get("name").and_then(Value::as_str).unwrap_or("");
        let row = ["raw", "gzip", "brotli"]
            .map(|column| file.get(column).and_then(Value::as_u64).unwrap_or(0));
        print_row(name, row);
        if name != HOST_PAGE {
            for (sum, value) in total.iter_mut().zip(row) {
                *sum += value;
            }
        }
    }
    print_row("widget", total);
    let [_, _, brotli] = total;
    let state = if brotli <= BUDGET_BYTES {
        "within"
    } else {
        "OVER"
    };
    println!(
        "{state} the budget of {BUDGET_BYTES} bytes brotli ({} %)",
        brotli * 100 / BUDGET_BYTES
    );
    Ok(if check && brotli > BUDGET_BYTES {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn print_row(name: &str, [raw, gzip, brotli]: [u64; 3]) {
    println!("{name:<14} {raw:>9} {gzip:>9} {brotli:>9}");
}
