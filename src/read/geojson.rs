use super::{Hint, Layer, ReadError};
pub(super) fn read(_text: &str, _hint: &Hint) -> Result<Layer, ReadError> {
    Err(ReadError::EmptyFile)
}
