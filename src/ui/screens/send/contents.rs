use crate::ui::prelude::*;

use super::receiver;
use crate::platform::intl;
use crate::ui::state::App;
use cluster_ready_core::assessment::{Assessment, Profile};
use cluster_ready_core::score;

/// What is in the result file, in words.
pub fn contents(app: App) -> View {
    let mut rows = vec![("send.row.to", receiver(app))];
    app.peek(|a| {
        rows.push(("profile.name", a.profile.name.clone()));
        if let Some(firm) = &a.profile.firm {
            rows.push(("contribution.cluster", firm.cluster.clone()));
        }
        rows.push(("result.block.place", place(app, &a.profile)));
        let assessed = a
            .profile
            .assessed
            .map(|day| intl::date(app.language(), day));
        rows.push(("profile.assessed", assessed.unwrap_or_default()));
        rows.push(("send.row.about", about(app, &a.profile)));
        rows.push(("send.row.answers", answers(app, a)));
        rows.push(("send.row.notes", notes(app, a)));
        if !app.is_firm() {
            rows.push(("boundary.title", boundary(app, a)));
        }
        if !a.walk.is_empty() {
            rows.push(("send.row.walk", app.count("send.corners", a.walk.len())));
        }
        if !a.places.added.is_empty() {
            let names = a.places.added.iter().map(|one| one.name.as_str());
            rows.push(("send.row.places", names.collect::<Vec<_>>().join("; ")));
        }
        rows.push(("send.row.results", results(app, a)));
    });
    rows.push(("send.row.made", made(app)));
    let row = |(key, value): (&'static str, String)| {
        let (class, value) = if value.is_empty() {
            (
                "summary-list__value summary-list__value--none",
                app.t("send.none").to_owned(),
            )
        } else {
            ("summary-list__value", value)
        };
        view! {
            <div class="summary-list__row"><dt class="summary-list__key">{app.t(key)}</dt><dd class=class>{value}</dd></div>
        }
    };
    view! { <dl class="summary-list summary-list--plain">{rows.into_iter().map(row).collect_view()}</dl> }.into_any()
}

fn place(app: App, profile: &Profile) -> String {
    let province = profile.province.as_deref();
    let parts = [
        Some(profile.commune.clone()),
        province.and_then(|code| app.province_name(code)),
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Which of the other facts about the cluster are there.
fn about(app: App, profile: &Profile) -> String {
    let firm = profile.firm.as_deref();
    let given = [
        (
            "contribution.workers",
            firm.is_some_and(|firm| firm.workers.is_some()),
        ),
        (
            "contribution.year",
            firm.is_some_and(|firm| firm.year.is_some()),
        ),
        ("profile.kind", profile.kind.is_some()),
        ("profile.industry", profile.industry.is_some()),
        ("profile.established", profile.established.is_some()),
        ("profile.declared", profile.declared_area_ha.is_some()),
        ("profile.industrial", profile.industrial_land_ha.is_some()),
        ("profile.leased", profile.leased_land_ha.is_some()),
        ("profile.tenants", profile.tenants.is_some()),
        ("facts.title", profile.facts != Default::default()),
    ];
    let given = given.into_iter().filter(|(_, given)| *given);
    let names: Vec<&str> = given.map(|(key, _)| app.t(key)).collect();
    names.join("; ")
}

fn answers(app: App, assessment: &Assessment) -> String {
    let counts = score::score(app.model(), &assessment.entries).counts;
    let parts = [
        ("result.answered", counts.answered),
        ("result.unknown", counts.unknown),
        ("result.not_applicable", counts.not_applicable),
        ("result.unanswered", counts.unanswered),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(key, count)| app.count(key, count)).collect();
    parts.join("; ")
}

fn notes(app: App, assessment: &Assessment) -> String {
    let (mut notes, mut evidence) = (0_usize, 0_usize);
    for entry in assessment.entries.values() {
        notes += usize::from(!entry.note.is_empty());
        evidence += usize::from(!entry.evidence.is_empty());
    }
    let parts = [("send.notes", notes), ("send.evidence", evidence)];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(key, count)| app.count(key, count)).collect();
    parts.join("; ")
}

fn boundary(app: App, assessment: &Assessment) -> String {
    let Some(record) = &assessment.boundary else {
        return String::new();
    };
    let rings = record.given.parts.iter().flatten();
    let corners = app.count("send.corners", rings.map(Vec::len).sum());
    if record.file_name.is_empty() {
        corners
    } else {
        app.fill(
            "send.of_file",
            &[("corners", &corners), ("file", &record.file_name)],
        )
    }
}

/// The figures that came out.
fn results(app: App, assessment: &Assessment) -> String {
    let score = score::score(app.model(), &assessment.entries);
    let value = match (score.overall.central, score.level) {
        (Some(value), Some(level)) => app.fill(
            "send.result_level",
            &[
                ("points", &app.points(value)),
                ("level", &level.to_string()),
            ],
        ),
        (Some(value), None) => app.fill("send.result_points", &[("points", &app.points(value))]),
        _ => app.t("send.result_range").to_owned(),
    };
    let checks = untrack(|| app.verdicts()).len();
    format!("{value} {}", app.count("send.result_more", checks))
}

fn made(app: App) -> String {
    app.fill(
        "send.made",
        &[
            ("model", &app.model().id),
            ("version", &app.model().version),
            ("tool", env!("CARGO_PKG_VERSION")),
        ],
    )
}
