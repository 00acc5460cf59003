//! Files and drafts of an earlier version of the model: opened and verified with it, and carried over to the present one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use cluster_ready_core::assessment::file::{
    Meta, Opened, boundary, draft, glance, made_with, read, write,
};
use cluster_ready_core::assessment::{
    Answer, Assessment, Entry, ItemState, MadeWith, asks_the_same,
};
use cluster_ready_core::json::canonical_number;
use cluster_ready_core::law;
use cluster_ready_core::model::{self, Indicator, Model, Subject};
use cluster_ready_core::score::score;
use cluster_ready_core::verify::verify;
use serde_json::{Value, json};

const FILE: &str = include_str!("../../tests/data/results/model-1.0.0.cluster-ready.json");
const DRAFT: &str = include_str!("../../tests/data/results/model-1.0.0.draft.json");
/// What the two versions do not ask alike.
const ANEW: [&str; 5] = ["M1", "M3", "M5", "I1", "I4"];
/// Of a firm: each measures something that it did not say before.
const FIRM_ANEW: [&str; 2] = ["D7", "T2"];

fn present() -> &'static Model {
    model::bundled().unwrap()
}

fn first() -> &'static Model {
    let versions = model::versions().unwrap();
    let one = |one: &&Model| one.version == "1.0.0" && one.id == present().id;
    versions.into_iter().find(one).unwrap()
}

fn opened(text: &str) -> Opened {
    let opened = read(text, first()).unwrap();
    assert_eq!(opened.warnings, []);
    opened
}

fn carried(text: &str) -> Assessment {
    opened(text).assessment.carried(first(), present())
}

