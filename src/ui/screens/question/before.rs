//! What was answered to a question of an earlier version of the model, beside the question as it is asked now.

use leptos::task::spawn_local;

use super::Asked;
use super::carried::carried;
use crate::ui::prelude::*;
use cluster_ready_core::assessment::asks_the_same;

/// What is known before the question is answered: from an earlier version, and from the page of legal facts. Comes later.
pub fn before(asked: Asked) -> View {
    view! { {earlier(asked)}{carried(asked)} }.into_any()
}

/// Nothing where the question was not asked before, or asks the same as it did.
fn earlier(asked: Asked) -> View {
    let (app, now) = (asked.app, asked.indicator);
    let before = app.peek(|assessment| {
        let earlier = assessment.earlier.as_ref()?;
        let answer = earlier.entries.get(&now.id)?.answer.clone()?;
        Some((earlier.made_with.clone(), answer))
    });
    let Some((made_with, answer)) = before else {
        return ().into_any();
    };
    let said = RwSignal::new(None::<String>);
    spawn_local(async move {
        let Some(version) = app.version_of(&made_with) else {
            return;
        };
        let Some(model) = app.load_version(version).await else {
            return;
        };
        let asked = model.indicator(&now.id);
        let words = asked
            .filter(|asked| !asks_the_same(asked, now))
            .map(|asked| app.said_before(version.version, asked, &answer));
        said.try_set(words);
    });
    let shown = move || {
        let words = said.get()?;
        Some(view! { <p class="panel">{words}</p> }.into_any())
    };
    shown.into_any()
}
