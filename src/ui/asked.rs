//! What the page that holds the widget asks for, beyond what a person does. Comes later.

use leptos::task::spawn_local;

use super::saved_file::measured;
use super::state::{App, Screen, mode_word};
use super::versions::{Found, NotOpened};
use crate::platform::host::{Detail, Reply};
use crate::platform::print_soon;
use cluster_ready_core::assessment::file::FileError;
use cluster_ready_core::score;

/// A request of the page, or something it is to hear.
pub enum Asked {
    /// The result file of the present assessment.
    Result(Reply),
    /// The assessment of a result file in place of the present one, as a draft of its own.
    Load { text: String, reply: Reply },
    /// Back to the first page, with nothing answered; the drafts stay, or go too.
    Reset { erase: bool, reply: Reply },
    /// A page that was shown before: its word, and the id of its draft.
    Go { to: String, reply: Reply },
    /// The result on paper.
    Print(Reply),
    /// The result is on the screen.
    Shown,
}

impl Asked {
    /// It cannot be done now.
    pub fn refuse(self, why: &[(&str, Detail)]) {
        match self {
            Self::Result(reply)
            | Self::Load { reply, .. }
            | Self::Reset { reply, .. }
            | Self::Go { reply, .. }
            | Self::Print(reply) => reply.refuse(why),
            Self::Shown => {}
        }
    }
}

pub fn asked(app: App, asked: Asked) {
    match asked {
        Asked::Result(reply) => reply.give(app.result_file()),
        Asked::Load { text, reply } => spawn_local(async move {
            match app.find(&text).await {
                Ok(Found {
                    opened,
                    model,
                    version,
                }) => {
                    let assessment = measured(app, &opened.assessment, model).await;
                    let screen = Screen::Result;
                    app.drafts.begin_with(app, assessment, version, screen);
                    reply.give(true);
                }
                Err(why) => refuse_file(app, &why, reply),
            }
        }),
        Asked::Reset { erase: true, reply } => spawn_local(async move {
            let left = app.erase_everything().await;
            app.go(Screen::Start);
            match left.first() {
                None => reply.give(true),
                Some(key) => reply.refuse(&[
                    ("reason", "not-erased".into()),
                    ("message", app.t(key).into()),
                ]),
            }
        }),
        Asked::Reset { reply, .. } => {
            app.drafts.leave(app);
            reply.give(true);
        }
        Asked::Go { to, reply } => {
            go(app, &to);
            reply.give(true);
        }
        Asked::Print(reply) => {
            if app.drafts.is_open_now() {
                app.go(Screen::Result);
            }
            print_soon(move || reply.give(true));
        }
        Asked::Shown => tell_result(app),
    }
}

/// Shows a page again, in the draft that it was of.
fn go(app: App, to: &str) {
    // Ids of questions may have blanks in them, those of drafts have none.
    let (word, draft) = to.rsplit_once(' ').unwrap_or((to, ""));
    let screen = match word {
        "method" => Screen::Method,
        "accessibility" => Screen::Accessibility,
        "erase" => Screen::Erase,
        _ => Screen::from_word(word, app.model()),
    };
    let is_of_a_draft = !matches!(
        screen,
        Screen::Start | Screen::Method | Screen::Accessibility | Screen::Erase
    );
    if draft == app.drafts.id_now() {
        // A draft that was erased meanwhile leaves only the start.
        app.go(if is_of_a_draft && draft.is_empty() {
            Screen::Start
        } else {
            screen
        });
    } else if draft.is_empty() {
        app.drafts.leave(app);
        if screen != Screen::Start {
            app.go(screen);
        }
    } else {
        app.drafts.resume(app, draft.to_owned());
    }
}

fn refuse_file(app: App, why: &NotOpened, reply: Reply) {
    let message = ("message", app.not_opened(why).into());
    match why {
        NotOpened::File(error) => reply.refuse(&[
            ("reason", "result-file".into()),
            ("place", place(error).into()),
            ("detail", error.to_string().into()),
            message,
        ]),
        NotOpened::Missing(_) => reply.refuse(&[("reason", "network".into()), message]),
    }
}

/// Inside the file; empty for the whole.
fn place(error: &FileError) -> String {
    match error {
        FileError::Damaged { path, .. } => path.clone(),
        FileError::NotJson { line, column } => format!("{line}:{column}"),
        _ => String::new(),
    }
}

/// The figures of the result, and nothing of what was answered.
fn tell_result(app: App) {
    let (score, mode) = app.peek(|assessment| {
        let score = score::score(app.model(), &assessment.entries);
        (score, assessment.mode)
    });
    let figure = |value: Option<f64>| value.map_or(Detail::NULL, Detail::from);
    app.tell(
        "result",
        &[
            ("mode", mode_word(mode).into()),
            ("value", figure(score.overall.central)),
            ("low", figure(score.overall.low)),
            ("high", figure(score.overall.high)),
            ("level", figure(score.level.map(f64::from))),
            ("coverage", score.coverage.into()),
        ],
    );
}
