//! What each row of a table is. No row is passed over in silence: it holds corners, is blank, a heading, a rule or a row of
//! column numbers, is a line of text that is noted, or a corner that cannot be read.

use super::super::fold::{fold, lower_case};
use super::{
    coordinate::{Sizes, is_number},
    heading::{self, Role},
    key::Key,
    layout::{Block, Layout},
    lines::Row,
    spoken::only_names_meridian,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Class {
    /// A corner in at least one block.
    Corners,
    /// Blank, a rule, a heading, a row of column numbers.
    Passed,
    /// Words, and numbers that are no coordinates.
    Text,
    /// A corner that cannot be read, and the column to blame.
    Damaged(usize),
}

/// What a row is, after a corner of the given name; `above`: the rows over the first corner.
pub(super) fn class(row: &Row, layout: &Layout, above: &[Row], last: Option<&Key<'_>>) -> Class {
    if is_passed(row, above) {
        return Class::Passed;
    }
    let mut corners = 0;
    let mut bad = None;
    for block in &layout.blocks {
        match state(row, block) {
            State::Blank => {}
            State::Corner => corners += 1,
            State::Bad(column) => bad = bad.or(Some(column)),
        }
    }
    let is_sum = || is_sum(row);
    if is_page(row) && corners == 0 && looks(row, layout.unit) == Looks::None {
        return Class::Text;
    }
    // "KTT: 104045'" has lost the mark of degrees, and looks like a name or an easting.
    if corners == 0 && only_names_meridian(&row.text()) {
        return Class::Text;
    }
    match bad {
        None if corners > 0 && (is_corner_by_size(row, layout) || !is_sum()) => {
            let odd = unknown_coordinate(row, layout).or_else(|| moved(row, layout));
            return odd.map_or(Class::Corners, Class::Damaged);
        }
        Some(column) if corners > 0 => return Class::Damaged(column),
        _ => {}
    }
    let column = bad.unwrap_or_else(|| layout.columns()[0]);
    let follows = |name: &str| {
        let name = Key::of(name);
        name.zip(last).is_some_and(|(name, last)| {
            name.follows(last) || (!name.prefix.is_empty() && name.is_of(last))
        })
    };
    let is_damaged = match looks(row, layout.unit) {
        Looks::Pair => true,
        Looks::One => !is_sum() && !is_prose(row),
        Looks::None if is_sum() => false,
        Looks::None => match row.only_cell() {
            Some(cell) => (is_rubbish(cell) && !is_prose(row)) || follows(cell),
            None => {
                let is_short = row.filled() <= layout.width();
                let is_named = layout.blocks.iter().any(|block| follows(label(row, block)));
                (is_named && is_short) || has_rubbish(row, layout)
            }
        },
    };
    if is_damaged {
        Class::Damaged(column)
    } else {
        Class::Text
    }
}

/// The rows over the first corner that are corners themselves but cannot be read: the last of them, and the column to blame.
/// `first`: the name of the first corner that can be read.
pub(super) fn damaged_above(
    above: &[Row],
    layout: &Layout,
    first: Option<Key<'_>>,
) -> Option<(usize, usize)> {
    let next = first;
    let block = layout.blocks.first()?;
    let mut is_above_heading = false;
    for (index, row) in above.iter().enumerate().rev() {
        let before = above.get(..index).unwrap_or_default();
        if is_passed(row, before) {
            is_above_heading |= is_heading(row, before);
            continue;
        }
        // A text over the heading is a title, whatever numbers it holds; those are noted.
        if is_above_heading && row.only_cell().is_some() {
            continue;
        }
        let name = Key::of(label(row, block));
        let is_before = name
            .zip(next)
            .is_some_and(|(name, next)| next.follows(&name));
        let has_digits = |column: &usize| row.cell(*column).contains(|c: char| c.is_ascii_digit());
        let is_short = row.filled() <= layout.width() || block.columns.iter().any(has_digits);
        let is_named = is_before && row.cells.len() >= 2 && is_short;
        let is_damaged = match looks(row, layout.unit) {
            Looks::Pair => !is_prose(row) || is_named || names_one_before(row, next),
            Looks::One => !is_sum(row) && (!is_prose(row) || is_named),
            Looks::None => is_named || has_rubbish(row, layout),
        };
        if is_damaged {
            let [first, second] = block.columns;
            let column = if is_number(row.cell(first)) {
                second
            } else {
                first
            };
            return Some((index, column));
        }
    }
    None
}

/// A sentence with the name before that of the first corner.
fn names_one_before(row: &Row, next: Option<Key<'_>>) -> bool {
    let text = row.text();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    next.is_some_and(|next| words.any(|word| Key::of(word).is_some_and(|name| next.follows(&name))))
}

/// Whether a line of words holds a number that looks like a coordinate.
pub(super) fn holds_coordinate(row: &Row, layout: &Layout) -> bool {
    looks(row, layout.unit) != Looks::None
}

enum State {
    Blank,
    Corner,
    Bad(usize),
}

fn label<'a>(row: &'a Row, block: &Block) -> &'a str {
    block.label.map_or("", |column| row.cell(column))
}

