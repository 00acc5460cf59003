use crate::ui::prelude::*;

use crate::model::Indicator;
use crate::ui::answer_text::answer_text;
use crate::ui::components::{back, button, link};
use crate::ui::state::{App, Screen};
use crate::view_model::{self, Progress};

/// How many of the missing answers are named at the top.
const NAMED: usize = 5;

/// Every answer on one page, and what the missing ones could change.
pub fn check(app: App) -> View {
    let progress = app.peek(|assessment| view_model::progress(app.model(), assessment));
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div>
                    {back(app.t("question.tasks"), move || app.go(Screen::Tasks))}
                    <div class="flow"><h1 tabindex="-1">{app.t("check.title")}</h1><p class="lead measure">{app.t("check.lead")}</p></div>
                </div>
                {missing(app)}
                {about(app)}
                {progress.iter().map(|section| section_answers(app, section)).collect_view()}
                <p class="actions">{button(app.t("check.result"), move || app.go(Screen::Result))}</p>
            </div>
        </div>
    }
    .into_any()
}

fn change(app: App, index: usize) {
    app.changing.set(true);
    app.go(Screen::Question(index));
}

/// The missing answers that would narrow the range most.
fn missing(app: App) -> View {
    let score = untrack(|| app.score());
    let mut missing: Vec<(usize, &'static Indicator, f64)> = app
        .model()
        .indicators
        .iter()
        .enumerate()
        .zip(&score.indicators)
        .filter(|(_, scored)| scored.could_change > 0.0)
        .map(|((index, indicator), scored)| (index, indicator, scored.could_change))
        .collect();
    crate::order::by(&mut missing, |a, b| b.2.total_cmp(&a.2));
    if missing.is_empty() {
        return view! { <p class="measure">{app.t("check.nothing_missing")}</p> }.into_any();
    }
    let total = missing.len();
    let row = |(index, indicator, change_points): (usize, &'static Indicator, f64)| {
        let points = app.fill(
            "check.could_change",
            &[("points", &app.number(change_points, 1))],
        );
        view! {
            <tr>
                <th scope="row">{link(app.text(&indicator.name), move || change(app, index))}</th>
                <td class="num">{points}</td>
            </tr>
        }
    };
    view! {
        <section class="section" aria-labelledby="check-missing">
            <h2 id="check-missing">{app.count("check.missing", total)}</h2>
            <p class="section__intro">{app.t("check.missing_text")}</p>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="check-missing">
                <table class="changes">
                    <thead><tr><th scope="col">{app.t("check.question")}</th><th scope="col" class="num">{app.t("check.width")}</th></tr></thead>
                    <tbody>{missing.into_iter().take(NAMED).map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(
    app: App,
    key: String,
    value: Option<String>,
    label: String,
    on_change: impl Fn() + 'static,
) -> View {
    let class = if value.is_some() {
        "summary-list__value"
    } else {
        "summary-list__value summary-list__value--none"
    };
    let value = value.unwrap_or_else(|| app.t("state.open").to_owned());
    view! {
        <div class="summary-list__row">
            <dt class="summary-list__key">{key}</dt>
            <dd class=class>{value}</dd>
            <dd class="summary-list__actions">
                <button type="button" class="link-button" aria-label=label on:click=move |_| on_change()>{app.t("check.change")}</button>
            </dd>
        </div>
    }
    .into_any()
}

fn about(app: App) -> View {
    if app.is_firm() {
        return about_firm(app);
    }
    let (name, province, boundary) = app.peek(|a| {
        (
            a.profile.name.clone(),
            a.profile.province.clone(),
            a.boundary.clone(),
        )
    });
    let change_label = |key: &'static str| app.fill("check.change_of", &[("what", app.t(key))]);
    let province = province.and_then(|code| app.province_name(&code));
    let named = Some(name).filter(|name| !name.is_empty());
    let area = boundary.map(|boundary| match boundary.measures {
        Some(measures) => app.fill(
            "unit.hectares",
            &[("figure", &app.number(measures.area_m2 / 10_000.0, 2))],
        ),
        None => app.t("tasks.boundary_must").to_owned(),
    });
    view! {
        <section class="section" aria-labelledby="check-about">
            <h2 id="check-about">{app.t("check.about")}</h2>
            <dl class="summary-list">
                {row(app, app.t("profile.name").into(), named, change_label("profile.name"), move || app.go(Screen::Profile))}
                {row(app, app.t("profile.province").into(), province, change_label("profile.province"), move || app.go(Screen::Profile))}
                {row(app, app.t("boundary.title").into(), area, change_label("boundary.title"), move || app.go(Screen::Boundary))}
            </dl>
        </section>
    }
    .into_any()
}

fn about_firm(app: App) -> View {
    let profile = app.peek(|a| a.profile.clone());
    let firm = profile.firm.unwrap_or_default();
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    let province = profile.province.and_then(|code| app.province_name(&code));
    let rows = [
        ("profile.name", said(profile.name)),
        ("contribution.cluster", said(firm.cluster)),
        ("profile.province", province),
        (
            "contribution.workers",
            firm.workers
                .map(|workers| app.number(f64::from(workers), 0)),
        ),
        ("contribution.year", firm.year.map(|year| year.to_string())),
    ];
    let one = |(key, value): (&'static str, Option<String>)| {
        let label = app.fill("check.change_of", &[("what", app.t(key))]);
        row(app, app.t(key).into(), value, label, move || {
            app.go(Screen::Profile)
        })
    };
    view! {
        <section class="section" aria-labelledby="check-about">
            <h2 id="check-about">{app.t("check.about")}</h2>
            <dl class="summary-list">{rows.into_iter().map(one).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn section_answers(app: App, section: &Progress) -> View {
    let title = app
        .model()
        .dimensions
        .get(section.dimension)
        .map(|dimension| app.text(&dimension.name))
        .unwrap_or_default();
    let id = format!("check-{}", section.dimension);
    let one = |index: &usize| {
        let index = *index;
        let indicator = app.model().indicators.get(index)?;
        let answer = app.peek(|a| {
            a.entries
                .get(&indicator.id)
                .and_then(|entry| entry.answer.clone())
        });
        let value = answer.map(|answer| answer_text(app, indicator, &answer));
        let name = app.text(&indicator.name);
        let label = app.fill("check.change_of", &[("what", &name)]);
        Some(row(app, name, value, label, move || change(app, index)))
    };
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            <dl class="summary-list">{section.asked.iter().filter_map(one).collect_view()}</dl>
        </section>
    }
    .into_any()
}
