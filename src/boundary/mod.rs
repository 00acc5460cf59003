//! The boundary as a value: rings, problems, measures, accuracy, distances, province.

/// x and y: longitude and latitude in degrees, or easting and northing in metres.
pub type Position = [f64; 2];

/// Polygons as rings; the first ring of a part is its shell. Rings are closed or not, as given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shape {
    pub parts: Vec<Vec<Vec<Position>>>,
}

/// A coordinate reference system the product reads.
#[derive(Debug, Clone, Copy, PartialEq)]
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

/// What a valid boundary measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Geodesic area on WGS 84, |shell| − |holes|, square metres.
    pub area_m2: f64,
    /// Area on the VN-2000 plane, square metres (as in land papers).
    pub plane_area_m2: f64,
    /// Standard deviation of the area from the corners' accuracy, square metres.
    pub area_sd_m2: f64,
    /// Geodesic length of the shells, metres.
    pub perimeter_m: f64,
    /// Polsby–Popper 4πA/P².
    pub compactness: f64,
    /// Code of the province of 2025 that holds the centre, when one does.
    pub province: Option<String>,
    pub centre: Position,
}
