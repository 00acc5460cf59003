//! Corners → rings: a ring ends where its first corner comes again, where the numbers begin again, where the name of the
//! area changes, or at a line of text.

use super::super::Candidate;
use crate::boundary::{Position, Shape};

/// One corner with what the table says about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Corner {
    pub position: Position,
    pub label: String,
    /// Name of the area, by a column or by the line of text above.
    pub area: String,
}

/// Closed rings, one candidate each.
pub(super) fn candidates(corners: Vec<Corner>) -> Vec<Candidate> {
    let mut rings: Vec<Vec<Corner>> = Vec::new();
    let mut is_closed = true;
    for corner in corners {
        let goes_on = rings
            .last()
            .and_then(|ring| ring.first().zip(ring.last()))
            .is_some_and(|(first, last)| !is_closed && !begins(first, last, &corner));
        match rings.last_mut().filter(|_| goes_on) {
            Some(ring) => {
                let closes = ring.len() >= 3
                    && ring
                        .first()
                        .is_some_and(|first| first.position == corner.position);
                if closes {
                    is_closed = true;
                } else {
                    ring.push(corner);
                }
            }
            None => {
                rings.push(vec![corner]);
                is_closed = false;
            }
        }
    }
    rings.into_iter().map(candidate).collect()
}

/// Whether a corner begins a new ring: another area, or the first number again at another place.
fn begins(first: &Corner, last: &Corner, corner: &Corner) -> bool {
    let again = !corner.label.is_empty()
        && corner.label == first.label
        && corner.position != first.position
        && corner.label != last.label;
    corner.area != last.area || again
}

pub(super) fn candidate(ring: Vec<Corner>) -> Candidate {
    let label = ring
        .first()
        .map(|corner| corner.area.clone())
        .filter(|area| !area.is_empty());
    let mut positions: Vec<Position> = ring.iter().map(|corner| corner.position).collect();
    positions.extend(positions.first().copied());
    Candidate {
        id: None,
        label,
        shape: Shape::of_ring(positions),
        corner_labels: ring.into_iter().map(|corner| corner.label).collect(),
    }
}
