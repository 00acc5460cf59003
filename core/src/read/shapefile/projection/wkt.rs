//! WKT of a coordinate system as a flat list: `PROJCS["name",GEOGCS[…],UNIT["Meter",1.0]]`.

use crate::number::{nearest, plain};

/// A keyword with what stands directly in its brackets.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Item {
    /// In capitals.
    pub keyword: String,
    pub texts: Vec<String>,
    pub numbers: Vec<f64>,
    /// How many brackets are around it.
    depth: usize,
}

/// More is no coordinate system; a real one has about fifteen.
const LIMIT_ITEMS: usize = 500;
/// A real one has five.
const LIMIT_DEPTH: usize = 16;

impl Item {
    pub(super) fn name(&self) -> Option<&str> {
        self.texts.first().map(String::as_str)
    }

    /// The code in its own AUTHORITY["EPSG","9212"] or ID["EPSG",9212].
    pub(super) fn epsg(&self, items: &[Self]) -> Option<u32> {
        let own = items.iter().find(|item| {
            item.depth == self.depth + 1
                && matches!(item.keyword.as_str(), "AUTHORITY" | "ID")
                && item
                    .name()
                    .is_some_and(|name| name.eq_ignore_ascii_case("epsg"))
        })?;
        match (own.texts.get(1), own.numbers.first()) {
            (Some(code), _) => code.parse().ok(),
            (None, Some(code)) => plain(*code).parse().ok(),
            (None, None) => None,
        }
    }
}

/// `None` for a text that is not well-formed.
pub(super) fn items(text: &str) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    // Numbers of the items whose brackets are open.
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let (piece, after) = match c {
            '"' => {
                let (quoted, after) = rest.get(1..)?.split_once('"')?;
                items.get_mut(*open.last()?)?.texts.push(quoted.to_owned());
                (quoted, after)
            }
            ']' | ')' => {
                open.pop()?;
                rest.split_at(1)
            }
            ',' => rest.split_at(1),
            _ => {
                let is_word = |c: char| c.is_ascii_alphanumeric() || "_+-.".contains(c);
                let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                rest.split_at(end)
            }
        };
        if piece.is_empty() && c != '"' {
            return None;
        }
        let is_word = c.is_ascii_alphanumeric() || "_+-.".contains(c);
        rest = after.trim_start();
        if !is_word {
            continue;
        }
        if let Some(inside) = rest.strip_prefix(['[', '(']) {
            if items.len() == LIMIT_ITEMS || open.len() == LIMIT_DEPTH {
                return None;
            }
            items.push(Item {
                keyword: piece.to_ascii_uppercase(),
                depth: open.len(),
                ..Item::default()
            });
            open.push(items.len() - 1);
            rest = inside.trim_start();
        } else if let Some(number) = nearest(piece) {
            items.get_mut(*open.last()?)?.numbers.push(number);
        }
    }
    open.is_empty().then_some(items)
}
