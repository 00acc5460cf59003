use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use thiserror::Error;

use cluster_ready_core::assessment::file::{FILE_BYTES, FileError};
use cluster_ready_core::model::Subject;
use cluster_ready_core::verify::VerifyError;

/// Why a file gives no answers.
#[derive(Debug, Error)]
pub enum SourceError {
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("is not UTF-8 text")]
    NotText,
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Verify(#[from] VerifyError),
    #[error("is of a firm, which has no legal checks")]
    NoLaw,
    #[error("the model of this program is broken: {0}")]
    Model(String),
    #[error(
        "was made with the model {id:?} {version}, which this program does not have: give the file of that model with --model FILE"
    )]
    UnknownModel { id: String, version: String },
    #[error(
        "was answered with version {version} of the model, the other one with {before}: such results are not subtracted; give one version to both with --model"
    )]
    OtherModel { version: String, before: String },
    #[error("shows no overall value, so there is nothing to compare")]
    NoOverall,
    #[error("--model: {0} is no version of the model for a {1}")]
    NoVersion(String, Subject),
    #[error("--model {path}: {error}")]
    GivenModel { path: String, error: String },
    #[error("the rules of this program are broken: {0}")]
    Rules(String),
}

/// The text of a file, never more of it than a result file can have.
pub fn read_text(path: &Path) -> Result<String, SourceError> {
    let file = File::open(path)?;
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file at the limit from one above it.
    file.take(FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > FILE_BYTES {
        return Err(too_large());
    }
    String::from_utf8(bytes).map_err(|_| SourceError::NotText)
}

/// No more is read than tells that there is too much.
pub fn too_large() -> SourceError {
    SourceError::File(FileError::TooLarge {
        bytes: FILE_BYTES + 1,
        limit: FILE_BYTES,
    })
}
