//! An assessment carried over to another version of its model.

use std::collections::BTreeMap;

use super::{Answer, Assessment, Entry, check};
use crate::model::{AnswerKind, Indicator, Model, Text};

/// The model that answers were given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeWith {
    pub id: String,
    pub version: String,
    /// As [`Model::hash`].
    pub hash: String,
}

/// What was answered before, to the questions as they were then.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    pub made_with: MadeWith,
    /// All of them, by indicator id: with them goes the result that they gave. Notes and evidence stand with the present
    /// answers, and here only of questions that are asked no more.
    pub entries: BTreeMap<String, Entry>,
}

impl MadeWith {
    pub fn of(model: &Model) -> Self {
        Self {
            id: model.id.clone(),
            version: model.version.clone(),
            hash: model.hash.clone(),
        }
    }
}

impl Assessment {
    /// The same for another version of the model: answers to questions that ask the same are taken, the others are asked anew.
    /// Notes and evidence stay, and all that was answered before stays beside it.
    pub fn carried(&self, from: &Model, to: &Model) -> Self {
        let mut next = self.clone();
        next.stays = false;
        let mut entries = self.entries.clone();
        for (id, entry) in &mut entries {
            if to.position(id).is_some() {
                entry.note.clear();
                entry.evidence.clear();
            }
        }
        entries.retain(|_, entry| entry.says_something());
        next.earlier = Some(Box::new(Earlier {
            made_with: MadeWith::of(from),
            entries,
        }));
        next.entries.retain(|id, _| to.position(id).is_some());
        for (id, entry) in &mut next.entries {
            let Some(now) = to.indicator(id) else {
                continue;
            };
            let holds = |answer: &Answer| {
                let asked = from.indicator(id);
                asked.is_some_and(|before| asks_the_same(before, now)) && check(now, answer).is_ok()
            };
            if !entry.answer.as_ref().is_some_and(holds) {
                entry.answer = None;
            }
            entry.keep_what_fits(now);
        }
        next.entries.retain(|_, entry| entry.says_something());
        next
    }
}

/// Whether an answer to a question of one version answers that of another: it takes the same kind of answer, and what can be
/// chosen, or the unit of the figure, reads as it did. Points, names, hints and reasons may differ.
pub fn asks_the_same(before: &Indicator, now: &Indicator) -> bool {
    match (&before.answer, &now.answer) {
        (AnswerKind::Level(a), AnswerKind::Level(b)) => {
            all_same(a.iter().map(|one| &one.text), b.iter().map(|one| &one.text))
        }
        (AnswerKind::Choices { options: a, .. }, AnswerKind::Choices { options: b, .. })
        | (AnswerKind::Checklist(a), AnswerKind::Checklist(b)) => all_same(a.iter(), b.iter()),
        (
            AnswerKind::Number(a) | AnswerKind::Derived(a, _),
            AnswerKind::Number(b) | AnswerKind::Derived(b, _),
        ) => reads_the_same(&a.unit, &b.unit),
        (AnswerKind::Numbers { unit: a, parts: c }, AnswerKind::Numbers { unit: b, parts: d }) => {
            reads_the_same(a, b)
                && all_same(c.iter().map(|one| &one.name), d.iter().map(|one| &one.name))
        }
        _ => false,
    }
}

fn all_same<'a>(
    before: impl ExactSizeIterator<Item = &'a Text>,
    now: impl ExactSizeIterator<Item = &'a Text>,
) -> bool {
    before.len() == now.len() && before.zip(now).all(|(a, b)| reads_the_same(a, b))
}

/// A text whose meaning has changed has changed in every language; where it has stayed in one, the others were only put better.
fn reads_the_same(before: &Text, now: &Text) -> bool {
    let same = |a: &str, b: &str| letters(a).eq(letters(b));
    let has_stayed = |(locale, text)| same(text, now.get(locale));
    (before.is_empty() && now.is_empty()) || before.each().any(has_stayed)
}

/// Letters, digits and signs that stand for words, as small letters: a comma or a full stop changes nothing.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|letter| letter.is_alphanumeric() || "%‰²³".contains(*letter))
        .flat_map(char::to_lowercase)
}
