//! What may be linked into the product and into its tools: under which licences, without which crates, from where.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

use super::crates::{list, text};
use crate::failure::Failure;

/// The product goes into the pages of public bodies: nothing that binds them.
const LICENCES: [&str; 13] = [
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that only those named after them may use.
const ONLY_FOR: [(&str, &[&str]); 3] = [
    // Large, and its answers depend on the pattern: the readers are written by hand.
    ("regex", &["leptos_config", "wasm_split_cli_support"]),
    // Nothing in the product may speak to a network. What Leptos has for that is not called, so it is not linked.
    ("gloo-net", &["server_fn"]),
    ("reqwest", &[]),
];

/// Where to change it.
const HERE: &str = "xtask/src/commands/dist/admitted.rs";

/// The licence of a crate, read.
pub(super) fn read(name: &str, licence: &str) -> Result<Expression, Failure> {
    Expression::parse_mode(licence, ParseMode::LAX).map_err(Failure::while_doing(format!(
        "reading the licence of {name}, `{licence}`"
    )))
}

pub(super) fn is_admitted(one: &LicenseReq) -> bool {
    LICENCES.contains(&one.to_string().as_str())
}

/// Everything that `cargo metadata` tells of.
///
/// # Errors
/// A crate is not admitted; the first one is named.
pub(super) fn check(metadata: &Value) -> Result<(), Failure> {
    check_packages(metadata)?;
    check_users(&users(metadata), &ONLY_FOR)
}

fn check_packages(metadata: &Value) -> Result<(), Failure> {
    let own: BTreeSet<&str> = list(metadata, "workspace_members")
        .filter_map(Value::as_str)
        .collect();
    let mut registry = None;
    for package in list(metadata, "packages") {
        let name = shown(package);
        if own.contains(string(package, "id")) {
            check_wishes(&name, package)?;
        } else {
            check_licence(&name, package)?;
            check_source(&name, package, &mut registry)?;
        }
    }
    Ok(())
}

fn check_licence(name: &str, package: &Value) -> Result<(), Failure> {
    let licence = string(package, "license");
    if read(name, licence)?.evaluate(is_admitted) {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{name} is under `{licence}`, which {HERE} does not admit"
        )))
    }
}

/// All come from one registry, whichever it is.
fn check_source(name: &str, package: &Value, first: &mut Option<String>) -> Result<(), Failure> {
    let source = text(package, "source").unwrap_or_else(|| "a folder".to_owned());
    let is_registry = source.starts_with("registry+") || source.starts_with("sparse+");
    if !is_registry {
        return Err(Failure::new(format!(
            "{name} comes from {source}, not from a registry"
        )));
    }
    let wanted = first.get_or_insert_with(|| source.clone());
    if *wanted == source {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{name} comes from {source}, other crates from {wanted}"
        )))
    }
}

/// What a crate of the project asks for has a version, but for other crates of the project.
fn check_wishes(name: &str, package: &Value) -> Result<(), Failure> {
    let is_any = |wish: &&Value| wish.get("path").is_none() && string(wish, "req") == "*";
    match list(package, "dependencies").find(is_any) {
        Some(wish) => Err(Failure::new(format!(
            "{name} asks for any version of {}: please name one",
            string(wish, "name")
        ))),
        None => Ok(()),
    }
}

/// Each crate with those that use it, by name.
fn users(metadata: &Value) -> BTreeMap<&str, BTreeSet<&str>> {
    let names: BTreeMap<&str, &str> = list(metadata, "packages")
        .map(|package| (string(package, "id"), string(package, "name")))
        .collect();
    let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for node in metadata
        .get("resolve")
        .into_iter()
        .flat_map(|resolve| list(resolve, "nodes"))
    {
        let Some(user) = names.get(string(node, "id")) else {
            continue;
        };
        for used in list(node, "dependencies").filter_map(Value::as_str) {
            if let Some(used) = names.get(used) {
                users.entry(used).or_default().insert(user);
            }
        }
    }
    users
}

