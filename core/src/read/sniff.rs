//! What a file is, by its content.

use super::{
    Format, ReadError, Unsupported,
    blank::is_blank,
    decode::{self, Decoded, Letters},
    fold::lower,
    geojson, kml, shapefile, wkt, xml,
};

pub(super) enum Kind<'a> {
    Shapefile,
    Dxf(Decoded<'a>),
    Json(Decoded<'a>),
    Kml(Decoded<'a>),
    Gpx(Decoded<'a>),
    Wkt(Decoded<'a>),
    Table(Decoded<'a>),
}

/// Beginnings of formats that are not read.
const MAGIC: [(&[u8], Unsupported); 20] = [
    (b"\x89PNG", Unsupported::Image),
    (b"\xff\xd8\xff", Unsupported::Image),
    (b"GIF8", Unsupported::Image),
    (b"II*\0", Unsupported::Image),
    (b"MM\0*", Unsupported::Image),
    (b"RIFF", Unsupported::Image),
    (b"\xd0\xcf\x11\xe0", Unsupported::OldOffice),
    // Many a `.doc` is one.
    (b"{\\rtf", Unsupported::OldOffice),
    (b"AC10", Unsupported::Dwg),
    (b"AutoCAD Binary DXF", Unsupported::BinaryDxf),
    (b"SQLite format 3\0", Unsupported::GeoPackage),
    (b"fgb\x03fgb", Unsupported::FlatGeobuf),
    // MicroStation before its eighth version, flat and in three dimensions; a library of cells.
    (b"\x08\x09\xfe\x02", Unsupported::Dgn),
    (b"\xc8\x09\xfe\x02", Unsupported::Dgn),
    (b"\x08\x05\x17\0", Unsupported::Dgn),
    // Indices of a Shapefile: `.sbn` and `.sbx`, `.qix`.
    (b"\0\0\x27\x0a\xff\xff\xfe\x70", Unsupported::ShapefilePart),
    (b"SQT", Unsupported::ShapefilePart),
    (b"Rar!\x1a\x07", Unsupported::Archive),
    (b"7z\xbc\xaf\x27\x1c", Unsupported::Archive),
    (b"\x1f\x8b", Unsupported::Archive),
];

/// How much of a file is looked at.
const HEAD_BYTES: usize = 4096;

pub(super) fn sniff(bytes: &[u8]) -> Result<Kind<'_>, ReadError> {
    let refuse = |found| Err(ReadError::UnsupportedFormat { found });
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    match MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        Some((_, Unsupported::OldOffice)) if is_new_dgn(bytes) => return refuse(Unsupported::Dgn),
        Some((_, found)) => return refuse(*found),
        None if Format::Pdf.begins(head) => return refuse(Unsupported::Pdf),
        None if shapefile::is_part(bytes) => return refuse(Unsupported::ShapefilePart),
        None => {}
    }
    if Format::Shapefile.begins(head) {
        return Ok(Kind::Shapefile);
    }
    if is_archive(bytes) {
        return refuse(Unsupported::Zip);
    }
    let decoded = decode::decode(bytes)?;
    let text = decoded.text.trim_start_matches(is_blank);
    if text
        .trim_end_matches(|c: char| is_blank(c) || c == '\0')
        .is_empty()
    {
        return Err(ReadError::EmptyFile);
    }
    let start: String = text.chars().take(HEAD_BYTES).map(lower).collect();
    if geojson::is_json(text) {
        if decoded.letters == Letters::Unknown {
            return Err(decode::utf_8_error(bytes));
        }
        return Ok(Kind::Json(decoded));
    }
    if start.starts_with('<') {
        return markup(decoded, &start);
    }
    if wkt::is_wkt_or_table(text) {
        return Ok(Kind::Wkt(decoded));
    }
    if shapefile::is_system_or_encoding(text) {
        return refuse(Unsupported::ShapefilePart);
    }
    if is_map_info(&start) {
        return refuse(Unsupported::MapInfo);
    }
    if is_drawing(&start) {
        return Ok(Kind::Dxf(decoded));
    }
    if text.contains('\0') {
        return refuse(Unsupported::Binary);
    }
    Ok(Kind::Table(decoded))
}

/// ZIP, an empty one too.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    Format::Kmz.begins(bytes)
}

/// By the root element; a page of the web is rarely well-formed and is known by its first words.
fn markup<'a>(decoded: Decoded<'a>, start: &str) -> Result<Kind<'a>, ReadError> {
    let is_page = start.starts_with("<!doctype html") || start.contains("<html");
    let refuse = |found| Err(ReadError::UnsupportedFormat { found });
    let text = decoded.text.trim_start_matches(is_blank);
    match xml::root(text) {
        Ok("kml") => Ok(Kind::Kml(decoded)),
        Ok(root) if kml::is_part(root) && text.contains("coordinates>") => Ok(Kind::Kml(decoded)),
        Ok("gpx") => Ok(Kind::Gpx(decoded)),
        // A description of the data, and how QGIS draws them.
        Ok("metadata" | "qgis") => refuse(Unsupported::ShapefilePart),
        _ if is_page => refuse(Unsupported::Html),
        Ok(_) => refuse(Unsupported::Xml),
        Err(error) => Err(error),
    }
}

