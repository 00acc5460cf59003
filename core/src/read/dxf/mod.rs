//! Drawings in ASCII DXF: closed polylines, lines and arcs that form a ring, and circles where there is nothing else.
//!
//! x is the easting, as drawing programs have it; sizes decide where it is not.

mod arc;
mod doubled;
mod drawing;
mod groups;
mod joining;
mod unit;

use doubled::drop_doubled;
use drawing::Drawing;

use super::{Candidate, Format, Hint, Layer, Note, ReadError, findings::Findings, name::name};
use crate::boundary::{Ring, Shape};

pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let mut drawing = drawing::read(text)?;
    let joined = joining::join(std::mem::take(&mut drawing.paths));
    if drawing.rings.is_empty() && joined.rings.is_empty() {
        drawing.draw_circles()?;
    }
    drop_doubled(&mut drawing.rings);
    let rings = || drawing.rings.iter().chain(&joined.rings);
    let scale = unit::scale(drawing.unit, rings().map(|(_, ring)| ring));
    if rings().next().is_none() {
        nothing(&drawing)?;
    }
    let mut found = Findings::default();
    found.areas = candidates(std::mem::take(&mut drawing.rings), scale);
    found.lines = candidates(joined.rings, scale);
    found.others = drawing.others + joined.left;
    let mut layer = found.into_layer(Format::Dxf, None, hint)?;
    layer.notes.extend(notes(drawing, scale.is_some()));
    Ok(layer)
}

fn candidates(rings: Vec<(String, Ring)>, scale: Option<f64>) -> Vec<Candidate> {
    let metres = scale.unwrap_or(1.0);
    let metric = |mut candidate: Candidate| {
        candidate.shape = candidate.shape.map(|[x, y]| [x * metres, y * metres]);
        candidate
    };
    rings.into_iter().map(candidate).map(metric).collect()
}

/// Layer "0" is the one of everything that was put into none.
fn candidate((layer, ring): (String, Ring)) -> Candidate {
    Candidate {
        label: name(&layer).filter(|layer| layer != "0"),
        shape: Shape::of_ring(ring),
        ..Candidate::default()
    }
}

/// What is said of a drawing without a ring, where there is more to say than that.
fn nothing(drawing: &Drawing) -> Result<(), ReadError> {
    let count = drawing.curves;
    match (drawing.too_few, drawing.blocks.first()) {
        (Some(corners), _) => Err(ReadError::TooFewPoints { corners }),
        (None, Some(name)) => Err(ReadError::OnlyBlocks { name: name.clone() }),
        (None, None) if count > 0 => Err(ReadError::OnlyCurves { count }),
        (None, None) => Ok(()),
    }
}

fn notes(drawing: Drawing, is_scaled: bool) -> impl Iterator<Item = Note> {
    let arcs = drawing.arcs;
    let curves = drawing.curves + drawing.circles();
    [
        (curves > 0).then_some(Note::Curves { count: curves }),
        (!drawing.blocks.is_empty()).then_some(Note::Blocks {
            names: drawing.blocks,
        }),
        (arcs > 0).then_some(Note::Arcs { count: arcs }),
        is_scaled.then_some(Note::Units),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests;
