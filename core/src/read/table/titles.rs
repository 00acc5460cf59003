//! What lines of text mean for the corners between which they stand.

use super::super::{fold::fold, name::beginning};
use super::{
    classes,
    layout::{Block, Layout},
    lines::Row,
};

/// What a line of text between corners means for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The page ends: nothing.
    Page,
    /// Another part begins.
    Part,
    /// Nobody can tell.
    Other,
}

/// First words of a title.
const PART: [&str; 21] = [
    "khu",
    "lo",
    "thua",
    "vung",
    "khoanh",
    "manh",
    "phan",
    "o",
    "mo",
    "cum",
    "bang",
    "ranh gioi",
    "ring",
    "part",
    "polygon",
    "parcel",
    "zone",
    "plot",
    "lot",
    "moc khong che",
    "diem khong che",
];

/// Whether a text begins as the name of a parcel does.
pub(super) fn names_parcel(text: &str) -> bool {
    line(text, "") == Line::Part
}

pub(super) fn line(text: &str, title: &str) -> Line {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let said = words(text);
    let joined = format!(" {} ", said.join(" "));
    let begins = |word: &&str| joined.starts_with(&format!(" {word} "));
    let goes_on = ["tiep theo", "tiep trang", "tiep bang", "continued", "cont"];
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    // "Trang 2" is a page, "Trang trại 2" none.
    let is_page = said.windows(2).any(|pair| match pair {
        [word, number] => {
            matches!(word.as_str(), "trang" | "page" | "to" | "so") && is_number(number)
        }
        _ => false,
    });
    let is_figures = !text.contains(char::is_alphabetic);
    if is_figures
        || goes_on
            .iter()
            .any(|word| joined.contains(&format!(" {word} ")))
        || joined.ends_with(" tiep ")
    {
        return Line::Page;
    }
    let is_like_title = !said.is_empty() && said.first() == words(title).first();
    if PART.iter().any(begins) {
        Line::Part
    } else if is_page || classes::is_sum_text(joined.trim()) || begins(&"ghi chu") {
        Line::Page
    } else if is_like_title {
        Line::Part
    } else {
        Line::Other
    }
}

/// What stands over each block, where they are names of parcels.
pub(super) fn titles(above: &[Row], layout: &Layout) -> Vec<String> {
    let start = |block: &Block| {
        let columns = block.columns.into_iter().chain(block.label);
        columns.min().unwrap_or_default()
    };
    let starts: Vec<usize> = layout.blocks.iter().map(start).collect();
    let over = |row: &Row| -> Option<Vec<String>> {
        let title = |(at, from): (usize, &usize)| {
            let to = starts.get(at + 1).copied().unwrap_or(row.cells.len());
            let cells = row.cells.get(*from..to.min(row.cells.len()))?;
            let title = cells.iter().find(|cell| !cell.is_empty())?;
            (line(title, "") == Line::Part).then(|| beginning(title).to_owned())
        };
        starts.iter().enumerate().map(title).collect()
    };
    let is_several = layout.blocks.len() > 1;
    let rows = above.iter().rev().filter(|_| is_several);
    rows.filter_map(over).next().unwrap_or_default()
}
