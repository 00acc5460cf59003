use crate::ui::prelude::*;

use super::block;
use crate::ui::components::paragraph;
use crate::ui::state::App;
use crate::view_model::result::Certainty;
use cluster_ready_core::score::uncertainty::Group;

/// From where the doubt comes, as bars of the whole; `None` where nothing varies.
pub fn sources(app: App, found: &Certainty) -> Option<View> {
    if found.sources.is_empty() {
        return None;
    }
    let rows = found
        .sources
        .iter()
        .map(|(group, percent)| row(app, *group, *percent))
        .collect_view();
    let mut body = vec![
        view! { <ul class="shares">{rows}</ul> }.into_any(),
        paragraph("small soft", app.t("certainty.sources_note")),
    ];
    if !found.unmoved.is_empty() {
        let names: Vec<&str> = found
            .unmoved
            .iter()
            .map(|group| name(app, *group))
            .collect();
        let text = app.fill("certainty.unmoved", &[("sources", &names.join("; "))]);
        body.push(paragraph("small soft", text));
    }
    Some(block(app.t("certainty.sources").to_owned(), body))
}

fn row(app: App, group: Group, percent: u32) -> View {
    let bar = format!(r#"<rect class="shares__bar" width="{percent}%" height="16"/>"#);
    let figure = format!("{}%", app.whole(percent as usize));
    let who = app.t(match group {
        Group::Answers => "certainty.source.answers_why",
        Group::Missing => "certainty.source.missing_why",
        Group::Weights => "certainty.source.weights_why",
        Group::Formula => "certainty.source.formula_why",
    });
    view! {
        <li class="shares__row">
            <span class="shares__name">{name(app, group)}</span>
            <b class="shares__figure">{figure}</b>
            <svg class="shares__plot" height="16" aria-hidden="true" focusable="false" inner_html=bar></svg>
            <span class="shares__who small soft">{who}</span>
        </li>
    }
    .into_any()
}

fn name(app: App, group: Group) -> &'static str {
    app.t(match group {
        Group::Answers => "certainty.source.answers",
        Group::Missing => "certainty.source.missing",
        Group::Weights => "certainty.source.weights",
        Group::Formula => "certainty.source.formula",
    })
}
