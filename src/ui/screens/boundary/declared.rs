use crate::ui::prelude::*;

use crate::ui::components::{link, text_area};
use crate::ui::screens::profile_page::change_at;
use crate::ui::state::{App, Screen};
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::law::{Agreement, Comparison, compare_declared};

fn compared(app: App, measures: &Measures) -> Option<Comparison> {
    let declared = app.with(|a| a.profile.declared_area_ha)?;
    compare_declared(declared, measures.area_m2 / 10_000.0)
}

fn told(app: App, compared: &Comparison) -> String {
    let percent = app.number(compared.difference_percent.abs(), 1);
    let more = compared.difference_percent >= 0.0;
    let key = match (compared.agreement, more) {
        (Agreement::Close, _) => "boundary.declared.close",
        (Agreement::Apart, true) => "boundary.declared.more",
        (Agreement::Apart, false) => "boundary.declared.less",
        (Agreement::TooFar, true) => "boundary.declared.far_more",
        (Agreement::TooFar, false) => "boundary.declared.far_less",
    };
    app.fill(
        key,
        &[
            ("declared", &app.number(compared.declared_ha, 2)),
            ("measured", &app.number(compared.measured_ha, 2)),
            ("percent", &percent),
        ],
    )
}

/// What is to be looked at where the two are apart: by how much, and in words.
pub fn apart(app: App, measures: &Measures) -> Option<(Agreement, String, String)> {
    let compared = compared(app, measures).filter(|one| one.agreement != Agreement::Close)?;
    let percent = app.number(compared.difference_percent.abs(), 1);
    let title = app.fill("boundary.review.area", &[("percent", &percent)]);
    Some((compared.agreement, title, told(app, &compared)))
}

/// Declared against measured area, in words.
pub fn comparison(app: App, measures: &Measures) -> View {
    let Some(compared) = compared(app, measures) else {
        return view! { <p class="in-text">{app.t("boundary.declared.none")}" "{link(app.t("boundary.declared.to_profile"), move || app.go(Screen::Profile))}</p> }.into_any();
    };
    let text = told(app, &compared);
    if compared.agreement == Agreement::Close {
        view! { <p>{text}</p> }.into_any()
    } else {
        view! { <p class="echo">{text}</p> }.into_any()
    }
}

/// Asks why the two areas differ by more than a tenth. The field stays the same while other things change.
pub fn explanation(app: App) -> View {
    let asked = Memo::new(move |_| {
        let far = app.survey().seen.with(|seen| {
            seen.as_ref()
                .and_then(|seen| seen.measures.as_ref())
                .and_then(|measures| compared(app, measures))
                .is_some_and(|compared| compared.agreement == Agreement::TooFar)
        });
        let placed = app
            .survey()
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_some()));
        far && placed
    });
    let field = move || {
        asked.get().then(|| {
            text_area(
                app,
                "boundary-explanation".to_owned(),
                app.t("boundary.declared.why").to_owned(),
                app.t("boundary.declared.why_hint").to_owned(),
                app.peek(|a| a.profile.facts.area_explanation.clone()),
                Callback::new(move |text: String| {
                    change_at(app, "boundary-explanation", |profile| {
                        profile.facts.area_explanation = text;
                    });
                }),
            )
        })
    };
    field.into_any()
}
