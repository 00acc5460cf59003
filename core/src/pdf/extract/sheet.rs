//! A page with everything that was drawn on it, each thing at its place.

use super::Fault;
use super::grid::Rule;
use super::matrix::Matrix;
use crate::order;

/// Most signs of one page.
const MOST_SIGNS: usize = 300_000;
/// Most lines of one page; with more it is a plan, and its text is parted by gaps only.
const MOST_STROKES: usize = 100_000;
/// Farther than any page reaches, points.
const FAR: f64 = 1e6;
/// Wider than a line of a table is drawn, points.
const LINE_WIDTH: f64 = 3.0;
/// Shorter than a side of a cell.
const SHORT: f64 = 4.0;
/// Of a page that is a picture: part of its area, and the signs that a stamp on it has at most.
const PICTURE_SHARE: f64 = 0.5;
const STAMP_SIGNS: usize = 400;

pub(super) struct Glyph {
    /// Where it begins and ends on its line, and the way up as long as its size.
    pub start: [f64; 2],
    pub end: [f64; 2],
    pub up: [f64; 2],
    pub letters: String,
    /// Drawn without being seen, as recognised text over a scan is.
    pub is_hidden: bool,
}

/// A straight line along an axis.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    from: [f64; 2],
    to: [f64; 2],
}

impl Stroke {
    pub fn between(from: [f64; 2], to: [f64; 2]) -> Option<Self> {
        let [dx, dy] = [0, 1].map(|axis| (at(to, axis) - at(from, axis)).abs());
        let is_straight = dx.min(dy) <= 0.5 && dx.max(dy) >= SHORT;
        is_straight.then_some(Self { from, to })
    }

    /// A filled path as thin as a line, along its middle.
    pub fn around(path: &[[f64; 2]]) -> Option<Self> {
        let span = |axis: usize| {
            let values = || path.iter().map(|corner| at(*corner, axis));
            (
                values().fold(f64::INFINITY, f64::min),
                values().fold(f64::NEG_INFINITY, f64::max),
            )
        };
        let ([x0, x1], [y0, y1]) = (<[f64; 2]>::from(span(0)), <[f64; 2]>::from(span(1)));
        let (width, height) = (x1 - x0, y1 - y0);
        if width <= LINE_WIDTH && height >= SHORT {
            let x = x0.midpoint(x1);
            Self::between([x, y0], [x, y1])
        } else if height <= LINE_WIDTH && width >= SHORT {
            let y = y0.midpoint(y1);
            Self::between([x0, y], [x1, y])
        } else {
            None
        }
    }
}

fn at([x, y]: [f64; 2], axis: usize) -> f64 {
    if axis == 0 { x } else { y }
}

/// A sign in the direction that it is read in: along its line, and down from line to line.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub start: f64,
    pub end: f64,
    pub down: f64,
    pub size: f64,
    pub text: String,
}

impl Letter {
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// What is read in one direction, and the lines of tables as seen in it.
pub(super) struct Turned {
    pub letters: Vec<Letter>,
    /// Lines that go down, then lines along.
    pub rules: [Vec<Rule>; 2],
}

pub(super) struct Sheet {
    glyphs: Vec<Glyph>,
    strokes: Vec<Stroke>,
    /// What is seen of the page: left, bottom, right, top.
    seen: [f64; 4],
    pictured: f64,
}

impl Sheet {
    pub const fn new(seen: [f64; 4]) -> Self {
        Self {
            glyphs: Vec::new(),
            strokes: Vec::new(),
            seen,
            pictured: 0.0,
        }
    }

