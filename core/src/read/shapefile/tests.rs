use super::{
    super::{Found, archive::writing::zip},
    writing::{dbf, shp},
    *,
};
use crate::boundary::Ring;

const POLYGON: u32 = 5;
const LINE: u32 = 3;

fn square(x: f64, y: f64, side: f64) -> Ring {
    vec![
        [x, y],
        [x, y + side],
        [x + side, y + side],
        [x + side, y],
        [x, y],
    ]
}

fn cluster() -> Ring {
    square(588_000.0, 1_851_000.0, 500.0)
}

fn alone(file: &[u8]) -> Result<Layer, ReadError> {
    read(file, &Hint::default())
}

fn packed(files: &[(&str, &[u8])]) -> Result<Layer, ReadError> {
    let bytes = zip(files);
    read_archive(&Archive::open(&bytes).unwrap(), &Hint::default())
}

fn labels(layer: &Layer) -> Vec<Option<&str>> {
    layer
        .candidates
        .iter()
        .map(|candidate| candidate.label.as_deref())
        .collect()
}

#[test]
fn hole_is_a_hole_in_either_direction() {
    let mut hole = square(588_100.0, 1_851_100.0, 100.0);
    for _ in 0..2 {
        hole.reverse();
        let layer = alone(&shp(POLYGON, &[&[hole.clone(), cluster()]])).unwrap();
        assert_eq!(layer.candidates[0].shape.parts, [[cluster(), hole.clone()]]);
    }
}

#[test]
fn every_record_with_an_area_is_a_candidate() {
    let other = square(589_000.0, 1_851_000.0, 100.0);
    let layer = alone(&shp(POLYGON, &[&[cluster()], &[other]])).unwrap();
    assert_eq!(layer.candidates.len(), 2);
    assert!(matches!(layer.crs, CrsFound::Unknown(_)));
}

#[test]
fn closed_lines_are_areas_and_open_ones_are_not() {
    let open = cluster()[..4].to_vec();
    let layer = alone(&shp(LINE, &[&[cluster()], std::slice::from_ref(&open)])).unwrap();
    assert_eq!(layer.candidates.len(), 1);
    let expected = [
        Note::LinesAsRings { count: 1 },
        Note::NotPolygons { count: 1 },
    ];
    assert_eq!(layer.notes, expected);
    assert_eq!(
        alone(&shp(LINE, &[&[open]])),
        Err(ReadError::NoPolygon { others: 1 })
    );
}

#[test]
fn names_come_from_the_table_beside() {
    let second = square(589_000.0, 1_851_000.0, 100.0);
    let shapes = shp(POLYGON, &[&[cluster()], &[second]]);
    let names = dbf("TEN_CCN", &["CCN A", "CCN B"]);
    let layer = packed(&[("Ranh/R.SHP", &shapes), ("Ranh/r.dbf", &names)]).unwrap();
    assert_eq!(labels(&layer), [Some("CCN A"), Some("CCN B")]);
    let layer = packed(&[("a.shp", &shapes), ("b.shp", &shapes), ("a.dbf", &names)]).unwrap();
    let expected = [Some("CCN A (a)"), Some("CCN B (a)"), Some("b"), Some("b")];
    assert_eq!(labels(&layer), expected);
}

#[test]
fn damaged_table_of_names_is_left_aside() {
    let shapes = shp(POLYGON, &[&[cluster()]]);
    let names = dbf("TEN", &["CCN A"]);
    for end in 0..names.len() {
        let layer = packed(&[("a.shp", &shapes), ("a.dbf", &names[..end])]).unwrap();
        assert_eq!(labels(&layer), [None]);
    }
}

#[test]
fn layer_of_points_beside_takes_nothing_from_the_boundary() {
    let shapes = shp(POLYGON, &[&[cluster()]]);
    let points = shp(1, &[&[]]);
    let foreign = b"GEOGCS[\"GCS_Indian_1960\"]";
    let layer = packed(&[("a.shp", &points), ("a.prj", foreign), ("b.shp", &shapes)]).unwrap();
    assert_eq!(labels(&layer), [Some("b")]);
    assert_eq!(layer.notes, [Note::NotPolygons { count: 1 }]);
}

#[test]
fn layers_in_different_systems_are_not_mixed() {
    let shapes = shp(POLYGON, &[&[cluster()]]);
    let degrees = b"GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]";
    let error = packed(&[("a.shp", &shapes), ("b.shp", &shapes), ("b.prj", degrees)]);
    assert_eq!(error, Err(ReadError::SeveralSystems));
}

#[test]
fn degrees_of_vn_2000_are_moved_to_wgs_84() {
    let shapes = shp(POLYGON, &[&[square(107.08, 16.73, 0.01)]]);
    let datum = b"GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\"]]";
    let layer = packed(&[("a.shp", &shapes), ("a.prj", datum)]).unwrap();
    assert_eq!(layer.crs, CrsFound::Stated(Crs::Wgs84));
    let [lon, lat] = layer.candidates[0].shape.parts[0][0][0];
    let moved = crate::boundary::distance_m([lon, lat], [107.08, 16.73]);
    assert!((150.0..250.0).contains(&moved), "{moved}");
}

