use super::{Crs, Position, Shape, accuracy, area, likely_province, province};

/// What a valid boundary measures.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
    /// Code of the province of 2025 that holds the centre, when one does. Decided by boxes, so it is likely, not
    /// certain.
    pub province: Option<String>,
    pub centre: Position,
}

impl Measures {
    /// Of the area on the ellipsoid and the one on the plane the one nearer to an area that a paper states.
    pub fn nearest_area_m2(&self, stated_m2: f64) -> f64 {
        let off = |area_m2: f64| (area_m2 - stated_m2).abs();
        if off(self.plane_area_m2) < off(self.area_m2) {
            self.plane_area_m2
        } else {
            self.area_m2
        }
    }

    /// Measures a valid shape. `plane` is the same shape on the VN-2000 plane.
    pub(super) fn of(wgs84: &Shape, plane: &Shape, plane_crs: Crs, sigma_m: f64) -> Self {
        let (area_m2, perimeter_m) = area::geodesic(wgs84);
        let centre = area::centroid(plane)
            .map(|middle| plane_crs.to_wgs84(middle))
            .filter(|centre| centre.iter().all(|degrees| degrees.is_finite()))
            .unwrap_or_else(|| wgs84.middle().unwrap_or_default());
        let square = perimeter_m * perimeter_m;
        Self {
            area_m2,
            plane_area_m2: area::plane(plane),
            area_sd_m2: accuracy::area_sd_m2(plane, sigma_m),
            perimeter_m,
            compactness: if square > 0.0 {
                4.0 * std::f64::consts::PI * area_m2 / square
            } else {
                0.0
            },
            province: likely_province(centre).map(|province| province.code.to_owned()),
            centre,
        }
    }
}

/// The VN-2000 plane on which a boundary given in `crs` is drawn: its own, or that of the province's zone.
pub(super) fn plane_of(crs: Crs, middle: Position) -> Crs {
    if crs.is_vn2000() {
        return crs;
    }
    let meridian = likely_province(middle)
        .and_then(|found| province(found.code))
        .map_or_else(|| nearest_meridian(middle), |found| found.meridian);
    Crs::Vn2000Tm3 { meridian }
}

fn nearest_meridian([lon, _]: Position) -> f64 {
    Crs::vn2000_zones()
        .filter_map(|zone| zone.meridian())
        .min_by(|a, b| (a - lon).abs().total_cmp(&(b - lon).abs()))
        .unwrap_or(105.0)
}
