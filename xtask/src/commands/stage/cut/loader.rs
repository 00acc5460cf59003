//! The script that loads the parts: the cutter's own, with a more careful way of fetching.

use super::part::Part;
use crate::failure::Failure;

/// No streaming compilation: a digest needs the whole file first, and so no media type of a host stands in the way.
const FETCHING: &str = include_str!("part.js");

/// Puts our fetching in the place of the cutter's. Its order of loading, its sharing of what is loaded and its forgetting of
/// what failed stay.
pub(super) fn loader(made: &str, parts: &[Part]) -> Result<String, Failure> {
    let mut text = made.to_owned();
    for part in parts {
        let old = made_fetching(&part.made_as);
        if text.matches(&old).count() != 1 {
            return Err(unknown(&format!(
                "fetch {} once in the known way",
                part.made_as
            )));
        }
        let new = format!("() => part(\"{}\", \"{}\")", part.file, part.integrity);
        text = text.replace(&old, &new);
    }
    if text.contains("fetch(") || text.contains("WebAssembly.") {
        return Err(unknown("fetch only the parts"));
    }
    Ok(text + FETCHING)
}

/// What the cutter writes to fetch a part.
fn made_fetching(name: &str) -> String {
    format!(
        "() => {{
    const src = fetch(new URL(\"./{name}.wasm\", import.meta.url));
    src.catch(() => {{}});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}}
"
    )
}

fn unknown(what: &str) -> Failure {
    Failure::new(format!(
        "the cutter's loader does not {what}; see xtask/src/commands/stage/cut/loader.rs"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn later() -> Part {
        Part {
            made_as: "split_later".into(),
            file: "later.wasm".into(),
            integrity: "sha256-AA==".into(),
        }
    }

    #[test]
    fn part_is_fetched_under_its_name_and_digest() {
        let made = format!(
            "const a = makeLoad({}, []);\n",
            made_fetching("split_later")
        );
        let text = loader(&made, &[later()]).unwrap();
        let expected = "const a = makeLoad(() => part(\"later.wasm\", \"sha256-AA==\"), []);\n";
        assert_eq!(text, format!("{expected}{FETCHING}"));
    }

    #[test]
    fn loader_of_another_kind_is_refused() {
        assert!(loader("const a = fetch(\"split_later.wasm\");", &[later()]).is_err());
        assert!(loader(&made_fetching("split_other"), &[]).is_err());
    }
}
