use std::sync::Arc;

use crate::ui::prelude::*;

use super::system_name::{from_word, short_name, system_name, word};
use crate::platform::focus;
use crate::ui::components::{
    Choice, LocatorPin, Picker, PinMark, boundary_locator, choice, length, link, locator,
};
use crate::ui::state::{App, Work};
use crate::view_model::map::{Use, Wind, first_systems, used_by, wind};
use cluster_ready_core::boundary::{Crs, distance_m, province};
use cluster_ready_core::read::CrsOption;

/// Where the cluster lies: asked where the corners do not say it, shown in any case.
pub fn system(app: App) -> View {
    let survey = app.survey();
    // The fields are drawn anew only when there is something else to choose from.
    let options = Memo::new(move |_| {
        survey
            .work
            .with(|work| work.as_ref().map(|work| work.options.clone()))
    });
    let body = move || {
        options.get().map(|options| {
            if options.is_empty() {
                known(app)
            } else {
                asked(app, Arc::new(options))
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="boundary-where">
            <h2 id="boundary-where" tabindex="-1">{app.t("boundary.where")}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// The system is known: it is said, and can be doubted.
fn known(app: App) -> View {
    let survey = app.survey();
    let text = move || {
        survey.work.with(|work| {
            work.as_ref().map(|work| {
                let name = system_name(app, work.shown_crs());
                app.fill("boundary.system.said", &[("system", &name)])
            })
        })
    };
    let change = move || {
        survey
            .work
            .with(|work| {
                work.as_ref()
                    .is_some_and(|work| !work.shown_crs().is_degrees())
            })
            .then(|| {
                link(app.t("boundary.system.change"), move || {
                    survey.ask_system(app)
                })
            })
    };
    let place = move || {
        survey
            .seen
            .get()
            .map(|seen| boundary_locator(app, &seen, app.peek(|a| a.profile.name.clone())))
    };
    view! {
        <div class="duo duo--map">
            <div class="flow"><p>{text}</p><p>{move || landing(app)}</p><p>{change}</p></div>
            {place}
        </div>
    }
    .into_any()
}

/// In which province the boundary lies now.
fn landing(app: App) -> Option<String> {
    let seen = app.survey().seen.get()?;
    let code = seen
        .measures
        .as_ref()
        .and_then(|measures| measures.province.clone());
    code.map(|code| {
        app.fill(
            "boundary.lands.in",
            &[("province", &province_name(app, &code))],
        )
    })
}

/// "tỉnh Bắc Ninh".
pub fn province_name(app: App, code: &str) -> String {
    let (Some(found), Some(name)) = (province(code), app.province_name(code)) else {
        return String::new();
    };
    let key = if found.is_city {
        "province.city"
    } else {
        "province.province"
    };
    app.fill(key, &[("name", &name)])
}

fn asked(app: App, options: Arc<Vec<CrsOption>>) -> View {
    let survey = app.survey();
    let own = app.peek(|a| a.profile.province.clone());
    let first = Arc::new(first_systems(&options, own.as_deref().and_then(province)));
    let other = RwSignal::new(false);
    let picked =
        Signal::derive(move || survey.work.with(|work| work.as_ref().map(Work::shown_crs)));
    // A system from the long list was picked before, e.g. in the other language.
    other.set(
        !first
            .iter()
            .any(|option| Some(option.crs) == picked.get_untracked()),
    );
    let choices = first
        .iter()
        .map(|option| {
            let crs = option.crs;
            choice(Choice {
                id: format!("system-{}", word(crs)),
                name: "boundary-system".to_owned(),
                picker: Picker::Radio,
                label: label(app, option),
                sub: Some(lands(app, option, &options)),
                key: None,
                on: Signal::derive(move || !other.get() && picked.get() == Some(crs)),
                on_pick: Callback::new(move |()| {
                    other.set(false);
                    survey.pick(app, crs);
                }),
            })
        })
        .collect_view();
    let rest = choice(Choice {
        id: "system-other".to_owned(),
        name: "boundary-system".to_owned(),
        picker: Picker::Radio,
        label: app.t("boundary.system.other").to_owned(),
        sub: None,
        key: None,
        on: other.into(),
        on_pick: Callback::new(move |()| other.set(true)),
    });
    let list = others(app, &options, picked);
    let more = options.len() > first.len();
    let is_vn2000 = options.iter().any(|option| option.crs.is_vn2000());
    let sketch = move || sketch(app, &options, &first, picked.get());
    let question = if is_vn2000 {
        "boundary.system.question"
    } else {
        "boundary.system.question_other"
    };
    let hint = if !is_vn2000 {
        "boundary.system.hint_other"
    } else if survey
        .work
        .with_untracked(|work| work.as_ref().is_some_and(|work| work.crs.is_none()))
    {
        "boundary.system.hint"
    } else {
        "boundary.system.hint_change"
    };
    view! {
        <div class="duo duo--map">
            <fieldset class="field">
                <legend class="label">{app.t(question)}</legend>
                <p class="hint">{app.t(hint)}</p>
                <div class="choices">
                    {choices}
                    {more.then_some(rest)}
                    <div class="reveal" hidden=move || !other.get()>{list}</div>
                </div>
                {move || confirm(app)}
            </fieldset>
            {sketch}
        </div>
    }
    .into_any()
}

/// While no system is said, the one that is looked at has to be confirmed.
fn confirm(app: App) -> View {
    let survey = app.survey();
    let open = survey.work.with(|work| {
        work.as_ref()
            .filter(|work| work.crs.is_none())
            .map(|work| work.picked)
    });
    match open {
        Some(crs) => {
            let label = app.fill(
                "boundary.system.confirm",
                &[("system", &short_name(app, crs))],
            );
            let confirm = move || {
                survey.confirm(app);
                app.announcement
                    .set(app.t("boundary.system.confirmed").to_owned());
                // The button is gone once it was pressed.
                focus::first(app.root(), "#boundary-where");
            };
            view! { <p class="actions"><button type="button" class="button" on:click=move |_| confirm()>{label}</button></p> }.into_any()
        }
        None => view! { <p class="echo" role="status">{app.t("boundary.system.confirmed")}</p> }
            .into_any(),
    }
}

/// The meridian with the province that uses it: the cluster's own, else the one where it lands.
fn label(app: App, option: &CrsOption) -> String {
    let name = short_name(app, option.crs);
    let said = app.peek(|a| a.profile.province.clone());
    let users = [said.as_deref(), option.province.as_deref()];
    users
        .into_iter()
        .flatten()
        .filter_map(province)
        .find_map(|user| {
            let key = match used_by(user, option.crs) {
                Use::Today => "boundary.system.today",
                Use::Former => "boundary.system.former",
                Use::Disputed => "boundary.system.disputed",
                Use::Other => return None,
            };
            let of = app.province_name(user.code)?;
            Some(app.fill(key, &[("meridian", &name), ("province", &of)]))
        })
        .unwrap_or(name)
}

/// It would land outside of the province of the profile.
fn is_elsewhere(app: App, option: &CrsOption) -> bool {
    app.peek(|a| {
        a.profile
            .province
            .as_deref()
            .and_then(province)
            .is_some_and(|own| !own.holds(option.lands_at))
    })
}

/// Where the boundary would land, and how far from the proposal.
pub fn lands(app: App, option: &CrsOption, options: &[CrsOption]) -> String {
    let place = match option.province.as_deref().filter(|_| option.in_viet_nam) {
        Some(code) => {
            let key = if is_elsewhere(app, option) {
                "boundary.lands.elsewhere"
            } else {
                "boundary.lands.in"
            };
            app.fill(key, &[("province", &province_name(app, code))])
        }
        None if option.in_viet_nam => app.t("boundary.lands.viet_nam").to_owned(),
        None => app.t("boundary.lands.abroad").to_owned(),
    };
    let reference = options
        .iter()
        .find(|other| other.recommended)
        .or_else(|| options.first());
    let apart = reference
        .map(|other| (distance_m(other.lands_at, option.lands_at), other.lands_at))
        .filter(|(metres, _)| *metres > 1_000.0)
        .map(|(metres, from)| {
            let distance = length(app, (metres / 1000.0).round() * 1000.0);
            let way = app.t(wind_key(wind(from, option.lands_at)));
            app.fill(
                "boundary.lands.shift",
                &[("distance", &distance), ("way", way)],
            )
        });
    let advised = option
        .recommended
        .then(|| app.t("boundary.lands.advised").to_owned());
    [Some(place), apart, advised]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn wind_key(wind: Wind) -> &'static str {
    match wind {
        Wind::North => "wind.north",
        Wind::NorthEast => "wind.north_east",
        Wind::East => "wind.east",
        Wind::SouthEast => "wind.south_east",
        Wind::South => "wind.south",
        Wind::SouthWest => "wind.south_west",
        Wind::West => "wind.west",
        Wind::NorthWest => "wind.north_west",
    }
}

/// Every system in one list, from west to east, with where it lands.
fn others(app: App, options: &Arc<Vec<CrsOption>>, picked: Signal<Option<Crs>>) -> View {
    let mut sorted: Vec<&CrsOption> = options.iter().collect();
    sorted.sort_by_key(|option| {
        let tm3 = matches!(option.crs, Crs::Vn2000Tm3 { .. });
        // Thousandths of a degree, so that meridians order as whole numbers.
        #[allow(clippy::cast_possible_truncation, reason = "degrees times a thousand")]
        let degrees = (option.crs.meridian().unwrap_or_default() * 1000.0) as i64;
        (!tm3, !option.crs.is_vn2000(), degrees)
    });
    let entry = |option: &&CrsOption| {
        let value = word(option.crs);
        let crs = option.crs;
        let text = format!("{}. {}", system_name(app, crs), lands(app, option, options));
        view! { <option value=value prop:selected=move || picked.get() == Some(crs)>{text}</option> }
    };
    let on_change = move |event: web_sys::Event| {
        if let Some(crs) = from_word(&event_target_value(&event)) {
            app.survey().pick(app, crs);
        }
    };
    view! {
        <div class="field">
            <label class="label" for="boundary-system-list">{app.t("boundary.system.list")}</label>
            <select class="input" id="boundary-system-list" on:change=on_change>{sorted.iter().map(entry).collect_view()}</select>
        </div>
    }
    .into_any()
}

/// The picked system is a solid diamond, the others to choose from are hollow.
fn sketch(app: App, options: &[CrsOption], first: &[CrsOption], picked: Option<Crs>) -> View {
    let chosen = options
        .iter()
        .filter(|option| Some(option.crs) == picked)
        .filter(|option| first.iter().all(|one| one.crs != option.crs));
    let shown: Vec<&CrsOption> = first.iter().chain(chosen).collect();
    let mut pins: Vec<LocatorPin> = shown
        .iter()
        .map(|option| LocatorPin {
            place: option.lands_at,
            name: short_name(app, option.crs),
            mark: if Some(option.crs) == picked {
                PinMark::Solid
            } else {
                PinMark::Hollow
            },
        })
        .collect();
    pins.sort_by_key(|pin| pin.mark == PinMark::Hollow);
    let told: Vec<String> = shown
        .iter()
        .map(|option| {
            format!(
                "{}: {}",
                short_name(app, option.crs),
                lands(app, option, options)
            )
        })
        .collect();
    let about = app.fill("boundary.sketch.about", &[("places", &told.join(" "))]);
    locator(
        app,
        &pins,
        &[],
        about,
        app.t("boundary.sketch.caption").to_owned(),
    )
}
