//! The core natively, each part beside a peer in the same run, and against the ratios that were kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::process::{Run, step};
use crate::tools::python;
use crate::workspace;

const MANIFEST: &str = "benches/core/Cargo.toml";
/// Ratios own to peer, by group. Times would compare machines.
const BASELINE: &str = "benches/core/baseline.json";
const GROUPS: [&str; 5] = ["score", "stream", "geojson", "table", "check"];
/// Groups whose peer is NumPy, in milliseconds.
const BESIDE_NUMPY: [&str; 2] = ["band", "everything"];
const NUMPY_SCRIPT: &str = "benches/uncertainty/uncertainty.py";
const NUMPY_ROUNDS: &str = "15";

pub(super) fn run(arguments: &[String]) -> Result<(), Failure> {
    let target = workspace::target().join("bench-core");
    step(
        "building and running the benchmarks of the core",
        "3 minutes the first time, then one",
    );
    Run::new("cargo")
        .args(["bench", "--locked", "--manifest-path", MANIFEST])
        .args(["--bench", "core", "--", "--noplot"])
        .env("CARGO_TARGET_DIR", &target)
        .run()?;
    let now = ratios(&target.join("criterion"), &numpy()?)?;
    if arguments.iter().any(|word| word == "--save") {
        let text = serde_json::to_string_pretty(&now)
            .map_err(Failure::while_doing(format!("writing {BASELINE}")))?;
        return fs::write(workspace::root().join(BASELINE), text + "\n")
            .map_err(Failure::while_doing(format!("writing {BASELINE}")));
    }
    let kept = kept()?;
    println!(
        "\n{:<10} {:>12} {:>10} {:>10}",
        "part", "own : peer", "kept", "change"
    );
    for (group, ratio) in &now {
        let before = kept.get(group);
        let change = before.map(|before| format!("{:+.0} %", (ratio / before - 1.0) * 100.0));
        println!(
            "{group:<10} {ratio:>12.3} {:>10} {:>10}",
            before
                .map(|before| format!("{before:.3}"))
                .unwrap_or_default(),
            change.unwrap_or_default()
        );
    }
    println!("\nkept in {BASELINE}; --save keeps these instead");
    Ok(())
}

/// Of the medians that Criterion wrote.
fn ratios(folder: &Path, numpy: &Value) -> Result<BTreeMap<String, f64>, Failure> {
    let median = |group: &str, who: &str| {
        let file = folder.join(group).join(who).join("new/estimates.json");
        let doing = || format!("reading {}", file.display());
        let text = fs::read_to_string(&file).map_err(Failure::while_doing(doing()))?;
        let value: Value = serde_json::from_str(&text).map_err(Failure::while_doing(doing()))?;
        value
            .pointer("/median/point_estimate")
            .and_then(Value::as_f64)
            .filter(|time| *time > 0.0)
            .ok_or_else(|| Failure::new(format!("{}: no median", file.display())))
    };
    let beside_numpy = |group: &str| {
        numpy
            .get(group)
            .and_then(Value::as_f64)
            .map(|milliseconds| milliseconds * 1e6)
            .ok_or_else(|| Failure::new(format!("{NUMPY_SCRIPT}: no time of {group}")))
    };
    let of_crates = GROUPS
        .iter()
        .map(|group| Ok((group, median(group, "own")? / median(group, "peer")?)));
    let of_numpy = BESIDE_NUMPY
        .iter()
        .map(|group| Ok((group, median(group, "own")? / beside_numpy(group)?)));
    of_crates
        .chain(of_numpy)
        .map(|found| {
            let (group, ratio): (&&str, f64) = found?;
            Ok(((*group).to_owned(), (ratio * 1000.0).round() / 1000.0))
        })
        .collect()
}

/// The same bands and shares by vectorised NumPy, whose values are first held against the golden ones.
fn numpy() -> Result<Value, Failure> {
    let python = python::with(python::NUMPY)?;
    step("the same in NumPy", "10 seconds");
    let run = |words: &[&str]| {
        Run::new(&python)
            .args([
                NUMPY_SCRIPT,
                "data/model.json",
                "tests/data/golden-scores.json",
            ])
            .args(words)
            .folder(&workspace::root())
            .capture()
    };
    run(&["check"])?;
    serde_json::from_str(&run(&["time", NUMPY_ROUNDS])?).map_err(Failure::while_doing(format!(
        "reading what {NUMPY_SCRIPT} says"
    )))
}

fn kept() -> Result<BTreeMap<String, f64>, Failure> {
    let text = fs::read_to_string(workspace::root().join(BASELINE))
        .map_err(Failure::while_doing(format!("reading {BASELINE}")))?;
    serde_json::from_str(&text).map_err(Failure::while_doing(format!("reading {BASELINE}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_ratio_that_is_kept() {
        let kept = kept().unwrap();
        let mut groups = [&GROUPS[..], &BESIDE_NUMPY].concat();
        groups.sort_unstable();
        assert_eq!(kept.keys().map(String::as_str).collect::<Vec<_>>(), groups);
        assert!(kept.values().all(|ratio| *ratio > 0.0));
    }
}
