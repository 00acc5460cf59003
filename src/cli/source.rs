use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use thiserror::Error;

use crate::assessment::file::{self, FILE_BYTES, FileError};
use crate::model::{self, Model};
use crate::verify::VerifyError;

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
        return Err(SourceError::File(FileError::TooLarge {
            bytes: bytes.len(),
            limit: FILE_BYTES,
        }));
    }
    String::from_utf8(bytes).map_err(|_| SourceError::NotText)
}

/// The bundled model whose questions a text answers.
pub fn model_of(text: &str) -> Result<&'static Model, SourceError> {
    model::of_file(file::subject(text)?).map_err(|error| SourceError::Model(error.to_string()))
}
