use serde_json::Value;

use super::{Fault, FaultKind};

/// Characters of a key that a path shows.
const KEY_CHARS: usize = 80;

/// A place in a JSON document: the value and the path that leads to it.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    value: &'a Value,
    path: String,
}

impl<'a> Node<'a> {
    /// The document itself.
    pub fn root(value: &'a Value) -> Self {
        Self {
            value,
            path: String::new(),
        }
    }

    pub fn value(&self) -> &'a Value {
        self.value
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// A fault at this place.
    pub fn fault(&self, kind: FaultKind) -> Fault {
        Fault {
            path: self.path.clone(),
            kind,
        }
    }

    fn wrong(&self, expected: &'static str) -> Fault {
        self.fault(FaultKind::WrongType { expected })
    }

    /// A key from a hostile file may be megabytes long; a path is for people to read.
    fn child_path(&self, key: &str) -> String {
        let key: String = key.chars().take(KEY_CHARS).collect();
        if self.path.is_empty() {
            key
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// A field that has to be there.
    pub fn field(&self, key: &str) -> Result<Node<'a>, Fault> {
        let object = self
            .value
            .as_object()
            .ok_or_else(|| self.wrong("an object"))?;
        let path = self.child_path(key);
        match object.get(key) {
            Some(value) => Ok(Node { value, path }),
            None => Err(Fault {
                path,
                kind: FaultKind::Missing,
            }),
        }
    }

    /// A field that may be missing or `null`.
    pub fn optional(&self, key: &str) -> Result<Option<Node<'a>>, Fault> {
        let object = self
            .value
            .as_object()
            .ok_or_else(|| self.wrong("an object"))?;
        Ok(object
            .get(key)
            .filter(|value| !value.is_null())
            .map(|value| Node {
                value,
                path: self.child_path(key),
            }))
    }

    /// The fields of an object with their keys.
    pub fn fields(&self) -> Result<Vec<(&'a str, Node<'a>)>, Fault> {
        let object = self
            .value
            .as_object()
            .ok_or_else(|| self.wrong("an object"))?;
        Ok(object
            .iter()
            .map(|(key, value)| {
                let path = self.child_path(key);
                (key.as_str(), Node { value, path })
            })
            .collect())
    }

    /// The entries of a list.
    pub fn items(&self) -> Result<Vec<Node<'a>>, Fault> {
        let list = self.value.as_array().ok_or_else(|| self.wrong("a list"))?;
        Ok(list
            .iter()
            .enumerate()
            .map(|(index, value)| Node {
                value,
                path: format!("{}[{index}]", self.path),
            })
            .collect())
    }

    pub fn text(&self) -> Result<&'a str, Fault> {
        self.value.as_str().ok_or_else(|| self.wrong("a text"))
    }

    /// A text of at most `limit` characters.
    pub fn text_within(&self, limit: usize) -> Result<&'a str, Fault> {
        let text = self.text()?;
        // Bytes first: counting characters is only needed near the limit.
        if text.len() > limit && text.chars().count() > limit {
            return Err(self.fault(FaultKind::TooLong { limit }));
        }
        Ok(text)
    }

    /// A text with something in it.
    pub fn filled(&self) -> Result<&'a str, Fault> {
        let text = self.text()?;
        if text.trim().is_empty() {
            return Err(self.fault(FaultKind::Empty));
        }
        Ok(text)
    }

    /// A finite number.
    pub fn number(&self) -> Result<f64, Fault> {
        self.value
            .as_f64()
            .filter(|number| number.is_finite())
            .ok_or_else(|| self.wrong("a number"))
    }

    /// A whole number from 0 on; `2.0` counts as `2`.
    pub fn whole(&self) -> Result<u32, Fault> {
        let number = self.number()?;
        if number < 0.0 || number > f64::from(u32::MAX) || number.fract() != 0.0 {
            return Err(self.wrong("a whole number from 0 on"));
        }
        // In range and without a fraction, as just checked.
        Ok(number as u32)
    }

    pub fn flag(&self) -> Result<bool, Fault> {
        self.value
            .as_bool()
            .ok_or_else(|| self.wrong("true or false"))
    }
}
