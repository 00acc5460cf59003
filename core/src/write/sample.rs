//! Boundaries for tests.

use crate::boundary::{Crs, Examined, Position, Shape, examine};

fn ring(w: f64, s: f64, side: f64) -> Vec<Position> {
    vec![[w, s], [w, s + side], [w + side, s + side], [w + side, s]]
}

/// Some 109 m a side; clockwise, not closed.
pub(super) fn square() -> Examined {
    examined(vec![vec![vec![
        [106.0, 16.001],
        [106.001, 16.001],
        [106.001, 16.0],
        [106.0, 16.0],
    ]]])
}

/// Two parts, the first with a hole; all turned the same way.
pub(super) fn parts() -> Examined {
    examined(vec![
        vec![ring(106.0, 16.0, 0.003), ring(106.001, 16.001, 0.001)],
        vec![ring(106.01, 16.0, 0.002)],
    ])
}

/// 500 m by 400 m on the meridian 106°15′.
pub(super) fn on_plane() -> Examined {
    let [x, y] = [588_156.5, 1_850_933.25];
    let corners = vec![
        [x, y],
        [x, y + 400.0],
        [x + 500.0, y + 400.0],
        [x + 500.0, y],
    ];
    let crs = Crs::Vn2000Tm3 { meridian: 106.25 };
    examine(&Shape::of_ring(corners), crs, 1.0)
}

fn examined(parts: Vec<Vec<Vec<Position>>>) -> Examined {
    examine(&Shape { parts }, Crs::Wgs84, 1.0)
}
