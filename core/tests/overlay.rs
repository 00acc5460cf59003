//! A boundary laid over an earlier one: laws of its pieces, and cases by hand.
#![cfg(feature = "overlay")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a test says what went wrong by panicking, outside test functions too; its numbers are small"
)]

use cluster_ready_core::boundary::{Crs, Examined, Position, Ring, Shape, examine};
use cluster_ready_core::overlay::{Compared, Level, Pieces, cut, to_message, to_question};
use proptest::prelude::*;

const PLANE: Crs = Crs::Vn2000Tm3 { meridian: 105.5 };
const ORIGIN: Position = [560_000.0, 2_290_000.0];
/// Standard deviation of a corner, metres.
const SIGMA_M: f64 = 0.05;

fn compare(present: &Shape, earlier: &Shape) -> Compared {
    compare_examined(&examined(present, PLANE), &examined(earlier, PLANE))
}

fn examined(shape: &Shape, crs: Crs) -> Examined {
    examine(shape, crs, SIGMA_M)
}

fn compare_examined(present: &Examined, earlier: &Examined) -> Compared {
    let (level, shapes) = Level::of(present, earlier).unwrap();
    let pieces = shapes.as_ref().map(cut);
    Compared::of(level, pieces, [SIGMA_M; 2])
}

/// Left, bottom, width and height, metres from the origin.
fn rectangle([x, y, width, height]: [f64; 4]) -> Ring {
    let [x, y] = [ORIGIN[0] + x, ORIGIN[1] + y];
    vec![
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
    ]
}

fn of(rectangles: &[&[[f64; 4]]]) -> Shape {
    let part = |rings: &&[[f64; 4]]| rings.iter().map(|ring| rectangle(*ring)).collect();
    Shape {
        parts: rectangles.iter().map(part).collect(),
    }
}

/// Square metres that are kept, added and removed. The plane is off the ellipsoid by less than a thousandth here.
fn assert_areas(compared: &Compared, [kept, added, removed]: [f64; 3]) {
    for (found, wanted) in [
        (compared.kept.area_m2, kept),
        (compared.added.area_m2, added),
        (compared.removed.area_m2, removed),
    ] {
        assert!(
            (found - wanted).abs() <= wanted * 1e-3,
            "{found} {wanted} of {compared:?}"
        );
    }
}

/// Square metres that the identities may be off by: what cutting rounds along all edges, and a digit.
const TOLERANCE_M2: f64 = 0.05;

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < TOLERANCE_M2
}

fn assert_sums(compared: &Compared) {
    let Compared {
        kept,
        added,
        removed,
        present_m2,
        earlier_m2,
        ..
    } = compared;
    let with =
        |part: &cluster_ready_core::overlay::Part| kept.area_m2 + part.area_m2 + part.slivers_m2;
    assert!(is_near(with(added), *present_m2), "{compared:?}");
    assert!(is_near(with(removed), *earlier_m2), "{compared:?}");
}

#[test]
fn expansion_adds_and_removes() {
    let earlier = of(&[&[[0.0, 0.0, 400.0, 500.0]]]);
    let present = of(&[&[[100.0, 0.0, 500.0, 500.0]]]);
    let compared = compare(&present, &earlier);
    assert_areas(&compared, [150_000.0, 100_000.0, 50_000.0]);
    assert_sums(&compared);
    assert_eq!(compared.added.shape.parts.len(), 1);
    assert_eq!(compared.added.slivers, 0);
    let [w, s, e, n] = compared.added.shape.bounds().unwrap();
    let [x, y] = ORIGIN;
    for (found, wanted) in [(w, x + 400.0), (s, y), (e, x + 600.0), (n, y + 500.0)] {
        assert!((found - wanted).abs() < 1e-4);
    }
}

#[test]
fn same_boundary_adds_and_removes_nothing() {
    let shape = of(&[
        &[[0.0, 0.0, 400.0, 500.0], [100.0, 100.0, 50.0, 60.0]],
        &[[400.0, 600.0, 30.0, 30.0]],
    ]);
    let compared = compare(&shape, &shape);
    assert_eq!(
        (compared.added.area_m2, compared.removed.area_m2),
        (0.0, 0.0)
    );
    assert_eq!((compared.added.slivers, compared.removed.slivers), (0, 0));
    assert!(compared.is_unchanged());
    assert!(is_near(compared.kept.area_m2, compared.present_m2));
}

