//! The three engines of today's browsers.

use std::path::PathBuf;

use super::{browser, firefox, webkit};
use crate::failure::Failure;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    /// As the tests call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Finds the browser and its driver, or installs them; gives the variables that tell the tests where they are.
    ///
    /// # Errors
    /// Something is missing and cannot be installed.
    pub fn ensure(self) -> Result<Vec<(&'static str, PathBuf)>, Failure> {
        match self {
            Self::Chromium => browser::ensure().map(|browser| {
                vec![
                    ("CHROMIUM", browser.chromium),
                    ("CHROMEDRIVER", browser.driver),
                ]
            }),
            Self::Firefox => firefox::ensure(),
            Self::Webkit => webkit::ensure(),
        }
    }
}

/// A file that a variable of the environment names, if it is there.
pub(super) fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}
