use crate::ui::prelude::*;

use super::fills::question_link;
use super::finder::finder;
use crate::platform::focus;
use crate::ui::components::{
    Errors, error_line, length, link, near_name, near_source, plain_button,
};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::{Answer, Command, Origin, Place, Places};
use cluster_ready_core::model::{BoundaryFigure, Indicator, Model};
use cluster_ready_core::number::{self, Reading};
use cluster_ready_core::places::{Near, added_id};
use cluster_ready_core::survey::{Goal, Reply, Request, Surveyed};

/// What the page knows of the two goals.
pub trait OfGoal {
    /// The question it answers, where the model has one.
    fn question(self, model: &'static Model) -> Option<&'static Indicator>;
    fn word(self) -> &'static str;
    fn chosen(self, places: &Places) -> Option<&String>;
    fn choose(self, places: &mut Places, id: Option<String>);
    fn near(self, seen: &Surveyed) -> Option<Near>;
}

impl OfGoal for Goal {
    fn question(self, model: &'static Model) -> Option<&'static Indicator> {
        let figure = match self {
            Self::University => BoundaryFigure::University,
            Self::Institute => BoundaryFigure::Institute,
        };
        model.answered_by(figure).next()
    }

    fn word(self) -> &'static str {
        match self {
            Self::University => "university",
            Self::Institute => "institute",
        }
    }

    fn chosen(self, places: &Places) -> Option<&String> {
        match self {
            Self::University => places.university.as_ref(),
            Self::Institute => places.institute.as_ref(),
        }
    }

    fn choose(self, places: &mut Places, id: Option<String>) {
        match self {
            Self::University => places.university = id,
            Self::Institute => places.institute = id,
        }
    }

    fn near(self, seen: &Surveyed) -> Option<Near> {
        let derived = seen.derived.as_ref()?;
        match self {
            Self::University => derived.university.clone(),
            Self::Institute => derived.institute.clone(),
        }
    }
}

/// Sets which institution counts and measures again.
pub fn choose(app: App, goal: Goal, id: Option<String>) {
    let mut places = app.peek(|a| a.places.clone());
    goal.choose(&mut places, id);
    app.dispatch(Command::SetPlaces(Box::new(places)));
    app.survey().look(app);
}

/// The two distances, each to be corrected.
pub fn near(app: App) -> View {
    let shown = Memo::new(move |_| {
        let placed = app
            .survey()
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_some()));
        placed
            && app
                .survey()
                .seen
                .with(|seen| seen.as_ref().is_some_and(|seen| seen.derived.is_some()))
    });
    let body = move || {
        shown.get().then(|| {
            view! {
                <section class="section" aria-labelledby="boundary-near">
                    <h2 id="boundary-near" tabindex="-1">{app.t("boundary.near")}</h2>
                    <p class="section__intro">{app.t("boundary.near_text")}</p>
                    <div class="grid grid--2 grid--top">{goal(app, Goal::University)}{goal(app, Goal::Institute)}</div>
                    {add(app)}
                </section>
            }
        })
    };
    body.into_any()
}

fn goal(app: App, goal: Goal) -> View {
    let title = match goal {
        Goal::University => "boundary.near.university",
        Goal::Institute => "boundary.near.institute",
    };
    let question = goal.question(app.model());
    let choosing = RwSignal::new(false);
    let found = move || {
        let seen = app.survey().seen.get()?;
        Some(match goal.near(&seen) {
            Some(near) => told(app, &near),
            None => {
                let no_field = app.with(|a| a.profile.industry.is_none());
                let to_field = move || {
                    app.go(Screen::Profile);
                    focus::later(app.root(), "industry".to_owned());
                };
                if no_field {
                    view! { <p class="in-text">{app.t("boundary.near.no_field")}" "{link(app.t("boundary.near.to_field"), to_field)}</p> }.into_any()
                } else {
                    view! { <p>{app.t("boundary.near.none")}</p> }.into_any()
                }
            }
        })
    };
    let typed = move || {
        let id = &question?.id;
        let entry = app.entry(id);
        match entry.answer {
            Some(Answer::Number(figure)) if entry.origin != Some(Origin::Boundary) => {
                let text = app.fill("boundary.near.typed", &[("figure", &app.number(figure, 2))]);
                let again = move || app.take_measured(id, || ());
                Some(
                    view! { <p class="echo">{text}" "{link(app.t("boundary.near.measured"), again)}</p> },
                )
            }
            _ => None,
        }
    };
    let reset = move || {
        app.with(|a| goal.chosen(&a.places).is_some()).then(|| {
            link(app.t("boundary.near.reset"), move || {
                choose(app, goal, None)
            })
        })
    };
    let list = move || {
        choosing
            .get()
            .then(|| finder(app, goal, Callback::new(move |()| choosing.set(false))))
    };
    let choose_label = move || {
        if choosing.get() {
            app.t("boundary.near.stop")
        } else {
            app.t("boundary.near.choose")
        }
    };
    view! {
        <div class="panel">
            <h3>{app.t(title)}</h3>
            {found}
            {typed}
            <p class="actions">
                <button type="button" class="link-button" id=format!("near-{}", goal.word()) aria-expanded=move || choosing.get().to_string() on:click=move |_| choosing.update(|on| *on = !*on)>{choose_label}</button>
                {reset}
                {question.map(|question| question_link(app, question))}
            </p>
            {list}
        </div>
    }
    .into_any()
}

