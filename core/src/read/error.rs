use std::borrow::Cow;

use crate::pdf::Fault;

/// Why a file gives no boundary. Rows, columns, lines and corner numbers count from 1.
#[derive(Debug, Clone, PartialEq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum ReadError {
    #[error("the file is empty")]
    EmptyFile,
    #[error("{bytes} bytes, at most {limit_bytes} are read")]
    TooLarge { bytes: usize, limit_bytes: usize },
    #[error("more than {limit} corners")]
    TooManyCorners { limit: usize },
    #[error("the archive is damaged")]
    CorruptArchive,
    #[error("the archive is encrypted")]
    EncryptedArchive,
    #[error("more than {limit_bytes} bytes unpacked")]
    TooLargeUnpacked { limit_bytes: usize },
    #[error("more than {limit} files in the archive")]
    TooManyEntries { limit: usize },
    #[error("the archive holds no boundary file")]
    NoBoundaryInArchive,
    /// None of them can be told to be the one.
    #[error("{count} boundary files in the archive")]
    SeveralFiles { count: usize },
    #[error("more than {limit} cells")]
    TooManyCells { limit: usize },
    #[error("{}", of_pdf(*fault))]
    Pdf { fault: Fault },
    #[error("{found:?} is not read")]
    UnsupportedFormat { found: Unsupported },
    #[error("the text is not valid {encoding} at byte {byte}")]
    BadEncoding {
        encoding: Cow<'static, str>,
        byte: usize,
    },
    #[error("no valid JSON at line {line}, column {column}")]
    BadJson { line: usize, column: usize },
    #[error("no valid XML at line {line}, column {column}")]
    BadXml { line: usize, column: usize },
    /// Definitions in a document can make a small file a huge one, or name other files.
    #[error("the document type at line {line} defines entities, which are not expanded")]
    DtdNotAllowed { line: usize },
    #[error("no valid WKT at line {line}, column {column}")]
    BadWkt { line: usize, column: usize },
    #[error("nested more than {limit} deep at line {line}, column {column}")]
    TooDeep {
        limit: usize,
        line: usize,
        column: usize,
    },
    #[error("the file is damaged at byte {byte}")]
    CorruptFile { byte: usize },
    #[error("the drawing is damaged at line {line}")]
    BadDxf { line: usize },
    #[error("too many rings in one another")]
    TooComplex,
    #[error("bad coordinate {found:?} at {place}")]
    BadCoordinates { found: String, place: Found },
    /// The first corner that fits nothing, or not the system of the corners before it.
    #[error(
        "{x} {y} (corner {corner}{}) is no longitude and latitude and fits no system of Viet Nam",
        of_outline(outline.as_deref())
    )]
    CoordinatesOutOfRange {
        x: f64,
        y: f64,
        corner: usize,
        /// What the outline is called, or its number, where there are several.
        outline: Option<String>,
    },
    /// A list of positions that lies deeper or less deep in brackets than its type has it.
    #[error("brackets of the wrong depth at line {line}, column {column}")]
    WrongDepth { line: usize, column: usize },
    /// Several positions without white space between them.
    #[error("positions are parted by commas only at line {line}, column {column}")]
    NotParted { line: usize, column: usize },
    /// What would be left is only the hole.
    #[error("a hole without an outer ring at line {line}, column {column}")]
    NoShell { line: usize, column: usize },
    #[error("no polygon, {others} other geometries")]
    NoPolygon { others: usize },
    /// What is drawn may be in the blocks, which are not opened.
    #[error("no polygon, only blocks such as {name:?}")]
    OnlyBlocks { name: String },
    /// Ellipses and smooth lines, which are not measured.
    #[error("no polygon, only {count} ellipses or splines")]
    OnlyCurves { count: usize },
    /// Nothing but a reference to another file.
    #[error("no polygon, only a link to {address:?}, which is not followed")]
    OnlyLink { address: String },
    #[error("{corners} corners, at least three are needed")]
    TooFewPoints { corners: usize },
    /// Sheets or layers of one file.
    #[error("boundaries in several coordinate systems")]
    SeveralSystems,
    #[error("{}", unknown_system(found))]
    UnknownCrs { found: String },
    /// VN-2000 by its name, on a meridian or with parameters that none of its zones has.
    #[error("{found:?} is no zone of VN-2000")]
    UnknownZone { found: String },
}

fn of_outline(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" of {name:?}"))
}

fn unknown_system(found: &str) -> String {
    match found {
        "" => "a coordinate system without a name".to_owned(),
        found => format!("unknown coordinate system {found:?}"),
    }
}

fn of_pdf(fault: Fault) -> String {
    match fault {
        Fault::Damaged => "the PDF is damaged".to_owned(),
        Fault::Locked => "the PDF is locked with a password".to_owned(),
        Fault::NoText => "the PDF has pictures of pages and no text".to_owned(),
        Fault::Letters { page } => {
            format!("the PDF does not say what the letters on page {page} are")
        }
        Fault::TooLarge => "the PDF has more pages or objects than are read".to_owned(),
    }
}

impl ReadError {
    /// A bad coordinate of a table, with its place as people see it: made of its row and its cell.
    pub(super) fn placed(self, place: impl FnOnce(usize, usize) -> Found) -> Self {
        match self {
            Self::BadCoordinates {
                found,
                place: Found::Cell { row, column },
            } => Self::BadCoordinates {
                found,
                place: place(row, column),
            },
            other => other,
        }
    }

    /// It says what is missing, and not where.
    pub const fn has_no_place(&self) -> bool {
        matches!(
            self,
            Self::NoPolygon { .. } | Self::TooFewPoints { .. } | Self::UnsupportedFormat { .. }
        )
    }

