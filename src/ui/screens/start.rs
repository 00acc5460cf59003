use crate::platform::clock;
use crate::platform::file::{self, Chosen};
use crate::ui::components::{button, link, plain_button};
use crate::ui::prelude::*;
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::{Assessment, Mode, Profile};

/// What the tool is, the two ways to begin, and what is already on this device.
pub fn start(app: App) -> View {
    let chosen = RwSignal::new_local(None::<Chosen>);
    let begin = move |mode| {
        let profile = Profile {
            assessed: clock::today(),
            ..Profile::default()
        };
        app.drafts.begin(
            app,
            Assessment {
                mode,
                profile,
                ..Assessment::default()
            },
            Screen::Profile,
        );
    };
    let way = |mode, class: &'static str, keys: [&'static str; 3], action: View| {
        let [title, spec, text] = keys;
        let indicators = app.model().indicators.iter();
        let asked = indicators
            .filter(|one| mode == Mode::Full || one.quick)
            .count();
        let spec = app.fill(spec, &[("count", &asked.to_string())]);
        view! {
            <div class=class>
                <h3>{app.t(title)}</h3>
                <p class="way__spec">{spec}</p>
                <p class="way__text">{app.t(text)}</p>
                {action}
            </div>
        }
    };
    let only = app.host().mode;
    let quick = (only != Some(Mode::Full)).then(|| {
        way(
            Mode::Quick,
            "way way--first",
            ["start.quick.title", "start.quick.spec", "start.quick.text"],
            button(app.t("start.quick.begin"), move || begin(Mode::Quick)),
        )
    });
    let full = (only != Some(Mode::Quick)).then(|| {
        let label = app.t("start.full.begin");
        let start = move || begin(Mode::Full);
        let (class, action) = if only.is_none() {
            ("way", plain_button(label, start))
        } else {
            ("way way--first", button(label, start))
        };
        let keys = ["start.full.title", "start.full.spec", "start.full.text"];
        way(Mode::Full, class, keys, action)
    });
    let example = move || app.later(move |later| (later.show_example)(app));
    view! {
        <div class="sheet page">
            <div class="page__main">
                {hero(app, figure(app))}
                {move || app.later_now().map(|later| (later.drafts)(app))}
                <section class="flow" aria-labelledby="start-ways">
                    <h2 class="hidden" id="start-ways">{app.t("start.ways")}</h2>
                    <div class="ways">{quick}{full}</div>
                    <div class="actions">{open_file(app, chosen)}{link(app.t("start.example"), example)}</div>
                    {move || chosen.get().zip(app.later_now()).map(|(file, later)| (later.opened)(app, file))}
                </section>
                {before_start(app)}
            </div>
        </div>
    }
    .into_any()
}

/// What the tool asks, with a drawing.
pub fn hero(app: App, figure: View) -> View {
    view! {
        <div class="hero">
            <div class="flow"><h1 tabindex="-1">{app.t("start.title")}</h1><p class="lead measure">{app.t("start.lead")}</p></div>
            {figure}
        </div>
    }
    .into_any()
}

/// What to know before one begins.
pub fn before_start(app: App) -> View {
    let fact = |(title, text): (&'static str, &'static str)| view! { <div><dt>{app.t(title)}</dt><dd>{app.t(text)}</dd></div> };
    let device = if app.sends() {
        "start.fact.device_sending"
    } else {
        "start.fact.device_text"
    };
    let facts = [
        ("start.fact.device", device),
        ("start.fact.prepare", "start.fact.prepare_text"),
        ("start.fact.unknown", "start.fact.unknown_text"),
    ];
    view! {
        <section class="section" aria-labelledby="start-facts">
            <h2 id="start-facts">{app.t("start.before")}</h2>
            <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// The five dimensions as the five corners of a parcel.
fn figure(app: App) -> View {
    const CORNERS: [(&str, &str, &str, &str); 5] = [
        ("M118 62", "118", "46", "middle"),
        ("M280 44", "280", "28", "middle"),
        ("M322 158", "356", "184", "middle"),
        ("M206 232", "206", "258", "middle"),
        ("M84 178", "52", "208", "middle"),
    ];
    let names = app.model().dimensions.iter().zip(CORNERS);
    let label = |(dimension, (_, x, y, anchor)): (
        &cluster_ready_core::model::Dimension,
        (_, &'static str, &'static str, &'static str),
    )| {
        view! { <text class="map__number" x=x y=y text-anchor=anchor>{app.text(&dimension.short)}</text> }
    };
    let dots: String = CORNERS
        .iter()
        .filter_map(|(point, ..)| point.strip_prefix('M')?.split_once(' '))
        .map(|(x, y)| format!(r#"<circle class="map__corner" cx="{x}" cy="{y}" r="5"/>"#))
        .collect();
    let drawing = r#"<path class="map__grid" d="M40 8V272M120 8V272M200 8V272M280 8V272M360 8V272M8 40H392M8 120H392M8 200H392"/><path class="map__area" d="M118 62 280 44 322 158 206 232 84 178Z"/>"#;
    view! {
        <svg class="hero__figure" viewBox="0 0 400 280" role="img" aria-label=app.t("start.figure")>
            <g inner_html=drawing></g>
            <g inner_html=dots></g>
            {names.map(label).collect_view()}
        </svg>
    }
    .into_any()
}

pub fn open_file(app: App, chosen: RwSignal<Option<Chosen>, LocalStorage>) -> View {
    let on_change = move |event: web_sys::Event| {
        if let Some(file) = file::chosen(&event) {
            chosen.set(Some(file));
            app.later(|_| ());
        }
    };
    view! {
        <div class="file-button">
            <input class="drop__input hidden" id="start-open" type="file" accept=".json,application/json" on:change=on_change />
            <label class="link-button" for="start-open">{app.t("start.open")}</label>
        </div>
    }
    .into_any()
}
