//! The bundled model, and what is said of a broken one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

mod broken_model;

use broken_model::rule;
use cluster_ready_core::assessment::Made;
use cluster_ready_core::json::{FaultKind, TextError};
use cluster_ready_core::law;
use cluster_ready_core::model::{
    self, AnswerKind, BoundaryFigure, BrokenRule, CurveError, Ground, Locale, MODEL_BYTES, Model,
    ModelError, Whole, canonical,
};
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../../data/model.json");

fn broken(change: impl Fn(&mut Value)) -> ModelError {
    broken_model::broken(BUNDLED, change)
}

/// Index of the indicator with this id.
fn at(id: &str) -> usize {
    model::bundled().unwrap().position(id).unwrap()
}

#[test]
fn bundled_model_is_whole() {
    let model = model::bundled().unwrap();
    assert_eq!(model.indicators.len(), 34);
    assert_eq!(model.dimensions.len(), 5);
    assert_eq!(model.levels.len(), 5);
    assert_eq!(model.indicators.iter().filter(|one| one.quick).count(), 10);
    assert_eq!(model.hash.len(), 64);
    assert_eq!(model.indicator("T7").unwrap().dimension, 4);
}

#[test]
fn derived_answers_say_what_the_boundary_gives() {
    use BoundaryFigure::{Compactness, Institute, University};
    let given = |model: &Model| -> Vec<_> {
        let one = |one: &model::Indicator| Some((one.id.clone(), one.boundary_figure()?));
        model.indicators.iter().filter_map(one).collect()
    };
    let all = [("L1", University), ("L2", Institute), ("L7", Compactness)]
        .map(|(id, figure)| (id.to_owned(), figure));
    assert_eq!(given(model::bundled().unwrap()), all);
    // The first version does not say it, and a page's own model may not.
    let first = include_str!("../../data/model-1.0.0.json");
    assert_eq!(given(&Model::parse(first).unwrap()), all);
    let mut own: Value = serde_json::from_str(first).unwrap();
    let answers = own["indicators"].as_array().unwrap().iter();
    assert_eq!(
        answers
            .filter(|one| !one["answer"]["from"].is_null())
            .count(),
        0
    );
    own["indicators"][at("L7")]["id"] = "form".into();
    let own = Model::parse(&own.to_string()).unwrap();
    assert_eq!(given(&own), all[..2]);
    let typed = &own.indicator("form").unwrap().answer;
    assert!(matches!(typed, AnswerKind::Number(_)));
}

#[test]
fn an_unknown_figure_of_the_boundary_is_named_with_its_place() {
    let error = broken(|file| file["indicators"][at("L2")]["answer"]["from"] = "airport".into());
    let path = format!("indicators[{}].answer.from", at("L2"));
    assert_eq!(error.path(), Some(path.as_str()));
    assert!(error.to_string().contains("airport"), "{error}");
}

#[test]
fn a_figure_to_compare_with_is_that_of_the_rules_and_of_the_basis() {
    let rules = law::bundled().unwrap();
    let set = |id: &str| rules.sets.iter().find(|set| set.id == id).unwrap();
    let expansion = |id| set(id).expansion.as_ref().unwrap().min_occupancy;
    let types = set("R2026").types.as_ref().unwrap();
    let model = model::bundled().unwrap();
    let compared: Vec<_> = model
        .indicators
        .iter()
        .filter_map(|one| Some((one, one.compare.as_ref()?)))
        .collect();
    assert_eq!(compared.len(), 5);
    for (one, compare) in compared {
        let figures = match one.id.as_str() {
            "M6" => vec![expansion("R2024"), expansion("R2026")],
            "I1" => vec![types.specialised.unwrap()],
            "I3" => vec![types.high_tech.unwrap()],
            "L5" => vec![29.0],
            "T4" => vec![82.0],
            other => panic!("{other}"),
        };
        assert!(matches!(one.answer, AnswerKind::Number(_)), "{}", one.id);
        for figure in figures {
            let figure = format!("{figure}%");
            for text in [
                compare.get(Locale::Vi),
                compare.get(Locale::En),
                one.basis.get(Locale::Vi),
            ] {
                assert!(text.contains(&figure), "{} {figure}: {text}", one.id);
            }
        }
    }
    let firm = model::bundled_for_firms().unwrap();
    let of = |model: &Model| model.indicator("L5").unwrap().compare.clone();
    assert_eq!(of(firm), of(model));
}

