//! Writes the first pages as HTML into a folder: `start.html` in Vietnamese, `english.html` in English. Part of the build.

use std::path::Path;
use std::process::ExitCode;

use cluster_ready::i18n::Locale;
use cluster_ready::ui::first_pages;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        return ExitCode::FAILURE;
    };
    let written = [(Locale::Vi, "start.html"), (Locale::En, "english.html")]
        .into_iter()
        .all(|(locale, name)| {
            first_pages(locale)
                .is_some_and(|html| std::fs::write(Path::new(&folder).join(name), html).is_ok())
        });
    if written {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
