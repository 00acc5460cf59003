//! KML: polygons with their holes, and lines that come back to their beginning, in any nesting of documents, folders and
//! placemarks. Links are named and never followed.

mod coordinates;

use super::{
    Candidate, Format, Hint, Layer, Note, ReadError,
    findings::{Findings, is_closed},
    name::name,
    xml::{Element, Event, Xml},
};
use crate::boundary::{Ring, Shape};

/// Whether an element may stand alone, as some programs write it: what stands in the root of a whole file.
pub(super) fn is_part(element: &str) -> bool {
    matches!(
        element,
        "Placemark"
            | "Folder"
            | "Document"
            | "MultiGeometry"
            | "Polygon"
            | "LinearRing"
            | "LineString"
    )
}

/// Reads the text of a KML file.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let mut file = Kml::default();
    file.add(text)?;
    file.into_layer(Format::Kml, hint)
}

/// What one or several KML texts hold.
#[derive(Debug, Default)]
pub(super) struct Kml {
    found: Findings,
    feature: Feature,
    polygon: Option<Polygon>,
    /// The first link to another file.
    link: Option<String>,
    /// Files of the same archive, in order: a link to one of them leads nowhere else.
    beside: Vec<String>,
}

/// A placemark, or a geometry without one.
#[derive(Debug, Default)]
struct Feature {
    id: Option<String>,
    label: Option<String>,
    parts: Vec<Vec<Ring>>,
    lines: Vec<Ring>,
}

#[derive(Debug, Default)]
struct Polygon {
    shell: Option<Ring>,
    holes: Vec<Ring>,
    is_hole: bool,
}

impl Kml {
    /// For the texts of an archive with files of these names.
    pub(super) fn within(names: impl Iterator<Item = String>) -> Self {
        let mut beside: Vec<String> = names.collect();
        crate::order::by(&mut beside, Ord::cmp);
        Self {
            beside,
            ..Self::default()
        }
    }

    /// Takes in one text more.
    pub(super) fn add(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Event::Open(element) => self.open(&mut xml, &element)?,
                Event::Close(name) => self.close(&xml, name)?,
                Event::Text(_) => {}
                Event::End => break,
            }
        }
        self.take_feature();
        Ok(())
    }

    fn open<'a>(&mut self, xml: &mut Xml<'a>, element: &Element<'a>) -> Result<(), ReadError> {
        match element.name {
            "Placemark" => {
                self.take_feature();
                self.feature.id = element.attribute("id").and_then(|id| name(&id));
            }
            "name" if xml.parent() == "Placemark" => self.feature.label = xml.content()?.name(),
            "href" if xml.parent() == "Link" || xml.parent() == "Url" => {
                let address = xml.content()?.name();
                let address = address.filter(|address| self.beside.binary_search(address).is_err());
                self.link = self.link.take().or(address);
            }
            "Polygon" => self.polygon = Some(Polygon::default()),
            "outerBoundaryIs" | "innerBoundaryIs" => {
                if let Some(polygon) = &mut self.polygon {
                    polygon.is_hole = element.name == "innerBoundaryIs";
                }
            }
            "coordinates" => self.coordinates(xml)?,
            "Track" | "Model" => self.found.others += 1,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, xml: &Xml<'_>, name: &str) -> Result<(), ReadError> {
        match name {
            "Placemark" => self.take_feature(),
            "Polygon" => {
                let polygon = self.polygon.take().unwrap_or_default();
                match polygon.shell {
                    Some(shell) => {
                        let rings = std::iter::once(shell).chain(polygon.holes).collect();
                        self.feature.parts.push(rings);
                    }
                    // A polygon without anything is no geometry; one of holes alone has lost its shell.
                    None if polygon.holes.is_empty() => {}
                    None => return Err(xml.no_shell()),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The corners of the geometry around the element.
    fn coordinates<'a>(&mut self, xml: &mut Xml<'a>) -> Result<(), ReadError> {
        // Some programs leave the ring out between a side of a polygon and its corners.
        let geometry = match xml.parent() {
            "outerBoundaryIs" | "innerBoundaryIs" => "LinearRing",
            parent => parent,
        };
        if !matches!(geometry, "LinearRing" | "LineString" | "Point") {
            self.found.others += 1;
            return Ok(());
        }
        let content = xml.content()?;
        let ring = coordinates::read(xml, &content, &mut self.found)?;
        match (&mut self.polygon, geometry) {
            (Some(_), "LinearRing") if ring.is_empty() => {
                return Err(xml.bad_coordinate("", Some(content.at)));
            }
            (Some(polygon), "LinearRing") if polygon.is_hole => polygon.holes.push(ring),
            // One shell after another: two polygons in one, of which neither may be lost.
            (Some(polygon), "LinearRing") => {
                if let Some(before) = polygon.shell.replace(ring) {
                    self.feature.parts.push(vec![before]);
                }
            }
            (None, "LinearRing" | "LineString") if is_closed(&ring) => {
                self.feature.lines.push(ring);
            }
            _ => self.found.others += 1,
        }
        Ok(())
    }

    /// The polygons of a placemark are one boundary; each closed line is one of its own.
    fn take_feature(&mut self) {
        let feature = std::mem::take(&mut self.feature);
        let candidate = |shape| Candidate {
            id: feature.id.clone(),
            label: feature.label.clone(),
            shape,
            ..Candidate::default()
        };
        if !feature.parts.is_empty() {
            let shape = Shape {
                parts: feature.parts,
            };
            self.found.areas.push(candidate(shape));
        }
        let lines = feature.lines.into_iter().map(Shape::of_ring);
        self.found.lines.extend(lines.map(candidate));
    }

    pub(super) fn into_layer(self, format: Format, hint: &Hint) -> Result<Layer, ReadError> {
        let mut layer = match (self.found.into_layer(format, None, hint), &self.link) {
            (Err(ReadError::NoPolygon { .. }), Some(address)) => {
                return Err(ReadError::OnlyLink {
                    address: address.clone(),
                });
            }
            (layer, _) => layer?,
        };
        let link = self.link.map(|address| Note::LinkNotFollowed { address });
        layer.notes.extend(link);
        Ok(layer)
    }
}

#[cfg(test)]
mod tests;
