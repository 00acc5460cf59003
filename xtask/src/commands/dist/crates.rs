//! The crates whose code is in the shipped WebAssembly, as cargo itself resolves them for the features of each program.
//!
//! Programs of the build (build scripts, procedural macros) are not among them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use serde_json::Value;

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::{self, wasm_target};
use crate::workspace;

/// The packages that programs for the browser are made of, and the features that they are built with.
const PROGRAMS: [(&str, &str); 4] = [
    (PRODUCT, "split"),
    ("cluster-ready-worker", "cut"),
    ("cluster-ready-worker", "pdf"),
    ("cluster-ready-worker", "overlay"),
];

/// The widget; what the workspace's other packages need, the product needs.
const PRODUCT: &str = "cluster-ready";
const OWN: [&str; 3] = [PRODUCT, "cluster-ready-core", "cluster-ready-worker"];

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub name: String,
    pub version: String,
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.name, self.version)
    }
}

pub(super) struct Crate {
    /// An SPDX expression.
    pub licence: String,
    pub authors: Vec<String>,
    pub repository: Option<String>,
    pub about: Option<String>,
    /// Where its source lies on this machine.
    pub folder: PathBuf,
    /// SHA-256 of the package as the registry has it.
    pub checksum: String,
}

pub(super) struct Shipped {
    pub crates: BTreeMap<Id, Crate>,
    /// What the product and each crate name as their dependencies.
    pub edges: BTreeMap<Id, BTreeSet<Id>>,
    pub product: Id,
}

/// # Errors
/// Cargo fails, or a crate comes from elsewhere than a registry.
pub(super) fn shipped() -> Result<Shipped, Failure> {
    let mut edges: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for (package, feature) in PROGRAMS {
        let tree = Run::new("cargo")
            .args(["tree", "--locked", "--package", package])
            .args(["--features", feature])
            .args(["--target", wasm_target::TARGET])
            .args(["--edges", "normal,no-proc-macro"])
            .args(["--prefix", "depth", "--format", " {p}"])
            .capture()?;
        for (id, below) in read_tree(&tree)? {
            edges.entry(id).or_default().extend(below);
        }
    }
    let product = Id {
        name: PRODUCT.to_owned(),
        version: workspace::locked_version(PRODUCT)?,
    };
    let metadata = metadata(&["--filter-platform", wasm_target::TARGET])?;
    let checksums = checksums()?;
    let mut crates = BTreeMap::new();
    for package in list(&metadata, "packages") {
        let id = Id {
            name: text(package, "name").unwrap_or_default(),
            version: text(package, "version").unwrap_or_default(),
        };
        if id != product && edges.contains_key(&id) {
            let checksum = checksums
                .get(&id)
                .ok_or_else(|| Failure::new(format!("Cargo.lock has no checksum of {id}")))?;
            crates.insert(id, read_crate(package, checksum));
        }
    }
    match edges
        .keys()
        .find(|id| **id != product && !crates.contains_key(id))
    {
        Some(id) => Err(Failure::new(format!("cargo metadata does not know {id}"))),
        None => Ok(Shipped {
            crates,
            edges,
            product,
        }),
    }
}

/// What cargo says of all crates that the project uses, its tools and tests among them, in the browser and on this machine.
pub(super) fn everything() -> Result<Value, Failure> {
    let host = tools::host()?;
    let platforms = [
        "--filter-platform",
        wasm_target::TARGET,
        "--filter-platform",
    ];
    metadata(&[&["--all-features"], &platforms[..], &[host.as_str()]].concat())
}

fn metadata(args: &[&str]) -> Result<Value, Failure> {
    let said = Run::new("cargo")
        .args(["metadata", "--locked", "--format-version", "1"])
        .args(args)
        .capture()?;
    serde_json::from_str(&said).map_err(Failure::while_doing("reading what cargo metadata says"))
}

pub(super) fn text(object: &Value, key: &str) -> Option<String> {
    object.get(key)?.as_str().map(str::to_owned)
}

