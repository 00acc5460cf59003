//! A file parsed for its answers alone says what a file that is opened says, whole or damaged.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the suite of the score uses more of it")]
mod generate;

use cluster_ready_core::assessment::{Answer, Assessment, Entry};
use std::collections::BTreeMap;

use cluster_ready_core::assessment::file::{
    FILE_BYTES, Meta, Parsed, draft, made_with, read, read_answers, write,
};
use cluster_ready_core::json::{DEPTH_LIMIT, canonical_number};
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::score::score;
use proptest::prelude::*;
use serde_json::{Value, json};

fn model() -> &'static Model {
    model::bundled().unwrap()
}

fn save(assessment: &Assessment) -> String {
    let score = score(model(), &assessment.entries);
    let legal = json!([{"check": "area", "outcome": "met"}]);
    write(model(), assessment, &score, &legal, &Meta::default())
}

/// Without what the notes say.
fn answered(entries: BTreeMap<String, Entry>) -> BTreeMap<String, Answer> {
    let answers = entries
        .into_iter()
        .map(|(id, entry)| Some((id, entry.answer?)));
    answers.flatten().collect()
}

/// Whether all ways give the same, and whether that was answers.
fn agreed(text: &str) -> bool {
    let parsed = Parsed::of(text);
    assert_eq!(
        parsed
            .as_ref()
            .map_err(Clone::clone)
            .and_then(Parsed::made_with),
        made_with(text)
    );
    let answers = parsed.and_then(|parsed| parsed.answers(model()));
    let expected = read_answers(text, model());
    assert_eq!(answers, expected);
    let brief = Parsed::brief(text);
    assert_eq!(
        brief
            .as_ref()
            .map_err(Clone::clone)
            .and_then(Parsed::made_with),
        made_with(text)
    );
    assert_eq!(
        brief
            .and_then(|parsed| parsed.answers(model()))
            .map(answered),
        expected.clone().map(answered)
    );
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    if value.get("format").is_some() {
        let opened = read(text, model()).map(|opened| opened.assessment.entries);
        assert_eq!(answers, opened);
    }
    answers.is_ok()
}

/// What may stand in place of a value, well formed or not.
const VALUES: [&str; 21] = [
    "null",
    "true",
    "{}",
    "[]",
    "0",
    "-0",
    "2.0",
    "1e400",
    "-1e-400",
    "18446744073709551616",
    "01",
    "\"\"",
    r#""\ud83d\ude00""#,
    r#""\ud83d""#,
    "\"\t\"",
    r#"{"level":1,"level":2}"#,
    r#"{"le\u0076el":1}"#,
    r#"{"note":"x","note":null,"origin":7,"origin":"records"}"#,
    r#"{"note":"x","note":7}"#,
    r#"{"bracket":[1,2],"also":["a",3]}"#,
    "{\"a\":}",
];

/// Ways to all values of a document.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                places(value, &format!("{place}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                places(value, &format!("{place}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn with(file: &Value, place: &str, text: &str) -> String {
    let mut file = file.clone();
    *file.pointer_mut(place).unwrap() = "\u{1}here".into();
    file.to_string().replace(r#""\u0001here""#, text)
}

#[test]
fn every_value_of_a_file_may_be_another_one() {
    let text = include_str!("../../packaging/kit/results/2-go-sen.cluster-ready.json");
    assert!(agreed(text));
    let file: Value = serde_json::from_str(text).unwrap();
    let mut all = Vec::new();
    places(&file, "", &mut all);
    let (mut opened, mut refused) = (0, 0);
    // Four of the values at each place, so that each comes at every kind of place.
    let mut values = VALUES.iter().cycle();
    for place in &all {
        for value in values.by_ref().take(4) {
            if agreed(&with(&file, place, value)) {
                opened += 1;
            } else {
                refused += 1;
            }
        }
    }
    assert!(
        opened > all.len() / 2 && refused > all.len() / 2,
        "{opened} {refused}"
    );
}

#[test]
fn nesting_is_counted_alike_in_what_is_kept_and_what_is_not() {
    let file: Value = serde_json::from_str(&save(&Assessment::default())).unwrap();
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    for place in ["/results", "/results/counts", "/legal", "/tool/name"] {
        // The file itself and the objects on the way are nested too.
        let before = place.matches('/').count();
        let deepest = DEPTH_LIMIT - before;
        assert_eq!(
            agreed(&with(&file, place, &nested(deepest))),
            place != "/results"
        );
        assert!(!agreed(&with(&file, place, &nested(deepest + 1))));
        assert!(!agreed(&with(&file, place, &"[".repeat(deepest + 1))));
    }
    assert!(!agreed(&format!("[{}]", nested(DEPTH_LIMIT - 1))));
}

#[test]
fn what_is_no_file_is_refused_alike() {
    for text in [
        "",
        "{}",
        "[]",
        "null",
        "\"answers\"",
        "{\"answers\":{}}x",
        "{\"answers\":{}} {}",
        "{\"answers\":{}",
        "{\"answers\":{},}",
        "\u{feff}\u{feff}{\"answers\":{}}",
        "{\"answers\":{}, \"results\": 1e400}",
    ] {
        assert!(!agreed(text), "{text:?}");
    }
    for text in [
        "{\"answers\":{}}",
        "\u{feff} {\"answers\":{}}\r\n",
        "{\"answers\":1,\"answers\":{}}",
    ] {
        assert!(agreed(text), "{text:?}");
    }
    let spaces = " ".repeat(FILE_BYTES - 14);
    assert!(agreed(&format!("{{\"answers\":{{}}}}{spaces}")));
    assert!(!agreed(&format!("{{\"answers\":{{}}}}{spaces} ")));
}

#[test]
fn a_note_is_measured_in_characters() {
    let limit = 10_000;
    for letter in ["x", "ớ"] {
        for key in ["note", "evidence"] {
            let with = |count: usize| {
                json!({"answers": {}, "notes": {"M2": {key: letter.repeat(count)}}}).to_string()
            };
            assert!(agreed(&with(limit)));
            assert!(!agreed(&with(limit + 1)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn files_and_drafts_give_the_same_answers(assessment in generate::assessment()) {
        prop_assert!(agreed(&save(&assessment)));
        prop_assert!(agreed(&draft(model(), &assessment, &Meta::default(), canonical_number)));
    }

    #[test]
    fn damaged_files_give_the_same_error(
        assessment in generate::assessment(),
        place in any::<prop::sample::Index>(),
        value in prop::sample::select(&VALUES[..]),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let file: Value = serde_json::from_str(&save(&assessment)).unwrap();
        let mut all = Vec::new();
        places(&file, "", &mut all);
        agreed(&with(&file, &all[place.index(all.len())], value));
        let mut bytes = file.to_string().into_bytes();
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        agreed(&String::from_utf8_lossy(&bytes));
    }
}
