use super::*;
use crate::boundary::{Position, Repair, inside::ring_holds};

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked.problems.iter().map(Problem::code).collect()
}

fn ring(corners: &[Position]) -> Ring {
    let mut ring = corners.to_vec();
    ring.extend(ring.first().copied());
    ring
}

fn check_ring(corners: &[Position]) -> Checked {
    check(&Shape::of_ring(ring(corners)))
}

fn square([x, y]: Position, size: f64) -> Ring {
    ring(&[[x, y], [x + size, y], [x + size, y + size], [x, y + size]])
}

fn hole(corner: Position, size: f64) -> Ring {
    square(corner, size).into_iter().rev().collect()
}

fn check_part(rings: Vec<Ring>) -> Checked {
    check(&Shape { parts: vec![rings] })
}

#[test]
fn bow_tie_names_both_edges_and_the_crossing() {
    let checked = check_ring(&[[0., 0.], [2., 2.], [2., 0.], [0., 2.]]);
    assert_eq!(codes(&checked), ["SELF_INTERSECTION"]);
    let problem = &checked.problems[0];
    assert_eq!(problem.at, Some([1., 1.]));
    assert_eq!(problem.corners, [1, 2, 3, 4]);
    let exchange = Repair::ReverseCorners {
        part: 0,
        ring: 0,
        from: 2,
        to: 3,
    };
    assert_eq!(problem.repair, Some(exchange));
}

#[test]
fn two_crossings_are_both_listed() {
    let checked = check_ring(&[
        [0., 0.],
        [10., 0.],
        [10., 10.],
        [8., 10.],
        [8., -1.],
        [6., -1.],
        [6., 10.],
        [0., 10.],
    ]);
    assert_eq!(codes(&checked), ["SELF_INTERSECTION", "SELF_INTERSECTION"]);
}

#[test]
fn path_through_its_own_corner_crosses() {
    let checked = check_ring(&[[0., 0.], [1., 1.], [2., 2.], [2., 0.], [1., 1.], [0., 2.]]);
    assert_eq!(codes(&checked), ["SELF_INTERSECTION"]);
    assert_eq!(checked.problems[0].corners, [2, 5]);
}

#[test]
fn corner_on_an_edge_of_its_ring_is_a_touch() {
    let checked = check_ring(&[[0., 0.], [4., 0.], [4., 4.], [2., 0.], [0., 4.]]);
    assert_eq!(codes(&checked), ["RING_SELF_TOUCH"]);
    assert_eq!(checked.problems[0].corners, [1, 2, 4]);
}

#[test]
fn stretch_walked_twice_is_a_crossing_only() {
    let checked = check_ring(&[
        [0., 0.],
        [4., 0.],
        [4., 2.],
        [6., 2.],
        [6., 0.],
        [2., 0.],
        [2., -2.],
        [0., -2.],
    ]);
    assert!(
        codes(&checked)
            .iter()
            .all(|code| *code == "SELF_INTERSECTION")
    );
}

#[test]
fn spikes_are_taken_out_wherever_they_stand() {
    let corners = [[0., 0.], [4., 0.], [4., 4.], [6., 6.], [4., 4.], [0., 4.]];
    for turn in 0..corners.len() {
        let mut turned = corners.to_vec();
        turned.rotate_left(turn);
        let checked = check_ring(&turned);
        assert_eq!(codes(&checked), ["SPIKE"], "turn {turn}");
        assert_eq!(checked.problems[0].at, Some([6., 6.]), "turn {turn}");
        assert_eq!(
            checked.mended.as_ref().unwrap().parts[0][0].len(),
            5,
            "turn {turn}"
        );
        let Some(repair) = &checked.problems[0].repair else {
            panic!("no repair")
        };
        let mended = crate::boundary::repair(&Shape::of_ring(ring(&turned)), repair);
        assert!(check(&mended).problems.is_empty(), "turn {turn}");
    }
}

#[test]
fn spike_of_two_edges_is_taken_out_whole() {
    let checked = check_ring(&[
        [0., 0.],
        [4., 0.],
        [4., 4.],
        [5., 5.],
        [6., 6.],
        [5., 5.],
        [4., 4.],
        [0., 4.],
    ]);
    assert!(checked.is_valid());
    assert_eq!(checked.mended.as_ref().unwrap().parts[0][0].len(), 5);
}

