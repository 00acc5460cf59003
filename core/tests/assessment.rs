//! Commands: what they change, what they keep, what they refuse.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use cluster_ready_core::assessment::{
    Answer, AnswerProblem, Area, Assessment, BoundaryRecord, Command, CommandError, Date, Entry,
    ItemState, LegalFacts, Made, Mode, NumberField, Origin, Profile, ProfileProblem, Share, State,
    TextField, Way,
};
use cluster_ready_core::boundary::{Crs, Fix, Shape};
use cluster_ready_core::model::{self, Model};

fn model() -> &'static Model {
    model::bundled().unwrap()
}

fn entry(answer: Answer) -> Entry {
    Entry {
        answer: Some(answer),
        ..Entry::default()
    }
}

fn set(indicator: &str, entry: impl Into<Option<Entry>>) -> Command {
    Command::SetEntry {
        indicator: indicator.to_owned(),
        entry: entry.into(),
    }
}

fn record() -> BoundaryRecord {
    BoundaryRecord {
        file_name: "cluster.geojson".to_owned(),
        format: "geojson".to_owned(),
        crs: Crs::Wgs84,
        given: Shape {
            parts: vec![vec![vec![[105.8, 21.0], [105.9, 21.0], [105.9, 21.1]]]],
        },
        sigma_m: 5.0,
        measures: None,
    }
}

fn boundary(derived: &[(&str, Answer)]) -> Command {
    Command::SetBoundary {
        record: Some(Box::new(record())),
        derived: derived
            .iter()
            .map(|(id, answer)| ((*id).to_owned(), answer.clone()))
            .collect(),
    }
}

fn no_boundary() -> Command {
    Command::SetBoundary {
        record: None,
        derived: Vec::new(),
    }
}

fn after(commands: impl IntoIterator<Item = Command>) -> Assessment {
    commands
        .into_iter()
        .fold(Assessment::default(), |assessment, command| {
            assessment.apply(model(), command).unwrap()
        })
}

