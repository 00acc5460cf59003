//! Chromium and its driver, for the tests.

use std::path::PathBuf;

use super::apt;
use crate::failure::Failure;
use crate::process::on_path;

pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Finds Chromium and chromedriver, or installs Debian's.
///
/// # Errors
/// They are missing and cannot be installed.
pub fn ensure() -> Result<Browser, Failure> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let manual = "the browser tests and the printed guide need Chromium (or Chrome) and the chromedriver of the same version; \
                  please install them, or name them in CHROMIUM and CHROMEDRIVER, and try again";
    // The fonts carry Vietnamese; a bare machine has none at all.
    apt::install(
        &["chromium", "chromium-driver", "fonts-dejavu-core"],
        "2 minutes",
        manual,
    )?;
    find().ok_or_else(|| Failure::new(manual))
}

fn find() -> Option<Browser> {
    let named = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|file| file.is_file())
    };
    let chromium = named("CHROMIUM").or_else(|| {
        [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
        ]
        .iter()
        .find_map(|name| on_path(name))
    })?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { chromium, driver })
}

/// How the wasm test runner starts the browser: without a window, and without looking for the network.
pub fn capabilities(browser: &Browser) -> String {
    serde_json::json!({
        "goog:chromeOptions": {
            "binary": browser.chromium,
            "args": [
                "headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-first-run",
                "disable-background-networking", "disable-component-update", "disable-sync", "disable-quic",
            ],
        }
    })
    .to_string()
}
