//! The boundary as a file for other programs.

use crate::ui::prelude::*;

use leptos::task::spawn_local;

use super::failure::told_trouble;
use super::system_name::system_name;
use crate::platform::intl;
use crate::platform::worker::Trouble;
use crate::ui::components::{self, plain_button};
use crate::ui::hand_over::{NewFile, hand_over};
use crate::ui::state::{App, Place};
use cluster_ready_core::boundary::Crs;
use cluster_ready_core::survey::{FileFormat, FileWords, Reply, Request, Writing};

/// What the files hold, before their ending.
const FILE: &str = "boundary";

const FORMATS: [FileFormat; 4] = [
    FileFormat::GeoJson,
    FileFormat::Kml,
    FileFormat::Csv,
    FileFormat::Xlsx,
];

const fn label(format: FileFormat) -> &'static str {
    match format {
        FileFormat::GeoJson => "boundary.download.geojson",
        FileFormat::Kml => "boundary.download.kml",
        FileFormat::Csv => "boundary.download.csv",
        FileFormat::Xlsx => "boundary.download.xlsx",
    }
}

fn ending(format: FileFormat) -> &'static str {
    let endings = format.read_as().extensions();
    endings.first().copied().unwrap_or_default()
}

fn media_type(format: FileFormat) -> &'static str {
    let types = format.read_as().media_types();
    match format {
        // Without it some programs take a table's letters for those of the system.
        FileFormat::Csv => "text/csv;charset=utf-8",
        _ => types.first().copied().unwrap_or_default(),
    }
}

/// Offers the boundary in every format, once it is measured.
pub fn download(app: App) -> View {
    let survey = app.survey();
    let measured = Memo::new(move |_| {
        survey
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_some()))
            && survey
                .seen
                .with(|seen| seen.as_ref().is_some_and(|seen| seen.measures.is_some()))
    });
    let text = move || {
        let crs = survey
            .seen
            .with(|seen| seen.as_ref().map(|seen| seen.drawn.plane_crs));
        let system = crs.map(|crs| system_name(app, crs)).unwrap_or_default();
        app.fill("boundary.download.text", &[("system", &system)])
    };
    let refused = RwSignal::new(None);
    let button = move |format: FileFormat| {
        plain_button(app.t(label(format)), move || {
            refused.set(None);
            spawn_local(async move {
                let text = save(app, format).await;
                refused.try_set(text);
            });
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
                    <p class="actions">{FORMATS.into_iter().map(button).collect_view()}</p>
                    {refusal}
                    {components::hand_over(app, Place::Page)}
                </section>
            }
        })
    };
    body.into_any()
}

/// Saves the boundary as it was measured; why not, where it cannot be.
async fn save(app: App, format: FileFormat) -> Option<String> {
    let survey = app.survey();
    let (seen, work) = (survey.seen.get_untracked()?, survey.work.get_untracked()?);
    let mut name = app.peek(|a| a.profile.name.clone());
    if name.trim().is_empty() {
        name = app.t("boundary.title").to_owned();
    }
    let writing = Writing {
        format,
        crs: work.shown_crs(),
        name,
        words: words(app, seen.drawn.plane_crs),
        comma: app.language().has_comma(),
    };
    let request = Request::Write(Box::new(writing));
    match survey.ask(&request, work.given.bytes()).await {
        Ok((Reply::Written, file)) => {
            let name = app.file_name(&format!("{FILE}.{}", ending(format)));
            let file = NewFile {
                name,
                mime: media_type(format),
                content: file,
                // Every spreadsheet program opens this one too.
                instead: (format == FileFormat::Xlsx).then(|| label(FileFormat::Csv)),
            };
            hand_over(app, Place::Page, file);
            None
        }
        Ok((Reply::TooManyRows { limit }, _)) => {
            let limit = intl::whole(app.language(), limit);
            Some(app.fill("boundary.download.too_long", &[("limit", &limit)]))
        }
        Ok(_) => None,
        Err(Trouble::Cancelled) => None,
        Err(trouble) => Some(told_trouble(app, trouble).0),
    }
}

fn words(app: App, crs: Crs) -> FileWords {
    let code = crs.epsg().map(|code| code.to_string()).unwrap_or_default();
    let system = app.fill(
        "boundary.annex.system_value",
        &[("system", &system_name(app, crs)), ("code", &code)],
    );
    let text = |key: &'static str| app.t(key).to_owned();
    FileWords {
        title: text("boundary.annex"),
        system: [text("boundary.annex.system"), system],
        ring: text("boundary.annex.ring"),
        corner: text("boundary.annex.corner"),
        north: text("boundary.annex.north"),
        east: text("boundary.annex.east"),
        edge: text("boundary.annex.edge"),
        shell: text("boundary.shell"),
        hole: text("boundary.hole"),
        part: text("boundary.part"),
    }
}
