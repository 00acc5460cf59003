//! The files for pages of others, in a folder of their version, and the package for npm: the site without what makes it a
//! site of its own.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::digest::integrity;
use crate::failure::Failure;
use crate::process::step;
use crate::workspace;

/// What only the stand-alone site has, beside the files of `packaging/site/`.
const OF_THE_SITE: [&str; 2] = ["index.html", "page.css"];
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
const INTEGRITY: &str = "integrity.json";
const README: &str = "packaging/npm/README.md";
const ENTRY: &str = "index.js";
const TYPES: &str = "element.d.ts";

/// Writes `dist/embed/<version>/` and `dist/npm/`.
pub(super) fn make() -> Result<(), Failure> {
    step("making the files to embed and the npm package", "");
    let version = workspace::locked_version("cluster-ready")?;
    let files = files()?;
    let embed = workspace::dist().join("embed");
    fill(&embed, &embed.join(&version), &files)?;
    write(
        &embed.join(&version).join(INTEGRITY),
        integrities(&version, &files),
    )?;
    let npm = workspace::dist().join("npm");
    fill(&npm, &npm, &files)?;
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    write(&npm.join("package.json"), package(&version, &names))?;
    write(&npm.join(ENTRY), entry(&names))?;
    let readme = workspace::root().join(README);
    fs::copy(&readme, npm.join("README.md"))
        .map_err(Failure::while_doing(format!("copying {README}")))?;
    Ok(())
}

/// Name and contents of every file.
fn files() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let (root, site) = (workspace::root(), workspace::site());
    let mut files = Vec::new();
    for name in workspace::file_names(&site)? {
        let of_the_site = OF_THE_SITE.contains(&name.as_str())
            || root.join("packaging/site").join(&name).exists();
        if !of_the_site {
            let bytes = read(&site.join(&name))?;
            files.push((name, bytes));
        }
    }
    for name in LICENCES {
        files.push((name.to_owned(), read(&root.join(name))?));
    }
    files.sort();
    Ok(files)
}

/// Empties a folder and fills one in it.
fn fill(emptied: &Path, folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    workspace::remove(emptied)?;
    fs::create_dir_all(folder)
        .map_err(Failure::while_doing(format!("making {}", folder.display())))?;
    files
        .iter()
        .try_for_each(|(name, bytes)| write(&folder.join(name), bytes))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(Failure::while_doing(format!("reading {}", path.display())))
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(Failure::while_doing(format!("writing {}", path.display())))
}

/// The digest of each file, as the attribute `integrity` takes it.
fn integrities(version: &str, files: &[(String, Vec<u8>)]) -> String {
    let files: Map<String, Value> = files
        .iter()
        .map(|(name, bytes)| {
            let about = json!({ "bytes": bytes.len(), "integrity": integrity(bytes) });
            (name.clone(), about)
        })
        .collect();
    pretty(&json!({ "name": "cluster-ready", "version": version, "files": files }))
}

fn package(version: &str, names: &[&str]) -> String {
    let mut files: Vec<&str> = names.to_vec();
    files.push(ENTRY);
    pretty(&json!({
        "name": "cluster-ready",
        "version": version,
        "description": "The custom element <cluster-ready>: how ready an industrial cluster is to become a smart one, assessed in the browser",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": format!("./{ENTRY}"),
        "types": format!("./{TYPES}"),
        "exports": {
            ".": { "types": format!("./{TYPES}"), "default": format!("./{ENTRY}") },
            "./*": "./*",
        },
        "sideEffects": true,
        "files": files,
    }))
}

/// The module that an application imports: it names every file in the way that bundlers look for.
fn entry(names: &[&str]) -> String {
    let asked = |name: &&&str| {
        let is_of_page = **name == "element.js" || name.starts_with("frame");
        !is_of_page
            && ["js", "wasm", "css", "html", "json"]
                .iter()
                .any(|kind| name.ends_with(&format!(".{kind}")))
    };
    let lines: Vec<String> = names
        .iter()
        .filter(asked)
        .map(|name| format!("  '{name}': new URL('./{name}', import.meta.url).href,"))
        .collect();
    format!(
        "// Tells the element where a bundler has put its files, then defines it.\n\
         globalThis.clusterReadyFiles = {{\n{}\n}};\nawait import('./element.js');\n",
        lines.join("\n")
    )
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_names_what_the_element_loads() {
        let entry = entry(&[
            "LICENSE-MIT",
            "app.js",
            "element.d.ts",
            "element.js",
            "frame.js",
            "later.wasm",
        ]);
        assert!(
            entry
                .contains("  'app.js': new URL('./app.js', import.meta.url).href,\n  'later.wasm'")
        );
        for other in ["LICENSE", "frame.js", "element.d.ts", "'element.js'"] {
            assert!(!entry.contains(other), "{other}");
        }
    }

    #[test]
    fn integrity_is_told_for_each_file() {
        let files = [("a.js".to_owned(), Vec::new())];
        let told: Value = serde_json::from_str(&integrities("1.2.3", &files)).unwrap();
        assert_eq!(told["files"]["a.js"]["bytes"], 0);
        assert_eq!(told["files"]["a.js"]["integrity"], integrity(b""));
        assert_eq!(told["version"], "1.2.3");
    }
}
