//! One ring made ready: repeated corners and spikes taken out, each with its number.

use super::super::{Position, Problem, ProblemKind, Repair, area, inside::side, shape::open};

/// What cleaning made of a ring.
#[derive(Debug)]
pub(super) enum Cleaned {
    /// Closed, and nothing had to be done.
    AsGiven,
    Mended(Clean),
    /// Nothing to check: fewer than three corners, no area, or no numbers.
    Unusable(Vec<Position>),
}

/// A ring without repeated corners and spikes.
#[derive(Debug, Clone, Default)]
pub(super) struct Clean {
    /// Closed in the end.
    pub corners: Vec<Position>,
    /// The number each corner had, from 1 on; empty in the end when none was taken out.
    pub numbers: Vec<usize>,
}

impl Clean {
    fn push(&mut self, corner: Position, number: usize) {
        self.corners.push(corner);
        self.numbers.push(number);
    }

    fn remove(&mut self, index: usize) -> usize {
        self.corners.remove(index);
        self.numbers.remove(index)
    }
}

/// All corners within this share of their extent from one line: no area, whatever the rounding of the coordinates.
const FLAT: f64 = 1e-5;
/// Spikes listed one by one; all are mended.
const LIMIT_SPIKES: usize = 50;

/// Cleans a ring and notes what was done to it.
pub(super) fn clean(
    given: &[Position],
    (part, ring): (usize, usize),
    problems: &mut Vec<Problem>,
) -> Cleaned {
    if is_clean(given) {
        return Cleaned::AsGiven;
    }
    let found = |kind| Problem::new(kind, part, ring);
    let corners = open(given);
    if let Some((index, at)) = corners
        .iter()
        .enumerate()
        .find(|(_, corner)| !corner.iter().all(|number| number.is_finite()))
    {
        problems.push(found(ProblemKind::BadCoordinates).at(*at, vec![index + 1]));
        return Cleaned::Unusable(corners.to_vec());
    }
    if corners.len() == given.len()
        && let Some(first) = corners.first()
    {
        let closing = found(ProblemKind::RingNotClosed).at(*first, vec![corners.len(), 1]);
        problems.push(closing.with(Repair::CloseRing { part, ring }));
    }
    let (mut clean, repeated) = without_repeated(corners);
    if let Some((at, _)) = repeated.first() {
        let numbers: Vec<_> = repeated.iter().map(|(_, number)| *number).collect();
        problems.push(
            found(ProblemKind::DuplicateVertex)
                .at(*at, numbers.clone())
                .with(Repair::RemoveCorners {
                    part,
                    ring,
                    corners: numbers,
                }),
        );
    }
    let different = different(&clean.corners);
    let first = corners.first().copied().unwrap_or_default();
    let all = || (1..=corners.len().min(3)).collect();
    if different < 3 {
        let kind = ProblemKind::TooFewPoints { corners: different };
        problems.push(found(kind).at(first, all()));
        return Cleaned::Unusable(clean.corners);
    }
    if is_flat(&clean.corners) {
        problems.push(found(ProblemKind::ZeroArea).at(first, all()));
        return Cleaned::Unusable(clean.corners);
    }
    let spikes = remove_spikes(&mut clean);
    if clean.corners.len() < 3 {
        problems.push(found(ProblemKind::ZeroArea).at(first, all()));
        return Cleaned::Unusable(corners.to_vec());
    }
    for (at, removed) in spikes.into_iter().take(LIMIT_SPIKES) {
        problems.push(found(ProblemKind::Spike).at(at, removed.clone()).with(
            Repair::RemoveCorners {
                part,
                ring,
                corners: removed,
            },
        ));
    }
    if clean.numbers.len() == corners.len() {
        clean.numbers = Vec::new();
    }
    clean.corners.reserve_exact(1);
    clean.corners.extend(clean.corners.first().copied());
    Cleaned::Mended(clean)
}

/// Closed, with an area, and without anything to be told or mended: what most rings are, found without a copy.
fn is_clean(given: &[Position]) -> bool {
    let corners = open(given);
    let (Some(first), Some(last)) = (corners.first(), corners.last()) else {
        return false;
    };
    if corners.len() < 3 || corners.len() == given.len() {
        return false;
    }
    let (mut before, mut tip) = (*last, *first);
    for after in given.iter().skip(1) {
        let is_number = tip.iter().all(|number| number.is_finite());
        if !is_number || tip == *after || is_spike(before, tip, *after) {
            return false;
        }
        (before, tip) = (tip, *after);
    }
    !is_flat(corners)
}

