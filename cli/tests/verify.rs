//! `verify`: a file that is what its answers and corners give, and every way to make it say something else.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the suite of the score uses more of it")]
#[path = "../../core/tests/generate/mod.rs"]
mod generate;

use std::path::PathBuf;
use std::process::{Command, Output};

use cluster_ready_core::assessment::file::{Difference, Meta, read, write};
use cluster_ready_core::assessment::{Assessment, Mode, Origin};
use cluster_ready_core::boundary::examine;
use cluster_ready_core::places::derived;
use cluster_ready_core::score::score;
use cluster_ready_core::verify::{VerifyError, verify};
use cluster_ready_core::{law, model};
use proptest::prelude::*;
use serde_json::{Value, json};

const KIT: [&str; 3] = [
    include_str!("../../packaging/kit/results/1-song-lua.cluster-ready.json"),
    include_str!("../../packaging/kit/results/2-go-sen.cluster-ready.json"),
    include_str!("../../packaging/kit/results/3-ben-tham.cluster-ready.json"),
];

fn verified(text: &str) -> Result<Vec<Difference>, VerifyError> {
    verify(text, model::bundled().unwrap(), law::bundled().unwrap())
}

fn paths(text: &str) -> Vec<String> {
    let differences = verified(text).unwrap();
    differences.into_iter().map(|one| one.path).collect()
}

/// The first file of the kit, with one thing changed.
fn forged(change: impl Fn(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(KIT[0]).unwrap();
    change(&mut file);
    file.to_string()
}

fn take(file: &mut Value, key: &str) {
    file.as_object_mut().unwrap().remove(key).unwrap();
}

/// A whole file of an assessment as the page writes it: measured, scored and judged.
fn saved(mut assessment: Assessment) -> String {
    let mut answers = Vec::new();
    if let Some(record) = &mut assessment.boundary {
        let examined = examine(&record.given, record.crs, record.sigma_m);
        let field = assessment.profile.industry.as_deref();
        let derived = derived(&examined, field, &assessment.places);
        answers = derived.map_or_else(Vec::new, |derived| {
            derived.answers(model::bundled().unwrap())
        });
        record.measures = examined.measures;
    }
    for (id, entry) in &mut assessment.entries {
        if entry.origin == Some(Origin::Boundary) {
            let derived = answers.iter().find(|(own, _)| own == id);
            entry.answer = derived.map(|(_, answer)| answer.clone());
        }
    }
    written(&assessment, &Meta::default())
}

/// Scored and judged, as it was measured.
fn written(assessment: &Assessment, meta: &Meta) -> String {
    let (model, rules) = (model::bundled().unwrap(), law::bundled().unwrap());
    let verdicts = law::judge(rules, &law::Input::of(assessment));
    let score = score(model, &assessment.entries);
    let meta = Meta {
        rules: rules.set_ids(),
        ..meta.clone()
    };
    let legal = law::record(rules, &verdicts);
    write(model, assessment, &score, &legal, &meta)
}

/// With `UPDATE_KIT` set, each is first made anew from its answers: a changed model gives it another hash. What was measured
/// stays to the last digit, in which a browser may differ.
#[test]
fn files_of_the_kit_are_what_they_say() {
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../packaging/kit/results"
    ));
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().collect();
    assert_eq!(files.len(), KIT.len());
    for file in files {
        let path = file.unwrap().path();
        let mut text = std::fs::read_to_string(&path).unwrap();
        if std::env::var_os("UPDATE_KIT").is_some() {
            let opened = read(&text, model::bundled().unwrap()).unwrap();
            text = written(&opened.assessment, &opened.meta);
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(verified(&text), Ok(Vec::new()), "{}", path.display());
    }
}

#[test]
fn file_that_does_not_count_its_questions_is_what_it_says() {
    assert_eq!(paths(&forged(|file| take(file, "asked"))), [""; 0]);
}

