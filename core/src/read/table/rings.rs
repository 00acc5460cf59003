//! Corners → rings: a ring ends where its first corner comes again, where the names begin again, where the name of the
//! area changes, or at a title. A break of the page parts nothing, and another line of text only perhaps.

use super::super::{Candidate, Note};
use super::key::Key;
use crate::boundary::{Position, Shape};

/// One corner with what the table says about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Corner {
    pub position: Position,
    pub label: String,
    /// Name of the area, by a column or by the line of text above.
    pub area: String,
    /// A heading says that these are names of areas.
    pub is_sure: bool,
    /// Number of the titles above that name a part.
    pub part: usize,
    /// Number of the other lines of text above.
    pub lines: usize,
    /// Number of its row.
    pub row: usize,
}

/// What parts a corner from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parting {
    /// Another area, or the first one is closed.
    Sure,
    /// The first name again, or one that begins again with another prefix.
    Again,
    /// A smaller number: another ring if it has names of this one.
    Smaller,
    /// A line of text over names that go on, a change of prefix, another text in a column beside them.
    Perhaps,
}

struct Ring {
    corners: Vec<Corner>,
    parting: Parting,
}

/// Closed rings, one candidate each. Where only a line of text may part them, also the ring of all.
pub(super) fn candidates(corners: Vec<Corner>) -> Vec<Candidate> {
    let mut rings: Vec<Ring> = Vec::new();
    let mut is_closed = true;
    for corner in corners {
        let parting = match rings.last() {
            Some(ring) if !is_closed => parting(&ring.corners, &corner),
            _ => Some(Parting::Sure),
        };
        match (rings.last_mut(), parting) {
            (Some(ring), None) => {
                let first = ring.corners.first().map(|first| first.position);
                if ring.corners.len() >= 3 && first == Some(corner.position) {
                    is_closed = true;
                } else {
                    ring.corners.push(corner);
                }
            }
            (_, parting) => {
                rings.push(Ring {
                    corners: vec![corner],
                    parting: parting.unwrap_or(Parting::Sure),
                });
                is_closed = false;
            }
        }
    }
    offered(&together(rings))
}

fn parting<'a>(ring: &'a [Corner], corner: &'a Corner) -> Option<Parting> {
    let (first, last) = ring.first().zip(ring.last())?;
    let is_other = corner.area != last.area && corner.lines == last.lines;
    if corner.part != last.part || is_other && corner.is_sure {
        return Some(Parting::Sure);
    }
    if ring.len() >= 3 && corner.position == first.position {
        return None;
    }
    let name_of = |corner: &'a Corner| Key::of(&corner.label);
    let name = name_of(corner);
    // Of a ring whose corners have no names none is looked for.
    let named = ring
        .get(..ring.len() * usize::from(name.is_some()))
        .unwrap_or_default();
    let first_name = named.iter().find_map(name_of);
    let last_name = named.iter().rev().find_map(name_of);
    let goes_on = name
        .zip(last_name)
        .is_some_and(|(name, last)| name.follows(&last));
    let goes_on = goes_on || is_other && name.is_none();
    if corner.lines != last.lines || is_other {
        return Some(if goes_on {
            Parting::Perhaps
        } else {
            Parting::Sure
        });
    }
    let (Some(first_name), Some(last_name), Some(name)) = (first_name, last_name, name) else {
        return None;
    };
    let is_again = corner.label == first.label && corner.label != last.label;
    if is_again && corner.position != first.position {
        return Some(Parting::Again);
    }
    if !name.is_of(&last_name) {
        // The first name may be damaged.
        let mut others = named.iter().skip(1).filter_map(name_of);
        let is_of_second = others.next().is_some_and(|second| second.is_of(&last_name));
        let is_of_one_kind = ring.len() >= 3 && (last_name.is_of(&first_name) || is_of_second);
        // Of "3.1" after "3" the prefix is a number: a corner between two others.
        let is_number = |name: &Key<'_>| name.prefix.starts_with(|c: char| c.is_ascii_digit());
        let is_word = !is_number(&name) && !is_number(&last_name);
        return match name.number == first_name.number {
            true if is_of_one_kind => Some(Parting::Again),
            _ if is_of_one_kind && is_word => Some(Parting::Perhaps),
            _ => None,
        };
    }
    // A list may run backwards.
    let before_last = ring.iter().rev().nth(1).and_then(name_of);
    let runs_backwards = before_last.is_some_and(|before| before.number > last_name.number);
    let is_smaller = name.number < last_name.number && !is_again && !runs_backwards;
    (is_smaller && ring.len() >= 3).then_some(Parting::Smaller)
}

