//! What makes the stand-alone site one that can be installed and opened without a network.

use std::fs;
use std::path::Path;

use crate::digest::integrity;
use crate::failure::Failure;
use crate::workspace;

const SOURCE: &str = "packaging/site";
const SERVICE_WORKER: &str = "sw.js";

/// Where the service worker wants the files of the site, and its version.
const FILES: &str = "const FILES = {};";
const VERSION: &str = "const VERSION = '';";

/// What no page asks for.
const NOT_KEPT: [&str; 2] = [SERVICE_WORKER, "element.d.ts"];

/// Puts the site's own files into the product, without its service worker.
pub(super) fn stage(product: &Path) -> Result<(), Failure> {
    for name in workspace::file_names(&workspace::root().join(SOURCE))? {
        if name != SERVICE_WORKER {
            fs::copy(
                workspace::root().join(SOURCE).join(&name),
                product.join(&name),
            )
            .map_err(Failure::while_doing(format!("copying {name}")))?;
        }
    }
    Ok(())
}

/// Writes the service worker: it keeps all files as they are now.
pub(super) fn keep_all(product: &Path) -> Result<(), Failure> {
    let source = workspace::root().join(SOURCE).join(SERVICE_WORKER);
    let script = fs::read_to_string(&source).map_err(Failure::while_doing(format!(
        "reading {}",
        source.display()
    )))?;
    let mut files = Vec::new();
    for name in workspace::file_names(product)? {
        if !NOT_KEPT.contains(&name.as_str()) {
            let bytes = fs::read(product.join(&name))
                .map_err(Failure::while_doing(format!("reading {name}")))?;
            files.push((name, integrity(&bytes)));
        }
    }
    fs::write(product.join(SERVICE_WORKER), with_files(&script, &files)?)
        .map_err(Failure::while_doing(format!("writing {SERVICE_WORKER}")))
}

/// The script with the files and a version that changes with any of them.
fn with_files(script: &str, files: &[(String, String)]) -> Result<String, Failure> {
    if !script.contains(FILES) || !script.contains(VERSION) {
        return Err(Failure::new(format!(
            "{SOURCE}/{SERVICE_WORKER} has no `{FILES}` or no `{VERSION}`"
        )));
    }
    let lines: Vec<String> = files
        .iter()
        .map(|(name, digest)| format!("  '{name}': '{digest}',"))
        .collect();
    let list = format!("const FILES = {{\n{}\n}};", lines.join("\n"));
    let digest = integrity(list.as_bytes());
    let version: String = digest
        .chars()
        .skip("sha256-".len())
        .filter(char::is_ascii_alphanumeric)
        .take(12)
        .collect();
    Ok(script
        .replace(FILES, &list)
        .replace(VERSION, &format!("const VERSION = '{version}';")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(digest: &str) -> String {
        let files = [("a.js".to_owned(), digest.to_owned())];
        with_files(&format!("{FILES} // of a build\n{VERSION}\n"), &files).unwrap()
    }

    #[test]
    fn service_worker_lists_the_files_with_their_digests() {
        assert!(
            script("sha256-AA==")
                .starts_with("const FILES = {\n  'a.js': 'sha256-AA==',\n}; // of a build\n")
        );
    }

    #[test]
    fn another_file_makes_another_version() {
        let version = |text: &str| text.lines().last().map(str::to_owned);
        assert_ne!(
            version(&script("sha256-AA==")),
            version(&script("sha256-AB=="))
        );
        assert_eq!(
            version(&script("sha256-AA==")),
            version(&script("sha256-AA=="))
        );
    }

    #[test]
    fn script_without_its_places_is_refused() {
        assert!(with_files("const FILES = [];", &[]).is_err());
    }
}
