//! WebKitGTK's small browser with its driver, and a screen in memory, for the tests.

use std::fs;
use std::path::{Path, PathBuf};

use super::{apt, engine};
use crate::failure::Failure;
use crate::process::on_path;

const DEBIAN_PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb", "fonts-dejavu-core"];

/// Finds MiniBrowser, WebKitWebDriver and Xvfb, or installs Debian's.
///
/// # Errors
/// They are missing and cannot be installed.
pub fn ensure() -> Result<Vec<(&'static str, PathBuf)>, Failure> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let manual = "the tests in this engine need WebKitGTK's MiniBrowser with WebKitWebDriver, and Xvfb; please install \
                  them, or name the first two in MINIBROWSER and WEBKITDRIVER, and try again";
    apt::install(DEBIAN_PACKAGES, "3 minutes", manual)?;
    find().ok_or_else(|| Failure::new(manual))
}

fn find() -> Option<Vec<(&'static str, PathBuf)>> {
    on_path("Xvfb")?;
    let browser = engine::named("MINIBROWSER").or_else(mini_browser)?;
    let driver = engine::named("WEBKITDRIVER").or_else(|| on_path("WebKitWebDriver"))?;
    Some(vec![("MINIBROWSER", browser), ("WEBKITDRIVER", driver)])
}

/// It is no program for people: it lies beside the library, in a folder of the machine's kind and the library's version.
fn mini_browser() -> Option<PathBuf> {
    let within = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    ["/usr/lib", "/usr/libexec"]
        .iter()
        .flat_map(|folder| {
            let mut folders = within(Path::new(folder));
            folders.push(PathBuf::from(folder));
            folders
        })
        .flat_map(|folder| within(&folder))
        .filter(|folder| folder.to_string_lossy().contains("webkit2gtk-4"))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
}
