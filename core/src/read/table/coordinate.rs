//! One cell read as a coordinate: the numbers it can be, and what their sizes say.

use super::super::fold::fold;
use super::angle::{self, Axis};
use crate::{
    boundary::size,
    number::{self, Reading, nearest},
};

/// A cell without brackets, name, unit and letter of the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Coordinate<'a> {
    /// The number as it is written, where it is no angle.
    text: &'a str,
    angle: Option<f64>,
    pub axis: Option<Axis>,
}

impl<'a> Coordinate<'a> {
    /// `None` for a cell with other letters than those of an angle, an axis or metres.
    pub(super) fn of(cell: &'a str) -> Option<Self> {
        let cell = bare(cell);
        if let Some(found) = angle::read(cell) {
            return Some(Self {
                text: "",
                angle: Some(found.degrees),
                axis: found.axis,
            });
        }
        let (text, axis) = without_letters(cell)?;
        Some(Self {
            text,
            angle: axis.and_then(|axis| packed(text, axis)),
            axis,
        })
    }

    /// The number by one way of reading, which its letter has to allow.
    pub(super) fn value(&self, read: impl Fn(&str) -> Option<f64>) -> Option<f64> {
        if self.angle.is_some() {
            return self.angle;
        }
        let value = match zone(self.text) {
            Some((_, easting)) => read(easting),
            None => read(self.text),
        };
        value.filter(|value| self.allows(*value))
    }

    fn allows(&self, value: f64) -> bool {
        match self.axis {
            None => true,
            Some(Axis::Latitude) => size::is_latitude(value) || size::is_northing(value),
            Some(Axis::Longitude) => size::is_longitude(value) || size::is_easting(value),
        }
    }

    /// Every number it can be.
    fn values(&self) -> impl Iterator<Item = f64> {
        let text = zone(self.text).map_or(self.text, |(_, easting)| easting);
        let [a, b] = match (self.angle, number::read(text)) {
            (Some(angle), _) => [Some(angle), None],
            (_, Reading::Value(value)) => [Some(value), None],
            (_, Reading::Ambiguous { thousands, decimal }) => [Some(decimal), Some(thousands)],
            (_, Reading::Empty | Reading::NotANumber) => [None, None],
        };
        [a, b]
            .into_iter()
            .flatten()
            .filter(|value| self.allows(*value))
    }
}

/// Whether a cell can be read as a number or an angle at all.
pub(super) fn is_number(cell: &str) -> bool {
    Coordinate::of(cell).is_some_and(|found| found.values().next().is_some())
}

/// Without brackets and without a name: "(1851433.4" and "X=1851433.4" are 1851433.4.
fn bare(cell: &str) -> &str {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || "()[]".contains(c));
    match cell.split_once(['=', ':']) {
        Some((name, number))
            if !name.is_empty() && name.chars().all(|c| c.is_alphabetic() || c == ' ') =>
        {
            number.trim()
        }
        _ => cell,
    }
}

/// "N2325000", "588500 m", "588500mE": the number, and the axis its letter names. Any other letter makes it unreadable: what
/// "588500 ha" or "243O988" means nobody can tell.
fn without_letters(cell: &str) -> Option<(&str, Option<Axis>)> {
    let start = cell.find(|c: char| !c.is_alphabetic())?;
    let (before, rest) = cell.split_at(start);
    let end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, after) = rest.split_at_checked(end)?;
    let is_unit = before.starts_with(['m', 'M']);
    let before = letter(before).filter(|_| !is_unit)?;
    let after = letter(after.trim_matches(|c: char| c.is_whitespace() || "().".contains(c)))?;
    let exponents = number.bytes().filter(u8::is_ascii_alphabetic).count();
    (exponents == 0 || (exponents == 1 && number.contains(['e', 'E']))).then_some(())?;
    Some((number.trim_start(), before.or(after)))
}

