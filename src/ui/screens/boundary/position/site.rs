use gloo::timers::callback::Timeout;

use crate::ui::prelude::*;

use super::accuracy;
use super::list::PUT_BACK;
use crate::platform::focus;
use crate::platform::position::{PositionProblem, Watch};
use crate::ui::state::App;
use crate::view_model::Taking;
use cluster_ready_core::boundary::Fix;

/// So long the best position of a corner is waited for, milliseconds.
const TAKEN_IN_MS: u32 = 4_000;

/// What the device says now.
#[derive(Clone, Copy)]
pub struct Site {
    pub app: App,
    watch: StoredValue<Option<Watch>, LocalStorage>,
    pub is_watching: RwSignal<bool>,
    pub now: RwSignal<Option<Fix>>,
    pub problem: RwSignal<Option<PositionProblem>>,
    pub taking: RwSignal<Option<Taking>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// The corner taken out last, and where it stood.
    pub removed: RwSignal<Option<(usize, Fix)>>,
}

impl Site {
    pub fn new(app: App) -> Self {
        Self {
            app,
            watch: StoredValue::new_local(None),
            is_watching: RwSignal::new(false),
            now: RwSignal::new(None),
            problem: RwSignal::new(None),
            taking: RwSignal::new(None),
            timer: StoredValue::new_local(None),
            removed: RwSignal::new(None),
        }
    }

    /// Asks the device for positions, anew where it was asked before.
    pub fn watch(self) {
        self.watch.set_value(None);
        match Watch::start(move |heard| self.hear(heard)) {
            Ok(watch) => {
                self.watch.set_value(Some(watch));
                self.is_watching.set(true);
            }
            Err(problem) => self.fail(problem),
        }
    }

    /// Lets the device rest.
    pub fn stop(self) {
        self.timer.set_value(None);
        self.watch.set_value(None);
    }

    fn hear(self, heard: Result<Fix, PositionProblem>) {
        match heard {
            Ok(fix) => {
                self.problem.set(None);
                self.now.set(Some(fix));
                if let Some(taking) = self.taking.get_untracked() {
                    self.go_on(taking.hear(fix));
                }
            }
            Err(problem) => self.fail(problem),
        }
    }

    fn fail(self, problem: PositionProblem) {
        self.now.set(None);
        self.problem.set(Some(problem));
        if !problem.passes() {
            // The browser has ended the watch by itself.
            self.is_watching.set(false);
            self.taking.set(None);
            self.timer.set_value(None);
        }
    }

    /// Takes the corner the person stands at. Asked anew, the device gives no position of the way there.
    pub fn take(self) {
        if self.taking.with_untracked(Option::is_some) {
            return;
        }
        self.taking.set(Some(Taking::default()));
        self.removed.set(None);
        self.app
            .announcement
            .set(self.app.t("boundary.walk.still").to_owned());
        self.timer
            .set_value(Some(Timeout::new(TAKEN_IN_MS, move || {
                if let Some(Some(taking)) = self.taking.try_get_untracked() {
                    self.go_on(taking.end());
                }
            })));
        self.watch();
    }

    fn go_on(self, taking: Taking) {
        let Some(fix) = taking.corner() else {
            return self.taking.set(Some(taking));
        };
        self.taking.set(None);
        let app = self.app;
        if !app.change_walk(|walk| walk.push(fix)) {
            return;
        }
        let number = app.peek(|a| a.walk.len()).to_string();
        let said = app.fill(
            "boundary.walk.taken",
            &[
                ("corner", &number),
                ("accuracy", &accuracy(app, fix.accuracy_m)),
            ],
        );
        app.announcement.set(said);
    }

    /// Takes a corner out, for the time being.
    pub fn remove(self, index: usize) {
        let app = self.app;
        let Some(fix) = app.peek(|a| a.walk.get(index).copied()) else {
            return;
        };
        app.change_walk(|walk| {
            walk.remove(index);
        });
        self.removed.set(Some((index, fix)));
        focus::later(app.root(), PUT_BACK.to_owned());
    }

    pub fn put_back(self) {
        if let Some((index, fix)) = self.removed.get_untracked() {
            self.app
                .change_walk(|walk| walk.insert(index.min(walk.len()), fix));
            self.removed.set(None);
            focus::later(self.app.root(), "walk-list".to_owned());
        }
    }

    pub fn clear(self) {
        let app = self.app;
        app.change_walk(Vec::clear);
        self.removed.set(None);
        app.announcement
            .set(app.t("boundary.walk.cleared").to_owned());
        focus::later(app.root(), "way-walk".to_owned());
    }
}