    pub fn glyph(&mut self, glyph: Glyph) -> Result<(), Fault> {
        // What lies outside of the page is kept: a figure over its edge would become another one.
        let is_somewhere = |[x, y]: [f64; 2]| x.abs() < FAR && y.abs() < FAR;
        if !(is_somewhere(glyph.start) && is_somewhere(glyph.end) && is_somewhere(glyph.up)) {
            return Ok(());
        }
        let is_mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
        if let Some(last) = self.glyphs.last_mut()
            && !glyph.letters.is_empty()
            && glyph.letters.chars().all(is_mark)
        {
            last.letters.push_str(&glyph.letters);
            return Ok(());
        }
        if self.glyphs.len() >= MOST_SIGNS {
            return Err(Fault::TooLarge);
        }
        self.glyphs.push(glyph);
        Ok(())
    }

    pub fn stroke(&mut self, stroke: Option<Stroke>) {
        if self.strokes.len() <= MOST_STROKES {
            self.strokes.extend(stroke);
        }
    }

    /// A picture that fills the unit square as the matrix puts it.
    pub fn image(&mut self, matrix: Matrix) {
        self.pictured += matrix.area();
    }

    pub fn signs(&self) -> usize {
        let is_sign = |glyph: &&Glyph| !glyph.letters.trim().is_empty();
        self.glyphs.iter().filter(is_sign).count()
    }

    /// Its text was recognised in a scan, by figures that are not drawn.
    pub fn is_recognised(&self) -> bool {
        let is_figure =
            |glyph: &Glyph| glyph.is_hidden && glyph.letters.contains(|c: char| c.is_ascii_digit());
        self.glyphs.iter().any(is_figure)
    }

    /// A picture with no more text than a stamp on it.
    pub fn is_scan(&self) -> bool {
        let [left, bottom, right, top] = self.seen;
        let page = (right - left) * (top - bottom);
        self.pictured > page * PICTURE_SHARE && self.signs() < STAMP_SIGNS
    }

    /// Its text by the four directions that it is written in, most text first.
    pub fn turned(self) -> Vec<Turned> {
        let strokes = if self.strokes.len() > MOST_STROKES {
            Vec::new()
        } else {
            self.strokes
        };
        let mut letters: [Vec<Letter>; 4] = Default::default();
        for glyph in self.glyphs {
            let [x, y] = glyph.up;
            let (across, along) = (x.abs(), y.abs());
            // What is written aslant is a mark over the page.
            let turn = match () {
                () if across <= along * 0.05 => usize::from(y < 0.0) * 2,
                () if along <= across * 0.05 => 1 + usize::from(x > 0.0) * 2,
                () => continue,
            };
            let (start, end) = (turn_by(turn, glyph.start), turn_by(turn, glyph.end));
            if let Some(letters) = letters.get_mut(turn) {
                letters.push(Letter {
                    start: start[0].min(end[0]),
                    end: start[0].max(end[0]),
                    down: start[1],
                    size: across.max(along),
                    text: glyph.letters,
                });
            }
        }
        let mut turned: Vec<Turned> = (0..4)
            .zip(letters)
            .filter(|(_, letters)| !letters.is_empty())
            .map(|(turn, letters)| Turned {
                letters,
                rules: rules(turn, &strokes),
            })
            .collect();
        order::long_by_key(&mut turned, |turned| {
            std::cmp::Reverse(turned.letters.len())
        });
        turned
    }
}

/// Along and down, for text written to the right, up, to the left or down.
const fn turn_by(turn: usize, [x, y]: [f64; 2]) -> [f64; 2] {
    match turn {
        0 => [x, -y],
        1 => [y, x],
        2 => [-x, y],
        _ => [-y, -x],
    }
}

fn rules(turn: usize, strokes: &[Stroke]) -> [Vec<Rule>; 2] {
    let mut rules = [Vec::new(), Vec::new()];
    let [down, along] = &mut rules;
    for stroke in strokes {
        let ([u0, v0], [u1, v1]) = (turn_by(turn, stroke.from), turn_by(turn, stroke.to));
        if (u1 - u0).abs() < (v1 - v0).abs() {
            down.push(Rule::new(u0, v0, v1));
        } else {
            along.push(Rule::new(v0, u0, u1));
        }
    }
    rules
}
