//! What an archive is: a workbook, a Shapefile, a KMZ, or one packed file of another format.

use super::{
    Hint, LIMIT_BYTES, Layer, ReadError, Unsupported,
    archive::{Archive, Entry},
    kmz, read_plain, shapefile, workbook,
};

/// Files that may be packed alone, the most telling first.
const PLAIN: [&str; 7] = ["geojson", "json", "gpx", "wkt", "dxf", "csv", "txt"];

/// Parts of documents and workbooks of other kinds: DOCX, XLSB, ODS and ODT.
const OFFICE: [&str; 3] = ["word/document.xml", "xl/workbook.bin", "content.xml"];

pub(super) fn read(bytes: &[u8], hint: &Hint) -> Result<Layer, ReadError> {
    let archive = Archive::open(bytes)?;
    if let Some(part) = workbook::part(&archive) {
        return workbook::read(&archive, part, hint);
    }
    if OFFICE.iter().any(|part| archive.entry(part).is_some()) {
        return Err(ReadError::UnsupportedFormat {
            found: Unsupported::Office,
        });
    }
    if archive.with_extension("shp").next().is_some() {
        return shapefile::read_archive(&archive, hint);
    }
    if archive.with_extension("kml").next().is_some() {
        return kmz::read(&archive, hint);
    }
    let plain = PLAIN
        .iter()
        .map(|extension| archive.with_extension(extension).collect::<Vec<&Entry>>())
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    match plain.as_slice() {
        [] => Err(ReadError::NoBoundaryInArchive),
        [only] if only.bytes() > LIMIT_BYTES => Err(ReadError::TooLarge {
            bytes: only.bytes(),
            limit_bytes: LIMIT_BYTES,
        }),
        [only] => read_plain(&archive.unpack(only)?, hint),
        several => Err(ReadError::SeveralFiles {
            count: several.len(),
        }),
    }
}