    /// The word of the native command.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "EMPTY_FILE",
            Self::TooLarge { .. } | Self::TooManyCorners { .. } | Self::TooManyCells { .. } => {
                "TOO_LARGE"
            }
            Self::CorruptArchive => "CORRUPT_ARCHIVE",
            Self::EncryptedArchive => "ENCRYPTED_ARCHIVE",
            Self::TooLargeUnpacked { .. } => "TOO_LARGE_UNPACKED",
            Self::TooManyEntries { .. } => "TOO_MANY_ENTRIES",
            Self::NoBoundaryInArchive => "NO_BOUNDARY_IN_ARCHIVE",
            Self::SeveralFiles { .. } => "SEVERAL_FILES",
            Self::Pdf { fault } => match fault {
                Fault::Damaged => "CORRUPT_FILE",
                Fault::Locked => "ENCRYPTED_PDF",
                Fault::NoText => "NO_TEXT",
                Fault::Letters { .. } => "UNKNOWN_LETTERS",
                Fault::TooLarge => "TOO_LARGE_UNPACKED",
            },
            Self::UnsupportedFormat { .. } => "UNSUPPORTED_FORMAT",
            Self::BadEncoding { .. } => "BAD_ENCODING",
            Self::BadJson { .. } => "BAD_JSON",
            Self::BadXml { .. } => "BAD_XML",
            Self::DtdNotAllowed { .. } => "DTD_NOT_ALLOWED",
            Self::BadWkt { .. } => "BAD_WKT",
            Self::TooDeep { .. } => "TOO_DEEP",
            Self::CorruptFile { .. } | Self::BadDxf { .. } => "CORRUPT_FILE",
            Self::TooComplex => "TOO_COMPLEX",
            Self::BadCoordinates { .. }
            | Self::WrongDepth { .. }
            | Self::NotParted { .. }
            | Self::NoShell { .. } => "BAD_COORDINATES",
            Self::CoordinatesOutOfRange { .. } => "COORDINATES_OUT_OF_RANGE",
            Self::NoPolygon { .. }
            | Self::OnlyBlocks { .. }
            | Self::OnlyCurves { .. }
            | Self::OnlyLink { .. } => "NO_POLYGON",
            Self::TooFewPoints { .. } => "TOO_FEW_POINTS",
            Self::SeveralSystems => "SEVERAL_SYSTEMS",
            Self::UnknownCrs { .. } | Self::UnknownZone { .. } => "UNKNOWN_CRS",
        }
    }
}

/// Where something bad was found.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Found {
    /// In a text: line and column of the character.
    Text { line: usize, column: usize },
    /// In a table: row of the text, and the column counted in cells.
    Cell { row: usize, column: usize },
    /// In a workbook: name of the sheet and of the cell, as in C7.
    Sheet { sheet: String, cell: String },
    /// In a text document: number of the table, row and cell in it.
    Table {
        table: usize,
        row: usize,
        column: usize,
    },
    /// In a PDF: page, line on it and cell of the line.
    Page {
        page: usize,
        line: usize,
        column: usize,
    },
    /// In a map file without lines: the shape and its corner.
    Corner { shape: usize, corner: usize },
}

impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text { line, column } => write!(f, "line {line}, column {column}"),
            Self::Cell { row, column } => write!(f, "row {row}, cell {column}"),
            Self::Table { table, row, column } => {
                write!(f, "table {table}, row {row}, cell {column}")
            }
            Self::Sheet { sheet, cell } => write!(f, "sheet {sheet:?}, cell {cell}"),
            Self::Page { page, line, column } => {
                write!(f, "page {page}, line {line}, cell {column}")
            }
            Self::Corner { shape, corner } => write!(f, "shape {shape}, corner {corner}"),
        }
    }
}

/// Known by its content and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Unsupported {
    /// A zip archive: KMZ, zipped Shapefile, or anything else.
    Zip,
    /// An archive packed in another way than by deflate: of several volumes, bzip2, RAR, 7z and the like.
    Archive,
    /// Excel before 2007, or another compound document, such as a workbook with a password.
    OldOffice,
    /// A workbook of another kind, or slides: ODS, XLSB, ODP.
    Office,
    BinaryDxf,
    Dwg,
    /// WKT with arcs.
    CurvedWkt,
    /// WKT of surfaces and solids: TIN, POLYHEDRALSURFACE and whatever else.
    OtherWkt,
    /// What lies beside a `.shp`: `.shx`, `.dbf`, `.prj`, `.cpg` and indices.
    ShapefilePart,
    MapInfo,
    GeoPackage,
    FlatGeobuf,
    Dgn,
    Pdf,
    /// PNG, JPEG, TIFF, GIF, WebP.
    Image,
    Html,
    Xml,
    TopoJson,
    /// JSON that is no GeoJSON.
    Json,
    /// Text that is no table.
    Text,
    /// No text.
    Binary,
}

impl Unsupported {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zip => "ZIP",
            Self::Archive => "ZIP64",
            Self::OldOffice => "XLS",
            Self::Office => "ODS",
            Self::BinaryDxf => "DXF (binary)",
            Self::Dwg => "DWG",
            Self::CurvedWkt => "WKT CURVE",
            Self::OtherWkt => "WKT SURFACE",
            Self::ShapefilePart => "SHX, DBF, PRJ",
            Self::MapInfo => "MapInfo",
            Self::GeoPackage => "GeoPackage",
            Self::FlatGeobuf => "FlatGeobuf",
            Self::Dgn => "DGN",
            Self::Pdf => "PDF",
            Self::Image => "IMAGE",
            Self::Html => "HTML",
            Self::Xml => "XML",
            Self::TopoJson => "TopoJSON",
            Self::Json => "JSON",
            Self::Text => "TEXT",
            Self::Binary => "BINARY",
        }
    }
}
