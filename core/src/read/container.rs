//! What an archive is: a workbook, a text document, a Shapefile, a KMZ, or one packed file of another format.

use super::{
    Hint, LIMIT_BYTES, Layer, Note, ReadError, Unsupported,
    archive::{Archive, Entry},
    document, kmz,
    name::beginning,
    read_plain, shapefile, tables, workbook,
};

/// Files that may be packed alone, the most telling first.
const PLAIN: [&str; 7] = ["geojson", "json", "gpx", "wkt", "dxf", "csv", "txt"];

/// Files that would be read if they came alone; a text is more often a remark.
const READ: [&str; 11] = [
    "shp", "kml", "kmz", "geojson", "json", "gpx", "wkt", "dxf", "csv", "xlsx", "zip",
];
/// Names of files left aside that are told.
const LIMIT_NAMES: usize = 5;

/// A part of workbooks of another kind, XLSB.
const OFFICE: &str = "xl/workbook.bin";

pub(super) fn read(bytes: &[u8], hint: &Hint) -> Result<Layer, ReadError> {
    let archive = Archive::open(bytes)?;
    if let Some(part) = workbook::part(&archive) {
        return tables::read_workbook(&archive, part, hint);
    }
    if archive.entry(OFFICE).is_some() {
        return Err(ReadError::UnsupportedFormat {
            found: Unsupported::Office,
        });
    }
    let (extension, layer) = if let Some(part) = document::part(&archive) {
        (part.1, tables::read_document(&archive, part, hint))
    } else if archive.with_extension("shp").next().is_some() {
        ("shp", shapefile::read_archive(&archive, hint))
    } else if archive.with_extension("kml").next().is_some() {
        ("kml", kmz::read(&archive, hint))
    } else {
        read_packed(&archive, hint)?
    };
    let mut layer = layer?;
    layer.notes.extend(left_aside(&archive, extension));
    Ok(layer)
}

/// The files of all other formats than the one that was read.
fn left_aside(archive: &Archive<'_>, read: &str) -> Option<Note> {
    let others = archive.entries().iter().filter(|entry| {
        let extension = entry.extension();
        extension != read && READ.contains(&extension.as_str())
    });
    let names: Vec<String> = others
        .take(LIMIT_NAMES)
        .map(|entry| beginning(&entry.name).to_owned())
        .collect();
    (!names.is_empty()).then_some(Note::OtherFiles { names })
}

/// One packed file, and its extension.
fn read_packed(
    archive: &Archive<'_>,
    hint: &Hint,
) -> Result<(&'static str, Result<Layer, ReadError>), ReadError> {
    let (extension, plain) = PLAIN
        .iter()
        .map(|extension| {
            let found: Vec<&Entry> = archive.with_extension(extension).collect();
            (*extension, found)
        })
        .find(|(_, found)| !found.is_empty())
        .ok_or(ReadError::NoBoundaryInArchive)?;
    match plain.as_slice() {
        [only] if only.bytes() > LIMIT_BYTES => Err(ReadError::TooLarge {
            bytes: only.bytes(),
            limit_bytes: LIMIT_BYTES,
        }),
        [only] => Ok((extension, read_plain(&archive.unpack(only)?, hint))),
        several => Err(ReadError::SeveralFiles {
            count: several.len(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{archive::writing::zip, read};
    use super::*;

    #[test]
    fn files_of_other_formats_are_named() {
        let square = b"POLYGON ((106 21, 106.01 21, 106.01 21.01, 106 21))";
        let of = |files: &[(&str, &[u8])]| read(&zip(files), &Hint::default()).unwrap().notes;
        assert_eq!(of(&[("a.wkt", square), ("readme.txt", b"x")]), []);
        let names = vec!["Lo/b.DXF".to_owned(), "c.zip".to_owned()];
        let notes = of(&[("a.wkt", square), ("Lo/b.DXF", b"x"), ("c.zip", b"x")]);
        assert_eq!(notes, [Note::OtherFiles { names }]);
    }
}
