//! From a file to a comparison, asked of the worker step by step.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::super::failure::{file_problem, read_error, told_trouble};
use super::super::problem_text;
use crate::platform::file::{self, Chosen};
use crate::platform::focus;
use crate::platform::worker::{Payload, Trouble};
use crate::ui::state::{App, Held, Layer, Screen, Work};
use cluster_ready_core::assessment::BoundaryRecord;
use cluster_ready_core::assessment::file::{FILE_BYTES, boundary as boundary_of};
use cluster_ready_core::boundary::{Crs, Position, Severity};
use cluster_ready_core::overlay::Compared;
use cluster_ready_core::read::{CrsOption, Hint, LIMIT_BYTES, crs_options_at};
use cluster_ready_core::survey::{Reply, Request};

/// Standard deviation of a corner while nobody said where the corners come from (method, section 6).
const UNKNOWN_SIGMA_M: f64 = 1.0;

/// What came of a step; where nothing did, the way to begin.
const NOW: &str = "#boundary-earlier-now, #boundary-earlier-file";

/// How far the comparison has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Nothing,
    Failed(Failed),
    /// The file holds several boundaries, or one that a person has to confirm.
    Choose {
        name: String,
        layer: Arc<Layer>,
    },
    /// The file names no system.
    Where {
        found: Found,
        options: Arc<Vec<CrsOption>>,
    },
    Done(Arc<Done>),
}

/// What is wrong, and the way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Failed {
    pub title: String,
    pub problem: String,
    pub way_out: String,
}

/// An earlier boundary.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub name: String,
    given: Payload,
    sigma_m: f64,
}

/// The present boundary as it is compared.
#[derive(Debug, Clone, PartialEq)]
struct Present {
    given: Held,
    crs: Crs,
    sigma_m: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    pub compared: Compared,
    present: Present,
    pub earlier: Found,
    crs: Crs,
}

/// The boundary at hand lies in a system that was said.
pub fn is_placed(work: Option<&Work>) -> bool {
    work.is_some_and(|work| work.crs.is_some())
}

/// The state of the comparison. Copies share it.
#[derive(Clone, Copy)]
pub struct Comparing {
    pub app: App,
    pub step: RwSignal<Step, LocalStorage>,
    /// Counts what is asked, so that only the last one counts.
    turn: StoredValue<u32>,
}

impl Comparing {
    pub fn new(app: App) -> Self {
        Self {
            app,
            step: RwSignal::new_local(Step::Nothing),
            turn: StoredValue::new(0),
        }
    }

    /// Reads a file that was chosen.
    pub fn take(self, chosen: Option<Chosen>) {
        let Some(chosen) = chosen else { return };
        let name = chosen.name();
        self.app
            .announcement
            .set(self.app.t("boundary.reading").to_owned());
        self.go(async move {
            if let Some(problem) = file::refused(&chosen, LIMIT_BYTES) {
                return Some(self.failed(&name, file_problem(self.app, problem)));
            }
            match self.of_result(&name, &chosen).await {
                Some(step) => Some(step),
                None => self.read(name, chosen).await,
            }
        });
    }

    /// The boundary of a layer; all of it where no index is given.
    pub fn open(self, name: String, layer: Arc<Layer>, index: Option<usize>) {
        self.go(async move {
            match index {
                Some(index) => self.one_of(name, &layer, index).await,
                None => self.together(name, &layer).await,
            }
        });
    }

    /// The earlier boundary is in this system.
    pub fn place(self, found: Found, crs: Crs) {
        self.go(async move { self.compare(found, crs).await });
    }

    /// The present boundary has changed since.
    pub fn again(self, done: &Done) {
        self.place(done.earlier.clone(), done.crs);
    }

    pub fn forget(self) {
        self.go(async { Some(Step::Nothing) });
    }

    /// Whether the boundary at hand is still the one that was compared. Inside the view this subscribes.
    pub fn is_current(self, done: &Done) -> bool {
        self.app
            .survey()
            .work
            .with(|work| Present::of(work.as_ref()).as_ref() == Some(&done.present))
    }

