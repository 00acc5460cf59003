//! The only place that creates effects; none of them writes the assessment.

use crate::ui::prelude::*;

use super::later::when_loaded;
use super::state::App;

/// Starts what has to follow the state for as long as the view stands.
pub fn start(app: App) {
    app.drafts.open(app);
    // What waits since an earlier visit goes on.
    if app.sends() {
        when_loaded(Box::new(move |loaded| {
            if let Ok(later) = loaded
                && app.loaded()
            {
                (later.open_outbox)(app);
            }
        }));
    }
    // A page that is being hidden may never come back: whatever is not written yet is written now.
    let hidden = crate::platform::on_hidden(move || app.drafts.hidden(app));
    let hidden = StoredValue::new_local(Some(hidden));
    on_cleanup(move || {
        hidden.set_value(None);
        // The host took the element away: an answer of this moment is kept as any other.
        app.drafts.unmounted(app);
    });
}
