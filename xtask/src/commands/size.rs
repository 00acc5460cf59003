//! `cargo xtask size`: what the browser loads before the first question, against the budget, and what it loads later.

use std::process::ExitCode;

use serde_json::Value;

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::node;
use crate::workspace;

/// All that loads before the first question, brotli-compressed. The host page is the integrator's own.
const BUDGET_BYTES: u64 = 140_000;

/// Bytes: raw, gzip, brotli.
type Row = [u64; 3];

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let check = match arguments {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err(Failure::new("size knows only --check")),
    };
    if !workspace::dist().join("app_bg.wasm").is_file() {
        return Err(Failure::new(
            "dist/ holds no app_bg.wasm; run `cargo xtask build` first",
        ));
    }
    node::ensure()?;
    let printed = Run::new("node")
        .args(["benches/start/size.mjs"])
        .args([workspace::dist()])
        .capture()?;
    let files: Vec<Value> =
        serde_json::from_str(&printed).map_err(Failure::while_doing("reading the sizes"))?;

    println!("{:<26} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    println!("the page, in whose place an integrator has another");
    print_group(&files, "page");
    println!("before the first question");
    let [_, _, brotli] = print_group(&files, "first");
    let state = if brotli <= BUDGET_BYTES {
        "within"
    } else {
        "OVER"
    };
    println!(
        "{state} the budget of {BUDGET_BYTES} bytes brotli ({} %)",
        brotli * 100 / BUDGET_BYTES
    );
    println!("later");
    print_group(&files, "later");
    Ok(if check && brotli > BUDGET_BYTES {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Prints the files that load at this time, and gives and prints their sum.
fn print_group(files: &[Value], when: &str) -> Row {
    let mut total = [0; 3];
    for file in files {
        let word = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or("");
        if word("when") != when {
            continue;
        }
        let row = ["raw", "gzip", "brotli"]
            .map(|column| file.get(column).and_then(Value::as_u64).unwrap_or(0));
        print_row(word("name"), row);
        for (sum, value) in total.iter_mut().zip(row) {
            *sum += value;
        }
    }
    print_row("together", total);
    total
}

fn print_row(name: &str, [raw, gzip, brotli]: Row) {
    println!("  {name:<24} {raw:>9} {gzip:>9} {brotli:>9}");
}