pub(super) fn list<'a>(object: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    object
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn read_crate(package: &Value, checksum: &str) -> Crate {
    let authors = list(package, "authors").filter_map(Value::as_str);
    Crate {
        licence: text(package, "license").unwrap_or_default(),
        authors: authors.map(str::to_owned).collect(),
        repository: text(package, "repository"),
        about: text(package, "description"),
        folder: PathBuf::from(text(package, "manifest_path").unwrap_or_default())
            .with_file_name(""),
        checksum: checksum.to_owned(),
    }
}

/// Each crate with those below it. A line is a depth, a name and a version; a subtree is printed once.
fn read_tree(tree: &str) -> Result<BTreeMap<Id, BTreeSet<Id>>, Failure> {
    let mut edges: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let (depth, name, version) = (words.next(), words.next(), words.next());
        let depth = depth.and_then(|word| word.parse::<usize>().ok());
        let version = version.and_then(|word| word.strip_prefix('v'));
        let (Some(depth), Some(name), Some(version)) = (depth, name, version) else {
            return Err(Failure::new(format!("cargo tree says `{line}`")));
        };
        let name = if OWN.contains(&name) { PRODUCT } else { name };
        let id = Id {
            name: name.to_owned(),
            version: version.to_owned(),
        };
        above.truncate(depth);
        if let Some(parent) = above.last().filter(|parent| **parent != id) {
            edges.entry(parent.clone()).or_default().insert(id.clone());
        }
        edges.entry(id.clone()).or_default();
        above.push(id);
    }
    Ok(edges)
}

fn checksums() -> Result<BTreeMap<Id, String>, Failure> {
    let lock = std::fs::read_to_string(workspace::root().join("Cargo.lock"))
        .map_err(Failure::while_doing("reading Cargo.lock"))?;
    Ok(read_lock(&lock))
}

fn read_lock(lock: &str) -> BTreeMap<Id, String> {
    let packages = lock.split("[[package]]").skip(1);
    let read = |package: &str| {
        let value = |key: &str| {
            let quoted = package
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))?;
            Some(quoted.trim_matches('"').to_owned())
        };
        let id = Id {
            name: value("name")?,
            version: value("version")?,
        };
        Some((id, value("checksum")?))
    };
    packages.filter_map(read).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn id(name: &str) -> Id {
        Id {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
        }
    }

    #[test]
    fn crate_that_is_printed_again_keeps_what_is_below_it() {
        let tree = "0 a v1.0.0 (/x)\n1 b v1.0.0\n2 c v1.0.0\n1 d v1.0.0\n2 b v1.0.0 (*)\n";
        let edges = read_tree(tree).unwrap();
        assert!(edges[&id("a")] == BTreeSet::from([id("b"), id("d")]));
        assert!(edges[&id("b")] == BTreeSet::from([id("c")]));
        assert!(edges[&id("d")] == BTreeSet::from([id("b")]));
        assert!(edges[&id("c")].is_empty());
    }

    #[test]
    fn line_that_is_no_crate_is_refused() {
        assert!(read_tree("[dev-dependencies]\n").is_err());
    }

    #[test]
    fn checksum_of_a_crate_is_that_of_its_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"0.9.0\"\nchecksum = \"old\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"new\"\n\n\
                    [[package]]\nname = \"own\"\nversion = \"1.0.0\"\n";
        let read = read_lock(lock);
        assert_eq!(read[&id("a")], "new");
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn shipped_crates_are_those_of_both_programs_without_the_tools() {
        let shipped = shipped().unwrap();
        let has = |name: &str| shipped.crates.keys().any(|id| id.name == name);
        assert!(has("leptos") && has("quick-xml") && has("talc"));
        assert!(!has("clap") && !has("proptest") && !has("xtask"));
        assert!(
            shipped
                .crates
                .values()
                .all(|one| one.checksum.len() == 64 && !one.licence.is_empty())
        );
    }
}