/// Ids of the questions with what they say of it.
fn said<T>(model: &Model, of: impl Fn(&model::Indicator) -> Option<T>) -> Vec<(&str, T)> {
    let indicators = model.indicators.iter();
    indicators
        .filter_map(|one| Some((&*one.id, of(one)?)))
        .collect()
}

#[test]
fn what_was_said_by_a_unit_or_a_reason_is_said_by_a_word_and_means_the_same() {
    let share_of = |one: &model::Indicator| one.figure()?.share_of;
    let at_most = |one: &model::Indicator| one.not_applicable.as_ref()?.tenants_at_most;
    for (now, before) in [
        (
            model::bundled(),
            include_str!("../../data/model-1.0.0.json"),
        ),
        (
            model::bundled_for_firms(),
            include_str!("../../data/model-firm-1.0.0.json"),
        ),
    ] {
        let (now, before) = (now.unwrap(), Model::parse(before).unwrap());
        assert_eq!(said(now, share_of), said(&before, share_of));
        assert_eq!(said(now, at_most), said(&before, at_most));
    }
    let model = model::bundled().unwrap();
    let tenants = ["I2", "D1", "D6", "D7", "T2", "T4", "T6", "T7"].map(|id| (id, Whole::Tenants));
    assert_eq!(said(model, share_of), tenants);
    assert_eq!(
        said(model, at_most),
        [("M5", 0), ("I1", 2), ("I2", 2), ("I3", 2)]
    );
    let firm = model::bundled_for_firms().unwrap();
    assert_eq!(
        said(firm, share_of),
        ["L5", "D6"].map(|id| (id, Whole::Workers))
    );
}

#[test]
fn a_share_of_something_unknown_and_a_number_of_firms_that_is_none_are_named_with_their_place() {
    let at = |id| format!("indicators[{}]", at(id));
    let error =
        broken(|file| file["indicators"][self::at("T6")]["answer"]["share_of"] = "trees".into());
    assert_eq!(error.path(), Some(&*(at("T6") + ".answer.share_of")));
    let error = broken(|file| {
        file["indicators"][self::at("I2")]["not_applicable"]["tenants_at_most"] = (-1).into()
    });
    assert_eq!(
        error.path(),
        Some(&*(at("I2") + ".not_applicable.tenants_at_most"))
    );
    let error = broken(|file| file["indicators"][self::at("M6")]["compare"] = "50%".into());
    assert_eq!(error.path(), Some(&*(at("M6") + ".compare")));
}

#[test]
fn every_indicator_of_the_present_models_says_what_it_rests_on() {
    for model in [model::bundled(), model::bundled_for_firms()] {
        let model = model.unwrap();
        assert_eq!(model.version, "1.1.0");
        assert!(model.indicators.iter().all(|one| !one.rests_on.is_empty()));
    }
    let rests_on = |id: &str| &model::bundled().unwrap().indicator(id).unwrap().rests_on[..];
    assert_eq!(rests_on("M3"), [Ground::Law, Ground::Anchor]);
    assert_eq!(rests_on("L7"), [Ground::Geometry]);
}

/// Files made with them say these hashes.
#[test]
fn files_of_the_first_models_are_as_they_were() {
    for (text, hash) in [
        (
            include_str!("../../data/model-1.0.0.json"),
            "4d916845e65abf3d119c6d0b9fd57b7e9fe0df2e541af371552c6dd67614ffec",
        ),
        (
            include_str!("../../data/model-firm-1.0.0.json"),
            "11c5cee25bb365bbefd8e3a12792202c746ecb028d2e5bdd48847f0da1cc1132",
        ),
    ] {
        let model = Model::parse(text).unwrap();
        assert_eq!(
            (model.version.as_str(), model.hash.as_str()),
            ("1.0.0", hash)
        );
        assert!(model.indicators.iter().all(|one| one.rests_on.is_empty()));
    }
}

