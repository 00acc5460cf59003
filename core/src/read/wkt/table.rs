//! WKT in a column of a table: what QGIS copies, what databases export.

use std::ops::Range;

use super::{
    super::{
        Hint, Layer, Note, ReadError,
        blank::{is_blank, is_invisible},
        findings::Findings,
        name::{beginning, name, rank},
    },
    Format, Scan, geometries, is_wkt,
};

/// So many lines are looked at for the first geometry; above it stand titles and a heading.
const LIMIT_LINES: usize = 30;
/// The same in bytes.
const LIMIT_BYTES: usize = 100_000;
/// By so many characters a geometry is known: word, dimension, brackets and a first figure.
const LIMIT_CHARS: usize = 100;
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];

/// A table with WKT in one of its columns.
pub(super) struct Table<'a> {
    text: &'a str,
    separator: Option<char>,
    column: usize,
}

/// A cell of a record.
struct Cell<'a> {
    content: &'a str,
    /// Where the content stands.
    range: Range<usize>,
    /// Where the separator or the end of the line stands.
    end: usize,
    is_quoted: bool,
}

impl<'a> Table<'a> {
    /// `None` where no cell of the first lines is WKT, and where the text is nothing but WKT.
    pub(super) fn find(text: &'a str) -> Option<Self> {
        let mut start = 0;
        for line in text.split_inclusive('\n').take(LIMIT_LINES) {
            let cells = line.match_indices(SEPARATORS).map(|(at, _)| start + at + 1);
            let cells = std::iter::once(start).chain(cells);
            let mut cells = cells.take_while(|at| *at < LIMIT_BYTES);
            if let Some(at) = cells.find(|at| is_geometry(inside(text, *at).0)) {
                return Self::of(text, start, at);
            }
            start += line.len();
        }
        None
    }

    /// With the first geometry in the cell that begins at a byte, in a line that begins at another.
    fn of(text: &'a str, line: usize, at: usize) -> Option<Self> {
        let is_separator = |c: &char| SEPARATORS.contains(c);
        let before = text.get(..at)?;
        let first = cell(text, at, None);
        let is_alone = before.chars().all(is_blank) && !first.is_quoted;
        let geometry = if first.is_quoted {
            first.range.end + 1
        } else {
            first.range.start + length(inside(text, at).0)
        };
        let rest = text.get(geometry..)?.trim_start_matches(' ');
        let behind = rest.chars().next().filter(is_separator);
        // Semicolons may part geometries too.
        let goes_on = |rest: &str| rest.chars().all(is_blank) || is_wkt(rest);
        if is_alone && behind.is_none_or(|c| c == ';' && goes_on(rest.get(1..).unwrap_or_default()))
        {
            return None;
        }
        let last = before.chars().next_back().filter(|_| at > line);
        let separator = last.filter(is_separator).or(behind);
        let mut table = Self {
            text,
            separator,
            column: 0,
        };
        let mut start = line;
        while start < at {
            start = cell(text, start, separator).end + 1;
            table.column += 1;
        }
        (start == at).then_some(table)
    }

    /// Reads every row: its geometry, what it is called, or, where it has none, what it says.
    pub(super) fn read(&self, hint: &Hint) -> Result<Layer, ReadError> {
        let mut found = Findings::default();
        let (mut stated, mut notes) = (None, Vec::new());
        let mut heading: Option<(usize, Vec<Cell<'a>>)> = None;
        let mut has_begun = false;
        let (mut at, mut line) = (0, 1);
        while let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty()) {
            let (cells, end) = self.record(at);
            let row = line;
            line += rest
                .bytes()
                .take(end - at)
                .filter(|byte| *byte == b'\n')
                .count();
            at = end;
            if cells.iter().all(|cell| cell.content.is_empty()) {
                continue;
            }
            let wkt = cells
                .get(self.column)
                .filter(|cell| !cell.content.is_empty());
            has_begun |= wkt.is_some_and(|cell| is_geometry(cell.content));
            if !has_begun {
                let title = heading.replace((row, cells));
                notes.extend(title.map(|(row, cells)| told(row, &cells)));
                continue;
            }
            let headed = heading
                .as_ref()
                .map_or(&[][..], |(_, cells)| cells.as_slice());
            let Some(wkt) = wkt else {
                notes.push(told(row, &cells));
                continue;
            };
            if cells
                .iter()
                .map(|cell| cell.content)
                .eq(headed.iter().map(|cell| cell.content))
            {
                continue;
            }
            let before = (found.areas.len(), found.lines.len());
            let mut scan = Scan::within(self.text, wkt.range.clone());
            if !is_wkt(wkt.content) {
                return Err(scan.bad_at(wkt.range.start));
            }
            geometries(&mut scan, &mut found, &mut stated)?;
            let label = best(headed, &cells, &rank);
            let id = best(headed, &cells, &|heading| {
                ["id", "fid", "gid", "stt"]
                    .iter()
                    .position(|known| *known == heading)
            });
            let areas = found.areas.iter_mut().skip(before.0);
            for candidate in areas.chain(found.lines.iter_mut().skip(before.1)) {
                (candidate.label, candidate.id) = (label.clone(), id.clone());
            }
        }
        let mut layer = found.into_layer(Format::Wkt, stated, hint)?;
        layer.notes.extend(notes);
        Ok(layer)
    }

