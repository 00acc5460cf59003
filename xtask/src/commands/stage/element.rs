//! Scripts out of the files of the element, one of several each: a browser would ask for every file in a round of its own.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::process::Run;

/// The element, and what it loads where a page asks for sending, or for its pages in the browser's history.
const SCRIPTS: [&str; 3] = ["element.js", "outbox.js", "history.js"];
const TYPES: &str = "element.d.ts";

/// Where the element wants the word that the style sheets of its build have in them.
const STYLES: &str = "const STYLES = '';";

/// Writes the element's scripts and its types into the product.
pub(super) fn stage(source: &Path, product: &Path, styles: &str) -> Result<(), Failure> {
    let read = |name: &str| {
        fs::read_to_string(source.join(name))
            .map_err(Failure::while_doing(format!("reading src/element/{name}")))
    };
    let write = |name: &str, text: String| {
        fs::write(product.join(name), text).map_err(Failure::while_doing(format!("writing {name}")))
    };
    for name in SCRIPTS {
        let script = joined(&read(name)?, read)?;
        let is_element = name == "element.js";
        if is_element && !script.contains(STYLES) {
            return Err(Failure::new(format!("{name} has no `{STYLES}`")));
        }
        let known = format!("const STYLES = '{styles}';");
        write(name, script.replace(STYLES, &known))?;
    }
    write(TYPES, read(TYPES)?)
}

/// Writes the first page as the view shows it, to be seen until the program runs.
pub(super) fn first_page(product: &Path) -> Result<(), Failure> {
    Run::new("cargo")
        .args(["run", "--locked", "--quiet", "--package", "cluster-ready"])
        .args(["--features", "first-page"])
        .args(["--bin", "first-page", "--"])
        .args([product])
        .run()
}

/// A script with the scripts that it imports in the place of the imports.
fn joined(script: &str, read: impl Fn(&str) -> Result<String, Failure>) -> Result<String, Failure> {
    let mut text = String::new();
    for line in script.lines() {
        let Some(name) = imported(line) else {
            text.push_str(line);
            text.push('\n');
            continue;
        };
        let module = read(name)?;
        for line in module.lines() {
            if imported(line).is_some() {
                return Err(Failure::new(format!(
                    "src/element/{name} imports another script: only {} may",
                    SCRIPTS.join(" and ")
                )));
            }
            text.push_str(line.strip_prefix("export ").unwrap_or(line));
            text.push('\n');
        }
    }
    Ok(text)
}

/// The file that a line imports names from.
fn imported(line: &str) -> Option<&str> {
    let (_, from) = line.strip_prefix("import {")?.split_once("} from './")?;
    from.strip_suffix("';")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imported_script_stands_in_the_place_of_its_import() {
        let script = "// a\nimport { b } from './c.js';\nexport class A { d = b; }\n";
        let read = |name: &str| {
            assert_eq!(name, "c.js");
            Ok("const e = 1;\nexport const b = e;\n".to_owned())
        };
        let expected = "// a\nconst e = 1;\nconst b = e;\nexport class A { d = b; }\n";
        assert_eq!(joined(script, read).unwrap(), expected);
    }

    #[test]
    fn imports_of_imports_are_refused() {
        let read = |_: &str| Ok("import { a } from './d.js';\n".to_owned());
        assert!(joined("import { b } from './c.js';\n", read).is_err());
    }
}
