use crate::ui::prelude::*;

use crate::ui::components::{fact, more};
use crate::ui::state::App;

/// What a person wrote in own words beside the answers: the likeliest place of a name.
pub fn written(app: App) -> Option<View> {
    let model = app.model();
    let texts: Vec<(String, String)> = app.peek(|a| {
        let entries = model
            .indicators
            .iter()
            .filter_map(|one| Some((one, a.entries.get(&one.id)?)));
        entries
            .flat_map(|(one, entry)| {
                let name = app.text(&one.name);
                [&entry.note, &entry.evidence].map(|text| (name.clone(), text.clone()))
            })
            .filter(|(_, text)| !text.is_empty())
            .collect()
    });
    if texts.is_empty() {
        return None;
    }
    let title = app.count("send.written", texts.len());
    let list = texts.into_iter().map(|(name, text)| fact(name, text));
    Some(more(
        title,
        view! { <dl class="send__written">{list.collect_view()}</dl> }.into_any(),
    ))
}
