//! Rings as files want them.

use crate::boundary::{Position, Ring, open_ring, signed_area};

/// Shells run counter-clockwise, holes clockwise, and the last corner repeats the first (RFC 7946, section 3.1.6).
pub(super) fn turned(corners: &[Position], ring: usize) -> Ring {
    let corners = open_ring(corners);
    let is_left_turned = signed_area(corners) > 0.0;
    let mut turned = corners.to_vec();
    if is_left_turned != (ring == 0) {
        turned.reverse();
    }
    turned.extend(turned.first().copied());
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_follows_the_kind_of_ring() {
        let left = [[0., 0.], [1., 0.], [1., 1.]];
        let closed = [[0., 0.], [1., 0.], [1., 1.], [0., 0.]];
        assert_eq!(turned(&left, 0), closed);
        assert_eq!(turned(&closed, 0), closed);
        assert_eq!(turned(&left, 1), [[1., 1.], [1., 0.], [0., 0.], [1., 1.]]);
    }
}
