//! What the page that holds the widget asked for, and what it hears.

use std::rc::Rc;

use crate::ui::prelude::*;

use super::{App, Screen};
use crate::platform::host::{Detail, Listener};
use crate::platform::outbox::Opener;
use crate::platform::session::Tab;
use crate::platform::store::Keeping;
use crate::ui::asked::Asked;
use cluster_ready_core::assessment::{Answer, Assessment, Mode};
use cluster_ready_core::law::Rules;
use cluster_ready_core::model::Model;

/// The attributes of the element that matter to the view, as they were when it was mounted.
#[derive(Default)]
pub struct Host {
    /// The only way to begin; `None` leaves the choice to the person.
    pub mode: Option<Mode>,
    pub keeping: Keeping,
    /// Keeps the drafts of several pages of a site apart.
    pub draft_key: String,
    /// Begins the names of what the tab notes, of any but the first of several widgets with one key on a page.
    pub number: String,
    /// Stands in the masthead in place of the product's name.
    pub brand: String,
    /// Who publishes the page, and how they are reached.
    pub publisher: String,
    pub contact: String,
    pub model: Option<&'static Model>,
    pub rules: Option<&'static Rules>,
    pub listener: Option<Listener>,
    /// Where the page wants results to be sent.
    pub outbox: Option<Opener>,
}

impl Host {
    /// Of the database, the tab's notes and the channel between tabs. What a firm answers is kept apart: none of it opens
    /// where a cluster is assessed, nor the other way round.
    pub fn drafts_name(&self) -> String {
        let name = if self.mode == Some(Mode::Firm) {
            "cluster-ready-firm"
        } else {
            "cluster-ready"
        };
        if self.draft_key.is_empty() {
            name.to_owned()
        } else {
            [name, ":", &self.draft_key].concat()
        }
    }

    /// Of the database of what waits to be sent.
    pub fn outbox_name(&self) -> String {
        self.drafts_name()
            .replacen("cluster-ready", "cluster-ready-outbox", 1)
    }

    /// What this tab notes beside the drafts; nothing where nothing is to be kept.
    pub fn tab(&self) -> Tab {
        let name = (self.keeping != Keeping::Nowhere).then(|| self.drafts_name());
        Tab::named(name, &self.number)
    }
}

/// The word of a mode, as the attribute and the events have it.
pub const fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "quick",
        Mode::Full => "full",
        Mode::Firm => "firm",
    }
}

/// The mode of a word.
pub fn mode_of(word: &str) -> Option<Mode> {
    [Mode::Quick, Mode::Full, Mode::Firm]
        .into_iter()
        .find(|mode| mode_word(*mode) == word)
}

pub(super) fn answer<'a>(assessment: &'a Assessment, id: &str) -> Option<&'a Answer> {
    assessment.entries.get(id)?.answer.as_ref()
}

impl App {
    /// What the page asked for; nothing once the view is gone.
    pub fn host(self) -> Rc<Host> {
        self.host.try_get_value().unwrap_or_default()
    }

    /// The page asks for the result to be sent.
    pub fn sends(self) -> bool {
        self.host().outbox.is_some()
    }

    /// Tells the page; nothing once the view is gone.
    pub fn tell(self, event: &str, detail: &[(&str, Detail)]) {
        if let Some(listener) = &self.host().listener {
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

    /// Tells that an answer was given, changed or taken away. What it says stays here.
    pub(super) fn tell_answer(self, indicator: &str) {
        let (given, settled, asked) = self.peek(|now| {
            let (mut settled, mut asked) = (0_u32, 0_u32);
            for one in now.asked(self.model()) {
                asked += 1;
                settled += u32::from(answer(now, &one.id).is_some());
            }
            (answer(now, indicator).is_some(), settled, asked)
        });
        self.tell(
            "answer",
            &[
                ("indicator", indicator.into()),
                ("given", given.into()),
                ("settled", settled.into()),
                ("asked", asked.into()),
            ],
        );
    }

    pub(super) fn saved_to_store(self) {
        let to = if self.host().keeping == Keeping::Session {
            "session"
        } else {
            "device"
        };
        self.tell("save", &[("to", to.into())]);
    }

    /// A screen is shown.
    pub(super) fn arrived(self, screen: Screen) {
        self.tell(
            "screen",
            &[
                ("screen", screen.word(self.model()).into()),
                ("draft", self.drafts.id_now().into()),
            ],
        );
        if screen == Screen::Result {
            self.later(move |later| (later.asked)(self, Asked::Shown));
        }
    }
}
