//! A ring against itself.

use super::super::{Position, Problem, ProblemKind, Repair};
use super::{
    LIMIT_PROBLEMS, Prepared,
    segment::{Meeting, crosses_at},
    tree::{Budget, Exhausted, Hit},
};
use crate::numbers::Numbers;
use crate::order::long_by_key;

/// Meetings looked at in one ring; more than this many make the rest pointless to list.
const LIMIT_HITS: usize = 10_000;

/// Finds where a ring crosses or touches itself.
pub(super) fn check(
    ring: &Prepared<'_>,
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let mut hits = Vec::new();
    ring.tree.with_itself(budget, &mut |hit| {
        hits.push(hit);
        hits.len() < LIMIT_HITS
    })?;
    if hits.is_empty() {
        return Ok(());
    }
    long_by_key(&mut hits, |hit| (hit.first, hit.second));
    let mut found: Vec<(usize, Problem)> = Vec::new();
    for hit in &hits {
        if let Meeting::Cross(at) | Meeting::Overlap(at) = hit.meeting {
            found.push((hit.first, of_edges(ring, hit, at)));
        }
    }
    let overlapping: Vec<usize> = hits
        .iter()
        .filter(|hit| matches!(hit.meeting, Meeting::Overlap(_)))
        .flat_map(|hit| [hit.first, hit.second])
        .collect();
    for (first, at, touching) in touches(&hits) {
        // The ends of a stretch that two edges share say nothing new.
        let edges = ring.tree.edges();
        let beside_overlap = touching.iter().any(|edge| {
            [*edge, (edge + 1) % edges, (edge + edges - 1) % edges]
                .iter()
                .any(|near| overlapping.contains(near))
        });
        if !beside_overlap {
            found.push((first, of_point(ring, at, &touching)));
        }
    }
    long_by_key(&mut found, |(first, _)| *first);
    let more = found.len() > LIMIT_PROBLEMS;
    problems.extend(
        found
            .into_iter()
            .take(LIMIT_PROBLEMS)
            .map(|(_, problem)| problem),
    );
    if more {
        problems.push(Problem::new(ProblemKind::More, ring.part, ring.ring));
    }
    Ok(())
}

/// Points where edges touch, each with the edges that meet in it, in the order of the first edge.
fn touches(hits: &[Hit]) -> Vec<(usize, Position, Vec<usize>)> {
    let mut points = Numbers::default();
    let mut found: Vec<(usize, Position, Vec<usize>)> = Vec::new();
    for hit in hits {
        if let Meeting::Touch(at) = hit.meeting {
            let [x, y] = at.map(f64::to_bits);
            let point = points.number([x, y, 0]);
            if point == found.len() {
                found.push((hit.first, at, Vec::new()));
            }
            let Some((_, _, edges)) = found.get_mut(point) else {
                continue;
            };
            for edge in [hit.first, hit.second] {
                if !edges.contains(&edge) {
                    edges.push(edge);
                }
            }
        }
    }
    let in_order = points
        .iter()
        .filter_map(|(_, point)| found.get_mut(point).map(std::mem::take));
    in_order.collect()
}

fn of_edges(prepared: &Prepared<'_>, hit: &Hit, at: Position) -> Problem {
    let (part, ring) = (prepared.part, prepared.ring);
    let ends = [hit.first, hit.first + 1, hit.second, hit.second + 1];
    let numbers = ends.map(|index| prepared.number(index));
    let [_, from, to, _] = numbers;
    let problem = Problem::new(ProblemKind::SelfIntersection, part, ring).at(at, numbers.to_vec());
    match hit.meeting {
        // The only way to join the four ends without the crossing that keeps one ring: turn what lies between.
        Meeting::Cross(_) => problem.with(Repair::ReverseCorners {
            part,
            ring,
            from,
            to,
        }),
        _ => problem,
    }
}

fn of_point(ring: &Prepared<'_>, at: Position, edges: &[usize]) -> Problem {
    let mut paths: Vec<[Position; 2]> = Vec::new();
    let mut numbers = Vec::new();
    for edge in edges {
        let path = ring.tree.path(*edge, at);
        if !paths.contains(&path) {
            paths.push(path);
        }
        let [a, b] = ring.tree.edge(*edge);
        let ends: &[usize] = if at == a {
            &[*edge]
        } else if at == b {
            &[*edge + 1]
        } else {
            &[*edge, *edge + 1]
        };
        numbers.extend(ends.iter().map(|end| ring.number(*end)));
    }
    long_by_key(&mut numbers, |number| *number);
    numbers.dedup();
    let crosses = paths.iter().enumerate().any(|(index, path)| {
        paths
            .iter()
            .skip(index + 1)
            .any(|other| crosses_at(at, *path, *other))
    });
    let kind = if crosses {
        ProblemKind::SelfIntersection
    } else {
        ProblemKind::RingSelfTouch
    };
    Problem::new(kind, ring.part, ring.ring).at(at, numbers)
}
