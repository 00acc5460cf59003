//! Exports that nothing calls, and the code behind them, taken out of the first part.
//!
//! wasm-streams comes in with Leptos's server functions, which a page without a server has no use for; its classes are
//! exported, and what is exported no optimiser may leave out.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::process::Run;
use crate::tools::wasm_opt;
use crate::workspace;

/// In the names of all exports of wasm-streams.
const UNCALLED: &str = "intounderlying";

/// Number of the section of exports.
const EXPORTS: u8 = 7;

/// Leaves them out in place; without the tool they stay.
pub(super) fn leave_out(module: &Path) -> Result<(), Failure> {
    let Some(tool) = wasm_opt::find_metadce() else {
        return Ok(());
    };
    let shown = module.display();
    let bytes = fs::read(module).map_err(Failure::while_doing(format!("reading {shown}")))?;
    let names = names(&bytes)
        .ok_or_else(|| Failure::new(format!("{shown} has no exports that can be read")))?;
    let folder = workspace::target().join("wasm-opt");
    fs::create_dir_all(&folder).map_err(Failure::while_doing("making a folder"))?;
    let graph = folder.join("exports.json");
    fs::write(&graph, graph_of(&names).to_string())
        .map_err(Failure::while_doing("writing the graph of exports"))?;
    Run::new(&tool.program)
        .args(&tool.first)
        .args([module])
        .args(["--graph-file"])
        .args([&graph])
        .args(["-o"])
        .args([module])
        .capture()?;
    Ok(())
}

/// The page reaches every export but those that nothing calls.
fn graph_of(names: &[String]) -> Value {
    let called = || names.iter().filter(|name| !name.contains(UNCALLED));
    let mut graph = vec![json!({
        "name": "page",
        "root": true,
        "reaches": called().map(|name| format!("export {name}")).collect::<Vec<_>>(),
    })];
    graph.extend(called().map(|name| json!({ "name": format!("export {name}"), "export": name })));
    Value::Array(graph)
}

/// The names of a module's exports; `None` for bytes that are no module.
fn names(module: &[u8]) -> Option<Vec<String>> {
    let mut rest = module.get(8..)?;
    while let Some((id, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (section, after) = after.split_at_checked(length)?;
        if *id == EXPORTS {
            return of_section(section);
        }
        rest = after;
    }
    None
}

fn of_section(section: &[u8]) -> Option<Vec<String>> {
    let (count, mut rest) = number(section)?;
    let mut names = Vec::new();
    for _ in 0..count {
        let (length, after) = number(rest)?;
        let (name, after) = after.split_at_checked(length)?;
        names.push(String::from_utf8(name.to_vec()).ok()?);
        // The kind, and the number of what is exported.
        (_, rest) = number(after.get(1..)?)?;
    }
    Some(names)
}

/// A whole number in seven bits a byte, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_are_named_and_the_uncalled_ones_are_not_reached() {
        let mut module = b"\0asm\x01\0\0\0\x01\x01\0\x07\x2a\x02".to_vec();
        for name in ["mount", "__wbg_intounderlyingsource_free"] {
            module.push(u8::try_from(name.len()).unwrap());
            module.extend_from_slice(name.as_bytes());
            module.extend_from_slice(&[0, 3]);
        }
        let length = module.len() - 13;
        module[12] = u8::try_from(length).unwrap();
        let names = names(&module).unwrap();
        assert_eq!(names, ["mount", "__wbg_intounderlyingsource_free"]);
        let graph = graph_of(&names);
        assert_eq!(graph[0]["reaches"], json!(["export mount"]));
        assert_eq!(graph.as_array().unwrap().len(), 2);
    }

    #[test]
    fn cut_module_has_no_names() {
        assert_eq!(names(b"\0asm\x01\0\0\0\x07\x2a\x02\x05"), None);
        assert_eq!(names(b""), None);
    }
}