fn state(row: &Row, block: &Block) -> State {
    let [first, second] = block.columns;
    let [a, b] = block.columns.map(|column| row.cell(column));
    match (is_number(a), is_number(b)) {
        (true, true) => State::Corner,
        _ if a.is_empty() && b.is_empty() => {
            if Key::of(label(row, block)).is_some() {
                State::Bad(first)
            } else {
                State::Blank
            }
        }
        (true, false) => State::Bad(second),
        _ => State::Bad(first),
    }
}

fn is_corner_by_size(row: &Row, layout: &Layout) -> bool {
    layout.blocks.iter().any(|block| {
        let [a, b] = block.columns.map(|column| Sizes::of(row.cell(column)));
        a.together(b).is_any()
    })
}

/// A cell beside those that are known, or where a name should stand, which looks like a coordinate too.
fn unknown_coordinate(row: &Row, layout: &Layout) -> Option<usize> {
    // Several numbers in one cell were cut wrongly: one that looks like a coordinate is enough.
    let are_numbers = |cell: &str| {
        let mut words = cell.split_whitespace();
        words.clone().nth(1).is_some() && words.all(is_number)
    };
    let looks = |cell: &str| {
        Sizes::of(cell).may_be(layout.unit)
            || match looks_of(cell.split(is_between), layout.unit) {
                Looks::Pair => true,
                Looks::One => are_numbers(cell),
                Looks::None => false,
            }
    };
    let is_name = |column: usize| {
        layout
            .blocks
            .iter()
            .any(|block| block.label == Some(column))
    };
    let is_decimal = |cell: &str| cell.contains(['.', ',']);
    let mut cells = row.cells.iter().enumerate();
    cells
        .find(|(column, cell)| {
            let is_open = !layout.knows(*column) || (is_name(*column) && is_decimal(cell));
            cell.len() >= 5 && is_open && looks(cell)
        })
        .map(|(column, _)| column)
}

/// Of a row with fewer cells than most a number of few digits among degrees: a height has moved to where a cell is missing.
fn moved(row: &Row, layout: &Layout) -> Option<usize> {
    let is_short = row.cells.len() < layout.usual && layout.unit == Sizes::DEGREES;
    let mut columns = layout.blocks.iter().flat_map(|block| block.columns);
    columns.find(|column| {
        is_short && !row.cell(*column).is_empty() && !Sizes::of(row.cell(*column)).is_precise()
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    None,
    /// Some number may be a coordinate.
    One,
    /// Two numbers may be the coordinates of one place.
    Pair,
}

const fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ';' | '=' | ':' | '(' | ')' | '|' | '[' | ']')
}

/// Whether numbers of a row look like coordinates, in cells of their own or within a text.
fn looks(row: &Row, unit: Sizes) -> Looks {
    let cells = row.cells.iter().map(String::as_str);
    let words = row.cells.iter().flat_map(|cell| cell.split(is_between));
    looks_of(cells.chain(words), unit)
}

fn looks_of<'a>(texts: impl Iterator<Item = &'a str>, unit: Sizes) -> Looks {
    let mut found = Sizes::default();
    for text in texts {
        let text = text.trim_end_matches([',', '.', ';']);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let sizes = if digits >= 5 {
            Sizes::of(text)
        } else {
            Sizes::default()
        };
        if sizes.may_be(unit) {
            if found.together(sizes).shares(unit) {
                return Looks::Pair;
            }
            found = found.with(sizes.only(unit));
        }
    }
    if found.is_any() {
        Looks::One
    } else {
        Looks::None
    }
}