#[test]
fn file_larger_than_any_model_is_refused_unread() {
    let large = " ".repeat(MODEL_BYTES + 1);
    assert_eq!(
        Model::parse(&large),
        Err(ModelError::Text(TextError::TooLarge {
            bytes: MODEL_BYTES + 1,
            limit: MODEL_BYTES
        }))
    );
}

#[test]
fn hash_is_that_of_the_canonical_file_whatever_its_layout() {
    let file: Value = serde_json::from_str(BUNDLED).unwrap();
    let compact = Model::parse(&file.to_string()).unwrap();
    let model = model::bundled().unwrap();
    assert_eq!(compact.hash, model.hash);
    assert_eq!(
        canonical::sha256_hex(&canonical::canonical(&file)),
        model.hash
    );
}

#[test]
fn value_just_below_a_step_by_rounding_has_reached_it() {
    let model = model::bundled().unwrap();
    for (value, level) in [
        (0.0, 1),
        (19.99, 1),
        (20.0 - 1e-10, 2),
        (40.0, 3),
        (79.999, 4),
        (80.0, 5),
        (100.0, 5),
    ] {
        assert_eq!(model.level_of(value), level, "{value}");
    }
}

#[test]
fn every_level_has_its_sentence_and_a_file_without_them_is_whole() {
    let model = model::bundled().unwrap();
    assert!(model.levels.iter().all(|level| level.summary.is_some()));
    let mut file: Value = serde_json::from_str(BUNDLED).unwrap();
    for level in file["levels"].as_array_mut().unwrap() {
        level.as_object_mut().unwrap().remove("summary");
    }
    let without = Model::parse(&file.to_string()).unwrap();
    assert!(without.levels.iter().all(|level| level.summary.is_none()));
    assert_ne!(without.hash, model.hash);
}

#[test]
fn syntax_error_has_its_line_and_column() {
    assert_eq!(
        Model::parse("{\n \"id\": \"x\"\n \"version\""),
        Err(ModelError::Text(TextError::NotJson { line: 3, column: 2 }))
    );
}

#[test]
fn missing_and_mistyped_fields_are_named_with_their_path() {
    let error = broken(|file| {
        file["indicators"][3]["hint"]["en"] = Value::Null;
    });
    assert_eq!(error.path(), Some("indicators[3].hint.en"));
    let error = broken(|file| {
        file["indicators"][3].as_object_mut().unwrap().remove("who");
    });
    let ModelError::Shape(fault) = &error else {
        panic!("{error}");
    };
    assert_eq!(
        (fault.path.as_str(), &fault.kind),
        ("indicators[3].who", &FaultKind::Missing)
    );
    let error = broken(|file| file["levels"][2]["name"]["vi"] = json!("  "));
    assert_eq!(error.path(), Some("levels[2].name.vi"));
    let error = broken(|file| file["levels"][2]["summary"] = json!({ "vi": "Một câu." }));
    assert_eq!(error.path(), Some("levels[2].summary.en"));
    let error = broken(|file| file["indicators"][2]["rests_on"][1] = json!("hope"));
    assert_eq!(error.path(), Some("indicators[2].rests_on[1]"));
    let error = broken(|file| file["indicators"][2]["rests_on"] = json!([]));
    assert_eq!(error.path(), Some("indicators[2].rests_on"));
    let error = broken(|file| file["indicators"][0]["class"] = json!("Z"));
    assert_eq!(error.path(), Some("indicators[0].class"));
    assert_eq!(
        error.to_string(),
        "indicators[0].class: \"Z\" is not one of the words allowed here"
    );
}

