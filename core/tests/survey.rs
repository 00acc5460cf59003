//! What the page and its worker say to each other, over every file of the tests.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::fs;
use std::path::{Path, PathBuf};

use cluster_ready_core::assessment::Places;
use cluster_ready_core::boundary::{Crs, Shape, examine};
use cluster_ready_core::places::description;
use cluster_ready_core::read::{Format, Hint, LIMIT_BYTES, read};
use cluster_ready_core::survey::{
    FileFormat, FileWords, Goal, Look, Reply, Request, Share, Surveyed, Writing, answer, frame,
    frames, from_message, to_message,
};

fn files() -> Vec<PathBuf> {
    ["formats", "hostile"]
        .iter()
        .flat_map(|folder| {
            fs::read_dir(Path::new("../tests/data/boundary").join(folder))
                .unwrap()
                .map(|entry| entry.unwrap().path())
        })
        .collect()
}

/// Asks as a page does: the question and the answer cross as bytes.
fn ask(request: &Request, bytes: &[u8]) -> (Reply, Vec<u8>) {
    let question: Request = from_message(&to_message(request).unwrap()).unwrap();
    assert_eq!(&question, request);
    let (reply, beside) = answer(question, bytes.to_vec()).unwrap();
    let answered: Reply = from_message(&to_message(&reply).unwrap()).unwrap();
    assert_eq!(answered, reply);
    (answered, beside)
}

fn look(crs: Crs, format: Format) -> Request {
    Request::Look(Box::new(Look {
        crs,
        sigma_m: 1.0,
        format: Some(format),
        ring: (0, 0),
        industry: Some("mechanical".to_owned()),
        places: Places::default(),
    }))
}