fn is_passed(row: &Row, above: &[Row]) -> bool {
    row.is_blank() || is_rule(row) || is_page_number(row) || is_index(row) || is_heading(row, above)
}

/// A row of dashes.
pub(super) fn is_rule(row: &Row) -> bool {
    let is_line = |cell: &String| {
        cell.is_empty() || (cell.len() >= 3 && cell.chars().all(|c| "-=_+:–—─━═".contains(c)))
    };
    row.cells.iter().all(is_line)
}

/// "Trang 2 / 3".
fn is_page(row: &Row) -> bool {
    let text = fold(&row.text());
    text.starts_with("trang ") || text.starts_with("page ")
}

/// "- 2 -", in one cell or cut.
fn is_page_number(row: &Row) -> bool {
    let text = row.text();
    let inner = text
        .strip_prefix(['-', '–', '—'])
        .and_then(|text| text.strip_suffix(['-', '–', '—']));
    inner.is_some_and(|number| number.trim().len() <= 4 && number.trim().parse::<u16>().is_ok())
}

/// "1 2 3" or "(1) (2) (3)" under a heading.
pub(super) fn is_index(row: &Row) -> bool {
    let mut cells = row.cells.iter().filter(|cell| !cell.is_empty());
    let numbers = (1_usize..).zip(&mut cells);
    let mut count = 0;
    for (number, cell) in numbers {
        if cell.trim_matches(['(', ')']).parse() != Ok(number) {
            return false;
        }
        count += 1;
    }
    count >= 3
}

/// A row that is one of those above the table, or names columns and holds no figure.
fn is_heading(row: &Row, above: &[Row]) -> bool {
    let names = |row: &Row| {
        row.cells
            .iter()
            .filter(|cell| heading::role(cell) != Role::Other)
            .count()
    };
    let has_figures = || {
        row.cells
            .iter()
            .any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
    };
    let is_known = || {
        row.filled() >= 2
            && above
                .iter()
                .rev()
                .take(8)
                .any(|known| known.cells == row.cells)
    };
    is_known() || (!has_figures() && names(row) >= 2 && !has_sign_of_damage(row))
}

fn has_sign_of_damage(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.starts_with('#'))
}

/// An area, a length, a total: words after which a number is no coordinate.
fn is_sum(row: &Row) -> bool {
    is_sum_text(&fold(&row.text()))
}

/// The same of a text without marks: "bê tông" and "công nghiệp" are none.
pub(super) fn is_sum_text(text: &str) -> bool {
    let within = ["dien tich", "chu vi", "tong cong", "perimeter"];
    let begins = [
        "tong", "cong ", "cong:", "area", "total", "s =", "s=", "f =", "f=", "s:", "s :",
    ];
    let is_other = ["cong ty", "cong nghiep", "cong trinh", "cong vien"];
    within.iter().any(|word| text.contains(word))
        || (begins.iter().any(|word| text.starts_with(word))
            && !is_other.iter().any(|word| text.starts_with(word)))
}

/// Three words or more, and more than numbers.
fn is_prose(row: &Row) -> bool {
    let text = row.text();
    let words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 2);
    let is_figure = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let figures = text.split_whitespace().filter(is_figure).count();
    !has_sign_of_damage(row) && words.count() >= 3.max(figures + 1)
}

/// What stands where a coordinate should and is no word: an error of a spreadsheet, dots, a number with stray letters.
pub(super) fn is_rubbish(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let lower = lower_case(cell);
    let is_word = |word: &&str| lower == *word;
    !cell.is_empty()
        && ((letters == 0 && digits == 0)
            || cell.starts_with('#')
            || ["nan", "inf", "-inf", "null", "none", "n/a", "na"]
                .iter()
                .any(is_word)
            || (digits >= 6 && digits >= letters && !cell.contains('/')))
}

/// In the columns of coordinates; of a sentence only an angle of which a part is missing.
fn has_rubbish(row: &Row, layout: &Layout) -> bool {
    let is_prose = is_prose(row);
    let mut columns = layout.blocks.iter().flat_map(|block| block.columns);
    columns.any(|column| {
        let cell = row.cell(column);
        cell.ends_with('?') || (!is_prose && is_rubbish(cell))
    })
}
