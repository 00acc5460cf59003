use serde::{Deserialize, Serialize};

/// A format that a boundary comes in. All that is particular to one stands here; what is in a file decides, never its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    GeoJson,
    Kml,
    Kmz,
    Gpx,
    Wkt,
    Shapefile,
    Dxf,
    /// A corner table as text, and one that is typed.
    Table,
    Xlsx,
    Docx,
    Odt,
    Pdf,
}

/// In which order the two figures of a corner stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axes {
    /// The format says so.
    EastFirst,
    /// As the table's own headings say, which write X for the northing as often as for the easting.
    AsHeaded,
}

/// The beginnings of ZIP: of an archive, and of an empty one.
const ZIP: &[&[u8]] = &[b"PK\x03\x04", b"PK\x05\x06"];

impl Format {
    pub const ALL: [Self; 12] = [
        Self::GeoJson,
        Self::Kml,
        Self::Kmz,
        Self::Gpx,
        Self::Wkt,
        Self::Shapefile,
        Self::Dxf,
        Self::Table,
        Self::Xlsx,
        Self::Docx,
        Self::Odt,
        Self::Pdf,
    ];

    /// As result files and the native command say it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::Kmz => "kmz",
            Self::Gpx => "gpx",
            Self::Wkt => "wkt",
            Self::Shapefile => "shapefile",
            Self::Dxf => "dxf",
            Self::Table => "table",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
        }
    }

    /// `None` for a boundary that came from no file, or from a reader that is not here.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// How its files are called, in lower case, the usual ending first.
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::GeoJson => &["geojson", "json"],
            Self::Kml => &["kml"],
            Self::Kmz => &["kmz"],
            Self::Gpx => &["gpx"],
            Self::Wkt => &["wkt"],
            Self::Shapefile => &["shp", "zip"],
            Self::Dxf => &["dxf"],
            Self::Table => &["csv", "tsv", "txt"],
            Self::Xlsx => &["xlsx"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
            Self::Pdf => &["pdf"],
        }
    }

    /// Media types of its files, the usual one first; none where nobody registered one that browsers give.
    pub const fn media_types(self) -> &'static [&'static str] {
        match self {
            Self::GeoJson => &["application/geo+json", "application/json"],
            Self::Kml => &["application/vnd.google-earth.kml+xml"],
            Self::Kmz => &["application/vnd.google-earth.kmz"],
            Self::Gpx => &["application/gpx+xml"],
            Self::Shapefile => &["application/zip"],
            Self::Wkt | Self::Dxf => &[],
            Self::Table => &["text/csv", "text/tab-separated-values", "text/plain"],
            Self::Xlsx => &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
            Self::Docx => {
                &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]
            }
            Self::Odt => &["application/vnd.oasis.opendocument.text"],
            Self::Pdf => &["application/pdf"],
        }
    }

    /// First bytes of its files; none of a text, which is known by its words.
    pub const fn magic(self) -> &'static [&'static [u8]] {
        match self {
            Self::Shapefile => &[b"\0\0\x27\x0a"],
            Self::Kmz | Self::Xlsx | Self::Docx | Self::Odt => ZIP,
            Self::Pdf => &[b"%PDF"],
            Self::GeoJson | Self::Kml | Self::Gpx | Self::Wkt | Self::Dxf | Self::Table => &[],
        }
    }

    /// Whether a file begins with [`Format::magic`].
    pub fn begins(self, bytes: &[u8]) -> bool {
        self.magic().iter().any(|magic| bytes.starts_with(magic))
    }

    pub const fn axes(self) -> Axes {
        match self {
            Self::Table | Self::Xlsx | Self::Docx | Self::Odt | Self::Pdf => Axes::AsHeaded,
            _ => Axes::EastFirst,
        }
    }

    /// Whether the direction of a ring says that it is a shell or a hole, so that a wrong one is a fault of the file. A table's
    /// corners run either way.
    ///
    /// # Sources
    /// RFC 7946, section 3.1.6.
    pub const fn directs_rings(self) -> bool {
        matches!(self, Self::GeoJson)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_and_every_extension_is_of_one_format() {
        let all = Format::ALL;
        let mut words = all.map(Format::word).to_vec();
        let mut endings: Vec<_> = all.iter().flat_map(|one| one.extensions()).collect();
        let (count, ends) = (words.len(), endings.len());
        words.sort_unstable();
        words.dedup();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!((words.len(), endings.len()), (count, ends));
        for format in all {
            assert_eq!(Format::of_word(format.word()), Some(format));
            assert!(!format.extensions().is_empty());
        }
        assert_eq!(Format::of_word("position"), None);
    }

    #[test]
    fn first_bytes_are_those_of_the_formats() {
        assert!(Format::Kmz.begins(b"PK\x03\x04..") && Format::Xlsx.begins(b"PK\x05\x06.."));
        assert!(Format::Shapefile.begins(b"\0\0\x27\x0a\0"));
        assert!(Format::Pdf.begins(b"%PDF-1.7") && !Format::Pdf.begins(b" %PDF"));
        assert!(!Format::Table.begins(b"X;Y"));
    }
}
