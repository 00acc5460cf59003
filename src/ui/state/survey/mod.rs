//! The boundary while it is being given and corrected.
//!
//! A shape whose system is known is kept in the assessment at once, also while something is wrong with it. What has no
//! system yet, or cannot be read, stays here until it has.

mod corners;
mod undo;

use std::sync::Arc;

use crate::ui::prelude::*;

use super::{App, CornerTable};
use crate::assessment::{BoundaryRecord, Command, limits};
use crate::boundary::{Crs, Repair, Shape, repair};
use crate::platform::file::FileProblem;
use crate::read::{self, CrsOption, Hint, Layer, Note, ReadError, crs_options};
use crate::view_model::map::Surveyed;

/// How the boundary is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    File,
    Paste,
    Type,
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
    pub given: Arc<Shape>,
    /// `None` until a person says which system the corners are in.
    pub crs: Option<Crs>,
    /// The system that is looked at while none is said.
    pub picked: Crs,
    /// To choose the system from; empty while there is nothing to ask.
    pub options: Vec<CrsOption>,
    pub notes: Vec<Note>,
    pub sigma_m: f64,
}

impl Work {
    /// The system it is drawn in.
    pub fn shown_crs(&self) -> Crs {
        self.crs.unwrap_or(self.picked)
    }
}

/// Standard deviation of a corner while nobody said where the corners come from (method, section 6).
const UNKNOWN_SIGMA_M: f64 = 1.0;

/// The state of the boundary's page. Copies share it.
#[derive(Clone, Copy)]
pub struct Survey {
    pub way: RwSignal<Way>,
    pub given: RwSignal<Given>,
    pub work: RwSignal<Option<Work>>,
    /// Another boundary is being given in place of the one at hand.
    pub replacing: RwSignal<bool>,
    /// What follows from the boundary at hand.
    pub seen: RwSignal<Option<Arc<Surveyed>>>,
    /// Part and ring whose corners the table shows.
    pub ring: RwSignal<(usize, usize)>,
    /// The corners of that ring.
    pub table: CornerTable,
    /// Corners typed from nothing.
    pub typed: CornerTable,
    undo: RwSignal<Vec<Arc<Shape>>>,
    /// Counts the changes of the table, so that only the last one is checked.
    typing: StoredValue<u32>,
}

impl Survey {
    pub(super) fn new() -> Self {
        Self {
            way: RwSignal::new(Way::File),
            given: RwSignal::new(Given::Nothing),
            work: RwSignal::new(None),
            replacing: RwSignal::new(false),
            seen: RwSignal::new(None),
            ring: RwSignal::new((0, 0)),
            table: CornerTable::new(),
            typed: CornerTable::new(),
            undo: RwSignal::default(),
            typing: StoredValue::new(0),
        }
    }

    /// Forgets everything: another assessment is on the screen.
    pub fn clear(self) {
        self.way.set(Way::File);
        self.given.set(Given::Nothing);
        self.replacing.set(false);
        self.typed.show(Vec::new());
        self.take(None);
    }

    fn take(self, work: Option<Work>) {
        self.undo.set(Vec::new());
        self.ring.set((0, 0));
        self.table.show(Vec::new());
        self.seen.set(None);
        self.work.set(work);
    }

    /// Takes up the boundary that is kept, unless it is at hand already.
    pub fn enter(self, app: App) {
        let at_hand = self.seen.with_untracked(Option::is_some);
        let kept = app.peek(|a| a.boundary.clone());
        match kept {
            Some(record) if !at_hand && !record.given.parts.is_empty() => {
                let work = Work {
                    file_name: record.file_name,
                    format: record.format,
                    given: Arc::new(record.given),
                    crs: Some(record.crs),
                    picked: record.crs,
                    options: Vec::new(),
                    notes: Vec::new(),
                    sigma_m: record.sigma_m,
                };
                self.take(Some(work));
                self.look(app);
                self.tabulate(app);
            }
            // The industry or the province may have changed since.
            Some(_) if at_hand => self.look(app),
            _ => {}
        }
    }

    fn hint(app: App) -> Hint {
        Hint {
            province: app.peek(|a| a.profile.province.clone()),
            crs: None,
        }
    }

    /// Reads a file or a pasted text; `name` is empty for the latter.
    pub fn read(self, app: App, name: String, bytes: &[u8]) {
        match read::read(bytes, &Self::hint(app)) {
            Err(error) => self.given.set(Given::Refused { name, error }),
            Ok(layer) if layer.candidates.len() > 1 || layer.is_a_guess() => {
                self.given.set(Given::Offered {
                    name,
                    layer: Arc::new(layer),
                });
            }
            Ok(layer) => self.open(app, name, &layer, 0),
        }
    }

