//! Places on an ellipsoid by the sines and cosines of their longitude and latitude: the formulas of datum and plane need
//! no more, so that no angle is computed on the way from one to the other.
//!
//! Sines, arctangents and the like come from libm: the same file gives the same numbers everywhere.

use super::Position;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Angle {
    pub sin: f64,
    pub cos: f64,
}

impl Angle {
    pub(super) fn of_degrees(degrees: f64) -> Self {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        Self { sin, cos }
    }

    /// The direction of `(along, across)`, of any length but 0.
    pub(super) fn towards(along: f64, across: f64) -> Self {
        let share = 1.0 / (along * along + across * across).sqrt();
        Self {
            sin: across * share,
            cos: along * share,
        }
    }

    pub(super) fn to_degrees(self) -> f64 {
        libm::atan2(self.sin, self.cos).to_degrees()
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            sin: self.sin * other.cos + self.cos * other.sin,
            cos: self.cos * other.cos - self.sin * other.sin,
        }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        let Self { sin, cos } = other;
        self.plus(Self { sin: -sin, cos })
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Geographic {
    pub lon: Angle,
    pub lat: Angle,
}

impl Geographic {
    pub(super) fn of_degrees([lon, lat]: Position) -> Self {
        Self {
            lon: Angle::of_degrees(lon),
            lat: Angle::of_degrees(lat),
        }
    }

    /// Longitude from -180 to 180, and latitude.
    pub(super) fn to_degrees(self) -> Position {
        [self.lon.to_degrees(), self.lat.to_degrees()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_come_back() {
        for place in [[105.123_456_7, 21.0], [-179.5, -89.0], [0.0, 0.0]] {
            let [lon, lat] = Geographic::of_degrees(place).to_degrees();
            assert!((lon - place[0]).abs() < 1e-13 && (lat - place[1]).abs() < 1e-13);
        }
    }

    #[test]
    fn angles_add_up() {
        let sum = Angle::of_degrees(100.0).plus(Angle::of_degrees(7.5));
        assert!((sum.to_degrees() - 107.5).abs() < 1e-13);
        let difference = sum.minus(Angle::of_degrees(105.0));
        assert!((difference.to_degrees() - 2.5).abs() < 1e-13);
    }
}
