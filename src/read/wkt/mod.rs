//! WKT and EWKT: polygons, alone or within collections, several in a text, with or without `SRID=…;` before them.

mod scan;

use super::{
    Candidate, Hint, Layer, ReadError, Unsupported,
    findings::{Findings, is_closed},
};
use crate::boundary::{Crs, Ring, Shape};
use scan::Scan;

/// What a word at the beginning of a geometry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Point,
    Line,
    /// Points, or lines.
    Points,
    Lines,
    Polygon,
    MultiPolygon,
    Collection,
    /// Arcs, which are not measured.
    Curve,
}

const KINDS: [(&str, Kind); 15] = [
    ("POINT", Kind::Point),
    ("LINESTRING", Kind::Line),
    ("LINEARRING", Kind::Line),
    ("POLYGON", Kind::Polygon),
    ("TRIANGLE", Kind::Polygon),
    ("MULTIPOINT", Kind::Points),
    ("MULTILINESTRING", Kind::Lines),
    ("MULTIPOLYGON", Kind::MultiPolygon),
    ("GEOMETRYCOLLECTION", Kind::Collection),
    ("CIRCULARSTRING", Kind::Curve),
    ("COMPOUNDCURVE", Kind::Curve),
    ("CURVEPOLYGON", Kind::Curve),
    ("MULTICURVE", Kind::Curve),
    ("MULTISURFACE", Kind::Curve),
    ("CURVE", Kind::Curve),
];

impl Kind {
    /// In whatever case, with the dimension written as one word with it or not.
    fn named(word: &str) -> Option<Self> {
        let upper = word.to_ascii_uppercase();
        let known = |name: &str| {
            KINDS
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, kind)| *kind)
        };
        known(&upper).or_else(|| {
            ["ZM", "Z", "M"]
                .iter()
                .find_map(|dimension| known(upper.strip_suffix(dimension)?))
        })
    }
}

/// Whether a text begins as WKT does: a word it knows before a bracket, a dimension or EMPTY.
pub(super) fn is_wkt(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let word = scan.word();
    if word.eq_ignore_ascii_case("SRID") {
        return scan.take('=');
    }
    let is_named = Kind::named(word).is_some();
    dimension(&mut scan);
    is_named && (scan.take('(') || scan.take_word("EMPTY"))
}

fn dimension(scan: &mut Scan<'_>) {
    let _ = scan.take_word("Z") || scan.take_word("M") || scan.take_word("ZM");
}

/// Reads a WKT text.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let mut scan = Scan::new(text);
    let mut found = Findings::default();
    let mut stated = None;
    // Collections around the geometry; counted, not entered.
    let mut collections = 0_usize;
    while collections > 0 || scan.next_geometry() {
        if collections == 0 && scan.take_word("SRID") {
            let crs = system(&mut scan)?;
            if stated.is_some() && crs.is_some() && stated != crs {
                return Err(ReadError::UnknownCrs {
                    found: "SRID".to_owned(),
                });
            }
            stated = stated.or(crs);
        }
        let start = scan.offset();
        let kind = Kind::named(scan.word()).ok_or_else(|| scan.bad_at(start))?;
        dimension(&mut scan);
        if kind == Kind::Collection {
            if !scan.take_word("EMPTY") {
                scan.expect('(')?;
                collections += 1;
                continue;
            }
        } else {
            geometry(&mut scan, kind, &mut found)?;
        }
        while collections > 0 && scan.take(')') {
            collections -= 1;
        }
        if collections > 0 {
            scan.expect(',')?;
        }
    }
    found.into_layer("wkt", stated, hint)
}

/// The number after `SRID`, and the sign that ends it. Zero says that there is none.
fn system(scan: &mut Scan<'_>) -> Result<Option<Crs>, ReadError> {
    scan.expect('=')?;
    let code = scan.word();
    scan.expect(';')?;
    if code == "0" {
        return Ok(None);
    }
    code.parse()
        .ok()
        .and_then(Crs::from_epsg)
        .map(Some)
        .ok_or_else(|| ReadError::UnknownCrs {
            found: format!("SRID={}", code.chars().take(24).collect::<String>()),
        })
}

fn geometry(scan: &mut Scan<'_>, kind: Kind, found: &mut Findings) -> Result<(), ReadError> {
    match kind {
        Kind::Polygon => {
            let rings = scan.rings(found)?;
            area(vec![rings], found);
        }
        Kind::MultiPolygon => {
            let parts = scan.parts(found)?;
            area(parts, found);
        }
        Kind::Line => {
            let ring = scan.ring(found)?;
            if is_closed(&ring) {
                found.lines.push(candidate(vec![vec![ring]]));
            } else {
                found.others += usize::from(!ring.is_empty());
            }
        }
        Kind::Point | Kind::Points => {
            let points = scan.ring(found)?;
            found.others += usize::from(!points.is_empty());
        }
        Kind::Lines => {
            let lines = scan.rings(found)?;
            found.others += lines.len();
        }
        Kind::Curve | Kind::Collection => {
            return Err(ReadError::UnsupportedFormat {
                found: Unsupported::CurvedWkt,
            });
        }
    }
    Ok(())
}

/// The polygons of one geometry are one boundary; empty ones are nothing.
fn area(mut parts: Vec<Vec<Ring>>, found: &mut Findings) {
    for rings in &mut parts {
        rings.retain(|ring| !ring.is_empty());
    }
    parts.retain(|rings| !rings.is_empty());
    if !parts.is_empty() {
        found.areas.push(candidate(parts));
    }
}

fn candidate(parts: Vec<Vec<Ring>>) -> Candidate {
    Candidate {
        shape: Shape { parts },
        ..Candidate::default()
    }
}

#[cfg(test)]
mod tests;
