use crate::ui::prelude::*;

use super::Shown;
use crate::platform::intl;
use crate::ui::components::{back, paragraph, plain_button};
use crate::ui::state::{App, Screen};
use crate::view_model::result::Part;
use cluster_ready_core::assessment::{Command, Mode};

/// Whose result it is, of which day, and how much it rests on.
pub fn heading(app: App, shown: &Shown) -> View {
    let profile = &shown.assessment.profile;
    let title = if profile.name.is_empty() {
        app.t("result.title").to_owned()
    } else {
        app.fill("result.title_of", &[("cluster", &profile.name)])
    };
    let example = shown
        .assessment
        .example
        .then(|| paragraph("example", app.t("example.mark")));
    view! {
        <div>
            {back(app.t("question.tasks"), move || app.go(Screen::Tasks))}
            <div class="flow">
                <p class="print-only small soft">{format!("Cluster Ready: {}", app.t("masthead.what"))}</p>
                <h1 id=Part::Summary.id() tabindex="-1">{title}</h1>
                <p class="soft no-print">{about(app, shown)}</p>
                {example}
                {quick(app, shown)}
            </div>
        </div>
    }
    .into_any()
}

fn about(app: App, shown: &Shown) -> String {
    let profile = &shown.assessment.profile;
    let mut sentences = Vec::new();
    let province = profile
        .province
        .as_deref()
        .and_then(|code| app.province_name(code));
    sentences.extend(province.map(|province| format!("{province}.")));
    sentences.push(match profile.assessed {
        Some(date) => app.fill(
            "result.assessed",
            &[("date", &intl::date(app.language(), date))],
        ),
        None => app.t("result.no_date").to_owned(),
    });
    let counts = shown.score.counts;
    let mut parts = vec![app.count("result.answered", counts.answered)];
    for (key, count) in [
        ("result.unknown", counts.unknown),
        ("result.not_applicable", counts.not_applicable),
        ("result.unanswered", counts.unanswered),
    ] {
        if count > 0 {
            parts.push(app.count(key, count));
        }
    }
    sentences.push(format!("{}.", parts.join(", ")));
    sentences.join(" ")
}

/// The quick way gives a range, not a level: said at once, with the way on.
fn quick(app: App, shown: &Shown) -> Option<View> {
    (shown.assessment.mode == Mode::Quick).then(|| {
        let asked = app
            .model()
            .indicators
            .iter()
            .filter(|one| one.quick)
            .count();
        let text = app.fill(
            "result.quick",
            &[
                ("asked", &asked.to_string()),
                ("total", &app.model().indicators.len().to_string()),
            ],
        );
        let go_on = plain_button(app.t("tasks.to_full"), move || {
            app.dispatch(Command::SetMode(Mode::Full));
            app.go(Screen::Tasks);
        });
        view! { <p class="measure">{text}</p><p class="actions">{go_on}</p> }.into_any()
    })
}