/// Of more rings than this none are compared by the names of their corners.
const LIMIT_JOINED: usize = 64;

/// Rings that only their names parted and that are one all the same: of a list that begins in the middle no name comes
/// twice, and where not even the first ring has three corners the column names no corners.
fn together(rings: Vec<Ring>) -> Vec<Ring> {
    let by_names = |ring: &Ring| matches!(ring.parting, Parting::Again | Parting::Smaller);
    let are_codes = rings.iter().any(by_names) && rings.iter().all(|ring| ring.corners.len() < 3);
    let are_few = rings.len() <= LIMIT_JOINED;
    let mut joined: Vec<Ring> = Vec::new();
    for ring in rings {
        let is_one = match (joined.last(), ring.parting) {
            (Some(_), Parting::Again | Parting::Smaller) if are_codes => true,
            (Some(before), Parting::Smaller) if are_few => {
                !share_a_name(&before.corners, &ring.corners)
            }
            _ => false,
        };
        match joined.last_mut().filter(|_| is_one) {
            Some(before) => before.corners.extend(ring.corners),
            None => joined.push(ring),
        }
    }
    joined.iter_mut().for_each(|ring| open(&mut ring.corners));
    joined
}

/// Takes the first corner away where it stands again at the end of what was joined.
fn open(ring: &mut Vec<Corner>) {
    let ends = ring.first().zip(ring.last());
    if ring.len() > 3 && ends.is_some_and(|(first, last)| first.position == last.position) {
        ring.pop();
    }
}

fn share_a_name(a: &[Corner], b: &[Corner]) -> bool {
    let mut names: Vec<&str> = a.iter().map(|corner| corner.label.as_str()).collect();
    crate::order::long_by(&mut names, Ord::cmp);
    b.iter()
        .any(|corner| names.binary_search(&corner.label.as_str()).is_ok())
}

/// The rings, and after those that are perhaps one the ring of them all; only this one where the others are none.
fn offered(rings: &[Ring]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut rest = rings;
    while let Some((_, others)) = rest.split_first() {
        let perhaps = others
            .iter()
            .take_while(|ring| ring.parting == Parting::Perhaps)
            .count();
        let (group, after) = rest.split_at_checked(perhaps + 1).unwrap_or((rest, &[]));
        // What is no ring by itself belongs to its neighbour.
        let mut parts: Vec<Vec<Corner>> = Vec::new();
        for ring in group {
            match parts.last_mut() {
                Some(last) if last.len() < 3 || ring.corners.len() < 3 => {
                    last.extend(ring.corners.iter().cloned());
                }
                _ => parts.push(ring.corners.clone()),
            }
        }
        if perhaps == 0 || parts.len() > 1 {
            candidates.extend(parts.into_iter().map(candidate));
        }
        if perhaps > 0 {
            let mut all: Vec<Corner> = group.iter().flat_map(|ring| ring.corners.clone()).collect();
            open(&mut all);
            candidates.push(candidate(all));
        }
        // Names that go on over two parcels tell nothing.
        if let ([ring], 0) = (group, perhaps)
            && let Some(parts) = apart(&ring.corners)
        {
            let [first, second] = parts.map(|part| candidate(part.to_vec()));
            candidates.splice(
                candidates.len() - 1..,
                [first, second, candidate(ring.corners.clone())],
            );
        }
        rest = after;
    }
    candidates
}

