use super::{Shape, shape};

/// One change that mends a boundary. Parts and rings are indices, corners numbers from 1 on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Repair {
    /// Exchange x and y everywhere.
    SwapAxes,
    /// Repeat the first corner at the end.
    CloseRing { part: usize, ring: usize },
    /// Turn the direction of a ring, its first corner staying first.
    ReverseRing { part: usize, ring: usize },
    /// Take corners out: repeated ones, the tip of a spike.
    RemoveCorners {
        part: usize,
        ring: usize,
        corners: Vec<usize>,
    },
    /// Turn the order of the corners `from` to `to`; two neighbours are exchanged by it.
    ReverseCorners {
        part: usize,
        ring: usize,
        from: usize,
        to: usize,
    },
    /// Leave a hole out.
    RemoveRing { part: usize, ring: usize },
}

/// The boundary with one repair applied. A repair that does not fit the shape changes nothing.
pub fn repair(shape: &Shape, repair: &Repair) -> Shape {
    if matches!(repair, Repair::SwapAxes) {
        return shape.map(|[x, y]| [y, x]);
    }
    let mut mended = shape.clone();
    mend(&mut mended, repair);
    mended
}

fn mend(shape: &mut Shape, repair: &Repair) -> Option<()> {
    match repair {
        Repair::SwapAxes => {}
        Repair::CloseRing { part, ring } => {
            let ring = shape.ring_mut(*part, *ring)?;
            let first = *ring.first()?;
            if ring.last() != Some(&first) {
                ring.push(first);
            }
        }
        Repair::ReverseRing { part, ring } => {
            let ring = shape.ring_mut(*part, *ring)?;
            let corners = shape::open(ring).len();
            ring.get_mut(1..corners)?.reverse();
        }
        Repair::RemoveCorners {
            part,
            ring,
            corners,
        } => {
            let ring = shape.ring_mut(*part, *ring)?;
            let closed = shape::open(ring).len() < ring.len();
            let mut kept: Vec<_> = shape::open(ring)
                .iter()
                .enumerate()
                .filter(|(index, _)| !corners.contains(&(index + 1)))
                .map(|(_, position)| *position)
                .collect();
            if closed {
                kept.extend(kept.first().copied());
            }
            *ring = kept;
        }
        Repair::ReverseCorners {
            part,
            ring,
            from,
            to,
        } => {
            let ring = shape.ring_mut(*part, *ring)?;
            let closed = shape::open(ring).len() < ring.len();
            if closed {
                ring.pop();
            }
            let span = from.checked_sub(1)?..*to;
            if let Some(corners) = ring.get_mut(span) {
                corners.reverse();
            }
            if closed {
                ring.extend(ring.first().copied());
            }
        }
        Repair::RemoveRing { part, ring } => {
            let rings = shape.parts.get_mut(*part)?;
            if *ring < rings.len() {
                rings.remove(*ring);
            }
            if rings.is_empty() {
                shape.parts.remove(*part);
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(corners: &[[f64; 2]]) -> Shape {
        let mut ring = corners.to_vec();
        ring.extend(ring.first().copied());
        Shape::of_ring(ring)
    }

    #[test]
    fn exchanged_corners_leave_the_ring_closed() {
        let bow_tie = closed(&[[0., 0.], [1., 1.], [1., 0.], [0., 1.]]);
        let exchange = Repair::ReverseCorners {
            part: 0,
            ring: 0,
            from: 2,
            to: 3,
        };
        let square = closed(&[[0., 0.], [1., 0.], [1., 1.], [0., 1.]]);
        assert_eq!(repair(&bow_tie, &exchange), square);
    }

    #[test]
    fn first_corner_can_be_removed() {
        let ring = closed(&[[0., 0.], [1., 0.], [1., 1.], [0., 1.]]);
        let removal = Repair::RemoveCorners {
            part: 0,
            ring: 0,
            corners: vec![1],
        };
        assert_eq!(
            repair(&ring, &removal),
            closed(&[[1., 0.], [1., 1.], [0., 1.]])
        );
    }

    #[test]
    fn reversed_ring_begins_with_the_same_corner() {
        let ring = closed(&[[0., 0.], [1., 0.], [1., 1.]]);
        let reversal = Repair::ReverseRing { part: 0, ring: 0 };
        assert_eq!(
            repair(&ring, &reversal),
            closed(&[[0., 0.], [1., 1.], [1., 0.]])
        );
    }

    #[test]
    fn repair_of_a_ring_that_is_not_there_changes_nothing() {
        let ring = closed(&[[0., 0.], [1., 0.], [1., 1.]]);
        let elsewhere = Repair::CloseRing { part: 3, ring: 0 };
        assert_eq!(repair(&ring, &elsewhere), ring);
    }
}
