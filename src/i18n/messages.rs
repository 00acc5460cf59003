use std::sync::OnceLock;

use super::Locale;
use cluster_ready_core::lines::Lines;

/// The texts of a locale that are there, in the order they came.
type Texts = OnceLock<Vec<(&'static str, &'static str)>>;

static TEXTS: [[Texts; 2]; Locale::ALL.len()] =
    [const { [const { OnceLock::new() }; 2] }; Locale::ALL.len()];

/// Which texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Of the pages up to the first question, and around every page.
    First,
    /// Of all other pages.
    Later,
}

/// Takes up texts: keys in their order and texts by turns, a line each. A part comes once.
pub fn supply(locale: Locale, part: Part, lines: &'static str) {
    if let Some(texts) = TEXTS
        .get(locale as usize)
        .and_then(|of_locale| of_locale.get(part as usize))
    {
        texts.get_or_init(|| read(&mut Lines::of(lines)));
    }
}

fn read(lines: &mut Lines<'static>) -> Vec<(&'static str, &'static str)> {
    let mut texts = Vec::new();
    while let (Some(key), Some(text)) = (lines.text(), lines.text()) {
        texts.push((key, text));
    }
    texts
}

/// The messages of a locale.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    locale: Locale,
    firm: bool,
    tab: bool,
}

/// The messages of a locale, as far as they were supplied.
pub const fn messages(locale: Locale) -> Messages {
    Messages {
        locale,
        firm: false,
        tab: false,
    }
}

impl Messages {
    /// The same in the words for a firm, where `firm` holds: a text `firm.KEY` stands in place of that of the key.
    // keys: firm.*
    #[must_use]
    pub const fn for_firm(self, firm: bool) -> Self {
        Self { firm, ..self }
    }

    /// The same in the words for what is kept in the tab alone, where `tab` holds, by texts `tab.KEY`.
    // keys: tab.*
    #[must_use]
    pub const fn for_tab(self, tab: bool) -> Self {
        Self { tab, ..self }
    }

    fn find(self, key: &str) -> Option<&'static str> {
        let instead = |holds: bool, area: &str| {
            holds
                .then(|| self.find_exactly(&[area, key].concat()))
                .flatten()
        };
        instead(self.tab, "tab.")
            .or_else(|| instead(self.firm, "firm."))
            .or_else(|| self.find_exactly(key))
    }

    fn find_exactly(self, key: &str) -> Option<&'static str> {
        let parts = TEXTS.get(self.locale as usize)?;
        parts.iter().filter_map(Texts::get).find_map(|texts| {
            let at = texts.binary_search_by(|(one, _)| (*one).cmp(key)).ok()?;
            texts.get(at).map(|(_, text)| *text)
        })
    }

    /// The text of a key; the key itself where there is none, so that a gap is seen and breaks nothing.
    pub fn get(self, key: &str) -> &str {
        self.find(key).unwrap_or(key)
    }

    /// The text with `{name}` replaced by its argument.
    pub fn fill(self, key: &str, arguments: &[(&str, &str)]) -> String {
        fill(self.get(key), arguments)
    }

    /// The text for a count: `key.one` for 1 where the locale has it, else `key.other`; `{count}` is `shown`.
    pub fn count(self, key: &str, count: usize, shown: &str) -> String {
        let arguments = [("count", shown)];
        let one = (count == 1)
            .then(|| self.find(&[key, ".one"].concat()))
            .flatten();
        match one {
            Some(text) => fill(text, &arguments),
            None => self.fill(&[key, ".other"].concat(), &arguments),
        }
    }
}

fn fill(text: &str, arguments: &[(&str, &str)]) -> String {
    let mut rest = text;
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect()
    }

    fn file(json: &str) -> BTreeMap<String, String> {
        serde_json::from_str(json).unwrap()
    }

    /// Without the singulars, which only some locales have.
    fn plain_keys(texts: &BTreeMap<String, String>) -> Vec<&str> {
        let is_singular = |key: &str| {
            key.strip_suffix(".one")
                .is_some_and(|stem| texts.contains_key(&format!("{stem}.other")))
        };
        texts
            .keys()
            .map(String::as_str)
            .filter(|key| !is_singular(key))
            .collect()
    }

    #[test]
    fn all_locales_have_the_same_keys_and_placeholders() {
        let [first, others @ ..] = Locale::ALL.map(|locale| {
            let path = format!("locales/{}.json", locale.tag());
            file(&std::fs::read_to_string(path).unwrap())
        });
        for other in others {
            assert_eq!(plain_keys(&first), plain_keys(&other));
            for key in plain_keys(&first) {
                assert_eq!(
                    placeholders(&first[key]),
                    placeholders(&other[key]),
                    "{key}"
                );
            }
        }
    }

    #[test]
    fn text_for_a_firm_stands_in_place_of_another_one_and_asks_for_nothing_more() {
        let texts = file(include_str!("../../locales/en.json"));
        let of_firm = texts
            .iter()
            .filter_map(|(key, text)| Some((key.strip_prefix("firm.")?, text)));
        for (key, text) in of_firm {
            let in_place_of = texts.get(key);
            assert!(in_place_of.is_some(), "no {key}");
            let asked = in_place_of
                .map(|text| placeholders(text))
                .unwrap_or_default();
            assert!(placeholders(text).is_subset(&asked), "{key}");
        }
    }

    #[test]
    fn firm_reads_its_own_words_and_else_those_of_all() {
        supply(Locale::Vi, Part::First, "a\nof all\nb\nof all\n");
        supply(Locale::Vi, Part::Later, "firm.a\nof a firm\n");
        let (all, firm) = (messages(Locale::Vi), messages(Locale::Vi).for_firm(true));
        assert_eq!((all.get("a"), firm.get("a")), ("of all", "of a firm"));
        assert_eq!((firm.get("b"), firm.get("c")), ("of all", "c"));
    }

    #[test]
    fn unknown_placeholders_and_lone_braces_stay_as_they_are() {
        assert_eq!(fill("{x} and {y} {", &[("x", "1")]), "1 and {y} {");
    }

    #[test]
    fn texts_are_found_in_either_part_and_a_gap_shows_its_key() {
        supply(
            Locale::En,
            Part::First,
            "n.one\n{count} answer\nn.other\n{count} answers\n",
        );
        supply(Locale::En, Part::Later, "a\nA\nm.other\n{count} câu\n");
        let texts = messages(Locale::En);
        assert_eq!(texts.count("n", 1, "1"), "1 answer");
        assert_eq!(texts.count("n", 2, "2"), "2 answers");
        assert_eq!(texts.count("m", 1, "1"), "1 câu", "no singular");
        assert_eq!((texts.get("a"), texts.get("b")), ("A", "b"));
    }
}
