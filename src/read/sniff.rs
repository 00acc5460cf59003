//! What a file is, by its content.

use super::{
    ReadError, Unsupported,
    decode::{self, Decoded, Letters},
    fold::lower,
    shapefile, wkt, xml,
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

/// Beginnings of formats that are no text.
const MAGIC: [(&[u8], Unsupported); 10] = [
    (b"%PDF", Unsupported::Pdf),
    (b"\x89PNG", Unsupported::Image),
    (b"\xff\xd8\xff", Unsupported::Image),
    (b"GIF8", Unsupported::Image),
    (b"II*\0", Unsupported::Image),
    (b"MM\0*", Unsupported::Image),
    (b"RIFF", Unsupported::Image),
    (b"\xd0\xcf\x11\xe0", Unsupported::OldOffice),
    (b"AC10", Unsupported::Dwg),
    (b"AutoCAD Binary DXF", Unsupported::BinaryDxf),
];

/// How much of a file is looked at.
const HEAD_BYTES: usize = 4096;

pub(super) fn sniff(bytes: &[u8]) -> Result<Kind<'_>, ReadError> {
    let refuse = |found| Err(ReadError::UnsupportedFormat { found });
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    if let Some((_, found)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return refuse(*found);
    }
    if head.starts_with(shapefile::MAGIC) {
        return Ok(Kind::Shapefile);
    }
    if is_archive(bytes) {
        return refuse(Unsupported::Zip);
    }
    let decoded = decode::decode(bytes)?;
    let text = decoded.text.trim_start();
    if text
        .trim_end_matches(|c: char| c.is_whitespace() || c == '\0')
        .is_empty()
    {
        return Err(ReadError::EmptyFile);
    }
    let start: String = text.chars().take(HEAD_BYTES).map(lower).collect();
    if start.starts_with(['{', '[']) {
        if decoded.letters == Letters::Unknown {
            return Err(decode::utf_8_error(bytes));
        }
        return Ok(Kind::Json(decoded));
    }
    if start.starts_with('<') {
        return markup(decoded, &start);
    }
    if wkt::is_wkt(text) {
        return Ok(Kind::Wkt(decoded));
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
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// By the root element; a page of the web is rarely well-formed and is known by its first words.
fn markup<'a>(decoded: Decoded<'a>, start: &str) -> Result<Kind<'a>, ReadError> {
    let is_page = start.starts_with("<!doctype html") || start.contains("<html");
    let refuse = |found| Err(ReadError::UnsupportedFormat { found });
    match xml::root(decoded.text.trim_start()) {
        Ok("kml") => Ok(Kind::Kml(decoded)),
        Ok("gpx") => Ok(Kind::Gpx(decoded)),
        _ if is_page => refuse(Unsupported::Html),
        Ok(_) => refuse(Unsupported::Xml),
        Err(error) => Err(error),
    }
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
        for bytes in [&b""[..], b" \n\t", b"\xef\xbb\xbf\n", b"\xff\xfe"] {
            assert!(matches!(sniff(bytes), Err(ReadError::EmptyFile)));
        }
    }
}
