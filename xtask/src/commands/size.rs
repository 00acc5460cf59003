//! `cargo xtask size`: what the browser loads for the first question, the program, the worker and the programs before it, against their budgets,
//! and what it loads later.

use std::fs;
use std::process::ExitCode;

use serde_json::Value;

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::node;
use crate::workspace;

/// What the first question needs, brotli-compressed. The host page is the integrator's own.
const FIRST_BUDGET_BYTES: u64 = 16_200;
/// The program that takes it over, brotli-compressed.
const PROGRAM_BUDGET_BYTES: u64 = 133_700;
/// The worker's WebAssembly, brotli-compressed; the readers of tables and documents are a file of their own.
const WORKER_BUDGET_BYTES: u64 = 165_000;
/// What reads the text of PDF files, brotli-compressed.
const PDF_BUDGET_BYTES: u64 = 60_000;
/// What cuts a boundary along an earlier one, brotli-compressed.
const OVERLAY_BUDGET_BYTES: u64 = 45_000;
/// The file that the second budget is for.
const WORKER: &str = "worker.wasm";

/// How the standard library's table of powers begins, with which it reads figures: 10 KB that no compression makes smaller. One
/// `parse::<f64>()` brings it; `number::nearest` reads the same without.
const POWERS: [u8; 16] = [
    0x5a, 0xd6, 0x3b, 0x92, 0xd6, 0x53, 0xf4, 0xee, 0x3f, 0x3b, 0xa1, 0x06, 0x29, 0xaa, 0x3f, 0x11,
];

/// Bytes: raw, gzip, brotli.
type Row = [u64; 3];

pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let check = match arguments {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err(Failure::new("size knows only --check")),
    };
    let fits = print()?;
    Ok(if check && !fits {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Prints the sizes of the built site, and tells whether they are within their budgets.
///
/// # Errors
/// The site is not built, or holds a file that nothing asks for.
pub fn print() -> Result<bool, Failure> {
    if !workspace::site().join("app_bg.wasm").is_file() {
        return Err(Failure::new(
            "dist/site/ holds no app_bg.wasm; run `cargo xtask build` first",
        ));
    }
    node::ensure()?;
    let printed = Run::new("node")
        .args(["benches/start/size.mjs"])
        .args([workspace::site()])
        .capture()?;
    let files: Vec<Value> =
        serde_json::from_str(&printed).map_err(Failure::while_doing("reading the sizes"))?;

    println!("{:<26} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    println!("the page, in whose place an integrator has another");
    print_group(&files, "page");
    println!("for the first question");
    let [_, _, first] = print_group(&files, "first");
    let first_fits = fits("", first, FIRST_BUDGET_BYTES);
    println!("the program, which then takes over");
    let [_, _, program] = print_group(&files, "program");
    let program_fits = fits("", program, PROGRAM_BUDGET_BYTES);
    println!("for the first boundary, or when nothing else is to be loaded");
    print_group(&files, "worker");
    let worker = files.iter().find(|file| text(file, "name") == WORKER);
    let [_, _, worker] = worker.map_or([0; 3], row);
    let worker_fits = fits(&format!("{WORKER} is "), worker, WORKER_BUDGET_BYTES);
    let plain = bring_no_powers()?;
    println!("for the first PDF");
    let [_, _, pdf] = print_group(&files, "pdf");
    let pdf_fits = fits("", pdf, PDF_BUDGET_BYTES);
    println!("for the first earlier boundary");
    let [_, _, overlay] = print_group(&files, "overlay");
    let overlay_fits = fits("", overlay, OVERLAY_BUDGET_BYTES);
    println!("later");
    print_group(&files, "later");
    Ok(first_fits && program_fits && worker_fits && pdf_fits && overlay_fits && plain)
}

/// Whether the worker's programs read figures without the standard library's table; says which does not.
fn bring_no_powers() -> Result<bool, Failure> {
    let mut none = true;
    for name in [WORKER, "tables.wasm", "pdf.wasm", "overlay.wasm"] {
        let bytes = fs::read(workspace::site().join(name))
            .map_err(Failure::while_doing(format!("reading {name}")))?;
        if bytes.windows(POWERS.len()).any(|part| part == POWERS) {
            println!("{name} reads figures by the standard library, whose table has 10 KB");
            none = false;
        }
    }
    Ok(none)
}

/// Whether so many bytes are within a budget; says so.
fn fits(what: &str, bytes: u64, budget: u64) -> bool {
    let fits = bytes <= budget;
    let state = if fits { "within" } else { "OVER" };
    println!(
        "{what}{state} the budget of {budget} bytes brotli ({} %)",
        bytes * 100 / budget
    );
    fits
}

fn text<'a>(file: &'a Value, key: &str) -> &'a str {
    file.get(key).and_then(Value::as_str).unwrap_or("")
}

fn row(file: &Value) -> Row {
    ["raw", "gzip", "brotli"].map(|column| file.get(column).and_then(Value::as_u64).unwrap_or(0))
}

/// Prints the files that load at this time, and gives and prints their sum.
fn print_group(files: &[Value], when: &str) -> Row {
    let mut total = [0; 3];
    for file in files {
        if text(file, "when") != when {
            continue;
        }
        let row = row(file);
        print_row(text(file, "name"), row);
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