fn seen(request: &Request, shape: &[u8]) -> Surveyed {
    match ask(request, shape).0 {
        Reply::Seen(seen) => *seen,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_file_is_answered_as_it_is_read() {
    let mut opened = 0;
    for path in files() {
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.len() <= LIMIT_BYTES);
        let hint = Hint {
            province: Some("44".to_owned()),
            crs: None,
        };
        let direct = read(&bytes, &hint);
        let (reply, shapes) = ask(&Request::Read { hint }, &bytes);
        match (direct, reply) {
            (Err(error), Reply::Refused { error: told, .. }) => assert_eq!(told, error),
            (
                Ok(layer),
                Reply::Offered {
                    crs,
                    offers,
                    format,
                    ..
                },
            ) => {
                assert_eq!(crs, layer.crs);
                assert_eq!(offers.len(), layer.candidates.len());
                let crs = crs.known().unwrap_or(Crs::Vn2000Tm3 { meridian: 106.25 });
                for (shape, candidate) in frames(&shapes).zip(&layer.candidates).take(3) {
                    assert_eq!(Shape::from_bytes(shape).unwrap(), candidate.shape);
                    let seen = seen(&look(crs, format), shape);
                    let examined = examine(&candidate.shape, crs, 1.0);
                    assert_eq!(seen.measures, examined.measures, "{}", path.display());
                    assert_eq!(seen.middle, candidate.shape.middle());
                    opened += 1;
                }
            }
            (direct, reply) => panic!("{}: {direct:?}, {reply:?}", path.display()),
        }
    }
    assert!(opened > 40, "{opened}");
}

#[test]
fn names_are_offered_without_marks_that_turn_a_sentence() {
    let file = "{\"type\":\"Feature\",\"id\":\"\u{202e}7\",\"properties\":{\"name\":\"Lô \u{2067}A\u{200f}\"},\
                \"geometry\":{\"type\":\"Polygon\",\"coordinates\":\
                [[[106,21],[106.01,21],[106.01,21.01],[106,21]]]}}";
    let hint = Hint::default();
    let (Reply::Offered { offers, .. }, _) = ask(&Request::Read { hint }, file.as_bytes()) else {
        panic!("not offered");
    };
    let names = offers
        .iter()
        .map(|one| (one.label.as_deref(), one.id.as_deref()));
    assert_eq!(names.collect::<Vec<_>>(), [(Some("Lô A"), Some("7"))]);
}

fn square() -> Shape {
    Shape::of_ring(vec![
        [105.80, 21.04],
        [105.81, 21.04],
        [105.81, 21.05],
        [105.80, 21.05],
        [105.80, 21.04],
    ])
}

#[test]
fn institutions_are_told_with_all_that_is_known_of_them() {
    let request = Request::Near {
        crs: Crs::Wgs84,
        goal: Goal::Institute,
    };
    let (Reply::Near(near), _) = ask(&request, &square().to_bytes()) else {
        panic!()
    };
    assert!(near.len() > 200);
    let of_one_site = near.iter().flat_map(|one| &one.same_site);
    assert!(of_one_site.clone().count() > 0);
    let mut ids = near.iter().map(|one| &one.id).chain(of_one_site);
    assert!(ids.all(|id| description(id).is_some()));
}

#[test]
fn written_file_is_read_back_to_the_same_area() {
    let area = |bytes: &[u8]| {
        let (Reply::Offered { crs, format, .. }, shapes) = ask(
            &Request::Read {
                hint: Hint::default(),
            },
            bytes,
        ) else {
            panic!()
        };
        let shape = frames(&shapes).next().unwrap();
        seen(&look(crs.known().unwrap(), format), shape)
            .measures
            .unwrap()
            .area_m2
    };
    let given = square().to_bytes();
    let expected = seen(&look(Crs::Wgs84, Format::GeoJson), &given)
        .measures
        .unwrap()
        .area_m2;
    for format in [FileFormat::GeoJson, FileFormat::Kml] {
        let writing = Writing {
            format,
            crs: Crs::Wgs84,
            name: "Cụm".to_owned(),
            words: FileWords::default(),
            comma: true,
        };
        let (reply, file) = ask(&Request::Write(Box::new(writing)), &given);
        assert_eq!(reply, Reply::Written);
        assert!((area(&file) - expected).abs() < 0.01);
    }
}

#[test]
fn boundary_at_fault_is_not_written() {
    let bow_tie = Shape::of_ring(vec![
        [105.8, 21.0],
        [105.9, 21.1],
        [105.9, 21.0],
        [105.8, 21.1],
    ]);
    let writing = Writing {
        format: FileFormat::Csv,
        crs: Crs::Wgs84,
        name: String::new(),
        words: FileWords::default(),
        comma: false,
    };
    let (reply, file) = ask(&Request::Write(Box::new(writing)), &bow_tie.to_bytes());
    assert_eq!((reply, file.len()), (Reply::NotMeasured, 0));
}

#[test]
fn bytes_that_are_no_shape_are_refused_and_not_guessed() {
    for bytes in [&b""[..], b"not a shape", &[255; 40]] {
        assert!(answer(look(Crs::Wgs84, Format::Kml), bytes.to_vec()).is_err());
    }
    assert!(from_message::<Request>(b"\xff\xff\xff").is_err());
}

const TWO_LOTS: &str = "Hệ VN-2000, kinh tuyến trục 104°45', múi chiếu 3°\nĐiểm\tX (m)\tY (m)\nKhu A\n1\t2431000,00\t455000,00\n\
    2\t2432000,00\t455000,00\n3\t2432000,00\t456000,00\n4\t2431000,00\t456000,00\nDiện tích: 100 ha\nPhần trừ đường điện\n\
    1\t2431400,00\t455400,00\n2\t2431500,00\t455400,00\n3\t2431500,00\t455500,00\n4\t2431400,00\t455500,00\nDiện tích: 1 ha\n";

#[test]
fn parcels_are_measured_together_without_what_is_taken_away() {
    let hint = Hint::default();
    let (reply, shapes) = ask(&Request::Read { hint }, TWO_LOTS.as_bytes());
    let Reply::Offered { offers, .. } = reply else {
        panic!("not offered");
    };
    let shares: Vec<Share> = offers.iter().map(|offer| offer.share).collect();
    assert_eq!(shares, [Share::Part, Share::Away]);
    let stated: Vec<_> = offers.iter().map(|offer| offer.stated_area_m2).collect();
    assert_eq!(stated, [Some(1_000_000.0), Some(10_000.0)]);
    let (reply, whole) = ask(&Request::Join { shares }, &shapes);
    assert_eq!(reply, Reply::Joined);
    let crs = Crs::Vn2000Tm3 { meridian: 104.75 };
    let measures = seen(&look(crs, Format::Table), &whole).measures.unwrap();
    assert!((measures.plane_area_m2 - 990_000.0).abs() < 0.01);
}

#[test]
fn ring_of_all_parts_is_no_part_itself() {
    let rows: Vec<String> = (1..=8)
        .map(|at| {
            let angle = f64::from(at).mul_add(-0.785, 0.0);
            format!(
                "{at}\t{:.2}\t{:.2}\n",
                2_431_000.0 + 300.0 * angle.cos(),
                455_000.0 + 300.0 * angle.sin()
            )
        })
        .collect();
    let text = format!(
        "Điểm\tX\tY\n{}Một dòng chữ\n{}",
        rows[..4].concat(),
        rows[4..].concat()
    );
    let (reply, _) = ask(
        &Request::Read {
            hint: Hint::default(),
        },
        text.as_bytes(),
    );
    let Reply::Offered { offers, .. } = reply else {
        panic!("not offered");
    };
    let shares: Vec<Share> = offers.iter().map(|offer| offer.share).collect();
    assert_eq!(shares, [Share::Part, Share::Part, Share::Whole]);
}

#[test]
fn rows_of_a_table_that_is_refused_come_with_the_error() {
    let text = TWO_LOTS.replace("455000,00\n3", "45S000,00\n3");
    let workbook = fs::read("../tests/data/found/tables/xlsx_first_corner_error.xlsx").unwrap();
    for (bytes, count, second) in [(text.as_bytes(), 8, "45S000,00"), (&workbook, 5, "")] {
        let (reply, _) = ask(
            &Request::Read {
                hint: Hint::default(),
            },
            bytes,
        );
        let Reply::Refused { saved, .. } = reply else {
            panic!("not refused");
        };
        assert_eq!(saved.rows.len(), count);
        assert!(second.is_empty() || saved.rows[1][1] == second);
    }
    for none in [
        "Điều 1. Phê duyệt",
        "{\"type\":\"Point\"}",
        "<kml>",
        "PK\u{3}\u{4}",
    ] {
        let (reply, _) = ask(
            &Request::Read {
                hint: Hint::default(),
            },
            none.as_bytes(),
        );
        assert!(
            matches!(reply, Reply::Refused { saved, .. } if saved.rows.is_empty()),
            "{none}"
        );
    }
}

fn framed(shapes: &[&Shape]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for shape in shapes {
        frame(&shape.to_bytes(), &mut bytes);
    }
    bytes
}

fn parcel(x: f64) -> Shape {
    let [w, s] = [560_000.0 + x, 2_290_000.0];
    Shape::of_ring(vec![
        [w, s],
        [w + 100.0, s],
        [w + 100.0, s + 100.0],
        [w, s + 100.0],
    ])
}

#[cfg(feature = "overlay")]
#[test]
fn boundary_is_compared_with_an_earlier_one_in_two_questions() {
    let crs = Crs::from_meridian(105.5).unwrap();
    let request = Request::Level { crs, earlier: crs };
    let compared = |earlier: f64, is_cut: bool| {
        let (reply, question) = ask(&request, &framed(&[&parcel(0.0), &parcel(earlier)]));
        let Reply::Levelled(level) = reply else {
            panic!("{reply:?}")
        };
        assert_eq!(question.is_empty(), !is_cut);
        let pieces = if is_cut {
            cluster_ready_core::overlay::to_message(&question)
        } else {
            Vec::new()
        };
        let request = Request::Compare {
            level,
            sigmas_m: [0.1, 0.1],
        };
        match ask(&request, &pieces).0 {
            Reply::Compared(compared) => *compared,
            other => panic!("{other:?}"),
        }
    };
    let overlapping = compared(40.0, true);
    assert!((overlapping.kept.area_m2 - 6_000.0).abs() < 10.0);
    assert!((overlapping.added.area_m2 - 4_000.0).abs() < 10.0);
    assert!(!compared(400.0, false).have_land_in_common());
}

#[test]
fn earlier_boundary_with_a_fault_is_told_and_other_bytes_are_refused() {
    let crs = Crs::from_meridian(105.5).unwrap();
    let mut crossing = parcel(0.0);
    crossing.parts[0][0].swap(1, 2);
    let request = Request::Level { crs, earlier: crs };
    match ask(&request, &framed(&[&parcel(0.0), &crossing])).0 {
        Reply::Flawed(problems) => assert_eq!(problems[0].code(), "SELF_INTERSECTION"),
        other => panic!("{other:?}"),
    }
    assert!(answer(request, framed(&[&parcel(0.0)])).is_err());
}
