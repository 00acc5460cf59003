//! The boundary while it is being given and corrected.
//!
//! A shape whose system is known is kept in the assessment at once, also while something is wrong with it. What has no
//! system yet, or cannot be read, stays here until it has.

mod asking;
mod corners;
mod editing;
mod held;
mod looking;
mod reading;
mod undo;
mod walk;

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{App, CornerTable};
use crate::platform::file::FileProblem;
use crate::platform::worker::{Payload, Trouble};
use crate::session::boundary::{Boundary, Effect, Event};
use crate::view_model::History;
use cluster_ready_core::boundary::{Crs, Position, Repair, Shape, repair};
use cluster_ready_core::read::{CrsOption, Hint, Note, ReadError, Salvaged, crs_options_at};
use cluster_ready_core::survey::Surveyed;
use undo::Step;

pub use asking::{Asking, Busy};
pub use editing::{Done, Editing, Press};
pub use held::Held;
pub use reading::Layer;
pub use walk::FORMAT_WALK;

/// How the boundary is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    File,
    Paste,
    Type,
    /// Taken on site with the device's position.
    Walk,
}

/// What came of the last thing given.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    Nothing,
    /// The file could not be taken.
    Unreadable {
        name: String,
        problem: FileProblem,
    },
    /// It holds no boundary. `name` is empty for pasted text.
    Refused {
        name: String,
        error: ReadError,
        /// What of it can be corrected by hand.
        saved: Arc<Salvaged>,
    },
    /// The worker did not get to an answer.
    Stopped {
        name: String,
        trouble: Trouble,
    },
    /// It holds several, or one that a person has to confirm.
    Offered {
        name: String,
        layer: Arc<Layer>,
    },
}

/// The boundary at hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    pub file_name: String,
    pub format: String,
    /// The shape as given. Its bytes stay outside of the program: there may be a million corners.
    pub given: Held,
    /// Middle of its bounds, in its own coordinates.
    pub middle: Option<Position>,
    /// `None` until a person says which system the corners are in.
    pub crs: Option<Crs>,
    /// The system that is looked at while none is said.
    pub picked: Crs,
    /// To choose the system from; empty while there is nothing to ask.
    pub options: Vec<CrsOption>,
    pub notes: Vec<Note>,
    pub sigma_m: f64,
    /// Who says the system; `None` of a boundary that was kept.
    pub said: Option<Said>,
    /// The area that the file states of it, square metres.
    pub stated_m2: Option<f64>,
    /// What it was chosen from.
    pub layer: Option<Arc<Layer>>,
}

/// Who says in which system the corners are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    File,
    /// Nothing else has numbers of such a size.
    Sizes,
    Person,
}

impl Work {
    /// The system it is drawn in.
    pub fn shown_crs(&self) -> Crs {
        self.crs.unwrap_or(self.picked)
    }
}

/// The state of the boundary's page. Copies share it.
#[derive(Clone, Copy)]
pub struct Survey {
    pub way: RwSignal<Way>,
    pub given: RwSignal<Given, LocalStorage>,
    pub work: RwSignal<Option<Work>, LocalStorage>,
    /// Another boundary is being given in place of the one at hand.
    pub replacing: RwSignal<bool>,
    /// What follows from the boundary at hand, or from what it was before its last change.
    pub seen: RwSignal<Option<Arc<Surveyed>>>,
    /// Its last change is in what is seen, or nothing follows from it.
    pub is_current: RwSignal<bool>,
    /// Why nothing follows from its last change.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Part and ring whose corners the table shows.
    pub ring: RwSignal<(usize, usize)>,
    /// The corners of that ring.
    pub table: CornerTable,
    /// Corners typed from nothing.
    pub typed: CornerTable,
    /// The system that the file named whose rows are corrected there.
    typed_system: StoredValue<Option<Crs>>,
    pub asking: Asking,
    /// The corner chosen on the map; `None` while corners are not moved there.
    pub editing: RwSignal<Option<Editing>>,
    history: RwSignal<History<Step>, LocalStorage>,
    /// The boundary as it was mended before measuring.
    mended: StoredValue<Option<Payload>, LocalStorage>,
    /// What is waited for, and which answer counts.
    visit: StoredValue<Boundary>,
}

