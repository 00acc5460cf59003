//! The workshop kit: the one-file page, the guide on paper, and examples to practise with, in one zip.

mod archive;
mod guide;
mod paper;

use std::fs;
use std::path::Path;

use super::{licences, offline};
use crate::failure::Failure;
use crate::process::step;
use crate::workspace;

const SOURCE: &str = "packaging/kit";
const README: &str = "README.txt";
/// Folders of the kit that are taken as they are.
const EXAMPLES: [&str; 2] = ["boundaries", "results"];
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Writes `dist/kit/cluster-ready-workshop-<version>.zip`.
pub(super) fn make() -> Result<(), Failure> {
    step("making the workshop kit", "10 seconds");
    let version = workspace::locked_version("cluster-ready")?;
    let name = format!("cluster-ready-workshop-{version}");
    let folder = workspace::dist().join("kit");
    workspace::remove(&folder)?;
    fs::create_dir_all(&folder).map_err(Failure::while_doing("making dist/kit"))?;
    let bytes = archive::zip(&name, files(&version)?)?;
    let file = folder.join(format!("{name}.zip"));
    fs::write(&file, &bytes)
        .map_err(Failure::while_doing(format!("writing {}", file.display())))?;
    eprintln!("   {name}.zip: {} bytes", bytes.len());
    Ok(())
}

/// Path in the kit and contents of every file.
fn files(version: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let (root, source) = (workspace::root(), workspace::root().join(SOURCE));
    let page = workspace::dist().join("offline").join(offline::PAGE);
    let readme = String::from_utf8(read(&source.join(README))?)
        .map_err(Failure::while_doing(format!("reading {README}")))?;
    let mut files = vec![
        (offline::PAGE.to_owned(), read(&page)?),
        (
            "guide.pdf".to_owned(),
            paper::print(&guide::page(version)?)?,
        ),
        (README.to_owned(), for_windows(&readme, version)),
        (
            format!("licences/{}", licences::FILE),
            read(&workspace::site().join(licences::FILE))?,
        ),
    ];
    for name in LICENCES {
        files.push((format!("licences/{name}.txt"), read(&root.join(name))?));
    }
    for folder in EXAMPLES {
        for name in workspace::file_names(&source.join(folder))? {
            let bytes = read(&source.join(folder).join(&name))?;
            files.push((format!("{folder}/{name}"), bytes));
        }
    }
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(Failure::while_doing(format!("reading {}", path.display())))
}

/// With the mark of UTF-8 and the ends of lines that every editor of Windows knows.
fn for_windows(text: &str, version: &str) -> Vec<u8> {
    let text = text.replace("{version}", version);
    let lines: String = text.lines().map(|line| format!("{line}\r\n")).collect();
    format!("\u{feff}{lines}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_file_opens_in_every_editor() {
        assert_eq!(
            for_windows("bộ {version}\r\nb", "1.2"),
            "\u{feff}bộ 1.2\r\nb\r\n".as_bytes()
        );
    }
}
