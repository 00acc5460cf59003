//! A figure of the profile in a field of its own; every one of them may stay open.

use crate::ui::components::{
    Errors, NumberField, NumberState, number_field, number_problem, number_state,
};
use crate::ui::prelude::*;
use crate::ui::screens::profile_page::{change, of_field};
use crate::ui::state::App;
use cluster_ready_core::assessment::Profile;

/// Largest area a field takes; a cluster has at most 75 ha, a slip of the unit gives 750,000.
const MAX_HECTARES: f64 = 10_000.0;

type Get = fn(&Profile) -> Option<f64>;
type Set = fn(&mut Profile, Option<f64>);

/// In what a figure is given.
#[derive(Clone, Copy)]
pub enum Unit {
    Hectares,
    Percent,
    /// So many of what the text of this key says: only a whole number is one.
    Count(&'static str),
}

#[derive(Clone, Copy)]
pub struct Figure {
    pub id: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub unit: Unit,
    pub min: f64,
    pub max: f64,
    pub get: Get,
    pub set: Set,
}

impl Figure {
    pub const fn hectares([id, label, hint]: [&'static str; 3], get: Get, set: Set) -> Self {
        Self {
            id,
            label,
            hint,
            unit: Unit::Hectares,
            min: 0.0,
            max: MAX_HECTARES,
            get,
            set,
        }
    }

    pub const fn percent([id, label, hint]: [&'static str; 3], get: Get, set: Set) -> Self {
        Self {
            unit: Unit::Percent,
            max: 100.0,
            ..Self::hectares([id, label, hint], get, set)
        }
    }

    fn unit(&self, app: App) -> &'static str {
        match self.unit {
            Unit::Hectares => "ha",
            Unit::Percent => "%",
            Unit::Count(key) => app.t(key),
        }
    }

    pub fn field(&self, app: App, errors: Errors) -> View {
        let set = self.set;
        number_field(
            app,
            errors,
            NumberField {
                id: self.id.to_owned(),
                label: app.t(self.label).to_owned(),
                hint: Some(app.t(self.hint).to_owned()),
                unit: self.unit(app).to_owned(),
                min: self.min,
                max: self.max,
                value: app.peek(|a| (self.get)(&a.profile)),
                heading: false,
                echo: Callback::new(|_| String::new()),
                on_value: Callback::new(move |value| change(app, |p| set(p, value))),
            },
        )
    }

    /// What has to be corrected, with the id of the field.
    pub fn problem(&self, app: App) -> Option<(String, String)> {
        let unit = self.unit(app);
        let kept = app.peek(|a| (self.get)(&a.profile));
        let state = untrack(|| number_state(app, self.id, unit, self.min, self.max, kept));
        let message = match state {
            NumberState::Empty => return None,
            NumberState::Value(value)
                if value.fract() != 0.0 && matches!(self.unit, Unit::Count(_)) =>
            {
                app.t("number.whole").to_owned()
            }
            state => number_problem(app, state, unit)?,
        };
        Some((self.id.to_owned(), of_field(app, self.label, &message)))
    }
}
