//! Signs at their places → rows of cells.

use super::grid::{Grid, grids};
use super::sheet::{Letter, Turned};
use crate::order;

/// Parts of the size: lines that differ by less are one (raised figures are), gaps that part words and cells.
const SAME_LINE: f64 = 0.5;
const WORD_GAP: f64 = 0.17;
const CELL_GAP: f64 = 0.9;
/// Where no blank is written: words of one text have one, mostly.
const BARE_GAP: f64 = 0.4;
/// More letters than the headings of a table have on one line.
const SENTENCE: usize = 60;
/// Most columns of such lines.
const MOST_BANDS: usize = 100;
/// Lines of other text that a table may go on after.
const LINES_BETWEEN: usize = 1;

/// A piece of text on one line.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    start: f64,
    end: f64,
    down: f64,
    text: String,
}

/// Rows that belong together.
pub(super) struct Part {
    top: f64,
    pub rows: Vec<Vec<String>>,
    /// By the lines around its cells, or by the figures in its columns.
    pub is_table: bool,
}

/// What is read in one direction, from top to bottom.
pub(super) fn parts(turned: Turned) -> Vec<Part> {
    let grids = grids(turned.rules);
    let mut within: Vec<Vec<((usize, usize), Letter)>> = grids.iter().map(|_| Vec::new()).collect();
    let mut free = Vec::new();
    for letter in turned.letters {
        let mut cells = grids.iter().zip(&mut within);
        let cell = cells.find_map(|(grid, within)| grid.cell(&letter).map(|cell| (cell, within)));
        match cell {
            Some((cell, within)) => within.push((cell, letter)),
            None => free.push(letter),
        }
    }
    let lines: Vec<Vec<Piece>> = lines(free)
        .into_iter()
        .map(|line| pieces(line, true))
        .collect();
    let mut parts = aligned(&lines);
    for (grid, within) in grids.iter().zip(within) {
        parts.push(Part {
            top: grid.top(),
            rows: of_grid(grid, within),
            is_table: true,
        });
    }
    order::long_by(&mut parts, |a, b| a.top.total_cmp(&b.top));
    for part in &mut parts {
        part.rows
            .retain(|row| row.iter().any(|cell| !cell.is_empty()));
    }
    parts
}

/// Signs by their lines, from top to bottom.
fn lines(mut letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    order::long_by(&mut letters, |a, b| a.down.total_cmp(&b.down));
    let mut lines: Vec<Vec<Letter>> = Vec::new();
    for letter in letters {
        let fits = |line: &&mut Vec<Letter>| {
            let first = line.first();
            first.is_some_and(|first| {
                letter.down - first.down <= SAME_LINE * first.size.max(letter.size)
            })
        };
        match lines.last_mut().filter(fits) {
            Some(line) => line.push(letter),
            None => lines.push(vec![letter]),
        }
    }
    lines
}

/// The pieces of a line, parted by wide gaps, or all of it as one.
fn pieces(mut line: Vec<Letter>, parts: bool) -> Vec<Piece> {
    order::long_by(&mut line, |a, b| a.start.total_cmp(&b.start));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut blanks = 0;
    let mut last: Option<Letter> = None;
    for letter in line {
        if letter.is_blank() {
            blanks += 1;
            continue;
        }
        // Drawn twice to look bold.
        let is_again = |last: &Letter| {
            last.text == letter.text
                && letter.start - last.start < 0.4 * (letter.end - letter.start)
                && letter.start - last.start < 0.2 * letter.size
        };
        if last.as_ref().is_some_and(is_again) {
            continue;
        }
        match pieces.last_mut() {
            Some(piece) => {
                let gap = (letter.start - piece.end) / letter.size.max(1e-6);
                let is_wide = match blanks {
                    0 => gap > BARE_GAP,
                    1 => gap > CELL_GAP,
                    _ => gap > WORD_GAP,
                };
                if parts && is_wide {
                    pieces.push(piece_of(&letter));
                } else {
                    if gap > WORD_GAP || (blanks > 0 && gap > 0.0) {
                        piece.text.push(' ');
                    }
                    piece.text.push_str(&letter.text);
                    piece.end = piece.end.max(letter.end);
                }
            }
            None => pieces.push(piece_of(&letter)),
        }
        blanks = 0;
        last = Some(letter);
    }
    pieces
}

fn piece_of(letter: &Letter) -> Piece {
    Piece {
        start: letter.start,
        end: letter.end,
        down: letter.down,
        text: letter.text.clone(),
    }
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// As long as a coordinate, and not in a sentence.
fn is_figure(text: &str) -> bool {
    digits(text) >= 4 && text.chars().filter(|letter| letter.is_alphabetic()).count() <= 3
}

/// Lines as rows. Lines of figures that follow one another have common columns, so that a cell left empty stays one.
fn aligned(lines: &[Vec<Piece>]) -> Vec<Part> {
    let is_data =
        |line: &Vec<Piece>| line.iter().filter(|piece| is_figure(&piece.text)).count() >= 2;
    let part = |lines: &[Vec<Piece>], bands: &[[f64; 2]], is_table| Part {
        top: lines
            .first()
            .and_then(|line| line.first())
            .map_or(0.0, |piece| piece.down),
        rows: lines.iter().map(|line| in_bands(line, bands)).collect(),
        is_table,
    };
    let mut parts = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let start = rest.iter().position(is_data).unwrap_or(rest.len());
        let (before, block) = rest.split_at(start);
        let mut length = 0;
        for (index, line) in block.iter().enumerate() {
            if is_data(line) {
                length = index + 1;
            } else if index >= length + LINES_BETWEEN {
                break;
            }
        }
        let (block, after) = block.split_at(length);
        rest = after;
        let mut bands = bands(block.iter().filter(|line| is_data(line)).flatten());
        if bands.len() > MOST_BANDS {
            bands.clear();
        }
        for line in before {
            parts.push(part(std::slice::from_ref(line), &bands, false));
        }
        if !block.is_empty() {
            parts.push(part(block, &bands, true));
        }
    }
    parts
}

