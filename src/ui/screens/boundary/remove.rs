use crate::ui::prelude::*;

use crate::platform::focus;
use crate::ui::components::link;
use crate::ui::state::App;

/// Takes the boundary away, after asking once more.
pub fn remove(app: App) -> View {
    let question = Question {
        id: "boundary-remove",
        label: "boundary.remove",
        sure: "boundary.remove.sure",
        keep: "boundary.remove.keep",
        go: "boundary.remove.do",
    };
    ask_before(app, question, move || {
        app.survey().remove(app);
        app.announcement.set(app.t("boundary.removed").to_owned());
        focus::first(app.root(), "h1");
    })
}

/// Texts of something that is asked about once more before it is done.
#[derive(Clone, Copy)]
pub struct Question {
    /// Of the button; that of the harmless answer follows from it.
    pub id: &'static str,
    pub label: &'static str,
    pub sure: &'static str,
    pub keep: &'static str,
    pub go: &'static str,
}

/// A button that asks once more. Focus follows from the question to its answers and back.
pub fn ask_before(app: App, question: Question, on_go: impl Fn() + Copy + 'static) -> View {
    let asking = RwSignal::new(false);
    let keep = format!("{}-keep", question.id);
    let ask = move |now: bool| {
        asking.set(now);
        let id = if now {
            format!("{}-keep", question.id)
        } else {
            question.id.to_owned()
        };
        focus::later(app.root(), id);
    };
    let shown = move || {
        if asking.get() {
            view! {
                <div class="panel" role="group" aria-label=app.t(question.sure)>
                    <p>{app.t(question.sure)}</p>
                    <p class="actions">
                        <button type="button" class="button button--plain" id=keep.clone() on:click=move |_| ask(false)>{app.t(question.keep)}</button>
                        {link(app.t(question.go), on_go)}
                    </p>
                </div>
            }
            .into_any()
        } else {
            view! { <button type="button" class="link-button" id=question.id on:click=move |_| ask(true)>{app.t(question.label)}</button> }.into_any()
        }
    };
    view! { <div>{shown}</div> }.into_any()
}
