//! `THIRD-PARTY-LICENCES.txt`: the licences of all code of others that is in the shipped WebAssembly.
//!
//! Read from the sources that cargo has unpacked. A crate that is not admitted, or whose texts do not cover its licence, stops
//! the build.

mod known;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::admitted;
use super::crates::{Crate, Id, Shipped, everything, shipped};
use crate::failure::Failure;
use crate::process::step;
use crate::workspace;

pub const FILE: &str = "THIRD-PARTY-LICENCES.txt";

/// Texts that no crate brings along.
const OWN_TEXTS: &str = "packaging/licences";
/// Crates that are published without a licence text; looked through by a person.
const WITHOUT_TEXT: &str = "without-text.txt";
/// Their licence, with the place of the copyright notice.
const STANDARD: &str = "MIT.txt";
const NOTICE: &str = "<copyright notice>";
const STANDARD_ID: &str = "MIT";
/// The standard library is no crate of the lock file.
const LIBRARY: &str = "rust-standard-library.txt";

/// Beginnings of the names of files that hold a licence or a notice.
const NAMES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
];

/// Writes the file into the site.
///
/// # Errors
/// A crate is not admitted or the text of its licence is missing, or a file cannot be read or written.
pub fn make() -> Result<(), Failure> {
    step("collecting the licences of what is shipped", "");
    admitted::check(&everything()?)?;
    let text = text(&shipped()?)?;
    fs::write(workspace::site().join(FILE), text)
        .map_err(Failure::while_doing(format!("writing {FILE}")))
}

fn text(shipped: &Shipped) -> Result<String, Failure> {
    let own = workspace::root().join(OWN_TEXTS);
    let read = |name: &str| {
        fs::read_to_string(own.join(name))
            .map_err(Failure::while_doing(format!("reading {OWN_TEXTS}/{name}")))
    };
    let without = read(WITHOUT_TEXT)?;
    let without: BTreeSet<&str> = without
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let standard = read(STANDARD)?;
    let mut all = BTreeMap::new();
    for (id, one) in &shipped.crates {
        let mut texts = texts_of(&one.folder)?;
        if texts.is_empty() && without.contains(id.name.as_str()) {
            texts.push(standard.replace(NOTICE, &notice(id, one)));
        }
        check(id, &one.licence, &texts)?;
        all.insert(format!("{id} ({})", one.licence), texts);
    }
    if let Some(name) = without
        .iter()
        .find(|name| !shipped.crates.keys().any(|id| id.name == **name))
    {
        return Err(Failure::new(format!(
            "{name} is not shipped: please take it out of {OWN_TEXTS}/{WITHOUT_TEXT}"
        )));
    }
    all.insert("Rust standard library".to_owned(), vec![read(LIBRARY)?]);
    Ok(joined(&shipped.product, &all))
}

/// All licence texts that lie in a folder, in the order of their names.
fn texts_of(folder: &Path) -> Result<Vec<String>, Failure> {
    let names = workspace::file_names(folder)?.into_iter().filter(|name| {
        let upper = name.to_uppercase();
        NAMES.iter().any(|beginning| upper.starts_with(beginning))
    });
    names
        .map(|name| {
            fs::read_to_string(folder.join(&name)).map_err(Failure::while_doing(format!(
                "reading {}",
                folder.join(&name).display()
            )))
        })
        .collect()
}

/// Whose the crate is, by its own manifest.
fn notice(id: &Id, one: &Crate) -> String {
    let whose = if one.authors.is_empty() {
        format!("the authors of {}", id.name)
    } else {
        one.authors.join(", ")
    };
    let place = one.repository.as_ref();
    let place = place.map_or(String::new(), |place| format!(", {place}"));
    format!("Copyright (c) {whose}{place}")
}

