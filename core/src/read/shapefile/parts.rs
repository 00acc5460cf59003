//! The files beside a `.shp`, which hold no shape.
//!
//! # Sources
//! ESRI Shapefile Technical Description, July 1998, "Index Record Header"; dBASE III.

use super::{
    super::Format,
    super::bytes::{array, small},
    projection,
    records::{HEADER_BYTES, RECORD_HEADER_BYTES, words},
};

/// Versions of dBASE and of programs after it.
const DBASE: [u8; 10] = [0x02, 0x03, 0x30, 0x31, 0x43, 0x63, 0x83, 0x8b, 0xf5, 0xfb];
const FIELD_BYTES: usize = 32;

/// Names of encodings in a `.cpg`, in lower case.
const ENCODINGS: [&str; 11] = [
    "utf-8",
    "utf8",
    "65001",
    "1252",
    "cp1252",
    "windows-1252",
    "1258",
    "cp1258",
    "windows-1258",
    "iso-8859-1",
    "iso 88591",
];

/// A `.shx` or a `.dbf`.
pub(in crate::read) fn is_part(bytes: &[u8]) -> bool {
    is_index(bytes) || is_table(bytes)
}

/// The text of a `.prj` or a `.cpg`.
pub(in crate::read) fn is_system_or_encoding(text: &str) -> bool {
    let text = text.trim();
    projection::is_system(text)
        || ENCODINGS.iter().any(|name| text.eq_ignore_ascii_case(name))
        || text.starts_with("LDID/")
}

/// Begins as a `.shp` does; then come offset and length of each record, where in a `.shp` stand its number and its length.
fn is_index(bytes: &[u8]) -> bool {
    let is_whole = Format::Shapefile.begins(bytes)
        && words(bytes, 24) == Some(bytes.len())
        && bytes.len() > HEADER_BYTES;
    let (records, rest) = bytes
        .get(HEADER_BYTES..)
        .unwrap_or_default()
        .as_chunks::<8>();
    let mut next = HEADER_BYTES;
    is_whole
        && rest.is_empty()
        && records.iter().all(|record| {
            let fits = words(record, 0) == Some(next);
            next = next.saturating_add(words(record, 4).unwrap_or_default() + RECORD_HEADER_BYTES);
            fits
        })
}

/// A date, a length of the header with room for fields, and a first field with a name and a type.
fn is_table(bytes: &[u8]) -> bool {
    let Some([version, _, month, day]) = array(bytes, 0) else {
        return false;
    };
    let header = small(bytes, 8).unwrap_or_default();
    let field = array::<FIELD_BYTES>(bytes, FIELD_BYTES).unwrap_or_default();
    let [first, ..] = field;
    let kind = array::<1>(&field, 11).unwrap_or_default();
    DBASE.contains(&version)
        && month <= 12
        && day <= 31
        && header > 2 * FIELD_BYTES
        && first.is_ascii_graphic()
        && kind.iter().all(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{
        super::writing::{dbf, shp},
        *,
    };

    #[test]
    fn files_beside_a_shp_are_told_from_it() {
        let ring = vec![[106.0, 21.0], [106.0, 21.1], [106.1, 21.1], [106.0, 21.0]];
        let shapes = shp(
            5,
            &[std::slice::from_ref(&ring), std::slice::from_ref(&ring)],
        );
        assert!(!is_part(&shapes));
        let mut index = shapes[..HEADER_BYTES].to_vec();
        index[24..28].copy_from_slice(&58_u32.to_be_bytes());
        for offset in [50_u32, 50 + 60] {
            index.extend(offset.to_be_bytes());
            index.extend(56_u32.to_be_bytes());
        }
        assert!(is_part(&index));
        assert!(is_part(&dbf("TEN", &["A"])));
        assert!(!is_part(&shp(5, &[])));
        for text in [
            "PROJCS[\"x\",GEOGCS[\"y\"]]",
            " GEOGCRS[\"y\"]\n",
            "UTF-8\r\n",
            "1258",
            "LDID/87",
        ] {
            assert!(is_system_or_encoding(text), "{text}");
        }
        for text in ["1,2", "Vietnam[1]", "utf", ""] {
            assert!(!is_system_or_encoding(text), "{text}");
        }
    }
}
