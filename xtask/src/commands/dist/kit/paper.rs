//! An HTML page as PDF, printed by Chromium.

use std::collections::BTreeSet;
use std::fs;

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::browser;
use crate::workspace;

/// What would tell when and on which system it was printed.
const OF_THE_MOMENT: [&str; 3] = ["/CreationDate (", "/ModDate (", "/Creator ("];

/// # Errors
/// Chromium is missing and cannot be installed, or prints nothing.
pub(super) fn print(page: &str) -> Result<Vec<u8>, Failure> {
    let browser = browser::ensure()?;
    let folder = workspace::target().join("kit");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(Failure::while_doing("making a folder"))?;
    let folder = fs::canonicalize(&folder).map_err(Failure::while_doing("finding a folder"))?;
    let (source, printed) = (folder.join("guide.html"), folder.join("guide.pdf"));
    fs::write(&source, page).map_err(Failure::while_doing("writing the guide"))?;
    Run::new(&browser.chromium)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args(["--disable-background-networking", "--no-pdf-header-footer"])
        .args([format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        )])
        .args([format!("--print-to-pdf={}", printed.display())])
        .args([&source])
        .capture()?;
    let bytes = fs::read(&printed).map_err(Failure::while_doing("reading the printed guide"))?;
    timeless(bytes).map(renumbered)
}

/// With spaces in the place of those entries, so that every other place in the file stays where its table says.
fn timeless(mut pdf: Vec<u8>) -> Result<Vec<u8>, Failure> {
    for entry in OF_THE_MOMENT {
        let key = entry.as_bytes();
        let from = pdf
            .windows(key.len())
            .position(|bytes| bytes == key)
            .ok_or_else(|| Failure::new(format!("the printed guide has no `{entry}`")))?;
        let mut is_escaped = false;
        for byte in pdf.iter_mut().skip(from) {
            let is_last = *byte == b')' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            *byte = b' ';
            if is_last {
                break;
            }
        }
    }
    Ok(pdf)
}

/// Before the number of an element, of eight digits.
const ELEMENT: &[u8] = b"(node";
const DIGITS: usize = 8;

/// Chromium numbers the elements of a page after all that it had made before: here from one on, in the same order.
fn renumbered(mut pdf: Vec<u8>) -> Vec<u8> {
    let places: Vec<usize> = pdf
        .windows(ELEMENT.len() + DIGITS)
        .enumerate()
        .filter(|(_, bytes)| {
            bytes
                .strip_prefix(ELEMENT)
                .is_some_and(|number| number.iter().all(u8::is_ascii_digit))
        })
        .map(|(at, _)| at + ELEMENT.len())
        .collect();
    let number = |pdf: &[u8], at: usize| pdf.get(at..at + DIGITS).map(<[u8]>::to_vec);
    let known: BTreeSet<Vec<u8>> = places.iter().filter_map(|at| number(&pdf, *at)).collect();
    for at in places {
        let new = number(&pdf, at).and_then(|old| known.iter().position(|one| *one == old));
        if let (Some(new), Some(place)) = (new, pdf.get_mut(at..at + DIGITS)) {
            place.copy_from_slice(format!("{:0DIGITS$}", new + 1).as_bytes());
        }
    }
    pdf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_numbered_from_one_on_in_their_order() {
        let pdf = b"/ID (node00000242) /Headers [(node00000467) (node00000242)] (nodes)";
        let expected = "/ID (node00000001) /Headers [(node00000002) (node00000001)] (nodes)";
        assert_eq!(renumbered(pdf.to_vec()), expected.as_bytes());
    }

    #[test]
    fn pdf_tells_no_moment_and_keeps_its_length() {
        let pdf = b"<</Creator (A \\(B\\) C)\n/Producer (P)\n/CreationDate (D:1)\n/ModDate (D:2)>>";
        let timeless = String::from_utf8(timeless(pdf.to_vec()).unwrap()).unwrap();
        assert_eq!(timeless.len(), pdf.len());
        let words: Vec<&str> = timeless.split_whitespace().collect();
        assert_eq!(words, ["<<", "/Producer", "(P)", ">>"]);
    }

    #[test]
    fn pdf_of_another_form_is_refused() {
        assert!(timeless(b"%PDF-1.4".to_vec()).is_err());
    }
}
