//! Writes the first pages as HTML into a folder: `start.html` in Vietnamese, `english.html` in English, those of a firm as
//! `firm.vi.html` and `firm.en.html`. Part of the build.

use std::path::Path;
use std::process::ExitCode;

use cluster_ready::i18n::Locale;
use cluster_ready::ui::{first_pages, first_pages_of_a_firm};

type Pages = fn(Locale) -> Option<String>;

const FILES: [(&str, Pages, Locale); 4] = [
    ("start.html", first_pages, Locale::Vi),
    ("english.html", first_pages, Locale::En),
    ("firm.vi.html", first_pages_of_a_firm, Locale::Vi),
    ("firm.en.html", first_pages_of_a_firm, Locale::En),
];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        return ExitCode::FAILURE;
    };
    let written = FILES.into_iter().all(|(name, pages, locale)| {
        pages(locale)
            .is_some_and(|html| std::fs::write(Path::new(&folder).join(name), html).is_ok())
    });
    if written {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