/// Two figures behind an answer that give another one, and a range that no question has.
#[test]
fn figures_that_do_not_give_their_answer_are_a_difference() {
    let note = |more: &str, figures: Value| {
        let mut note = json!({"note": "", "evidence": "", "origin": "records"});
        note[more] = figures;
        note
    };
    // The file says 48 %.
    assert_eq!(
        paths(&forged(
            |file| file["notes"]["M6"] = note("ratio", json!([12, 25]))
        )),
        [""; 0]
    );
    for (id, more, figures) in [
        ("M6", "ratio", json!([12, 24])),
        ("T6", "bracket", json!([1, 2])),
        ("M7", "bracket", json!([0, 5])),
    ] {
        assert_eq!(
            paths(&forged(
                |file| file["notes"][id] = note(more, figures.clone())
            )),
            [format!("notes.{id}.{more}")]
        );
    }
}

#[test]
fn every_forgery_is_a_difference_with_its_path() {
    type Forgery = fn(&mut Value);
    let forgeries: [(&str, Forgery); 35] = [
        ("boundary.measures.area_m2", |f| {
            f["boundary"]["measures"]["area_m2"] = json!(202_342.2)
        }),
        ("boundary.measures.area_m2", |f| {
            f["boundary"]["measures"]["area_m2"] = json!(102_342.3)
        }),
        ("boundary.measures.plane_area_m2", |f| {
            f["boundary"]["measures"]["plane_area_m2"] = json!(1)
        }),
        ("boundary.measures.area_sd_m2", |f| {
            f["boundary"]["measures"]["area_sd_m2"] = json!(0)
        }),
        ("boundary.measures.perimeter_m", |f| {
            f["boundary"]["measures"]["perimeter_m"] = json!(1215)
        }),
        ("boundary.measures.compactness", |f| {
            f["boundary"]["measures"]["compactness"] = json!(1)
        }),
        ("boundary.measures.province", |f| {
            f["boundary"]["measures"]["province"] = json!("01")
        }),
        ("boundary.measures.centre", |f| {
            f["boundary"]["measures"]["centre"] = json!([105.3, 21.3])
        }),
        ("boundary.measures", |f| {
            f["boundary"]["measures"] = Value::Null
        }),
        ("boundary.measures.area_m2", |f| {
            f["boundary"]["parts"][0][0][3] = json!([105.26, 21.34])
        }),
        ("boundary.measures", |f| f["boundary"]["parts"] = json!([])),
        ("boundary.measures.area_sd_m2", |f| {
            f["boundary"]["sigma_m"] = json!(5)
        }),
        ("boundary.measures.area_m2", |f| {
            f["boundary"]["crs"] = json!({"system": "web-mercator"})
        }),
        ("answers.L1.number", |f| {
            f["answers"]["L1"]["number"] = json!(1)
        }),
        ("answers.L7.number", |f| {
            f["answers"]["L7"]["number"] = json!(1)
        }),
        ("answers.L1", |f| f["boundary"] = Value::Null),
        ("rules", |f| f["rules"] = json!(["R2009"])),
        ("rules", |f| f["rules"] = json!([])),
        ("mode", |f| f["mode"] = json!("quick")),
        ("mode", |f| {
            f["mode"] = json!("quick");
            take(f, "asked");
        }),
        ("asked", |f| f["asked"] = json!(33)),
        ("legal.verdicts.owner.outcome", |f| {
            f["legal"]["verdicts"]["owner"]["outcome"] = json!("met")
        }),
        ("legal.verdicts.report.due", |f| {
            f["legal"]["verdicts"]["report"]["due"] = json!("2027-12-20")
        }),
        ("legal.verdicts.owner", |f| {
            take(&mut f["legal"]["verdicts"], "owner")
        }),
        ("legal.verdicts.all", |f| {
            f["legal"]["verdicts"]["all"] = json!({"outcome": "met"})
        }),
        ("legal.version", |f| f["legal"]["version"] = json!("2.0.0")),
        ("legal", |f| take(f, "legal")),
        ("model.version", |f| f["model"]["version"] = json!("9.9.9")),
        ("model.sha256", |f| f["model"]["sha256"] = json!("00")),
        ("results.overall.level", |f| {
            f["results"]["overall"]["level"] = json!(5)
        }),
        ("results.bonus", |f| f["results"]["bonus"] = json!(5)),
        ("profile.certified", |f| {
            f["profile"]["certified"] = json!(true)
        }),
        ("boundary.measures.area_ha", |f| {
            f["boundary"]["measures"]["area_ha"] = json!(10.2)
        }),
        ("tool.name", |f| f["tool"]["name"] = json!("other")),
        ("approved_by", |f| {
            f["approved_by"] = json!("Sở Công Thương")
        }),
    ];
    for (path, forgery) in forgeries {
        let found = paths(&forged(forgery));
        assert!(found.iter().any(|one| one == path), "{path}: {found:?}");
    }
}

