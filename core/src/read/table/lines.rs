//! Text → rows of cells: which sign parts the cells, and quoted cells.

use super::{angle, clean::clean, coordinate::Sizes, layout::numbers};

/// One line of the text, or one row of a sheet, with its number from 1 on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Row {
    pub number: usize,
    pub cells: Vec<String>,
}

impl Row {
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    /// How many cells hold anything.
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The cell of a row that has no other.
    pub(super) fn only_cell(&self) -> Option<&str> {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (Some(cell), None) => Some(cell),
            _ => None,
        }
    }

    /// What it says, its cells one after the other.
    pub(in crate::read) fn text(&self) -> String {
        let filled: Vec<&str> = self
            .cells
            .iter()
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        filled.join(" ")
    }
}

/// What parts the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delimiter {
    Sign(char),
    /// A run of two blanks or more.
    Blanks,
    /// Every blank.
    Blank,
}

const DELIMITERS: [Delimiter; 6] = [
    Delimiter::Sign('\t'),
    Delimiter::Sign(';'),
    Delimiter::Sign('|'),
    Delimiter::Sign(','),
    Delimiter::Blanks,
    Delimiter::Blank,
];

/// Lines looked at to find the delimiter.
const SAMPLE: usize = 200;
/// Of so many rows one may have lost its sign.
const LOST_SHARE: usize = 3;

/// The rows of a table. The delimiter is the one that gives most rows two coordinates, of many digits above all.
pub(in crate::read) fn rows(text: &str) -> Vec<Row> {
    let text = &*clean(text);
    let best = |score: fn(&Row) -> usize| {
        let mut best = (Delimiter::Sign(','), 0);
        for delimiter in DELIMITERS {
            let rows = split(text, delimiter).take(SAMPLE);
            let reached: usize = rows.map(|row| score(&row)).sum();
            // A blank parts what has lost its sign too: some more rows do not make it what parts the cells.
            let lost = match delimiter {
                Delimiter::Blank => best.1 / LOST_SHARE,
                _ => 0,
            };
            if reached > best.1 + lost {
                best = (delimiter, reached);
            }
        }
        best
    };
    // Where no row has coordinates, by the numbers that should be some.
    let mut best_by = best(coordinates);
    if best_by.1 == 0 {
        best_by = best(|row| usize::from(numbers(row) >= 2));
    }
    split(text, best_by.0).collect()
}

/// Cells of a row in which its coordinates are looked for.
const LIMIT_SEARCHED: usize = 16;

/// Two cells that can be coordinates of one place.
pub(super) fn has_coordinates(row: &Row) -> bool {
    coordinates(row) > 0
}

/// How surely two cells can be coordinates of one place: not at all, perhaps, or by many digits.
fn coordinates(row: &Row) -> usize {
    let cells = row.cells.iter().take(LIMIT_SEARCHED);
    let sizes: Vec<Sizes> = cells.map(|cell| Sizes::of(cell)).collect();
    let of_pair = |first: &Sizes, second: &Sizes| match first.together(*second).is_any() {
        true if first.is_precise() && second.is_precise() => 3,
        true => 2,
        false => 0,
    };
    let pairs = sizes.iter().enumerate().flat_map(|(index, first)| {
        let after = sizes.iter().skip(index + 1);
        after.map(move |second| of_pair(first, second))
    });
    pairs.max().unwrap_or_default()
}

fn split(text: &str, delimiter: Delimiter) -> impl Iterator<Item = Row> {
    let mut rest = text;
    let mut number = 0;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        number += 1;
        let start = number;
        let cells = match delimiter {
            Delimiter::Sign(sign) => {
                let (cells, after, lines) = quoted_cells(rest, sign);
                rest = after;
                number += lines;
                cells
            }
            Delimiter::Blanks | Delimiter::Blank => {
                let (line, after) = line(rest);
                rest = after;
                blank_cells(line, delimiter)
            }
        };
        Some(Row {
            number: start,
            cells,
        })
    })
}

/// The next line and what follows its end (LF, CRLF or CR).
fn line(text: &str) -> (&str, &str) {
    match text.find(['\n', '\r']) {
        None => (text, ""),
        Some(end) => {
            let (line, after) = text.split_at(end);
            let after = after
                .strip_prefix("\r\n")
                .or_else(|| after.get(1..))
                .unwrap_or_default();
            (line, after)
        }
    }
}

/// The cells of a line after RFC 4180: a cell that *begins* with a quote ends with one and may hold anything. A quote
/// elsewhere stands for itself, as in 16°44'17".
fn quoted_cells(text: &str, sign: char) -> (Vec<String>, &str, usize) {
    let mut cells = Vec::new();
    let mut rest = text;
    let mut lines = 0;
    loop {
        let trimmed = rest.trim_start_matches(' ');
        let (cell, after) = match trimmed.strip_prefix('"').and_then(quoted) {
            Some((cell, after)) => {
                lines += cell.matches('\n').count();
                (cell, after)
            }
            None => {
                let end = rest.find([sign, '\n', '\r']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                (cell.trim().to_owned(), after)
            }
        };
        cells.push(cell.trim().to_owned());
        match after.strip_prefix(sign) {
            Some(next) => rest = next,
            None => return (cells, line(after).1, lines),
        }
    }
}

/// A quoted cell after its first quote, and what follows; `None` when it never ends or something else than an end
/// follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(next) = after.strip_prefix('"') {
            cell.push('"');
            rest = next;
        } else {
            let after = after.trim_start_matches(' ');
            let ends = after.is_empty() || after.starts_with([',', ';', '|', '\t', '\n', '\r']);
            return ends.then_some((cell, after));
        }
    }
}

const fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}')
}

/// Cells between blanks. Pieces of one angle ("16°", "44'", "17"", "N") stay together.
fn blank_cells(line: &str, delimiter: Delimiter) -> Vec<String> {
    let pieces: Vec<&str> = match delimiter {
        Delimiter::Blanks => line
            .split("  ")
            .flat_map(|piece| piece.split('\t'))
            .map(|piece| piece.trim_matches(is_gap))
            .filter(|piece| !piece.is_empty())
            .collect(),
        _ => line
            .split(is_gap)
            .filter(|piece| !piece.is_empty())
            .collect(),
    };
    let mut cells: Vec<String> = Vec::new();
    let mut rest = pieces.as_slice();
    while let [piece, others @ ..] = rest {
        if delimiter == Delimiter::Blank
            && let Some((pair, count)) = grouped(rest)
        {
            cells.extend(pair);
            rest = rest.get(count..).unwrap_or_default();
            continue;
        }
        rest = others;
        let joined = cells.last().map(|last| format!("{last} {piece}"));
        let goes_on = cells.last().is_some_and(|last| continues(last, piece));
        match (cells.last_mut(), joined) {
            (Some(last), Some(joined)) if goes_on => *last = joined,
            _ => cells.push(piece.trim_end_matches([',', ';']).to_owned()),
        }
    }
    cells
}

/// Two coordinates whose digits blanks group, as in "2 325 000.25 580 000.12", and of how many pieces they are.
fn grouped(pieces: &[&str]) -> Option<([String; 2], usize)> {
    let is_group = |piece: &&str| {
        let whole = piece.find(['.', ',']).unwrap_or(piece.len());
        whole == 3
            && piece
                .bytes()
                .all(|byte| byte.is_ascii_digit() || b".,".contains(&byte))
    };
    let number = |from: usize, count: usize| {
        let pieces = pieces.get(from..from + count)?;
        let (head, groups) = pieces.split_first()?;
        let is_whole = |piece: &str| piece.bytes().all(|byte| byte.is_ascii_digit());
        let (_, inner) = groups.split_last()?;
        let fits = is_whole(head)
            && head.len() == if count == 3 { 1 } else { 3 }
            && groups.iter().all(is_group)
            && inner.iter().all(|piece| is_whole(piece));
        let number = pieces.join(" ").trim_end_matches([',', ';']).to_owned();
        fits.then_some(number)
    };
    [(3, 2), (2, 3), (2, 2)].into_iter().find_map(|(a, b)| {
        let pair = [number(0, a)?, number(a, b)?];
        let [first, second] = [0, 1].map(|at| pair.get(at).map(|cell| Sizes::of(cell)));
        let fits = first?.together(second?).holds(Sizes::METRES);
        fits.then_some((pair, a + b))
    })
}

/// The words of a text, an angle one of them.
pub(super) fn words(text: &str) -> Vec<String> {
    blank_cells(text, Delimiter::Blank)
}

/// "16°" goes on with "44'"; "17.09"" with "N".
fn continues(last: &str, piece: &str) -> bool {
    let is_open = last.ends_with(angle::is_mark) && !last.ends_with("''");
    let begins_with_digit = piece.starts_with(|c: char| c.is_ascii_digit());
    let is_letter = piece.chars().count() == 1 && piece.chars().all(char::is_alphabetic);
    let joined = || angle::read(&format!("{last} {piece}")).is_some();
    // Whose mark was lost before the second half: no cell of its own.
    let is_half = last.contains(angle::is_mark)
        && last.ends_with(|c: char| c.is_ascii_digit())
        && begins_with_digit
        && piece.trim_end_matches(angle::is_mark).len() < piece.len()
        && !piece
            .trim_end_matches(angle::is_mark)
            .contains(angle::is_mark);
    is_half
        || (is_open && begins_with_digit && joined())
        || (is_letter && angle::read(last).is_some() && joined())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn delimiter_is_the_one_that_parts_coordinates() {
        let expected = ["1", "1851433,395", "588656,512"];
        for text in [
            "1;1851433,395;588656,512",
            "1\t1851433,395\t588656,512",
            "1|1851433,395|588656,512",
            "1 1851433,395 588656,512",
            "1    1851433,395   588656,512",
            "1,\"1851433,395\",\"588656,512\"",
        ] {
            assert_eq!(cells(text), [expected], "{text}");
        }
        assert_eq!(
            cells("1,1851433.395,588656.512\r\n"),
            [["1", "1851433.395", "588656.512"]]
        );
        assert_eq!(
            cells("A  1 851 433.395  588 656.512"),
            [["A", "1 851 433.395", "588 656.512"]]
        );
    }

    #[test]
    fn angles_with_blanks_stay_whole() {
        assert_eq!(
            cells("1 16° 44' 17.09\" N 107° 04' 59.93\" E"),
            [["1", "16° 44' 17.09\" N", "107° 04' 59.93\" E"]]
        );
        assert_eq!(
            cells("16°44'17.09\"N,107°04'59.93\"E"),
            [["16°44'17.09\"N", "107°04'59.93\"E"]]
        );
    }

    #[test]
    fn quoted_cells_keep_their_signs_and_rows_their_numbers() {
        let rows = rows("a,\"b, \"\"c\"\"\nd\",e\n1,1851433.395,588656.512\n");
        assert_eq!(rows[0].cells, ["a", "b, \"c\"\nd", "e"]);
        assert_eq!(rows[1].number, 3);
    }
}
