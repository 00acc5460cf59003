//! One script out of two: the browser would ask for the loader of the parts only after it has read app.js.

use crate::failure::Failure;

const IMPORTED: &str = "import { initSync } from \"./app.js\";";

/// What the loader exports for element.js.
const OFFERED: [&str; 1] = ["tell_parts"];

/// app.js with the loader of the parts in the place of its imports of it.
pub(super) fn joined(app: &str, loader: &str, name: &str) -> Result<String, Failure> {
    let mut lines = Vec::new();
    let mut imported = Vec::new();
    for line in app.lines() {
        let namespace = line
            .strip_prefix("import * as ")
            .and_then(|rest| rest.strip_suffix(&format!(" from \"{name}\"")));
        match namespace {
            Some(namespace) => imported.push(namespace),
            None => lines.push(line.to_owned()),
        }
    }
    if imported.is_empty() {
        return Err(unknown("app.js does not import the loader"));
    }
    if !loader.contains(IMPORTED) {
        return Err(unknown("the loader does not import app.js"));
    }
    let mut exported = Vec::new();
    lines.push("const parts = (() => {".into());
    for line in loader.lines().filter(|line| *line != IMPORTED) {
        match line.strip_prefix("export const ") {
            Some(rest) => {
                exported.extend(rest.split([' ', '=']).next());
                lines.push(format!("const {rest}"));
            }
            None if line.starts_with("export") || line.starts_with("import") => {
                return Err(unknown("the loader has other imports or exports"));
            }
            None => lines.push(line.to_owned()),
        }
    }
    lines.push(format!("return {{ {} }};", exported.join(", ")));
    lines.push("})();".into());
    for name in exported.iter().filter(|name| OFFERED.contains(name)) {
        lines.push(format!("export const {name} = parts.{name};"));
    }
    for namespace in imported {
        lines.push(format!("const {namespace} = parts;"));
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}

fn unknown(what: &str) -> Failure {
    Failure::new(format!(
        "{what} in the known way; see xtask/src/commands/stage/cut/joined.rs"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "import * as import1 from \"./parts.js\"\nuse({ \"./parts.js\": import1 });\nfunction initSync() {}\n";

    #[test]
    fn loader_stands_in_the_script_with_what_it_exports() {
        let loader =
            format!("{IMPORTED}\nfunction load() {{ initSync(); }}\nexport const a = load();\n");
        let expected = "use({ \"./parts.js\": import1 });\nfunction initSync() {}\nconst parts = (() => {\n\
                        function load() { initSync(); }\nconst a = load();\nreturn { a };\n})();\nconst import1 = parts;\n";
        assert_eq!(joined(APP, &loader, "./parts.js").unwrap(), expected);
    }

    #[test]
    fn what_the_element_calls_is_exported() {
        let loader = format!("{IMPORTED}\nexport const tell_parts = 1;\nexport const a = 2;\n");
        let text = joined(APP, &loader, "./parts.js").unwrap();
        assert!(text.contains("\nexport const tell_parts = parts.tell_parts;\n"));
        assert!(!text.contains("export const a"));
    }

    #[test]
    fn scripts_of_another_kind_are_refused() {
        let loader = format!("{IMPORTED}\nexport const a = 1;\n");
        assert!(joined("use();\n", &loader, "./parts.js").is_err());
        assert!(joined(APP, "export const a = 1;\n", "./parts.js").is_err());
        let other = format!("{IMPORTED}\nexport default 1;\n");
        assert!(joined(APP, &other, "./parts.js").is_err());
    }
}