#[test]
fn same_boundary_in_another_system_differs_by_slivers_at_most() {
    let shape = of(&[&[[0.0, 0.0, 400.0, 500.0]]]);
    // As a file has it: degrees with seven decimals.
    let round = |[lon, lat]: Position| [(lon * 1e7).round() / 1e7, (lat * 1e7).round() / 1e7];
    let degrees = shape.map(|corner| round(PLANE.to_wgs84(corner)));
    for other in [Crs::Wgs84, Crs::Vn2000Tm3 { meridian: 107.75 }] {
        let given = if other == Crs::Wgs84 {
            degrees.clone()
        } else {
            degrees.map(|corner| other.from_wgs84(corner))
        };
        let compared = compare_examined(&examined(&shape, PLANE), &examined(&given, other));
        assert!(compared.is_unchanged(), "{compared:?}");
        assert!(compared.added.slivers + compared.removed.slivers > 0);
        assert_sums(&compared);
    }
}

#[test]
fn boundaries_apart_have_nothing_in_common() {
    let near = of(&[&[[0.0, 0.0, 100.0, 100.0]]]);
    for (other, apart_m) in [
        ([300.0, 0.0, 100.0, 100.0], 300.0),
        ([100_000.0, 0.0, 100.0, 100.0], 100_000.0),
    ] {
        let compared = compare(&near, &of(&[&[other]]));
        assert!(!compared.have_land_in_common());
        assert_eq!(
            (compared.added.area_m2, compared.removed.area_m2),
            (compared.present_m2, compared.earlier_m2)
        );
        assert!((compared.apart_m - apart_m).abs() < apart_m * 1e-3);
    }
    // A system of the other side of the Earth has no plane in common.
    let there = examined(
        &Shape::of_ring(vec![[-75.0, -21.0], [-75.0, -21.01], [-74.99, -21.0]]),
        Crs::Wgs84,
    );
    let compared = compare_examined(&examined(&near, PLANE), &there);
    assert!(!compared.have_land_in_common() && compared.apart_m > 1e7);
}

#[test]
fn boundaries_that_touch_have_no_land_in_common() {
    let left = of(&[&[[0.0, 0.0, 100.0, 100.0]]]);
    for right in [[100.0, 0.0, 100.0, 100.0], [100.0, 100.0, 50.0, 50.0]] {
        let compared = compare(&of(&[&[right]]), &left);
        assert_areas(&compared, [0.0, right[2] * right[3], 10_000.0]);
        assert!(!compared.have_land_in_common());
    }
}

#[test]
fn hole_that_was_filled_is_added_and_island_stays_in_a_part_of_its_own() {
    let with_hole: &[[f64; 4]] = &[[0.0, 0.0, 400.0, 400.0], [100.0, 100.0, 200.0, 200.0]];
    let whole = of(&[&[[0.0, 0.0, 400.0, 400.0]]]);
    assert_areas(
        &compare(&whole, &of(&[with_hole])),
        [120_000.0, 40_000.0, 0.0],
    );
    let with_island = of(&[with_hole, &[[150.0, 150.0, 50.0, 50.0]]]);
    let compared = compare(&whole, &with_island);
    assert_areas(&compared, [122_500.0, 37_500.0, 0.0]);
    assert_eq!(compared.added.shape.parts[0].len(), 2);
    assert_sums(&compared);
}

#[test]
fn strip_narrower_than_the_accuracy_is_told_apart_from_change() {
    let earlier = of(&[&[[0.0, 0.0, 400.0, 500.0]]]);
    for (width, slivers) in [(0.1, 1), (0.2, 0)] {
        let compared = compare(&of(&[&[[0.0, 0.0, 400.0 + width, 500.0]]]), &earlier);
        assert_eq!(compared.added.slivers, slivers, "{compared:?}");
        assert!((compared.width_m - 1.96 * SIGMA_M * 2_f64.sqrt()).abs() < 1e-12);
        let told = if slivers == 1 {
            compared.added.slivers_m2
        } else {
            compared.added.area_m2
        };
        assert!((told - 500.0 * width).abs() < 0.1, "{told}");
        assert_eq!(compared.is_unchanged(), slivers == 1);
        assert_sums(&compared);
    }
}