fn check_users(
    users: &BTreeMap<&str, BTreeSet<&str>>,
    only_for: &[(&str, &[&str])],
) -> Result<(), Failure> {
    let none = BTreeSet::new();
    for (name, allowed) in only_for {
        let found = users.get(name).unwrap_or(&none);
        if let Some(user) = found.iter().find(|user| !allowed.contains(user)) {
            return Err(Failure::new(format!(
                "{user} uses {name}, which {HERE} does not admit for it"
            )));
        }
        if let Some(user) = allowed.iter().find(|user| !found.contains(*user)) {
            return Err(Failure::new(format!(
                "{user} does not use {name} any more: please take it out of {HERE}"
            )));
        }
    }
    Ok(())
}

fn shown(package: &Value) -> String {
    format!("{} {}", string(package, "name"), string(package, "version"))
}

fn string<'a>(object: &'a Value, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::crates::everything;
    use super::*;

    const REGISTRY: &str = "registry+one";

    fn package(name: &str, licence: &str, source: Option<&str>) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "license": licence, "source": source, "dependencies": [] })
    }

    /// What is said of a product that uses this crate.
    fn said(used: Value) -> Result<(), String> {
        let metadata = json!({
            "packages": [package("product", "", None), package("good", "MIT", Some(REGISTRY)), used],
            "workspace_members": ["product"],
        });
        check_packages(&metadata).map_err(|failure| failure.to_string())
    }

    #[test]
    fn everything_that_is_used_is_admitted() {
        assert_eq!(
            check(&everything().unwrap()).map_err(|failure| failure.to_string()),
            Ok(())
        );
    }

    #[test]
    fn licence_that_binds_is_refused_and_one_at_choice_is_not() {
        assert_eq!(
            said(package("a", "GPL-3.0-only OR MIT", Some(REGISTRY))),
            Ok(())
        );
        let refused = said(package("a", "MIT AND GPL-3.0-only", Some(REGISTRY))).unwrap_err();
        assert!(
            refused.starts_with("a 1.0.0 is under `MIT AND GPL-3.0-only`, which"),
            "{refused}"
        );
        assert!(said(package("a", "", Some(REGISTRY))).is_err());
    }

    #[test]
    fn crate_from_elsewhere_is_refused() {
        for source in [None, Some("git+somewhere"), Some("registry+two")] {
            let refused = said(package("a", "MIT", source)).unwrap_err();
            assert!(refused.starts_with("a 1.0.0 comes from "), "{refused}");
        }
    }

    #[test]
    fn wish_for_any_version_is_refused_but_of_an_own_crate() {
        let wishing = |wish: Value| {
            let mut own = package("product", "", None);
            own["dependencies"] = json!([wish]);
            check_wishes("product 1.0.0", &own).map_err(|failure| failure.to_string())
        };
        assert_eq!(wishing(json!({ "name": "a", "req": "^1" })), Ok(()));
        assert_eq!(
            wishing(json!({ "name": "a", "req": "*", "path": "a" })),
            Ok(())
        );
        assert_eq!(
            wishing(json!({ "name": "a", "req": "*" })).unwrap_err(),
            "product 1.0.0 asks for any version of a: please name one"
        );
    }

    #[test]
    fn crate_is_used_by_those_named_alone_and_by_all_of_them() {
        let metadata = json!({
            "packages": [package("product", "", None), package("good", "", None), package("net", "", None)],
            "resolve": { "nodes": [
                { "id": "product", "dependencies": ["good"] },
                { "id": "good", "dependencies": ["net"] },
                { "id": "net", "dependencies": [] },
            ] },
        });
        let users = users(&metadata);
        let said = |allowed: &[&str]| {
            check_users(&users, &[("net", allowed)]).map_err(|failure| failure.to_string())
        };
        assert_eq!(said(&["good"]), Ok(()));
        assert!(said(&[]).unwrap_err().starts_with("good uses net, which"));
        assert!(
            said(&["good", "gone"])
                .unwrap_err()
                .starts_with("gone does not use net any more")
        );
    }
}
