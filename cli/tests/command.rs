//! The native command: lines, errors, exit codes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the golden suite uses more of it")]
#[path = "../../core/tests/golden/mod.rs"]
mod golden;
mod running;

use std::process::{Command, Output};

use cluster_ready_core::assessment::file::{Meta, draft, read_answers, write};
use cluster_ready_core::assessment::{Assessment, Mode};
use cluster_ready_core::model;
use cluster_ready_core::score::score;
use golden::{assert_same, cases, entries};
use running::{Folder, run};
use serde_json::Value;

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn score_prints_the_golden_fields_in_the_order_of_the_files() {
    let folder = Folder::new("golden-score");
    let cases = cases();
    let key = "0".repeat(64);
    let mut arguments = vec!["score".to_owned(), "--key".to_owned(), key];
    for case in &cases {
        let name = format!("{}.json", case["name"].as_str().unwrap());
        let bare = serde_json::json!({"answers": case["answers"], "notes": case["notes"]});
        arguments.push(folder.write(&name, &bare.to_string()));
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = run(&arguments);
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines.len(), cases.len());
    for ((case, line), file) in cases.iter().zip(&lines).zip(&arguments[3..]) {
        assert_eq!(line["file"], *file);
        let name = case["name"].as_str().unwrap();
        assert_same(name, &case["expected"], line, &BESIDE);
        let expected = &case["uncertainty"];
        for key in [
            "band",
            "level_shares",
            "firm_level",
            "sources",
            "total_effects",
        ] {
            assert_same(key, &expected[key], &line[key], &[]);
        }
        if let Some(dimensions) = expected["dimensions"].as_object() {
            for (id, band) in dimensions {
                assert_same(id, band, &line["dimension_bands"][id], &["p50"]);
            }
        }
    }
    let brief = run(&["score", "--brief", arguments[3]]);
    let line: Value = serde_json::from_slice(&brief.stdout).unwrap();
    assert_same("brief", &cases[0]["expected"], &line, &["file", "model"]);
}

/// What a line holds beside the scores.
const BESIDE: [&str; 8] = [
    "file",
    "model",
    "band",
    "dimension_bands",
    "level_shares",
    "firm_level",
    "sources",
    "total_effects",
];

#[test]
fn compare_prints_the_golden_verdicts_and_refuses_what_has_no_value() {
    let folder = Folder::new("compare");
    let golden = golden::comparisons();
    let cases = cases();
    let file = |name: &Value| {
        let case = cases.iter().find(|case| case["name"] == *name).unwrap();
        folder.write(
            &format!("{}.json", name.as_str().unwrap()),
            &case.to_string(),
        )
    };
    let key = "0".repeat(64);
    for pair in &golden {
        let (before, after) = (file(&pair["before"]), file(&pair["after"]));
        let output = run(&["compare", "--key", &key, &before, &after]);
        let line: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            output.status.success(),
            !pair["expected"].is_null(),
            "{line}"
        );
        assert_eq!(line["error"].is_string(), pair["expected"].is_null());
        if !pair["expected"].is_null() {
            let beside = ["before", "after", "model", "dimensions"];
            assert_same("compare", &pair["expected"], &line, &beside);
        }
    }
    let same = file(&golden[0]["before"]);
    let output = run(&["compare", &same, &same]);
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["p50"].as_f64(), Some(0.0));
    assert_eq!(line["verdict"], "not clear");
}

#[test]
fn results_of_two_models_are_not_subtracted() {
    let old = "../tests/data/results/model-1.0.0.cluster-ready.json";
    let folder = Folder::new("two-models");
    let new = folder.write("new.json", &cases()[0].to_string());
    let output = run(&["compare", old, &new]);
    assert_eq!(output.status.code(), Some(1));
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        line["error"].as_str().unwrap().contains("--model"),
        "{line}"
    );
    let broken = run(&["score", "--key", "abc", &new]);
    assert_eq!(broken.status.code(), Some(2));
}

