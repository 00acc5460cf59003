use super::frames::FRAME_BYTES;
use super::{
    BadMessage, Goal, MOST_DRAWN, Offer, Reply, Request, Share, frame, frames, surveyed::survey,
    thin::thin, writing,
};
use crate::boundary::{Crs, Shape, examine, join, open_ring};
use crate::direction::without_marks;
use crate::overlay::{self, Compared, Level, Pieces};
use crate::places::{Near, Wanted, nearest};
use crate::progress::{Stage, begin};
use crate::read::{Candidate, Hint, Layer, names_what_is_taken_away, read, salvage};

/// Corners of a drawing as small as a stamp.
const OUTLINE_CORNERS: usize = 400;

/// Answers a question with a reply and the bytes beside it.
///
/// # Errors
/// [`BadMessage`] where the bytes beside the question are not what it needs.
pub fn answer(request: Request, bytes: Vec<u8>) -> Result<(Reply, Vec<u8>), BadMessage> {
    Ok(match request {
        Request::Read { hint } => {
            begin(Stage::Reading, 0);
            read_file(&bytes, &hint)
        }
        Request::Areas { crs } => (areas(&bytes, crs)?, Vec::new()),
        Request::Join { shares } => (Reply::Joined, joined(&bytes, &shares)?.to_bytes()),
        Request::Look(look) => {
            let given = shape(&bytes)?;
            drop(bytes);
            let (seen, mended) = survey(&look, given);
            let mended = mended.map(|shape| shape.to_bytes()).unwrap_or_default();
            (Reply::Seen(Box::new(seen)), mended)
        }
        Request::Near { crs, goal } => (Reply::Near(near(&shape(&bytes)?, crs, goal)), Vec::new()),
        Request::Level { crs, earlier } => level(&bytes, [crs, earlier])?,
        Request::Compare { level, sigmas_m } => (compare(&bytes, level, sigmas_m)?, Vec::new()),
        Request::Write(writing) => writing::write(&writing, &shape(&bytes)?),
    })
}

fn shape(bytes: &[u8]) -> Result<Shape, BadMessage> {
    Shape::from_bytes(bytes).ok_or(BadMessage)
}

fn read_file(bytes: &[u8], hint: &Hint) -> (Reply, Vec<u8>) {
    let layer = match read(bytes, hint) {
        Ok(layer) => layer,
        Err(error) => {
            let saved = salvage(bytes);
            return (Reply::Refused { error, saved }, Vec::new());
        }
    };
    let is_a_guess = layer.is_a_guess();
    let Layer {
        format,
        candidates,
        crs,
        notes,
        ..
    } = layer;
    let mut shapes = Vec::new();
    let shares = shares(&candidates);
    let offers = candidates
        .into_iter()
        .zip(shares)
        .map(|(candidate, share)| {
            let before = shapes.len();
            frame(&candidate.shape.to_bytes(), &mut shapes);
            Offer {
                share,
                ..offer(candidate, is_a_guess, shapes.len() - before)
            }
        })
        .collect();
    let reply = Reply::Offered {
        format,
        crs,
        notes,
        is_a_guess,
        offers,
    };
    (reply, shapes)
}

fn offer(candidate: Candidate, is_a_guess: bool, framed: usize) -> Offer {
    let shape = candidate.shape;
    Offer {
        id: candidate.id.as_deref().map(without_marks),
        label: candidate.label.as_deref().map(without_marks),
        corner_labels: if is_a_guess {
            let labels = candidate.corner_labels.iter();
            labels.map(|label| without_marks(label)).collect()
        } else {
            Vec::new()
        },
        // A shape of the most corners that are read has 32 MB.
        length: u32::try_from(framed - FRAME_BYTES).unwrap_or(u32::MAX),
        stated_area_m2: candidate.stated_area_m2,
        share: Share::Part,
        corners: shape
            .rings()
            .map(|(_, _, ring)| open_ring(ring).len())
            .sum(),
        middle: shape.middle(),
        outline: thin(&shape, OUTLINE_CORNERS).unwrap_or(shape),
    }
}

/// Of more parcels it is not looked which one is made of others.
const LIMIT_COMPARED: usize = 500;

fn shares(candidates: &[Candidate]) -> Vec<Share> {
    let few = candidates.get(..LIMIT_COMPARED).map_or(candidates, |_| &[]);
    let is_within = |(first, last): (usize, usize), other: &Candidate| {
        other
            .rows
            .is_some_and(|rows| rows != (first, last) && first <= rows.0 && rows.1 <= last)
    };
    let share = |candidate: &Candidate| {
        let title = candidate.label.as_deref().unwrap_or_default();
        let parts = candidate.rows.map_or(0, |rows| {
            few.iter().filter(|one| is_within(rows, one)).count()
        });
        match parts {
            0 | 1 if names_what_is_taken_away(title) => Share::Away,
            0 | 1 => Share::Part,
            _ => Share::Whole,
        }
    };
    candidates.iter().map(share).collect()
}

fn joined(bytes: &[u8], shares: &[Share]) -> Result<Shape, BadMessage> {
    let (mut parts, mut away) = (Vec::new(), Vec::new());
    for (bytes, share) in frames(bytes).zip(shares) {
        match share {
            Share::Part => parts.push(shape(bytes)?),
            Share::Away => away.push(shape(bytes)?),
            Share::Whole => {}
        }
    }
    Ok(join(parts, away))
}

fn areas(bytes: &[u8], crs: Crs) -> Result<Reply, BadMessage> {
    let area = |bytes| {
        let examined = examine(&shape(bytes)?, crs, 1.0);
        Ok(examined.measures.map(|measures| measures.area_m2))
    };
    Ok(Reply::Areas(
        frames(bytes).map(area).collect::<Result<_, _>>()?,
    ))
}

fn near(given: &Shape, crs: Crs, goal: Goal) -> Vec<Near> {
    let wanted = match goal {
        Goal::University => Wanted::University,
        Goal::Institute => Wanted::Any,
    };
    nearest(&examine(given, crs, 1.0).wgs84, wanted, usize::MAX)
}

/// Accuracy has no part in where corners are.
const SIGMA_M: f64 = 1.0;

fn level(bytes: &[u8], [crs, of_earlier]: [Crs; 2]) -> Result<(Reply, Vec<u8>), BadMessage> {
    let mut shapes = frames(bytes);
    let mut next = |crs| {
        let given = shape(shapes.next().ok_or(BadMessage)?)?;
        Ok::<_, BadMessage>(examine(&given, crs, SIGMA_M))
    };
    let (present, earlier) = (next(crs)?, next(of_earlier)?);
    Ok(match Level::of(&present, &earlier) {
        Some((level, shapes)) => {
            let question = shapes.as_ref().map(overlay::to_question);
            (Reply::Levelled(level), question.unwrap_or_default())
        }
        None => (Reply::Flawed(earlier.problems), Vec::new()),
    })
}

fn compare(bytes: &[u8], level: Level, sigmas_m: [f64; 2]) -> Result<Reply, BadMessage> {
    begin(Stage::Measuring, 0);
    let pieces = match bytes {
        [] => None,
        message => Some(Pieces::from_message(message).ok_or(BadMessage)?),
    };
    let mut compared = Compared::of(level, pieces, sigmas_m);
    for part in [
        &mut compared.kept,
        &mut compared.added,
        &mut compared.removed,
    ] {
        if let Some(thinned) = thin(&part.shape, MOST_DRAWN) {
            part.shape = thinned;
        }
    }
    Ok(Reply::Compared(Box::new(compared)))
}
