//! Reading what a person gives, and opening a boundary of it.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::{Given, Held, Said, Survey, Way, Work};
use crate::platform::file::FileProblem;
use crate::platform::worker::{Payload, Trouble};
use crate::session::boundary::{Effect, Event};
use crate::ui::state::App;
use cluster_ready_core::boundary::{Crs, Position};
use cluster_ready_core::read::{CrsFound, Format, Note, Salvaged};
use cluster_ready_core::survey::{FRAME_BYTES, Offer, Reply, Request, Share};

/// What a file holds: each boundary's bytes stay where they are until one is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub format: Format,
    pub crs: CrsFound,
    pub notes: Vec<Note>,
    /// It is a boundary only if the points come one after the other along it, which the file does not say.
    pub is_a_guess: bool,
    pub offers: Vec<Offer>,
    shapes: Payload,
    /// Where each shape begins and ends in them, its length before it.
    places: Vec<(u32, u32)>,
}

impl Layer {
    /// What a worker offers; `None` for another answer.
    pub fn of(reply: Reply, shapes: Payload) -> Option<Self> {
        match reply {
            Reply::Offered {
                format,
                crs,
                notes,
                is_a_guess,
                offers,
            } => Some(Self::new((format, crs, notes), is_a_guess, offers, shapes)),
            _ => None,
        }
    }

    fn new(
        (format, crs, notes): (Format, CrsFound, Vec<Note>),
        is_a_guess: bool,
        offers: Vec<Offer>,
        shapes: Payload,
    ) -> Self {
        let mut at = 0_u32;
        let places = offers
            .iter()
            .map(|offer| {
                let begin = at;
                at = at.saturating_add(FRAME).saturating_add(offer.length);
                (begin, at)
            })
            .collect();
        Self {
            format,
            crs,
            notes,
            is_a_guess,
            offers,
            shapes,
            places,
        }
    }

    /// The shapes from one on, at most so many, framed.
    pub fn framed(&self, from: usize, most: usize) -> Option<Payload> {
        let places = self.places.get(from..)?;
        let (begin, _) = places.first()?;
        let (_, end) = places.iter().take(most).next_back()?;
        self.shapes.slice(*begin, *end)
    }

    /// The area that the file states of all together.
    fn stated_together_m2(&self) -> Option<f64> {
        let total = self.notes.iter().find_map(|note| match note {
            Note::StatedTotal { area_m2 } => Some(*area_m2),
            _ => None,
        });
        let of_all = || {
            self.offers.iter().try_fold(0.0, |sum, offer| {
                let area = match offer.share {
                    Share::Part => offer.stated_area_m2?,
                    Share::Away => -offer.stated_area_m2?,
                    Share::Whole => 0.0,
                };
                Some(sum + area)
            })
        };
        total.or_else(of_all).filter(|m2| *m2 > 0.0)
    }

    pub fn shape(&self, index: usize) -> Option<Payload> {
        let (begin, end) = *self.places.get(index)?;
        self.shapes.slice(begin.saturating_add(FRAME), end)
    }
}

/// Bytes before each shape.
#[allow(clippy::cast_possible_truncation, reason = "a few bytes")]
const FRAME: u32 = FRAME_BYTES as u32;

/// Standard deviation of a corner while nobody said where the corners come from (method, section 6).
const UNKNOWN_SIGMA_M: f64 = 1.0;

impl Survey {
    /// Reads a file or a pasted text; `name` is empty for the latter.
    pub async fn read(self, app: App, name: String, file: Payload) {
        let hint = Self::hint(app);
        let mut turn = None;
        for effect in self.update(Event::Given) {
            match effect {
                Effect::Read(now) => turn = Some(now),
                effect => self.carry_out(app, effect),
            }
        }
        let Some(turn) = turn else { return };
        let answered = self.ask(&Request::Read { hint }, &file).await;
        if !self.update(Event::Read(turn)).contains(&Effect::Open) {
            return;
        }
        match answered {
            Ok((Reply::Refused { error, saved }, _)) => {
                let saved = Arc::new(saved);
                self.given.set(Given::Refused { name, error, saved });
            }
            Ok((
                Reply::Offered {
                    format,
                    crs,
                    notes,
                    is_a_guess,
                    offers,
                },
                shapes,
            )) => {
                let layer = Arc::new(Layer::new((format, crs, notes), is_a_guess, offers, shapes));
                if layer.offers.len() > 1 || is_a_guess {
                    self.given.set(Given::Offered { name, layer });
                } else {
                    self.open(app, name, &layer, 0);
                }
            }
            Ok(_) => self.stopped(name, Trouble::Crashed),
            Err(trouble) => self.stopped(name, trouble),
        }
    }

