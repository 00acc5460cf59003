//! The pages of a file, in their order.

use std::rc::Rc;

use super::Fault;
use super::content::Painter;
use super::file::File;
use super::object::{Dict, Object};
use super::sheet::Sheet;

/// Most pages, and most levels that they are gathered in.
const MOST_PAGES: usize = 3_000;
const MOST_LEVELS: usize = 40;
/// Most entries looked at, so that none leads back to those above for long.
const MOST_ENTRIES: usize = 20_000;
/// A4, for a page that does not say how large it is.
const A4: [f64; 4] = [0.0, 0.0, 595.0, 842.0];

pub(super) struct Page {
    dict: Dict,
    resources: Rc<Dict>,
    seen: [f64; 4],
}

/// What pages have from those above them.
#[derive(Clone)]
struct Above {
    resources: Rc<Dict>,
    seen: [f64; 4],
}

/// All pages.
///
/// # Errors
/// One is missing, or there are too many.
pub(super) fn all(file: &File<'_>) -> Result<Vec<Page>, Fault> {
    let mut tree = Tree {
        file,
        pages: Vec::new(),
        entries: 0,
    };
    let top = file.dict(&file.root()?, b"Pages");
    let above = Above {
        resources: Rc::default(),
        seen: A4,
    };
    tree.gather(top, &above, 0)?;
    if tree.pages.is_empty() {
        return Err(Fault::Damaged);
    }
    Ok(tree.pages)
}

struct Tree<'a> {
    file: &'a File<'a>,
    pages: Vec<Page>,
    entries: usize,
}

impl Tree<'_> {
    fn gather(&mut self, dict: Dict, above: &Above, level: usize) -> Result<(), Fault> {
        self.entries += 1;
        if level > MOST_LEVELS || self.entries > MOST_ENTRIES || self.pages.len() >= MOST_PAGES {
            return Err(Fault::TooLarge);
        }
        let mut own = above.clone();
        if let Object::Dict(resources) = self.file.of(&dict, b"Resources") {
            own.resources = Rc::new(resources);
        }
        for key in [&b"MediaBox"[..], b"CropBox"] {
            if let Ok(corners) = <[f64; 4]>::try_from(self.file.numbers(&dict, key)) {
                own.seen = upright(corners);
            }
        }
        let Object::Array(below) = self.file.of(&dict, b"Kids") else {
            if dict.has_type(b"Pages") {
                return Err(Fault::Damaged);
            }
            self.pages.push(Page {
                dict,
                resources: own.resources,
                seen: own.seen,
            });
            return Ok(());
        };
        for one in &below {
            // A page that is not there would be left out without a word.
            let Object::Dict(one) = self.file.resolve(one) else {
                return Err(Fault::Damaged);
            };
            self.gather(one, &own, level + 1)?;
        }
        Ok(())
    }
}

/// Left, bottom, right, top, whichever corners were given.
const fn upright([a, b, c, d]: [f64; 4]) -> [f64; 4] {
    [a.min(c), b.min(d), a.max(c), b.max(d)]
}

impl Page {
    /// The page with everything that is drawn on it.
    pub fn drawn(&self, file: &File<'_>, painter: &mut Painter<'_>) -> Result<Sheet, Fault> {
        let mut sheet = Sheet::new(self.seen);
        let content = self.content(file)?;
        painter.page(&content, &self.resources, &mut sheet)?;
        Ok(sheet)
    }

    /// Its streams one after the other.
    fn content(&self, file: &File<'_>) -> Result<Vec<u8>, Fault> {
        let contents = self.dict.get(b"Contents").unwrap_or(&Object::Null);
        let parts = match file.resolve(contents) {
            Object::Null if matches!(contents, Object::Null) => Vec::new(),
            Object::Array(parts) => parts,
            _ => vec![contents.clone()],
        };
        let mut content = Vec::new();
        for part in parts {
            content.extend(file.stream(&part)?.1);
            content.push(b'\n');
        }
        Ok(content)
    }
}