#[test]
fn broken_rules_are_named_with_their_path() {
    let m6 = at("M6");
    assert_eq!(
        broken(|file| file["indicators"][m6]["answer"]["curve"][2][1] = json!(40)),
        rule(
            &format!("indicators[{m6}].answer.curve[2]"),
            CurveError::NotMonotone { index: 2 }.into()
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][m6]["answer"]["max"] = json!(0)),
        rule(
            &format!("indicators[{m6}].answer"),
            BrokenRule::Bounds { min: 0.0, max: 0.0 }
        )
    );
    assert_eq!(
        broken(|file| file["dimensions"][1]["weight"] = json!(0.25)),
        rule("dimensions", BrokenRule::WeightSum { sum: 1.05 })
    );
    assert_eq!(
        broken(|file| file["dimensions"][1]["weight"] = json!(-0.2)),
        rule("dimensions[1].weight", BrokenRule::Weight { value: -0.2 })
    );
    assert_eq!(
        broken(|file| file["weight_classes"]["S"] = json!(0)),
        rule("weight_classes.S", BrokenRule::Weight { value: 0.0 })
    );
    assert_eq!(
        broken(|file| file["indicators"][5]["id"] = json!("M1")),
        rule(
            "indicators[5].id",
            BrokenRule::DuplicateId {
                id: "M1".to_owned()
            }
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][5]["dimension"] = json!("weather")),
        rule(
            "indicators[5].dimension",
            BrokenRule::UnknownDimension {
                id: "weather".to_owned()
            }
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][1]["answer"]["options"][1]["score"] = json!(60)),
        rule("indicators[1].answer.options", BrokenRule::Scores)
    );
    let i5 = at("I5");
    assert_eq!(
        broken(|file| {
            let options = &mut file["indicators"][i5]["answer"]["options"];
            options.as_array_mut().unwrap().pop();
        }),
        rule(
            &format!("indicators[{i5}].answer.score_by_count"),
            BrokenRule::ScoreCount {
                found: 9,
                options: 7
            }
        )
    );
    let l6 = at("L6");
    assert_eq!(
        broken(|file| file["indicators"][l6]["answer"]["parts"][0]["weight"] = json!(0.5)),
        rule(
            &format!("indicators[{l6}].answer.parts"),
            BrokenRule::WeightSum { sum: 0.9 }
        )
    );
    assert_eq!(
        broken(|file| file["levels"][2]["from"] = json!(20)),
        rule("levels[2]", BrokenRule::LevelOrder)
    );
    assert_eq!(
        broken(|file| file["indicators"].as_array_mut().unwrap().truncate(20)),
        rule("dimensions[3]", BrokenRule::EmptyDimension)
    );
    assert_eq!(
        broken(|file| file["format"] = json!("cluster-ready-result")),
        rule(
            "format",
            BrokenRule::Format {
                found: "cluster-ready-result".to_owned()
            }
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][0]["effort"] = json!(0)),
        rule("indicators[0].effort", BrokenRule::Effort { found: 0 })
    );
}

/// A change of the answer of one question, and what is said of it.
fn broken_answer(id: &str, change: impl Fn(&mut Value)) -> ModelError {
    let index = at(id);
    broken(|file| change(&mut file["indicators"][index]["answer"]))
}

