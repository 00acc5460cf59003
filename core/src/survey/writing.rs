use serde::{Deserialize, Serialize};

use super::Reply;
use crate::boundary::{Crs, Shape, examine};
use crate::number::Mark;
use crate::read::Format;
use crate::write::{Boundary, TooManyRows, Words, csv, geojson, kml, xlsx};

/// A boundary to be written as a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Writing {
    pub format: FileFormat,
    pub crs: Crs,
    /// Of the cluster.
    pub name: String,
    pub words: FileWords,
    /// Before the decimals of a table.
    pub comma: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFormat {
    GeoJson,
    Kml,
    Csv,
    Xlsx,
}

impl FileFormat {
    /// The format that its files are read as.
    pub const fn read_as(self) -> Format {
        match self {
            Self::GeoJson => Format::GeoJson,
            Self::Kml => Format::Kml,
            Self::Csv => Format::Table,
            Self::Xlsx => Format::Xlsx,
        }
    }
}

/// Words of a corner table in the language of the page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FileWords {
    pub title: String,
    /// "Coordinate system", and which one it is.
    pub system: [String; 2],
    pub ring: String,
    pub corner: String,
    pub north: String,
    pub east: String,
    pub edge: String,
    pub shell: String,
    /// With `{number}`.
    pub hole: String,
    /// With `{part}` and `{ring}`.
    pub part: String,
}

impl FileWords {
    /// "part 2, hole 1"; one part is not counted.
    fn ring_name(&self, parts: usize, part: usize, ring: usize) -> String {
        let name = match ring {
            0 => self.shell.clone(),
            hole => self.hole.replace("{number}", &hole.to_string()),
        };
        if parts > 1 {
            let part = (part + 1).to_string();
            self.part.replace("{part}", &part).replace("{ring}", &name)
        } else {
            name
        }
    }
}

/// Accuracy has no part in what is written.
const SIGMA_M: f64 = 1.0;

pub(super) fn write(writing: &Writing, given: &Shape) -> (Reply, Vec<u8>) {
    let examined = examine(given, writing.crs, SIGMA_M);
    let Some(boundary) = Boundary::of(&writing.name, &examined) else {
        return (Reply::NotMeasured, Vec::new());
    };
    let own = &writing.words;
    let parts = examined.plane.parts.len();
    let [label, system] = &own.system;
    let words = Words {
        title: &own.title,
        system: [label, system],
        ring: &own.ring,
        corner: &own.corner,
        north: &own.north,
        east: &own.east,
        edge: &own.edge,
        ring_name: &|part, ring| own.ring_name(parts, part, ring),
    };
    let mark = if writing.comma {
        Mark::Comma
    } else {
        Mark::Point
    };
    let bytes = match writing.format {
        FileFormat::GeoJson => geojson(&boundary).into_bytes(),
        FileFormat::Kml => kml(&boundary).into_bytes(),
        FileFormat::Csv => csv(&boundary, &words, mark).into_bytes(),
        FileFormat::Xlsx => match xlsx(&boundary, &words) {
            Ok(bytes) => bytes,
            Err(TooManyRows { limit }) => return (Reply::TooManyRows { limit }, Vec::new()),
        },
    };
    (Reply::Written, bytes)
}
