use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::read::{answers_of, made_with_of, parse, subject_of};
use super::{FILE_BYTES, FileError};
use crate::assessment::{Entry, MadeWith};
use crate::json::{DEPTH_LIMIT, Node};
use crate::model::{Model, Subject};

/// The text of a result file or of bare answers, parsed once for all that is asked of it.
///
/// What came out before is read over and not kept: it is most of a file and says nothing of the answers.
#[derive(Debug)]
pub struct Parsed {
    value: Value,
}

/// Members of a file that stand as `{}` where they are objects.
const NOT_KEPT: [&str; 2] = ["results", "legal"];

impl Parsed {
    /// # Errors
    /// It is no JSON, or larger than any result file.
    pub fn of(text: &str) -> Result<Self, FileError> {
        let value = match without_results(text) {
            Some(value) => value,
            // Another reader says what is wrong, and where.
            None => parse(text)?,
        };
        Ok(Self { value })
    }

    /// Whose answers it holds: those of a cluster where it does not say that they are of a firm.
    pub fn subject(&self) -> Subject {
        subject_of(&self.value)
    }

    /// As [`made_with`](super::made_with()).
    ///
    /// # Errors
    /// It is no file of this product.
    pub fn made_with(&self) -> Result<Option<MadeWith>, FileError> {
        made_with_of(&self.value)
    }

    /// As [`read_answers`](super::read_answers).
    ///
    /// # Errors
    /// The first reason why the file is none of this model's, of all that is in it.
    pub fn answers(&self, model: &Model) -> Result<BTreeMap<String, Entry>, FileError> {
        answers_of(&Node::root(&self.value), model)
    }
}

/// `None` where [`parse`] would not give an object either.
fn without_results(text: &str) -> Option<Value> {
    if text.len() > FILE_BYTES {
        return None;
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = File.deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    Some(value)
}

/// The object that a file is.
struct File;

/// A value at a depth; its members are built only where it is kept.
#[derive(Clone, Copy)]
struct Member {
    depth: usize,
    kept: bool,
}

/// A text that is borrowed where nothing in it is escaped.
struct Key;

impl<'de> DeserializeSeed<'de> for File {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for File {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut file = Map::new();
        while let Some(key) = members.next_key_seed(Key)? {
            let kept = !NOT_KEPT.contains(&key.as_ref());
            let value = members.next_value_seed(Member { depth: 1, kept })?;
            file.insert(key.into_owned(), value);
        }
        Ok(Value::Object(file))
    }
}

impl Member {
    fn inside<E: Error>(self) -> Result<Self, E> {
        let depth = self.depth + 1;
        if depth > DEPTH_LIMIT {
            return Err(E::custom("too deep"));
        }
        Ok(Self { depth, ..self })
    }

    fn text<'a>(self, text: impl Into<Cow<'a, str>>) -> Value {
        Value::String(if self.kept {
            text.into().into_owned()
        } else {
            String::new()
        })
    }
}

impl<'de> DeserializeSeed<'de> for Member {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Member {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(self.text(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(self.text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            if self.kept {
                list.push(item);
            }
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut object = Map::new();
        while let Some(key) = members.next_key_seed(Key)? {
            let value = members.next_value_seed(inside)?;
            if self.kept {
                object.insert(key.into_owned(), value);
            }
        }
        Ok(Value::Object(object))
    }
}

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
