//! Result files: what opens is scored, judged and written, and opens again as the same assessment.

use cluster_ready_core::{
    assessment::file::{FORMAT, FORMAT_VERSION, read, read_answers, write},
    law, model,
    score::score,
};

pub fn check_result_file(bytes: &[u8]) {
    let model = model::bundled().expect("the model of the program");
    let text = with_head(&String::from_utf8_lossy(bytes), &model.id);
    let opened = match read(&text, model) {
        Ok(opened) => opened,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            let _ = read_answers(&text, model);
            return;
        }
    };
    let assessment = opened.assessment;
    let score = score(model, &assessment.entries);
    let overall = score.overall.central;
    assert!(
        overall.is_none_or(|value| (0.0..=100.0).contains(&value)),
        "overall {overall:?}"
    );
    if let Some(stored) = &opened.stored {
        stored.differences(model, &assessment.entries);
    }
    let rules = law::bundled().expect("the rules of the program");
    let verdicts = law::judge(rules, &law::Input::of(&assessment));
    let legal = law::record(rules, &verdicts);
    let saved = write(model, &assessment, &score, &legal, &opened.meta);
    let again = read(&saved, model).expect("written and not opened");
    assert_eq!(again.assessment, assessment, "not the same after saving");
    let stored = again.stored.expect("no results after saving");
    assert_eq!(stored.differences(model, &assessment.entries), []);
}

/// Bare answers, and whatever else has no head, become a file of this model.
fn with_head(text: &str, model: &str) -> String {
    match text.strip_prefix('{') {
        Some(rest) if !text.contains(FORMAT) => format!(
            r#"{{"format":"{FORMAT}","format_version":{FORMAT_VERSION},"model":{{"id":"{model}","version":"1","sha256":"0"}},"tool":{{"version":"1"}},{rest}"#
        ),
        _ => text.to_owned(),
    }
}
