//! The pages of a file → lines of text with their cells, for the reader of tables. Nothing of a file is run or fetched, and pictures are not opened.

mod aes;
mod cmap;
mod content;
mod crypt;
mod encoding;
mod file;
mod filter;
mod font;
mod grid;
mod matrix;
mod md5;
mod object;
mod pages;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;
mod words;

use content::Painter;
use file::File;
use font::UNKNOWN;

use super::{Fault, Text};

/// Most signs of all pages.
const MOST_SIGNS: usize = 4_000_000;
/// Signs of a cell that are not told, from which on it is no bullet beside a text.
const UNTOLD: usize = 4;

/// Reads the text of a file, page after page.
///
/// # Errors
/// See [`Fault`].
pub fn text(bytes: &[u8]) -> Result<Text, Fault> {
    let file = File::open(bytes)?;
    let text = of_pages(&file);
    if file.is_too_large() {
        return Err(Fault::TooLarge);
    }
    text
}

fn of_pages(file: &File<'_>) -> Result<Text, Fault> {
    let mut painter = Painter::new(file);
    let mut text = Text::default();
    let (mut signs, mut lines) = (0, 0);
    for (number, page) in (1..).zip(pages::all(file)?) {
        let sheet = page.drawn(file, &mut painter)?;
        signs += sheet.signs();
        if signs > MOST_SIGNS {
            return Err(Fault::TooLarge);
        }
        if sheet.is_recognised() {
            text.is_recognised = true;
        } else if sheet.is_scan() {
            text.scanned.push(number);
        }
        text.pages.push(lines);
        for part in sheet.turned().into_iter().flat_map(rows::parts) {
            let start = lines;
            for row in &part.rows {
                let untold = row.iter().filter(|cell| is_untold(cell)).count();
                if untold >= 2 {
                    return Err(Fault::Letters { page: number });
                }
                if text.untold.is_none() && row.iter().any(|cell| is_partly_untold(cell)) {
                    text.untold = Some(number);
                }
                add(row, &mut text.lines);
                lines += 1;
            }
            if part.is_table {
                text.tables.push((start, lines));
            }
        }
    }
    if signs == 0 {
        return Err(Fault::NoText);
    }
    Ok(text)
}

/// A cell of figures or words whose letters the file does not tell.
fn is_untold(cell: &str) -> bool {
    let untold = cell.chars().filter(|letter| *letter == UNKNOWN).count();
    untold >= UNTOLD || (untold > 0 && cell.contains(|letter: char| letter.is_ascii_digit()))
}

/// A sign that is not told beside another one: alone it is a bullet.
fn is_partly_untold(cell: &str) -> bool {
    let mut words = cell.split_whitespace();
    words.any(|word| word.contains(UNKNOWN) && word.chars().nth(1).is_some())
}

/// A row as a line with tabs between its cells.
fn add(row: &[String], lines: &mut String) {
    for (index, cell) in row.iter().enumerate() {
        if index > 0 {
            lines.push('\t');
        }
        // A quote that begins a cell would go on to the next one, rows below.
        let cell = match cell.strip_prefix('"') {
            Some(rest) => {
                lines.push('″');
                rest
            }
            None => cell,
        };
        lines.extend(cell.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    lines.push('\n');
}
