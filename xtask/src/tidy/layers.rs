//! Who may name whom.

use super::source::{Module, Tree};

/// The boundary with the browser.
const BROWSER_ROOMS: [&str; 4] = ["platform", "element", "bin", "worker"];
/// What knows no view, no clock and no terminal. The core has no crate for the first; for the others it has the standard library.
const PURE_ROOMS: [&str; 4] = ["core", "session", "view_model", "i18n"];

pub fn browser_crates(tree: &Tree) -> Vec<String> {
    let words = ["web_sys", "js_sys"];
    let outside =
        |module: &Module| module.room() != "ui" && !BROWSER_ROOMS.contains(&module.room());
    let mut found = find(tree, outside, &words);
    for module in tree.modules().filter(|module| module.room() == "ui") {
        let named = module
            .lines_with("web_sys")
            .filter(|(_, line)| !only_handed_over(line));
        found.extend(named.map(|(at, _)| format!("{}:{at}: web_sys", module.path)));
        found.extend(module.places_of("js_sys"));
    }
    found
}

pub fn direction(tree: &Tree) -> Vec<String> {
    let mut found = find(
        tree,
        |module| !["element", "bin"].contains(&module.room()),
        &["crate::element"],
    );
    found.extend(find(
        tree,
        |module| !["ui", "element", "bin"].contains(&module.room()),
        &["crate::ui"],
    ));
    found.extend(find(tree, is_pure, &["crate::platform"]));
    let is_session = |module: &Module| module.room() == "session";
    found.extend(find(
        tree,
        is_session,
        &["crate::view_model", "crate::i18n"],
    ));
    found
}

pub fn purity(tree: &Tree) -> Vec<String> {
    let words = [
        "leptos",
        "wasm_bindgen",
        "gloo",
        "std::time",
        "std::fs",
        "std::env",
        "println!",
        "print!",
        "eprintln!",
        "dbg!",
    ];
    find(tree, is_pure, &words)
}

/// What leaves the shadow root, or what a page without inline styles and scripts blocks.
pub fn view(tree: &Tree) -> Vec<String> {
    let words = [
        "Portal",
        "leptos_meta",
        "style=",
        "document().body",
        "document().head",
    ];
    find(tree, |module| module.room() == "ui", &words)
}

/// What is in the worker: code of the view that names it would carry it a second time.
pub fn worker(tree: &Tree) -> Vec<String> {
    let words = [
        "cluster_ready_core::write",
        "read::read(",
        "examine(",
        "places::nearest",
        "survey::answer",
    ];
    let of_page = |module: &Module| ["ui", "platform", "element"].contains(&module.room());
    find(tree, of_page, &words)
}

/// Leptos hands elements, events and the files in them to the view, which may name their types and nothing else.
fn only_handed_over(line: &str) -> bool {
    line.split("web_sys::").skip(1).all(|after| {
        let name = after
            .split(|char: char| !char.is_alphanumeric())
            .next()
            .unwrap_or("");
        name.starts_with("Html") || name.ends_with("Event") || name == "File"
    })
}

fn is_pure(module: &Module) -> bool {
    PURE_ROOMS.contains(&module.room())
}

fn find(tree: &Tree, rooms: impl Fn(&Module) -> bool, words: &[&str]) -> Vec<String> {
    tree.modules()
        .filter(|module| rooms(module))
        .flat_map(|module| {
            words
                .iter()
                .flat_map(|word| module.places_of(word))
                .collect::<Vec<_>>()
        })
        .collect()
}
