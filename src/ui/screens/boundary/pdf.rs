//! What is said of a PDF: why it gave no boundary, with the way out, and what was not seen of one that did.

use crate::ui::state::App;
use cluster_ready_core::pdf::Fault;

/// What is wrong, and the way out.
pub fn fault(app: App, fault: Fault) -> (String, String) {
    let (key, out) = match fault {
        Fault::Damaged => (
            "boundary.failed.pdf_damaged",
            "boundary.failed.pdf_damaged.out",
        ),
        Fault::Locked => (
            "boundary.failed.pdf_locked",
            "boundary.failed.pdf_locked.out",
        ),
        Fault::NoText => ("boundary.failed.pdf_scan", "boundary.failed.pdf_scan.out"),
        Fault::TooLarge => ("boundary.failed.pdf_large", "boundary.failed.pdf_large.out"),
        Fault::Letters { page } => {
            return (
                app.fill(
                    "boundary.failed.pdf_letters",
                    &[("page", &page.to_string())],
                ),
                app.t("boundary.failed.pdf_letters.out").to_owned(),
            );
        }
    };
    (app.t(key).to_owned(), app.t(out).to_owned())
}

/// A cell that is no coordinate; a PDF cannot be corrected, a table pasted from it can.
pub fn bad_cell(app: App, found: &str, [page, line, column]: [usize; 3]) -> (String, String) {
    let key = if found.trim().is_empty() {
        "boundary.failed.pdf_blank"
    } else {
        "boundary.failed.pdf_cell"
    };
    let [page, line, column] = [page, line, column].map(|number| number.to_string());
    (
        app.fill(
            key,
            &[
                ("page", &page),
                ("line", &line),
                ("column", &column),
                ("found", found),
            ],
        ),
        app.t("boundary.failed.pdf_cell.out").to_owned(),
    )
}

/// The note on letters that the file does not tell.
pub fn unknown_letters(app: App, page: usize) -> (String, String) {
    (
        app.fill("boundary.note.pdf_letters", &[("page", &page.to_string())]),
        app.t("boundary.note.pdf_letters_text").to_owned(),
    )
}

/// The note on a table of other figures.
pub fn table(app: App, page: usize) -> (String, String) {
    (
        app.fill("boundary.note.pdf_table", &[("page", &page.to_string())]),
        app.t("boundary.note.sheet_text").to_owned(),
    )
}

/// The note on pages that are pictures.
pub fn scanned(app: App, pages: &[String]) -> (String, String) {
    (
        app.fill("boundary.note.pdf_scan", &[("pages", &pages.join(", "))]),
        app.t("boundary.note.pdf_scan_text").to_owned(),
    )
}
