use crate::ui::prelude::*;

use crate::ui::components::paragraph;
use crate::ui::state::App;

/// One line of the list: what it is about, what was said, and the way to change it.
pub struct Row {
    pub key: String,
    /// `None` while nothing is said.
    pub value: Option<String>,
    /// What was said about the answer.
    pub about: Vec<String>,
    /// Of the way to change it.
    pub label: String,
}

pub fn row(app: App, row: Row, on_change: impl Fn() + 'static) -> View {
    let class = if row.value.is_some() {
        "summary-list__value"
    } else {
        "summary-list__value summary-list__value--none"
    };
    let value = row.value.unwrap_or_else(|| app.t("state.open").to_owned());
    let about = row
        .about
        .into_iter()
        .map(|text| paragraph("said", text))
        .collect_view();
    view! {
        <div class="summary-list__row">
            <dt class="summary-list__key">{row.key}</dt>
            <dd class=class>{value}{about}</dd>
            <dd class="summary-list__actions">
                <button type="button" class="link-button" aria-label=row.label on:click=move |_| on_change()>{app.t("check.change")}</button>
            </dd>
        </div>
    }
    .into_any()
}
