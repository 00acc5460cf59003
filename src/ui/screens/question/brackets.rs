use crate::ui::prelude::*;

use super::Asked;
use crate::platform::focus;
use crate::ui::answer_text::figure;
use crate::ui::components::{Choice, Picker, choice};
use crate::ui::made_text::{range, sentence};
use cluster_ready_core::assessment::{Answer, Made, Origin, Way};
use cluster_ready_core::model::NumberSpec;

/// Ranges to choose from where nobody holds the figure itself.
pub fn brackets(asked: Asked, spec: &'static NumberSpec) -> Option<View> {
    let app = asked.app;
    let ranges: Vec<[f64; 2]> = spec.aids.as_ref()?.ranges().collect();
    if ranges.is_empty() {
        return None;
    }
    let one = |(place, edges): (usize, [f64; 2])| {
        let id = asked.id(&format!("bracket-{place}"));
        let back = id.clone();
        choice(Choice {
            id,
            name: asked.id("bracket"),
            picker: Picker::Radio,
            label: sentence(&range(app, spec, edges)),
            sub: None,
            key: None,
            on: Signal::derive(move || chosen(asked) == Some(edges)),
            on_pick: Callback::new(move |()| pick(asked, edges, &back)),
        })
    };
    let taken = move || {
        chosen(asked)
            .map(|edges| {
                let middle = figure(app, Made::middle(edges), &spec.unit);
                app.fill("aid.bracket_taken", &[("figure", &middle)])
            })
            .unwrap_or_default()
    };
    let silent = move || chosen(asked).is_none();
    let hint = asked.id("bracket-hint");
    Some(
        view! {
            <fieldset class="field" aria-describedby=hint.clone()>
                <legend class="label">{app.t("aid.bracket")}</legend>
                <p class="hint small" id=hint>{app.t("aid.bracket_hint")}</p>
                <div class="aid">
                    <div class="choices choices--pairs">{ranges.into_iter().enumerate().map(one).collect_view()}</div>
                    <p class="echo" role="status" hidden=silent>{taken}</p>
                </div>
            </fieldset>
        }
        .into_any(),
    )
}

/// The edges of the range that the answer stands for.
pub fn chosen(asked: Asked) -> Option<[f64; 2]> {
    let entry = asked.entry();
    let made = entry.made?.of(asked.indicator, entry.answer.as_ref()?)?;
    (made.way == Way::Bracket).then_some(made.figures)
}

/// Whether anything stands in the field of the figure.
fn shows_figure(asked: Asked) -> bool {
    let typed = asked.app.typed(&asked.id("0"));
    let is_kept = matches!(untrack(|| asked.answer()), Some(Answer::Number(_)));
    typed.map_or_else(
        || is_kept && untrack(|| chosen(asked)).is_none(),
        |text| !text.is_empty(),
    )
}

fn pick(asked: Asked, edges: [f64; 2], id: &str) {
    let app = asked.app;
    let has_figure = shows_figure(asked);
    asked.change(|entry| {
        entry.answer = Some(Answer::Number(Made::middle(edges)));
        entry.origin = Some(Origin::Estimate);
        entry.made = Some(Made {
            way: Way::Bracket,
            figures: edges,
            from_profile: [false; 2],
        });
    });
    asked.errors.clear();
    // A figure typed before no longer stands: its field is emptied, focus stays here.
    if has_figure {
        app.forget_all_typed();
        app.draw_again();
        focus::later(app.root(), id.to_owned());
    }
}
