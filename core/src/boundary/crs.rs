use super::{
    Position, Shape, datum,
    geographic::Geographic,
    tm::{SEMI_MAJOR_M, Zone},
};
use crate::progress::done;

/// A coordinate reference system the product reads.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Crs {
    /// EPSG:4326, longitude and latitude in degrees.
    Wgs84,
    /// VN-2000 transverse Mercator: TM-3 (k 0.9999) on a central meridian in degrees.
    Vn2000Tm3 { meridian: f64 },
    /// VN-2000 / UTM zone 48 or 49 (EPSG:3405, 3406).
    Vn2000Utm { zone: u8 },
    /// WGS 84 / UTM zone 48 or 49 north (EPSG:32648, 32649).
    Wgs84Utm { zone: u8 },
    /// EPSG:3857.
    WebMercator,
}

/// EPSG codes of the TM-3 zones and their central meridians in degrees.
const TM3: [(u32, f64); 18] = [
    (5896, 102.0),
    (9205, 103.0),
    (9206, 104.0),
    (9207, 104.5),
    (9208, 104.75),
    (5897, 105.0),
    (9209, 105.5),
    (9210, 105.75),
    (9211, 106.0),
    (9212, 106.25),
    (9213, 106.5),
    (9214, 107.0),
    (9215, 107.25),
    (9216, 107.5),
    (5899, 107.75),
    (5898, 108.0),
    (9217, 108.25),
    (9218, 108.5),
];

/// Scale on the central meridian.
const TM3_SCALE: f64 = 0.9999;
const UTM_SCALE: f64 = 0.9996;

impl Crs {
    /// `None` for a system the product does not read.
    pub fn from_epsg(code: u32) -> Option<Self> {
        match code {
            4326 => Some(Self::Wgs84),
            3405 => Some(Self::Vn2000Utm { zone: 48 }),
            3406 => Some(Self::Vn2000Utm { zone: 49 }),
            32648 => Some(Self::Wgs84Utm { zone: 48 }),
            32649 => Some(Self::Wgs84Utm { zone: 49 }),
            3857 => Some(Self::WebMercator),
            // Those of 5896 to 5899 with the northing first; which one is first, the sizes tell.
            6956..=6959 => Self::from_epsg(code - 1_060),
            _ => TM3
                .iter()
                .find(|(epsg, _)| *epsg == code)
                .map(|(_, meridian)| Self::Vn2000Tm3 {
                    meridian: *meridian,
                }),
        }
    }

    /// The TM-3 zone on a central meridian; `None` when VN-2000 has none there.
    pub fn from_meridian(degrees: f64) -> Option<Self> {
        TM3.iter()
            .find(|(_, meridian)| (*meridian - degrees).abs() < 1e-6)
            .map(|(_, meridian)| Self::Vn2000Tm3 {
                meridian: *meridian,
            })
    }

    /// `None` for a central meridian without a code.
    pub fn epsg(&self) -> Option<u32> {
        match self {
            Self::Wgs84 => Some(4326),
            Self::Vn2000Tm3 { meridian } => TM3
                .iter()
                .find(|(_, known)| (known - meridian).abs() < 1e-6)
                .map(|(epsg, _)| *epsg),
            Self::Vn2000Utm { zone } => Some(3357 + u32::from(*zone)),
            Self::Wgs84Utm { zone } => Some(32_600 + u32::from(*zone)),
            Self::WebMercator => Some(3857),
        }
    }

    /// The 18 TM-3 zones from west to east, then UTM 48 and 49.
    pub fn vn2000_zones() -> impl Iterator<Item = Self> {
        TM3.iter()
            .map(|(_, meridian)| Self::Vn2000Tm3 {
                meridian: *meridian,
            })
            .chain([Self::Vn2000Utm { zone: 48 }, Self::Vn2000Utm { zone: 49 }])
    }

    /// Central meridian, degrees.
    pub fn meridian(&self) -> Option<f64> {
        match self {
            Self::Vn2000Tm3 { meridian } => Some(*meridian),
            Self::Vn2000Utm { zone } | Self::Wgs84Utm { zone } => {
                Some(f64::from(*zone) * 6.0 - 183.0)
            }
            Self::Wgs84 | Self::WebMercator => None,
        }
    }

