//! Straight lines through the Earth between places on its surface.

use super::{Position, datum::earth_centred, geographic::Geographic};

pub(super) fn length(a: [f64; 3]) -> f64 {
    dot(a, a).sqrt()
}

pub(super) fn chord_point(place: Position) -> [f64; 3] {
    earth_centred(Geographic::of_degrees(place))
}

pub(super) fn minus(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    [ax - bx, ay - by, az - bz]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    ax * bx + ay * by + az * bz
}

pub(super) fn chord_to_segment(place: [f64; 3], a: [f64; 3], b: [f64; 3]) -> f64 {
    let (along, from_a) = (minus(b, a), minus(place, a));
    let square = dot(along, along);
    let t = if square > 0.0 {
        (dot(from_a, along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let [x, y, z] = along;
    length(minus(from_a, [t * x, t * y, t * z]))
}
