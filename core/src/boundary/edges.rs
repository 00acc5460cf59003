//! The edges of a boundary in runs, for distances to many places.

use super::{
    Edge, Position, Shape,
    chord::{chord_point, chord_to_segment, length, minus},
    extent::Extent,
    inside,
    nearest::on_edge,
    shape::open,
};
use crate::order::long_by;

/// Edges whose chord is longer than the shortest by less than this share are measured exactly: the order of chords
/// and of geodesics differs by less over the width of a boundary.
const CHORD_SLACK: f64 = 1e-5;
const CHORD_SLACK_M: f64 = 0.01;
/// Edges measured exactly at most.
const LIMIT_EDGES: usize = 200;
/// Edges of a run.
const RUN: usize = 64;

/// The edges of a boundary, made ready for distances to many places: in runs, most of which are never looked into.
///
/// # Assumptions
/// Edges are straight in longitude and latitude; over a cluster this differs from a geodesic by millimetres.
#[derive(Debug)]
pub struct Edges<'a> {
    rings: Vec<RingOfRuns<'a>>,
    runs: Vec<Run>,
    /// A place of the boundary in space, and how far from it the others are at most.
    middle: [f64; 3],
    radius_m: f64,
}

#[derive(Debug)]
struct RingOfRuns<'a> {
    part: usize,
    /// Without the closing repetition.
    corners: &'a [Position],
    /// The place of its first run.
    first: usize,
}

/// Some edges of a ring one after the other.
#[derive(Debug)]
struct Run {
    ring: usize,
    /// Number of its first edge.
    start: usize,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// A place in space, and how far from it the edges are at most.
    middle: [f64; 3],
    radius_m: f64,
}

impl Run {
    /// What is a place of the bounds away from a place in space, at least and at most.
    fn reach(&self, target: [f64; 3]) -> (f64, f64) {
        let far = length(minus(target, self.middle));
        (far - self.radius_m, far + self.radius_m)
    }
}

impl<'a> Edges<'a> {
    /// `shape`: valid, longitude and latitude.
    pub fn of(shape: &'a Shape) -> Self {
        let mut rings = Vec::new();
        let mut runs = Vec::new();
        for (part, _, corners) in shape.rings() {
            let corners = open(corners);
            let ring = rings.len();
            rings.push(RingOfRuns {
                part,
                corners,
                first: runs.len(),
            });
            let run = |start: usize| {
                let end = start + RUN + 1;
                let mut extent = Extent::of(corners.get(start..end.min(corners.len()))?);
                if end > corners.len() {
                    extent.add(*corners.first()?);
                }
                let bounds = extent.bounds()?;
                let (middle, radius_m) = ball(bounds);
                Some(Run {
                    ring,
                    start,
                    bounds,
                    middle,
                    radius_m,
                })
            };
            runs.extend((0..corners.len()).step_by(RUN).filter_map(run));
        }
        let (middle, radius_m) = ball(shape.bounds().unwrap_or_default());
        Self {
            rings,
            runs,
            middle,
            radius_m,
        }
    }

    /// The boundary is not nearer than this, metres.
    pub fn at_least_m(&self, place: Position) -> f64 {
        // A chord is never longer than the way over the surface.
        (length(minus(chord_point(place), self.middle)) - self.radius_m).max(0.0)
    }

    /// The nearest place on the edge; `None` without edges.
    pub fn nearest(&self, place: Position) -> Option<Edge> {
        if self.hold(place) {
            return Some(Edge {
                distance_m: 0.0,
                at: place,
            });
        }
        let target = chord_point(place);
        let reaches = || self.runs.iter().map(|run| (run, run.reach(target)));
        let at_most = reaches()
            .map(|(_, (_, most))| most)
            .min_by(f64::total_cmp)?;
        let mut near: Vec<_> = reaches()
            .filter(|(_, (least, _))| *least <= with_slack(at_most))
            .flat_map(|(run, _)| self.edges(run))
            .map(|(a, b)| {
                let chord = chord_to_segment(target, chord_point(a), chord_point(b));
                ((a, b), chord)
            })
            .collect();
        let shortest = near
            .iter()
            .map(|(_, chord)| *chord)
            .min_by(f64::total_cmp)?;
        near.retain(|(_, chord)| *chord <= with_slack(shortest));
        long_by(&mut near, |(_, a), (_, b)| a.total_cmp(b));
        near.iter()
            .take(LIMIT_EDGES)
            .map(|((a, b), _)| on_edge(place, *a, *b))
            .min_by(|a, b| a.distance_m.total_cmp(&b.distance_m))
    }

    /// Of the ring of a run.
    fn corners(&self, run: &Run) -> &[Position] {
        let ring = self.rings.get(run.ring);
        ring.map(|ring| ring.corners).unwrap_or_default()
    }

    fn edges(&self, run: &Run) -> impl Iterator<Item = (Position, Position)> {
        let corners = self.corners(run);
        let starts = corners.get(run.start..).unwrap_or_default();
        let ends = corners.get(run.start + 1..).unwrap_or_default().iter();
        let pairs = starts.iter().zip(ends.chain(corners.first()));
        pairs.take(RUN).map(|(a, b)| (*a, *b))
    }

    /// Whether the boundary holds a place; its line counts as inside.
    fn hold(&self, place: Position) -> bool {
        let mut next = 0;
        self.rings.chunk_by(|a, b| a.part == b.part).any(|part| {
            let shell = next;
            next += part.len();
            let in_hole = |ring| self.ring_holds(ring, place) == Some(true);
            self.ring_holds(shell, place) != Some(false) && !(shell + 1..next).any(in_hole)
        })
    }

    /// Whether a ring holds a place; `None` on its line.
    fn ring_holds(&self, ring: usize, place: Position) -> Option<bool> {
        let first = |ring: usize| self.rings.get(ring).map(|ring| ring.first);
        let runs = first(ring).unwrap_or_default()..first(ring + 1).unwrap_or(self.runs.len());
        let mut runs = self.runs.get(runs).unwrap_or_default().iter();
        runs.try_fold(false, |inside, run| {
            Some(inside ^ self.run_passes(run, place)?)
        })
    }

    /// Whether a run passes to the right of a place an odd number of times; `None` when it goes through the place.
    fn run_passes(&self, run: &Run, [x, y]: Position) -> Option<bool> {
        let [w, s, e, n] = run.bounds;
        if y < s || y > n || x > e {
            return Some(false);
        }
        if x >= w {
            return self.edges(run).try_fold(false, |odd, (a, b)| {
                Some(odd ^ inside::passes(a, b, [x, y])?)
            });
        }
        // Wholly to the right: only its ends count.
        let corners = self.corners(run);
        let end = corners.get(run.start + RUN).or(corners.first());
        let is_above = |corner: Option<&Position>| corner.is_some_and(|corner| corner[1] > y);
        Some(is_above(corners.get(run.start)) != is_above(end))
    }
}

/// What is no longer than `chord` on the surface may be as long as this.
fn with_slack(chord: f64) -> f64 {
    chord * (1.0 + CHORD_SLACK) + CHORD_SLACK_M
}

/// A degree is nowhere longer than this, metres.
const LONGEST_DEGREE_M: f64 = 111_700.0;

/// A ball in space that holds all places within bounds: its middle and radius.
fn ball([w, s, e, n]: [f64; 4]) -> ([f64; 3], f64) {
    let middle = chord_point([f64::midpoint(w, e), f64::midpoint(s, n)]);
    let [across, up] = [e - w, n - s].map(|degrees| degrees / 2.0 * LONGEST_DEGREE_M);
    (middle, (across * across + up * up).sqrt())
}
