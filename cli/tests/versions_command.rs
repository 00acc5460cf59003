//! The native command with files of an earlier version of the model.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

mod running;

use std::process::Output;

use cluster_ready_core::assessment::file::read;
use cluster_ready_core::model::{self, Model};
use running::{Folder, run};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../tests/data/results/model-1.0.0.cluster-ready.json");

fn present() -> &'static Model {
    model::bundled().unwrap()
}

fn first() -> &'static Model {
    let versions = model::versions().unwrap();
    let one = |one: &&Model| one.version == "1.0.0" && one.id == present().id;
    versions.into_iter().find(one).unwrap()
}

fn line(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn command_scores_a_file_with_its_own_model_or_the_one_asked_for() {
    let folder = Folder::new("versions-score");
    let file = folder.write("a.json", FILE);
    let own = line(&run(&["score", &file]));
    assert_eq!(
        (&own["model"], &own["counts"]["answered"]),
        (&json!("1.0.0"), &json!(33))
    );
    let stored = read(FILE, first()).unwrap().stored.unwrap();
    assert_eq!(own["overall"]["central"].as_f64(), stored.overall());
    assert_eq!(line(&run(&["score", "--model", "1.0.0", &file])), own);
    let now = line(&run(&["score", "--model", "1.1.0", &file]));
    assert_eq!(
        (&now["model"], &now["counts"]["answered"]),
        (&json!("1.1.0"), &json!(28))
    );
    assert_eq!(now["counts"]["unanswered"], 5);
    let text = include_str!("../../data/model-1.0.0.json");
    let model = folder.write("model.json", text);
    assert_eq!(line(&run(&["score", "--model", &model, &file])), own);
    let bare = folder.write("bare.json", r#"{"answers": {"M1": {"level": 2}}}"#);
    assert!(line(&run(&["score", &bare]))["error"].is_string());
    let old = line(&run(&["score", "--model", "1.0.0", &bare]));
    assert_eq!(old["counts"]["answered"], 1);
    let table = run(&["score", "--brief", "--format", "csv", &file]);
    let rows = String::from_utf8(table.stdout).unwrap();
    assert!(
        rows.lines()
            .all(|row| row.ends_with(",model") || row.ends_with(",1.0.0")),
        "{rows}"
    );
}

#[test]
fn command_verifies_a_file_with_its_own_model() {
    let folder = Folder::new("versions-verify");
    let file = folder.write("a.json", FILE);
    let output = run(&["verify", &file]);
    assert_eq!(line(&output)["matches"], true);
    assert!(output.status.success());
    assert!(run(&["law", &file]).status.success());
}

#[test]
fn command_names_a_model_that_it_does_not_have_and_the_way_out() {
    let folder = Folder::new("versions-unknown");
    let hash = &first().hash;
    let other = FILE
        .replacen("\"1.0.0\"", "\"0.9.0\"", 1)
        .replacen(hash.as_str(), "00", 1);
    let file = folder.write("a.json", &other);
    for command in ["score", "verify", "law"] {
        let output = run(&[command, &file]);
        assert_eq!(output.status.code(), Some(1));
        let error = line(&output)["error"].as_str().unwrap().to_owned();
        assert!(
            error.contains("0.9.0") && error.contains("--model FILE"),
            "{error}"
        );
    }
    let missing = run(&["score", "--model", "0.9.0", &file]);
    assert_eq!(missing.status.code(), Some(1));
    let said = String::from_utf8(missing.stderr).unwrap();
    assert!(
        said.contains("--model 0.9.0") && said.contains("1.0.0, 1.1.0"),
        "{said}"
    );
}
