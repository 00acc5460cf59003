//! Why something gave no boundary: what is wrong, where, and the way out.

use std::sync::Arc;

use super::pdf;
use crate::ui::prelude::*;

use super::by_hand::{by_hand, first_unread};
use crate::platform::file::FileProblem;
use crate::platform::worker::Trouble;
use crate::ui::components::svg;
use crate::ui::state::{App, Given};
use cluster_ready_core::read::{Found, ReadError, Unsupported};

/// The last failure, on top of the ways to give the boundary. Nothing that was typed or pasted is touched.
pub fn failure(app: App) -> Option<View> {
    let mut saved = Arc::default();
    let mut unread = None;
    let (name, problem, way_out) = match app.survey().given.get() {
        Given::Nothing | Given::Offered { .. } => return None,
        Given::Stopped { name, trouble } => {
            let (problem, way_out) = told_trouble(app, trouble);
            (name, problem, way_out)
        }
        Given::Unreadable { name, problem } => {
            let (problem, way_out) = file_problem(app, problem);
            (name, problem, way_out)
        }
        Given::Refused {
            name,
            error,
            saved: read,
        } => {
            unread = first_unread(app, &error, &read);
            saved = read;
            let (problem, way_out) = read_error(app, &error);
            (name, problem, way_out)
        }
    };
    let title = if name.is_empty() {
        app.t("boundary.failed.pasted").to_owned()
    } else {
        app.fill("boundary.failed.file", &[("file", &name)])
    };
    let icon = svg(
        "error__icon",
        "0 0 20 20",
        r#"<circle class="mark__must" cx="10" cy="10" r="9"/><path class="mark__cut" d="M10 5v6"/><circle class="mark__cut-dot" cx="10" cy="14.5" r="1.5"/>"#,
    );
    Some(
        view! {
            <div class="error-summary" role="alert" tabindex="-1">
                <h2>{title}</h2>
                <p class="error">{icon}<span>{problem}</span></p>
                {unread}
                <p>{way_out}</p>
                {by_hand(app, saved)}
            </div>
        }
        .into_any(),
    )
}

fn megabytes(app: App, bytes: usize) -> String {
    app.whole(bytes / 1_000_000)
}

pub fn file_problem(app: App, problem: FileProblem) -> (String, String) {
    match problem {
        FileProblem::TooLarge { limit } => (
            app.fill(
                "boundary.failed.too_large",
                &[("limit", &megabytes(app, limit))],
            ),
            app.t("boundary.failed.too_large.out").to_owned(),
        ),
        FileProblem::Unreadable => (
            app.t("boundary.failed.unreadable").to_owned(),
            app.t("boundary.failed.unreadable.out").to_owned(),
        ),
    }
}

/// Why the worker did not get to an answer, and the way out.
pub fn told_trouble(app: App, trouble: Trouble) -> (String, String) {
    let (key, out) = match trouble {
        Trouble::NotLoaded => ("boundary.stopped.load", "boundary.stopped.load.out"),
        Trouble::TooLong => ("boundary.stopped.time", "boundary.stopped.time.out"),
        Trouble::Unreadable => (
            "boundary.failed.unreadable",
            "boundary.failed.unreadable.out",
        ),
        Trouble::Cancelled => ("boundary.stopped.cancelled", "boundary.stopped.again"),
        Trouble::Crashed => ("boundary.stopped.crash", "boundary.stopped.crash.out"),
    };
    (app.t(key).to_owned(), app.t(out).to_owned())
}

