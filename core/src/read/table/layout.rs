//! Where in a text the table is, and what its columns are.

use super::{
    columns::{self, Columns, LIMIT_COLUMNS},
    coordinate::{Sizes, is_number},
    heading::{self, Role, roles, says_degrees},
    key::Key,
    lines::{Row, has_coordinates},
    stream,
    titles::names_parcel,
};

/// Columns that hold corners: two coordinates, and the name of the corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub columns: [usize; 2],
    pub label: Option<usize>,
}

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Index of the first row with coordinates.
    pub start: usize,
    /// The heading, when there is one.
    pub heading: Option<usize>,
    /// At least one; several in a list that is wrapped to save paper.
    pub blocks: Vec<Block>,
    pub ring: Option<usize>,
    /// The names of the parcels, where no heading says that the column has them.
    pub parcels: Vec<String>,
    /// Columns of coordinates beside those of the corners, which are not used.
    pub aside: Vec<usize>,
    /// Columns whose heading says that they are something else than coordinates.
    pub measures: Vec<usize>,
    /// What the coordinates are by their size.
    pub unit: Sizes,
    /// How many cells most rows have.
    pub usual: usize,
    /// The heading calls the first coordinate column north (or the second east).
    pub heading_north_first: Option<bool>,
    /// The heading calls the coordinates longitude and latitude.
    pub says_degrees: bool,
}

impl Layout {
    /// The columns of the first block; there always is one.
    pub(super) fn columns(&self) -> [usize; 2] {
        self.blocks.first().map_or([0, 1], |block| block.columns)
    }

    /// The column holds a coordinate or the name of a corner.
    pub(super) fn is_of_corners(&self, column: usize) -> bool {
        let is_of = |block: &Block| block.columns.contains(&column) || block.label == Some(column);
        self.blocks.iter().any(is_of)
    }

    /// The column is known for what it is.
    pub(super) fn knows(&self, column: usize) -> bool {
        self.is_of_corners(column)
            || self.ring == Some(column)
            || self.aside.contains(&column)
            || self.measures.contains(&column)
    }

    /// Columns up to the last one of the corners.
    pub(super) fn width(&self) -> usize {
        let of = |block: &Block| block.columns.into_iter().chain(block.label).max();
        self.blocks
            .iter()
            .filter_map(of)
            .max()
            .map_or(0, |last| last + 1)
    }
}

/// Rows looked at to find the columns.
const SAMPLE: usize = 200;

/// What rows may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Content {
    /// Coordinates of Viet Nam.
    Coordinates,
    /// Numbers, but no such coordinates.
    Numbers,
    Words,
}

/// What the best row holds.
pub(in crate::read) fn content(rows: &[Row]) -> Content {
    if rows.iter().any(has_coordinates) || stream::rows(rows).is_ok() {
        Content::Coordinates
    } else if rows.iter().any(|row| numbers(row) >= 2) {
        Content::Numbers
    } else {
        Content::Words
    }
}

