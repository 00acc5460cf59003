//! What an archive is: a workbook, a text document, a Shapefile, a KMZ, or one packed file of another format.

use super::{
    Format, Hint, LIMIT_BYTES, Layer, Note, ReadError, Unsupported,
    archive::{Archive, Entry},
    document, kmz,
    name::beginning,
    read_plain, shapefile, tables, workbook,
};

/// Formats whose files may be packed alone, the most telling first.
const PLAIN: [Format; 5] = [
    Format::GeoJson,
    Format::Gpx,
    Format::Wkt,
    Format::Dxf,
    Format::Table,
];

/// Formats whose files beside another one are more often its description than a boundary too; so is a plain text.
const REMARKS: [Format; 3] = [Format::Docx, Format::Odt, Format::Pdf];
const TEXT: &str = "txt";

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
    let has = |format| archive.with_extension(ending(format)).next().is_some();
    let (extension, layer) = if let Some(part) = document::part(&archive) {
        (ending(part.1), tables::read_document(&archive, part, hint))
    } else if has(Format::Shapefile) {
        (
            ending(Format::Shapefile),
            shapefile::read_archive(&archive, hint),
        )
    } else if has(Format::Kml) {
        (ending(Format::Kml), kmz::read(&archive, hint))
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
        extension != read && extension != TEXT && is_read(&extension)
    });
    let names: Vec<String> = others
        .take(LIMIT_NAMES)
        .map(|entry| beginning(&entry.name).to_owned())
        .collect();
    (!names.is_empty()).then_some(Note::OtherFiles { names })
}

/// The usual one.
fn ending(format: Format) -> &'static str {
    format.extensions().first().copied().unwrap_or_default()
}

/// Whether a file with this extension may be a boundary.
fn is_read(extension: &str) -> bool {
    let formats = Format::ALL.iter().filter(|one| !REMARKS.contains(one));
    formats
        .into_iter()
        .any(|one| one.extensions().contains(&extension))
}

/// One packed file, and its extension.
fn read_packed(
    archive: &Archive<'_>,
    hint: &Hint,
) -> Result<(&'static str, Result<Layer, ReadError>), ReadError> {
    let (extension, plain) = PLAIN
        .iter()
        .flat_map(|format| format.extensions())
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
    fn table_is_read_whatever_its_ending() {
        let table = b"X\tY\n2366000\t424000\n2366000\t425000\n2367000\t425000\n";
        for name in ["a.csv", "a.TSV", "a.txt"] {
            let layer = read(&zip(&[(name, table)]), &Hint::default()).unwrap();
            assert_eq!(layer.format, Format::Table, "{name}");
        }
    }

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