#[test]
fn unmeasured_boundary_is_not_compared() {
    let crossing = {
        let mut ring = rectangle([0.0, 0.0, 100.0, 100.0]);
        ring.swap(1, 2);
        examined(&Shape::of_ring(ring), PLANE)
    };
    let whole = examined(&of(&[&[[0.0, 0.0, 100.0, 100.0]]]), PLANE);
    assert_eq!(Level::of(&whole, &crossing), None);
    assert_eq!(Level::of(&crossing, &whole), None);
}

#[test]
fn message_gives_the_pieces_back_and_nothing_else_does() {
    let both = [
        of(&[&[[0.0, 0.0, 400.0, 500.0]]]),
        of(&[&[[100.0, 0.0, 500.0, 500.0]]]),
    ];
    let message = to_message(&to_question(&both));
    assert_eq!(Pieces::from_message(&message), Some(cut(&both)));
    assert_eq!(Pieces::from_message(&message[..message.len() - 1]), None);
    assert_eq!(Pieces::from_message(&to_message(b"no question")), None);
    let mut other_build = message;
    other_build[12] ^= 1;
    assert_eq!(Pieces::from_message(&other_build), None);
}

/// A star around a place, metres from the origin.
fn star(x: f64, y: f64) -> impl Strategy<Value = Ring> {
    prop::collection::vec(100.0_f64..400.0, 4..30).prop_map(move |radii| {
        let corner = |(index, radius): (usize, &f64)| {
            let angle = index as f64 / radii.len() as f64 * std::f64::consts::TAU;
            [
                ORIGIN[0] + x + radius * angle.cos(),
                ORIGIN[1] + y + radius * angle.sin(),
            ]
        };
        radii.iter().enumerate().map(corner).collect()
    })
}

/// With a hole, and a second part beside it.
fn boundary() -> impl Strategy<Value = Shape> {
    let place = (-300.0_f64..300.0, -300.0_f64..300.0);
    (place, any::<bool>(), any::<bool>()).prop_flat_map(|((x, y), hole, second)| {
        (star(x, y), star(x + 1_000.0, y)).prop_map(move |(shell, other)| {
            let inner = vec![rectangle([x - 20.0, y - 20.0, 40.0, 40.0])];
            let first = [vec![shell], if hole { inner } else { Vec::new() }].concat();
            let parts = [
                vec![first],
                if second {
                    vec![vec![other]]
                } else {
                    Vec::new()
                },
            ];
            Shape {
                parts: parts.concat(),
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 50_000, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn pieces_make_up_both_boundaries(present in boundary(), earlier in boundary()) {
        assert_sums(&compare(&present, &earlier));
    }

    #[test]
    fn exchanged_boundaries_exchange_added_and_removed(present in boundary(), earlier in boundary()) {
        let (there, back) = (compare(&present, &earlier), compare(&earlier, &present));
        prop_assert!(is_near(there.kept.area_m2, back.kept.area_m2));
        prop_assert!(is_near(there.added.area_m2 + there.added.slivers_m2, back.removed.area_m2 + back.removed.slivers_m2));
        prop_assert!(is_near(there.removed.area_m2 + there.removed.slivers_m2, back.added.area_m2 + back.added.slivers_m2));
    }

    #[test]
    fn boundary_beside_itself_is_unchanged(shape in boundary()) {
        let compared = compare(&shape, &shape);
        prop_assert_eq!(compared.added, cluster_ready_core::overlay::Part::default());
        prop_assert_eq!(compared.removed, cluster_ready_core::overlay::Part::default());
    }

    /// On a coarse grid: shared corners, shared stretches of edges and touches come by themselves.
    #[test]
    fn boundaries_on_common_corners_and_edges_add_up(present in on_grid(), earlier in on_grid()) {
        let [present, earlier] = [present, earlier].map(|shape| examined(&shape, PLANE));
        prop_assume!(present.measures.is_some() && earlier.measures.is_some());
        assert_sums(&compare_examined(&present, &earlier));
    }
}

/// One or two rings with corners every hundred metres; not every one is a boundary.
fn on_grid() -> impl Strategy<Value = Shape> {
    let corner = [0..6, 0..6].prop_map(|[x, y]| {
        [
            ORIGIN[0] + 100.0 * f64::from(x),
            ORIGIN[1] + 100.0 * f64::from(y),
        ]
    });
    let ring = prop::collection::vec(corner, 3..8);
    prop::collection::vec(ring.prop_map(|ring| vec![ring]), 1..3).prop_map(|parts| Shape { parts })
}