/// What is wrong, and the way out.
pub fn read_error(app: App, error: &ReadError) -> (String, String) {
    let plain =
        |key: &'static str, out: &'static str| (app.t(key).to_owned(), app.t(out).to_owned());
    match error {
        ReadError::EmptyFile => plain("boundary.failed.empty", "boundary.failed.empty.out"),
        ReadError::TooLarge { limit_bytes, .. } => {
            let limit = megabytes(app, *limit_bytes);
            (
                app.fill("boundary.failed.too_large", &[("limit", &limit)]),
                app.t("boundary.failed.too_large.out").to_owned(),
            )
        }
        ReadError::TooManyCorners { limit } => (
            app.count("boundary.failed.too_many", *limit),
            app.t("boundary.failed.too_large.out").to_owned(),
        ),
        ReadError::CorruptArchive => {
            plain("boundary.failed.archive", "boundary.failed.archive.out")
        }
        ReadError::EncryptedArchive => plain(
            "boundary.failed.archive_encrypted",
            "boundary.failed.archive_encrypted.out",
        ),
        ReadError::TooLargeUnpacked { limit_bytes } => {
            let limit = megabytes(app, *limit_bytes);
            (
                app.fill("boundary.failed.unpacked", &[("limit", &limit)]),
                app.t("boundary.failed.too_large.out").to_owned(),
            )
        }
        ReadError::TooManyEntries { limit } => (
            app.fill(
                "boundary.failed.archive_many",
                &[("limit", &limit.to_string())],
            ),
            app.t("boundary.failed.archive_one.out").to_owned(),
        ),
        ReadError::NoBoundaryInArchive => plain(
            "boundary.failed.archive_none",
            "boundary.failed.archive_none.out",
        ),
        ReadError::SeveralFiles { count } => (
            app.fill(
                "boundary.failed.archive_several",
                &[("count", &count.to_string())],
            ),
            app.t("boundary.failed.archive_one.out").to_owned(),
        ),
        ReadError::TooManyCells { limit } => {
            #[allow(clippy::cast_precision_loss, reason = "a round million")]
            let limit = app.number(*limit as f64, 0);
            (
                app.fill("boundary.failed.cells", &[("limit", &limit)]),
                app.t("boundary.failed.cells.out").to_owned(),
            )
        }
        ReadError::Pdf { fault } => pdf::fault(app, *fault),
        ReadError::UnsupportedFormat { found } => unsupported(app, *found),
        ReadError::BadEncoding { encoding, byte } => (
            app.fill(
                "boundary.failed.encoding",
                &[("encoding", encoding), ("byte", &byte.to_string())],
            ),
            app.t("boundary.failed.encoding.out").to_owned(),
        ),
        ReadError::BadJson { line, column } => (
            app.fill("boundary.failed.json", &place(*line, *column).pairs()),
            app.t("boundary.failed.json.out").to_owned(),
        ),
        ReadError::BadXml { line, column } => (
            app.fill("boundary.failed.xml", &place(*line, *column).pairs()),
            app.t("boundary.failed.xml.out").to_owned(),
        ),
        ReadError::DtdNotAllowed { line } => (
            app.fill("boundary.failed.dtd", &[("line", &line.to_string())]),
            app.t("boundary.failed.dtd.out").to_owned(),
        ),
        ReadError::BadWkt { line, column } => (
            app.fill("boundary.failed.wkt", &place(*line, *column).pairs()),
            app.t("boundary.failed.wkt.out").to_owned(),
        ),
        ReadError::WrongDepth { line, column } => (
            app.fill("boundary.failed.depth", &place(*line, *column).pairs()),
            app.t("boundary.failed.depth.out").to_owned(),
        ),
        ReadError::NotParted { line, column } => (
            app.fill("boundary.failed.not_parted", &place(*line, *column).pairs()),
            app.t("boundary.failed.not_parted.out").to_owned(),
        ),
        ReadError::NoShell { line, column } => (
            app.fill("boundary.failed.no_shell", &place(*line, *column).pairs()),
            app.t("boundary.failed.no_shell.out").to_owned(),
        ),
        ReadError::OnlyLink { address } => (
            app.fill("boundary.failed.link", &[("address", address)]),
            app.t("boundary.failed.link.out").to_owned(),
        ),
        ReadError::TooDeep { line, column, .. } => (
            app.fill("boundary.failed.deep", &place(*line, *column).pairs()),
            app.t("boundary.failed.other.out").to_owned(),
        ),
        ReadError::CorruptFile { byte } => (
            app.fill("boundary.failed.corrupt", &[("byte", &byte.to_string())]),
            app.t("boundary.failed.corrupt.out").to_owned(),
        ),
        ReadError::BadDxf { line } => (
            app.fill("boundary.failed.dxf", &[("line", &line.to_string())]),
            app.t("boundary.failed.dxf.out").to_owned(),
        ),
        ReadError::TooComplex => plain("boundary.failed.complex", "boundary.failed.too_large.out"),
        ReadError::BadCoordinates { found, place } => bad_coordinates(app, found, place),
        ReadError::CoordinatesOutOfRange {
            x,
            y,
            corner,
            outline,
        } => (
            app.fill(
                match outline {
                    Some(_) => "boundary.failed.range_of",
                    None => "boundary.failed.range",
                },
                &[
                    ("outline", outline.as_deref().unwrap_or_default()),
                    ("corner", &corner.to_string()),
                    ("x", &coordinate(app, *x)),
                    ("y", &coordinate(app, *y)),
                ],
            ),
            app.t("boundary.failed.range.out").to_owned(),
        ),
        ReadError::NoPolygon { others: 0 } => plain(
            "boundary.failed.no_corners",
            "boundary.failed.no_corners.out",
        ),
        ReadError::NoPolygon { others } => (
            app.count("boundary.failed.no_polygon", *others),
            app.t("boundary.failed.no_polygon.out").to_owned(),
        ),
        ReadError::OnlyBlocks { name } => (
            app.fill("boundary.failed.blocks", &[("name", name)]),
            app.t("boundary.failed.blocks.out").to_owned(),
        ),
        ReadError::OnlyCurves { count } => (
            app.count("boundary.failed.curves", *count),
            app.t("boundary.failed.curves.out").to_owned(),
        ),
        ReadError::TooFewPoints { corners } => (
            app.count("boundary.failed.few", *corners),
            app.t("boundary.failed.few.out").to_owned(),
        ),
        ReadError::SeveralSystems => {
            plain("boundary.failed.systems", "boundary.failed.systems.out")
        }
        ReadError::UnknownZone { found } => (
            app.fill("boundary.failed.zone", &[("found", found)]),
            app.t("boundary.failed.zone.out").to_owned(),
        ),
        ReadError::UnknownCrs { found } if found.is_empty() => {
            plain("boundary.failed.system_blank", "boundary.failed.system.out")
        }
        ReadError::UnknownCrs { found } => (
            app.fill("boundary.failed.system", &[("found", found)]),
            app.t("boundary.failed.system.out").to_owned(),
        ),
    }
}

