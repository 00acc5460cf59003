use super::frame::Point;
use super::numbers::Anchor;
use crate::boundary::{OutlineKind, Position, outline};

/// Size of the sketch, in its own units.
pub const LOCATOR_WIDTH: f64 = 284.0;
pub const LOCATOR_HEIGHT: f64 = 336.0;

/// Units per degree; a degree of longitude is shorter, as at 16° north.
const LON_UNITS: f64 = 17.76;
const LAT_UNITS: f64 = 18.5;
/// The place at the sketch's upper left.
const WEST: f64 = 101.0;
const NORTH: f64 = 24.35;

/// Everything on the sketch but its names.
#[derive(Debug, Clone, PartialEq)]
pub struct Locator {
    /// Path data of the mainland and the large islands.
    pub land: Vec<String>,
    pub isles: Vec<Point>,
    /// In the order of the pins given; `None` for a place off the sketch.
    pub pins: Vec<Option<Pin>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pin {
    pub at: Point,
    pub tag: Tag,
}

/// Where the name of a pin stands, at the end of a line from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tag {
    pub at: Point,
    pub anchor: Anchor,
}

/// Where a place lies on the sketch.
pub fn on_locator([lon, lat]: Position) -> Point {
    [(lon - WEST) * LON_UNITS, (NORTH - lat) * LAT_UNITS]
}

/// The sketch with these places.
pub fn locator(places: &[Position]) -> Locator {
    let parts = &outline().parts;
    let land = parts.iter().filter(|part| part.kind == OutlineKind::Ring);
    let points = parts.iter().filter(|part| part.kind == OutlineKind::Points);
    let mut taken: Vec<Tag> = Vec::new();
    let pins = places
        .iter()
        .map(|place| {
            let at = on_locator(*place);
            let on_sketch =
                (0.0..=LOCATOR_WIDTH).contains(&at[0]) && (0.0..=LOCATOR_HEIGHT).contains(&at[1]);
            on_sketch.then(|| {
                let tag = tag(at, &taken);
                taken.push(tag);
                Pin { at, tag }
            })
        })
        .collect();
    Locator {
        land: land.map(|part| ring(&part.positions)).collect(),
        isles: points
            .flat_map(|part| part.positions.iter().map(|place| on_locator(*place)))
            .collect(),
        pins,
    }
}

fn ring(positions: &[Position]) -> String {
    let mut data = String::new();
    for (index, position) in positions.iter().enumerate() {
        let [x, y] = on_locator(*position);
        let letter = if index == 0 { 'M' } else { 'L' };
        data.push_str(&format!("{letter}{x:.1} {y:.1}"));
    }
    data.push('Z');
    data
}

/// Length of the line to a name, and the least distance of two names.
const LEAD: f64 = 24.0;
const APART: f64 = 15.0;
/// Between these heights the islands' names stand in the sea to the right.
const ISLES: std::ops::Range<f64> = 112.0..215.0;

/// To the sea where it is empty, else to the land side; below the names that are already there.
fn tag([x, y]: Point, taken: &[Tag]) -> Tag {
    let to_the_left = ISLES.contains(&y) || x > LOCATOR_WIDTH / 2.0 + 40.0;
    let (at_x, anchor) = if to_the_left {
        (x - LEAD, Anchor::End)
    } else {
        (x + LEAD, Anchor::Start)
    };
    let clashes = |height: f64| {
        taken
            .iter()
            .any(|tag| tag.anchor == anchor && (tag.at[1] - height).abs() < APART)
    };
    let mut height = y.clamp(12.0, LOCATOR_HEIGHT - 8.0);
    while clashes(height) && height < LOCATOR_HEIGHT - 8.0 {
        height += 1.0;
    }
    Tag {
        at: [at_x, height],
        anchor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_archipelagos_lie_on_the_sketch() {
        let sketch = locator(&[]);
        assert_eq!(sketch.land.len(), 4);
        assert_eq!(sketch.isles.len(), 32);
        for [x, y] in sketch.isles {
            assert!((0.0..LOCATOR_WIDTH).contains(&x) && (0.0..LOCATOR_HEIGHT).contains(&y));
        }
    }

    #[test]
    fn names_of_neighbouring_places_do_not_overlap() {
        let sketch = locator(&[[106.0, 21.1], [104.5, 21.1], [108.0, 16.0], [150.0, 0.0]]);
        let pins: Vec<Pin> = sketch.pins.iter().flatten().copied().collect();
        assert_eq!(pins.len(), 3);
        assert!((pins[0].tag.at[1] - pins[1].tag.at[1]).abs() >= APART);
        assert_eq!(pins[2].tag.anchor, Anchor::End);
        assert_eq!(sketch.pins[3], None);
    }
}
