//! Drawings in ASCII DXF: closed polylines, and lines and arcs that form a ring.
//!
//! x is the easting, as drawing programs have it; sizes decide where it is not.

mod arc;
mod drawing;
mod groups;
mod joining;
mod unit;

use drawing::Drawing;

use super::{Candidate, Hint, Layer, Note, ReadError, system};
use crate::boundary::{Ring, Shape};

pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let mut drawing = drawing::read(text)?;
    let joined = joining::join(std::mem::take(&mut drawing.paths));
    drawing.others += joined.left;
    drawing.rings.extend(joined.rings);
    let scale = unit::scale(drawing.unit, drawing.rings.iter().map(|(_, ring)| ring));
    let mut candidates: Vec<Candidate> = std::mem::take(&mut drawing.rings)
        .into_iter()
        .map(candidate)
        .collect();
    if candidates.is_empty() {
        return Err(nothing(drawing));
    }
    if let Some(metres) = scale {
        for candidate in &mut candidates {
            candidate.shape = candidate.shape.map(|[x, y]| [x * metres, y * metres]);
        }
    }
    let system = system::find(&candidates, None, hint)?;
    Ok(Layer {
        format: "dxf",
        candidates,
        crs: system.crs,
        axes_swapped: system.axes_swapped,
        notes: notes(drawing, scale.is_some()),
    })
}

/// Layer "0" is the one of everything that was put into none.
fn candidate((layer, ring): (String, Ring)) -> Candidate {
    Candidate {
        label: Some(layer).filter(|layer| !layer.is_empty() && layer != "0"),
        shape: Shape::of_ring(ring),
        ..Candidate::default()
    }
}

fn nothing(drawing: Drawing) -> ReadError {
    let others = drawing.others;
    match (drawing.too_few, drawing.blocks.into_iter().next()) {
        (Some(corners), _) => ReadError::TooFewPoints { corners },
        (None, Some(name)) => ReadError::OnlyBlocks { name },
        (None, None) => ReadError::NoPolygon { others },
    }
}

fn notes(drawing: Drawing, is_scaled: bool) -> Vec<Note> {
    let others = drawing.others;
    let arcs = drawing.arcs;
    [
        (others > 0).then_some(Note::NotPolygons { count: others }),
        (!drawing.blocks.is_empty()).then_some(Note::Blocks {
            names: drawing.blocks,
        }),
        (arcs > 0).then_some(Note::Arcs { count: arcs }),
        is_scaled.then_some(Note::Units),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