    /// The boundary at hand is this one of a layer.
    pub fn open(self, app: App, name: String, layer: &Layer, candidate: usize) {
        let Some(candidate) = layer.candidates.get(candidate) else {
            return;
        };
        let known = layer.crs.known();
        let options = if known.is_none() {
            crs_options(&candidate.shape, Self::hint(app).province.as_deref())
        } else {
            Vec::new()
        };
        let picked = known.or_else(|| options.first().map(|option| option.crs));
        let sigma_m = self
            .work
            .with_untracked(|work| work.as_ref().map_or(UNKNOWN_SIGMA_M, |work| work.sigma_m));
        self.given.set(Given::Nothing);
        self.replacing.set(false);
        self.take(Some(Work {
            file_name: name,
            format: layer.format.to_owned(),
            given: Arc::new(candidate.shape.clone()),
            crs: known,
            picked: picked.unwrap_or(Crs::Wgs84),
            options,
            notes: layer.notes.clone(),
            sigma_m,
        }));
        self.look(app);
        self.tabulate(app);
    }

    /// Opens the corners that were typed from nothing; false while they are no boundary.
    pub fn open_typed(self, app: App) -> bool {
        let rows = self.typed.read(&Self::hint(app));
        let (Some(candidate), Some(crs)) = (rows.candidate, rows.crs) else {
            return false;
        };
        let layer = Layer {
            format: "table",
            candidates: vec![candidate],
            crs,
            axes_swapped: false,
            notes: Vec::new(),
        };
        self.open(app, String::new(), &layer, 0);
        true
    }

    /// Examines the boundary at hand and keeps it, with the answers that follow from it.
    pub fn look(self, app: App) {
        let Some(work) = self.work.get_untracked() else {
            return;
        };
        let mut record = BoundaryRecord {
            file_name: work.file_name.clone(),
            format: work.format.clone(),
            crs: work.shown_crs(),
            given: (*work.given).clone(),
            sigma_m: work.sigma_m,
            measures: None,
        };
        let seen = app.peek(|a| Surveyed::of(&record, a.profile.industry.as_deref(), &a.places));
        record.measures = seen.examined.measures.clone();
        if work.crs.is_some() && self.can_be_kept() {
            let derived = seen
                .derived
                .as_ref()
                .map(crate::places::Derived::answers)
                .unwrap_or_default();
            app.dispatch(Command::SetBoundary {
                record: Some(Box::new(record)),
                derived,
            });
        }
        self.seen.set(Some(Arc::new(seen)));
    }

    /// A boundary with more corners is shown and measured, but an assessment does not hold it.
    pub fn can_be_kept(self) -> bool {
        self.work.with_untracked(|work| {
            work.as_ref()
                .is_some_and(|work| work.given.positions().count() <= limits::BOUNDARY_CORNERS)
        })
    }

    fn change(self, change: impl FnOnce(&mut Work)) {
        self.work.update(|work| {
            if let Some(work) = work {
                change(work);
            }
        });
    }

    /// A system to look at; it counts at once where one was said before.
    pub fn pick(self, app: App, crs: Crs) {
        self.change(|work| {
            work.picked = crs;
            if work.crs.is_some() {
                work.crs = Some(crs);
            }
        });
        self.look(app);
    }

    /// The system that is looked at is the right one.
    pub fn confirm(self, app: App) {
        self.change(|work| work.crs = Some(work.picked));
        self.look(app);
    }

    /// Offers the other systems again.
    pub fn ask_system(self, app: App) {
        let options = self.work.with_untracked(|work| {
            work.as_ref()
                .map(|work| crs_options(&work.given, Self::hint(app).province.as_deref()))
        });
        self.change(|work| work.options = options.unwrap_or_default());
    }

    pub fn set_sigma(self, app: App, sigma_m: f64) {
        self.change(|work| work.sigma_m = sigma_m);
        self.look(app);
    }

    /// Applies an offered repair.
    pub fn repair(self, app: App, change: &Repair) {
        self.remember();
        self.change(|work| work.given = Arc::new(repair(&work.given, change)));
        self.look(app);
        self.tabulate(app);
    }

    /// Takes the corners as they were mended before measuring.
    pub fn accept_mended(self, app: App) {
        let mended = self
            .seen
            .with_untracked(|seen| seen.as_ref().and_then(|seen| seen.examined.mended.clone()));
        let Some(mended) = mended else { return };
        self.remember();
        self.change(|work| work.given = Arc::new(mended));
        self.look(app);
        self.tabulate(app);
    }

    /// Takes the boundary away, from the assessment too.
    pub fn remove(self, app: App) {
        self.take(None);
        self.replacing.set(false);
        self.given.set(Given::Nothing);
        app.set_boundary(None);
    }
}
