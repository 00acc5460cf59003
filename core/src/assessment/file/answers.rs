//! `answers` and `notes`, both keyed by indicator id.

use std::collections::BTreeMap;

use super::words::{self, ITEM_STATES, ORIGINS, WAYS};
use super::{Damage, FileError};
use crate::assessment::{Answer, Entry, Made, check, limits};
use crate::json::{Fault, FaultKind, Node, Writer};
use crate::model::{Indicator, Model};

pub fn write_answers(w: &mut Writer, entries: &BTreeMap<String, Entry>) {
    w.key("answers").open_object();
    for (id, entry) in entries {
        if let Some(answer) = &entry.answer {
            w.key(id).open_object_line();
            write_answer(w, answer);
            w.close();
        }
    }
    w.close();
}

fn write_answer(w: &mut Writer, answer: &Answer) {
    match answer {
        Answer::Level(index) => {
            w.key("level").whole(usize::from(*index));
        }
        Answer::Number(value) => {
            w.key("number").number(*value);
        }
        Answer::Numbers(values) => {
            w.key("numbers").open_line();
            for value in values {
                w.number(*value);
            }
            w.close();
        }
        Answer::Selected(selected) => {
            w.key("selected").open_line();
            for index in selected {
                w.whole(usize::from(*index));
            }
            w.close();
        }
        Answer::Checklist(states) => {
            w.key("checklist").open_line();
            for state in states {
                w.text(words::word(ITEM_STATES, *state));
            }
            w.close();
        }
        Answer::Unknown => {
            w.key("unknown").flag(true);
        }
        Answer::NotApplicable(reason) => {
            w.key("not_applicable").text(reason);
        }
    }
}

/// What was said about the answers; nothing for one without a word.
pub fn write_notes(w: &mut Writer, entries: &BTreeMap<String, Entry>) {
    w.key("notes").open_object();
    for (id, entry) in entries {
        let silent = entry.note.is_empty()
            && entry.evidence.is_empty()
            && entry.made.is_none()
            && entry.also.is_empty();
        if silent && entry.origin.is_none() && entry.answer.is_some() {
            continue;
        }
        w.key(id).open_object();
        w.key("note").text(&entry.note);
        w.key("evidence").text(&entry.evidence);
        if let Some(origin) = entry.origin {
            w.key("origin").text(words::word(ORIGINS, origin));
        }
        if let Some(made) = &entry.made {
            write_made(w, made);
        }
        if !entry.also.is_empty() {
            w.key("also").open_line();
            for id in &entry.also {
                w.text(id);
            }
            w.close();
        }
        w.close();
    }
    w.close();
}

/// The two figures an answer was made of, with the places of those that the profile gave.
fn write_made(w: &mut Writer, made: &Made) {
    w.key(words::word(WAYS, made.way)).open_line();
    for figure in made.figures {
        w.number(figure);
    }
    w.close();
    if made.from_profile.contains(&true) {
        w.key("from_profile").open_line();
        for (index, is_known) in made.from_profile.into_iter().enumerate() {
            if is_known {
                w.whole(index);
            }
        }
        w.close();
    }
}

/// Adds the answers at a place to the entries.
pub fn read_answers(
    node: &Node,
    model: &Model,
    entries: &mut BTreeMap<String, Entry>,
) -> Result<(), FileError> {
    let Some(answers) = node.value().as_object() else {
        return Err(node
            .fault(FaultKind::WrongType {
                expected: "an object",
            })
            .into());
    };
    for (id, value) in answers {
        // Places take longer to name than answers to read, and only a fault is told with its place.
        let answer = match fitting(&Node::root(value), id, model) {
            Ok(answer) => answer,
            Err(_) => fitting(&node.field(id)?, id, model)?,
        };
        entries.entry(id.to_owned()).or_default().answer = Some(answer);
    }
    Ok(())
}

fn fitting(node: &Node, id: &str, model: &Model) -> Result<Answer, FileError> {
    let indicator = known(model, id, node)?;
    let answer = read_answer(node)?;
    check(indicator, &answer)
        .map_err(|problem| FileError::damaged(node, Damage::Answer(problem)))?;
    Ok(answer)
}

pub fn read_notes(
    node: &Node,
    model: &Model,
    entries: &mut BTreeMap<String, Entry>,
) -> Result<(), FileError> {
    for (id, node) in node.fields()? {
        let indicator = known(model, id, &node)?;
        let entry = entries.entry(id.to_owned()).or_default();
        read_note(&node, entry)?;
        entry.keep_what_fits(indicator);
    }
    Ok(())
}