/// `None` when no row has two numbers.
pub(super) fn find(rows: &[Row]) -> Option<Layout> {
    let first = rows
        .iter()
        .position(has_coordinates)
        .or_else(|| rows.iter().position(|row| numbers(row) >= 2))?;
    let sample: Vec<&Row> = rows.iter().skip(first).take(SAMPLE).collect();
    // Headings that come again may be longer where blanks part the cells.
    let corners = sample.iter().filter(|row| has_coordinates(row));
    let longest = |rows: &mut dyn Iterator<Item = &&Row>| rows.map(|row| row.cells.len()).max();
    let width = longest(&mut corners.into_iter()).or_else(|| longest(&mut sample.iter()))?;
    let width = width.min(LIMIT_COLUMNS);
    // A sentence above the table may hold two such numbers too: the columns of most rows tell where it begins.
    let begins = |columns: &Columns| {
        let [a, b] = *columns.pairs.first()?;
        let fits = |row: &Row| {
            Sizes::of(row.cell(a))
                .together(Sizes::of(row.cell(b)))
                .is_any()
        };
        rows.iter().position(fits)
    };
    let guess = columns::find(&sample, &[]);
    let start = guess.as_ref().and_then(begins).unwrap_or(first);
    // Of rows with corners: lines of text below have as many cells as words.
    let with_corners = sample.iter().filter(|row| has_coordinates(row));
    let mut lengths: Vec<usize> = with_corners.map(|row| row.cells.len()).collect();
    if lengths.is_empty() {
        lengths = sample.iter().map(|row| row.cells.len()).collect();
    }
    crate::order::long_by(&mut lengths, Ord::cmp);
    let usual = lengths.get(lengths.len() / 2).copied()?;
    let columns = sample
        .iter()
        .map(|row| row.cells.len())
        .max()?
        .min(LIMIT_COLUMNS);
    let roles = roles(rows.get(..start)?, columns, [width, usual]);
    let found = columns::find(&sample, &roles)
        .or(guess)
        .unwrap_or_else(|| Columns {
            // Nothing fits: the last two numbers of the first row, for the message about them.
            pairs: rows.get(first).and_then(last_two).into_iter().collect(),
            aside: Vec::new(),
            unit: Sizes::METRES,
        });
    let start = begins(&found).unwrap_or(first);
    let role = |column: usize| roles.get(column).copied().unwrap_or(Role::Other);
    let [a, b] = *found.pairs.first()?;
    let taken: Vec<usize> = found.pairs.iter().flatten().copied().collect();
    let heading = heading(rows.get(..start)?);
    let title = |column: usize| {
        heading
            .and_then(|row| rows.get(row))
            .map_or("", |row| row.cell(column))
    };
    let is_text = |column: &usize| {
        let is_remark = |row: &Row| row.cell(*column).contains(char::is_alphabetic);
        let is_measure = role(*column) == Role::Measure && sample.iter().copied().any(is_remark);
        !is_measure && !taken.contains(column) && !found.aside.contains(column)
    };
    // Not where the column that is called so has them.
    let (guessed, parcels) = parcels(rows.get(start..)?, a, (0..width).filter(is_text))
        .filter(|(column, _)| role(*column) != Role::Ring)
        .unzip();
    let parcels = parcels.unwrap_or_default();
    let labels = labels(&sample, &found.pairs, &roles, width);
    let blocks: Vec<Block> = found
        .pairs
        .iter()
        .zip(labels)
        .map(|(columns, label)| Block {
            columns: *columns,
            label: label.filter(|label| Some(*label) != guessed),
        })
        .collect();
    let is_free = |column: &usize| {
        !taken.contains(column) && blocks.iter().all(|block| block.label != Some(*column))
    };
    let of_role = |wanted: Role| {
        (0..width)
            .filter(is_free)
            .filter(move |column| role(*column) == wanted)
    };
    Some(Layout {
        start,
        heading,
        ring: guessed.or_else(|| of_role(Role::Ring).next()),
        parcels,
        measures: of_role(Role::Measure).collect(),
        aside: found
            .aside
            .iter()
            .copied()
            .filter(is_free)
            .filter(|column| role(*column) != Role::Ring)
            .collect(),
        unit: found.unit,
        usual,
        heading_north_first: role(a).together(role(b)).flatten(),
        says_degrees: says_degrees(title(a)) && says_degrees(title(b)),
        blocks,
    })
}

/// Rows of a boundary at least.
const LEAST: usize = 3;

/// A column whose texts go on over several corners each and never come again, as the names of parcels do, and these names.
fn parcels(
    rows: &[Row],
    coordinate: usize,
    mut columns: impl Iterator<Item = usize>,
) -> Option<(usize, Vec<String>)> {
    columns.find_map(|column| {
        // Each text with its first, its last, and how many corners.
        let mut texts: Vec<(&str, usize, usize, usize)> = Vec::new();
        let corners = rows.iter().filter(|row| is_number(row.cell(coordinate)));
        let (mut last, mut filled, mut changes) = ("", 0, 0);
        for (at, row) in corners.enumerate() {
            let cell = Some(row.cell(column)).filter(|cell| !cell.is_empty());
            filled += usize::from(cell.is_some());
            changes += usize::from(cell.is_some_and(|cell| cell != last));
            last = cell.unwrap_or(last);
            // Names of parcels do not change that often.
            if changes > LIMIT_PARCELS * 4 {
                return None;
            }
            let is_full = texts.len() == LIMIT_PARCELS;
            match texts.iter_mut().find(|(text, ..)| *text == last) {
                Some((_, _, end, count)) => (*end, *count) = (at, *count + 1),
                None if is_full => return None,
                None => texts.push((last, at, at, 1)),
            }
        }
        // Few corners under a text, such as a damaged one, are those of the text above.
        let corners = texts.iter().map(|(.., count)| count).sum::<usize>();
        if corners > filled * 2 {
            let mut groups: Vec<(&str, usize, usize, usize)> = Vec::new();
            for (text, start, end, count) in texts {
                match groups.last_mut() {
                    Some(last) if last.3 < LEAST => (last.2, last.3) = (end, last.3 + count),
                    _ => groups.push((text, start, end, count)),
                }
            }
            texts = groups;
        }
        // A number that stands once for several corners is one of them too: of a parcel, or its area.
        let is_merged = corners > filled * 2;
        texts.retain(|(text, _, _, count)| *count >= LEAST && (!is_number(text) || is_merged));
        // The first parcel may have no name where those after it have one.
        if let [("", ..), (next, ..), ..] = texts.as_slice()
            && !(is_merged && names_parcel(next))
        {
            texts.remove(0);
        }
        let ends = texts.windows(2).all(|pair| match pair {
            [(a, _, end, _), (b, start, ..)] => end < start && is_number(a) == is_number(b),
            _ => true,
        });
        let names = texts.iter().map(|(text, ..)| (*text).to_owned()).collect();
        (ends && texts.len() >= 2).then_some((column, names))
    })
}