/// A number that fits nothing. One of hundreds of digits is told by its power of ten.
pub fn coordinate(app: App, value: f64) -> String {
    if value.abs() < 1e12 {
        app.number(value, 6)
    } else {
        format!("{value:e}")
    }
}

struct LineColumn {
    line: String,
    column: String,
}

fn place(line: usize, column: usize) -> LineColumn {
    LineColumn {
        line: line.to_string(),
        column: column.to_string(),
    }
}

impl LineColumn {
    fn pairs(&self) -> [(&str, &str); 2] {
        [("line", &self.line), ("column", &self.column)]
    }
}

fn bad_coordinates(app: App, found: &str, at: &Found) -> (String, String) {
    let blank = found.trim().is_empty();
    let (key, place) = match at {
        Found::Text { line, column } if blank => {
            ("boundary.failed.coordinate_missing", place(*line, *column))
        }
        Found::Text { line, column } => ("boundary.failed.coordinate_text", place(*line, *column)),
        Found::Cell { row, column } if blank => {
            ("boundary.failed.cell_blank", place(*row, *column))
        }
        Found::Cell { row, column } => ("boundary.failed.cell", place(*row, *column)),
        Found::Table { table, row, column } => {
            return bad_table_cell(app, found, *table, &place(*row, *column));
        }
        Found::Sheet { sheet, cell } => return bad_sheet_cell(app, found, sheet, cell),
        Found::Page { page, line, column } => {
            return pdf::bad_cell(app, found, [*page, *line, *column]);
        }
        Found::Corner { shape, corner } => return bad_corner(app, found, *shape, *corner),
    };
    let out = match at {
        Found::Text { .. } => "boundary.failed.coordinate.out",
        _ => "boundary.failed.cell.out",
    };
    let [line, column] = place.pairs();
    (
        app.fill(key, &[line, column, ("found", found)]),
        app.t(out).to_owned(),
    )
}

