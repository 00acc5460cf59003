//! KMZ: the KML texts of an archive, `doc.kml` before the others. Pictures and models are passed over.

use super::{
    Format, Hint, LIMIT_BYTES, Layer, ReadError, Unsupported,
    archive::{Archive, Entry},
    kml::Kml,
    sniff::{self, Kind},
};

/// The file that a program opens first.
const FIRST: &str = "doc.kml";

/// Reads every KML text of an archive; a person chooses where they hold several boundaries.
pub(super) fn read(archive: &Archive<'_>, hint: &Hint) -> Result<Layer, ReadError> {
    let mut entries: Vec<&Entry> = archive.with_extension("kml").collect();
    crate::order::by_key(&mut entries, |entry| {
        !entry.file_name().eq_ignore_ascii_case(FIRST)
    });
    let mut file = Kml::within(archive.entries().iter().map(|entry| entry.name.clone()));
    let mut note = None;
    for entry in entries {
        let bytes = archive.unpack(entry)?;
        if bytes.len() > LIMIT_BYTES {
            return Err(ReadError::TooLarge {
                bytes: bytes.len(),
                limit_bytes: LIMIT_BYTES,
            });
        }
        let Kind::Kml(text) = sniff::sniff(&bytes)? else {
            return Err(ReadError::UnsupportedFormat {
                found: Unsupported::Text,
            });
        };
        file.add(&text.text)?;
        note = note.or(text.letters.note());
    }
    let mut layer = file.into_layer(Format::Kmz, hint)?;
    layer.notes.extend(note);
    Ok(layer)
}

#[cfg(test)]
mod tests {
    use super::super::{archive::writing::zip, read};
    use super::*;
    use crate::read::Note;

    fn kml(name: &str) -> String {
        let ring = "107.0,16.0 107.1,16.0 107.1,16.1 107.0,16.0";
        format!(
            "<kml><Placemark><name>{name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates>\
             </LinearRing></outerBoundaryIs></Polygon></Placemark></kml>"
        )
    }

    fn link(address: &str) -> String {
        format!("<kml><NetworkLink><Link><href>{address}</href></Link></NetworkLink></kml>")
    }

    fn kmz(files: &[(&str, &str)]) -> Result<Layer, ReadError> {
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .collect();
        read(&zip(&files), &Hint::default())
    }

    #[test]
    fn doc_comes_first_and_every_text_is_read() {
        let (a, b) = (kml("a"), kml("b"));
        let layer = kmz(&[("files/a.kml", &a), ("icon.png", "x"), ("doc.KML", &b)]).unwrap();
        let labels: Vec<_> = layer
            .candidates
            .iter()
            .map(|one| one.label.as_deref())
            .collect();
        assert_eq!(
            (layer.format, labels),
            (Format::Kmz, vec![Some("b"), Some("a")])
        );
    }

    #[test]
    fn link_within_the_archive_is_no_link() {
        let (a, within, away) = (kml("a"), link("files/a.kml"), link("http://example.org/"));
        let layer = kmz(&[("doc.kml", &within), ("files/a.kml", &a)]).unwrap();
        assert!(layer.notes.is_empty());
        let layer = kmz(&[("doc.kml", &away), ("files/a.kml", &a)]).unwrap();
        assert!(matches!(
            layer.notes.as_slice(),
            [Note::LinkNotFollowed { .. }]
        ));
    }

    #[test]
    fn one_broken_text_refuses_the_file() {
        let a = kml("a");
        assert_eq!(
            kmz(&[("a.kml", &a), ("b.kml", "<kml>")])
                .unwrap_err()
                .code(),
            "BAD_XML"
        );
        assert_eq!(
            kmz(&[("a.kml", "1 2 3")]).unwrap_err().code(),
            "UNSUPPORTED_FORMAT"
        );
    }
}
