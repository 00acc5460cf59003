mod earlier;
mod report;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::Output;
use cluster_ready_core::boundary::{Crs, Examined, Problem, ProblemKind, Shape};
use cluster_ready_core::read::{
    Candidate, CrsFound, Hint, LIMIT_BYTES, Layer, Note, area_apart, read, salvage,
};
use earlier::Earlier;
use report::{Outcome, feature_line, file_line, notes_line};

const EXAMPLES: &str = "\
Outcomes:
  ok         measured
  repair     measured after a repair, which is among the issues
  choose     several polygons: measured one by one with --each
  needs_crs  coordinates without a system: give --crs or --meridian
  error      not measured; error says why, issues where a boundary is at fault

Examples:
  cluster-ready boundary cluster.geojson
  cluster-ready boundary --meridian 106.25 corners.csv
  cluster-ready boundary --crs EPSG:9212 drawing.dxf
  cluster-ready boundary --each parcels.geojson
  cluster-ready boundary expanded.geojson --compare earlier.kml

Exit codes:
  0  every file was measured
  1  a file was not measured; the others are still done
  2  the command line is wrong";

/// Accuracy of a corner when nothing is known about it, metres.
const SIGMA_M: f64 = 1.0;

/// Reads and measures boundary files: GeoJSON, KML, KMZ, GPX, WKT, Shapefiles (.shp or zipped), ASCII DXF, XLSX,
/// DOCX, ODT, PDF with text and tables of coordinates.
///
/// One JSON object a line: file, outcome, area_m2, stated_area_m2 (what the file says), perimeter_m, ring (outer ring, WGS 84 longitude and latitude), error,
/// issues, candidates, crs, notes (what was left aside, guessed or changed while reading).
///
/// With --compare also: added_ha (in FILE only), removed_ha (in the earlier boundary only), kept_ha (in both), earlier_ha, and
/// within_accuracy: pieces that are narrower than width_m, which the accuracy of the corners alone explains, and which are
/// in no figure of the above; their added_ha and removed_ha. Areas are geodesic; each is null where FILE is not measured.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files to read, in this order.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Coordinate system of files that name none, as in EPSG:9210.
    #[arg(long, conflicts_with = "meridian", value_parser = parse_crs)]
    pub crs: Option<Crs>,
    /// Central meridian of VN-2000 (TM-3) in degrees, as in 106.25, for files that name no system.
    #[arg(long, value_parser = parse_meridian)]
    pub meridian: Option<Crs>,
    /// One line for each feature of a collection: id, status, issues; before them one with the notes of the file, if any.
    #[arg(long)]
    pub each: bool,
    /// An earlier boundary to compare each file with: a boundary file with one polygon, or a result file.
    #[arg(long, value_name = "EARLIER", conflicts_with = "each")]
    pub compare: Option<PathBuf>,
    /// Coordinate system of the earlier boundary where its file names none; else that of --crs or --meridian.
    #[arg(long, requires = "compare", value_parser = parse_crs)]
    pub compare_crs: Option<Crs>,
}

fn parse_crs(text: &str) -> Result<Crs, String> {
    let code = text
        .strip_prefix("EPSG:")
        .or_else(|| text.strip_prefix("epsg:"))
        .unwrap_or(text);
    code.parse()
        .ok()
        .and_then(Crs::from_epsg)
        .ok_or_else(|| "not a system that is read, as in EPSG:9210".to_owned())
}

fn parse_meridian(text: &str) -> Result<Crs, String> {
    text.parse()
        .ok()
        .and_then(Crs::from_meridian)
        .ok_or_else(|| {
            let known: Vec<String> = Crs::vn2000_zones()
                .filter(|crs| matches!(crs, Crs::Vn2000Tm3 { .. }))
                .filter_map(|crs| crs.meridian())
                .map(|meridian| meridian.to_string())
                .collect();
            format!("VN-2000 has zones on {}", known.join(", "))
        })
}

pub fn run(args: &Args) -> ExitCode {
    let mut output = Output::open();
    let hint = Hint {
        province: None,
        crs: args.crs.or(args.meridian),
    };
    let opened = args.compare.as_deref().map(|path| {
        let crs = args.compare_crs.or(hint.crs);
        Earlier::open(path, crs).map_err(|message| (path, message))
    });
    let earlier = match opened.transpose() {
        Ok(earlier) => earlier,
        Err((path, message)) => {
            output.complain(path, &message);
            return output.exit_code();
        }
    };
    let way = if args.each {
        Way::Each
    } else {
        Way::Whole(earlier.as_ref())
    };
    for path in &args.files {
        if let Err(message) = one_file(path, &hint, way, &mut output) {
            output.complain(path, &message);
        }
    }
    output.exit_code()
}

