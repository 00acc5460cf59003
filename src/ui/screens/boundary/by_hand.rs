use std::sync::Arc;

use crate::ui::prelude::*;

use crate::platform::focus;
use crate::ui::components::button;
use crate::ui::state::App;
use cluster_ready_core::read::{ReadError, Salvaged};

/// The rows of a table as they stand, to be corrected in the page's own table.
pub fn by_hand(app: App, saved: Arc<Salvaged>) -> Option<View> {
    let count = saved.rows.len();
    let open = move || {
        app.survey().correct(app, &saved);
        focus::later(app.root(), "way-type".to_owned());
    };
    (count > 0).then(|| {
        let label = app.count("boundary.failed.by_hand", count);
        view! { <p class="actions">{button(label, open)}</p> }.into_any()
    })
}

/// The first line that was not understood, where the error itself has no place.
pub fn first_unread(app: App, error: &ReadError, saved: &Salvaged) -> Option<View> {
    let unread = saved.unread.as_ref().filter(|_| error.has_no_place())?;
    let found = ("found", unread.text.as_str());
    let text = match unread.line {
        Some(line) => {
            let line = line.to_string();
            app.fill("boundary.failed.first_line", &[("line", &line), found])
        }
        None => app.fill("boundary.failed.first_text", &[found]),
    };
    Some(view! { <p>{text}</p> }.into_any())
}