    /// Takes a step, unless another one was begun meanwhile or the view is gone; `None` leaves everything as it is.
    fn go(self, next: impl Future<Output = Option<Step>> + 'static) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        spawn_local(async move {
            let step = next.await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            let Some(step) = step else { return };
            self.step.set(step);
            if self.app.screen_if_any() == Some(Screen::Boundary) {
                focus::first(self.app.root(), NOW);
            }
        });
    }

    fn failed(self, name: &str, (problem, way_out): (String, String)) -> Step {
        let title = self.app.fill("boundary.failed.file", &[("file", name)]);
        Step::Failed(Failed {
            title,
            problem,
            way_out,
        })
    }

    fn stopped(self, name: &str, trouble: Trouble) -> Option<Step> {
        // Who stopped it knows.
        (trouble != Trouble::Cancelled).then(|| self.failed(name, told_trouble(self.app, trouble)))
    }

    /// The boundary of a result file; `None` for a file of another kind.
    async fn of_result(self, name: &str, chosen: &Chosen) -> Option<Step> {
        if !name.to_lowercase().ends_with(".json") {
            return None;
        }
        let given = file::read(chosen.clone(), FILE_BYTES).await.ok()?;
        let found = boundary_of(std::str::from_utf8(&given.bytes).ok()?).ok()?;
        let has_corners = |record: &BoundaryRecord| !record.given.parts.is_empty();
        let Some(record) = found.filter(has_corners) else {
            let text = |key| self.app.t(key).to_owned();
            let told = ("boundary.earlier.none", "boundary.earlier.none.out");
            return Some(self.failed(name, (text(told.0), text(told.1))));
        };
        let found = Found {
            name: name.to_owned(),
            given: Payload::of(&record.given),
            sigma_m: record.sigma_m,
        };
        self.compare(found, record.crs).await
    }

    async fn read(self, name: String, chosen: Chosen) -> Option<Step> {
        let province = self.app.peek(|a| a.profile.province.clone());
        let hint = Hint {
            province,
            crs: None,
        };
        let file = Payload::file(chosen);
        let asked = self.app.survey().ask(&Request::Read { hint }, &file).await;
        let (reply, shapes) = match asked {
            Ok(answered) => answered,
            Err(trouble) => return self.stopped(&name, trouble),
        };
        let layer = match reply {
            Reply::Refused { error, .. } => {
                return Some(self.failed(&name, read_error(self.app, &error)));
            }
            other => Layer::of(other, shapes),
        };
        let Some(layer) = layer else {
            return self.stopped(&name, Trouble::Crashed);
        };
        if layer.offers.len() > 1 || layer.is_a_guess {
            let layer = Arc::new(layer);
            return Some(Step::Choose { name, layer });
        }
        self.one_of(name, &layer, 0).await
    }

    async fn one_of(self, name: String, layer: &Layer, index: usize) -> Option<Step> {
        let (given, middle) = (layer.shape(index)?, layer.offers.get(index)?.middle);
        self.found(name, layer, given, middle).await
    }

    async fn together(self, name: String, layer: &Layer) -> Option<Step> {
        let middle = layer.offers.first()?.middle;
        let shares = layer.offers.iter().map(|offer| offer.share).collect();
        let shapes = layer.framed(0, layer.offers.len())?;
        let request = Request::Join { shares };
        match self.app.survey().ask(&request, &shapes).await {
            Ok((_, whole)) => self.found(name, layer, whole, middle).await,
            Err(trouble) => self.stopped(&name, trouble),
        }
    }

    async fn found(
        self,
        name: String,
        layer: &Layer,
        given: Payload,
        middle: Option<Position>,
    ) -> Option<Step> {
        let found = Found {
            name,
            given,
            sigma_m: UNKNOWN_SIGMA_M,
        };
        if let Some(crs) = layer.crs.known() {
            return self.compare(found, crs).await;
        }
        let province = self.app.peek(|a| a.profile.province.clone());
        let options = middle.map(|middle| crs_options_at(middle, province.as_deref()));
        let options = Arc::new(options.unwrap_or_default());
        Some(Step::Where { found, options })
    }

    async fn compare(self, earlier: Found, crs: Crs) -> Option<Step> {
        match self.try_compare(&earlier, crs).await {
            Ok(Compare::Done(compared, present)) => Some(Step::Done(Arc::new(Done {
                compared,
                present,
                earlier,
                crs,
            }))),
            Ok(Compare::Flawed(told)) => Some(self.failed(&earlier.name, told)),
            Err(trouble) => self.stopped(&earlier.name, trouble),
        }
    }

    async fn try_compare(self, earlier: &Found, crs: Crs) -> Result<Compare, Trouble> {
        let survey = self.app.survey();
        let present = survey
            .work
            .with_untracked(|work| Present::of(work.as_ref()))
            .ok_or(Trouble::Cancelled)?;
        let both = Payload::framed(&[present.given.bytes(), &earlier.given]);
        let request = Request::Level {
            crs: present.crs,
            earlier: crs,
        };
        let (level, question) = match survey.ask(&request, &both.ok_or(Trouble::Crashed)?).await? {
            (Reply::Levelled(level), question) => (level, question),
            (Reply::Flawed(problems), _) => {
                let must = |problem: &&_| is_must(problem);
                let first = problems.iter().find(must).or(problems.first());
                let told = first.map(|problem| problem_text::title(self.app, problem));
                let way_out = self.app.t("boundary.earlier.flawed.out").to_owned();
                return Ok(Compare::Flawed((told.unwrap_or_default(), way_out)));
            }
            _ => return Err(Trouble::Crashed),
        };
        let sigmas_m = [present.sigma_m, earlier.sigma_m];
        let request = Request::Compare { level, sigmas_m };
        match survey.ask(&request, &question).await? {
            (Reply::Compared(compared), _) => Ok(Compare::Done(*compared, present)),
            _ => Err(Trouble::Crashed),
        }
    }
}

enum Compare {
    Done(Compared, Present),
    Flawed((String, String)),
}

fn is_must(problem: &cluster_ready_core::boundary::Problem) -> bool {
    problem.severity == Severity::MustFix
}

impl Present {
    fn of(work: Option<&Work>) -> Option<Self> {
        let work = work.filter(|work| is_placed(Some(work)))?;
        Some(Self {
            given: work.given.clone(),
            crs: work.shown_crs(),
            sigma_m: work.sigma_m,
        })
    }
}