/// A ring that looks like two parcels joined: it becomes so much shorter where it is cut, the land between the parts is
/// little, and they lie apart; or it was hardly more than the way there and back.
const SHORTER: f64 = 0.15;
const WAY: f64 = 0.7;
const BETWEEN: f64 = 0.25;
/// Longer lists are those of one boundary.
const LIMIT_APART: usize = 400;

/// The two parts of a list of corners whose first and last corners belong together in each.
fn apart(ring: &[Corner]) -> Option<[&[Corner]; 2]> {
    let place = |at: usize| {
        ring.get(at % ring.len())
            .map_or([0.0; 2], |corner| corner.position)
    };
    let length = |a: Position, b: Position| (a[0] - b[0]).hypot(a[1] - b[1]);
    let [x, y] = place(0);
    let places: Vec<Position> = ring.iter().map(|corner| corner.position).collect();
    let count = Some(ring.len()).filter(|count| (6..=LIMIT_APART).contains(count))?;
    let whole: f64 = (0..count).map(|at| length(place(at), place(at + 1))).sum();
    (3..=count - 3).find_map(|at| {
        let [end, start, last] = [place(at - 1), place(at), place(count - 1)];
        let ways = length(end, start) + length(last, [x, y]);
        let shorter = ways - length(end, [x, y]) - length(last, start);
        let (a, b) = places.split_at_checked(at)?;
        let [a, b] = [a, b].map(double_area);
        let between = double_area(&[end, start, last, [x, y]]);
        let is_little = between.abs() < (a + b).abs() * BETWEEN;
        let is_like_two = a.signum() == b.signum()
            && (shorter > whole * WAY || shorter > whole * SHORTER && is_little);
        (is_like_two && lie_apart(&places, at)).then_some(())?;
        let (a, b) = ring.split_at_checked(at)?;
        Some([a, b])
    })
}

/// Twice the area of a ring on the plane, by its direction.
pub(super) fn double_area(ring: &[Position]) -> f64 {
    let [x, y] = ring.first().copied().unwrap_or_default();
    let next = ring.iter().cycle().skip(1);
    let edges = ring.iter().zip(next);
    edges
        .map(|(a, b)| (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y))
        .sum()
}

/// Puts a list in the order of its numbers, where it was sorted as text: 1, 10, 11, 2. How many corners were.
pub(super) fn sort(candidate: &mut Candidate) -> Option<usize> {
    let count = candidate.corner_labels.len();
    let keys: Vec<Key<'_>> = candidate
        .corner_labels
        .iter()
        .map_while(|name| Key::of(name))
        .collect();
    let digits: Vec<String> = keys.iter().map(|key| key.number.to_string()).collect();
    let first = keys.first()?;
    let is_text = digits.is_sorted() && keys.iter().all(|key| key.is_of(first));
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let number = |at: usize| keys.get(at).map(|key| key.number);
    crate::order::long_by(&mut order, |a, b| number(*a).cmp(&number(*b)));
    let goes_on = |pair: &[usize]| match pair {
        [a, b] => number(*b) == number(*a).map(|number| number + 1),
        _ => false,
    };
    let is_moved = !order.is_sorted() && keys.len() == count && is_text;
    if !is_moved || !order.windows(2).all(goes_on) {
        return None;
    }
    let ring: Vec<Position> = candidate.shape.positions().collect();
    let mut places: Vec<Position> = order
        .iter()
        .filter_map(|at| ring.get(*at).copied())
        .collect();
    places.extend(places.first().copied());
    let names = order
        .iter()
        .filter_map(|at| candidate.corner_labels.get(*at).cloned());
    candidate.corner_labels = names.collect();
    candidate.shape = Shape::of_ring(places);
    Some(count)
}

