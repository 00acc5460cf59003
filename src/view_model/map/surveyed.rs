use super::Reach;
use cluster_ready_core::boundary::{Position, Shape};
use cluster_ready_core::survey::Surveyed;

/// The lines to the nearest institutions, on the plane of the map.
pub fn reaches(surveyed: &Surveyed) -> Vec<Reach> {
    let drawn = &surveyed.drawn;
    let start = |edge: Position| {
        let on_drawing = drawn.thinned.then(|| nearest(&drawn.shape, edge));
        on_drawing.flatten().unwrap_or(edge)
    };
    surveyed
        .near()
        .into_iter()
        .map(|near| Reach {
            from: start(drawn.plane_crs.from_wgs84(near.edge)),
            to: drawn.plane_crs.from_wgs84(near.place),
            metres: near.distance_m,
        })
        .collect()
}

/// The place on the drawn rings that is nearest: where not every corner is drawn, the edge itself may lie off them.
fn nearest(shape: &Shape, [x, y]: Position) -> Option<Position> {
    let on_edge = |[ax, ay]: Position, [bx, by]: Position| {
        let (dx, dy) = (bx - ax, by - ay);
        let square = dx * dx + dy * dy;
        let along = if square > 0.0 {
            (((x - ax) * dx + (y - ay) * dy) / square).clamp(0.0, 1.0)
        } else {
            0.0
        };
        [ax + dx * along, ay + dy * along]
    };
    let places = shape.rings().flat_map(|(_, _, ring)| {
        let after = ring.iter().cycle().skip(1);
        ring.iter().zip(after).map(|(a, b)| on_edge(*a, *b))
    });
    let far = |[px, py]: &Position| libm::hypot(px - x, py - y);
    places.min_by(|a, b| far(a).total_cmp(&far(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::assessment::Places;
    use cluster_ready_core::boundary::{Crs, Shape};
    use cluster_ready_core::read::Format;
    use cluster_ready_core::survey::{Look, Reply, Request, answer};

    #[test]
    fn line_starts_on_what_is_drawn_of_a_comb() {
        let drawn = Shape::of_ring(vec![[0.0, 0.0], [10.0, 0.0], [10.0, 4.0], [0.0, 4.0]]);
        assert_eq!(nearest(&drawn, [4.0, 9.0]), Some([4.0, 4.0]));
        assert_eq!(nearest(&drawn, [-3.0, -1.0]), Some([0.0, 0.0]));
        assert_eq!(nearest(&drawn, [1.0, 2.0]), Some([0.0, 2.0]));
        assert_eq!(nearest(&Shape::default(), [1.0, 2.0]), None);
    }

    #[test]
    fn lines_lead_from_the_edge_to_each_institution_once() {
        let ring = vec![
            [105.70, 21.20],
            [105.71, 21.20],
            [105.71, 21.21],
            [105.70, 21.21],
            [105.70, 21.20],
        ];
        let look = Look {
            crs: Crs::Wgs84,
            sigma_m: 1.0,
            format: Some(Format::Table),
            ring: (0, 0),
            industry: Some("mechanical".to_owned()),
            places: Places::default(),
        };
        let bytes = Shape::of_ring(ring).to_bytes();
        let (reply, _) = answer(Request::Look(Box::new(look)), bytes).unwrap();
        let Reply::Seen(surveyed) = reply else {
            panic!()
        };
        let near = surveyed.near();
        assert!((1..=2).contains(&near.len()));
        for (reach, near) in reaches(&surveyed).iter().zip(&near) {
            let length = (reach.to[0] - reach.from[0]).hypot(reach.to[1] - reach.from[1]);
            assert!((length / near.distance_m - 1.0).abs() < 0.002);
        }
        assert_eq!(surveyed.corners(), 4);
    }
}
