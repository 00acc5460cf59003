use super::*;
use crate::assessment::{BoundaryRecord, Date, Entry, Firm};
use crate::boundary::{Crs, Shape};
use crate::law;
use crate::mismatch::{Land, Part, Place};
use crate::model::{self, AnswerKind};

fn model() -> &'static Model {
    model::bundled().unwrap()
}

fn found_with(assessment: &Assessment, derived: Option<&Derived>) -> Vec<Mismatch> {
    find(model(), law::bundled().ok(), assessment, derived)
}

fn found(assessment: &Assessment) -> Vec<Mismatch> {
    found_with(assessment, None)
}

fn question(id: &str) -> usize {
    model().position(id).unwrap()
}

fn answered(answers: &[(&str, Answer)]) -> Assessment {
    let mut assessment = Assessment::default();
    for (id, answer) in answers {
        let entry = Entry {
            answer: Some(answer.clone()),
            ..Entry::default()
        };
        assessment.entries.insert((*id).to_owned(), entry);
    }
    assessment
}

/// A boundary of so many hectares, whose centre is in Ha Noi.
fn measured(assessment: &mut Assessment, hectares: f64) {
    let measures = Measures {
        area_m2: hectares * 10_000.0,
        plane_area_m2: hectares * 10_000.0,
        area_sd_m2: 10.0,
        perimeter_m: 3_000.0,
        compactness: 0.7,
        province: Some("01".to_owned()),
        centre: [105.8, 21.04],
    };
    assessment.boundary = Some(BoundaryRecord {
        file_name: String::new(),
        format: "table".to_owned(),
        crs: Crs::Wgs84,
        given: Shape::default(),
        sigma_m: 0.1,
        measures: Some(measures),
    });
}

fn near(km: f64, about: bool) -> Near {
    Near {
        id: "hust".to_owned(),
        added_name: String::new(),
        place: [105.8, 21.0],
        distance_m: km * 1000.0,
        edge: [105.8, 21.04],
        about,
        same_site: Vec::new(),
    }
}

#[test]
fn an_empty_assessment_and_the_workshop_clusters_contradict_nothing() {
    assert_eq!(found(&Assessment::default()), []);
    for file in [
        include_str!("../../../../packaging/kit/results/1-song-lua.cluster-ready.json"),
        include_str!("../../../../packaging/kit/results/2-go-sen.cluster-ready.json"),
        include_str!("../../../../packaging/kit/results/3-ben-tham.cluster-ready.json"),
    ] {
        let opened = crate::assessment::file::read(file, model()).unwrap();
        assert!(opened.assessment.boundary.is_some());
        assert_eq!(found(&opened.assessment), []);
    }
}

#[test]
fn occupancy_of_the_areas_and_as_answered_have_to_agree() {
    let mut assessment = answered(&[("M6", Answer::Number(1.0))]);
    assessment.profile.industrial_land_ha = Some(50.0);
    assessment.profile.leased_land_ha = Some(36.0);
    let all = found(&assessment);
    let [
        Mismatch::Occupancy {
            by_areas,
            answered,
            question: at,
        },
    ] = all[..]
    else {
        panic!("{all:?}");
    };
    assert_eq!((by_areas, answered, at), (72.0, 1.0, question("M6")));
    assert_eq!(all[0].places(), [Place::Profile, Place::Question(at)]);
    // A rounded figure is the same one.
    assessment.entries.get_mut("M6").unwrap().answer = Some(Answer::Number(70.5));
    assert_eq!(found(&assessment), []);
    // What the law counts as occupied is the approved land, where it is said.
    assessment.profile.approved_land_ha = Some(45.0);
    assert!(matches!(
        found(&assessment)[..],
        [Mismatch::Occupancy { .. }]
    ));
}

#[test]
fn nothing_can_be_leased_where_hectares_are_leased() {
    let reason = model().indicator("M6").unwrap().not_applicable.as_ref();
    let answer = Answer::NotApplicable(reason.unwrap().reason.clone());
    let mut assessment = answered(&[("M6", answer)]);
    assessment.profile.leased_land_ha = Some(0.0);
    assert_eq!(found(&assessment), []);
    assessment.profile.leased_land_ha = Some(3.0);
    assert!(matches!(
        found(&assessment)[..],
        [Mismatch::NothingLeased { leased_ha: 3.0, .. }]
    ));
}

