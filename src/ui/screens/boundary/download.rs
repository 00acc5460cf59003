//! The boundary as a file for other programs.

use crate::ui::prelude::*;

use super::problem_text::part_name;
use super::system_name::system_name;
use crate::i18n::Locale;
use crate::number::Mark;
use crate::platform::intl;
use crate::ui::components::plain_button;
use crate::ui::saved_file::hand_over;
use crate::ui::state::App;
use crate::view_model::map::Surveyed;
use crate::write::{Boundary, TooManyRows, Words, csv, geojson, kml, xlsx};

/// What the files hold, before their ending.
const FILE: &str = "boundary";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    GeoJson,
    Kml,
    Csv,
    Xlsx,
}

impl Format {
    const ALL: [Self; 4] = [Self::GeoJson, Self::Kml, Self::Csv, Self::Xlsx];

    const fn label(self) -> &'static str {
        match self {
            Self::GeoJson => "boundary.download.geojson",
            Self::Kml => "boundary.download.kml",
            Self::Csv => "boundary.download.csv",
            Self::Xlsx => "boundary.download.xlsx",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::GeoJson => "application/geo+json",
            Self::Kml => "application/vnd.google-earth.kml+xml",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Offers the boundary in every format, once it is measured.
pub fn download(app: App) -> View {
    let survey = app.survey();
    let measured = Memo::new(move |_| {
        survey
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_some()))
            && survey.seen.with(|seen| {
                seen.as_ref()
                    .is_some_and(|seen| seen.examined.measures.is_some())
            })
    });
    let text = move || {
        let crs = survey
            .seen
            .with(|seen| seen.as_ref().map(|seen| seen.examined.plane_crs));
        let system = crs.map(|crs| system_name(app, crs)).unwrap_or_default();
        app.fill("boundary.download.text", &[("system", &system)])
    };
    let refused = RwSignal::new(None);
    let button = move |format: Format| {
        plain_button(app.t(format.label()), move || {
            refused.set(save(app, format).err().map(|error| too_long(app, error)));
        })
    };
    let refusal = move || {
        refused
            .get()
            .map(|text: String| view! { <p class="error" role="alert">{text}</p> })
    };
    let body = move || {
        measured.get().then(|| {
            view! {
                <section class="section no-print" aria-labelledby="boundary-download">
                    <h2 id="boundary-download">{app.t("boundary.download")}</h2>
                    <p class="section__intro">{text}</p>
                    <p class="actions">{Format::ALL.into_iter().map(button).collect_view()}</p>
                    {refusal}
                </section>
            }
        })
    };
    body.into_any()
}

/// Saves the boundary as it was measured.
fn save(app: App, format: Format) -> Result<(), TooManyRows> {
    let Some(seen) = app.survey().seen.get_untracked() else {
        return Ok(());
    };
    let mut name = app.peek(|a| a.profile.name.clone());
    if name.trim().is_empty() {
        name = app.t("boundary.title").to_owned();
    }
    if let Some(boundary) = Boundary::of(&name, &seen.examined) {
        let bytes = written(app, format, &boundary, &seen)?;
        let file = app.file_name(&format!("{FILE}.{}", format.ending()));
        hand_over(app, &file, format.mime(), &bytes);
    }
    Ok(())
}

fn too_long(app: App, TooManyRows { limit }: TooManyRows) -> String {
    let limit = intl::whole(app.language(), limit);
    app.fill("boundary.download.too_long", &[("limit", &limit)])
}

fn written(
    app: App,
    format: Format,
    boundary: &Boundary<'_>,
    seen: &Surveyed,
) -> Result<Vec<u8>, TooManyRows> {
    let crs = seen.examined.plane_crs;
    let code = crs.epsg().map(|code| code.to_string()).unwrap_or_default();
    let system = app.fill(
        "boundary.annex.system_value",
        &[("system", &system_name(app, crs)), ("code", &code)],
    );
    let words = Words {
        title: app.t("boundary.annex"),
        system: [app.t("boundary.annex.system"), &system],
        ring: app.t("boundary.annex.ring"),
        corner: app.t("boundary.annex.corner"),
        north: app.t("boundary.annex.north"),
        east: app.t("boundary.annex.east"),
        edge: app.t("boundary.annex.edge"),
        ring_name: &|part, ring| part_name(app, seen, part, ring),
    };
    let mark = match app.language() {
        Locale::Vi => Mark::Comma,
        Locale::En => Mark::Point,
    };
    Ok(match format {
        Format::GeoJson => geojson(boundary).into_bytes(),
        Format::Kml => kml(boundary).into_bytes(),
        Format::Csv => csv(boundary, &words, mark).into_bytes(),
        Format::Xlsx => xlsx(boundary, &words)?,
    })
}
