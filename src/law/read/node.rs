use serde_json::Value;

use crate::assessment::Date;
use crate::law::error::{Reason, RulesError};
use crate::model::Text;

/// A value of the rule file that knows its place in it.
pub(super) struct Node<'a> {
    value: &'a Value,
    path: String,
}

type Read<T> = Result<T, RulesError>;

impl<'a> Node<'a> {
    pub fn root(value: &'a Value) -> Self {
        Self {
            value,
            path: String::new(),
        }
    }

    pub fn error(&self, reason: Reason) -> RulesError {
        let path = if self.path.is_empty() {
            "file".to_owned()
        } else {
            self.path.clone()
        };
        RulesError { path, reason }
    }

    fn expected<T>(&self, expected: &'static str) -> Read<T> {
        Err(self.error(Reason::WrongType { expected }))
    }

    fn child(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }

    pub fn optional(&self, name: &str) -> Read<Option<Self>> {
        let Value::Object(fields) = self.value else {
            return self.expected("an object");
        };
        Ok(fields.get(name).map(|value| Self {
            value,
            path: self.child(name),
        }))
    }

    pub fn field(&self, name: &str) -> Read<Self> {
        self.optional(name)?.ok_or_else(|| RulesError {
            path: self.child(name),
            reason: Reason::Missing,
        })
    }

    /// Refuses fields that nobody reads: a misspelt figure would otherwise silently be absent.
    pub fn only(&self, known: &[&str]) -> Read<()> {
        let Value::Object(fields) = self.value else {
            return self.expected("an object");
        };
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(RulesError {
                path: self.child(name),
                reason: Reason::UnknownField,
            }),
            None => Ok(()),
        }
    }

    pub fn items(&self) -> Read<Vec<Self>> {
        let Value::Array(values) = self.value else {
            return self.expected("a list");
        };
        Ok(values
            .iter()
            .enumerate()
            .map(|(at, value)| Self {
                value,
                path: format!("{}[{at}]", self.path),
            })
            .collect())
    }

    /// At least one item.
    pub fn some_items(&self) -> Read<Vec<Self>> {
        let items = self.items()?;
        if items.is_empty() {
            return Err(self.error(Reason::Empty));
        }
        Ok(items)
    }

    pub fn str(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// A text that holds more than blanks.
    pub fn text(&self) -> Read<String> {
        let Some(text) = self.str() else {
            return self.expected("a text");
        };
        if text.trim().is_empty() {
            return Err(self.error(Reason::Empty));
        }
        Ok(text.to_owned())
    }

    pub fn texts(&self) -> Read<Vec<String>> {
        self.items()?.iter().map(Self::text).collect()
    }

    /// A text in both languages.
    pub fn both(&self) -> Read<Text> {
        self.only(&["vi", "en"])?;
        Ok(Text {
            vi: self.field("vi")?.text()?,
            en: self.field("en")?.text()?,
        })
    }

    pub fn date(&self) -> Read<Date> {
        let Some(text) = self.str() else {
            return self.expected("a date");
        };
        Date::parse_iso(text).ok_or_else(|| self.error(Reason::NotADate))
    }

    pub fn flag(&self) -> Read<bool> {
        match self.value.as_bool() {
            Some(flag) => Ok(flag),
            None => self.expected("true or false"),
        }
    }

    pub fn number(&self, least: f64, most: f64) -> Read<f64> {
        let Some(number) = self.value.as_f64() else {
            return self.expected("a number");
        };
        if !(least..=most).contains(&number) {
            return Err(self.error(Reason::OutOfRange { least, most }));
        }
        Ok(number)
    }

    pub fn percent(&self) -> Read<f64> {
        self.number(0.0, 100.0)
    }

    pub fn hectares(&self) -> Read<f64> {
        self.number(MIN_HECTARES, MAX_HECTARES)
    }

    pub fn whole(&self, most: u64) -> Read<u64> {
        let Some(number) = self.value.as_u64() else {
            return self.expected("a whole number");
        };
        if number > most {
            #[allow(clippy::cast_precision_loss, reason = "only for the message")]
            let most = most as f64;
            return Err(self.error(Reason::OutOfRange { least: 0.0, most }));
        }
        Ok(number)
    }

    /// An index of an option or a line: below 256.
    pub fn index(&self) -> Read<u8> {
        let number = self.whole(u64::from(u8::MAX))?;
        u8::try_from(number).or_else(|_| self.expected("a whole number"))
    }

    /// An optional field, read when it is there.
    pub fn maybe<T>(&self, name: &str, read: impl Fn(&Self) -> Read<T>) -> Read<Option<T>> {
        self.optional(name)?.map(|node| read(&node)).transpose()
    }
}

/// No limit of a cluster's area is smaller: a figure below is a slip of the unit.
const MIN_HECTARES: f64 = 0.1;

/// No limit of a cluster's area is greater: a figure above is a slip of the unit, square metres for instance.
const MAX_HECTARES: f64 = 1000.0;
