//! What a target begins with: the files of the tests, and whatever it found before.

use std::fs;
use std::path::{Path, PathBuf};

use super::target::Target;
use crate::failure::Failure;
use crate::workspace;

const FOLDERS: [&str; 5] = [
    "tests/data/boundary/formats",
    "tests/data/boundary/hostile",
    "tests/data/docx",
    "tests/data/hostile",
    "tests/data/pdf",
];
const RESULT_FILE: &str = "data/example.json";

/// Copies the files that suit the target into a folder, which is emptied before.
///
/// # Errors
/// A file cannot be read or written; no file suits.
pub fn copy(target: &Target, folder: &Path) -> Result<(), Failure> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)
        .map_err(Failure::while_doing(format!("making {}", folder.display())))?;
    let mut copied = 0;
    for file in files()? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let suits = target.seeds.iter().any(|end| name.ends_with(end));
        // A longer one would be cut, and a cut archive is none.
        let fits = fs::metadata(&file).is_ok_and(|about| about.len() <= target.max_len);
        if suits && fits {
            fs::copy(&file, folder.join(&*name))
                .map_err(Failure::while_doing(format!("copying {}", file.display())))?;
            copied += 1;
        }
    }
    if copied == 0 {
        return Err(Failure::new(format!(
            "no file of the tests suits the fuzz target {}",
            target.name
        )));
    }
    Ok(())
}

fn files() -> Result<Vec<PathBuf>, Failure> {
    let mut files = vec![workspace::root().join(RESULT_FILE)];
    for folder in FOLDERS {
        let entries = fs::read_dir(workspace::root().join(folder))
            .map_err(Failure::while_doing(format!("reading {folder}")))?;
        files.extend(entries.flatten().map(|entry| entry.path()));
    }
    files.retain(|file| file.is_file());
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::super::target::ALL;
    use super::*;

    #[test]
    fn every_target_has_files_to_begin_with() {
        for target in &ALL {
            let folder = workspace::target()
                .join("seeds-of-a-test")
                .join(target.name);
            copy(target, &folder).unwrap();
            assert!(fs::read_dir(&folder).unwrap().count() > 0);
        }
    }
}
