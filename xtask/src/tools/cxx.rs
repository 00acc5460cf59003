//! A C++ compiler: libFuzzer is compiled from its sources.

use super::apt;
use crate::failure::Failure;
use crate::process::on_path;

/// Finds one where it is looked for, or installs Debian's.
///
/// # Errors
/// There is none and it cannot be installed.
pub fn ensure() -> Result<(), Failure> {
    if std::env::var_os("CXX").is_some() || on_path("c++").is_some() {
        return Ok(());
    }
    let manual =
        "fuzzing needs a C++ compiler; please install one, or name it in CXX, and try again";
    apt::install(&["g++"], "1 minute", manual)
}
