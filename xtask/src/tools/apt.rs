//! Debian's package manager, where it is there.

use crate::failure::Failure;
use crate::process::{Run, on_path, step};

/// Installs packages with apt-get; `manual` says what to do on a system without it.
///
/// # Errors
/// There is no apt-get, no right to use it, or it fails.
pub fn install(packages: &[&str], about: &str, manual: &str) -> Result<(), Failure> {
    if on_path("apt-get").is_none() {
        return Err(Failure::new(manual));
    }
    let list = packages.join(" ");
    let prefix: &[&str] = if is_root() {
        &[]
    } else if Run::new("sudo").args(["-n", "true"]).capture().is_ok() {
        &["sudo", "-n"]
    } else {
        return Err(Failure::new(format!(
            "please run `sudo apt-get install {list}` and try again"
        )));
    };
    step(&format!("installing {list} with apt-get"), about);
    let apt = |args: &[&str]| {
        let words: Vec<&str> = prefix
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .chain(args.iter().copied())
            .collect();
        match words.split_first() {
            Some((program, rest)) => Run::new(program).args(rest).run(),
            None => Ok(()),
        }
    };
    // An old package list names files that are gone; a failing mirror among several is no reason to stop.
    if let Err(failure) = apt(&["-q", "update"]) {
        eprintln!("   {failure}; going on with the package list that is there");
    }
    let mut args = vec!["-qy", "install", "--no-install-recommends"];
    args.extend_from_slice(packages);
    apt(&args)
}

fn is_root() -> bool {
    Run::new("id")
        .args(["-u"])
        .capture()
        .is_ok_and(|id| id.trim() == "0")
}
