//! Cases with the verdicts that the law, read in November 2026, gives them.

use cluster_ready_core::assessment::file::read_case;
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::law::{self, Input};
use cluster_ready_core::model;
use serde_json::Value;

use crate::cluster::rules;

const CASES: &str = include_str!("../../../tests/data/law/cases.json");

#[test]
fn every_case_gets_its_verdicts() {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 23);
    for case in cases {
        let name = &case["name"];
        let (found, area_ha) = read_case(&case.to_string(), model::bundled().unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let measures = area_ha.map(|ha| Measures {
            area_m2: ha * 10_000.0,
            plane_area_m2: ha * 10_000.0,
            area_sd_m2: 0.0,
            perimeter_m: 0.0,
            compactness: 0.0,
            province: None,
            centre: [0.0, 0.0],
        });
        let input = Input {
            measures: measures.as_ref(),
            ..Input::of(&found)
        };
        let record = law::record(rules(), &law::judge(rules(), &input));
        for (check, outcome) in case["expected"].as_object().unwrap() {
            let verdict = &record["verdicts"][check];
            assert_eq!(verdict["outcome"], *outcome, "{name}: {verdict}");
            if let Some(due) = case["due"].get(check) {
                assert_eq!(verdict["due"], *due, "{name}");
            }
        }
    }
}