/// Where one number is left out of a list that goes on otherwise.
pub(super) fn gap(candidate: &Candidate) -> Option<Note> {
    let names = &candidate.corner_labels;
    let mut gaps = names.windows(2).filter_map(|pair| {
        let [before, after] = pair else {
            return None;
        };
        let [a, b] = [Key::of(before)?, Key::of(after)?];
        (a.is_of(&b) && b.number == a.number + 2).then(|| Note::NameGap {
            before: before.clone(),
            after: after.clone(),
        })
    });
    let gap = gaps.next()?;
    // In steps of two nothing is missing, nor where the number stands elsewhere.
    let Note::NameGap { before, .. } = &gap else {
        return None;
    };
    let missing = Key::of(before)?.next();
    let stands = |name: &String| Key::of(name).is_some_and(|key| key.number == missing.number);
    (gaps.next().is_none() && !names.iter().any(stands)).then_some(gap)
}

/// Whether a line in one of eight directions has the places before one on one side and the others on the other.
fn lie_apart(places: &[Position], at: usize) -> bool {
    [
        [1.0, 0.0],
        [0.0, 1.0],
        [1.0, 1.0],
        [1.0, -1.0],
        [1.0, 2.0],
        [2.0, 1.0],
        [1.0, -2.0],
        [2.0, -1.0],
    ]
    .iter()
    .any(|[u, v]| {
        let extent = |places: &[Position]| {
            let along = places.iter().map(|[x, y]| x * u + y * v);
            along.fold((f64::MAX, f64::MIN), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let (a, b) = places.split_at_checked(at).unwrap_or((places, &[]));
        let [(low, high), (bottom, top)] = [a, b].map(extent);
        high < bottom || top < low
    })
}

/// So many times as far from its neighbours as the others are from one another at most.
const FAR: f64 = 2.0;

/// The corner that lies far beyond all others, by its index.
pub(super) fn far_corner(ring: &[Position]) -> Option<usize> {
    let distance = |a: Position, b: Position| (a[0] - b[0]).hypot(a[1] - b[1]);
    let middle = [0, 1].map(|axis| {
        let mut values: Vec<f64> = ring
            .iter()
            .filter_map(|corner| corner.get(axis).copied())
            .collect();
        crate::order::long_by(&mut values, f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    });
    let by_distance = |index: &usize| {
        ring.get(*index)
            .map_or(0.0, |corner| distance(*corner, middle))
    };
    let far = (0..ring.len()).max_by(|a, b| by_distance(a).total_cmp(&by_distance(b)))?;
    let corner = ring.get(far)?;
    let others = || {
        ring.iter()
            .enumerate()
            .filter(|(index, _)| *index != far)
            .map(|(_, corner)| *corner)
    };
    let extent = [0, 1].map(|axis: usize| {
        let values = others().filter_map(move |corner| corner.get(axis).copied());
        values.clone().fold(f64::MIN, f64::max) - values.fold(f64::MAX, f64::min)
    });
    let nearest = others()
        .map(|other| distance(*corner, other))
        .fold(f64::MAX, f64::min);
    let [width, height] = extent;
    (ring.len() >= 4 && nearest > FAR * width.hypot(height)).then_some(far)
}

pub(super) fn candidate(ring: Vec<Corner>) -> Candidate {
    let label = ring
        .first()
        .map(|corner| corner.area.clone())
        .filter(|area| !area.is_empty());
    let rows = || ring.iter().map(|corner| corner.row);
    let rows = rows().min().zip(rows().max());
    let mut positions: Vec<Position> = ring.iter().map(|corner| corner.position).collect();
    positions.extend(positions.first().copied());
    Candidate {
        id: None,
        label,
        shape: Shape::of_ring(positions),
        rows,
        stated_area_m2: None,
        corner_labels: ring.into_iter().map(|corner| corner.label).collect(),
    }
}