/// There is the text of an admitted licence that the crate is under.
fn check(id: &Id, licence: &str, texts: &[String]) -> Result<(), Failure> {
    let expression = admitted::read(&id.to_string(), licence)?;
    let has_text = |one: &spdx::LicenseReq| {
        let name = one.license.id().map_or("", |license| license.name);
        texts.iter().any(|text| known::is_text_of(text, name))
    };
    if expression.evaluate(|one| admitted::is_admitted(one) && has_text(one)) {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{id} is under `{licence}` and has no text of it; when its manifest names its authors and allows {STANDARD_ID}, \
             please add its name to {OWN_TEXTS}/{WITHOUT_TEXT}"
        )))
    }
}

/// Each text once, with all that is under it.
fn joined(product: &Id, all: &BTreeMap<String, Vec<String>>) -> String {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let (mut list, mut texts) = (String::new(), String::new());
    for (name, of_crate) in all {
        let mut places = Vec::new();
        for text in of_crate {
            let next = numbers.len() + 1;
            let number = *numbers.entry(known::plain(text)).or_insert_with(|| {
                let text = text.replace('\r', "");
                texts.push_str(&format!(
                    "\n{:-<80}\n[{next}]\n\n{}\n",
                    "",
                    text.trim_matches('\n')
                ));
                next
            });
            places.push(format!("[{number}]"));
        }
        list.push_str(&format!("{name} {}\n", places.join(" ")));
    }
    format!(
        "{product}: licences of the code of others in its WebAssembly\n\n\
         The product itself is under MIT or Apache-2.0, see LICENSE-MIT and LICENSE-APACHE.\n\
         The numbers lead to the texts below.\n\n{list}{texts}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::dist::crates::tests::id;

    const MIT: &str =
        "Permission is hereby granted, free of charge, to any person\nobtaining a copy";

    fn checked(licence: &str, texts: &[&str]) -> Result<(), String> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        check(&id("a"), licence, &texts).map_err(|failure| failure.to_string())
    }

    #[test]
    fn one_allowed_licence_of_several_with_its_text_is_enough() {
        assert_eq!(checked("MIT/GPL-3.0-only", &[MIT]), Ok(()));
        assert_eq!(checked("GPL-3.0-only OR MIT", &["thanks", MIT]), Ok(()));
    }

    #[test]
    fn text_of_a_licence_that_binds_is_not_enough() {
        assert!(checked("GPL-3.0-only", &[MIT]).is_err());
        assert!(checked("MIT AND GPL-3.0-only", &[MIT]).is_err());
        assert!(checked("what it says", &[MIT]).is_err());
    }

    #[test]
    fn crate_without_the_text_of_its_licence_is_refused() {
        for texts in [&[][..], &["Copyright (c) somebody"]] {
            let told = checked("MIT", texts).unwrap_err();
            assert!(told.contains("has no text of it"), "{told}");
        }
        assert!(checked("MIT AND Unicode-3.0", &[MIT]).is_err());
    }

    #[test]
    fn same_text_stands_once_however_its_lines_are_broken() {
        let text = |text: &str| vec![text.to_owned()];
        let all = BTreeMap::from([
            ("a 1.0.0 (MIT)".to_owned(), text("one\ntwo\n")),
            ("b 1.0.0 (MIT)".to_owned(), text("one two")),
            ("c 1.0.0 (Zlib)".to_owned(), text("three")),
        ]);
        let told = joined(&id("product"), &all);
        assert!(
            told.contains("a 1.0.0 (MIT) [1]\nb 1.0.0 (MIT) [1]\nc 1.0.0 (Zlib) [2]\n"),
            "{told}"
        );
        assert_eq!(told.matches("\n[1]\n").count(), 1);
    }

    #[test]
    fn everything_shipped_has_its_licence() {
        let told = text(&shipped().unwrap()).unwrap();
        for part in [
            "leptos ",
            "quick-xml ",
            "Rust standard library",
            "UNICODE LICENSE V3",
        ] {
            assert!(told.contains(part), "{part}");
        }
        assert!(!told.contains(NOTICE));
    }
}