fn problem(indicator: &str, answer: Answer) -> AnswerProblem {
    match Assessment::default().apply(model(), set(indicator, entry(answer))) {
        Err(CommandError::Answer { problem, .. }) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn answer_is_set_and_cleared() {
    let answered = after([set("M2", entry(Answer::Level(4)))]);
    let indicator = model().indicator("M2").unwrap();
    assert_eq!(answered.state(indicator), State::Answered);
    let cleared = answered.apply(model(), set("M2", None)).unwrap();
    assert_eq!(cleared, Assessment::default());
}

#[test]
fn note_without_an_answer_stays_and_an_empty_one_goes() {
    let note = Entry {
        note: "ask the owner".to_owned(),
        ..Entry::default()
    };
    let noted = after([set("M1", note)]);
    assert_eq!(noted.state(&model().indicators[0]), State::Unanswered);
    assert_eq!(noted.entries.len(), 1);
    let empty = noted.apply(model(), set("M1", Entry::default())).unwrap();
    assert!(empty.entries.is_empty());
}

#[test]
fn answers_that_do_not_belong_to_their_question_are_refused() {
    assert_eq!(
        problem("M2", Answer::Level(5)),
        AnswerProblem::NoSuchOption {
            index: 5,
            options: 5
        }
    );
    assert_eq!(problem("M2", Answer::Number(1.0)), AnswerProblem::WrongKind);
    assert_eq!(problem("M1", Answer::Level(1)), AnswerProblem::WrongKind);
    assert_eq!(
        problem("M6", Answer::Number(f64::NAN)),
        AnswerProblem::NotFinite { part: 0 }
    );
    assert_eq!(
        problem("M6", Answer::Number(101.0)),
        AnswerProblem::OutOfRange {
            part: 0,
            value: 101.0,
            min: 0.0,
            max: 100.0
        }
    );
    assert_eq!(
        problem("L6", Answer::Numbers(vec![1.0, -1.0])),
        AnswerProblem::OutOfRange {
            part: 1,
            value: -1.0,
            min: 0.0,
            max: 2000.0
        }
    );
    assert_eq!(
        problem("L6", Answer::Numbers(vec![1.0])),
        AnswerProblem::WrongLength {
            found: 1,
            expected: 2
        }
    );
    assert_eq!(
        problem("I5", Answer::Selected(vec![3, 1])),
        AnswerProblem::NotAscending
    );
    assert_eq!(
        problem("I5", Answer::Selected(vec![8])),
        AnswerProblem::NoSuchOption {
            index: 8,
            options: 8
        }
    );
    assert_eq!(
        problem("M7", Answer::Checklist(vec![ItemState::Done])),
        AnswerProblem::WrongLength {
            found: 1,
            expected: 8
        }
    );
    let reason = "before the first lease".to_owned();
    assert_eq!(
        problem("M1", Answer::NotApplicable(reason.clone())),
        AnswerProblem::ReasonNotAllowed
    );
    assert_eq!(
        problem("M5", Answer::NotApplicable(reason.clone())),
        AnswerProblem::ReasonNotAllowed
    );
    let left_out = after([set("M6", entry(Answer::NotApplicable(reason)))]);
    let indicator = model().indicator("M6").unwrap();
    assert_eq!(left_out.state(indicator), State::NotApplicable);
}

#[test]
fn unknown_indicator_is_refused_with_its_id() {
    let id = "Z9".to_owned();
    assert_eq!(
        Assessment::default().apply(model(), set("Z9", entry(Answer::Unknown))),
        Err(CommandError::UnknownIndicator { id })
    );
}

#[test]
fn note_longer_than_a_file_holds_is_refused() {
    let long = Entry {
        note: "ệ".repeat(10_001),
        ..Entry::default()
    };
    assert_eq!(
        Assessment::default().apply(model(), set("M1", long)),
        Err(CommandError::TextTooLong {
            field: TextField::Note,
            limit: 10_000
        })
    );
}

#[test]
fn boundary_fills_what_nobody_typed_and_takes_it_back() {
    let typed = set("L1", entry(Answer::Number(12.0)));
    let derived = [
        ("L1", Answer::Number(20.0)),
        ("L2", Answer::Unknown),
        ("L7", Answer::Number(0.6)),
    ];
    let filled = after([typed, boundary(&derived)]);
    assert_eq!(filled.entries["L1"].answer, Some(Answer::Number(12.0)));
    assert_eq!(filled.entries["L1"].origin, None);
    assert_eq!(filled.entries["L2"].answer, Some(Answer::Unknown));
    assert_eq!(filled.entries["L7"].origin, Some(Origin::Boundary));

    let again = filled
        .apply(model(), boundary(&[("L7", Answer::Number(0.5))]))
        .unwrap();
    assert_eq!(again.entries["L7"].answer, Some(Answer::Number(0.5)));
    assert!(!again.entries.contains_key("L2"));

    let without = again.apply(model(), no_boundary()).unwrap();
    assert_eq!(without.boundary, None);
    assert_eq!(without.entries.len(), 1);
    assert_eq!(without.entries["L1"].answer, Some(Answer::Number(12.0)));
}

#[test]
fn note_on_a_derived_answer_outlives_the_boundary() {
    let filled = after([boundary(&[("L7", Answer::Number(0.6))])]);
    let mut noted = filled.entries["L7"].clone();
    noted.note = "corner 4 is doubtful".to_owned();
    let noted = filled.apply(model(), set("L7", noted)).unwrap();
    let without = noted.apply(model(), no_boundary()).unwrap();
    assert_eq!(without.entries["L7"].answer, None);
    assert_eq!(without.entries["L7"].note, "corner 4 is doubtful");
    assert_eq!(without.entries["L7"].origin, None);
}

#[test]
fn boundary_that_no_file_can_hold_is_refused_and_nothing_changes() {
    let refused = |change: fn(&mut BoundaryRecord)| {
        let mut record = record();
        change(&mut record);
        let record = Some(Box::new(record));
        let derived = Vec::new();
        Assessment::default()
            .apply(model(), Command::SetBoundary { record, derived })
            .unwrap_err()
    };
    assert_eq!(
        refused(|record| record.given.parts[0][0] = vec![[0.0, 0.0]; 50_001]),
        CommandError::TooManyCorners {
            corners: 50_001,
            limit: 50_000
        }
    );
    for (field, error) in [
        (
            NumberField::Corner,
            refused(|record| record.given.parts[0][0][1][0] = f64::INFINITY),
        ),
        (
            NumberField::CornerAccuracy,
            refused(|record| record.sigma_m = -1.0),
        ),
        (
            NumberField::Meridian,
            refused(|record| record.crs = Crs::Vn2000Tm3 { meridian: 10.0 }),
        ),
        (
            NumberField::Zone,
            refused(|record| record.crs = Crs::Vn2000Utm { zone: 50 }),
        ),
    ] {
        assert!(
            matches!(&error, CommandError::NumberOutOfRange { field: found, .. } if *found == field),
            "{error}"
        );
    }
}

#[test]
fn quick_mode_asks_the_ten_quick_questions_and_keeps_the_other_answers() {
    let assessment = after([
        set("M4", entry(Answer::Level(1))),
        Command::SetMode(Mode::Quick),
    ]);
    let asked: Vec<&str> = assessment
        .asked(model())
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(
        asked,
        ["M1", "M2", "L1", "L3", "I1", "I3", "D1", "D3", "T1", "T5"]
    );
    assert!(assessment.entries.contains_key("M4"));
    let full = assessment
        .apply(model(), Command::SetMode(Mode::Full))
        .unwrap();
    // The shape is asked where there is a boundary.
    let ids: Vec<&str> = full.asked(model()).map(|one| one.id.as_str()).collect();
    assert!(ids.len() == 33 && !ids.contains(&"L7"));
    let surveyed = Assessment {
        boundary: Some(record()),
        ..full.clone()
    };
    assert_eq!(surveyed.asked(model()).count(), 34);
    let mut typed = full;
    typed
        .entries
        .insert("L7".to_owned(), entry(Answer::Number(0.5)));
    assert_eq!(typed.asked(model()).count(), 34, "what was answered stays");
}

#[test]
fn profile_problems_are_all_named_and_none_is_refused() {
    let date = |text: &str| Date::parse_iso(text);
    let profile = Profile {
        declared_area_ha: Some(40.0),
        industrial_land_ha: Some(45.0),
        leased_land_ha: Some(50.0),
        established: date("2020-05-01"),
        assessed: date("2019-12-31"),
        facts: LegalFacts {
            services_share: Some(120.0),
            ..LegalFacts::default()
        },
        ..Profile::default()
    };
    assert_eq!(
        profile.problems(),
        [
            ProfileProblem::IndustrialAboveDeclared {
                industrial: 45.0,
                declared: 40.0
            },
            ProfileProblem::LeasedAboveIndustrial {
                leased: 50.0,
                industrial: 45.0
            },
            ProfileProblem::AssessedBeforeEstablished {
                established: date("2020-05-01").unwrap(),
                assessed: date("2019-12-31").unwrap()
            },
            ProfileProblem::ShareOutOfRange {
                share: Share::Services,
                value: 120.0
            },
        ]
    );
    let set = Command::SetProfile(Box::new(profile.clone()));
    assert_eq!(after([set]).profile, profile);
}

#[test]
fn area_typed_in_square_metres_is_a_problem_and_an_empty_profile_has_none() {
    assert_eq!(Profile::default().problems(), []);
    let profile = Profile {
        declared_area_ha: Some(500_000.0),
        leased_land_ha: Some(0.0),
        ..Profile::default()
    };
    assert_eq!(
        profile.problems(),
        [ProfileProblem::AreaOutOfRange {
            area: Area::Declared,
            value: 500_000.0,
            max: 750.0
        }]
    );
}

#[test]
fn profile_number_that_no_file_can_hold_is_refused() {
    let profile = Profile {
        declared_area_ha: Some(f64::NAN),
        ..Profile::default()
    };
    let refused = Assessment::default().apply(model(), Command::SetProfile(Box::new(profile)));
    assert!(matches!(
        refused,
        Err(CommandError::NumberOutOfRange {
            field: NumberField::DeclaredArea,
            ..
        })
    ));
}

#[test]
fn corners_taken_on_site_are_kept_unless_no_file_can_hold_them() {
    let fix = |lat: f64, accuracy_m: f64| Fix {
        place: [105.8, lat],
        accuracy_m,
    };
    let set = |walk: Vec<Fix>| Assessment::default().apply(model(), Command::SetWalk(walk));
    let walk = vec![fix(21.0, 4.5), fix(21.1, 3.0)];
    assert_eq!(set(walk.clone()).unwrap().walk, walk);
    assert_eq!(
        set(vec![fix(21.0, 4.5); 2_001]),
        Err(CommandError::TooManyCorners {
            corners: 2_001,
            limit: 2_000
        })
    );
    for (field, walk) in [
        (NumberField::Latitude, fix(90.5, 4.0)),
        (NumberField::CornerAccuracy, fix(21.0, f64::NAN)),
    ] {
        let error = set(vec![walk]).unwrap_err();
        assert!(
            matches!(&error, CommandError::NumberOutOfRange { field: found, .. } if *found == field),
            "{error}"
        );
    }
}

#[test]
fn what_a_figure_was_made_of_goes_with_the_figure() {
    let made = Made {
        way: Way::Bracket,
        figures: [5.0, 10.0],
        from_profile: [false; 2],
    };
    let chosen = Entry {
        made: Some(made),
        ..entry(Answer::Number(7.5))
    };
    let given = |entry: Entry| {
        let command = Command::SetEntry {
            indicator: "D1".to_owned(),
            entry: Some(entry),
        };
        Assessment::default().apply(model(), command).unwrap()
    };
    assert_eq!(given(chosen.clone()).entries["D1"].made, Some(made));
    let unknown = Entry {
        answer: Some(Answer::Unknown),
        ..chosen.clone()
    };
    assert_eq!(given(unknown).entries["D1"].made, None);
    // What else was said stays without an answer.
    let only_said = Entry {
        also: vec!["land".to_owned()],
        ..Entry::default()
    };
    assert_eq!(given(only_said.clone()).entries["D1"], only_said);
}