#[test]
fn aids_of_a_figure_that_break_a_rule_are_named_with_their_path() {
    let path = |id: &str, place: &str| format!("indicators[{}].answer.{place}", at(id));
    let edges = BrokenRule::Brackets {
        min: 0.0,
        max: 100.0,
    };
    for (given, place) in [
        (json!([0, 100]), "brackets"),
        (json!([5, 10, 100]), "brackets[0]"),
        (json!([0, 10, 10, 100]), "brackets[2]"),
        (json!([0, 10, 120]), "brackets[2]"),
    ] {
        assert_eq!(
            broken_answer("D1", |answer| answer["brackets"] = given.clone()),
            rule(&path("D1", place), edges.clone())
        );
    }
    for (given, place) in [
        (json!([]), "brackets"),
        (json!([0, "5", 10]), "brackets[1]"),
        (json!(5), "brackets"),
    ] {
        let error = broken_answer("D1", |answer| answer["brackets"] = given.clone());
        assert_eq!(error.path(), Some(&*path("D1", place)));
    }
    assert_eq!(
        broken_answer("D2", |answer| answer["division"]["times"] = json!(0)),
        rule(
            &path("D2", "division.times"),
            BrokenRule::Times { value: 0.0 }
        )
    );
    type Change = fn(&mut Value);
    let changes: [(&str, &str, Change); 9] = [
        ("D2", "division.whole.known", |a| {
            a["division"]["whole"]["known"] = json!("rainfall")
        }),
        ("D2", "division.part.name.en", |a| {
            a["division"]["part"]["name"]["en"] = json!(" ")
        }),
        ("D2", "division.part.count", |a| {
            a["division"]["part"]["count"] = json!(1)
        }),
        ("D2", "division.whole", |a| {
            a["division"].as_object_mut().unwrap().remove("whole");
        }),
        ("M6", "division.part.unit", |a| {
            a["division"]["part"]
                .as_object_mut()
                .unwrap()
                .remove("unit");
        }),
        ("I1", "also.kind", |a| a["also"]["kind"] = json!("many")),
        ("I1", "also.options", |a| a["also"]["options"] = json!([])),
        ("I1", "also.options[0].id", |a| {
            a["also"]["options"][0]["id"] = json!("")
        }),
        ("I3", "also.question", |a| {
            a["also"].as_object_mut().unwrap().remove("question");
        }),
    ];
    for (id, place, change) in changes {
        assert_eq!(broken_answer(id, change).path(), Some(&*path(id, place)));
    }
    assert_eq!(
        broken_answer("I1", |answer| answer["also"]["options"][1]["id"] =
            json!("land")),
        rule(
            &path("I1", "also.options[1].id"),
            BrokenRule::DuplicateId {
                id: "land".to_owned()
            }
        )
    );
}

#[test]
fn only_what_the_boundary_gives_can_need_it() {
    let (l7, m6) = (at("L7"), at("M6"));
    assert_eq!(
        broken(|file| file["indicators"][m6]["needs_boundary"] = json!(true)),
        rule(
            &format!("indicators[{m6}].needs_boundary"),
            BrokenRule::NotOfTheBoundary
        )
    );
    let error = broken(|file| file["indicators"][l7]["needs_boundary"] = json!("yes"));
    assert_eq!(
        error.path(),
        Some(&*format!("indicators[{l7}].needs_boundary"))
    );
}

#[test]
fn model_without_aids_is_one_and_its_points_are_the_same() {
    let mut file: Value = serde_json::from_str(BUNDLED).unwrap();
    for one in file["indicators"].as_array_mut().unwrap() {
        one.as_object_mut().unwrap().remove("needs_boundary");
        let answer = one["answer"].as_object_mut().unwrap();
        for aid in ["brackets", "division", "also"] {
            answer.remove(aid);
        }
    }
    let plain = Model::parse(&file.to_string()).unwrap();
    let bundled = model::bundled().unwrap();
    let helped = |model: &Model| {
        let figures = model.indicators.iter().filter_map(|one| one.figure());
        figures.filter(|spec| spec.aids.is_some()).count()
    };
    assert_eq!((helped(&plain), helped(bundled)), (0, 10));
    for (one, other) in plain.indicators.iter().zip(&bundled.indicators) {
        let curve = |one: &model::Indicator| one.figure().map(|spec| spec.curve.clone());
        assert_eq!(curve(one), curve(other));
    }
}

#[test]
fn each_range_of_a_question_gives_other_points_than_the_one_below() {
    let indicators = &model::bundled().unwrap().indicators;
    let mut offered = Vec::new();
    for (one, spec) in indicators
        .iter()
        .filter_map(|one| Some((one, one.figure()?)))
    {
        let Some(aids) = spec.aids.as_ref().filter(|aids| !aids.brackets.is_empty()) else {
            continue;
        };
        offered.push(one.id.as_str());
        let points: Vec<f64> = aids
            .ranges()
            .map(|range| spec.curve.at(Made::middle(range)))
            .collect();
        let rises = points
            .windows(2)
            .all(|pair| pair[0] < pair[1] || pair[0] == 100.0);
        assert!(rises, "{}: {points:?}", one.id);
        assert_eq!(aids.brackets.last(), Some(&spec.max), "{}", one.id);
    }
    assert_eq!(offered, ["L5", "D1", "D6", "T4", "T6"]);
}
