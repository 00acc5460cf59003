//! Programs that come as crates: from the PATH, from the cache, or built of the sources that their lock files name; what others
//! have built is not taken, for some of these write what is given away.

use std::fs;
use std::path::{Path, PathBuf};

use super::{cache, version_line};
use crate::failure::Failure;
use crate::process::{Run, on_path, step};

pub struct Tool<'a> {
    /// The crate's name.
    pub package: &'a str,
    /// The folder's name in the cache, before the version.
    pub cache_name: &'a str,
    /// All of them have to be there; the first tells the version.
    pub programs: &'a [&'a str],
    pub version: &'a str,
    /// How long building takes.
    pub about: &'a str,
    /// Features beside the usual ones, or in place of them.
    pub features: &'a [&'a str],
    /// Level of optimisation: what it saves when building counts more than what it costs when running, but for a tool that
    /// goes through megabytes.
    pub opt_level: &'a str,
}

impl Tool<'_> {
    fn fits(&self, folder: &Path) -> bool {
        let file =
            |program: &str| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        self.programs.iter().all(|program| file(program).is_file())
            && self
                .programs
                .first()
                .and_then(|program| version_line(file(program)))
                .is_some_and(|line| {
                    // "trunk 0.21.14", "wasm-bindgen 0.2.129 (a1b2c3)"
                    line.split_whitespace()
                        .any(|word| word.trim_start_matches('v') == self.version)
                })
    }
}

/// The folder of a tool's programs; installs them when no fitting ones are there.
///
/// # Errors
/// Neither a ready-made program nor building it worked.
pub fn ensure(tool: &Tool) -> Result<PathBuf, Failure> {
    let root = cache::folder()?.join(format!("{}-{}", tool.cache_name, tool.version));
    let bin = root.join("bin");
    if tool.fits(&bin) {
        return Ok(bin);
    }
    let first = tool.programs.first().copied().unwrap_or(tool.package);
    if let Some(folder) = on_path(first).and_then(|file| file.parent().map(Path::to_path_buf))
        && tool.fits(&folder)
    {
        return Ok(folder);
    }
    fs::create_dir_all(&root)
        .map_err(Failure::while_doing(format!("making {}", root.display())))?;
    build(tool, &root)?;
    if tool.fits(&bin) {
        Ok(bin)
    } else {
        Err(Failure::new(format!(
            "{} {} was built but does not answer in {}",
            tool.package,
            tool.version,
            bin.display()
        )))
    }
}

fn build(tool: &Tool, root: &Path) -> Result<(), Failure> {
    step(
        &format!(
            "building {} {} into {}",
            tool.package,
            tool.version,
            root.display()
        ),
        tool.about,
    );
    // In the cache too, so that an interrupted build goes on where it stopped.
    let scratch = root.join("build");
    Run::new("cargo")
        .args(["install", "--locked", "--version", tool.version, "--root"])
        .args([root.as_os_str()])
        .args([tool.package])
        .args(tool.features)
        .folder(root)
        .env("CARGO_TARGET_DIR", &scratch)
        // Their own release profiles are made for those who give programs away.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_PROFILE_RELEASE_PANIC", "unwind")
        .run()
        .map_err(Failure::while_doing(format!(
            "installing {} {}",
            tool.package, tool.version
        )))?;
    // Left behind, it is only disk space.
    let _ = fs::remove_dir_all(&scratch);
    Ok(())
}
