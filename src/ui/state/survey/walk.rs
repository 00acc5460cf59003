//! Corners taken on site, with the device's position.

use crate::ui::prelude::*;

use super::{Given, Held, Survey, Work};
use crate::ui::state::App;
use cluster_ready_core::assessment::Command;
use cluster_ready_core::boundary::{Crs, Fix, Shape, common_sigma_m};

/// Format word of a boundary that was taken on site.
pub const FORMAT_WALK: &str = "position";

/// A boundary has at least so many corners.
const FEWEST: usize = 3;

impl App {
    /// Changes the corners taken on site: kept at once, as an answer is, for nobody walks the boundary twice.
    /// False where they are too many.
    pub fn change_walk(self, change: impl FnOnce(&mut Vec<Fix>)) -> bool {
        let mut walk = self.peek(|assessment| assessment.walk.clone());
        change(&mut walk);
        self.dispatch(Command::SetWalk(walk))
    }
}

impl Survey {
    /// The boundary at hand is the one that was walked; false while it has too few corners.
    pub fn open_walk(self, app: App) -> bool {
        let walk = app.peek(|assessment| assessment.walk.clone());
        let Some(sigma_m) = common_sigma_m(&walk).filter(|_| walk.len() >= FEWEST) else {
            return false;
        };
        let ring = walk.iter().map(|fix| fix.place).collect();
        self.given.set(Given::Nothing);
        self.replacing.set(false);
        let shape = Shape::of_ring(ring);
        self.take(Some(Work {
            file_name: String::new(),
            format: FORMAT_WALK.to_owned(),
            middle: shape.middle(),
            given: Held::of(shape),
            crs: Some(Crs::Wgs84),
            picked: Crs::Wgs84,
            options: Vec::new(),
            notes: Vec::new(),
            sigma_m,
            said: None,
            stated_m2: None,
            layer: None,
        }));
        self.look_anew(app);
        true
    }

    /// What the device said of the corners at hand: their common standard deviation, metres. `None` for a boundary that
    /// was not taken on site.
    pub fn device_sigma_m(self, app: App) -> Option<f64> {
        let taken = self.work.with(|work| {
            work.as_ref()
                .filter(|work| work.format == FORMAT_WALK)
                .map(|work| work.sigma_m)
        })?;
        let said = app.with(|assessment| common_sigma_m(&assessment.walk));
        Some(said.unwrap_or(taken))
    }
}
