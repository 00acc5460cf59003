use serde::{Serialize, de::DeserializeOwned};

/// The other side is of another build, or the bytes were cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a message of another kind")]
pub struct BadMessage;

/// A question or an answer as bytes. Both sides are of one build, so the form may change with any of them.
///
/// # Errors
/// Never in practice: every type that is sent has a known length.
pub fn to_message<T: Serialize>(value: &T) -> Result<Vec<u8>, BadMessage> {
    postcard::to_allocvec(value).map_err(|_| BadMessage)
}

/// # Errors
/// [`BadMessage`].
pub fn from_message<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadMessage> {
    postcard::from_bytes(bytes).map_err(|_| BadMessage)
}