/// Name, distance, how sure, and where the point comes from.
fn told(app: App, near: &Near) -> View {
    let distance = length(app, near.told_m());
    let distance = if near.distance_m <= 0.0 {
        app.t("boundary.near.inside").to_owned()
    } else if near.about {
        app.fill("boundary.near.about", &[("distance", &distance)])
    } else {
        distance
    };
    let source = near_source(app, near);
    let others = (!near.same_site.is_empty())
        .then(|| app.count("boundary.near.same_site", near.same_site.len()));
    view! {
        <p><b>{near_name(app, near)}</b><br />{distance}</p>
        <p class="small soft">{source}{others.map(|others| format!(" {others}"))}</p>
    }
    .into_any()
}

/// Decimal degrees, with or without their sign and one of these words for their direction.
fn coordinate(text: &str, directions: &[&str], low: f64, high: f64) -> Option<f64> {
    let within = |value: f64| (low..=high).contains(&value).then_some(value);
    let (reading, unit) = number::read_with_unit(text);
    let direction = unit.trim_start_matches('°').trim();
    if !direction.is_empty() && !directions.contains(&direction) {
        return None;
    }
    match reading {
        Reading::Value(value) => within(value),
        Reading::Ambiguous { thousands, decimal } => within(decimal).or_else(|| within(thousands)),
        Reading::Empty | Reading::NotANumber => None,
    }
}

/// An institution that the data lack.
fn add(app: App) -> View {
    let errors = Errors::new();
    let field = move |id: &'static str, label: &'static str, hint: Option<&'static str>| {
        let failed = move || errors.of(id).is_some();
        let kept = app.typed(id).unwrap_or_default();
        view! {
            <div class="field" class:field--error=failed>
                <label class="label" for=id>{app.t(label)}</label>
                {hint.map(|hint| view! { <p class="hint small">{app.t(hint)}</p> })}
                {error_line(app, errors, id, "")}
                <input class="input" id=id type="text" autocomplete="off" value=kept aria-describedby=errors.describe(id, String::new()) aria-invalid=move || failed().then_some("true") on:input=move |event| app.keep_typed(id, event_target_value(&event)) />
            </div>
        }
        .into_any()
    };
    let save = move |goal: Goal| {
        let text = |id: &str| app.typed(id).unwrap_or_default();
        let name = text("near-name").trim().to_owned();
        // Viet Nam and what lies around it.
        let (lon, lat) = (
            coordinate(&text("near-lon"), &["E", "Đ", "Đông"], 100.0, 120.0),
            coordinate(&text("near-lat"), &["N", "B", "Bắc"], 5.0, 25.0),
        );
        let mut problems = Vec::new();
        if name.is_empty() {
            problems.push((
                "near-name".to_owned(),
                app.t("boundary.near.name_missing").to_owned(),
            ));
        }
        if lon.is_none() {
            problems.push((
                "near-lon".to_owned(),
                app.t("boundary.near.lon_wrong").to_owned(),
            ));
        }
        if lat.is_none() {
            problems.push((
                "near-lat".to_owned(),
                app.t("boundary.near.lat_wrong").to_owned(),
            ));
        }
        let first = problems.first().map(|(id, _)| id.clone());
        errors.show(problems);
        let (Some(lon), Some(lat), None) = (lon, lat, &first) else {
            if let Some(first) = first {
                focus::by_id(&app.root(), &first);
            }
            return;
        };
        let mut places = app.peek(|a| a.places.clone());
        let id = added_id(places.added.len());
        places.added.push(Place { name, lon, lat });
        goal.choose(&mut places, Some(id));
        if !app.dispatch_at("near-name", Command::SetPlaces(Box::new(places))) {
            let why = untrack(|| app.refusal("near-name")).unwrap_or_default();
            errors.show(vec![("near-name".to_owned(), why)]);
            return focus::by_id(&app.root(), "near-name");
        }
        app.survey().look(app);
        for field in ["near-name", "near-lon", "near-lat"] {
            app.forget_typed(field);
        }
        app.announcement
            .set(app.t("boundary.near.added").to_owned());
        focus::first(app.root(), "#boundary-near");
    };
    let hint = Some("boundary.near.coordinates");
    view! {
        <details class="more">
            <summary class="more__summary">{app.t("boundary.near.add")}</summary>
            <div class="more__body flow">
                {field("near-name", "boundary.near.name", None)}
                <div class="grid grid--2">{field("near-lon", "boundary.near.lon", hint)}{field("near-lat", "boundary.near.lat", hint)}</div>
                <p class="actions">
                    {plain_button(app.t("boundary.near.save_university"), move || save(Goal::University))}
                    {plain_button(app.t("boundary.near.save_institute"), move || save(Goal::Institute))}
                </p>
            </div>
        </details>
    }
    .into_any()
}

/// Every institution that may be chosen, nearest first; none where they cannot be measured.
pub async fn all(app: App, goal: Goal) -> Vec<Near> {
    let survey = app.survey();
    let Some(work) = survey.work.get_untracked() else {
        return Vec::new();
    };
    let crs = work.shown_crs();
    match survey
        .ask(&Request::Near { crs, goal }, work.given.bytes())
        .await
    {
        Ok((Reply::Near(near), _)) => near,
        _ => Vec::new(),
    }
}