impl Survey {
    pub(super) fn new() -> Self {
        Self {
            way: RwSignal::new(Way::File),
            given: RwSignal::new_local(Given::Nothing),
            work: RwSignal::new_local(None),
            replacing: RwSignal::new(false),
            seen: RwSignal::new(None),
            is_current: RwSignal::new(true),
            trouble: RwSignal::new(None),
            ring: RwSignal::new((0, 0)),
            table: CornerTable::new(),
            typed: CornerTable::new(),
            typed_system: StoredValue::new(None),
            asking: Asking::new(),
            editing: RwSignal::new(None),
            history: RwSignal::new_local(History::default()),
            mended: StoredValue::new_local(None),
            visit: StoredValue::new(Boundary::default()),
        }
    }

    /// Something happened, and this is to be done; nothing once the view is gone.
    fn update(self, event: Event) -> Vec<Effect> {
        let effects = self.visit.try_update_value(|visit| {
            let (next, effects) = visit.update(event);
            *visit = next;
            (next, effects)
        });
        let Some((now, effects)) = effects else {
            return Vec::new();
        };
        if self.is_current.get_untracked() != now.is_current() {
            self.is_current.set(now.is_current());
        }
        if self.trouble.get_untracked() != now.trouble() {
            self.trouble.set(now.trouble());
        }
        effects
    }

    fn send(self, app: App, event: Event) {
        for effect in self.update(event) {
            self.carry_out(app, effect);
        }
    }

    fn carry_out(self, app: App, effect: Effect) {
        match effect {
            Effect::Cancel => self.cancel(),
            Effect::Ask(turn) => self.ask_look(app, turn),
            Effect::Tabulate => self.tabulate(app),
            Effect::TabulateSeen => self.tabulate_seen(app),
            Effect::Check => self.check_table(app),
            Effect::Wait(turn) => self.wait(app, turn),
            Effect::GiveUp => {
                self.take(None);
                self.enter(app);
            }
            // Done where the answer is.
            Effect::Read(_) | Effect::Open | Effect::Show | Effect::Keep => {}
        }
    }

    /// Something was given that the assessment does not hold yet.
    pub fn is_at_work(self) -> bool {
        let reading = self.visit.with_value(Boundary::is_reading);
        let offered = |given: &Given| matches!(given, Given::Offered { .. });
        let offered = self.given.with_untracked(offered);
        let held = |work: &Work| work.crs.is_some() && work.given.shape().is_some();
        let at_hand = self
            .work
            .with_untracked(|work| work.as_ref().is_some_and(|work| !held(work)));
        let typed = self
            .typed
            .cells()
            .iter()
            .flatten()
            .any(|cell| !cell.is_empty());
        reading || offered || at_hand || typed || self.replacing.get_untracked()
    }

    /// Forgets everything: another assessment is on the screen.
    pub fn clear(self) {
        if self.update(Event::Cleared).contains(&Effect::Cancel) {
            self.cancel();
        }
        self.way.set(Way::File);
        self.given.set(Given::Nothing);
        self.replacing.set(false);
        self.typed.show(Vec::new());
        self.typed_system.set_value(None);
        self.take(None);
    }

    fn take(self, work: Option<Work>) {
        // A look that is under way is of what was at hand before.
        self.update(Event::Taken);
        self.history.set(History::default());
        self.editing.set(None);
        self.mended.set_value(None);
        self.ring.set((0, 0));
        self.table.show(Vec::new());
        self.seen.set(None);
        self.work.set(work);
    }