/// The axis that letters before or behind a number name; `None` for letters that say something else.
#[expect(
    clippy::option_option,
    reason = "outer: letters of another meaning; inner: no axis is named"
)]
fn letter(word: &str) -> Option<Option<Axis>> {
    if matches!(word, "Đ" | "đ") {
        return Some(Some(Axis::Longitude));
    }
    match fold(word).as_str() {
        "" | "m" | "met" | "metre" | "metres" | "meter" | "meters" | "x" | "y" => Some(None),
        "n" | "mn" | "m n" | "b" | "bac" | "north" => Some(Some(Axis::Latitude)),
        "e" | "me" | "m e" | "dong" | "east" => Some(Some(Axis::Longitude)),
        _ => None,
    }
}

/// Degrees, minutes and seconds without marks between them, as in 210530 and 10545.508.
pub(super) fn packed(text: &str, axis: Axis) -> Option<f64> {
    let whole = text.find(['.', ',']).unwrap_or(text.len());
    let degrees = match (axis, whole) {
        (Axis::Latitude, 4 | 6) => 2,
        (Axis::Longitude, 5 | 7) => 3,
        _ => return None,
    };
    let minutes = text.get(degrees..degrees + 2)?;
    let last = text.get(degrees + 2..)?.replace(',', ".");
    let (minutes, seconds) = if whole == degrees + 2 {
        (nearest(&[minutes, &last].concat())?, 0.0)
    } else {
        (nearest(minutes)?, nearest(&last)?)
    };
    let value = nearest(text.get(..degrees)?)? + minutes / 60.0 + seconds / 3600.0;
    let fits = match axis {
        Axis::Latitude => size::is_latitude(value),
        Axis::Longitude => size::is_longitude(value),
    };
    (minutes < 60.0 && seconds < 60.0 && fits).then_some(value)
}

/// The number of the zone that some write before the easting: "48588500.25", "48 588 500.25".
fn zone(text: &str) -> Option<(u8, &str)> {
    let (zone, rest) = text.split_at_checked(2)?;
    let zone = zone.parse().ok().filter(|zone| matches!(zone, 48 | 49))?;
    // Several blanks part cells.
    let easting = rest.strip_prefix([' ', '\u{a0}', '.', ',']).unwrap_or(rest);
    if easting.starts_with(char::is_whitespace) {
        return None;
    }
    let is_easting = match number::read(easting) {
        Reading::Value(value) => size::is_easting(value),
        Reading::Ambiguous { thousands, .. } => size::is_easting(thousands),
        Reading::Empty | Reading::NotANumber => false,
    };
    is_easting.then_some((zone, easting))
}

/// The zone that stands before the easting of a cell.
pub(super) fn zone_of(cell: &str) -> Option<u8> {
    zone(Coordinate::of(cell)?.text).map(|(zone, _)| zone)
}

/// What the numbers of a cell can be by their size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sizes(u8);

impl Sizes {
    const LATITUDE: u8 = 1;
    const LONGITUDE: u8 = 2;
    const EASTING: u8 = 4;
    const NORTHING: u8 = 8;
    const MERCATOR_X: u8 = 16;
    const MERCATOR_Y: u8 = 32;
    /// Of so many digits that it is no count or height by chance.
    const PRECISE: u8 = 64;
    pub(super) const DEGREES: Self = Self(Self::LATITUDE | Self::LONGITUDE);
    pub(super) const METRES: Self = Self(Self::EASTING | Self::NORTHING);
    pub(super) const MERCATOR: Self = Self(Self::MERCATOR_X | Self::MERCATOR_Y);

    pub(super) fn of(cell: &str) -> Self {
        let Some(found) = Coordinate::of(cell) else {
            return Self::default();
        };
        let mut bits = 0;
        for value in found.values() {
            for (bit, fits) in [
                (Self::LATITUDE, size::is_latitude(value)),
                (Self::LONGITUDE, size::is_longitude(value)),
                (Self::EASTING, size::is_easting(value)),
                (Self::NORTHING, size::is_northing(value)),
                (Self::MERCATOR_X, size::is_mercator([value, 1e6])),
                (Self::MERCATOR_Y, size::is_mercator([1.2e7, value])),
            ] {
                if fits {
                    bits |= bit;
                }
            }
        }
        if cell.bytes().filter(u8::is_ascii_digit).count() >= 5 {
            bits |= Self::PRECISE;
        }
        Self(bits)
    }