    pub const fn is_degrees(&self) -> bool {
        matches!(self, Self::Wgs84)
    }

    pub const fn is_vn2000(&self) -> bool {
        matches!(self, Self::Vn2000Tm3 { .. } | Self::Vn2000Utm { .. })
    }

    fn zone(&self) -> Option<Zone> {
        let scale = match self {
            Self::Vn2000Tm3 { .. } => TM3_SCALE,
            _ => UTM_SCALE,
        };
        Some(Zone::new(self.meridian()?, scale))
    }

    /// Longitude and latitude on WGS 84, degrees.
    pub fn to_wgs84(&self, position: Position) -> Position {
        self.into_wgs84()(position)
    }

    /// Easting and northing in metres from longitude and latitude on WGS 84 in degrees.
    pub fn from_wgs84(&self, position: Position) -> Position {
        self.out_of_wgs84()(position)
    }

    pub fn shape_to_wgs84(&self, shape: &Shape) -> Shape {
        let change = self.into_wgs84();
        if self.is_degrees() {
            return shape.map(change);
        }
        shape.map(counted(change))
    }

    pub fn shape_from_wgs84(&self, shape: &Shape) -> Shape {
        shape.map(counted(self.out_of_wgs84()))
    }

    /// [`Self::to_wgs84`], made ready for many places.
    fn into_wgs84(self) -> impl Fn(Position) -> Position {
        let zone = self.zone();
        move |position| match zone {
            Some(zone) if self.is_vn2000() => {
                datum::to_wgs84(zone.unproject(position)).to_degrees()
            }
            Some(zone) => zone.unproject(position).to_degrees(),
            None if self.is_degrees() => position,
            None => unmercator(position),
        }
    }

    /// [`Self::from_wgs84`], made ready for many places.
    fn out_of_wgs84(self) -> impl Fn(Position) -> Position {
        let zone = self.zone();
        move |position| match zone {
            Some(zone) if self.is_vn2000() => {
                zone.project(datum::from_wgs84(Geographic::of_degrees(position)))
            }
            Some(zone) => zone.project(Geographic::of_degrees(position)),
            None if self.is_degrees() => position,
            None => mercator(position),
        }
    }
}

/// The sphere of EPSG:3857.
fn mercator([lon, lat]: Position) -> Position {
    let half = std::f64::consts::FRAC_PI_4 + lat.to_radians() / 2.0;
    [
        SEMI_MAJOR_M * lon.to_radians(),
        SEMI_MAJOR_M * libm::log(libm::tan(half)),
    ]
}

/// As many places as are changed are done.
fn counted(change: impl Fn(Position) -> Position) -> impl Fn(Position) -> Position {
    move |place| {
        done(1);
        change(place)
    }
}

fn unmercator([x, y]: Position) -> Position {
    let lat = libm::atan(libm::sinh(y / SEMI_MAJOR_M));
    [(x / SEMI_MAJOR_M).to_degrees(), lat.to_degrees()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_keeps_its_code() {
        assert_eq!(Crs::vn2000_zones().count(), 20);
        for crs in Crs::vn2000_zones() {
            let epsg = crs.epsg().unwrap();
            assert_eq!(Crs::from_epsg(epsg), Some(crs));
        }
        assert_eq!(Crs::from_meridian(106.25).unwrap().epsg(), Some(9212));
        assert_eq!(Crs::from_meridian(106.1), None);
        let north_first = [(6956, 102.0), (6957, 105.0), (6958, 108.0), (6959, 107.75)];
        for (epsg, meridian) in north_first {
            assert_eq!(Crs::from_epsg(epsg), Crs::from_meridian(meridian));
        }
        assert_eq!(Crs::Wgs84Utm { zone: 48 }.meridian(), Some(105.0));
    }

    #[test]
    fn round_trip_closes_to_millimetres() {
        // Heights are zeroed on each side, hence not to nanometres.
        for crs in Crs::vn2000_zones().chain([Crs::Wgs84Utm { zone: 48 }, Crs::WebMercator]) {
            let [lon, lat] = [107.08, 16.73];
            let [x, y] = crs.to_wgs84(crs.from_wgs84([lon, lat]));
            assert!((x - lon).abs() < 2e-8 && (y - lat).abs() < 2e-8, "{crs:?}");
        }
    }
}
