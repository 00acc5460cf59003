//! How sure the result is: likely and possible range, level shares, where the doubt comes from, what to answer first, and
//! what moves the result most.

mod first;
mod levels;
mod likely;
mod sources;
mod tornado;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::Shown;
use super::overall::level_name;
use crate::platform::idle::idle;
use crate::ui::components::{paragraph, span};
use crate::ui::state::App;
use crate::view_model::result::{Certainty, Part, certainty};

pub use levels::{firm, sentence};

/// Made once the page stands: thousands of draws would hold it up on a slow phone.
pub fn part(app: App, shown: &Shown) -> Option<View> {
    shown.score.overall.central?;
    let found: RwSignal<Option<Certainty>> = RwSignal::new(None);
    let (entries, score) = (shown.assessment.entries.clone(), shown.score.clone());
    spawn_local(async move {
        idle().await;
        let computed = certainty(app.model(), &entries, &score);
        found.try_set(computed);
    });
    let body = move || {
        found.with(|found| match found {
            Some(found) => parts(app, found),
            None => vec![paragraph("soft", app.t("certainty.computing"))],
        })
    };
    Some(super::part::part(
        Part::Certainty,
        app.t("certainty.title"),
        vec![
            view! { <div class="certainty">{body}</div> }.into_any(),
            table2(app, shown).into_any(),
        ],
    ))
}

fn parts(app: App, found: &Certainty) -> Vec<View> {
    let mut parts = vec![likely::likely(app, found)];
    parts.extend(found.levels.as_ref().map(|one| levels::levels(app, one)));
    parts.extend(sources::sources(app, found));
    parts.extend(first::first(app, found));
    parts.push(tornado::tornado(app, found));
    parts
}

/// The second weight set, where it leads to another level.
fn table2(app: App, shown: &Shown) -> Option<View> {
    let score = &shown.score;
    let (value, level) = (score.table2?, score.table2_level?);
    if score.level == Some(level) {
        return None;
    }
    let text = app.fill(
        "result.table2",
        &[
            ("points", &app.points(value)),
            ("level", &level.to_string()),
            ("name", &level_name(app, level)),
        ],
    );
    Some(paragraph("measure", text))
}

/// A block of this part, under a heading that says what was found.
fn block(title: String, body: Vec<View>) -> View {
    view! { <div class="certainty__part"><h3>{title}</h3>{body}</div> }.into_any()
}

/// A sign of a legend, whose words stand beside it.
fn sign(class: &'static str, view_box: &'static str, body: String) -> View {
    view! { <svg class=class viewBox=view_box aria-hidden="true" focusable="false" inner_html=body></svg> }.into_any()
}

/// A table cell for a range whose ends may be missing.
fn range_text(app: App, low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => span(app, low, high),
        _ => "–".to_owned(),
    }
}
