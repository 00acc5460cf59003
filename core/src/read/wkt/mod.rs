//! WKT and EWKT: polygons, alone or within collections, several in a text or in a column of a table, with or without
//! `SRID=…;` before them.

mod scan;
mod table;

use super::{
    Candidate, Format, Hint, Layer, ReadError, Unsupported,
    blank::is_invisible,
    findings::{Findings, is_closed},
    system::Stated,
};
use crate::boundary::{Ring, Shape};
use scan::Scan;
use table::Table;

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
    /// Surfaces of many polygons, boxes, and words that are not known.
    Other,
}

const KINDS: [(&str, Kind); 19] = [
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
    ("TIN", Kind::Other),
    ("POLYHEDRALSURFACE", Kind::Other),
    ("BOX", Kind::Other),
    ("BOX3D", Kind::Other),
];

impl Kind {
    /// In whatever case, with the dimension written as one word with it or not.
    fn named(word: &str) -> Option<Self> {
        let upper = word.trim_matches(is_invisible).to_ascii_uppercase();
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

/// Whether a text begins as WKT does: a word it knows before a bracket, a dimension or EMPTY; any word before two brackets.
fn is_wkt(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let word = scan.word();
    if word.eq_ignore_ascii_case("SRID") {
        return scan.take('=');
    }
    let is_named = Kind::named(word).is_some();
    let is_word = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    dimension(&mut scan);
    let is_empty = is_named && scan.take_word("EMPTY");
    is_empty || scan.take('(') && (is_named || is_word && scan.take('('))
}

/// Whether a text is WKT, or a table with WKT in a column.
pub(super) fn is_wkt_or_table(text: &str) -> bool {
    // The heading of a table may be "Point (m)".
    let is_heading = |(_, inside): (&str, &str)| {
        let is_word = inside.trim_start().starts_with(char::is_alphabetic);
        is_word && !table::is_geometry(text)
    };
    let is_text = is_wkt(text) && !text.split_once('(').is_some_and(is_heading);
    is_text || Table::find(text).is_some()
}

fn dimension(scan: &mut Scan<'_>) {
    let _ = scan.take_word("Z") || scan.take_word("M") || scan.take_word("ZM");
}

/// Reads a WKT text, or a table with WKT in a column.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    if let Some(table) = Table::find(text) {
        return table.read(hint);
    }
    let mut found = Findings::default();
    let mut stated = None;
    geometries(&mut Scan::new(text), &mut found, &mut stated)?;
    found.into_layer(Format::Wkt, stated, hint)
}

/// All geometries to the end of a text, and the system they state.
fn geometries(
    scan: &mut Scan<'_>,
    found: &mut Findings,
    stated: &mut Option<Stated>,
) -> Result<(), ReadError> {
    // Collections around the geometry; counted, not entered.
    let mut collections = 0_usize;
    let mut is_first = true;
    while collections > 0 || scan.next_geometry() {
        if collections == 0 && scan.take_word("SRID") {
            let crs = system(scan)?;
            if stated.is_some() && crs.is_some() && *stated != crs {
                return Err(ReadError::UnknownCrs {
                    found: "SRID".to_owned(),
                });
            }
            *stated = stated.or(crs);
        }
        let start = scan.offset();
        let kind = match Kind::named(scan.word()) {
            Some(kind) => kind,
            None if is_first => Kind::Other,
            None => return Err(scan.bad_at(start)),
        };
        is_first = false;
        dimension(scan);
        if kind == Kind::Collection {
            if !scan.take_word("EMPTY") {
                scan.expect('(')?;
                collections += 1;
                continue;
            }
        } else {
            geometry(scan, kind, found)?;
        }
        while collections > 0 && scan.take(')') {
            collections -= 1;
        }
        if collections > 0 {
            scan.expect(',')?;
        }
    }
    Ok(())
}

/// The number after `SRID`, and the sign that ends it. Zero says that there is none.
fn system(scan: &mut Scan<'_>) -> Result<Option<Stated>, ReadError> {
    scan.expect('=')?;
    let code = scan.word();
    scan.expect(';')?;
    if code == "0" {
        return Ok(None);
    }
    code.parse()
        .ok()
        .and_then(Stated::from_epsg)
        .map(Some)
        .ok_or_else(|| ReadError::UnknownCrs {
            found: format!("SRID={}", code.chars().take(24).collect::<String>()),
        })
}

fn geometry(scan: &mut Scan<'_>, kind: Kind, found: &mut Findings) -> Result<(), ReadError> {
    match kind {
        Kind::Polygon => {
            let rings = scan.polygon(found)?;
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
        Kind::Curve | Kind::Collection => return Err(unsupported(Unsupported::CurvedWkt)),
        Kind::Other => return Err(unsupported(Unsupported::OtherWkt)),
    }
    Ok(())
}

const fn unsupported(found: Unsupported) -> ReadError {
    ReadError::UnsupportedFormat { found }
}

/// The polygons of one geometry are one boundary; empty ones are nothing.
fn area(mut parts: Vec<Vec<Ring>>, found: &mut Findings) {
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
