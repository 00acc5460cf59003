use std::borrow::Cow;

use super::{CrsOption, Format};
use crate::boundary::{Crs, Examined, Measures, ProblemKind, Shape, examine};

/// What is known beside the bytes.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Hint {
    /// Code of the cluster's province: its meridians are proposed first.
    pub province: Option<String>,
    /// The system a person chose; it beats a guess, not a statement in the file.
    pub crs: Option<Crs>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub format: Format,
    /// At least one. With more than one a person chooses.
    pub candidates: Vec<Candidate>,
    pub crs: CrsFound,
    /// x and y are exchanged in every candidate; [`crate::boundary::examine`] exchanges them and says so.
    pub axes_swapped: bool,
    pub notes: Vec<Note>,
}

impl Layer {
    /// It is a boundary only if the points come one after the other along it, which the file does not say.
    pub fn is_a_guess(&self) -> bool {
        let is_guess = |note: &Note| matches!(note, Note::WaypointsAsCorners { .. });
        self.notes.iter().any(is_guess)
    }

    /// Examines one of the candidates. The direction of rings is told where it is a rule of the format.
    pub fn examine(&self, candidate: &Candidate, crs: Crs, sigma_m: f64) -> Examined {
        let mut examined = examine(&candidate.shape, crs, sigma_m);
        if !self.format.directs_rings() {
            examined
                .problems
                .retain(|problem| problem.kind != ProblemKind::RingOrientation);
        }
        examined
    }
}

/// One possible boundary.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidate {
    /// Identifier in the file.
    pub id: Option<String>,
    /// Name in the file.
    pub label: Option<String>,
    /// In the coordinates of the file; of a table always x east, y north.
    pub shape: Shape,
    /// First and last row of its corners in a table.
    pub rows: Option<(usize, usize)>,
    /// The area that a table states of it, square metres.
    pub stated_area_m2: Option<f64>,
    /// Corner names of a table ("M1"), without the closing repetition; of waypoints too; empty for other formats.
    pub corner_labels: Vec<String>,
}

/// Stated and measured areas that are farther apart are told, as a part of the stated one.
pub const AREAS_AGREE: f64 = 0.002;

/// The coordinate system of a layer.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum CrsFound {
    /// The file names it, or a person chose it.
    Stated(Crs),
    /// Degrees can only be longitude and latitude.
    Obvious(Crs),
    /// To be asked, the most plausible first.
    Unknown(Vec<CrsOption>),
}

impl CrsFound {
    pub fn known(&self) -> Option<Crs> {
        match self {
            Self::Stated(crs) | Self::Obvious(crs) => Some(*crs),
            Self::Unknown(_) => None,
        }
    }
}

/// The stated area beside the measured one where they are apart. Papers state areas on the plane.
pub fn area_apart(stated_m2: f64, measures: &Measures) -> Option<Note> {
    let measured_m2 = measures.nearest_area_m2(stated_m2);
    let is_apart = (measured_m2 - stated_m2).abs() > AREAS_AGREE * stated_m2;
    is_apart.then_some(Note::StatedArea {
        stated_m2,
        measured_m2,
    })
}

/// Worth saying about a file that was read. The native command prints the name in capitals, NOT_POLYGONS, and the fields.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Note {
    /// Points and lines that were left aside.
    NotPolygons { count: usize },
    /// Outlines that lie nowhere near the others were left aside: how they are called, and the first corner that tells.
    ForeignOutline {
        name: String,
        count: usize,
        corner: usize,
        x: f64,
        y: f64,
    },
    /// Files of an archive that hold boundaries too and were left aside, some of them by name.
    OtherFiles { names: Vec<String> },
    /// Only zeros stand from this byte of a Shapefile to its end, where records may be.
    BlankEnd { byte: usize },
    /// The code of a coordinate system and its parameters are of different systems.
    CodeAgainstParameters { code: u32 },
    /// Circles, ellipses and smooth lines of a drawing that were left aside.
    Curves { count: usize },
    /// Blocks of a drawing that are not opened, some of them by name.
    Blocks { names: Vec<String> },
    /// Arcs that were drawn out in short lines, with their areas kept.
    Arcs { count: usize },
    /// The drawing's coordinates are metres only by the unit it names.
    Units,
    /// Lines that go round something were taken as boundaries.
    LinesAsRings { count: usize },
    /// Waypoints were taken as corners, in the order of the file.
    WaypointsAsCorners { count: usize },
    /// A reference to another file, which is never fetched.
    LinkNotFollowed { address: String },
    /// A hidden sheet of a workbook, which is not read.
    HiddenSheet { name: String },
    /// A sheet of a workbook with numbers that are no coordinates.
    Sheet { name: String },
    /// Rows and columns of a sheet that are hidden and were not read.
    HiddenCells { sheet: String },
    /// A table of a text document with numbers that are no coordinates, counted from 1.
    OtherTable { table: usize },
    /// Text of a document that is hidden was not read.
    HiddenText,
    /// Text of a document whose deletion is not accepted yet was not read.
    Deletions,
    /// A column of a table, counted from 1, whose numbers look like coordinates and are not used.
    Column { column: usize, text: String },
    /// A table of a PDF, on this page, with numbers that are no coordinates.
    TableOnPage { page: usize },
    /// The figures of a PDF were recognised in a scan by another program, which may take one digit for another.
    RecognisedText,
    /// Letters of a PDF that its font does not tell, first on this page.
    UnknownLetters { page: usize },
    /// Pages of a PDF that are pictures, which are not read, from 1 on.
    ScannedPages { pages: Vec<String> },
    /// A corner of a table far beyond all others, as when two digits are exchanged; counted from 1.
    FarCorner { corner: usize, label: String },
    /// Corners that stand in a text or in lines of one cell were taken in their order there.
    LooseCorners { count: usize },
    /// A list in the order of text, as 1, 10, 2, was put in the order of its numbers.
    Sorted { count: usize },
    /// Names of corners that go on but for one place, where a corner may be missing.
    NameGap { before: String, after: String },
    /// Points that the survey started from were left aside.
    ControlPoints { name: String },
    /// The number of the zone stood before every easting and was left out.
    ZoneNumber { zone: u8 },
    /// The area that is stated of a boundary is not the measured one.
    StatedArea { stated_m2: f64, measured_m2: f64 },
    /// The area that is stated of all boundaries of the file together.
    StatedTotal { area_m2: f64 },
    /// Areas that are stated and belong to no boundary that can be told, some of them.
    StatedAreas { areas_m2: Vec<f64> },
    /// A line of text between or after the corners that was left aside.
    TextLine { row: usize, text: String },
    /// Bytes that are no UTF-8 were read as Western European; names may look wrong, figures do not.
    OldEncoding,
    /// Vietnamese letters were recognised as those of an encoding before Unicode.
    OldLetters { encoding: Cow<'static, str> },
    /// The table's heading calls the northing Y and the easting X, or longitude latitude: sizes decided.
    HeadingAgainstSizes,
    /// Marks of thousands and decimals could be told apart by size only.
    MarksBySize,
}