fn bad_table_cell(app: App, found: &str, table: usize, place: &LineColumn) -> (String, String) {
    let key = if found.trim().is_empty() {
        "boundary.failed.table_blank"
    } else {
        "boundary.failed.table_cell"
    };
    let [line, column] = place.pairs();
    let table = table.to_string();
    (
        app.fill(key, &[("table", &table), line, column, ("found", found)]),
        app.t("boundary.failed.cell.out").to_owned(),
    )
}

fn bad_sheet_cell(app: App, found: &str, sheet: &str, cell: &str) -> (String, String) {
    let key = if found.trim().is_empty() {
        "boundary.failed.sheet_blank"
    } else {
        "boundary.failed.sheet_cell"
    };
    (
        app.fill(key, &[("sheet", sheet), ("cell", cell), ("found", found)]),
        app.t("boundary.failed.cell.out").to_owned(),
    )
}

fn bad_corner(app: App, found: &str, shape: usize, corner: usize) -> (String, String) {
    let (shape, corner) = (shape.to_string(), corner.to_string());
    (
        app.fill(
            "boundary.failed.corner",
            &[("shape", &shape), ("corner", &corner), ("found", found)],
        ),
        app.t("boundary.failed.corner.out").to_owned(),
    )
}

/// Formats that are known and not read yet, with the way to one that is.
fn unsupported(app: App, found: Unsupported) -> (String, String) {
    let out = match found {
        Unsupported::OldOffice => "boundary.failed.sheet.out",
        Unsupported::Office => "boundary.failed.office.out",
        Unsupported::Pdf | Unsupported::Image => "boundary.failed.picture.out",
        Unsupported::CurvedWkt => "boundary.failed.curve.out",
        Unsupported::Zip => "boundary.failed.archive_none.out",
        Unsupported::OtherWkt => "boundary.failed.surface.out",
        Unsupported::ShapefilePart => "boundary.failed.shapefile_part.out",
        Unsupported::TopoJson
        | Unsupported::Xml
        | Unsupported::MapInfo
        | Unsupported::GeoPackage
        | Unsupported::FlatGeobuf => "boundary.failed.map.out",
        Unsupported::BinaryDxf | Unsupported::Dwg | Unsupported::Dgn => {
            "boundary.failed.drawing.out"
        }
        Unsupported::Archive => "boundary.failed.archive_packing.out",
        Unsupported::Html => "boundary.failed.html.out",
        Unsupported::Json | Unsupported::Text | Unsupported::Binary => "boundary.failed.other.out",
    };
    let problem = match found {
        Unsupported::Zip => app.t("boundary.failed.archive_none").to_owned(),
        Unsupported::Json => app.t("boundary.failed.not_geojson").to_owned(),
        Unsupported::Xml => app.t("boundary.failed.not_kml").to_owned(),
        Unsupported::Html => app.t("boundary.failed.html").to_owned(),
        Unsupported::Image => app.t("boundary.failed.image").to_owned(),
        Unsupported::Text => app.t("boundary.failed.not_table").to_owned(),
        Unsupported::Binary => app.t("boundary.failed.binary").to_owned(),
        Unsupported::Office => app.t("boundary.failed.office").to_owned(),
        Unsupported::OldOffice => app.t("boundary.failed.office_old").to_owned(),
        Unsupported::BinaryDxf => app.t("boundary.failed.dxf_binary").to_owned(),
        Unsupported::Archive => app.t("boundary.failed.archive_packing").to_owned(),
        Unsupported::CurvedWkt => app.t("boundary.failed.curve").to_owned(),
        Unsupported::OtherWkt => app.t("boundary.failed.surface").to_owned(),
        Unsupported::ShapefilePart => app.t("boundary.failed.shapefile_part").to_owned(),
        Unsupported::Dwg
        | Unsupported::Dgn
        | Unsupported::Pdf
        | Unsupported::TopoJson
        | Unsupported::MapInfo
        | Unsupported::GeoPackage
        | Unsupported::FlatGeobuf => {
            app.fill("boundary.failed.format", &[("format", found.word())])
        }
    };
    (problem, app.t(out).to_owned())
}
