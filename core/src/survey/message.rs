use postcard::ser_flavors::Flavor;
use serde::{Serialize, de::DeserializeOwned};

/// The other side is of another build, or the bytes were cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a message of another kind")]
pub struct BadMessage;

/// A question or an answer as bytes. Both sides are of one build, so the form may change with any of them.
///
/// # Errors
/// Never in practice: every type that is sent has a known length.
#[inline(never)]
pub fn to_message<T: Serialize>(value: &T) -> Result<Vec<u8>, BadMessage> {
    postcard::serialize_with_flavor(value, Bytes(Vec::new())).map_err(|_| BadMessage)
}

/// Bytes as they are written. Not inlined: every field of every message ends here.
struct Bytes(Vec<u8>);

impl Flavor for Bytes {
    type Output = Vec<u8>;

    #[inline(never)]
    fn try_extend(&mut self, data: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(data);
        Ok(())
    }

    #[inline(never)]
    fn try_push(&mut self, data: u8) -> postcard::Result<()> {
        self.0.push(data);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Vec<u8>> {
        Ok(self.0)
    }
}

/// # Errors
/// [`BadMessage`].
#[inline(never)]
pub fn from_message<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadMessage> {
    postcard::from_bytes(bytes).map_err(|_| BadMessage)
}