#[test]
fn a_typed_distance_is_held_against_the_measured_one() {
    let derived = |km, about| Derived {
        university: Some(near(km, about)),
        institute: None,
        compactness: Some(0.7),
    };
    let mut assessment = answered(&[("L1", Answer::Number(2.0)), ("L2", Answer::Number(1.0))]);
    let all = found_with(&assessment, Some(&derived(22.2, false)));
    let [
        Mismatch::Distance {
            typed_km,
            measured_km,
            question: at,
        },
    ] = all[..]
    else {
        panic!("{all:?}");
    };
    assert_eq!((typed_km, measured_km, at), (2.0, 22.2, question("L1")));
    assert_eq!(all[0].places(), [Place::Question(at), Place::Boundary]);
    // Within a kilometre, or five where the point is approximate, or a tenth of the way.
    for (km, about) in [(2.9, false), (6.9, true)] {
        assert_eq!(found_with(&assessment, Some(&derived(km, about))), []);
    }
    assert_ne!(found_with(&assessment, Some(&derived(3.1, false))), []);
    let far = answered(&[("L1", Answer::Number(150.0))]);
    assert_eq!(found_with(&far, Some(&derived(160.0, false))), []);
    assert!(!types_over_measures(model(), &assessment));
    measured(&mut assessment, 30.0);
    assert!(types_over_measures(model(), &assessment));
    assessment.boundary = None;
    // What was computed is not typed, and without a boundary nothing is measured.
    assessment.entries.get_mut("L1").unwrap().origin = Some(Origin::Boundary);
    assert_eq!(found_with(&assessment, Some(&derived(22.2, false))), []);
    assert_eq!(found(&far), []);
    let ratio = answered(&[("L7", Answer::Number(0.9))]);
    assert!(matches!(
        found_with(&ratio, Some(&derived(2.0, false)))[..],
        [Mismatch::Compactness { measured: 0.7, .. }]
    ));
}

#[test]
fn areas_as_said_and_as_measured_are_held_against_each_other() {
    let mut assessment = Assessment::default();
    assessment.profile.declared_area_ha = Some(75.0);
    assessment.profile.industrial_land_ha = Some(52.0);
    measured(&mut assessment, 30.0);
    let all = found(&assessment);
    assert!(matches!(all[..], [Mismatch::DeclaredArea(_)]), "{all:?}");
    assert_eq!(all[0].places(), [Place::Profile, Place::Boundary]);
    // Explained once, it is not told again.
    assessment.profile.facts.area_explanation = "Mới đo giai đoạn 1".to_owned();
    assert_eq!(found(&assessment), []);
    assessment.profile.declared_area_ha = None;
    assert!(matches!(
        found(&assessment)[..],
        [Mismatch::IndustrialAboveMeasured { .. }]
    ));
    measured(&mut assessment, 51.5);
    assert_eq!(found(&assessment), []);
}