#[test]
fn repeated_corners_are_one_note_with_all_numbers() {
    let checked = check_ring(&[[0., 0.], [4., 0.], [4., 0.], [4., 4.], [0., 4.], [0., 0.]]);
    assert_eq!(codes(&checked), ["DUPLICATE_VERTEX"]);
    assert_eq!(checked.problems[0].corners, [3, 6]);
}

#[test]
fn open_and_turned_rings_are_notes() {
    let checked = check(&Shape::of_ring(vec![
        [0., 0.],
        [0., 4.],
        [4., 4.],
        [4., 0.],
    ]));
    assert_eq!(codes(&checked), ["RING_NOT_CLOSED", "RING_ORIENTATION"]);
    assert!(checked.is_valid());
}

#[test]
fn rings_without_area_are_told_from_rings_without_corners() {
    assert_eq!(
        codes(&check_ring(&[[0., 0.], [1., 1.]])),
        ["TOO_FEW_POINTS"]
    );
    assert_eq!(
        codes(&check_ring(&[[0., 0.], [0., 0.], [0., 0.]]))[1],
        "TOO_FEW_POINTS"
    );
    assert_eq!(
        codes(&check_ring(&[[0., 0.], [1., 1.], [3., 3.]])),
        ["ZERO_AREA"]
    );
    assert_eq!(codes(&check(&Shape::default())), ["TOO_FEW_POINTS"]);
    assert_eq!(
        codes(&check_ring(&[[f64::NAN, 0.], [1., 1.], [3., 3.]])),
        ["BAD_COORDINATES"]
    );
}

#[test]
fn holes_lie_where_they_may() {
    let shell = || square([0., 0.], 10.);
    let codes_of = |rings| codes(&check_part(rings));
    assert!(codes_of(vec![shell(), hole([2., 2.], 2.), hole([6., 6.], 2.)]).is_empty());
    assert_eq!(
        codes_of(vec![shell(), hole([20., 2.], 2.)]),
        ["HOLE_OUTSIDE_SHELL"]
    );
    assert_eq!(codes_of(vec![shell(), hole([8., 2.], 4.)]), ["RINGS_CROSS"]);
    assert_eq!(codes_of(vec![shell(), hole([0., 2.], 4.)]), ["RINGS_CROSS"]);
    assert_eq!(
        codes_of(vec![shell(), hole([1., 1.], 8.), hole([2., 2.], 2.)]),
        ["HOLES_NESTED"]
    );
    let diamond = vec![[5., 0.], [2., 5.], [5., 10.], [8., 5.], [5., 0.]];
    assert_eq!(codes_of(vec![shell(), diamond]), ["INTERIOR_DISCONNECTED"]);
    let touching_once = vec![[5., 0.], [4., 5.], [6., 5.], [5., 0.]];
    assert!(codes_of(vec![shell(), touching_once]).is_empty());
    let chain = vec![
        shell(),
        hole([2., 2.], 2.),
        hole([4., 4.], 2.),
        hole([6., 6.], 2.),
    ];
    assert!(codes_of(chain).is_empty());
}

#[test]
fn parts_may_touch_and_nothing_more() {
    let codes_of = |parts: Vec<Vec<Ring>>| codes(&check(&Shape { parts }));
    let first = || vec![square([0., 0.], 10.)];
    assert_eq!(
        codes_of(vec![first(), vec![square([20., 0.], 5.)]]),
        ["MULTI_PART"]
    );
    assert_eq!(
        codes_of(vec![first(), vec![square([10., 10.], 5.)]]),
        ["MULTI_PART"]
    );
    assert_eq!(
        codes_of(vec![first(), vec![square([5., 5.], 10.)]]),
        ["PARTS_OVERLAP"]
    );
    assert_eq!(
        codes_of(vec![first(), vec![square([10., 0.], 10.)]]),
        ["PARTS_OVERLAP"]
    );
    assert_eq!(
        codes_of(vec![first(), vec![square([2., 2.], 5.)]]),
        ["PARTS_OVERLAP"]
    );
    assert_eq!(
        codes_of(vec![vec![square([2., 2.], 5.)], first()]),
        ["PARTS_OVERLAP"]
    );
    assert_eq!(codes_of(vec![first(), first()]), ["PARTS_OVERLAP"]);
    let island = vec![
        vec![square([0., 0.], 10.), hole([2., 2.], 6.)],
        vec![square([4., 4.], 2.)],
    ];
    assert_eq!(codes_of(island), ["MULTI_PART"]);
}

