use std::sync::Arc;

use crate::ui::prelude::*;

use crate::platform::focus;
use crate::ui::components::button;
use crate::ui::state::App;

/// The rows of a table as they stand, to be corrected in the page's own table.
pub fn by_hand(app: App, rows: Arc<[[Arc<str>; 2]]>) -> Option<View> {
    let count = rows.len();
    let open = move || {
        app.survey().correct(app, &rows);
        focus::later(app.root(), "way-type".to_owned());
    };
    (count > 0).then(|| {
        let label = app.count("boundary.failed.by_hand", count);
        view! { <p class="actions">{button(label, open)}</p> }.into_any()
    })
}