/// The columns that pieces stand in: what overlaps is one.
fn bands<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Vec<[f64; 2]> {
    let mut spans: Vec<[f64; 2]> = pieces.map(|piece| [piece.start, piece.end]).collect();
    order::long_by(&mut spans, |[a, _], [b, _]| a.total_cmp(b));
    let mut bands: Vec<[f64; 2]> = Vec::new();
    for [start, end] in spans {
        match bands.last_mut() {
            Some([_, last]) if start < *last => *last = last.max(end),
            _ => bands.push([start, end]),
        }
    }
    bands
}

/// A line's cells by the columns, where each piece has one of its own; else as they follow one another.
fn in_bands(line: &[Piece], bands: &[[f64; 2]]) -> Vec<String> {
    let plain = || -> Vec<String> {
        let texts = || line.iter().map(|piece| piece.text.as_str());
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
        // A sentence whose words are set far apart.
        if texts().map(letters).sum::<usize>() > SENTENCE {
            return vec![texts().collect::<Vec<_>>().join(" ")];
        }
        texts().map(str::to_owned).collect()
    };
    let mut cells = vec![String::new(); bands.len()];
    for piece in line {
        let mut own = (0..)
            .zip(bands)
            .filter(|(_, [start, end])| piece.start < *end && piece.end > *start);
        let (Some((index, _)), None) = (own.next(), own.next()) else {
            return plain();
        };
        match cells.get_mut::<usize>(index) {
            Some(cell) if cell.is_empty() => cell.clone_from(&piece.text),
            _ => return plain(),
        }
    }
    cells
}

/// The rows of a table with lines around its cells.
fn of_grid(grid: &Grid, mut within: Vec<((usize, usize), Letter)>) -> Vec<Vec<String>> {
    order::long_by_key(&mut within, |(cell, _)| *cell);
    let mut rows = Vec::new();
    let mut rest = within.as_slice();
    while let Some(((row, _), _)) = rest.first() {
        let (of_row, after) = rest.split_at(rest.partition_point(|((other, _), _)| other <= row));
        rest = after;
        // Each column with its lines.
        let mut cells: Vec<Vec<Piece>> = vec![Vec::new(); grid.width()];
        for (column, cell) in cells.iter_mut().enumerate() {
            let own = of_row.iter().filter(|((_, other), _)| *other == column);
            let own = own.map(|(_, letter)| letter.clone()).collect();
            cell.extend(lines(own).into_iter().flat_map(|line| pieces(line, false)));
        }
        rows.extend(of_row_of_grid(grid, &cells));
    }
    rows
}

/// One row of a grid is one row of the table, unless several of its lines have corners of their own: then no line was drawn
/// between these.
fn of_row_of_grid(grid: &Grid, cells: &[Vec<Piece>]) -> Vec<Vec<String>> {
    let mut downs: Vec<f64> = cells.iter().flatten().map(|piece| piece.down).collect();
    order::long_by(&mut downs, f64::total_cmp);
    downs.dedup_by(|later, earlier| (*later - *earlier).abs() < 3.0);
    let mut lines = vec![vec![String::new(); cells.len()]; downs.len()];
    for (column, cell) in cells.iter().enumerate() {
        for piece in cell {
            let line = downs
                .partition_point(|down| *down <= piece.down)
                .saturating_sub(1);
            if let Some(text) = lines.get_mut(line).and_then(|line| line.get_mut(column)) {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&piece.text);
            }
        }
    }
    let has_corner = |line: &&Vec<String>| line.iter().filter(|text| is_figure(text)).count() >= 2;
    if lines.iter().filter(has_corner).count() >= 2 {
        return lines;
    }
    let whole = |(column, cell): (usize, &Vec<Piece>)| joined(cell, grid.sides(column));
    vec![cells.iter().enumerate().map(whole).collect()]
}

/// The lines of one cell as one text. A figure that was broken because it is wider than its cell goes on without a blank.
fn joined(cell: &[Piece], width: f64) -> String {
    let mut text = String::new();
    let mut before: Option<&Piece> = None;
    for piece in cell {
        let goes_on = before.is_some_and(|before| {
            let is_part = |text: &str| {
                text.bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            };
            is_part(&before.text)
                && is_part(&piece.text)
                && before.end - before.start > 0.7 * width
                && !(digits(&before.text) >= 6 && digits(&piece.text) >= 6)
        });
        if before.is_some() && !goes_on {
            text.push(' ');
        }
        text.push_str(&piece.text);
        before = Some(piece);
    }
    text
}
