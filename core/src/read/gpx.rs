//! GPX: tracks and routes as boundaries; waypoints as corners where there is nothing else. What other programs add is
//! passed over.

use super::{
    Candidate, Format, Hint, Layer, Note, ReadError,
    figure::figure,
    findings::Findings,
    xml::{Element, Event, Xml},
};
use crate::boundary::{Position, Ring, Shape};

/// Fewer points go round nothing.
const LEAST_POINTS: usize = 3;

/// Reads the text of a GPX file.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let mut gpx = Gpx::default();
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Event::Open(element) => gpx.open(&mut xml, &element)?,
            Event::Close("trk" | "rte") => gpx.take_line(),
            Event::Close(_) | Event::Text(_) => {}
            Event::End => break,
        }
    }
    gpx.into_layer(hint)
}

#[derive(Debug, Default)]
struct Gpx {
    found: Findings,
    line: Line,
    waypoints: Vec<Waypoint>,
}

/// A track or a route.
#[derive(Debug, Default)]
struct Line {
    label: Option<String>,
    segments: Vec<Ring>,
}

#[derive(Debug)]
struct Waypoint {
    position: Position,
    label: String,
}

impl Gpx {
    fn open<'a>(&mut self, xml: &mut Xml<'a>, element: &Element<'a>) -> Result<(), ReadError> {
        match element.name {
            "trk" | "rte" => self.line = Line::default(),
            "trkseg" => self.line.segments.push(Ring::new()),
            "trkpt" | "rtept" => {
                let position = self.position(xml, element)?;
                match self.line.segments.last_mut() {
                    Some(segment) => segment.push(position),
                    None => self.line.segments.push(vec![position]),
                }
            }
            "wpt" => {
                let position = self.position(xml, element)?;
                self.waypoints.push(Waypoint {
                    position,
                    label: String::new(),
                });
            }
            "name" => self.name(xml)?,
            _ => {}
        }
        Ok(())
    }

    /// The name of the element around.
    fn name(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        match xml.parent() {
            "trk" | "rte" => self.line.label = xml.content()?.name(),
            "wpt" => {
                let name = xml.content()?.name();
                if let Some(waypoint) = self.waypoints.last_mut() {
                    waypoint.label = name.unwrap_or_default();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn position(&mut self, xml: &Xml<'_>, element: &Element<'_>) -> Result<Position, ReadError> {
        let value = |name| {
            let text = element.attribute(name).unwrap_or_default();
            figure(text.trim()).ok_or_else(|| xml.bad_coordinate(&text, None))
        };
        let position = [value("lon")?, value("lat")?];
        self.found.count_corner()?;
        Ok(position)
    }

    /// The track or route at hand. A track in several segments that do not all close was interrupted: the whole of it may
    /// be the boundary, or one of its segments, and a person chooses.
    fn take_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let (segments, short): (Vec<Ring>, Vec<Ring>) = line
            .segments
            .into_iter()
            .filter(|segment| !segment.is_empty())
            .partition(|segment| segment.len() >= LEAST_POINTS);
        self.found.others += short.len();
        let candidate = |label, ring| Candidate {
            label,
            shape: Shape::of_ring(ring),
            ..Candidate::default()
        };
        let is_closed = |segment: &Ring| segment.first() == segment.last();
        let lines = &mut self.found.lines;
        if let [only] = segments.as_slice() {
            lines.push(candidate(line.label, only.clone()));
            return;
        }
        if !segments.iter().all(is_closed) {
            lines.push(candidate(line.label.clone(), segments.concat()));
        }
        for (index, segment) in segments.into_iter().enumerate() {
            let label = line.label.as_ref();
            lines.push(candidate(
                label.map(|label| format!("{label} ({})", index + 1)),
                segment,
            ));
        }
    }

    fn into_layer(mut self, hint: &Hint) -> Result<Layer, ReadError> {
        let count = self.waypoints.len();
        if !self.found.lines.is_empty() || count < LEAST_POINTS {
            self.found.others += count;
            return self.found.into_layer(Format::Gpx, None, hint);
        }
        self.found.areas.push(of_waypoints(self.waypoints));
        let mut layer = self.found.into_layer(Format::Gpx, None, hint)?;
        layer.notes.push(Note::WaypointsAsCorners { count });
        Ok(layer)
    }
}

/// One ring through all waypoints in the order of the file.
fn of_waypoints(mut waypoints: Vec<Waypoint>) -> Candidate {
    let ends = waypoints.first().zip(waypoints.last());
    if ends.is_some_and(|(first, last)| first.position == last.position) {
        waypoints.pop();
    }
    let mut ring: Ring = waypoints.iter().map(|waypoint| waypoint.position).collect();
    ring.extend(ring.first().copied());
    Candidate {
        shape: Shape::of_ring(ring),
        corner_labels: waypoints
            .into_iter()
            .map(|waypoint| waypoint.label)
            .collect(),
        ..Candidate::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Found;

    const CORNERS: [&str; 3] = ["16.0' lon='107.0", "16.0' lon='107.1", "16.1' lon='107.1"];

    fn points(tag: &str, corners: &[&str]) -> String {
        let point = |corner: &&str| format!("<{tag} lat='{corner}'><ele>1</ele></{tag}>");
        corners.iter().map(point).collect()
    }

    fn closed() -> Vec<&'static str> {
        [&CORNERS[..], &CORNERS[..1]].concat()
    }

    fn segment(corners: &[&str]) -> String {
        format!("<trkseg>{}</trkseg>", points("trkpt", corners))
    }

    fn gpx(inner: &str) -> Result<Layer, ReadError> {
        read(&format!("<gpx>{inner}</gpx>"), &Hint::default())
    }

    fn labels(layer: &Layer) -> Vec<Option<&str>> {
        layer
            .candidates
            .iter()
            .map(|one| one.label.as_deref())
            .collect()
    }

    #[test]
    fn track_and_route_are_rings_as_they_stand() {
        let track = gpx(&format!("<trk><name>T</name>{}</trk>", segment(&closed()))).unwrap();
        assert_eq!(labels(&track), [Some("T")]);
        assert_eq!(track.candidates[0].shape.parts[0][0].len(), 4);
        assert_eq!(track.candidates[0].shape.parts[0][0][2], [107.1, 16.1]);
        assert_eq!(track.notes, [Note::LinesAsRings { count: 1 }]);
        let route = gpx(&format!("<rte>{}</rte>", points("rtept", &CORNERS))).unwrap();
        assert_eq!(route.candidates[0].shape.parts[0][0].len(), 3);
    }

    #[test]
    fn closed_segments_are_boundaries_of_their_own() {
        let two = segment(&closed()).repeat(2);
        let layer = gpx(&format!("<trk><name>T</name>{two}</trk>")).unwrap();
        assert_eq!(labels(&layer), [Some("T (1)"), Some("T (2)")]);
    }

    #[test]
    fn interrupted_track_is_offered_whole_and_in_pieces() {
        let pieces = segment(&closed()) + &segment(&CORNERS);
        let layer = gpx(&format!("<trk><name>T</name>{pieces}</trk>")).unwrap();
        assert_eq!(labels(&layer), [Some("T"), Some("T (1)"), Some("T (2)")]);
        assert_eq!(layer.candidates[0].shape.parts[0][0].len(), 7);
    }

    #[test]
    fn waypoints_are_corners_only_where_there_is_nothing_else() {
        let waypoints = points("wpt", &CORNERS).replace("<ele>1</ele>", "<name>M</name>");
        let alone = gpx(&waypoints).unwrap();
        assert_eq!(alone.candidates[0].corner_labels, ["M", "M", "M"]);
        assert_eq!(alone.candidates[0].shape.parts[0][0].len(), 4);
        assert_eq!(alone.notes, [Note::WaypointsAsCorners { count: 3 }]);
        assert!(alone.is_a_guess());
        let beside = gpx(&format!("{waypoints}<trk>{}</trk>", segment(&closed()))).unwrap();
        assert_eq!(beside.candidates.len(), 1);
        assert!(!beside.is_a_guess());
        assert!(beside.notes.contains(&Note::NotPolygons { count: 3 }));
        assert_eq!(
            gpx(&points("wpt", &CORNERS[..2])),
            Err(ReadError::NoPolygon { others: 2 })
        );
    }

    #[test]
    fn unknown_elements_are_passed_over() {
        let inner = format!(
            "<extensions><x:a><name>X</name></x:a></extensions><trk><name>T</name>{}<extensions><y/></extensions></trk>",
            segment(&closed())
        );
        assert_eq!(labels(&gpx(&inner).unwrap()), [Some("T")]);
    }

    #[test]
    fn bad_or_missing_coordinate_is_named_with_its_line() {
        for (point, found) in [
            ("<trkpt lat='NaN' lon='107'/>", "NaN"),
            ("<trkpt lat='16'/>", ""),
            ("<trkpt lat='&x;' lon='107'/>", "&x;"),
        ] {
            let text = format!("<gpx><trk><trkseg>\n {point}</trkseg></trk></gpx>");
            assert_eq!(
                read(&text, &Hint::default()),
                Err(ReadError::BadCoordinates {
                    found: found.into(),
                    place: Found::Text { line: 2, column: 2 }
                })
            );
        }
    }

    #[test]
    fn track_of_two_points_is_no_boundary() {
        let two = segment(&CORNERS[..2]);
        assert_eq!(
            gpx(&format!("<trk>{two}</trk>")),
            Err(ReadError::NoPolygon { others: 1 })
        );
    }
}