/// What is printed of a file.
#[derive(Clone, Copy)]
enum Way<'a> {
    /// A line for each feature.
    Each,
    /// One line, with what became of the land since an earlier boundary.
    Whole(Option<&'a Earlier>),
}

/// Prints the lines of one file.
///
/// # Errors
/// What kept it from being measured.
fn one_file(path: &Path, hint: &Hint, way: Way, output: &mut Output) -> Result<(), String> {
    let bytes = read_bytes(path).map_err(|error| {
        output.line(&file_line(
            path,
            &Outcome::Error { code: "UNREADABLE" },
            &[],
        ));
        error.to_string()
    })?;
    let layer = read(&bytes, hint).map_err(|error| {
        output.line(&file_line(
            path,
            &Outcome::Error { code: error.code() },
            &[],
        ));
        let unread = Some(&error)
            .filter(|error| error.has_no_place())
            .and_then(|_| salvage(&bytes).unread);
        unread.map_or_else(|| error.to_string(), |unread| format!("{error}; {unread}"))
    })?;
    drop(bytes);
    let Way::Whole(earlier) = way else {
        return features(path, &layer, output);
    };
    let candidates = layer.candidates.len();
    let mut notes = layer.notes.clone();
    let outcome = outcome(layer, &mut notes, earlier);
    output.line(&file_line(path, &outcome, &notes));
    match outcome {
        Outcome::Examined { examined, .. } if examined.measures.is_some() => Ok(()),
        Outcome::Examined { examined, .. } => {
            Err(examined.problems.first().map_or_else(String::new, in_words))
        }
        Outcome::Choose { .. } => Err(format!("{candidates} polygons")),
        _ => Err("the coordinate system is not known".to_owned()),
    }
}

fn apart(candidate: &Candidate, examined: &Examined) -> Option<Note> {
    area_apart(candidate.stated_area_m2?, examined.measures.as_ref()?)
}

/// The code of a problem, and what it alone does not say.
fn in_words(problem: &Problem) -> String {
    let code = problem.code();
    match problem.kind {
        ProblemKind::PartsShareEdge { other_part } => {
            let parts = (other_part + 1, problem.part + 1);
            format!("{code}: parts {} and {} share an edge", parts.0, parts.1)
        }
        ProblemKind::FarFromVietNam => {
            let corner = problem.corners.first().copied().unwrap_or_default();
            let [lon, lat] = problem.at.unwrap_or_default();
            format!("{code}: corner {corner} at {lon} {lat}")
        }
        _ => code.to_owned(),
    }
}

/// The layer is not needed any more when its line is printed, which is longer than the file.
fn outcome(layer: Layer, notes: &mut Vec<Note>, earlier: Option<&Earlier>) -> Outcome {
    let known = layer.crs.known();
    match (layer.candidates.as_slice(), known, &layer.crs) {
        ([only], Some(crs), _) => {
            let mut examined = Box::new(layer.examine(only, crs, SIGMA_M));
            notes.extend(apart(only, &examined));
            let compared = earlier.map(|earlier| earlier.compare(&examined).map(Box::new));
            // Not printed either.
            examined.plane = Shape::default();
            Outcome::Examined {
                examined,
                crs,
                stated_area_m2: only.stated_area_m2,
                compared,
            }
        }
        ([only], None, CrsFound::Unknown(options)) => Outcome::NeedsCrs {
            stated_area_m2: only.stated_area_m2,
            options: options.iter().map(|option| option.crs).collect(),
        },
        (several, ..) => {
            let mut area = |candidate: &Candidate| {
                let examined = layer.examine(candidate, known?, SIGMA_M);
                notes.extend(apart(candidate, &examined));
                Some(examined.measures?.area_m2)
            };
            Outcome::Choose {
                areas_m2: several.iter().map(&mut area).collect(),
                stated_areas_m2: several
                    .iter()
                    .map(|candidate| candidate.stated_area_m2)
                    .collect(),
                crs: known,
            }
        }
    }
}

fn features(path: &Path, layer: &Layer, output: &mut Output) -> Result<(), String> {
    let mut unmeasured = 0;
    if !layer.notes.is_empty() {
        output.line(&notes_line(path, &layer.notes));
    }
    for candidate in &layer.candidates {
        let examined = layer
            .crs
            .known()
            .map(|crs| (crs, layer.examine(candidate, crs, SIGMA_M)));
        if examined
            .as_ref()
            .is_none_or(|(_, examined)| examined.measures.is_none())
        {
            unmeasured += 1;
        }
        output.line(&feature_line(path, candidate, examined.as_ref()));
    }
    if unmeasured == 0 {
        Ok(())
    } else {
        Err(format!("{unmeasured} features not measured"))
    }
}

/// At most one byte more than is read, so that a larger file is known as such.
fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LIMIT_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
