use crate::ui::prelude::*;

mod groups;
mod land;

use self::groups::{signs, stages};
use self::land::{ADDED, APPROVED, START_UP};
use super::figure::Figure;
use super::profile_page::{change, change_at, of_field};
use crate::ui::components::{
    DateState, Errors, back, bar, date_field, date_state, error_summary, text_field, yes_no,
};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::{Expansion, LegalFacts, Profile};
use cluster_ready_core::law::{self, Subject};

/// The parts of the waste-water duty that an answer speaks of too.
const ANSWERED: [(&str, Subject); 2] = [
    ("treatment", Subject::CentralTreatment),
    ("monitoring", Subject::AutomaticMonitoring),
];

type Flag = (
    &'static str,
    &'static str,
    fn(&LegalFacts) -> Option<bool>,
    fn(&mut LegalFacts, Option<bool>),
);
const PLACE: [Flag; 4] = [
    (
        "mountainous",
        "facts.mountainous",
        |f| f.mountainous,
        |f, v| f.mountainous = v,
    ),
    (
        "inhabitants",
        "facts.inhabitants",
        |f| f.inhabitants,
        |f, v| f.inhabitants = v,
    ),
    (
        "plan",
        "facts.plan",
        |f| f.in_provincial_plan,
        |f, v| f.in_provincial_plan = v,
    ),
    ("owner", "facts.owner", |f| f.owner, |f, v| f.owner = v),
];
const DEMAND: Flag = (
    "demand",
    "facts.demand",
    |f| f.demand_above_supply,
    |f, v| f.demand_above_supply = v,
);
const OUTSIDE: Flag = (
    "outside",
    "facts.outside",
    |f| f.connected_outside,
    |f, v| f.connected_outside = v,
);
const WATER: [Flag; 3] = [
    (
        "treatment",
        "facts.treatment",
        |f| f.central_treatment,
        |f, v| f.central_treatment = v,
    ),
    (
        "monitoring",
        "facts.monitoring",
        |f| f.automatic_monitoring,
        |f, v| f.automatic_monitoring = v,
    ),
    (
        "incident",
        "facts.incident",
        |f| f.incident_works,
        |f, v| f.incident_works = v,
    ),
];
const SHARES: [Figure; 3] = [
    Figure::percent(
        ["craft-share", "facts.craft_share", "facts.craft_share_hint"],
        |p| p.facts.craft_land_share,
        |p, v| p.facts.craft_land_share = v,
    ),
    Figure::percent(
        [
            "sector-share",
            "facts.sector_share",
            "facts.sector_share_hint",
        ],
        |p| p.facts.sector_land_share,
        |p, v| p.facts.sector_land_share = v,
    ),
    Figure::percent(
        [
            "services-share",
            "facts.services_share",
            "facts.services_share_hint",
        ],
        |p| p.facts.services_share,
        |p, v| p.facts.services_share = v,
    ),
];

/// Facts that only the legal checks need; all of them may stay open.
pub fn facts(app: App) -> View {
    let errors = Errors::new();
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if errors.settle(app, problems(app)) {
            app.go(Screen::Tasks);
        }
    };
    let kept = app.peek(|a| a.profile.facts.clone());
    let decision = text_field(
        app,
        "decision",
        app.t("facts.decision"),
        Some(app.t("facts.decision_hint")),
        kept.decision.clone(),
        Callback::new(move |text: String| change_at(app, "decision", |p| p.facts.decision = text)),
    );
    let report = date_field(
        app,
        errors,
        "report",
        "facts.report",
        "facts.report_hint",
        kept.last_report,
        Callback::new(move |date| change(app, |p: &mut Profile| p.facts.last_report = date)),
    );
    let grows = Memo::new(move |_| {
        app.with(|a| {
            let stage = a.profile.facts.expansion;
            matches!(stage, Some(Expansion::Planned | Expansion::UnderWay))
        })
    });
    let growing = move || {
        grows
            .get()
            .then(|| view! { {ADDED.field(app, errors)}{flag(app, DEMAND)} })
    };
    let goes_out =
        Memo::new(move |_| app.with(|a| a.profile.facts.connected_outside == Some(true)));
    let own_works = move || {
        (!goes_out.get()).then(|| WATER.into_iter().map(|one| flag(app, one)).collect_view())
    };
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
                <div>
                    {back(app.t("question.tasks"), move || app.go(Screen::Tasks))}
                    <div class="flow"><h1 tabindex="-1">{app.t("facts.title")}</h1><p class="lead measure">{app.t("facts.lead")}</p></div>
                </div>
                {error_summary(app, errors)}
                <form class="form" novalidate on:submit=on_submit>
                    <fieldset class="form">
                        <legend class="group__title">{app.t("facts.place")}</legend>
                        {decision}
                        {PLACE.into_iter().map(|one| flag(app, one)).collect_view()}
                        {signs(app)}
                        {stages(app)}
                        {growing}
                    </fieldset>
                    <fieldset class="form">
                        <legend class="group__title">{app.t("facts.water")}</legend>
                        {flag(app, OUTSIDE)}
                        {own_works}
                    </fieldset>
                    <fieldset class="form">
                        <legend class="group__title">{app.t("facts.shares")}</legend>
                        {APPROVED.field(app, errors)}
                        {SHARES.iter().map(|one| one.field(app, errors)).collect_view()}
                        {START_UP.field(app, errors)}
                        {report}
                    </fieldset>
                    {bar(app, "facts.next")}
                </form>
            </div>
        </div>
    }
    .into_any()
}

fn flag(app: App, (id, label, get, set): Flag) -> View {
    let chosen = Signal::derive(move || app.with(|a| get(&a.profile.facts)));
    let asked = yes_no(
        app,
        id,
        label,
        chosen,
        Callback::new(move |value| change(app, |p| set(&mut p.facts, value))),
    );
    let subject = ANSWERED.iter().find(|(of, _)| *of == id);
    let answered = subject.map(|(_, subject)| {
        let subject = *subject;
        move || {
            chosen
                .get()
                .is_none()
                .then(|| from_answer(app, subject))
                .flatten()
        }
    });
    view! { {asked}{answered} }.into_any()
}

/// What an answer says of the same thing, which counts while nothing else is said here.
fn from_answer(app: App, subject: Subject) -> Option<View> {
    let rules = app.rules()?;
    let (id, yes) = app.with(|a| {
        let (id, yes) = law::answered(rules, &law::Input::of(a), subject)?;
        Some((id.to_owned(), yes))
    })?;
    let question = app.model().indicator(&id)?;
    let key = if yes {
        "facts.answered_yes"
    } else {
        "facts.answered_no"
    };
    let text = app.fill(key, &[("question", &app.text(&question.name))]);
    Some(view! { <p class="echo">{text}</p> }.into_any())
}

fn problems(app: App) -> Vec<(String, String)> {
    let mut problems: Vec<(String, String)> =
        SHARES.iter().filter_map(|one| one.problem(app)).collect();
    problems.extend(land::problems(app));
    if date_state(app, "report", app.peek(|a| a.profile.facts.last_report)) == DateState::Wrong {
        problems.push((
            "report-d".to_owned(),
            of_field(app, "facts.report", app.t("date.wrong")),
        ));
    }
    problems
}
