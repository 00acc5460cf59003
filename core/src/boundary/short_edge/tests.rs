use geographiclib_rs::{Geodesic, InverseGeodesic, PolygonArea, Winding};
use proptest::prelude::*;

use super::*;

/// Both ends, length, and area below: the geodesic's equations integrated in 40 digits.
const INTEGRATED: [([Position; 2], f64, f64); 8] = [
    (
        [[105.5, 21.0], [105.5199, 21.0199]],
        3_022.357_328_776_388,
        5_034_726_551.550_882,
    ),
    (
        [[106.7, 10.8], [106.718, 10.7995]],
        1_969.268_680_332_73,
        2_379_057_088.955_666,
    ),
    (
        [[104.75, 8.6], [104.7501, 8.6199]],
        2_200.950_921_289_399,
        10_559_263.966_293_03,
    ),
    (
        [[103.0, 22.4], [102.981, 22.413]],
        2_428.912_305_203_184,
        -5_111_025_272.524_53,
    ),
    (
        [[109.2, 13.75], [109.2004, 13.7503]],
        54.525_834_602_625_56,
        67_069_568.936_555_34,
    ),
    (
        [[108.0, 16.0], [108.0199, 16.0]],
        2_129.984_269_712_246,
        3_869_781_138.198_997,
    ),
    (
        [[107.1, 16.7], [107.1, 16.7199]],
        2_202.256_046_766_276,
        0.0,
    ),
    (
        [[140.0, 44.99], [140.0199, 44.9701]],
        2_711.905_177_803_162,
        9_942_716_112.447_028,
    ),
];

#[test]
fn edges_agree_with_the_integrated_geodesic() {
    for ([a, b], length, below) in INTEGRATED {
        let found = short_edge(a, b).unwrap();
        assert!(
            (found.length_m - length).abs() < 1e-11 * length,
            "{a:?}: {found:?}"
        );
        // What doubles of this size can tell apart, and a place to 1e-9 m.
        let tolerance = 6e-6 + 4.0 * f64::EPSILON * below.abs() + 1e-9 * length;
        assert!(
            (found.below_m2 - below).abs() < tolerance,
            "{a:?}: {found:?}"
        );
    }
}

#[test]
fn edge_beyond_the_limit_is_left_to_the_general_problem() {
    assert_eq!(short_edge([105.0, 21.0], [105.0201, 21.0]), None);
    assert_eq!(short_edge([105.0, 21.0], [105.0, 20.9799]), None);
    assert_eq!(short_edge([179.999, 0.0], [-179.999, 0.0]), None);
}

/// A place in Viet Nam, a direction and a share of the longest edge.
fn edge() -> impl Strategy<Value = (Position, Position)> {
    let place = (102.0_f64..118.0, 7.0_f64..24.0);
    (place, 0.0..std::f64::consts::TAU, 1e-5_f64..1.0).prop_map(|((lon, lat), angle, share)| {
        let size = LIMIT_DEG * share;
        (
            [lon, lat],
            [lon + size * angle.cos(), lat + size * angle.sin()],
        )
    })
}

fn star() -> impl Strategy<Value = Vec<Position>> {
    let place = (102.0_f64..118.0, 7.0_f64..24.0);
    let radii = prop::collection::vec(0.2_f64..1.0, 3..60);
    (place, radii, 1e-5_f64..0.01).prop_map(|((lon, lat), radii, size)| {
        let step = std::f64::consts::TAU / radii.len() as f64;
        let corner = |(index, radius): (usize, &f64)| {
            let angle = step * index as f64;
            [
                lon + size * radius * angle.cos(),
                lat + size * radius * angle.sin(),
            ]
        };
        radii.iter().enumerate().map(corner).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn edges_in_any_direction_agree_with_geographiclib((a, b) in edge()) {
        let found = short_edge(a, b).unwrap();
        let length: f64 = Geodesic::wgs84().inverse(a[1], a[0], b[1], b[0]);
        prop_assert!((found.length_m - length).abs() < 1e-8, "{} {}", found.length_m, length);
        let back = short_edge(b, a).unwrap();
        prop_assert_eq!((found.length_m, found.below_m2), (back.length_m, -back.below_m2));
    }

    #[test]
    fn rings_agree_with_geographiclib(ring in star()) {
        let earth = Geodesic::wgs84();
        let mut polygon = PolygonArea::new(&earth, Winding::CounterClockwise);
        for [lon, lat] in &ring {
            polygon.add_point(*lat, *lon);
        }
        let (length, area, _) = polygon.compute(true);
        let edges = || ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| short_edge(*a, *b).unwrap());
        let found = edges().map(|edge| edge.length_m).sum::<f64>();
        prop_assert!((found - length).abs() < 1e-7, "{} {}", found, length);
        let found = -edges().map(|edge| edge.below_m2).sum::<f64>();
        // GeographicLib's own rounding; the integrated edges are held closer.
        prop_assert!((found - area).abs() < 1e-3, "{} {}", found, area);
    }
}