/// Without corners equal to the one before; those taken out.
fn without_repeated(corners: &[Position]) -> (Clean, Vec<(Position, usize)>) {
    let mut clean = Clean {
        corners: Vec::with_capacity(corners.len()),
        numbers: Vec::with_capacity(corners.len()),
    };
    let mut repeated = Vec::new();
    for (index, corner) in corners.iter().enumerate() {
        if clean.corners.last() == Some(corner) {
            repeated.push((*corner, index + 1));
        } else {
            clean.push(*corner, index + 1);
        }
    }
    while clean.corners.len() > 1 && clean.corners.first() == clean.corners.last() {
        let at = clean.corners.first().copied().unwrap_or_default();
        let last = clean.corners.len() - 1;
        repeated.push((at, clean.remove(last)));
    }
    (clean, repeated)
}

/// At most three: how many different corners there are.
fn different(corners: &[Position]) -> usize {
    let Some(first) = corners.first() else {
        return 0;
    };
    let Some(second) = corners.iter().find(|corner| *corner != first) else {
        return 1;
    };
    let third = corners
        .iter()
        .any(|corner| corner != first && corner != second);
    if third { 3 } else { 2 }
}

fn is_flat(corners: &[Position]) -> bool {
    let Some([x0, y0]) = corners.first().copied() else {
        return true;
    };
    let (mut far, mut longest) = ([0.0; 2], 0.0);
    for [x, y] in corners {
        let [dx, dy] = [x - x0, y - y0];
        let long = dx.abs().max(dy.abs());
        if long > longest {
            (far, longest) = ([dx, dy], long);
        }
    }
    // In units of the extent nothing overflows.
    let [ux, uy] = far.map(|along| along / longest);
    corners.iter().all(|[x, y]| {
        let [dx, dy] = [(x - x0) / longest, (y - y0) / longest];
        (dx * uy - dy * ux).abs() <= FLAT * (ux * ux + uy * uy)
    })
}

/// The line goes to `tip` and comes back on itself.
fn is_spike(before: Position, tip: Position, after: Position) -> bool {
    let back = [before[0] - tip[0], before[1] - tip[1]];
    let on = [after[0] - tip[0], after[1] - tip[1]];
    back[0] * on[0] + back[1] * on[1] > 0.0 && side(before, tip, after) == 0.0
}

/// Takes spikes out until none is left; the tip of each and the numbers of the corners taken out.
fn remove_spikes(clean: &mut Clean) -> Vec<(Position, Vec<usize>)> {
    let mut spikes = Vec::new();
    let mut kept = Clean::default();
    let corners = std::mem::take(&mut clean.corners);
    let numbers = std::mem::take(&mut clean.numbers);
    for (corner, number) in corners.into_iter().zip(numbers) {
        kept.push(corner, number);
        while let Some(spike) = trim_end(&mut kept) {
            spikes.push(spike);
        }
    }
    // Around the first corner: turn the ring by one until no spike shows.
    while kept.corners.len() >= 3 {
        let Some(spike) = trim_around(&mut kept) else {
            break;
        };
        spikes.push(spike);
    }
    *clean = kept;
    spikes
}

/// A spike at the last corner but one.
fn trim_end(kept: &mut Clean) -> Option<(Position, Vec<usize>)> {
    let [.., before, tip, after] = *kept.corners.as_slice() else {
        return None;
    };
    if !is_spike(before, tip, after) {
        return None;
    }
    let last = kept.corners.len() - 1;
    let mut removed = vec![kept.remove(last - 1)];
    if before == after {
        removed.push(kept.remove(last - 1));
    }
    Some((tip, removed))
}

/// A spike at the last or the first corner.
fn trim_around(kept: &mut Clean) -> Option<(Position, Vec<usize>)> {
    let last = kept.corners.len() - 1;
    let corner = |index: usize| kept.corners.get(index).copied();
    let (end, start) = (corner(last)?, corner(0)?);
    let (before, second) = (corner(last - 1)?, corner(1)?);
    let (tip, index, same) = if is_spike(before, end, start) {
        (end, last, before == start)
    } else if is_spike(end, start, second) {
        (start, 0, end == second)
    } else {
        return None;
    };
    let mut removed = vec![kept.remove(index)];
    if same {
        // The neighbours of the tip are one corner: the later number goes.
        let twin = kept.corners.len() - 1;
        removed.push(kept.remove(twin));
    }
    Some((tip, removed))
}

/// Clockwise shells and counter-clockwise holes.
pub(super) fn turns_wrong(corners: &[Position], ring: usize) -> bool {
    let area = area::signed(corners);
    if ring == 0 { area < 0.0 } else { area > 0.0 }
}
