use super::frame::Point;
use super::numbers::Anchor;
use cluster_ready_core::boundary::{OutlineKind, Position, outline};

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

#[derive(Debug, Clone, PartialEq)]
pub struct Pin {
    pub at: Point,
    /// As much of the name as there is room for.
    pub name: String,
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

/// The sketch with these places and their names.
pub fn locator(places: &[(Position, &str)]) -> Locator {
    let parts = &outline().parts;
    let land = parts.iter().filter(|part| part.kind == OutlineKind::Ring);
    let points = parts.iter().filter(|part| part.kind == OutlineKind::Points);
    let mut taken: Vec<Room> = NAMES.to_vec();
    let pins = places
        .iter()
        .map(|(place, name)| {
            let at = on_locator(*place);
            let on_sketch =
                (0.0..=LOCATOR_WIDTH).contains(&at[0]) && (0.0..=LOCATOR_HEIGHT).contains(&at[1]);
            on_sketch.then(|| {
                let (name, tag) = tag(at, name, &mut taken);
                Pin { at, name, tag }
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

/// Length of the line to a name, the gap behind it, and the size of the letters.
const LEAD: f64 = 24.0;
const GAP: f64 = 4.0;
const LETTER: f64 = 6.9;
const ABOVE: f64 = 9.0;
const BELOW: f64 = 6.0;
/// Room at the frame.
const EDGE: f64 = 5.0;

/// Left, top, right, bottom.
type Room = [f64; 4];

/// Where the sketch has names of its own: Hoàng Sa with its islands, the sea, Trường Sa.
const NAMES: [Room; 3] = [
    [142.0, 130.0, 248.0, 192.0],
    [146.0, 208.0, 228.0, 226.0],
    [128.0, 304.0, LOCATOR_WIDTH, 326.0],
];

/// A name on the side where there is more room for it, shortened where that is too little, and clear of what is `taken`.
fn tag([x, y]: Point, name: &str, taken: &mut Vec<Room>) -> (String, Tag) {
    let width = |letters: usize| f64::from(u32::try_from(letters).unwrap_or(u32::MAX)) * LETTER;
    let letters = name.chars().count();
    let left = x - LEAD - GAP - EDGE;
    let right = LOCATOR_WIDTH - EDGE - x - LEAD - GAP;
    let anchor = if right >= width(letters) || right >= left {
        Anchor::Start
    } else {
        Anchor::End
    };
    let (at_x, most) = match anchor {
        Anchor::End => (x - LEAD, left),
        Anchor::Start | Anchor::Middle => (x + LEAD, right),
    };
    let fits = (0..=letters).rev().find(|count| width(*count) <= most);
    let fits = fits.unwrap_or_default();
    let shown = if fits == letters {
        name.to_owned()
    } else {
        let kept: String = name.chars().take(fits.saturating_sub(1)).collect();
        format!("{}…", kept.trim_end())
    };
    let length = width(fits);
    let room = |height: f64| match anchor {
        Anchor::End => [at_x - GAP - length, height - ABOVE, at_x, height + BELOW],
        Anchor::Start | Anchor::Middle => {
            [at_x, height - ABOVE, at_x + GAP + length, height + BELOW]
        }
    };
    let height = free(y, &room, taken);
    taken.push(room(height));
    let tag = Tag {
        at: [at_x, height],
        anchor,
    };
    (shown, tag)
}

/// The height nearest to this one at which nothing is in the way; this one where there is none.
fn free(y: f64, room: &impl Fn(f64) -> Room, taken: &[Room]) -> f64 {
    let (least, most) = (ABOVE + EDGE, LOCATOR_HEIGHT - BELOW - EDGE);
    let y = y.clamp(least, most);
    let is_free = |height: &f64| {
        let [left, top, right, bottom] = room(*height);
        (least..=most).contains(height)
            && !taken
                .iter()
                .any(|[l, t, r, b]| left < *r && *l < right && top < *b && *t < bottom)
    };
    (0..336_u16)
        .map(f64::from)
        .flat_map(|step| [y + step, y - step])
        .find(is_free)
        .unwrap_or(y)
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

    /// The room of the name of each pin.
    fn rooms(pins: &[Pin]) -> Vec<Room> {
        let room = |pin: &Pin| {
            let [x, y] = pin.tag.at;
            let width = pin.name.chars().count() as f64 * LETTER;
            match pin.tag.anchor {
                Anchor::End => [x - width, y - ABOVE, x, y + BELOW],
                _ => [x, y - ABOVE, x + width, y + BELOW],
            }
        };
        pins.iter().map(room).collect()
    }

    #[test]
    fn names_stay_in_the_frame_and_clear_of_each_other_and_of_the_islands() {
        let long = "Cụm công nghiệp Bến Tre – Phước Long mở rộng giai đoạn 2";
        let towns = [
            [106.0, 21.1],
            [104.5, 21.1],
            [108.2, 16.0],
            [109.2, 12.2],
            [105.1, 9.2],
            [106.7, 10.8],
        ];
        for name in ["Cụm A", long] {
            let places: Vec<(Position, &str)> = towns.iter().map(|town| (*town, name)).collect();
            let sketch = locator(&places);
            let pins: Vec<Pin> = sketch.pins.iter().flatten().cloned().collect();
            assert_eq!(pins.len(), towns.len());
            let rooms = rooms(&pins);
            for (at, one) in rooms.iter().enumerate() {
                assert!(one[0] >= 0.0 && one[2] <= LOCATOR_WIDTH, "{one:?}");
                assert!(one[1] >= 0.0 && one[3] <= LOCATOR_HEIGHT, "{one:?}");
                let others = rooms.iter().skip(at + 1).chain(&NAMES);
                for [l, t, r, b] in others {
                    let apart = one[0] >= *r || one[2] <= *l || one[1] >= *b || one[3] <= *t;
                    assert!(apart, "{one:?}");
                }
            }
        }
    }

    #[test]
    fn short_name_is_whole_and_place_off_the_sketch_has_none() {
        let sketch = locator(&[([106.0, 21.1], "Cụm A"), ([150.0, 0.0], "B")]);
        assert_eq!(sketch.pins[0].as_ref().unwrap().name, "Cụm A");
        assert_eq!(sketch.pins[1], None);
    }
}
