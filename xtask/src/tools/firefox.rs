//! Firefox and its driver, for the tests.

use std::path::PathBuf;

use super::cargo_tool::{self, Tool};
use super::{apt, engine};
use crate::failure::Failure;
use crate::process::on_path;

/// The driver, which speaks with every Firefox since 140.
const GECKODRIVER: &str = "0.37.1";

/// Finds Firefox or installs Debian's, and builds geckodriver where it is missing.
///
/// # Errors
/// One of them is missing and cannot be installed.
pub fn ensure() -> Result<Vec<(&'static str, PathBuf)>, Failure> {
    let manual = "the tests in this engine need Firefox; please install it, or name it in FIREFOX, and try again";
    let firefox = match find() {
        Some(firefox) => firefox,
        None => {
            apt::install(&["firefox-esr", "fonts-dejavu-core"], "2 minutes", manual)?;
            find().ok_or_else(|| Failure::new(manual))?
        }
    };
    let driver = match engine::named("GECKODRIVER") {
        Some(driver) => driver,
        None => cargo_tool::ensure(&Tool {
            package: "geckodriver",
            cache_name: "geckodriver",
            programs: &["geckodriver"],
            version: GECKODRIVER,
            about: "2 minutes on two cores, once per user",
            features: &[],
            opt_level: "0",
        })?
        .join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX)),
    };
    Ok(vec![("FIREFOX", firefox), ("GECKODRIVER", driver)])
}

fn find() -> Option<PathBuf> {
    engine::named("FIREFOX").or_else(|| {
        ["firefox-esr", "firefox"]
            .iter()
            .find_map(|name| on_path(name))
    })
}
