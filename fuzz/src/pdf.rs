//! A PDF gives a message that says the same as the file, and lines that keep to their pages.

use cluster_ready_core::pdf::{from_message, to_message};

const BEFORE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj \
    3 0 obj<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj \
    5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj 4 0 obj<</Length 1>>stream\n";
const BEHIND: &[u8] = b"\nendstream endobj trailer<</Root 1 0 R>>%%EOF";

pub fn check_pdf(bytes: &[u8]) {
    // What is no file is what a page draws.
    let message = if bytes.starts_with(b"%PDF") {
        to_message(bytes)
    } else {
        to_message(&[BEFORE, bytes, BEHIND].concat())
    };
    crate::check(&message);
    if let Some(Ok(text)) = from_message(&message) {
        let lines = text.lines.lines().count();
        assert!(text.pages.is_sorted());
        assert!(text.pages.iter().all(|before| *before <= lines));
        assert!(text.scanned.iter().all(|page| *page <= text.pages.len()));
    }
}
