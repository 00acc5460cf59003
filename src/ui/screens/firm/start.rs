use crate::platform::clock;
use crate::ui::components::button;
use crate::ui::prelude::*;
use crate::ui::screens::kept::{drafts, opened};
use crate::ui::screens::start::{before_start, hero, open_file};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::{Assessment, Firm, Mode, Profile};
use cluster_ready_core::model::Dimension;

/// What the tool asks of a firm, the one way to begin, and what is already on this device.
pub fn start(app: App) -> View {
    let chosen = RwSignal::new_local(None);
    let spec = app.fill(
        "contribution.way.spec",
        &[("count", &app.model().indicators.len().to_string())],
    );
    view! {
        <div class="sheet page">
            <div class="page__main">
                {hero(app, figure(app))}
                {move || drafts(app)}
                <section class="flow" aria-labelledby="start-ways">
                    <h2 class="hidden" id="start-ways">{app.t("start.ways")}</h2>
                    <div class="ways">
                        <div class="way way--first">
                            <h3>{app.t("contribution.way.title")}</h3>
                            <p class="way__spec">{spec}</p>
                            <p class="way__text">{app.t("contribution.way.text")}</p>
                            {button(app.t("contribution.begin"), move || begin(app))}
                        </div>
                    </div>
                    <div class="actions">{open_file(app, chosen)}</div>
                    {move || chosen.get().map(|file| opened(app, file))}
                </section>
                {before_start(app)}
            </div>
        </div>
    }
    .into_any()
}

fn begin(app: App) {
    let profile = Profile {
        assessed: clock::today(),
        firm: Some(Box::new(Firm::default())),
        ..Profile::default()
    };
    let assessment = Assessment {
        mode: Mode::Firm,
        profile,
        ..Assessment::default()
    };
    app.drafts.begin(app, assessment, Screen::Profile);
}

/// The four dimensions as the four corners of a parcel.
fn figure(app: App) -> View {
    const NAMES: [(&str, &str); 4] = [("118", "46"), ("290", "34"), ("312", "246"), ("96", "230")];
    const DRAWING: &str = r#"<path class="map__grid" d="M40 8V272M120 8V272M200 8V272M280 8V272M360 8V272M8 40H392M8 120H392M8 200H392"/><path class="map__area" d="M118 62 290 50 312 220 96 204Z"/><circle class="map__corner" cx="118" cy="62" r="5"/><circle class="map__corner" cx="290" cy="50" r="5"/><circle class="map__corner" cx="312" cy="220" r="5"/><circle class="map__corner" cx="96" cy="204" r="5"/>"#;
    let name = |(dimension, (x, y)): (&Dimension, (&'static str, &'static str))| {
        view! { <text class="map__number" x=x y=y text-anchor="middle">{app.text(&dimension.short)}</text> }
    };
    let names = app.model().dimensions.iter().zip(NAMES);
    view! {
        <svg class="hero__figure" viewBox="0 0 400 280" role="img" aria-label=app.t("start.figure")>
            <g inner_html=DRAWING></g>
            {names.map(name).collect_view()}
        </svg>
    }
    .into_any()
}
