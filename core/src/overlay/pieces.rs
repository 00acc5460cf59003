//! The cutting itself, by the boolean operations of `geo`.

use geo::{BooleanOps, Coord, LineString, MultiPolygon, Polygon};

use super::{Pieces, unframed};
use crate::boundary::{Position, Ring, Shape};

/// Cuts the present boundary and the earlier one along each other. Both have to be valid: rings may touch, not cross.
pub fn cut([present, earlier]: &[Shape; 2]) -> Pieces {
    let Some(middle) = present.middle() else {
        return Pieces::default();
    };
    let [present, earlier] = [present, earlier].map(|shape| to_polygons(shape, middle));
    let shape = |polygons: &MultiPolygon| to_shape(polygons, middle);
    Pieces {
        kept: shape(&present.intersection(&earlier)),
        added: shape(&present.difference(&earlier)),
        removed: shape(&earlier.difference(&present)),
    }
}

/// Answers [`super::to_question`]; what is none gives no message.
pub fn to_message(question: &[u8]) -> Vec<u8> {
    let mut shapes = unframed(question);
    match (shapes.next().flatten(), shapes.next().flatten()) {
        (Some(present), Some(earlier)) => cut(&[present, earlier]).to_message(),
        _ => Vec::new(),
    }
}

/// Metres from the middle: large northings cost no digits.
fn to_polygons(shape: &Shape, [x0, y0]: Position) -> MultiPolygon {
    let line = |ring: &Ring| -> LineString {
        let near = |[x, y]: &Position| Coord {
            x: x - x0,
            y: y - y0,
        };
        ring.iter().map(near).collect()
    };
    let polygons = shape.parts.iter().filter_map(|rings| {
        let (shell, holes) = rings.split_first()?;
        Some(Polygon::new(line(shell), holes.iter().map(line).collect()))
    });
    polygons.collect()
}

fn to_shape(polygons: &MultiPolygon, [x0, y0]: Position) -> Shape {
    let ring = |line: &LineString| -> Ring {
        line.coords()
            .map(|place| [place.x + x0, place.y + y0])
            .collect()
    };
    let part = |polygon: &Polygon| {
        let shell = std::iter::once(polygon.exterior());
        shell.chain(polygon.interiors()).map(ring).collect()
    };
    Shape {
        parts: polygons.iter().map(part).collect(),
    }
}
