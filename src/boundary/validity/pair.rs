//! Two rings against each other.

use super::super::{Position, inside::ring_holds};
use super::{
    ring::Clean,
    segment::{Meeting, crosses_at},
    tree::{Budget, Exhausted, Hit, Tree},
};

/// How two rings lie to each other.
#[derive(Debug)]
pub(super) enum Relation {
    /// They have only these points in common (often none).
    Apart(Vec<Position>),
    /// They cross or share a stretch; edges of the first and second ring.
    Crossing {
        at: Position,
        first: usize,
        second: usize,
    },
}

/// More common points than this are not told apart.
const LIMIT_TOUCHES: usize = 1000;

pub(super) fn relation(a: &Tree, b: &Tree, budget: &mut Budget) -> Result<Relation, Exhausted> {
    let mut crossing: Option<(Hit, Position)> = None;
    let mut touches: Vec<Position> = Vec::new();
    let mut too_many = false;
    a.with_other(b, budget, &mut |hit| {
        match hit.meeting {
            Meeting::Cross(at) | Meeting::Overlap(at) => crossing = Some((hit, at)),
            Meeting::Touch(at) => {
                if crosses_at(at, a.path(hit.first, at), b.path(hit.second, at)) {
                    crossing = Some((hit, at));
                } else if !touches.contains(&at) {
                    touches.push(at);
                    too_many = touches.len() > LIMIT_TOUCHES;
                }
            }
        }
        crossing.is_none() && !too_many
    })?;
    if too_many {
        return Err(Exhausted);
    }
    Ok(match crossing {
        Some((hit, at)) => Relation::Crossing {
            at,
            first: hit.first,
            second: hit.second,
        },
        None => Relation::Apart(touches),
    })
}

/// Whether a ring lies in another that it does not cross.
pub(super) fn lies_in(inner: &Tree, outer: &Tree, budget: &mut Budget) -> Result<bool, Exhausted> {
    for corner in inner.corners() {
        budget.spend(outer.edges())?;
        if let Some(inside) = ring_holds(outer.corners(), *corner) {
            return Ok(inside);
        }
    }
    for edge in 0..inner.edges() {
        budget.spend(outer.edges())?;
        let [[ax, ay], [bx, by]] = inner.edge(edge);
        let middle = [f64::midpoint(ax, bx), f64::midpoint(ay, by)];
        if let Some(inside) = ring_holds(outer.corners(), middle) {
            return Ok(inside);
        }
    }
    Ok(true)
}

/// Numbers of the ends of an edge.
pub(super) fn ends(clean: &Clean, edge: usize) -> Vec<usize> {
    vec![clean.number(edge), clean.number(edge + 1)]
}
