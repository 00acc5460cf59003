//! What was understood of a file, in one line, and the ways to correct it.

use crate::ui::prelude::*;

use super::stated::hectares;
use super::system_name;
use crate::platform::focus;
use crate::ui::components::link;
use crate::ui::state::{App, FORMAT_WALK, Given, Said, Work};
use cluster_ready_core::read::Format;
use cluster_ready_core::survey::Surveyed;

/// Where the corners come from, and what was made of them.
pub fn understood(app: App) -> Option<View> {
    let survey = app.survey();
    let work = survey.work.get()?;
    let title = if work.format == FORMAT_WALK {
        app.t("boundary.source.walk").to_owned()
    } else if work.file_name.is_empty() {
        app.t("boundary.source.typed").to_owned()
    } else {
        work.file_name.clone()
    };
    let replace = move || {
        survey.given.set(Given::Nothing);
        survey.replacing.set(true);
    };
    let line = survey.seen.with(|seen| line(app, &work, seen.as_deref()));
    Some(
        view! {
            <div class="panel file">
                <div class="file__body">
                    <p><b>{title}</b><br /><span class="small soft">{line}</span></p>
                    <p class="actions small">{ways(app, &work)}</p>
                </div>
                <p><button type="button" class="button button--plain button--small" on:click=move |_| replace()>{app.t("boundary.replace")}</button></p>
            </div>
        }
        .into_any(),
    )
}

/// Another system, another parcel, other corners.
fn ways(app: App, work: &Work) -> View {
    let survey = app.survey();
    let system = (work.crs.is_some() && !work.shown_crs().is_degrees()).then(|| {
        link(app.t("boundary.system.change"), move || {
            survey.ask_system(app);
            focus::by_id(&app.root(), "boundary-where");
        })
    });
    let others = work.layer.clone().map(|layer| {
        let name = work.file_name.clone();
        link(app.t("boundary.choose.other_parcel"), move || {
            let (name, layer) = (name.clone(), layer.clone());
            survey.given.set(Given::Offered { name, layer });
            survey.replacing.set(true);
            focus::first(app.root(), "h1");
        })
    });
    let table = link(app.t("boundary.in_table"), move || {
        focus::by_id(&app.root(), "boundary-table");
    });
    view! { {system}{others}{table} }.into_any()
}

/// Format, corners, parcels, system and who says it, stated and measured area.
fn line(app: App, work: &Work, seen: Option<&Surveyed>) -> String {
    let corners = seen.map_or(0, Surveyed::corners);
    let parts = seen.map_or(0, |seen| seen.rings.len());
    let measures = seen.and_then(|seen| seen.measures.as_ref());
    let area = |key: &'static str, m2: f64| app.fill(key, &[("area", &hectares(app, m2))]);
    let said = work.crs.and(work.said).map(|said| {
        app.t(match said {
            Said::File => "boundary.system.by_file",
            Said::Sizes => "boundary.system.by_sizes",
            Said::Person => "boundary.system.by_person",
        })
    });
    let system = match work.crs {
        Some(crs) => system_name::system_name(app, crs),
        None => app.t("boundary.system.open").to_owned(),
    };
    let pieces = [
        Some(format(app, &work.format).to_owned()),
        Some(app.count("boundary.corners", corners)),
        (parts > 0).then(|| app.count("boundary.parcels", parts)),
        Some(said.map_or_else(|| system.clone(), |said| format!("{system} ({said})"))),
        work.stated_m2.map(|m2| area("boundary.stated", m2)),
        measures
            .filter(|_| work.crs.is_some())
            .map(|measures| area("boundary.measured", measures.area_m2)),
    ];
    let pieces: Vec<String> = pieces.into_iter().flatten().collect();
    pieces.join(", ")
}

fn format(app: App, word: &str) -> &'static str {
    if word == FORMAT_WALK {
        return app.t("boundary.format.walk");
    }
    app.t(match Format::of_word(word) {
        Some(Format::GeoJson) => "boundary.format.geojson",
        Some(Format::Shapefile) => "boundary.format.shapefile",
        Some(Format::Docx) => "boundary.format.docx",
        Some(Format::Dxf) => "boundary.format.dxf",
        Some(Format::Gpx) => "boundary.format.gpx",
        Some(Format::Kml) => "boundary.format.kml",
        Some(Format::Kmz) => "boundary.format.kmz",
        Some(Format::Odt) => "boundary.format.odt",
        Some(Format::Pdf) => "boundary.format.pdf",
        Some(Format::Wkt) => "boundary.format.wkt",
        Some(Format::Xlsx) => "boundary.format.xlsx",
        Some(Format::Table) | None => "boundary.format.table",
    })
}
