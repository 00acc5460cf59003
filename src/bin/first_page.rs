//! Writes the first pages as HTML into a folder, in each language a file called as `data/languages.json` says; those of a firm
//! are `firm.TAG.html`. Part of the build.

use std::path::Path;
use std::process::ExitCode;

use cluster_ready::i18n::Locale;
use cluster_ready::ui::{first_pages, first_pages_of_a_firm};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        return ExitCode::FAILURE;
    };
    let write = |name: String, html: Option<String>| {
        html.is_some_and(|html| std::fs::write(Path::new(&folder).join(name), html).is_ok())
    };
    // All of a cluster first: a page of a firm takes up what comes later.
    let of_cluster = Locale::ALL
        .into_iter()
        .all(|locale| write(format!("{}.html", locale.file()), first_pages(locale)));
    let of_firm = || {
        Locale::ALL.into_iter().all(|locale| {
            let name = format!("firm.{}.html", locale.tag());
            write(name, first_pages_of_a_firm(locale))
        })
    };
    let written = of_cluster && of_firm();
    if written {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