/// MicroStation from its eighth version on keeps its parts in a compound document, as Office did.
fn is_new_dgn(bytes: &[u8]) -> bool {
    bytes.windows(6).any(|name| name == b"D\0g\0n\0")
}

/// A `.tab`, or a `.mif` by its first lines.
fn is_map_info(start: &str) -> bool {
    let is_mif = || {
        ["charset", "delimiter", "coordsys", "columns"]
            .iter()
            .any(|word| start.contains(word))
    };
    start.starts_with("!table") || (start.starts_with("version ") && is_mif())
}

/// A section, or a remark before it.
fn is_drawing(start: &str) -> bool {
    let mut lines = start.lines().map(str::trim);
    matches!(
        (lines.next(), lines.next()),
        (Some("0"), Some("section")) | (Some("999"), Some(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Option<Unsupported> {
        match sniff(bytes) {
            Err(ReadError::UnsupportedFormat { found }) => Some(found),
            _ => None,
        }
    }

    #[test]
    fn formats_are_known_by_content() {
        for (bytes, format) in [
            (&b"<!DOCTYPE html><p>"[..], Unsupported::Html),
            (b"<gml:a>", Unsupported::Xml),
            (b"%PDF-1.7", Unsupported::Pdf),
            (b"PK\x03\x04....doc.kml", Unsupported::Zip),
            (b"AutoCAD Binary DXF\r\n\x1a\0", Unsupported::BinaryDxf),
            (b"AC1032\0", Unsupported::Dwg),
            (b"point \xff\0\0", Unsupported::Binary),
            (b"SQLite format 3\0\x10\0", Unsupported::GeoPackage),
            (b"fgb\x03fgb\x01", Unsupported::FlatGeobuf),
            (b"\x08\x09\xfe\x02\0\0", Unsupported::Dgn),
            (b"\xd0\xcf\x11\xe0\0\0D\0g\0n\0^\0", Unsupported::Dgn),
            (b"\xd0\xcf\x11\xe0\0\0W\0o\0r\0k\0", Unsupported::OldOffice),
            (b"{\\rtf1\\ansi", Unsupported::OldOffice),
            (b"Rar!\x1a\x07\x01\0", Unsupported::Archive),
            (
                b"Version 300\nCharset \"Neutral\"\nDelimiter \",\"\n",
                Unsupported::MapInfo,
            ),
            (b"!table\n!version 300\n", Unsupported::MapInfo),
            (b"SQT\x01\x01\0\0", Unsupported::ShapefilePart),
            (
                b"\xef\xbb\xbfPROJCS[\"x\",GEOGCS[\"y\"]]",
                Unsupported::ShapefilePart,
            ),
            (b"GEODCRS[\"VN-2000\"]", Unsupported::ShapefilePart),
            (b"UTF-8\r\n", Unsupported::ShapefilePart),
        ] {
            assert_eq!(
                found(bytes),
                Some(format),
                "{}",
                String::from_utf8_lossy(bytes)
            );
        }
    }

    #[test]
    fn markup_is_known_by_its_root() {
        for text in [
            "<?xml version='1.0'?><!-- <gpx> --><kml>",
            "\u{feff}\n<k:kml xmlns:k='x'>",
        ] {
            assert!(matches!(sniff(text.as_bytes()), Ok(Kind::Kml(_))), "{text}");
        }
        assert!(matches!(sniff(b"<gpx>"), Ok(Kind::Gpx(_))));
        for root in ["Placemark", "k:Folder", "Document"] {
            let with = |inner: &str| format!("<{root}>{inner}</{root}>");
            let kml = with("<coordinates>106,21</coordinates>");
            assert!(matches!(sniff(kml.as_bytes()), Ok(Kind::Kml(_))), "{root}");
            assert_eq!(found(with("<a/>").as_bytes()), Some(Unsupported::Xml));
        }
    }

    #[test]
    fn table_whose_heading_begins_with_point_is_a_table() {
        assert!(matches!(
            sniff(b"point,easting,northing\n"),
            Ok(Kind::Table(_))
        ));
    }

    #[test]
    fn drawing_is_known_by_its_first_section() {
        for text in [&b"  0\r\nSECTION\r\n"[..], b"999\nmade by\n0\nSECTION\n"] {
            assert!(matches!(sniff(text), Ok(Kind::Dxf(_))));
        }
    }

    #[test]
    fn blank_files_are_empty() {
        for bytes in [
            &b""[..],
            b" \n\t",
            b"\xef\xbb\xbf\n",
            b"\xff\xfe",
            b"\xe2\x80\x8b",
        ] {
            assert!(matches!(sniff(bytes), Err(ReadError::EmptyFile)));
        }
    }
}
