//! Bytes → boundary candidates. One file per format.
//!
//! The content decides the format, never the name. Nothing is skipped or guessed in silence: one bad coordinate
//! refuses the file with its place, several polygons are handed out for a person to choose from, and coordinates
//! without a system come with the systems they may be in.

mod archive;
mod blank;
mod bytes;
mod container;
mod crs_option;
mod decode;
mod document;
mod dxf;
mod error;
mod figure;
mod findings;
mod fold;
mod format;
mod geojson;
mod gpx;
mod json;
mod kml;
mod kmz;
mod layer;
mod name;
mod package;
mod pdf;
mod place;
mod salvage;
mod shapefile;
mod sniff;
mod system;
mod table;
mod tables;
mod wkt;
mod workbook;
mod xml;

pub use crs_option::{CrsOption, crs_options, crs_options_at};
pub use error::{Found, ReadError, Unsupported};
pub use fold::{fold as plain_letters, lower_case};
pub use format::{Axes, Format};
pub use layer::{AREAS_AGREE, Candidate, CrsFound, Hint, Layer, Note, area_apart};
pub use salvage::{Salvaged, Unread, salvage};
pub use table::{CellProblem, Column, Rows, names_what_is_taken_away, parse_rows};
pub use tables::{Tables, tables};
#[cfg(all(feature = "cut", target_arch = "wasm32"))]
pub use tables::{supply, were_missed};

use decode::Decoded;
use sniff::Kind;

/// Largest file read, bytes.
pub const LIMIT_BYTES: usize = 50_000_000;
/// Most corners read.
pub const LIMIT_CORNERS: usize = 2_000_000;

/// Reads a boundary file or pasted text.
///
/// # Errors
/// See [`ReadError`].
pub fn read(bytes: &[u8], hint: &Hint) -> Result<Layer, ReadError> {
    if bytes.len() > LIMIT_BYTES {
        return Err(ReadError::TooLarge {
            bytes: bytes.len(),
            limit_bytes: LIMIT_BYTES,
        });
    }
    if let Some(text) = crate::pdf::from_message(bytes) {
        return tables::read_pdf(text, hint);
    }
    // Where the part that reads them is not built in, the page gives its message instead.
    #[cfg(feature = "pdf")]
    if crate::pdf::is_pdf(bytes) {
        return tables::read_pdf(crate::pdf::text(bytes), hint);
    }
    if sniff::is_archive(bytes) {
        return container::read(bytes, hint);
    }
    read_plain(bytes, hint)
}

/// Anything but an archive, so that none is opened in another one.
fn read_plain(bytes: &[u8], hint: &Hint) -> Result<Layer, ReadError> {
    match sniff::sniff(bytes)? {
        Kind::Shapefile => shapefile::read(bytes, hint),
        Kind::Dxf(file) => noted(&file, dxf::read(&file.text, hint)),
        Kind::Json(file) => noted(&file, geojson::read(&file.text, hint)),
        Kind::Kml(file) => noted(&file, kml::read(&file.text, hint)),
        Kind::Gpx(file) => noted(&file, gpx::read(&file.text, hint)),
        Kind::Wkt(file) => noted(&file, wkt::read(&file.text, hint)),
        Kind::Table(file) => noted(&file, tables::read_text(&file.text, hint)),
    }
}

/// With a note on the letters of the file.
fn noted(file: &Decoded<'_>, layer: Result<Layer, ReadError>) -> Result<Layer, ReadError> {
    let mut layer = layer?;
    layer.notes.extend(file.letters.note());
    Ok(layer)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod written;
