//! Where things are: the repository, its build folder, the locked versions.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The repository's folder.
pub fn root() -> PathBuf {
    // Set by `cargo run`; beside it, the folder that this program was compiled in.
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest
        .parent()
        .map_or(manifest.clone(), Path::to_path_buf)
}

/// All that is given away.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The stand-alone site: the built product.
pub fn site() -> PathBuf {
    dist().join("site")
}

/// Takes a folder away with all that is in it, if it is there.
///
/// # Errors
/// Something in it cannot be removed.
pub fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::while_doing(
            format!("removing {}", folder.display()),
        )(error)),
        _ => Ok(()),
    }
}

/// The names of the files in a folder, in order.
///
/// # Errors
/// The folder cannot be read.
pub fn file_names(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::while_doing(format!(
        "reading {}",
        folder.display()
    )))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    Ok(names)
}

/// Cargo's build folder, which may lie elsewhere.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The version that `Cargo.lock` names for a crate.
///
/// # Errors
/// The lock file cannot be read, or the crate is not in it.
pub fn locked_version(package: &str) -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::while_doing("reading Cargo.lock"))?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|line| line.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock does not name `{package}`")))
}

/// The files that git tracks or would track, as paths from the root with `/`.
///
/// # Errors
/// Git is missing or this is not a clone.
pub fn tracked_files() -> Result<Vec<String>, Failure> {
    let output = crate::process::Run::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .capture()?;
    Ok(output
        .lines()
        .filter(|path| root().join(path).is_file())
        .map(str::to_owned)
        .collect())
}
