use serde::{Deserialize, Serialize};

use super::Surveyed;
use crate::boundary::{Position, Problem, Shape};
use crate::overlay::{Compared, Level};
use crate::places::Near;
use crate::read::{CrsFound, Format, Note, ReadError, Salvaged};

/// What a worker answers. Beside some answers stand bytes, named here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The file gives no boundary.
    Refused {
        error: ReadError,
        /// What of it can be corrected by hand.
        saved: Salvaged,
    },
    /// At least one boundary; with more than one, or a guess, a person chooses. Bytes: their shapes, framed.
    Offered {
        format: Format,
        crs: CrsFound,
        notes: Vec<Note>,
        /// What was read is a boundary only if the points come one after the other along it.
        is_a_guess: bool,
        offers: Vec<Offer>,
    },
    /// Square metres; `None` where something must be fixed first.
    Areas(Vec<Option<f64>>),
    /// Bytes: the one shape.
    Joined,
    /// Bytes: the shape as it was mended before measuring; none where nothing was.
    Seen(Box<Surveyed>),
    Near(Vec<Near>),
    /// Bytes: both to be cut along each other, see [`crate::overlay::to_question`]; none where they are apart.
    Levelled(Level),
    /// The earlier boundary cannot be measured: what must be fixed first.
    Flawed(Vec<Problem>),
    Compared(Box<Compared>),
    /// Bytes: the file.
    Written,
    /// The format holds fewer rows.
    TooManyRows {
        limit: usize,
    },
    /// There is nothing to be written: something must be fixed first.
    NotMeasured,
}

/// A boundary of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Identifier in the file.
    pub id: Option<String>,
    /// Name in the file.
    pub label: Option<String>,
    /// Names of waypoints in their order.
    pub corner_labels: Vec<String>,
    /// Length of its shape in bytes.
    pub length: u32,
    /// The area that the file states of it, square metres.
    pub stated_area_m2: Option<f64>,
    /// What it is where all are one boundary.
    pub share: Share,
    /// Without closing repetitions.
    pub corners: usize,
    /// Middle of the bounds, in the coordinates of the file.
    pub middle: Option<Position>,
    /// Thinned out, for a small drawing.
    pub outline: Shape,
}

/// What a boundary of a file is in the one that all are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    Part,
    /// By its title it is no part of the boundary but of what is taken away from it.
    Away,
    /// Others of the file are perhaps parts of it, so it is none itself.
    Whole,
}