/// Names of parcels that are compared with one another.
const LIMIT_PARCELS: usize = 100;

/// The nearest row above with several cells that calls a column something, else the nearest with several cells.
fn heading(above: &[Row]) -> Option<usize> {
    let named = |row: &Row| {
        row.cells
            .iter()
            .any(|cell| heading::role(cell) != Role::Other)
    };
    above
        .iter()
        .rposition(|row| row.filled() >= 2 && named(row))
        .or_else(|| above.iter().rposition(|row| row.filled() >= 2))
}

/// The column of names of each block: to the left of its coordinates or, where the first block has none there, to their
/// right; of one block anywhere. A column that is called so comes before one that only counts rows, and this before one
/// whose cells go on.
fn labels(
    sample: &[&Row],
    pairs: &[[usize; 2]],
    roles: &[Role],
    width: usize,
) -> Vec<Option<usize>> {
    let taken = |column: usize| pairs.iter().flatten().any(|pair| *pair == column);
    let best = |from: usize, to: usize| {
        // Not lines of text below.
        let pair = pairs
            .iter()
            .find(|pair| pair.iter().all(|column| (from..to).contains(column)));
        let is_corner = |row: &&&Row| pair.is_some_and(|[a, _]| is_number(row.cell(*a)));
        let corners: Vec<&Row> = sample.iter().filter(is_corner).copied().collect();
        let rank = |column: &usize| {
            let role = roles.get(*column).copied().unwrap_or(Role::Other);
            let keys = || {
                corners
                    .iter()
                    .filter(|row| Key::of(row.cell(*column)).is_some())
            };
            // Row after row the names of a block do not follow one another.
            let counted = match pairs.len() {
                1 => counted(&corners, *column),
                _ => keys().count(),
            };
            let filled = corners
                .iter()
                .filter(|row| !row.cell(*column).is_empty())
                .count();
            match role {
                Role::Label if filled * 2 > corners.len() => 4,
                Role::Count if counted > 0 => 3,
                // Cut by a blank, the name of an axis stands beside the column that it names.
                Role::Other | Role::X | Role::Y | Role::North | Role::East
                    if counted * 2 > corners.len() =>
                {
                    2
                }
                Role::Other if *column == 0 && pairs.len() == 1 => 1,
                _ => 0,
            }
        };
        let free = (from..to.min(width)).filter(|column| !taken(*column));
        // Of equals the one nearest to the coordinates.
        free.max_by_key(rank).filter(|column| rank(column) > 0)
    };
    if pairs.len() == 1 {
        return vec![best(0, width)];
    }
    let start = |index: usize| pairs.get(index).map_or(width, |[a, b]| *a.min(b));
    let end = |index: usize| pairs.get(index).map_or(0, |[a, b]| *a.max(b) + 1);
    let left = (0..pairs.len()).map(|index| {
        let from = if index == 0 { 0 } else { end(index - 1) };
        best(from, end(index))
    });
    let left: Vec<_> = left.collect();
    if left.first().is_some_and(Option::is_some) {
        return left;
    }
    (0..pairs.len())
        .map(|index| best(start(index), start(index + 1)))
        .collect()
}

/// Cells of a column that name the corner after the one above.
fn counted(sample: &[&Row], column: usize) -> usize {
    let mut last = None;
    let mut count = 0;
    for row in sample {
        let key = Key::of(row.cell(column));
        if let (Some(key), Some(last)) = (key, last) {
            count += usize::from(Key::follows(&key, &last));
        }
        last = key.or(last);
    }
    count + usize::from(count > 0)
}

/// Cells that are numbers or should be.
pub(super) fn numbers(row: &Row) -> usize {
    let is_figure = |cell: &&String| is_number(cell) || is_spoilt_number(cell);
    row.cells.iter().filter(is_figure).count()
}

/// Digits as of a coordinate with letters that make it unreadable: "588500 ft".
pub(super) fn is_spoilt_number(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5 && digits >= cell.chars().filter(|c| c.is_alphabetic()).count() && !is_number(cell)
}

fn last_two(row: &Row) -> Option<[usize; 2]> {
    let is_figure = |cell: &str| is_number(cell) || is_spoilt_number(cell);
    let mut columns = (0..row.cells.len())
        .rev()
        .filter(|column| is_figure(row.cell(*column)));
    let last = columns.next()?;
    Some([columns.next()?, last])
}