    /// Takes up the boundary that is kept, unless it is at hand already.
    pub fn enter(self, app: App) {
        let at_hand = self.work.with_untracked(Option::is_some);
        let kept = app.peek(|a| a.boundary.clone());
        self.editing.set(None);
        match kept {
            Some(record) if !at_hand && !record.given.parts.is_empty() => {
                self.take(Some(Work {
                    file_name: record.file_name,
                    format: record.format,
                    middle: record.given.middle(),
                    given: Held::of(record.given),
                    crs: Some(record.crs),
                    picked: record.crs,
                    options: Vec::new(),
                    notes: Vec::new(),
                    sigma_m: record.sigma_m,
                    said: None,
                    stated_m2: None,
                    layer: None,
                }));
                self.look_anew(app);
            }
            // The industry or the province may have changed since.
            Some(_) if at_hand => self.look(app),
            // A walk that was begun is gone on with.
            None if app.peek(|a| !a.walk.is_empty()) && !at_hand => self.way.set(Way::Walk),
            _ => {}
        }
    }

    fn hint(app: App) -> Hint {
        Hint {
            province: app.peek(|a| a.profile.province.clone()),
            crs: None,
        }
    }

    fn options(app: App, middle: Option<Position>) -> Vec<CrsOption> {
        let province = Self::hint(app).province;
        let at = |middle| crs_options_at(middle, province.as_deref());
        middle.map(at).unwrap_or_default()
    }

    fn change(self, change: impl FnOnce(&mut Work)) {
        self.work.update(|work| {
            if let Some(work) = work {
                change(work);
            }
        });
    }

    /// The boundary at hand has these corners now.
    fn give(self, shape: Shape) {
        self.change(|work| {
            work.middle = shape.middle();
            work.given = Held::of(shape);
        });
    }

    /// A system to look at; it counts at once where one was said before.
    pub fn pick(self, app: App, crs: Crs) {
        self.change(|work| {
            work.picked = crs;
            if work.crs.is_some() {
                work.crs = Some(crs);
                work.said = Some(Said::Person);
            }
        });
        self.look(app);
    }

    /// The system that is looked at is the right one.
    pub fn confirm(self, app: App) {
        self.change(|work| {
            work.crs = Some(work.picked);
            work.said = Some(Said::Person);
        });
        self.look(app);
    }

    /// Offers the other systems again.
    pub fn ask_system(self, app: App) {
        let middle = self
            .work
            .with_untracked(|work| work.as_ref().and_then(|work| work.middle));
        self.change(|work| work.options = Self::options(app, middle));
    }

    pub fn set_sigma(self, app: App, sigma_m: f64) {
        self.change(|work| work.sigma_m = sigma_m);
        self.look(app);
    }

    /// Applies an offered repair.
    pub fn repair(self, app: App, change: &Repair) {
        let change = change.clone();
        self.rework(app, move |shape| {
            self.remember();
            self.give(repair(&shape, &change));
            self.look_anew(app);
        });
    }

    /// Takes the corners as they were mended before measuring.
    pub fn accept_mended(self, app: App) {
        let mended = self.mended.get_value();
        let Some(mended) = mended.filter(|mended| !mended.is_empty()) else {
            return;
        };
        self.remember();
        self.change(|work| work.given = Held::of_bytes(mended));
        self.look_anew(app);
    }

    /// Does something with the corners at hand, at once where there are not very many.
    fn rework(self, app: App, act: impl FnOnce(Shape) + 'static) {
        let held = self
            .work
            .with_untracked(|work| Some(work.as_ref()?.given.clone()));
        let Some(held) = held else { return };
        if let Some(shape) = held.shape() {
            return act(shape.clone());
        }
        spawn_local(async move {
            let shape = held.bytes().shape().await;
            let still = |work: &Option<Work>| work.as_ref().is_some_and(|work| work.given == held);
            if self.work.try_with_untracked(still) != Some(true) {
                return;
            }
            match shape {
                Some(shape) => act(shape),
                None => self.look(app),
            }
        });
    }

    /// Takes the boundary away, from the assessment too.
    pub fn remove(self, app: App) {
        self.take(None);
        self.replacing.set(false);
        self.given.set(Given::Nothing);
        app.remove_boundary();
    }
}
