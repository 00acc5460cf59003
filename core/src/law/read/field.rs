//! The kinds of values that a rule file holds.

use crate::assessment::Date;
use crate::json::{Fault, FaultKind, Node};
use crate::law::error::{Reason, RulesError};
use crate::law::rules::Grade;
use crate::model::{Locale, Text};

/// No limit of a cluster's area is smaller: a figure below is a slip of the unit.
const MIN_HECTARES: f64 = 0.1;

/// No limit of a cluster's area is greater: a figure above is a slip of the unit, square metres for instance.
const MAX_HECTARES: f64 = 1000.0;

pub(super) fn broken(node: &Node<'_>, reason: Reason) -> RulesError {
    RulesError {
        path: node.path().to_owned(),
        reason,
    }
}

/// Refuses fields that nobody reads: a misspelt figure would otherwise silently be absent.
pub(super) fn only(node: &Node<'_>, known: &[&str]) -> Result<(), RulesError> {
    match node
        .fields()?
        .iter()
        .find(|(name, _)| !known.contains(name))
    {
        Some((_, field)) => Err(broken(field, Reason::UnknownField)),
        None => Ok(()),
    }
}

/// An optional field, read when it is there.
pub(super) fn maybe<T>(
    node: &Node<'_>,
    name: &str,
    read: impl Fn(&Node<'_>) -> Result<T, RulesError>,
) -> Result<Option<T>, RulesError> {
    node.optional(name)?.map(|field| read(&field)).transpose()
}

/// At least one entry.
pub(super) fn some_items<'a>(node: &Node<'a>) -> Result<Vec<Node<'a>>, Fault> {
    let items = node.items()?;
    if items.is_empty() {
        return Err(node.fault(FaultKind::Empty));
    }
    Ok(items)
}

/// A text that holds more than blanks.
pub(super) fn text(node: &Node<'_>) -> Result<String, Fault> {
    node.filled().map(str::to_owned)
}

/// A text in every required language, and in the others where it is there.
pub(super) fn in_languages(node: &Node<'_>) -> Result<Text, RulesError> {
    only(node, &Locale::ALL.map(Locale::tag))?;
    let of = |locale: Locale| {
        if locale.is_required() {
            return text(&node.field(locale.tag())?);
        }
        let there = node.optional(locale.tag())?;
        there.map_or(Ok(String::new()), |there| text(&there))
    };
    Ok(Text::try_of(of)?)
}

/// A word that the file may not use here.
pub(super) fn unknown_word(node: &Node<'_>, found: &str) -> RulesError {
    let found = found.to_owned();
    node.fault(FaultKind::UnknownWord { found }).into()
}

pub(super) fn date(node: &Node<'_>) -> Result<Date, RulesError> {
    Date::parse_iso(node.text()?).ok_or_else(|| broken(node, Reason::NotADate))
}

/// How a text is known.
pub(super) fn grade(node: &Node<'_>) -> Result<Grade, RulesError> {
    let word = node.text()?;
    Grade::ALL
        .into_iter()
        .find(|grade| grade.code() == word)
        .ok_or_else(|| unknown_word(node, word))
}

pub(super) fn percent(node: &Node<'_>) -> Result<f64, RulesError> {
    number(node, 0.0, 100.0)
}

pub(super) fn hectares(node: &Node<'_>) -> Result<f64, RulesError> {
    number(node, MIN_HECTARES, MAX_HECTARES)
}

/// The index of an option or of a line.
pub(super) fn index(node: &Node<'_>) -> Result<u8, RulesError> {
    let index = node.whole()?;
    u8::try_from(index).map_err(|_| {
        node.fault(FaultKind::OutOfRange {
            value: f64::from(index),
            min: 0.0,
            max: f64::from(u8::MAX),
        })
        .into()
    })
}

fn number(node: &Node<'_>, min: f64, max: f64) -> Result<f64, RulesError> {
    let value = node.number()?;
    if !(min..=max).contains(&value) {
        return Err(node.fault(FaultKind::OutOfRange { value, min, max }).into());
    }
    Ok(value)
}
