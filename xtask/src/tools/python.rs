//! Python with one package, for comparisons.

use std::path::PathBuf;

use super::{apt, cache};
use crate::failure::Failure;
use crate::process::{Run, on_path, step};

/// A package and its version.
#[derive(Debug, Clone, Copy)]
pub struct Package {
    name: &'static str,
    version: &'static str,
}

/// With GEOS 3.14.1.
pub const SHAPELY: Package = Package {
    name: "shapely",
    version: "2.2.0",
};
pub const NUMPY: Package = Package {
    name: "numpy",
    version: "2.4.6",
};
const DEBIAN_PACKAGES: &[&str] = &["python3", "python3-venv"];

/// The interpreter of an environment that has the package, made where it is missing.
///
/// # Errors
/// Python is missing, or the package cannot be fetched.
pub fn with(package: Package) -> Result<PathBuf, Failure> {
    let Package { name, version } = package;
    let environment = cache::folder()?.join(format!("{name}-{version}"));
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    if works(&python, name) {
        return Ok(python);
    }
    if on_path("python3").is_none() {
        apt::install(
            DEBIAN_PACKAGES,
            "a minute",
            "this comparison needs Python 3.11 or newer; please install it and try again",
        )?;
    }
    step(
        &format!("making a Python environment with {name}"),
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
        .args([format!("{name}=={version}")])
        .run()?;
    Ok(python)
}

fn works(python: &PathBuf, package: &str) -> bool {
    python.is_file()
        && Run::new(python)
            .args(["-c", &format!("import {package}")])
            .capture()
            .is_ok()
}