#[test]
fn a_part_is_not_larger_than_its_whole() {
    let mut assessment = Assessment::default();
    assessment.profile.declared_area_ha = Some(40.0);
    assessment.profile.industrial_land_ha = Some(50.0);
    assessment.profile.leased_land_ha = Some(20.0);
    assessment.profile.approved_land_ha = Some(10.0);
    let pairs: Vec<_> = found(&assessment)
        .into_iter()
        .map(|one| match one {
            Mismatch::PartAboveWhole { part, whole, .. } => (part, whole, one.places()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        pairs,
        [
            (Land::Industrial, Land::Declared, vec![Place::Profile]),
            (
                Land::Leased,
                Land::Approved,
                vec![Place::Profile, Place::Facts]
            ),
        ]
    );
}

#[test]
fn the_assessment_is_not_before_the_establishment() {
    let mut assessment = Assessment::default();
    assessment.profile.established = Date::new(2026, 3, 1);
    assessment.profile.assessed = Date::new(2025, 3, 1);
    assert!(matches!(
        found(&assessment)[..],
        [Mismatch::AssessedBeforeEstablished { .. }]
    ));
}

#[test]
fn the_centre_lies_in_the_province_that_is_said() {
    let mut assessment = Assessment::default();
    measured(&mut assessment, 30.0);
    for (said, is_apart) in [("01", false), ("79", true)] {
        assessment.profile.province = Some(said.to_owned());
        assert_eq!(!found(&assessment).is_empty(), is_apart, "{said}");
    }
}

#[test]
fn a_share_of_firms_is_at_least_one_firm() {
    let mut assessment = answered(&[("D6", Answer::Number(1.0)), ("D7", Answer::Number(0.0))]);
    assessment.profile.tenants = Some(26);
    let all = found(&assessment);
    assert!(
        matches!(
            all[..],
            [Mismatch::LessThanOne {
                of: Whole::Tenants,
                whole: 26,
                ..
            }]
        ),
        "{all:?}"
    );
    assert_eq!(all[0].places()[1], Place::Question(question("D6")));
    assessment.profile.tenants = Some(60);
    assert_eq!(found(&assessment), []);
    // Of no firm there is no share.
    assessment.profile.tenants = Some(0);
    assert_eq!(found(&assessment).len(), 1);
}

#[test]
fn a_share_of_workers_is_at_least_one_worker() {
    let firms = model::bundled_for_firms().unwrap();
    let mut assessment = answered(&[("D6", Answer::Number(1.0))]);
    assessment.profile.firm = Some(Box::new(Firm {
        workers: Some(20),
        ..Firm::default()
    }));
    assert!(matches!(
        find(firms, None, &assessment, None)[..],
        [Mismatch::LessThanOne {
            of: Whole::Workers,
            whole: 20,
            ..
        }]
    ));
}

#[test]
fn too_few_firms_is_no_reason_where_there_are_enough() {
    let reason = model().indicator("I1").unwrap().not_applicable.as_ref();
    let answer = Answer::NotApplicable(reason.unwrap().reason.clone());
    let mut assessment = answered(&[("I1", answer)]);
    for (tenants, is_apart) in [(2, false), (3, true)] {
        assessment.profile.tenants = Some(tenants);
        assert_eq!(!found(&assessment).is_empty(), is_apart, "{tenants}");
    }
}

#[test]
fn waste_water_is_said_the_same_on_both_pages() {
    // Whatever form the question has: the answer that says no to both, and the one that says yes.
    let (no, yes) = waste_water_answers();
    let mut assessment = answered(&[("M5", no)]);
    assessment.profile.facts.central_treatment = Some(true);
    assessment.profile.facts.automatic_monitoring = Some(false);
    let all = found(&assessment);
    assert!(
        matches!(
            all[..],
            [Mismatch::WasteWater {
                subject: Part::Treatment,
                stated: true,
                ..
            }]
        ),
        "{all:?}"
    );
    assert_eq!(
        all[0].places(),
        [Place::Facts, Place::Question(question("M5"))]
    );
    // Treated and monitored outside, as long as that is not denied.
    assessment.entries.get_mut("M5").unwrap().answer = Some(yes);
    assert_eq!(found(&assessment), []);
    assessment.profile.facts.connected_outside = Some(false);
    let all = found(&assessment);
    assert!(
        matches!(
            all[..],
            [Mismatch::WasteWater {
                subject: Part::Monitoring,
                stated: false,
                ..
            }]
        ),
        "{all:?}"
    );
}

#[test]
fn finished_works_for_waste_water_need_a_plant_or_a_connection() {
    let (no, _) = waste_water_answers();
    let AnswerKind::Checklist(items) = &model().indicator("M7").unwrap().answer else {
        panic!("M7 is a checklist");
    };
    let works = Answer::Checklist(vec![crate::assessment::ItemState::Done; items.len()]);
    let mut assessment = answered(&[("M5", no), ("M7", works)]);
    assert!(matches!(
        found(&assessment)[..],
        [Mismatch::WasteWaterWorks { .. }]
    ));
    assessment.profile.facts.connected_outside = Some(true);
    assert_eq!(found(&assessment), []);
}

fn waste_water_answers() -> (Answer, Answer) {
    use crate::assessment::ItemState;
    match &model().indicator("M5").unwrap().answer {
        AnswerKind::Checklist(items) => {
            let all = |state| Answer::Checklist(vec![state; items.len()]);
            (all(ItemState::No), all(ItemState::Done))
        }
        AnswerKind::Level(options) => (Answer::Level(0), Answer::Level(options.len() as u8 - 1)),
        other => panic!("{other:?}"),
    }
}