#[test]
fn bad_file_gives_a_line_with_its_error_and_the_others_are_scored() {
    let folder = Folder::new("bad-file");
    let good = folder.write("good.json", r#"{"answers": {"M2": {"level": 2}}}"#);
    let bad = folder.write("bad.json", r#"{"answers": {"M2": {"level": 9}}}"#);
    let output = run(&["score", &bad, "no-such-file.json", &good]);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert!(lines[0]["error"].as_str().unwrap().contains("answers.M2"));
    assert!(lines[1]["error"].is_string());
    assert_eq!(lines[2]["counts"]["answered"], 1);
    assert!(!output.stderr.is_empty());
}

#[test]
fn csv_has_a_header_and_a_row_for_each_file() {
    let folder = Folder::new("csv");
    let file = folder.write("a,b.json", &cases()[0].to_string());
    let output = run(&["score", "--format", "csv", &file]);
    let text = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].starts_with("file,error,management.central,"));
    assert!(rows[1].starts_with(&format!("\"{file}\",,37.0833")));
    assert_eq!(
        rows[0].split(',').count() + 1,
        rows[1].split(',').count(),
        "the quoted name holds one comma"
    );
}

#[test]
fn answers_of_a_firm_are_scored_and_verified_with_the_model_for_firms() {
    let golden: Value =
        serde_json::from_str(include_str!("../../tests/data/golden-firm.json")).unwrap();
    let mut case = golden["cases"][0].clone();
    case["mode"] = "firm".into();
    let folder = Folder::new("firm");
    let file = folder.write("firm.json", &case.to_string());
    let output = run(&["score", &file]);
    assert!(output.status.success());
    let line = &lines(&output)[0];
    assert!(line["dimensions"]["management"].is_null());
    assert_same(
        "overall",
        &case["expected"]["overall"]["central"],
        &line["overall"]["central"],
        &[],
    );
    let table = run(&["score", "--format", "csv", &file]);
    let text = String::from_utf8(table.stdout).unwrap();
    assert!(
        text.lines()
            .nth(1)
            .unwrap()
            .starts_with(&format!("{file},,,,,,,60.")),
        "{text}"
    );

    let model = model::bundled_for_firms().unwrap();
    let assessment = Assessment {
        mode: Mode::Firm,
        entries: read_answers(&case.to_string(), model).unwrap(),
        ..Assessment::default()
    };
    let score = score(model, &assessment.entries);
    let text = write(model, &assessment, &score, &Value::Null, &Meta::default());
    let saved = folder.write("saved.json", &text);
    let output = run(&["verify", &saved]);
    assert!(output.status.success());
    assert_eq!(lines(&output)[0]["matches"], true);
}

#[test]
fn verify_accepts_a_saved_result_and_names_a_changed_number() {
    let model = model::bundled().unwrap();
    let assessment = Assessment {
        entries: entries(&cases()[0]),
        ..Assessment::default()
    };
    let score = score(model, &assessment.entries);
    let text = write(model, &assessment, &score, &Value::Null, &Meta::default());
    let folder = Folder::new("verify");
    let good = folder.write("good.json", &text);
    let changed = folder.write("changed.json", &text.replacen("30.193291", "80.193291", 1));
    let output = run(&["verify", &good, &changed]);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines[0]["matches"], true);
    assert_eq!(lines[1]["matches"], false);
    let difference = &lines[1]["differences"][0];
    assert_eq!(difference["path"], "results.overall.central");
    assert!(difference["stored"].as_f64().unwrap() > 80.0);
    assert!(difference["computed"].as_f64().unwrap() < 31.0);
}

#[test]
fn verify_refuses_a_draft_and_bare_answers() {
    let model = model::bundled().unwrap();
    let folder = Folder::new("verify-draft");
    let text = draft(
        model,
        &Assessment::default(),
        &Meta::default(),
        cluster_ready_core::json::canonical_number,
    );
    let draft = folder.write("draft.json", &text);
    let bare = folder.write("bare.json", r#"{"answers": {}}"#);
    let output = run(&["verify", &draft, &bare]);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines[0]["error"], "holds no results to compare with");
    assert_eq!(lines[1]["error"], "not a result file of Cluster Ready");
}

