use super::{Position, Repair};

/// What is wrong, or worth saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ProblemKind {
    /// A coordinate is no finite number, or no place on the Earth.
    BadCoordinates,
    /// x is a latitude or a northing, y a longitude or an easting.
    AxesSwapped,
    /// Fewer than three different corners.
    TooFewPoints {
        corners: usize,
    },
    /// All corners on one line.
    ZeroArea,
    RingNotClosed,
    /// A shell runs clockwise or a hole counter-clockwise (RFC 7946, 3.1.6).
    RingOrientation,
    /// The same corner more than once in a row.
    DuplicateVertex,
    /// The line runs to a corner and back on itself.
    Spike,
    /// Two edges of one ring cross or lie on each other.
    SelfIntersection,
    /// A ring comes back to a corner or an edge of its own without crossing it.
    RingSelfTouch,
    /// A hole crosses its shell, or two holes cross or share an edge.
    RingsCross {
        other_ring: usize,
    },
    HoleOutsideShell,
    HolesNested {
        outer_ring: usize,
    },
    /// Holes that touch in several places cut the inside in two.
    InteriorDisconnected {
        other_ring: usize,
    },
    /// More than one part: allowed, and said.
    MultiPart {
        parts: usize,
    },
    /// Two parts overlap.
    PartsOverlap {
        other_part: usize,
    },
    /// Two parts lie side by side along an edge: they are one part.
    PartsShareEdge {
        other_part: usize,
    },
    OutsideVietNam,
    /// A corner is a place on the Earth, but so far from Viet Nam that nothing is measured.
    FarFromVietNam,
    /// Checking was given up: too many pairs of edges near each other.
    TooComplex,
    /// More problems were found than are listed.
    More,
}

impl ProblemKind {
    /// The word of the native command and of saved files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BadCoordinates => "BAD_COORDINATES",
            Self::AxesSwapped => "AXES_SWAPPED",
            Self::TooFewPoints { .. } => "TOO_FEW_POINTS",
            Self::ZeroArea => "ZERO_AREA",
            Self::RingNotClosed => "RING_NOT_CLOSED",
            Self::RingOrientation => "RING_ORIENTATION",
            Self::DuplicateVertex => "DUPLICATE_VERTEX",
            Self::Spike => "SPIKE",
            Self::SelfIntersection => "SELF_INTERSECTION",
            Self::RingSelfTouch => "RING_SELF_TOUCH",
            Self::RingsCross { .. } => "RINGS_CROSS",
            Self::HoleOutsideShell => "HOLE_OUTSIDE_SHELL",
            Self::HolesNested { .. } => "HOLES_NESTED",
            Self::InteriorDisconnected { .. } => "INTERIOR_DISCONNECTED",
            Self::MultiPart { .. } => "MULTI_PART",
            Self::PartsOverlap { .. } | Self::PartsShareEdge { .. } => "PARTS_OVERLAP",
            Self::OutsideVietNam | Self::FarFromVietNam => "OUTSIDE_VIET_NAM",
            Self::TooComplex => "TOO_COMPLEX",
            Self::More => "MORE_PROBLEMS",
        }
    }

    pub const fn severity(self) -> Severity {
        match self {
            Self::RingNotClosed
            | Self::RingOrientation
            | Self::DuplicateVertex
            | Self::MultiPart { .. } => Severity::Note,
            Self::OutsideVietNam => Severity::Warning,
            Self::AxesSwapped | Self::Spike => Severity::Repaired,
            Self::BadCoordinates
            | Self::TooFewPoints { .. }
            | Self::ZeroArea
            | Self::SelfIntersection
            | Self::RingSelfTouch
            | Self::RingsCross { .. }
            | Self::HoleOutsideShell
            | Self::HolesNested { .. }
            | Self::InteriorDisconnected { .. }
            | Self::PartsOverlap { .. }
            | Self::PartsShareEdge { .. }
            | Self::FarFromVietNam
            | Self::TooComplex
            | Self::More => Severity::MustFix,
        }
    }
}

/// How much a problem stands in the way.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Severity {
    /// Changes nothing that is measured.
    Note,
    /// Measured, and to be looked at.
    Warning,
    /// Mended before measuring, which has to be said; the boundary as given is kept.
    Repaired,
    /// Nothing is measured before it is mended.
    MustFix,
}

/// One problem with its place.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    pub kind: ProblemKind,
    pub severity: Severity,
    /// Index of the part.
    pub part: usize,
    /// Index of the ring in its part; 0 is the shell.
    pub ring: usize,
    /// Numbers of the corners concerned, from 1 on, in the order of the ring as given. For two edges the four ends:
    /// `[i, i + 1, j, j + 1]`; for a corner the corner.
    pub corners: Vec<usize>,
    /// In the coordinates as given.
    pub at: Option<Position>,
    pub at_wgs84: Option<Position>,
    /// A way out, to be offered; for [`Severity::Repaired`] what was done.
    pub repair: Option<Repair>,
    /// Area after `repair`, square metres, when the result is valid.
    pub repaired_area_m2: Option<f64>,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, part: usize, ring: usize) -> Self {
        Self {
            kind,
            severity: kind.severity(),
            part,
            ring,
            corners: Vec::new(),
            at: None,
            at_wgs84: None,
            repair: None,
            repaired_area_m2: None,
        }
    }

    pub(crate) fn at(mut self, at: Position, corners: Vec<usize>) -> Self {
        self.at = Some(at);
        self.corners = corners;
        self
    }

    pub(crate) fn with(mut self, repair: Repair) -> Self {
        self.repair = Some(repair);
        self
    }

    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}
