//! `sbom.cdx.json`: the bill of materials of the shipped WebAssembly, in CycloneDX.
//!
//! It has neither a time nor a number of its own: the same product has the same bill.

use serde_json::{Map, Value, json};

use super::crates::{Crate, Id, Shipped, shipped};
use crate::failure::Failure;
use crate::process::{Run, step};
use crate::workspace;

const FILE: &str = "sbom.cdx.json";
const OWN_LICENCE: &str = "MIT OR Apache-2.0";

/// Writes `dist/sbom.cdx.json`.
pub(super) fn make() -> Result<(), Failure> {
    step("writing the bill of materials", "");
    let bill = bill(&shipped()?, &compiler()?);
    std::fs::write(workspace::dist().join(FILE), format!("{bill:#}\n"))
        .map_err(Failure::while_doing(format!("writing {FILE}")))
}

/// The version of the compiler, which is that of its standard library.
fn compiler() -> Result<String, Failure> {
    let line = Run::new("rustc").args(["--version"]).capture()?;
    // "rustc 1.88.0 (6b00bc388 2025-06-23)"
    line.split_whitespace()
        .nth(1)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("rustc says `{line}`")))
}

fn bill(shipped: &Shipped, compiler: &str) -> Value {
    let library = Id {
        name: "rust-std".to_owned(),
        version: compiler.to_owned(),
    };
    let product = &shipped.product;
    let mut components: Vec<Value> = shipped
        .crates
        .iter()
        .map(|(id, one)| component(id, one))
        .collect();
    components.push(json!({
        "type": "library",
        "bom-ref": reference(&library, "generic"),
        "name": library.name,
        "version": library.version,
        "description": "The standard library of Rust, linked into every program",
        "licenses": [{ "expression": "(MIT OR Apache-2.0) AND Unicode-3.0" }],
        "purl": reference(&library, "generic"),
    }));
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference(product, "cargo"),
                "name": product.name,
                "version": product.version,
                "licenses": [{ "expression": OWN_LICENCE }],
                "purl": reference(product, "cargo"),
            },
        },
        "components": components,
        "dependencies": dependencies(shipped, &library),
    })
}

/// The standard library is below the product, where it is linked.
fn dependencies(shipped: &Shipped, library: &Id) -> Vec<Value> {
    let mut all: Vec<Value> = shipped
        .edges
        .iter()
        .map(|(id, below)| {
            let mut below: Vec<String> = below.iter().map(|id| reference(id, "cargo")).collect();
            if *id == shipped.product {
                below.push(reference(library, "generic"));
            }
            json!({ "ref": reference(id, "cargo"), "dependsOn": below })
        })
        .collect();
    all.push(json!({ "ref": reference(library, "generic"), "dependsOn": [] }));
    all
}

/// A package URL; what a version may have beyond letters, digits and dots is `+`.
fn reference(id: &Id, kind: &str) -> String {
    format!("pkg:{kind}/{}@{}", id.name, id.version.replace('+', "%2B"))
}

fn component(id: &Id, one: &Crate) -> Value {
    // Old manifests put a slash for OR.
    let licence = one.licence.replace('/', " OR ");
    let mut fields = Map::new();
    let mut field = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    field("type", json!("library"));
    field("bom-ref", json!(reference(id, "cargo")));
    field("name", json!(id.name));
    field("version", json!(id.version));
    field("scope", json!("required"));
    field(
        "hashes",
        json!([{ "alg": "SHA-256", "content": one.checksum }]),
    );
    field("licenses", json!([{ "expression": licence }]));
    field("purl", json!(reference(id, "cargo")));
    if let Some(about) = &one.about {
        let words: Vec<&str> = about.split_whitespace().collect();
        field("description", json!(words.join(" ")));
    }
    // "Name <address>"
    let names = one.authors.iter().filter_map(|one| one.split('<').next());
    let authors: Vec<Value> = names.map(|name| json!({ "name": name.trim() })).collect();
    if !authors.is_empty() {
        field("authors", Value::Array(authors));
    }
    if let Some(repository) = &one.repository {
        field(
            "externalReferences",
            json!([{ "type": "vcs", "url": repository }]),
        );
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::commands::dist::crates::tests::id;

    fn one(licence: &str) -> Crate {
        Crate {
            licence: licence.to_owned(),
            authors: vec!["A B <a@b.example>".to_owned()],
            repository: None,
            about: Some("two\nlines".to_owned()),
            folder: "folder".into(),
            checksum: "ab".repeat(32),
        }
    }

    #[test]
    fn crate_is_told_with_its_address_digest_and_licence() {
        let shipped = Shipped {
            crates: BTreeMap::from([(id("a"), one("MIT/Apache-2.0"))]),
            edges: BTreeMap::from([
                (id("product"), BTreeSet::from([id("a")])),
                (id("a"), BTreeSet::new()),
            ]),
            product: id("product"),
        };
        let told = bill(&shipped, "1.88.0");
        let first = &told["components"][0];
        assert_eq!(first["purl"], "pkg:cargo/a@1.0.0");
        assert_eq!(first["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(first["hashes"][0]["content"], "ab".repeat(32));
        assert_eq!(first["description"], "two lines");
        assert_eq!(first["authors"], json!([{ "name": "A B" }]));
        let below = told["dependencies"].as_array().unwrap();
        let of_product = below
            .iter()
            .find(|one| one["ref"] == "pkg:cargo/product@1.0.0");
        assert_eq!(
            of_product.unwrap()["dependsOn"],
            json!(["pkg:cargo/a@1.0.0", "pkg:generic/rust-std@1.88.0"])
        );
        assert!(told.get("serialNumber").is_none() && told["metadata"].get("timestamp").is_none());
    }

    #[test]
    fn version_with_build_data_is_escaped_in_an_address() {
        let mut odd = id("a");
        odd.version = "1.0.0+x".to_owned();
        assert_eq!(reference(&odd, "cargo"), "pkg:cargo/a@1.0.0%2Bx");
    }
}
