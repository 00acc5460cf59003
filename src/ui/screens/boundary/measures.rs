use crate::ui::prelude::*;

use super::fills::fills;
use super::system::province_name;
use super::{declared, stated, verdict};
use crate::ui::components::link;
use crate::ui::state::App;
use cluster_ready_core::assessment::{Command, Profile};
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::law::NEAR_LIMIT_DEVIATIONS;
use cluster_ready_core::model::BoundaryFigure;

const SQUARE_METRES_PER_HECTARE: f64 = 10_000.0;

/// What the boundary measures; only once it is known where it lies and nothing is in the way.
pub fn measures(app: App) -> View {
    let measured = move || {
        let seen = app.survey().seen.get()?;
        let placed = app
            .survey()
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_some()));
        Some((seen, placed))
    };
    let body = move || match measured() {
        Some((seen, true)) => match &seen.measures {
            Some(measures) => table(app, measures),
            None => view! { <p>{app.t("boundary.measures.failed")}</p> }.into_any(),
        },
        Some((_, false)) => view! { <p>{app.t("boundary.measures.where")}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <section class="section" aria-labelledby="boundary-measures">
            <h2 id="boundary-measures" tabindex="-1">{app.t("boundary.measures")}</h2>
            {body}
            {declared::explanation(app)}
            {move || verdict::verdict(app)}
        </section>
    }
    .into_any()
}

/// Half the width of the 95 % interval of the area, hectares, as text.
pub fn plus_minus(app: App, measures: &Measures) -> String {
    let ha = NEAR_LIMIT_DEVIATIONS * measures.area_sd_m2 / SQUARE_METRES_PER_HECTARE;
    if ha < 0.005 {
        app.fill("boundary.less_than", &[("figure", &app.number(0.005, 3))])
    } else {
        app.number(ha, 2)
    }
}

fn table(app: App, measures: &Measures) -> View {
    let hectares = |m2: f64| app.number(m2 / SQUARE_METRES_PER_HECTARE, 2);
    let row = |key: &'static str, value: String, about: String| {
        view! { <tr><th scope="row">{app.t(key)}</th><td class="num">{value}</td><td class="small soft">{about}</td></tr> }
            .into_any()
    };
    let area = app.fill(
        "boundary.measures.area_value",
        &[
            ("area", &hectares(measures.area_m2)),
            ("range", &plus_minus(app, measures)),
        ],
    );
    let plane = app.fill(
        "unit.hectares",
        &[("figure", &hectares(measures.plane_area_m2))],
    );
    let stated_m2 = app
        .survey()
        .work
        .with(|work| work.as_ref().and_then(|work| work.stated_m2));
    let stated = stated_m2.map(|m2| {
        row(
            "boundary.measures.stated",
            app.fill("unit.hectares", &[("figure", &hectares(m2))]),
            stated::about(app, m2, measures),
        )
    });
    let rows = [
        row(
            "boundary.measures.area",
            area,
            app.t("boundary.measures.area_about").to_owned(),
        ),
        row(
            "boundary.measures.plane",
            plane,
            app.t("boundary.measures.plane_about").to_owned(),
        ),
        row(
            "boundary.measures.perimeter",
            app.fill(
                "map.metres",
                &[("figure", &app.number(measures.perimeter_m, 0))],
            ),
            String::new(),
        ),
        row(
            "boundary.measures.compactness",
            app.number(measures.compactness, 2),
            [
                Some(app.t("boundary.measures.compactness_about").to_owned()),
                fills(app, &[BoundaryFigure::Compactness]),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        ),
    ];
    view! {
        <table class="measures">
            <caption class="hidden">{app.t("boundary.measures")}</caption>
            <thead class="hidden"><tr><th scope="col">{app.t("boundary.measures.what")}</th><th scope="col">{app.t("boundary.measures.value")}</th><th scope="col">{app.t("boundary.measures.about")}</th></tr></thead>
            <tbody>{stated}{rows.into_iter().collect_view()}</tbody>
        </table>
        {where_it_is(app, measures)}
        {declared::comparison(app, measures)}
    }
    .into_any()
}

/// The province by the centre, beside the one of the profile.
pub struct Landed {
    found: String,
    said: Option<String>,
    /// The boxes of two provinces overlap at their border: a place that both hold is no contradiction.
    near_border: bool,
}

impl Landed {
    pub fn of(app: App, measures: &Measures) -> Option<Self> {
        let found = measures.province.clone()?;
        let said = app.with(|a| a.profile.province.clone());
        let near_border = said
            .as_deref()
            .and_then(cluster_ready_core::boundary::province)
            .is_some_and(|own| own.holds(measures.centre));
        Some(Self {
            found,
            said,
            near_border,
        })
    }

    fn is_same(&self) -> bool {
        self.said.as_ref() == Some(&self.found)
    }

    /// It contradicts the profile.
    pub fn is_elsewhere(&self) -> bool {
        self.said.is_some() && !self.is_same() && !self.near_border
    }

    pub fn text(&self, app: App) -> String {
        let key = match &self.said {
            None => "boundary.province.found",
            Some(_) if self.is_same() => "boundary.province.same",
            Some(_) if self.near_border => "boundary.province.near",
            Some(_) => "boundary.province.other",
        };
        let said = self.said.as_deref().unwrap_or_default();
        app.fill(
            key,
            &[
                ("province", &province_name(app, &self.found)),
                ("said", &province_name(app, said)),
            ],
        )
    }

    /// Puts the province that was found into the profile.
    fn take(app: App, found: &str) {
        let mut profile: Profile = app.peek(|a| a.profile.clone());
        profile.province = Some(found.to_owned());
        app.dispatch(Command::SetProfile(Box::new(profile)));
        app.announcement
            .set(app.t("boundary.province.taken").to_owned());
    }
}

fn where_it_is(app: App, measures: &Measures) -> Option<View> {
    let landed = Landed::of(app, measures)?;
    let text = landed.text(app);
    if landed.is_same() {
        return Some(view! { <p>{text}</p> }.into_any());
    }
    let found = landed.found;
    let label = app.fill(
        "boundary.province.take",
        &[("province", &province_name(app, &found))],
    );
    let take = move || Landed::take(app, &found);
    Some(view! { <p class="echo">{text}" "{link(label, take)}</p> }.into_any())
}
