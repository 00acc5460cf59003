use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Locale;

/// The messages of one locale.
#[derive(Debug, Default)]
pub struct Messages {
    texts: BTreeMap<String, String>,
}

impl Messages {
    /// Reads a flat JSON object of strings. Entries that are no strings are left out.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let map: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json)?;
        let texts = map
            .into_iter()
            .filter_map(|(key, value)| match value {
                serde_json::Value::String(text) => Some((key, text)),
                _ => None,
            })
            .collect();
        Ok(Self { texts })
    }

    /// The text of a key; the key itself where there is none, so that a gap is seen and breaks nothing.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The text with `{name}` replaced by its argument.
    pub fn fill(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let mut rest = self.get(key);
        let mut text = String::with_capacity(rest.len() + 16);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                text.push('{');
                rest = after;
                continue;
            };
            match arguments.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => text.push_str(value),
                None => {
                    text.push('{');
                    text.push_str(name);
                    text.push('}');
                }
            }
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    /// The text for a count: `key.one` for 1 where the locale has it, else `key.other`; `{count}` is `shown`.
    pub fn count(&self, key: &str, count: usize, shown: &str) -> String {
        let one = format!("{key}.one");
        let chosen = if count == 1 && self.texts.contains_key(&one) {
            one
        } else {
            format!("{key}.other")
        };
        self.fill(&chosen, &[("count", shown)])
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }
}

/// The bundled messages of a locale, parsed once.
pub fn messages(locale: Locale) -> &'static Messages {
    static VI: OnceLock<Messages> = OnceLock::new();
    static EN: OnceLock<Messages> = OnceLock::new();
    let (cell, json) = match locale {
        Locale::Vi => (&VI, include_str!("../../locales/vi.json")),
        Locale::En => (&EN, include_str!("../../locales/en.json")),
    };
    cell.get_or_init(|| Messages::parse(json).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect()
    }

    /// Without the singulars, which only some locales have.
    fn plain_keys(messages: &Messages) -> Vec<&str> {
        let is_singular = |key: &str| {
            key.strip_suffix(".one")
                .is_some_and(|stem| messages.texts.contains_key(&format!("{stem}.other")))
        };
        messages.keys().filter(|key| !is_singular(key)).collect()
    }

    #[test]
    fn both_locales_have_the_same_keys_and_placeholders() {
        let (vi, en) = (messages(Locale::Vi), messages(Locale::En));
        let keys = plain_keys(vi);
        assert!(!keys.is_empty());
        let differing: Vec<&str> = plain_keys(en)
            .into_iter()
            .filter(|key| !keys.contains(key))
            .collect();
        assert!(
            differing.is_empty() && keys.len() == plain_keys(en).len(),
            "{differing:?}"
        );
        for key in keys {
            assert_eq!(
                placeholders(vi.get(key)),
                placeholders(en.get(key)),
                "{key}"
            );
        }
    }

    #[test]
    fn unknown_placeholders_and_lone_braces_stay_as_they_are() {
        let m = Messages::parse(r#"{"a":"{x} and {y} {"}"#).unwrap();
        assert_eq!(m.fill("a", &[("x", "1")]), "1 and {y} {");
    }

    #[test]
    fn one_falls_back_to_other_where_a_locale_has_no_singular() {
        let m = Messages::parse(r#"{"n.other":"{count} câu"}"#).unwrap();
        assert_eq!(m.count("n", 1, "1"), "1 câu");
    }
}
