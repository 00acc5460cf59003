//! Examining the boundary at hand, and keeping it.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{Survey, Work};
use crate::platform::worker::{Payload, Trouble};
use crate::session::boundary::{Effect, Event, Turn};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::{Answer, Assessment, BoundaryRecord, Command, Entry, Origin};
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::places::Derived;
use cluster_ready_core::read::Format;
use cluster_ready_core::survey::{Look, Reply, Request, Surveyed};

impl Survey {
    /// Examines the boundary at hand and keeps it, with the answers that follow from it.
    pub fn look(self, app: App) {
        if self.work.with_untracked(Option::is_some) {
            self.send(app, Event::Changed);
        }
    }

    /// As [`Survey::look`]; afterwards the table shows the corners anew.
    pub fn look_anew(self, app: App) {
        let few = self
            .work
            .with_untracked(|work| work.as_ref().map(|work| work.given.shape().is_some()));
        if let Some(few) = few {
            self.send(app, Event::Replaced { few });
        }
    }

    /// Asks the worker about the boundary at hand.
    pub(super) fn ask_look(self, app: App, turn: Turn) {
        let Some(work) = self.work.get_untracked() else {
            return;
        };
        let request = Request::Look(Box::new(self.question(app, &work)));
        spawn_local(async move {
            let answered = self.ask(&request, work.given.bytes()).await;
            let (event, mut found) = match answered {
                Ok((Reply::Seen(seen), mended)) => (Event::Surveyed(turn), Some((seen, mended))),
                Ok(_) => (Event::Failed(turn, Trouble::Crashed), None),
                Err(trouble) => (Event::Failed(turn, trouble), None),
            };
            for effect in self.update(event) {
                match (effect, found.take()) {
                    (Effect::Show, Some((seen, mended))) => self.see(app, &work, *seen, mended),
                    (Effect::Keep, _) => {
                        if let Some(record) = work.record(None) {
                            app.keep_boundary(record, None);
                        }
                    }
                    (effect, _) => self.carry_out(app, effect),
                }
            }
        });
    }

    fn question(self, app: App, work: &Work) -> Look {
        app.peek(|a| Look {
            crs: work.shown_crs(),
            sigma_m: work.sigma_m,
            format: Format::of_word(&work.format),
            ring: self.ring.get_untracked(),
            industry: a.profile.industry.clone(),
            places: a.places.clone(),
        })
    }

    fn see(self, app: App, work: &Work, seen: Surveyed, mended: Payload) {
        if let Some(record) = work.record(seen.measures.clone()) {
            app.keep_boundary(record, seen.derived.as_ref());
        }
        if work.middle != seen.middle {
            self.change(|work| work.middle = seen.middle);
        }
        self.mended.set_value(Some(mended));
        self.seen.set(Some(Arc::new(seen)));
    }

    /// Examines the boundary of an assessment, apart from the one at hand.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn look_at(
        self,
        of: &Assessment,
        record: &BoundaryRecord,
    ) -> Result<Surveyed, Trouble> {
        let look = Look {
            crs: record.crs,
            sigma_m: record.sigma_m,
            format: Format::of_word(&record.format),
            ring: (0, 0),
            industry: of.profile.industry.clone(),
            places: of.places.clone(),
        };
        let given = Payload::of(&record.given);
        match self.ask(&Request::Look(Box::new(look)), &given).await? {
            (Reply::Seen(seen), _) => Ok(*seen),
            _ => Err(Trouble::Crashed),
        }
    }
}

impl Work {
    /// The boundary as an assessment keeps it; `None` while nobody has said its system, and for more corners than it holds.
    fn record(&self, measures: Option<Measures>) -> Option<BoundaryRecord> {
        Some(BoundaryRecord {
            file_name: self.file_name.clone(),
            format: self.format.clone(),
            crs: self.crs?,
            given: self.given.shape()?.clone(),
            sigma_m: self.sigma_m,
            measures,
        })
    }
}

impl App {
    /// Keeps a boundary with the answers that follow from it.
    fn keep_boundary(self, record: BoundaryRecord, derived: Option<&Derived>) {
        let answers = derived.map(|derived| derived.answers(self.model()));
        self.dispatch(Command::SetBoundary {
            record: Some(Box::new(record)),
            derived: answers.unwrap_or_default(),
        });
    }

    /// Puts what the boundary gives in the place of a typed answer, then goes on; to the boundary where it gives nothing.
    pub fn take_measured(self, indicator: &'static str, then: impl FnOnce() + 'static) {
        let now = self.peek(Assessment::clone);
        let Some(record) = now.boundary.clone() else {
            return self.go(Screen::Boundary);
        };
        let survey = self.survey();
        self.waits();
        spawn_local(async move {
            let seen = survey.look_at(&now, &record).await;
            if !self.loaded() {
                return;
            }
            let Ok(derived) = seen.map(|seen| seen.derived) else {
                return self.not_loaded();
            };
            let answers = derived.map(|derived| derived.answers(self.model()));
            let found = answers
                .into_iter()
                .flatten()
                .find(|(id, answer)| id == indicator && matches!(answer, Answer::Number(_)));
            let Some((id, answer)) = found else {
                return self.go(Screen::Boundary);
            };
            let entry = Entry {
                answer: Some(answer),
                origin: Some(Origin::Boundary),
                ..untrack(|| self.entry(indicator))
            };
            self.dispatch(Command::SetEntry {
                indicator: id,
                entry: Some(entry),
            });
            then();
        });
    }

    /// The boundary's answers again, after the industry or the institutions changed.
    pub fn measure_again(self) {
        let now = self.peek(Assessment::clone);
        let Some(record) = now.boundary.clone() else {
            return;
        };
        let survey = self.survey();
        spawn_local(async move {
            if let Ok(seen) = survey.look_at(&now, &record).await {
                let mut measured = record.clone();
                measured.measures = seen.measures.clone();
                // Not over a boundary that came meanwhile.
                if self.peek(|a| a.boundary.as_ref() == Some(&record)) {
                    self.keep_boundary(measured, seen.derived.as_ref());
                }
            }
        });
    }
}
