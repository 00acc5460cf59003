//! Two rings against each other.

use super::{
    Prepared,
    tree::{Budget, Exhausted, Tree},
};

/// Whether a ring lies in another that it does not cross.
pub(super) fn lies_in(
    inner: &Tree<'_>,
    outer: &Tree<'_>,
    budget: &mut Budget,
) -> Result<bool, Exhausted> {
    for corner in inner.corners() {
        if let Some(inside) = outer.holds(*corner, budget)? {
            return Ok(inside);
        }
    }
    for edge in 0..inner.edges() {
        let [[ax, ay], [bx, by]] = inner.edge(edge);
        let middle = [f64::midpoint(ax, bx), f64::midpoint(ay, by)];
        if let Some(inside) = outer.holds(middle, budget)? {
            return Ok(inside);
        }
    }
    Ok(true)
}

/// Numbers of the ends of an edge.
pub(super) fn ends(ring: &Prepared<'_>, edge: usize) -> Vec<usize> {
    vec![ring.number(edge), ring.number(edge + 1)]
}
