//! The per-user folder that all clones share.

use std::path::PathBuf;

use crate::failure::Failure;

/// `CLUSTER_READY_TOOLS`, else `cluster-ready` in the user's cache folder.
///
/// # Errors
/// The environment names no home.
pub fn folder() -> Result<PathBuf, Failure> {
    let of = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(own) = of("CLUSTER_READY_TOOLS") {
        return std::path::absolute(&own).map_err(Failure::while_doing("CLUSTER_READY_TOOLS"));
    }
    let base = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else {
        of("XDG_CACHE_HOME")
            .filter(|dir| dir.is_absolute())
            .or_else(|| of("HOME").map(|home| home.join(".cache")))
    };
    base.map(|dir| dir.join("cluster-ready")).ok_or_else(|| {
        Failure::new(
            "no folder for the tools: neither a home folder nor CLUSTER_READY_TOOLS is set",
        )
    })
}
