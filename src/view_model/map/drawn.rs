use crate::boundary::{Crs, Examined, Shape, upright};

/// A boundary on the VN-2000 plane, with the corners as they were given.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Easting and northing, metres.
    pub shape: Shape,
    /// The corners as given in their own system, x and y in their right order.
    pub upright: Shape,
    pub crs: Crs,
    pub plane_crs: Crs,
}

/// Puts the given corners on the plane of the examined boundary. Corners that were mended away are still there:
/// problems speak of the corners as given.
pub fn drawn(given: &Shape, crs: Crs, examined: &Examined) -> Drawn {
    let upright = upright(given, crs).into_owned();
    let plane_crs = examined.plane_crs;
    let shape = if plane_crs == crs {
        upright.clone()
    } else {
        plane_crs.shape_from_wgs84(&crs.shape_to_wgs84(&upright))
    };
    Drawn {
        shape,
        upright,
        crs,
        plane_crs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::examine;

    #[test]
    fn a_spike_stays_on_the_map() {
        let ring = vec![
            [424_000.0, 2_366_000.0],
            [425_000.0, 2_366_000.0],
            [425_500.0, 2_366_000.0],
            [425_000.0, 2_366_000.0],
            [425_000.0, 2_367_000.0],
            [424_000.0, 2_367_000.0],
        ];
        let (given, crs) = (Shape::of_ring(ring), Crs::from_meridian(107.0).unwrap());
        let drawn = drawn(&given, crs, &examine(&given, crs, 0.1));
        assert_eq!(drawn.shape.positions().count(), 6);
    }

    #[test]
    fn exchanged_axes_are_drawn_upright() {
        let given = Shape::of_ring(vec![[21.0, 106.0], [21.0, 106.01], [21.01, 106.0]]);
        let drawn = drawn(&given, Crs::Wgs84, &examine(&given, Crs::Wgs84, 1.0));
        let [east, north] = drawn.shape.parts[0][0][0];
        assert!(east < 900_000.0 && north > 2_000_000.0);
    }
}
