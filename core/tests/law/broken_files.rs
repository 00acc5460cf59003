use cluster_ready_core::json::TextError;
use cluster_ready_core::law::{RULES_BYTES, Reason, Rules, RulesError};
use serde_json::{Value, json};

const LAW: &str = include_str!("../../../data/law.json");

/// The bundled file with one change.
fn changed(change: impl FnOnce(&mut Value)) -> RulesError {
    let mut file: Value = serde_json::from_str(LAW).unwrap();
    change(&mut file);
    Rules::parse(&file.to_string()).unwrap_err()
}

fn removed(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field).unwrap();
}

#[test]
fn file_larger_than_any_rules_is_refused_unread() {
    let (bytes, limit) = (RULES_BYTES + 1, RULES_BYTES);
    let refused = Rules::parse(&" ".repeat(bytes)).unwrap_err();
    let reason = Reason::Text(TextError::TooLarge { bytes, limit });
    assert_eq!((refused.path.as_str(), refused.reason), ("", reason));
}

#[test]
fn every_fault_is_named_with_its_path() {
    type Change = fn(&mut Value);
    let faults: [(&str, Change); 28] = [
        ("format", |f| f["format"] = json!("cluster-ready-model")),
        ("format_version", |f| f["format_version"] = json!(2)),
        ("checked", |f| f["checked"] = json!("2026-02-30")),
        ("colour", |f| f["colour"] = json!("red")),
        ("sets", |f| f["sets"] = json!([])),
        ("sets[1].id", |f| f["sets"][1]["id"] = json!("R2009")),
        ("sets[2].in_force", |f| {
            f["sets"][2]["in_force"] = json!("2017-07-15")
        }),
        ("sets[0].name.en", |f| {
            removed(&mut f["sets"][0]["name"], "en")
        }),
        ("sets[0].name.vi", |f| {
            f["sets"][0]["name"]["vi"] = json!(" ")
        }),
        ("sets[3].why", |f| {
            f["sets"][3]["to_be_confirmed"] = json!(true)
        }),
        ("sets[3].grade", |f| f["sets"][3]["grade"] = json!("sure")),
        ("sets[3].to_be_confirmed", |f| {
            removed(&mut f["sets"][3], "to_be_confirmed")
        }),
        ("sets[1].area.min", |f| {
            f["sets"][1]["area"]["min"] = json!(76)
        }),
        ("sets[1].area.max", |f| {
            f["sets"][1]["area"]["max"] = json!(750_000)
        }),
        ("sets[0].area.max_expanded", |f| {
            f["sets"][0]["area"]["max_expanded"] = json!(40)
        }),
        ("sets[1].area.min_mountain", |f| {
            f["sets"][1]["area"]["min_mountain"] = json!(5)
        }),
        ("sets[2].craft_village.min_share", |f| {
            f["sets"][2]["craft_village"]["min_share"] = json!(175)
        }),
        ("sets[2].expansion.finished[1]", |f| {
            f["sets"][2]["expansion"]["finished"][1] = json!("lifts")
        }),
        ("sets[3].establishment.exempt[0]", |f| {
            f["sets"][3]["establishment"]["exempt"][0] = json!("blue")
        }),
        ("duties.report.due[1]", |f| {
            f["duties"]["report"]["due"][1] = json!("06-19")
        }),
        ("duties.report.due[0]", |f| {
            f["duties"]["report"]["due"][0] = json!("02-29")
        }),
        ("duties.settlement.deadline", |f| {
            f["duties"]["settlement"]["deadline"] = json!("2001-01-01")
        }),
        ("answers[2].no_below", |f| {
            f["answers"][2]["no_below"] = json!(3)
        }),
        ("checks[1].id", |f| f["checks"][1]["id"] = json!("area")),
        ("checks[0].id", |f| f["checks"][0]["id"] = json!("height")),
        ("checks", |f| {
            f["checks"].as_array_mut().unwrap().pop();
        }),
        ("checks[0].provisions[0].sets[0]", |f| {
            f["checks"][0]["provisions"][0]["sets"][0] = json!("R1999");
        }),
        ("checks[0].provisions[0].rule.vi", |f| {
            f["checks"][0]["provisions"][0]["rule"]["vi"] = json!("Không quá {most} ha.");
        }),
    ];
    for (path, change) in faults {
        assert_eq!(changed(change).path, path);
    }
}

#[test]
fn words_and_figures_of_a_set_have_to_stand_together() {
    let without_figures = changed(|f| removed(&mut f["sets"][2], "services"));
    assert_eq!(without_figures.path, "checks[4].provisions[0]");
    assert_eq!(
        without_figures.reason,
        Reason::FiguresMissing {
            set: "R2024".to_owned()
        }
    );
    let without_words = changed(|f| {
        f["sets"][1]["services"] = json!({"max_share": 10});
    });
    assert_eq!(without_words.path, "checks[4].provisions");
    assert_eq!(
        without_words.reason,
        Reason::ProvisionMissing {
            set: "R2017".to_owned()
        }
    );
}

#[test]
fn text_that_is_no_json_is_named_with_line_and_column() {
    let error = Rules::parse("{\n \"format\": ,").unwrap_err();
    assert!(error.to_string().contains("line 2"), "{error}");
    assert!(matches!(error.reason, Reason::Text(_)));
    for text in ["", "[]", "7", "null", "\"\"", "{}"] {
        assert!(Rules::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_new_decree_is_a_change_of_data_alone() {
    let mut file: Value = serde_json::from_str(LAW).unwrap();
    let mut next = file["sets"][3].clone();
    next["id"] = json!("R2030");
    next["in_force"] = json!("2030-01-01");
    next["area"]["min"] = json!(3);
    file["sets"].as_array_mut().unwrap().push(next);
    for check in file["checks"].as_array_mut().unwrap() {
        for provision in check["provisions"].as_array_mut().unwrap() {
            if let Some(sets) = provision.get_mut("sets").and_then(Value::as_array_mut)
                && sets.contains(&json!("R2026"))
            {
                sets.push(json!("R2030"));
            }
        }
    }
    let rules = Rules::parse(&file.to_string()).unwrap();
    let latest = rules.sets.last().unwrap();
    assert_eq!((latest.id.as_str(), latest.area.min), ("R2030", Some(3.0)));
}