/// What a terminal would obey, or what turns a sentence.
fn gives_orders(text: &str) -> bool {
    text.chars()
        .any(|c| (c.is_control() && c != '\n') || "\u{202e}\u{2067}\u{200f}".contains(c))
}

#[test]
fn name_that_begins_a_formula_is_guarded_in_the_table() {
    let folder = Folder::new("formulas");
    let mut names = vec![
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1",
    ];
    names.extend(["=1;=2", "\u{200b}=1", "a;=1+1"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_cluster-ready"));
    command
        .current_dir(&folder.0)
        .args(["score", "--format", "csv", "--"]);
    for (index, name) in names.iter().enumerate() {
        // Every second one cannot be scored.
        let answers = if index % 2 == 0 {
            r#"{"answers": {}}"#
        } else {
            "{"
        };
        folder.write(name, answers);
        command.arg(name);
    }
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(rows.len(), names.len());
    for row in rows {
        let is_guarded = row.starts_with("\"'") || row.starts_with("\"a;");
        assert!(is_guarded, "{row}");
    }
}

#[test]
fn orders_to_a_terminal_in_names_and_keys_are_escaped_everywhere() {
    let folder = Folder::new("orders");
    let name = "a\u{1b}[31m\u{9b}2J\u{7f}\u{202e}b\u{2067}\u{200f}.json";
    let key = "\u{1b}]0;x\u{7}\u{202e}";
    let bad = folder.write(
        name,
        &serde_json::json!({"answers": {key: {"level": 1}}}).to_string(),
    );
    let missing = format!("{bad}\u{202e}");
    for arguments in [
        vec!["score", &bad, &missing],
        vec!["score", "--format", "csv", &bad, &missing],
        vec!["verify", &bad, &missing],
        vec!["boundary", &bad, &missing],
        vec!["score", "--\u{1b}[31m\u{202e}"],
    ] {
        let output = run(&arguments);
        assert!(!output.status.success());
        for stream in [output.stdout, output.stderr] {
            let text = String::from_utf8(stream).unwrap();
            assert!(!gives_orders(&text), "{arguments:?}: {text:?}");
        }
    }
    // A line of JSON still says the name.
    assert_eq!(lines(&run(&["score", &bad]))[0]["file"], *bad);
}

#[test]
fn negative_area_is_refused_with_its_place() {
    let model = model::bundled().unwrap();
    let score = score(model, &Assessment::default().entries);
    let meta = Meta::default();
    let text = write(model, &Assessment::default(), &score, &Value::Null, &meta);
    let folder = Folder::new("negative");
    for field in [
        "declared_area_ha",
        "industrial_land_ha",
        "leased_land_ha",
        "facts.craft_land_share",
        "facts.sector_land_share",
        "facts.services_share",
    ] {
        let mut file: Value = serde_json::from_str(&text).unwrap();
        let pointer = format!("/profile/{}", field.replace('.', "/"));
        *file.pointer_mut(&pointer).unwrap() = (-5.0).into();
        let path = folder.write("negative.json", &file.to_string());
        for command in ["score", "verify"] {
            let output = run(&[command, &path]);
            assert_eq!(output.status.code(), Some(1));
            let error = lines(&output)[0]["error"].as_str().unwrap().to_owned();
            assert!(error.starts_with(&format!("profile.{field}: ")), "{error}");
        }
    }
}

#[test]
fn wrong_command_line_ends_with_code_2() {
    assert_eq!(run(&["score"]).status.code(), Some(2));
    assert_eq!(run(&["guess", "a.json"]).status.code(), Some(2));
    assert_eq!(run(&["--help"]).status.code(), Some(0));
}
