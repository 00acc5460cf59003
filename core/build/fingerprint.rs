//! What a program is made of, in a few letters.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Sets a variable for the compiler to the fingerprint of these files and folders, and asks to be run again when one changes.
pub fn tell(name: &str, made_of: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for path in made_of {
        println!("cargo::rerun-if-changed={path}");
        list(Path::new(path), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        // A checkout may end its lines in another way.
        let text = fs::read(&file)?;
        hash.update(
            text.iter()
                .filter(|byte| **byte != b'\r')
                .copied()
                .collect::<Vec<_>>(),
        );
        hash.update([0]);
    }
    let hash = hash.finalize();
    let letters: String = hash
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo::rustc-env={name}={letters}");
    Ok(())
}

fn list(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        list(&entry?.path(), files)?;
    }
    Ok(())
}
