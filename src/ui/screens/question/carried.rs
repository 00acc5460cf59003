//! What the page of legal facts says of a question's rows already.

use super::{Asked, checklist};
use crate::ui::components::paragraph;
use crate::ui::prelude::*;
use cluster_ready_core::assessment::ItemState;
use cluster_ready_core::law;
use cluster_ready_core::model::AnswerKind;

/// Chooses the rows that follow from the legal facts while nothing is answered, and says so. They are no answer before the
/// list is complete.
pub fn carried(asked: Asked) -> Option<View> {
    let (app, indicator) = (asked.app, asked.indicator);
    let AnswerKind::Checklist(rows) = &indicator.answer else {
        return None;
    };
    let rules = app.rules()?;
    let entry = app.peek(|a| a.entries.get(&indicator.id).cloned());
    if entry.is_some_and(|entry| entry.answer.is_some()) {
        return None;
    }
    let items = app.peek(|a| law::items_from_facts(rules, &a.profile.facts, &indicator.id));
    let items: Vec<(usize, ItemState)> = items
        .into_iter()
        .filter(|(item, _)| *item < rows.len())
        .collect();
    if items.is_empty() {
        return None;
    }
    for (item, state) in &items {
        checklist::propose(asked, *item, *state);
    }
    let text = app.fill(
        "carried.facts",
        &[
            ("count", &items.len().to_string()),
            ("title", app.t("facts.title")),
        ],
    );
    Some(paragraph("echo", text))
}
