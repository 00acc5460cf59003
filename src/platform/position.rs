//! Where the device is, as long as somebody wants to know.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Geolocation, Position, PositionError, PositionOptions};

use cluster_ready_core::boundary::Fix;

/// Why there is no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PositionProblem {
    /// A person, or the device's settings, said no.
    Denied,
    /// The site, or the frame the page stands in, does not pass the position on.
    Withheld,
    /// Pages without encryption get none.
    Insecure,
    /// The browser knows no positions.
    Missing,
    /// The device cannot tell now; it goes on trying.
    Unavailable,
    /// Nothing came in time; it goes on trying.
    Late,
}

impl PositionProblem {
    /// It may end by itself.
    pub const fn passes(self) -> bool {
        matches!(self, Self::Unavailable | Self::Late)
    }
}

/// So long a device looks for satellites before it is said that nothing comes, milliseconds.
const PATIENCE_MS: u32 = 30_000;

/// Hears of every position until it is dropped.
pub struct Watch {
    geolocation: Geolocation,
    id: i32,
    _found: Closure<dyn FnMut(Position)>,
    _failed: Closure<dyn FnMut(PositionError)>,
}

impl Watch {
    /// Asks for positions as good as the device has them; the browser may ask a person first.
    ///
    /// # Errors
    /// Why there will be none.
    pub fn start(
        hear: impl Fn(Result<Fix, PositionProblem>) + Clone + 'static,
    ) -> Result<Self, PositionProblem> {
        let window = super::window().ok_or(PositionProblem::Missing)?;
        if !window.is_secure_context() {
            return Err(PositionProblem::Insecure);
        }
        let geolocation = window
            .navigator()
            .geolocation()
            .ok()
            .filter(|found| found.is_object())
            .ok_or(PositionProblem::Missing)?;
        let heard = hear.clone();
        let found = Closure::new(move |position: Position| {
            if let Some(fix) = fix(&position) {
                heard(Ok(fix));
            }
        });
        let failed = Closure::new(move |error: PositionError| hear(Err(problem(error.code()))));
        let options = PositionOptions::new();
        options.set_enable_high_accuracy(true);
        options.set_maximum_age(0);
        options.set_timeout(PATIENCE_MS);
        let id = geolocation
            .watch_position_with_error_callback_and_options(
                found.as_ref().unchecked_ref(),
                Some(failed.as_ref().unchecked_ref()),
                &options,
            )
            .map_err(|_| PositionProblem::Missing)?;
        Ok(Self {
            geolocation,
            id,
            _found: found,
            _failed: failed,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.geolocation.clear_watch(self.id);
    }
}

/// What a position says; `None` where it says nothing that can be.
fn fix(position: &Position) -> Option<Fix> {
    let coordinates = position.coords();
    let [lon, lat] = [coordinates.longitude(), coordinates.latitude()];
    let accuracy_m = coordinates.accuracy();
    let is_place = lon.abs() <= 180.0 && lat.abs() <= 90.0;
    (is_place && accuracy_m.is_finite() && accuracy_m >= 0.0).then_some(Fix {
        place: [lon, lat],
        accuracy_m,
    })
}

/// Codes of the W3C's `GeolocationPositionError`.
fn problem(code: u16) -> PositionProblem {
    match code {
        1 if is_withheld() => PositionProblem::Withheld,
        1 => PositionProblem::Denied,
        3 => PositionProblem::Late,
        _ => PositionProblem::Unavailable,
    }
}

/// Whether the policy of a frame withholds the position. Where the browser does not tell policies, a frame is taken to do
/// so, as one of another site does unless its page says otherwise.
fn is_withheld() -> bool {
    let Some(window) = super::window() else {
        return false;
    };
    let allowed = window.document().and_then(|document| allows(&document));
    match allowed {
        Some(allowed) => !allowed,
        None => !is_top(&window),
    }
}

fn allows(document: &Document) -> Option<bool> {
    let policy = ["permissionsPolicy", "featurePolicy"]
        .into_iter()
        .filter_map(|name| Reflect::get(document, &name.into()).ok())
        .find(JsValue::is_object)?;
    let ask: Function = Reflect::get(&policy, &"allowsFeature".into())
        .ok()?
        .dyn_into()
        .ok()?;
    ask.call1(&policy, &"geolocation".into()).ok()?.as_bool()
}

fn is_top(window: &web_sys::Window) -> bool {
    window.top().ok().flatten().as_ref() == Some(window)
}