    /// What two cells can be as the coordinates of one place in Viet Nam; nothing when they cannot.
    pub(super) fn together(self, other: Self) -> Self {
        const PAIRS: [(u8, u8); 3] = [
            (Sizes::LATITUDE, Sizes::LONGITUDE),
            (Sizes::EASTING, Sizes::NORTHING),
            (Sizes::MERCATOR_X, Sizes::MERCATOR_Y),
        ];
        let bits = PAIRS
            .iter()
            .filter(|(a, b)| {
                (self.0 & a != 0 && other.0 & b != 0) || (self.0 & b != 0 && other.0 & a != 0)
            })
            .fold(0, |bits, (a, b)| bits | a | b);
        Self(bits)
    }

    pub(super) const fn is_any(self) -> bool {
        self.0 & !Self::PRECISE != 0
    }

    pub(super) const fn is_precise(self) -> bool {
        self.0 & Self::PRECISE != 0
    }

    /// Whether it can be a coordinate in such units: degrees only when they are precise.
    pub(super) const fn may_be(self, unit: Self) -> bool {
        let needs_digits = unit.0 & Self::DEGREES.0 != 0;
        self.0 & unit.0 != 0 && (!needs_digits || self.is_precise())
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What of it is of such units.
    pub(super) const fn only(self, unit: Self) -> Self {
        Self(self.0 & (unit.0 | Self::PRECISE))
    }

    /// Whether it can be a coordinate of north, and one of east, in such units.
    pub(super) const fn axes(self, unit: Self) -> [bool; 2] {
        let bits = self.0 & unit.0;
        [
            bits & (Self::LATITUDE | Self::NORTHING) != 0,
            bits & (Self::LONGITUDE | Self::EASTING) != 0,
        ]
    }

    pub(super) const fn shares(self, unit: Self) -> bool {
        self.0 & unit.0 != 0
    }

    pub(super) const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cell: &str) -> Option<f64> {
        Coordinate::of(cell)?.values().next()
    }

    #[test]
    fn metres_and_letters_of_the_axis_are_read() {
        for (cell, expected) in [
            ("588500.25 m", 588_500.25),
            ("588500.25m", 588_500.25),
            ("588500 mE", 588_500.0),
            ("E00588500", 588_500.0),
            ("N 2325000", 2_325_000.0),
            ("2325000 (m)", 2_325_000.0),
            ("X=2325000", 2_325_000.0),
            ("2.325E6", 2_325_000.0),
            ("48588500.25", 588_500.25),
            ("48 588500.25", 588_500.25),
            ("48 588 500.25", 588_500.25),
        ] {
            assert_eq!(value(cell), Some(expected), "{cell}");
        }
    }

    #[test]
    fn other_letters_and_units_make_a_cell_unreadable() {
        for cell in [
            "588500xyz",
            "588500 ha",
            "588500 ft",
            "588500 km",
            "243O988.44",
            "243l388",
            "588500 %",
            "588500?",
            "588500 N",
            "2325000 E",
            "#588500",
            "588500 m2",
            "m2",
        ] {
            assert_eq!(value(cell), None, "{cell}");
        }
    }

    #[test]
    fn letters_make_packed_degrees_angles() {
        let near = |cell, expected: f64| {
            let value = value(cell).unwrap_or_else(|| panic!("{cell}"));
            assert!((value - expected).abs() < 1e-9, "{cell}: {value}");
        };
        near("210530N", 21.091_666_666_666_67);
        near("1054530E", 105.758_333_333_333_33);
        near("N210530.5", 21.091_805_555_555_556);
        near("2105.5N", 21.091_666_666_666_67);
        near("E10545,5", 105.758_333_333_333_33);
        for cell in ["216030N", "210560N"] {
            assert_eq!(value(cell), None, "{cell}");
        }
    }
}
