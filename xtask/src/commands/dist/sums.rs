//! `SHA256SUMS`: the digest of every file of `dist/`, as `sha256sum -c` reads it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::digest::sha256;
use crate::failure::Failure;
use crate::process::step;
use crate::workspace;

const FILE: &str = "SHA256SUMS";

/// Writes `dist/SHA256SUMS`.
pub(super) fn make() -> Result<(), Failure> {
    step("writing the digests of all files", "");
    let lines: String = of(&workspace::dist())?
        .iter()
        .map(|(path, digest)| format!("{digest}  {path}\n"))
        .collect();
    fs::write(workspace::dist().join(FILE), lines)
        .map_err(Failure::while_doing(format!("writing {FILE}")))
}

/// The digest of each file in and below a folder but of the list itself, by its path with `/`.
pub(super) fn of(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut sums = BTreeMap::new();
    add(folder, "", &mut sums)?;
    sums.remove(FILE);
    Ok(sums)
}

fn add(folder: &Path, before: &str, sums: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    let reading = || format!("reading {}", folder.display());
    for entry in fs::read_dir(folder).map_err(Failure::while_doing(reading()))? {
        let path = entry.map_err(Failure::while_doing(reading()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What a build that was stopped has left.
        if name.starts_with('.') {
            continue;
        }
        let shown = format!("{before}{name}");
        if path.is_dir() {
            add(&path, &format!("{shown}/"), sums)?;
        } else {
            let bytes =
                fs::read(&path).map_err(Failure::while_doing(format!("reading {shown}")))?;
            sums.insert(shown, sha256(&bytes));
        }
    }
    Ok(())
}
