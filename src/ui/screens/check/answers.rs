use super::change;
use super::row::{Row, row};
use crate::ui::answer_text::origin_text;
use crate::ui::made_text::entry_text;
use crate::ui::prelude::*;
use crate::ui::state::App;
use crate::view_model::Progress;
use cluster_ready_core::assessment::Entry;
use cluster_ready_core::model::Indicator;

/// The answers of one dimension, each with what was said about it.
pub fn of_section(app: App, section: &Progress) -> View {
    let title = app
        .model()
        .dimensions
        .get(section.dimension)
        .map(|dimension| app.text(&dimension.name))
        .unwrap_or_default();
    let id = format!("check-{}", section.dimension);
    let one = |index: &usize| {
        let index = *index;
        let indicator = app.model().indicators.get(index)?;
        let entry = app
            .peek(|a| a.entries.get(&indicator.id).cloned())
            .unwrap_or_default();
        let name = app.text(&indicator.name);
        let shown = Row {
            value: entry_text(app, indicator, &entry),
            about: about(app, indicator, &entry),
            label: app.fill("check.change_of", &[("what", &name)]),
            key: name,
        };
        Some(row(app, shown, move || change(app, index)))
    };
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            <dl class="summary-list">{section.asked.iter().filter_map(one).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Where a figure comes from, the note and the evidence, as they were entered at the question.
fn about(app: App, indicator: &Indicator, entry: &Entry) -> Vec<String> {
    let origin = origin_text(app, indicator, entry);
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    [
        ("check.origin", origin.map(str::to_owned)),
        ("check.note", text(&entry.note)),
        ("check.evidence", text(&entry.evidence)),
    ]
    .into_iter()
    .filter_map(|(key, text)| Some(app.fill(key, &[("text", &text?)])))
    .collect()
}
