//! What the page that holds the widget asked for, and what it hears.

use crate::ui::prelude::*;

use super::{App, Screen};
use crate::assessment::{Assessment, Mode};
use crate::law::Rules;
use crate::model::Model;
use crate::platform::host::{Detail, Listener};
use crate::platform::store::Keeping;
use crate::ui::asked::Asked;

/// The attributes of the element that matter to the view, as they were when it was mounted.
#[derive(Clone, Default)]
pub struct Host {
    /// The only way to begin; `None` leaves the choice to the person.
    pub mode: Option<Mode>,
    pub keeping: Keeping,
    /// Keeps the drafts of several pages of a site apart.
    pub draft_key: String,
    /// Stands in the masthead in place of the product's name.
    pub brand: String,
    pub model: Option<&'static Model>,
    pub rules: Option<&'static Rules>,
    pub listener: Option<Listener>,
}

impl Host {
    /// Of the database, the tab's notes and the channel between tabs.
    pub fn drafts_name(&self) -> String {
        if self.draft_key.is_empty() {
            "cluster-ready".to_owned()
        } else {
            ["cluster-ready:", &self.draft_key].concat()
        }
    }
}

/// The word of a mode, as the attribute and the events have it.
const fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "quick",
        Mode::Full => "full",
    }
}

/// The mode of a word.
pub fn mode_of(word: &str) -> Option<Mode> {
    [Mode::Quick, Mode::Full]
        .into_iter()
        .find(|mode| mode_word(*mode) == word)
}

/// The questions whose answers differ.
pub(super) fn changed<'a>(model: &'a Model, before: &Assessment, now: &Assessment) -> Vec<&'a str> {
    let answer = |assessment: &Assessment, id: &str| {
        let entry = assessment.entries.get(id);
        entry.and_then(|entry| entry.answer.clone())
    };
    let ids = model.indicators.iter().map(|one| one.id.as_str());
    ids.filter(|id| answer(before, id) != answer(now, id))
        .collect()
}

impl App {
    /// Reads what the page asked for.
    pub fn host<T>(self, read: impl FnOnce(&Host) -> T) -> T {
        self.host.with_value(read)
    }

    /// Tells the page; nothing once the view is gone.
    pub fn tell(self, event: &str, detail: &[(&str, Detail)]) {
        if let Some(Some(listener)) = self.host.try_with_value(|host| host.listener.clone()) {
            listener.tell(event, detail);
        }
    }

    pub(super) fn tell_start(self, assessment: &Assessment) {
        let mode = mode_word(assessment.mode);
        self.tell(
            "start",
            &[
                ("mode", mode.into()),
                ("example", assessment.example.into()),
            ],
        );
    }

    /// Tells which answers a change has given, changed or taken away. What they say stays here.
    pub(super) fn tell_answers(self, changed: &[&str]) {
        for indicator in changed {
            let (given, settled, asked) = self.peek(|now| {
                let has = |id: &str| now.entries.get(id).is_some_and(|one| one.answer.is_some());
                let asked = || now.asked(self.model());
                let settled = asked().filter(|one| has(&one.id)).count();
                (has(indicator), settled, asked().count())
            });
            let count = |count: usize| Detail::from(u32::try_from(count).unwrap_or(u32::MAX));
            self.tell(
                "answer",
                &[
                    ("indicator", (*indicator).into()),
                    ("given", given.into()),
                    ("settled", count(settled)),
                    ("asked", count(asked)),
                ],
            );
        }
    }

    pub(super) fn saved_to_store(self) {
        if let Some(keeping) = self.host.try_with_value(|host| host.keeping) {
            let to = if keeping == Keeping::Session {
                "session"
            } else {
                "device"
            };
            self.tell("save", &[("to", to.into())]);
        }
    }

    /// A screen is shown.
    pub(super) fn arrived(self, screen: Screen) {
        if screen == Screen::Result {
            self.later(move |later| (later.asked)(self, Asked::Shown));
        }
    }
}
