//! A file as a JSON value without what says nothing of its answers. What is left out is looked at all the same: what is read of the
//! rest is what would be read of the whole, and so is what is refused.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::FILE_BYTES;
use super::words::ORIGINS;
use crate::assessment::limits;
use crate::json::DEPTH_LIMIT;

/// `None` where [`parse`](super::read::parse) would not give an object either. Notes are left out where they are not asked for.
pub fn sifted(text: &str, notes: bool) -> Option<Value> {
    if text.len() > FILE_BYTES {
        return None;
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(text);
    let file = Member {
        depth: 0,
        kept: Kept::File { notes },
    };
    let value = file.deserialize(&mut reader).ok()??;
    reader.end().ok()?;
    Some(value)
}

/// What is kept of a value.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    File {
        notes: bool,
    },
    All,
    /// What kind of value it is.
    Kind,
    /// All but `null`, which says as much as nothing of a member that may be missing.
    Said,
    /// Of every note what is not certain to be read.
    Notes,
    Note,
    /// What is no text, or perhaps too long a one.
    Words,
    /// What is no origin.
    Origin,
}

/// A value at a depth.
#[derive(Clone, Copy)]
struct Member {
    depth: usize,
    kept: Kept,
}

impl Member {
    /// What stands in a value of this kind, with the name of an object's member.
    fn inside<E: Error>(self, key: Option<&str>) -> Result<Self, E> {
        let depth = self.depth + 1;
        if depth > DEPTH_LIMIT {
            return Err(E::custom("too deep"));
        }
        let kept = match (self.kept, key) {
            (Kept::File { .. }, Some("results" | "legal")) | (Kept::Kind, _) => Kept::Kind,
            (Kept::File { .. }, Some("profile")) | (Kept::Said, Some(_)) => Kept::Said,
            (Kept::File { notes: false }, Some("notes")) => Kept::Notes,
            (Kept::Notes, Some(_)) => Kept::Note,
            (Kept::Note, Some("note" | "evidence")) => Kept::Words,
            (Kept::Note, Some("origin")) => Kept::Origin,
            _ => Kept::All,
        };
        Ok(Self { depth, kept })
    }

    fn text(self, text: &str) -> Option<Value> {
        let is_fine = match self.kept {
            Kept::Kind => return Some(Value::String(String::new())),
            // No more bytes are no more characters.
            Kept::Words => text.len() <= limits::NOTE_CHARS,
            Kept::Origin => ORIGINS.iter().any(|(word, _)| *word == text),
            _ => false,
        };
        (!is_fine).then(|| text.into())
    }
}

impl<'de> DeserializeSeed<'de> for Member {
    /// `None` is left out of the object around it.
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if matches!(self.kept, Kept::File { .. }) {
            return deserializer.deserialize_map(self);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Member {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        let says_nothing = matches!(self.kept, Kept::Said | Kept::Words | Kept::Origin);
        Ok((!says_nothing).then_some(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Some(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Some(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let inside = self.inside(None)?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            if self.kept != Kept::Kind {
                list.extend(item);
            }
        }
        Ok(Some(Value::Array(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut object = Map::new();
        // Of an empty one too.
        self.inside(None)?;
        while let Some(key) = members.next_key_seed(Key)? {
            let value = members.next_value_seed(self.inside(Some(&key))?)?;
            match value {
                _ if self.kept == Kept::Kind => {}
                Some(value) => {
                    object.insert(key.into_owned(), value);
                }
                // Of a member that comes twice the second one counts.
                None if object.is_empty() => {}
                None => {
                    object.remove(key.as_ref());
                }
            }
        }
        Ok(Some(Value::Object(object)))
    }
}

/// A text that is borrowed where nothing in it is escaped.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