    fn stopped(self, name: String, trouble: Trouble) {
        self.given.set(match trouble {
            Trouble::Cancelled => Given::Nothing,
            Trouble::Unreadable => Given::Unreadable {
                name,
                problem: FileProblem::Unreadable,
            },
            trouble => Given::Stopped { name, trouble },
        });
    }

    /// The boundary at hand is this one of a layer.
    pub fn open(self, app: App, name: String, layer: &Arc<Layer>, index: usize) {
        let (Some(offer), Some(given)) = (layer.offers.get(index), layer.shape(index)) else {
            return;
        };
        let given = (Held::of_bytes(given), offer.middle);
        self.open_of(app, name, layer, given, offer.stated_area_m2);
    }

    /// The boundary at hand is all of a layer together.
    pub async fn open_together(self, app: App, name: String, layer: &Arc<Layer>) {
        let Some(shapes) = layer.framed(0, layer.offers.len()) else {
            return;
        };
        let shares = layer.offers.iter().map(|offer| offer.share).collect();
        match self.ask(&Request::Join { shares }, &shapes).await {
            Ok((Reply::Joined, whole)) => {
                let given = Held::of_bytes(whole);
                let middle = given.shape().and_then(|shape| shape.middle());
                let middle = middle.or_else(|| layer.offers.first()?.middle);
                self.open_of(
                    app,
                    name,
                    layer,
                    (given, middle),
                    layer.stated_together_m2(),
                );
            }
            Ok(_) => self.stopped(name, Trouble::Crashed),
            Err(trouble) => self.stopped(name, trouble),
        }
    }

    fn open_of(
        self,
        app: App,
        name: String,
        layer: &Arc<Layer>,
        given: (Held, Option<Position>),
        stated_m2: Option<f64>,
    ) {
        let about = (name, layer.format);
        self.open_shape(app, about, given, &layer.crs, layer.notes.clone());
        let several = layer.offers.len() > 1;
        self.change(|work| {
            work.stated_m2 = stated_m2;
            work.layer = several.then(|| Arc::clone(layer));
        });
    }

    fn open_shape(
        self,
        app: App,
        (file_name, format): (String, Format),
        (given, middle): (Held, Option<Position>),
        crs: &CrsFound,
        notes: Vec<Note>,
    ) {
        let known = crs.known();
        let options = if known.is_none() {
            Self::options(app, middle)
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
            file_name,
            format: format.word().to_owned(),
            given,
            middle,
            crs: known,
            picked: picked.unwrap_or(Crs::Wgs84),
            options,
            notes,
            sigma_m,
            said: match crs {
                CrsFound::Stated(_) => Some(Said::File),
                CrsFound::Obvious(_) => Some(Said::Sizes),
                CrsFound::Unknown(_) => None,
            },
            stated_m2: None,
            layer: None,
        }));
        self.look_anew(app);
    }

    /// Rows that could not be read as they stand, to be corrected by hand.
    pub fn correct(self, app: App, saved: &Salvaged) {
        let cells = |pair: &[String; 2]| pair.each_ref().map(|cell| Arc::from(cell.as_str()));
        self.typed
            .show_cells(saved.rows.iter().map(cells).collect());
        self.typed_system.set_value(saved.stated);
        self.typed.read(&Self::hint(app));
        self.way.set(Way::Type);
        self.given.set(Given::Nothing);
    }

    /// Opens the corners that were typed from nothing; false while they are no boundary.
    pub fn open_typed(self, app: App) -> bool {
        let rows = self.typed.read(&Self::hint(app));
        let (Some(candidate), Some(crs)) = (rows.candidate, rows.crs) else {
            return false;
        };
        // The file whose rows these were has said what they are.
        let stated = self.typed_system.get_value();
        let crs = match (&crs, stated.filter(|stated| !stated.is_degrees())) {
            (CrsFound::Unknown(_), Some(stated)) => CrsFound::Stated(stated),
            _ => crs,
        };
        let shape = candidate.shape;
        let middle = shape.middle();
        let given = (Held::of(shape), middle);
        self.open_shape(app, (String::new(), Format::Table), given, &crs, Vec::new());
        true
    }
}
