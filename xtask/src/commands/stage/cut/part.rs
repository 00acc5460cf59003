//! A part: its name in the product, and the digest by which a browser knows that it belongs to this build.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use crate::digest::integrity;
use crate::failure::Failure;

pub(in super::super) struct Part {
    /// The cutter's name for it, without ending.
    pub made_as: String,
    /// Its name in the product.
    pub file: String,
    /// As the Subresource Integrity standard writes it.
    pub integrity: String,
}

/// All parts, from what the cutter says each cut point loads.
pub(super) fn parts(loads: &HashMap<String, Vec<String>>) -> Vec<Part> {
    let all: BTreeSet<&String> = loads.values().flatten().collect();
    all.into_iter()
        .map(|made_as| Part {
            made_as: made_as.clone(),
            file: file_name(made_as, loads),
            integrity: String::new(),
        })
        .collect()
}

/// `split_later` is `later.wasm`; what `english` and `later` have in common is `shared-english-later.wasm`. The cutter
/// numbers the latter, and the numbers move from build to build.
fn file_name(made_as: &str, loads: &HashMap<String, Vec<String>>) -> String {
    if let Some(name) = made_as.strip_prefix("split_") {
        return format!("{name}.wasm");
    }
    let users: BTreeSet<&str> = loads
        .iter()
        .filter(|(_, loaded)| loaded.iter().any(|one| one == made_as))
        .map(|(name, _)| name.as_str())
        .collect();
    let users: Vec<&str> = users.into_iter().collect();
    format!("shared-{}.wasm", users.join("-"))
}

impl Part {
    pub(super) fn read_integrity(&mut self, file: &Path) -> Result<(), Failure> {
        let bytes =
            fs::read(file).map_err(Failure::while_doing(format!("reading {}", file.display())))?;
        self.integrity = integrity(&bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_is_named_by_what_it_is_for() {
        let loads = HashMap::from([
            (
                "later".to_owned(),
                vec!["chunk_3".to_owned(), "split_later".to_owned()],
            ),
            (
                "english".to_owned(),
                vec!["chunk_3".to_owned(), "split_english".to_owned()],
            ),
        ]);
        let names: Vec<_> = parts(&loads)
            .into_iter()
            .map(|part| (part.made_as, part.file))
            .collect();
        let expected = [
            ("chunk_3", "shared-english-later.wasm"),
            ("split_english", "english.wasm"),
            ("split_later", "later.wasm"),
        ];
        assert_eq!(
            names,
            expected.map(|(made_as, file)| (made_as.to_owned(), file.to_owned()))
        );
    }
}