#[test]
fn figures_of_a_profile_that_decide_a_verdict_are_judged_again() {
    let found = paths(&forged(|file| {
        file["profile"]["facts"]["owner"] = json!(true)
    }));
    assert_eq!(found, ["legal.verdicts.owner.outcome"]);
}

#[test]
fn boundary_without_its_corners_cannot_be_confirmed_and_nothing_else_is_in_doubt() {
    let shared = forged(|file| {
        file["boundary"]["parts"] = json!([]);
        file["boundary"]["file_name"] = json!("");
    });
    assert_eq!(paths(&shared), ["boundary.measures"]);
}

#[test]
fn member_that_stands_twice_is_refused_with_its_path() {
    let twice = KIT[0].replace("\"results\": {", "\"results\": {\"overall\": {},");
    assert_eq!(
        verified(&twice),
        Err(VerifyError::Repeated {
            path: "results.overall".to_owned()
        })
    );
}

#[test]
fn quick_way_that_says_to_be_the_full_one_is_a_difference() {
    let quick = saved(Assessment {
        mode: Mode::Quick,
        ..Assessment::default()
    });
    assert_eq!(paths(&quick), [""; 0]);
    let mut file: Value = serde_json::from_str(&quick).unwrap();
    file["mode"] = json!("full");
    assert_eq!(paths(&file.to_string()), ["mode", "asked"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_the_page_saves_is_what_it_says(assessment in generate::assessment()) {
        prop_assert_eq!(verified(&saved(assessment)), Ok(Vec::new()));
    }
}

/// A file in a folder of its own, removed at the end of the test.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("result.json");
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn verify(&self) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cluster-ready"))
            .args(["verify", self.0.to_str().unwrap()])
            .output()
            .unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.parent().unwrap());
    }
}

#[test]
fn command_ends_with_code_0_for_a_file_that_matches_and_with_1_for_a_forged_one() {
    let line = |output: &Output| -> Value { serde_json::from_slice(&output.stdout).unwrap() };
    let good = File::new("verify-good", KIT[1]).verify();
    assert_eq!(good.status.code(), Some(0));
    assert_eq!(line(&good)["matches"], true);
    let hash = forged(|file| file["model"]["sha256"] = json!("00"));
    let wrong = File::new("verify-hash", &hash).verify();
    assert_eq!(wrong.status.code(), Some(1));
    assert_eq!(line(&wrong)["matches"], false);
    let difference = &line(&wrong)["differences"][0];
    assert_eq!(difference["path"], "model.sha256");
    assert_eq!(difference["stored"], "00");
    let twice = KIT[0].replace("\"results\": {", "\"results\": {\"overall\": {},");
    let refused = File::new("verify-twice", &twice).verify();
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        line(&refused)["error"]
            .as_str()
            .unwrap()
            .contains("results.overall")
    );
}
