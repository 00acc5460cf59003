//! Python with shapely, for comparisons with GEOS.

use std::path::PathBuf;

use super::{apt, cache};
use crate::failure::Failure;
use crate::process::{Run, on_path, step};

/// With GEOS 3.14.1.
const SHAPELY: &str = "2.2.0";
const DEBIAN_PACKAGES: &[&str] = &["python3", "python3-venv"];

/// The interpreter of an environment of its own, made where it is missing.
///
/// # Errors
/// Python is missing, or shapely cannot be fetched.
pub fn with_shapely() -> Result<PathBuf, Failure> {
    let environment = cache::folder()?.join(format!("shapely-{SHAPELY}"));
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    if works(&python) {
        return Ok(python);
    }
    if on_path("python3").is_none() {
        apt::install(
            DEBIAN_PACKAGES,
            "a minute",
            "the comparison with GEOS needs Python 3.9 or newer; please install it and try again",
        )?;
    }
    step(
        "making an environment with shapely",
        "30 seconds, once per user",
    );
    Run::new("python3")
        .args(["-m", "venv", "--clear"])
        .args([&environment])
        .run()?;
    Run::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args([format!("shapely=={SHAPELY}")])
        .run()?;
    Ok(python)
}

fn works(python: &PathBuf) -> bool {
    python.is_file()
        && Run::new(python)
            .args(["-c", "import shapely"])
            .capture()
            .is_ok()
}
