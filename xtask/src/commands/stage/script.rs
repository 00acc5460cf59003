//! The scripts of a release: without what only a reader of the source needs.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::process::{Run, on_path};
use crate::workspace;

/// `cargo xtask size` follows a script from file to file by these names.
const KEPT: &str = "reserved=[file,part]";

/// Makes the scripts in this folder smaller: with terser where npm's packages are, else by dropping indentation, empty lines
/// and whole-line comments.
pub(super) fn compact_all(folder: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::while_doing("reading the built files"))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        if with_terser(&path)? {
            continue;
        }
        let shown = path.display();
        let text =
            fs::read_to_string(&path).map_err(Failure::while_doing(format!("reading {shown}")))?;
        let small = compact(&text).ok_or_else(|| {
            Failure::new(format!(
                "{shown} has a text or a comment that cannot be made smaller line by line"
            ))
        })?;
        fs::write(&path, small).map_err(Failure::while_doing(format!("writing {shown}")))?;
    }
    Ok(())
}

/// False where there is no terser.
fn with_terser(path: &Path) -> Result<bool, Failure> {
    let terser = workspace::root().join("node_modules/terser/bin/terser");
    let Some(node) = on_path("node").filter(|_| terser.is_file()) else {
        eprintln!("warning: no terser; the scripts stay larger than they have to be");
        return Ok(false);
    };
    Run::new(node)
        .args([terser.as_path(), path, Path::new("--output"), path])
        .args(["--module", "--ecma", "2022", "--mangle", KEPT])
        // A function that is taken apart would no longer bear its name.
        .args(["--compress", "passes=2,inline=false,reduce_funcs=false"])
        .run()?;
    Ok(true)
}

/// `None` where a template goes over several lines, as its spaces are part of a text, or a comment does not end.
fn compact(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line.starts_with("/*") {
            let mut last = line;
            while !last.contains("*/") {
                last = lines.next()?;
            }
            if !last.ends_with("*/") {
                return None;
            }
        } else if line.matches('`').count() % 2 == 1 {
            return None;
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_on_its_own_lines_goes_and_code_stays() {
        let text = "/**\n * a\n */\nif (a) {\n    // b\n\n    b('//'); // c\n}\n/* d */\n";
        assert_eq!(compact(text).unwrap(), "if (a) {\nb('//'); // c\n}\n");
    }

    #[test]
    fn template_over_several_lines_is_left_to_be_looked_at() {
        assert_eq!(compact("a = `x\n  y`;\n"), None);
        assert_eq!(compact("/* a\n"), None);
        assert_eq!(compact("/* a */ b();\n/* c */\n"), None);
    }
}