#[test]
fn budget_ends_a_hopeless_check() {
    let comb: Ring = (0..400)
        .map(|i| {
            let offset = f64::from(i) * 0.001;
            if i % 2 == 0 {
                [offset, -offset]
            } else {
                [10. + offset, 10. - offset]
            }
        })
        .collect();
    let checked = check_within(&Shape::of_ring(comb), 1000);
    assert!(codes(&checked).contains(&"TOO_COMPLEX"));
}

#[test]
fn long_list_of_problems_is_cut() {
    let comb: Ring = (0..400)
        .map(|i| {
            if i % 2 == 0 {
                [f64::from(i), 0.]
            } else {
                [f64::from(i), 9.]
            }
        })
        .chain([[400., 4.5], [-1., 4.5]])
        .collect();
    let checked = check(&Shape::of_ring(comb));
    assert!(codes(&checked).contains(&"MORE_PROBLEMS"));
    assert!(checked.problems.len() < 60);
}

/// Squares of one middle, from the largest to the smallest.
fn squares_in_each_other(count: u32) -> Vec<Ring> {
    (1..=count)
        .rev()
        .map(|n| square([-f64::from(n), -f64::from(n)], 2. * f64::from(n)))
        .collect()
}

/// The codes of a shape, and whether they are told within `comparisons` for each corner.
fn codes_within(comparisons: u64, shape: &Shape) -> Vec<&'static str> {
    let corners = shape.positions().count() as u64;
    let checked = check_within(shape, comparisons * corners);
    let mut codes = codes(&checked);
    codes.dedup();
    codes
}

#[test]
fn thousands_of_holes_in_each_other_are_told_after_little_work() {
    let shape = Shape {
        parts: vec![squares_in_each_other(7000)],
    };
    assert_eq!(codes_within(60, &shape), ["HOLES_NESTED", "MORE_PROBLEMS"]);
}

#[test]
fn thousands_of_parts_in_each_other_are_told_after_little_work() {
    let shape = Shape {
        parts: squares_in_each_other(7000)
            .into_iter()
            .map(|ring| vec![ring])
            .collect(),
    };
    assert_eq!(codes_within(60, &shape), ["PARTS_OVERLAP", "MORE_PROBLEMS"]);
}

#[test]
fn thousand_parts_in_holes_of_each_other_are_valid() {
    let rings = squares_in_each_other(1000);
    let part = |pair: &[Ring]| {
        let mut hole = pair[1].clone();
        hole.reverse();
        vec![pair[0].clone(), hole]
    };
    let shape = Shape {
        parts: rings.chunks(2).map(part).collect(),
    };
    assert_eq!(codes(&check(&shape)), ["MULTI_PART"]);
}

#[test]
fn holes_side_by_side_cost_little_each() {
    let holes = (0..10_000_u32).map(|n| {
        let (row, column) = (f64::from(n / 100), f64::from(n % 100));
        hole([column + 0.2, row + 0.2], 0.6)
    });
    let shape = Shape {
        parts: vec![
            std::iter::once(square([0., 0.], 100.))
                .chain(holes)
                .collect(),
        ],
    };
    assert!(codes_within(100, &shape).is_empty());
}

#[test]
fn place_in_a_ring_is_told_from_the_boxes_around_it() {
    let comb: Vec<Position> = (0..1000)
        .map(|n| [f64::from(n), if n % 2 == 0 { 0. } else { 9. }])
        .chain([[999., -1.], [0., -1.]])
        .collect();
    let closed = ring(&comb);
    let mut rings = Rings::default();
    rings.push_given((0, 0), &closed);
    let tree = rings.get(0).unwrap().tree;
    for x in 0..4000 {
        for y in [-1., -0.5, 0., 0.5, 4.5, 9., 9.5] {
            let place = [f64::from(x) * 0.25 - 0.5, y];
            let budget = &mut Budget(400);
            assert_eq!(
                tree.holds(place, budget),
                Ok(ring_holds(&comb, place)),
                "{place:?}"
            );
        }
    }
}

#[test]
fn ring_of_many_corners_costs_little_each() {
    for count in [1_000_u32, 10_000, 100_000] {
        let coast: Ring = (0..count)
            .map(|n| {
                let angle = f64::from(n) / f64::from(count) * std::f64::consts::TAU;
                let far = 1. + 0.2 * (7. * angle).sin() + 0.05 * (41. * angle).cos();
                [far * angle.cos(), far * angle.sin()]
            })
            .collect();
        let shape = Shape::of_ring(ring(&coast));
        assert!(codes_within(60, &shape).is_empty(), "{count}");
    }
}
