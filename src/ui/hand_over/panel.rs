use std::rc::Rc;

use leptos::task::spawn_local;

use crate::platform::file::open_in_tab;
use crate::platform::{clipboard, focus};
use crate::ui::components::{link, paragraph, plain_button};
use crate::ui::prelude::*;
use crate::ui::state::{App, Content, Handed, Place};

/// Id of the text to copy by hand.
const TEXT: &str = "hand-over-text";

/// How it stands with the ways to the text; the message is under it.
#[derive(Clone, Copy)]
struct Ways {
    app: App,
    said: RwSignal<Option<&'static str>>,
    /// The text stands on the page.
    shown: RwSignal<bool>,
}

/// What else can be done with a file that was asked for here and perhaps not saved, as long as the answers are those in it.
pub fn panel(app: App, place: Place) -> Option<View> {
    let handed = app.handed().get()?;
    app.locale.track();
    let shown = handed.place == place && app.with(|now| *now == handed.made_of);
    shown.then(|| view(app, &handed))
}

fn view(app: App, handed: &Rc<Handed>) -> View {
    let ways = Ways {
        app,
        said: RwSignal::new(None),
        shown: RwSignal::new(false),
    };
    let file = handed.name.clone();
    let (title, lead) = if handed.tried {
        ("save.doubtful", "save.doubtful.lead")
    } else {
        ("save.forbidden", "save.forbidden.lead")
    };
    let what = match &handed.content {
        Content::Text(_) => app.fill("save.way.text", &[("file", &file)]),
        Content::Long => app.t("save.way.long").to_owned(),
        Content::Binary { instead } => app.fill("save.way.binary", &[("other", app.t(instead))]),
    };
    let copy = matches!(handed.content, Content::Text(_)).then(|| {
        let handed = handed.clone();
        plain_button(app.t("save.copy"), move || ways.copy(handed.clone()))
    });
    let tab = (!matches!(handed.content, Content::Binary { .. })).then(|| {
        let handed = handed.clone();
        plain_button(app.t("save.tab"), move || ways.open(&handed))
    });
    let close = {
        let handed = handed.clone();
        link(app.t("save.close"), move || {
            app.put_handed_away();
            focus::back_to(app.root(), handed.before.as_ref());
        })
    };
    let said = {
        let file = file.clone();
        move || ways.said.get().map(|key| app.fill(key, &[("file", &file)]))
    };
    let text = {
        let handed = handed.clone();
        move || ways.shown.get().then(|| text(app, &handed))
    };
    let edge = if handed.place == Place::Page {
        "no-print"
    } else {
        "sheet hand-over__edge no-print"
    };
    view! {
        <div class=edge>
            <div class="hand-over flow" class:hand-over--must=!handed.tried role="group" tabindex="-1" aria-labelledby="hand-over-title" aria-describedby="hand-over-lead">
                <h2 id="hand-over-title">{app.t(title)}</h2>
                <div class="flow measure" id="hand-over-lead">{paragraph("", app.fill(lead, &[("file", &file)]))}{paragraph("", what)}</div>
                <p class="actions">{copy}{tab}{close}</p>
                <p class="hand-over__said measure" id="hand-over-said" role="status">{said}</p>
                {text}
            </div>
        </div>
    }
    .into_any()
}

fn text(app: App, handed: &Handed) -> Option<View> {
    let Content::Text(text) = &handed.content else {
        return None;
    };
    let label = app.fill("save.text", &[("file", &handed.name)]);
    let shown = view! {
        <div class="field">
            <label class="label" for=TEXT>{label}</label>
            <textarea class="input input--paste" id=TEXT rows="8" readonly="readonly" spellcheck="false" aria-describedby="hand-over-said">{text.clone()}</textarea>
        </div>
    };
    Some(shown.into_any())
}

impl Ways {
    fn copy(self, handed: Rc<Handed>) {
        spawn_local(async move {
            let Content::Text(text) = &handed.content else {
                return;
            };
            if clipboard::copy(text).await {
                self.said.try_set(Some("save.copied"));
                return;
            }
            self.shown.try_set(true);
            // Once the text stands on the page.
            set_timeout(move || self.copy_shown(), std::time::Duration::ZERO);
        });
    }

    fn copy_shown(self) {
        let copied = clipboard::select_and_copy(&self.app.root(), TEXT);
        self.said.try_set(Some(if copied {
            "save.copied"
        } else {
            "save.by_hand"
        }));
    }

    fn open(self, handed: &Handed) {
        let opened = open_in_tab(handed.file.as_ref());
        self.said.set(Some(if opened {
            "save.tab.opened"
        } else {
            "save.tab.refused"
        }));
    }
}
