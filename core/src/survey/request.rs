use serde::{Deserialize, Serialize};

use super::{Share, Writing};
use crate::assessment::Places;
use crate::boundary::Crs;
use crate::overlay::Level;
use crate::read::{Format, Hint};

/// What a page asks. Beside each question stand bytes, named here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Which boundaries does a file hold? Bytes: the file.
    Read { hint: Hint },
    /// How large are these boundaries? Bytes: their shapes, framed.
    Areas { crs: Crs },
    /// One boundary of several parcels. Bytes: their shapes, framed, each with its share.
    Join { shares: Vec<Share> },
    /// All about a boundary. Bytes: its shape as given.
    Look(Box<Look>),
    /// Every institution that may be chosen, nearest first. Bytes: the shape as given.
    Near { crs: Crs, goal: Goal },
    /// A boundary and an earlier one on one plane. Bytes: their shapes as given, framed.
    Level { crs: Crs, earlier: Crs },
    /// What became of the land between them. Bytes: what [`crate::overlay::to_message`] says of those of [`Reply::Levelled`], or none.
    ///
    /// [`Reply::Levelled`]: super::Reply::Levelled
    Compare { level: Level, sigmas_m: [f64; 2] },
    /// A file for other programs. Bytes: the shape as given.
    Write(Box<Writing>),
}

/// A boundary to be looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Look {
    pub crs: Crs,
    pub sigma_m: f64,
    /// Of the file it came from; `None` of no file, or of a format that is not known.
    pub format: Option<Format>,
    /// Part and ring whose corners are wanted for the table.
    pub ring: (usize, usize),
    /// Field id of the cluster's main industry.
    pub industry: Option<String>,
    pub places: Places,
}

/// Which institutions may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goal {
    /// Nearest university.
    University,
    /// Nearest institution in the cluster's field.
    Institute,
}
