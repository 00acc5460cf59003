//! `cargo xtask dist --twice`: whether another machine's hands would make the same files.
//!
//! The second time everything is made in a copy of the sources, in another folder, with nothing that was built before.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::sums;
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::workspace;

/// In the build folder; longer than the repository's own path, so that one that is written somewhere shows.
const COPY: &str = "again/cluster-ready";

/// Makes everything once more and compares it with `dist/`.
///
/// # Errors
/// It cannot be made, or a file differs: all of them are named.
pub(super) fn compare() -> Result<(), Failure> {
    let copy = workspace::target().join(COPY);
    step(
        &format!("making everything once more in {}", copy.display()),
        "10 minutes on two cores",
    );
    copy_sources(&copy)?;
    Run::new("cargo")
        .args(["xtask", "dist"])
        .folder(&copy)
        .without_env("CARGO_TARGET_DIR")
        .run()?;
    let first = sums::of(&workspace::dist())?;
    let different = differences(&first, &sums::of(&copy.join("dist"))?);
    if different.is_empty() {
        println!("{} files, twice the same", first.len());
        // Two gigabytes that are of no more use; after a difference they are looked into.
        let _ = fs::remove_dir_all(&copy);
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} of {} files are not the same the second time:\n  {}",
        different.len(),
        first.len(),
        different.join("\n  ")
    )))
}

fn copy_sources(copy: &Path) -> Result<(), Failure> {
    workspace::remove(copy)?;
    for path in workspace::tracked_files()? {
        let file = copy.join(&path);
        let folder = file.parent().unwrap_or(copy);
        fs::create_dir_all(folder)
            .and_then(|()| fs::copy(workspace::root().join(&path), &file))
            .map_err(Failure::while_doing(format!("copying {path}")))?;
    }
    Ok(())
}

/// Files that are not in both, or not the same.
fn differences(first: &BTreeMap<String, String>, second: &BTreeMap<String, String>) -> Vec<String> {
    let told = |path: &String| match (first.get(path), second.get(path)) {
        (Some(one), Some(two)) if one == two => None,
        (Some(_), Some(_)) => Some(path.clone()),
        (Some(_), None) => Some(format!("{path} (only the first time)")),
        (None, _) => Some(format!("{path} (only the second time)")),
    };
    let more = second.keys().filter(|path| !first.contains_key(*path));
    first.keys().chain(more).filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_missing_are_named() {
        let files = |list: &[(&str, &str)]| {
            list.iter()
                .map(|(path, digest)| ((*path).to_owned(), (*digest).to_owned()))
                .collect()
        };
        let first = files(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let second = files(&[("a", "1"), ("b", "2"), ("d", "1")]);
        assert_eq!(
            differences(&first, &second),
            ["b", "c (only the first time)", "d (only the second time)"]
        );
        assert!(differences(&first, &first).is_empty());
    }
}