#[test]
fn meridian_that_only_looks_like_vn_2000_is_proposed_first() {
    let shapes = shp(POLYGON, &[&[cluster()]]);
    let text = b"PROJCS[\"x\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]],PROJECTION[\"Transverse_Mercator\"],\
        PARAMETER[\"False_Easting\",500000],PARAMETER[\"Central_Meridian\",106.0],PARAMETER[\"Scale_Factor\",0.9999]]";
    let layer = packed(&[("a.shp", &shapes), ("a.prj", text)]).unwrap();
    let CrsFound::Unknown(options) = layer.crs else {
        panic!("{:?}", layer.crs)
    };
    assert_eq!(options[0].crs, Crs::Vn2000Tm3 { meridian: 106.0 });
    let recommended = options.iter().filter(|option| option.recommended);
    assert_eq!(recommended.count(), 1);
}

#[test]
fn coordinate_that_is_no_number_is_named() {
    for bad in [f64::NAN, f64::INFINITY] {
        let mut ring = cluster();
        ring[2][1] = bad;
        let error = alone(&shp(POLYGON, &[&[cluster()], &[ring]]));
        let place = Found::Corner {
            shape: 2,
            corner: 3,
        };
        let found = bad.to_string();
        assert_eq!(error, Err(ReadError::BadCoordinates { found, place }));
    }
}

#[test]
fn every_cut_is_refused() {
    let file = shp(POLYGON, &[&[cluster()], &[square(0.0, 0.0, 1.0)]]);
    for end in 0..file.len() {
        let error = alone(&file[..end]).unwrap_err();
        assert_eq!(error.code(), "CORRUPT_FILE", "cut at {end}");
    }
}

#[test]
fn lengths_are_never_trusted() {
    let file = shp(POLYGON, &[&[cluster()]]);
    // Content length; parts; points; first part.
    for at in [104, 144, 148, 152] {
        for lie in [1_u32, 200, 10_000_000, u32::MAX, u32::MAX / 2 + 2] {
            let mut lying = file.clone();
            let bytes = if at == 104 {
                lie.to_be_bytes()
            } else {
                lie.to_le_bytes()
            };
            lying[at..at + 4].copy_from_slice(&bytes);
            if lying != file && !(at == 148 && lie == 1) {
                let error = alone(&lying).unwrap_err();
                assert_eq!(error.code(), "CORRUPT_FILE", "{lie} at {at}");
            }
        }
    }
}

#[test]
fn zeros_behind_the_last_record_are_told() {
    let mut file = shp(POLYGON, &[&[cluster()]]);
    let end = file.len();
    for zeros in [4, 12, 500] {
        file.resize(end + zeros, 0);
        let words = u32::try_from(file.len() / 2).unwrap();
        file[24..28].copy_from_slice(&words.to_be_bytes());
        let layer = alone(&file).unwrap();
        assert_eq!(layer.candidates.len(), 1);
        assert_eq!(layer.notes, [Note::BlankEnd { byte: end + 1 }]);
    }
    // Zeros in place of a record and something behind them are damage.
    *file.last_mut().unwrap() = 1;
    assert_eq!(alone(&file).unwrap_err().code(), "CORRUPT_FILE");
}

#[test]
fn code_against_the_parameters_asks_and_says_so() {
    let shapes = shp(POLYGON, &[&[cluster()]]);
    let text = b"PROJCS[\"VN-2000\",GEOGCS[\"VN-2000\",DATUM[\"VN-2000\"]],PROJECTION[\"Transverse_Mercator\"],\
        PARAMETER[\"Central_Meridian\",105.75],PARAMETER[\"Scale_Factor\",0.9999],AUTHORITY[\"EPSG\",\"9212\"]]";
    let layer = packed(&[("a.shp", &shapes), ("a.prj", text)]).unwrap();
    assert!(matches!(layer.crs, CrsFound::Unknown(_)));
    assert_eq!(layer.notes, [Note::CodeAgainstParameters { code: 9212 }]);
}

#[test]
fn record_behind_the_announced_end_is_damage_and_other_bytes_are_nothing() {
    let (one, two) = (cluster(), square(589_000.0, 1_851_000.0, 100.0));
    let mut file = shp(POLYGON, &[std::slice::from_ref(&one), &[two]]);
    let length = &shp(POLYGON, &[std::slice::from_ref(&one)])[24..28];
    file[24..28].copy_from_slice(length);
    assert_eq!(alone(&file).unwrap_err().code(), "CORRUPT_FILE");
    let mut file = shp(POLYGON, &[&[one]]);
    file.extend(b"\x1a\x1a\x1a\x1a\x1a\x1a");
    assert_eq!(alone(&file).unwrap().candidates.len(), 1);
}
