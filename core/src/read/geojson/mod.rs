//! GeoJSON (RFC 7946, and the `crs` member of 2008): feature collections, features, bare geometries, geometry
//! collections; several of them one after the other (RFC 8142, or each on a line of its own).

mod coordinates;
mod crs_member;

use coordinates::Coordinates;

use super::{
    Candidate, Format, Hint, Layer, Note, ReadError, Unsupported,
    blank::is_invisible,
    fold::lower_case,
    json::{Json, Members},
    name::beginning,
    system::{self, Stated},
};
use crate::boundary::Shape;
use crate::number::plain;

/// Begins each text of a sequence.
const RECORD_SEPARATOR: u8 = 0x1e;

/// Whether a text begins as GeoJSON, or any JSON of brackets, does.
pub(super) fn is_json(text: &str) -> bool {
    let is_lead = |c: char| c.is_whitespace() || c == char::from(RECORD_SEPARATOR);
    text.trim_start_matches(is_lead).starts_with(['{', '['])
}

pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let mut json = Json::new(text.trim_start_matches(is_invisible));
    let mut found = Findings::default();
    let mut is_first = true;
    loop {
        while json.take(RECORD_SEPARATOR) {}
        match json.peek() {
            Some(b'{') => {}
            None if !is_first => break,
            _ if is_first => {
                json.skip()?;
                json.end()?;
                return Err(unsupported(Unsupported::Json));
            }
            _ => return Err(json.bad()),
        }
        is_first = false;
        match object(&mut json, &mut found)?.as_deref() {
            Some(kind) if is_geojson(kind) => {}
            kind => {
                json.end()?;
                let is_topology = kind == Some("Topology");
                return Err(unsupported(if is_topology {
                    Unsupported::TopoJson
                } else {
                    Unsupported::Json
                }));
            }
        }
    }
    let mut notes = Vec::new();
    if found.others > 0 {
        notes.push(Note::NotPolygons {
            count: found.others,
        });
    }
    if found.candidates.is_empty() {
        return Err(ReadError::NoPolygon {
            others: found.others,
        });
    }
    let system = system::settle(&mut found.candidates, found.stated, hint, &mut notes)?;
    Ok(Layer {
        format: Format::GeoJson,
        candidates: found.candidates,
        crs: system.crs,
        axes_swapped: system.axes_swapped,
        notes,
    })
}

const fn unsupported(found: Unsupported) -> ReadError {
    ReadError::UnsupportedFormat { found }
}

fn is_geojson(kind: &str) -> bool {
    depth_of(kind).is_some()
        || matches!(kind, "Feature" | "FeatureCollection" | "GeometryCollection")
}

/// How deep the positions of a geometry are nested.
fn depth_of(kind: &str) -> Option<usize> {
    match kind {
        "Point" => Some(1),
        "MultiPoint" | "LineString" => Some(2),
        "Polygon" | "MultiLineString" => Some(3),
        "MultiPolygon" => Some(4),
        _ => None,
    }
}

/// What the file holds so far.
#[derive(Default)]
struct Findings {
    candidates: Vec<Candidate>,
    stated: Option<Stated>,
    /// Geometries that are no polygons.
    others: usize,
    corners: usize,
}

/// One GeoJSON object of any type, whatever the order of its members; the type is handed back.
///
/// Recursion is bounded by the depth that [`Json`] allows.
fn object(json: &mut Json<'_>, found: &mut Findings) -> Result<Option<String>, ReadError> {
    let first = found.candidates.len();
    let mut kind = None;
    let mut coordinates = None;
    let (mut id, mut label) = (None, None);
    let mut members = json.begin(b'{')?;
    while let Some(key) = json.next_key(&mut members)? {
        match key.as_str() {
            "type" if kind.is_some() => return Err(json.bad()),
            "type" => kind = scalar(json)?,
            "coordinates" if coordinates.is_some() => return Err(json.bad()),
            "coordinates" => {
                let start = json.offset();
                let read = coordinates::read(json, &mut found.corners)?;
                coordinates = Some((start, read));
            }
            "geometry" if json.peek() == Some(b'{') => drop(object(json, found)?),
            "features" | "geometries" if json.peek() == Some(b'[') => objects(json, found)?,
            "properties" if json.peek() == Some(b'{') => {
                let (own_id, own_label) = properties(json)?;
                label = own_label;
                id = id.or(own_id);
            }
            "id" => id = scalar(json)?.or(id),
            "crs" if json.peek() == Some(b'{') => {
                let stated = crs_member::read(json)?;
                if *found.stated.get_or_insert(stated) != stated {
                    return Err(ReadError::SeveralSystems);
                }
            }
            _ => json.skip()?,
        }
    }
    if let Some((start, coordinates)) = coordinates {
        geometry(json, kind.as_deref(), start, coordinates, found)?;
    }
    for candidate in found.candidates.iter_mut().skip(first) {
        candidate.id = candidate.id.take().or_else(|| id.clone());
        candidate.label = candidate.label.take().or_else(|| label.clone());
    }
    Ok(kind)
}

fn objects(json: &mut Json<'_>, found: &mut Findings) -> Result<(), ReadError> {
    let mut members: Members = json.begin(b'[')?;
    while json.next(&mut members, b']')? {
        if json.peek() == Some(b'{') {
            object(json, found)?;
        } else {
            json.skip()?;
        }
    }
    Ok(())
}

fn geometry(
    json: &Json<'_>,
    kind: Option<&str>,
    start: usize,
    coordinates: Coordinates,
    found: &mut Findings,
) -> Result<(), ReadError> {
    if coordinates.is_empty() {
        return Ok(());
    }
    let Some(depth) = kind.and_then(depth_of) else {
        // Coordinates of a foreign object, or of a type that is misspelt.
        found.others += 1;
        return Ok(());
    };
    if coordinates.depth() != depth {
        return Err(json.wrong_depth(start));
    }
    let parts = match kind {
        Some("Polygon" | "MultiPolygon") => coordinates.into_parts(),
        _ => {
            found.others += 1;
            return Ok(());
        }
    };
    let parts = parts.ok_or_else(|| json.no_shell(start))?;
    if !parts.is_empty() {
        found.candidates.push(Candidate {
            shape: Shape { parts },
            ..Candidate::default()
        });
    }
    Ok(())
}

/// The beginning of a string, or a number as text; anything else is passed over.
fn scalar(json: &mut Json<'_>) -> Result<Option<String>, ReadError> {
    match json.peek() {
        Some(b'"') => Ok(Some(beginning(&json.string()?).to_owned())),
        Some(b'-' | b'0'..=b'9') => Ok(json.number()?.map(plain)),
        _ => json.skip().map(|()| None),
    }
}

/// Identifier and name of a feature, as far as common keys hold them.
fn properties(json: &mut Json<'_>) -> Result<(Option<String>, Option<String>), ReadError> {
    let (mut id, mut label) = (None, None);
    let mut members = json.begin(b'{')?;
    while let Some(key) = json.next_key(&mut members)? {
        let value = scalar(json)?;
        match lower_case(&key).as_str() {
            "id" => id = value,
            "name" | "ten" | "tên" | "title" | "label" => label = label.or(value),
            _ => {}
        }
    }
    Ok((id, label))
}

#[cfg(test)]
mod tests;
