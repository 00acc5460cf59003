use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The path of the first member that stands twice in its object. Of such a text one reader takes the first value, another
/// one the last.
pub fn repeated(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut found = None;
    let place = Place {
        path: "",
        found: &mut found,
    };
    // A text that is no JSON has been refused before.
    let _ = place.deserialize(&mut serde_json::Deserializer::from_str(text));
    found
}

/// A value, walked through and not kept.
struct Place<'a> {
    path: &'a str,
    found: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut keys = BTreeSet::new();
        while let Some(key) = fields.next_key::<String>()? {
            let path = match self.path {
                "" => key.clone(),
                outer => format!("{outer}.{key}"),
            };
            if !keys.insert(key) {
                *self.found = Some(path);
                return Err(A::Error::custom("repeated"));
            }
            fields.next_value_seed(Place {
                path: &path,
                found: &mut *self.found,
            })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0_usize;
        loop {
            let path = format!("{}[{index}]", self.path);
            let item = Place {
                path: &path,
                found: &mut *self.found,
            };
            if items.next_element_seed(item)?.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::repeated;

    #[test]
    fn member_that_stands_twice_is_found_with_its_path() {
        for (text, path) in [
            (r#"{"a": 1, "a": 1}"#, Some("a")),
            (
                r#"{"a": [0, {"b": {"c": 1, "\u0063": 2}}]}"#,
                Some("a[1].b.c"),
            ),
            (
                r#"{"a": {"b": 1}, "b": {"a": 1}, "c": [null, true, -1, "a"]}"#,
                None,
            ),
            ("\u{feff}{\"a\": 1, \"a\": 2}", Some("a")),
            ("[", None),
        ] {
            assert_eq!(repeated(text).as_deref(), path, "{text}");
        }
    }
}