/// Answers and notes to questions that are not at hand: whether each belongs to its question is left open.
pub fn read_any(answers: &Node, notes: &Node) -> Result<BTreeMap<String, Entry>, FileError> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (id, node) in answers.fields()? {
        entries.entry(id.to_owned()).or_default().answer = Some(read_answer(&node)?);
    }
    for (id, node) in notes.fields()? {
        read_note(&node, entries.entry(id.to_owned()).or_default())?;
    }
    Ok(entries)
}

fn read_note(node: &Node, entry: &mut Entry) -> Result<(), Fault> {
    let text = |key: &str| match node.optional(key)? {
        Some(text) => text.text_within(limits::NOTE_CHARS).map(str::to_owned),
        None => Ok(String::new()),
    };
    entry.note = text("note")?;
    entry.evidence = text("evidence")?;
    if let Some(origin) = node.optional("origin")? {
        entry.origin = Some(words::value(ORIGINS, &origin)?);
    }
    entry.made = read_made(node)?;
    entry.also = match node.optional("also")? {
        Some(list) => list
            .items()?
            .iter()
            .map(|item| item.text_within(limits::NAME_CHARS).map(str::to_owned))
            .collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    Ok(())
}

/// What an answer was made of. Whoever writes both members is told: one answer has one way.
fn read_made(node: &Node) -> Result<Option<Made>, Fault> {
    let mut found = None;
    for (word, way) in WAYS {
        let Some(list) = node.optional(word)? else {
            continue;
        };
        let figures = match list.items()?.as_slice() {
            [first, second] if found.is_none() => [first.number()?, second.number()?],
            _ => {
                let expected = "two numbers, once";
                return Err(list.fault(FaultKind::WrongType { expected }));
            }
        };
        let mut from_profile = [false; 2];
        if let Some(list) = node.optional("from_profile")? {
            for node in list.items()? {
                let place = usize::from(index(&node)?);
                *from_profile.get_mut(place).ok_or_else(|| {
                    node.fault(FaultKind::OutOfRange {
                        value: place as f64,
                        min: 0.0,
                        max: 1.0,
                    })
                })? = true;
            }
        }
        found = Some(Made {
            way: *way,
            figures,
            from_profile,
        });
    }
    Ok(found)
}

fn known<'a>(model: &'a Model, id: &str, node: &Node) -> Result<&'a Indicator, FileError> {
    model
        .indicator(id)
        .ok_or_else(|| FileError::damaged(node, Damage::UnknownIndicator))
}

fn read_answer(node: &Node) -> Result<Answer, FileError> {
    let fields = node.fields()?;
    let [(kind, value)] = fields.as_slice() else {
        return Err(FileError::damaged(node, Damage::NotOneAnswer));
    };
    match *kind {
        "level" => Ok(Answer::Level(index(value)?)),
        "number" => Ok(Answer::Number(value.number()?)),
        "numbers" => Ok(Answer::Numbers(list(value, Node::number)?)),
        "selected" => {
            let mut selected = list(value, index)?;
            // The order of clicks says nothing; the same option twice is a mistake and is left for the check.
            selected.sort_unstable();
            Ok(Answer::Selected(selected))
        }
        "checklist" => {
            let state = |node: &Node| words::value(ITEM_STATES, node);
            Ok(Answer::Checklist(list(value, state)?))
        }
        "unknown" if value.flag()? => Ok(Answer::Unknown),
        "not_applicable" => {
            let reason = value.text_within(limits::NOTE_CHARS)?;
            Ok(Answer::NotApplicable(reason.to_owned()))
        }
        _ => Err(FileError::damaged(node, Damage::NotOneAnswer)),
    }
}

fn list<'a, T>(
    node: &Node<'a>,
    read: impl Fn(&Node<'a>) -> Result<T, Fault>,
) -> Result<Vec<T>, FileError> {
    Ok(node.items()?.iter().map(read).collect::<Result<_, _>>()?)
}

/// Options are counted in a byte; a larger index is none of them.
fn index(node: &Node) -> Result<u8, Fault> {
    let whole = node.whole()?;
    u8::try_from(whole).map_err(|_| {
        node.fault(FaultKind::OutOfRange {
            value: f64::from(whole),
            min: 0.0,
            max: f64::from(u8::MAX),
        })
    })
}
