//! `cargo xtask tidy`: the invariants that the compiler does not check.
//!
//! The rules stand in docs/architecture.md; each check here is one of them.

mod features;
mod layers;
mod lexer;
mod locale;
mod source;
mod terms;
mod text;

use crate::failure::Failure;
use source::Tree;

pub struct Outcome {
    pub passed: usize,
    pub failed: usize,
}

/// A check gives one sentence for each place that breaks its rule.
type Check = fn(&Tree) -> Vec<String>;

const CHECKS: [(&str, Check); 12] = [
    (
        "only platform, element and bin name web-sys or js-sys",
        layers::browser_crates,
    ),
    ("dependencies point inwards", layers::direction),
    (
        "core, session and view models know no view, no clock, no terminal",
        layers::purity,
    ),
    (
        "the view keeps to its shadow root and to a strict content policy",
        layers::view,
    ),
    (
        "the view leaves files and geometry to the worker",
        layers::worker,
    ),
    (
        "both locales have the same keys and placeholders",
        locale::same_keys,
    ),
    ("every text key that is used exists", locale::used_exist),
    ("every text key is used", locale::no_unused),
    ("every text keeps to the terms", terms::no_synonyms),
    ("every to-do mark names its issue", text::todo),
    (
        "no machine path and no registry host in a file",
        text::places,
    ),
    ("Leptos delegates no events", features::no_delegation),
];

/// Enough to see what is wrong; a forgotten file of texts breaks a rule a hundred times.
const SHOWN: usize = 30;

/// Runs all checks and says what they found.
///
/// # Errors
/// The source tree cannot be read.
pub fn run_all() -> Result<Outcome, Failure> {
    let tree = Tree::read()?;
    let mut outcome = Outcome {
        passed: 0,
        failed: 0,
    };
    for (rule, check) in CHECKS {
        let problems = check(&tree);
        if problems.is_empty() {
            outcome.passed += 1;
            println!("ok    {rule}");
        } else {
            outcome.failed += 1;
            println!("FAIL  {rule}");
            for problem in problems.iter().take(SHOWN) {
                println!("      {problem}");
            }
            if problems.len() > SHOWN {
                println!("      and {} more", problems.len() - SHOWN);
            }
        }
    }
    for long in text::long_files(&tree) {
        println!("note  {long}");
    }
    Ok(outcome)
}