#[test]
fn file_and_draft_say_which_model_they_were_made_with() {
    for text in [FILE, DRAFT] {
        let made_with = made_with(text).unwrap().unwrap();
        assert_eq!(made_with, MadeWith::of(first()));
        assert_eq!(model::earlier(&made_with.hash).unwrap().version, "1.0.0");
    }
    assert_eq!(made_with(r#"{"answers": {}}"#), Ok(None));
    assert!(made_with("{}").is_err());
    assert!(model::earlier(&present().hash).is_none());
}

#[test]
fn list_looks_at_a_draft_of_any_version_without_its_questions() {
    let seen = glance(DRAFT).unwrap();
    let whole = opened(DRAFT).assessment;
    assert_eq!(seen.made_with, MadeWith::of(first()));
    assert_eq!((&seen.profile, seen.mode), (&whole.profile, whole.mode));
    assert_eq!(seen.example, whole.example);
    let answered = whole
        .entries
        .iter()
        .filter(|(_, entry)| entry.answer.is_some());
    let mut ids: Vec<&String> = answered.map(|(id, _)| id).collect();
    let mut found: Vec<&String> = seen.settled.iter().collect();
    ids.sort();
    found.sort();
    assert_eq!(found, ids);
    assert!(glance(r#"{"answers": {}}"#).is_err());
    let held = boundary(DRAFT).unwrap().unwrap();
    assert_eq!(
        (held.format.as_str(), held.given.positions().count()),
        ("shapefile", 12)
    );
    assert!(boundary(r#"{"type": "Polygon", "coordinates": []}"#).is_err());
}

#[test]
fn file_opens_to_its_own_result_and_is_what_it_says() {
    let file = opened(FILE);
    let score = score(first(), &file.assessment.entries);
    let stored = file.stored.unwrap();
    assert_eq!(stored.differences(first(), &file.assessment.entries), []);
    assert_eq!(score.level, Some(3));
    assert_eq!(
        verify(FILE, first(), law::bundled().unwrap()),
        Ok(Vec::new())
    );
    assert!(read(FILE, present()).is_err(), "steps are no checklists");
}

#[test]
fn carried_over_only_what_is_asked_in_another_way_is_open() {
    let before = opened(FILE).assessment;
    let after = carried(FILE);
    let open: Vec<&str> = present()
        .indicators
        .iter()
        .filter(|one| {
            after
                .entries
                .get(&one.id)
                .is_none_or(|entry| entry.answer.is_none())
        })
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(open, ANEW);
    for (id, entry) in &after.entries {
        let was = &before.entries[id];
        assert_eq!((&entry.note, &entry.evidence), (&was.note, &was.evidence));
        assert_eq!(entry.origin, was.origin);
        if !ANEW.contains(&id.as_str()) {
            assert_eq!(entry, was);
        }
    }
    assert_eq!(after.entries["M1"].note, "Ban quản lý có ba người.");
    assert!(!after.entries.contains_key("M5"), "nothing was noted there");
    assert_eq!(
        (&after.profile, &after.boundary),
        (&before.profile, &before.boundary)
    );
}

#[test]
fn earlier_result_stands_beside_the_new_one_and_comes_out_as_it_was() {
    let mut after = carried(FILE);
    let stored = opened(FILE).stored.unwrap();
    let earlier = after.earlier.clone().unwrap();
    assert_eq!(earlier.made_with, MadeWith::of(first()));
    let was = score(first(), &earlier.entries);
    assert_eq!(was.overall.central, stored.overall());
    assert_eq!(was.level, stored.level());
    assert_eq!(earlier.entries["M1"].answer, Some(Answer::Level(3)));

    // With checklists worth as many points as the steps were, it is the same result.
    let done = |done: usize, partly: usize, items: usize| {
        let states = (0..items).map(|item| match item {
            item if item < done => ItemState::Done,
            item if item < done + partly => ItemState::Partly,
            _ => ItemState::No,
        });
        Some(Answer::Checklist(states.collect()))
    };
    for (id, answer) in [
        ("M1", done(4, 1, 6)),
        ("M3", done(3, 0, 4)),
        ("M5", done(4, 1, 6)),
        ("I1", earlier.entries["I1"].answer.clone()),
        ("I4", earlier.entries["I4"].answer.clone()),
    ] {
        after.entries.entry(id.to_owned()).or_default().answer = answer;
    }
    let now = score(present(), &after.entries);
    assert!((now.overall.central.unwrap() - stored.overall().unwrap()).abs() < 1e-9);
    assert_eq!(after.earlier, Some(earlier));
}

#[test]
fn carried_over_it_is_saved_opened_and_verified_with_what_was_before() {
    let (model, rules) = (present(), law::bundled().unwrap());
    for text in [FILE, DRAFT] {
        let after = carried(text);
        let kept = draft(model, &after, &Meta::default(), canonical_number);
        assert_eq!(read(&kept, model).unwrap().assessment, after);
        let verdicts = law::judge(rules, &law::Input::of(&after));
        let meta = Meta {
            rules: rules.set_ids(),
            ..Meta::default()
        };
        let legal = law::record(rules, &verdicts);
        let saved = write(model, &after, &score(model, &after.entries), &legal, &meta);
        assert_eq!(read(&saved, model).unwrap().assessment, after);
        assert_eq!(verify(&saved, model, rules), Ok(Vec::new()));
        let forged = saved.replacen("\"earlier\": {", "\"earlier\": {\n  \"result\": 99,", 1);
        let differences = verify(&forged, model, rules).unwrap();
        assert_eq!(differences[0].path, "earlier.result");
    }
}

#[test]
fn notes_to_a_question_that_is_asked_no_more_are_not_lost() {
    let mut file: Value = serde_json::from_str(include_str!("../../data/model.json")).unwrap();
    let indicators = file["indicators"].as_array_mut().unwrap();
    indicators.retain(|one| one["id"] != "M1");
    let shorter = Model::parse(&file.to_string()).unwrap();
    let after = opened(FILE).assessment.carried(first(), &shorter);
    assert!(!after.entries.contains_key("M1"));
    assert_eq!(
        after.earlier.unwrap().entries["M1"].note,
        "Ban quản lý có ba người."
    );
}

#[test]
fn unknown_stays_unknown_where_the_question_is_the_same_and_a_reason_has_to_be_allowed() {
    let entry = |answer| Entry {
        answer: Some(answer),
        ..Entry::default()
    };
    let reason = Answer::NotApplicable("only if the cluster has no tenant yet".to_owned());
    let before = Assessment {
        entries: [
            ("M1", Answer::Unknown),
            ("M2", Answer::Unknown),
            ("M5", reason),
            (
                "M6",
                Answer::NotApplicable("before the first lease".to_owned()),
            ),
        ]
        .into_iter()
        .map(|(id, answer)| (id.to_owned(), entry(answer)))
        .collect(),
        stays: true,
        ..Assessment::default()
    };
    let after = before.carried(first(), present());
    let ids: Vec<&String> = after.entries.keys().collect();
    assert_eq!(ids, ["M2", "M6"]);
    assert!(!after.stays);
    assert_eq!(after.earlier.unwrap().entries, before.entries);
}

/// A model with one text of one question in other words.
fn reworded(id: &str, change: impl Fn(&mut Value)) -> Model {
    let mut file: Value = serde_json::from_str(include_str!("../../data/model.json")).unwrap();
    let indicators = file["indicators"].as_array_mut().unwrap();
    change(indicators.iter_mut().find(|one| one["id"] == id).unwrap());
    Model::parse(&file.to_string()).unwrap()
}

#[test]
fn question_is_the_same_while_what_is_chosen_or_the_unit_reads_as_before() {
    let same = |id: &str, change: &dyn Fn(&mut Value)| {
        let other = reworded(id, change);
        asks_the_same(
            present().indicator(id).unwrap(),
            other.indicator(id).unwrap(),
        )
    };
    assert!(same("M2", &|one| one["question"]["vi"] =
        json!("Cụm liên kết với ai?")));
    assert!(same("M2", &|one| one["hint"] =
        json!({"vi": "Gợi ý.", "en": "Hint."})));
    assert!(same(
        "M2",
        &|one| one["answer"]["options"][1]["text"]["vi"] = json!("Lời khác.")
    ));
    assert!(same("M2", &|one| one["answer"]["options"][1]["score"] =
        json!(30)));
    assert!(!same("M2", &|one| {
        one["answer"]["options"][1]["text"] = json!({"vi": "Lời khác.", "en": "Other words."});
    }));
    assert!(!same("M1", &|one| {
        one["answer"]["items"].as_array_mut().unwrap().pop();
    }));
    assert!(!same("I5", &|one| {
        one["answer"]["options"][0] = json!({"vi": "Lời khác.", "en": "Other words."});
    }));
    assert!(same("M6", &|one| one["answer"]["curve"][1][1] = json!(5)));
    assert!(!same("M6", &|one| one["answer"]["unit"] =
        json!({"vi": "ha", "en": "ha"})));
    assert!(!same("L6", &|one| {
        one["answer"]["parts"][0]["name"] = json!({"vi": "Ga", "en": "Station"});
    }));
}

#[test]
fn versions_differ_in_nothing_but_what_was_meant_to() {
    let differing: Vec<&str> = first()
        .indicators
        .iter()
        .filter(|one| !asks_the_same(one, present().indicator(&one.id).unwrap()))
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(differing, ANEW);
    assert_eq!(first().indicators.len(), present().indicators.len());
    let [now, then] = ["1.1.0", "1.0.0"].map(|version| {
        let of_firms = |one: &&Model| one.subject == Subject::Firm && one.version == version;
        let versions = model::versions().unwrap();
        versions.into_iter().find(of_firms).unwrap()
    });
    let other = |one: &&Indicator| !asks_the_same(one, now.indicator(&one.id).unwrap());
    let anew = then.indicators.iter().filter(other);
    let anew: Vec<&str> = anew.map(|one| one.id.as_str()).collect();
    assert_eq!(anew, FIRM_ANEW);
}