    /// The cells of the record that begins at a byte, and where the next one begins.
    fn record(&self, start: usize) -> (Vec<Cell<'a>>, usize) {
        let mut cells = Vec::new();
        let mut at = start;
        loop {
            let cell = cell(self.text, at, self.separator);
            at = cell.end + 1;
            let rest = self.text.get(cell.end..).unwrap_or_default();
            let goes_on = self
                .separator
                .is_some_and(|separator| rest.starts_with(separator));
            cells.push(cell);
            if !goes_on {
                return (cells, at.min(self.text.len()));
            }
        }
    }
}

/// The cell that begins at a byte. In quotes it may hold separators and line breaks, and so may a geometry.
fn cell(text: &str, start: usize, separator: Option<char>) -> Cell<'_> {
    let from = |at: usize| text.get(at..).unwrap_or_default();
    let (content, is_quoted) = inside(text, start);
    let first = text.len() - content.len();
    let mut stop = first;
    if is_quoted {
        loop {
            let quote = from(stop).find('"');
            stop = quote.map_or(text.len(), |quote| stop + quote);
            // Two of them are one in the text.
            if !from(stop).starts_with("\"\"") {
                break;
            }
            stop += 2;
        }
    } else if is_geometry(content) {
        stop += length(content);
    }
    let is_end = |c: char| c == '\n' || Some(c) == separator;
    let end = from(stop).find(is_end).map_or(text.len(), |at| stop + at);
    let stop = if is_quoted { stop } else { end };
    Cell {
        content: text
            .get(first..stop)
            .unwrap_or_default()
            .trim_matches(is_blank),
        range: first..stop,
        end,
        is_quoted,
    }
}

/// The text from where the content of a cell begins, and whether it is quoted.
fn inside(text: &str, start: usize) -> (&str, bool) {
    let rest = text.get(start..).unwrap_or_default();
    let content = rest.trim_start_matches(|c| c == ' ' || is_invisible(c));
    match content.strip_prefix('"') {
        Some(quoted) => (quoted, true),
        None => (content, false),
    }
}

/// A geometry with a figure or EMPTY in its brackets, so no "Point (m)" in a heading.
pub(super) fn is_geometry(text: &str) -> bool {
    let end = text.char_indices().nth(LIMIT_CHARS).map(|(end, _)| end);
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let is_figure = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    if !is_wkt(text) {
        return false;
    }
    let Some((_, inside)) = text.split_once('(') else {
        return true;
    };
    let inside = inside.trim_start_matches(|c| is_blank(c) || c == '(');
    let after = inside.trim_start_matches(is_figure);
    let is_position = after.len() < inside.len() && after.starts_with(char::is_whitespace);
    is_position || Scan::new(inside).take_word("EMPTY") || is_wkt(inside)
}

/// How far a geometry goes: to the bracket that closes the first one, or through EMPTY.
fn length(text: &str) -> usize {
    let line = text.lines().next().unwrap_or_default();
    if !line.contains('(') {
        return line
            .to_ascii_uppercase()
            .find("EMPTY")
            .map_or(0, |at| at + "EMPTY".len());
    }
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth <= 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The cell under the heading that ranks first.
fn best(
    heading: &[Cell<'_>],
    cells: &[Cell<'_>],
    rank: &dyn Fn(&str) -> Option<usize>,
) -> Option<String> {
    let named = heading.iter().zip(cells);
    let ranked = named.filter_map(|(heading, cell)| Some((rank(heading.content)?, cell)));
    let (_, cell) = ranked.min_by_key(|(rank, _)| *rank)?;
    name(cell.content)
}

/// What a row without a geometry says.
fn told(row: usize, cells: &[Cell<'_>]) -> Note {
    let filled = cells
        .iter()
        .map(|cell| cell.content)
        .filter(|content| !content.is_empty());
    let text = filled.collect::<Vec<_>>().join(" ");
    Note::TextLine {
        row,
        text: beginning(&text).to_owned(),
    }
}
