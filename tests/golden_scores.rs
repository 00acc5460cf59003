//! The 47 golden cases, in every field to 1e-9, by the library and by the native command.

use std::collections::BTreeMap;

use cluster_ready::assessment::Entry;
use cluster_ready::assessment::file::{
    read_answers, write_counts, write_dimensions, write_overall,
};
use cluster_ready::json::Writer;
use cluster_ready::model;
use cluster_ready::score::{roadmap, score};
use serde_json::Value;

const CASES: &str = include_str!("data/golden-scores.json");
const SAME: f64 = 1e-9;

fn cases() -> Vec<Value> {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert_eq!(cases.len(), 47);
    cases
}

fn entries(case: &Value) -> BTreeMap<String, Entry> {
    read_answers(&case.to_string(), model::bundled().unwrap()).unwrap()
}

/// All that is expected is there and equal; nothing else is there but `also`.
fn assert_same(path: &str, expected: &Value, found: &Value, also: &[&str]) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for key in found.keys() {
                let known = expected.contains_key(key) || also.contains(&key.as_str());
                assert!(known, "{path}.{key} is not expected");
            }
            for (key, value) in expected {
                let found = found.get(key).unwrap_or(&Value::Null);
                assert_same(&format!("{path}.{key}"), value, found, &[]);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (expected.as_f64().unwrap(), found.as_f64().unwrap());
            assert!(
                (expected - found).abs() <= SAME,
                "{path}: {found}, not {expected}"
            );
        }
        _ => assert_eq!(expected, found, "{path}"),
    }
}

#[test]
fn every_golden_case_gives_the_expected_scores() {
    let model = model::bundled().unwrap();
    for case in cases() {
        let score = score(model, &entries(&case));
        let mut w = Writer::compact();
        w.open_object();
        write_dimensions(&mut w, model, &score);
        write_overall(&mut w, &score);
        write_counts(&mut w, score.counts);
        w.close();
        let found: Value = serde_json::from_str(&w.finish()).unwrap();
        assert_same(
            case["name"].as_str().unwrap(),
            &case["expected"],
            &found,
            &[],
        );
    }
}

#[test]
fn typical_cluster_gets_the_five_golden_actions_in_their_order() {
    let model = model::bundled().unwrap();
    let entries = entries(&cases()[0]);
    let actions = roadmap(model, &entries, &score(model, &entries), &|_| false);
    let ids: Vec<&str> = actions.iter().map(|one| one.indicator.as_str()).collect();
    assert_eq!(ids, ["T7", "D5", "D6", "L4", "I2"]);
}

#[test]
fn broken_legal_duty_moves_its_indicator_up_the_roadmap() {
    let model = model::bundled().unwrap();
    let entries = entries(&cases()[0]);
    let score = score(model, &entries);
    let priority = |linked: bool| {
        roadmap(model, &entries, &score, &|id| linked && id == "D6")
            .into_iter()
            .find(|one| one.indicator == "D6")
            .unwrap()
            .priority
    };
    assert_eq!(priority(true), 1.5 * priority(false));
}

#[cfg(feature = "cli")]
mod command {
    use std::path::PathBuf;
    use std::process::{Command, Output};

    use super::*;

    /// A folder of its own for each test, removed at its end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn write(&self, name: &str, text: &str) -> String {
            let path = self.0.join(name);
            std::fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn run(arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cluster-ready"))
            .args(arguments)
            .output()
            .unwrap()
    }

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
        let mut arguments = vec!["score".to_owned()];
        for case in &cases {
            let name = format!("{}.json", case["name"].as_str().unwrap());
            let bare = serde_json::json!({"answers": case["answers"]});
            arguments.push(folder.write(&name, &bare.to_string()));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = run(&arguments);
        assert!(output.status.success());
        let lines = lines(&output);
        assert_eq!(lines.len(), cases.len());
        for ((case, line), file) in cases.iter().zip(&lines).zip(&arguments[1..]) {
            assert_eq!(line["file"], *file);
            let name = case["name"].as_str().unwrap();
            assert_same(name, &case["expected"], line, &["file"]);
        }
    }

    #[test]
    fn bad_file_gives_a_line_with_its_error_and_the_others_are_scored() {
        let folder = Folder::new("bad-file");
        let good = folder.write("good.json", r#"{"answers": {"M1": {"level": 2}}}"#);
        let bad = folder.write("bad.json", r#"{"answers": {"M1": {"level": 9}}}"#);
        let output = run(&["score", &bad, "no-such-file.json", &good]);
        assert_eq!(output.status.code(), Some(1));
        let lines = lines(&output);
        assert!(lines[0]["error"].as_str().unwrap().contains("answers.M1"));
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
        assert!(rows[1].starts_with(&format!("\"{file}\",,39.3269")));
        assert_eq!(
            rows[0].split(',').count() + 1,
            rows[1].split(',').count(),
            "the quoted name holds one comma"
        );
    }

    #[test]
    fn verify_accepts_a_saved_result_and_names_a_changed_number() {
        use cluster_ready::assessment::Assessment;
        use cluster_ready::assessment::file::{Meta, write};

        let model = model::bundled().unwrap();
        let assessment = Assessment {
            entries: entries(&cases()[0]),
            ..Assessment::default()
        };
        let score = score(model, &assessment.entries);
        let text = write(model, &assessment, &score, &Value::Null, &Meta::default());
        let folder = Folder::new("verify");
        let good = folder.write("good.json", &text);
        let changed = folder.write("changed.json", &text.replacen("30.569246", "80.569246", 1));
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
}
