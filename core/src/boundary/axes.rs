use std::borrow::Cow;

use super::{Crs, Repair, Shape, repair, size};

/// The shape with its axes in their right order: exchanged where every x is a latitude or northing of Viet Nam and every
/// y a longitude or easting, else as given.
pub fn upright(given: &Shape, crs: Crs) -> Cow<'_, Shape> {
    if are_exchanged(given, crs) {
        Cow::Owned(repair(given, &Repair::SwapAxes))
    } else {
        Cow::Borrowed(given)
    }
}

fn are_exchanged(shape: &Shape, crs: Crs) -> bool {
    let Some([w, s, e, n]) = shape.bounds() else {
        return false;
    };
    match crs {
        Crs::Wgs84 => {
            size::is_latitude(w)
                && size::is_latitude(e)
                && size::is_longitude(s)
                && size::is_longitude(n)
        }
        Crs::WebMercator => false,
        _ => {
            size::is_northing(w)
                && size::is_northing(e)
                && size::is_easting(s)
                && size::is_easting(n)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanged_axes_are_set_upright_once() {
        let exchanged = Shape::of_ring(vec![[21.0, 106.0], [21.0, 106.01], [21.01, 106.0]]);
        let once = upright(&exchanged, Crs::Wgs84).into_owned();
        assert_eq!(once.parts[0][0][0], [106.0, 21.0]);
        assert!(matches!(upright(&once, Crs::Wgs84), Cow::Borrowed(_)));
    }
}
