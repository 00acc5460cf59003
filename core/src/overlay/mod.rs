//! A boundary laid over an earlier one: the land that was added, removed and kept.
//!
//! [`Level`] brings both onto one plane, the feature `overlay` cuts them there into [`Pieces`], and [`Compared`] measures
//! those. In the browser the cutting is a part of its own, which a page loads for its first earlier boundary; the steps
//! before and after it are the worker's.
//!
//! # Units
//! The plane is that of the present boundary, VN-2000 in metres. Areas are geodesic: a piece is taken back to WGS 84 first,
//! so the scale of the projection has no part in them. What is left is that edges are straight on the plane: of an edge of a
//! kilometre, 150 km away from the central meridian, less than a millimetre. Cutting rounds corners to a grid of about a
//! two-thousand-millionth part of what both reach over: some micrometres.

mod compared;
mod level;
#[cfg(feature = "overlay")]
mod pieces;

pub use compared::{Compared, Part};
pub use level::Level;
#[cfg(feature = "overlay")]
pub use pieces::{cut, to_message};

use crate::boundary::Shape;
use crate::survey::{frame, frames};

/// The present and the earlier boundary cut along each other, on one plane.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pieces {
    /// In both.
    pub kept: Shape,
    /// In the present one only.
    pub added: Shape,
    /// In the earlier one only.
    pub removed: Shape,
}

/// What questions and answers of the cutting begin with, as no file does. The build is in it, for two parts that do not belong
/// together not to misread each other.
fn mark() -> Vec<u8> {
    [b"\0overlay\0", crate::BUILD.as_bytes(), b"\0"].concat()
}

impl Pieces {
    /// What [`to_message`] says; `None` for bytes that it did not make.
    pub fn from_message(bytes: &[u8]) -> Option<Self> {
        let mut shapes = unframed(bytes);
        Some(Self {
            kept: shapes.next()??,
            added: shapes.next()??,
            removed: shapes.next()??,
        })
    }

    #[cfg(feature = "overlay")]
    fn to_message(&self) -> Vec<u8> {
        framed(&[&self.kept, &self.added, &self.removed])
    }
}

/// Present and earlier boundary on one plane, to be cut.
pub fn to_question([present, earlier]: &[Shape; 2]) -> Vec<u8> {
    framed(&[present, earlier])
}

fn framed(shapes: &[&Shape]) -> Vec<u8> {
    let mut bytes = mark();
    for shape in shapes {
        frame(&shape.to_bytes(), &mut bytes);
    }
    bytes
}

/// The shapes of [`framed`]; none of bytes that it did not make.
fn unframed(bytes: &[u8]) -> impl Iterator<Item = Option<Shape>> {
    let framed = bytes.strip_prefix(mark().as_slice()).unwrap_or_default();
    frames(framed).map(Shape::from_bytes)
}
