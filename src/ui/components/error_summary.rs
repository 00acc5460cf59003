use crate::ui::prelude::*;

use super::icon::svg;
use crate::platform::focus;
use crate::ui::state::App;

/// What has to be corrected on this page: id of the field and message.
pub type Problem = (String, String);

/// The problems a page shows. Copies share them.
#[derive(Clone, Copy)]
pub struct Errors(RwSignal<Vec<Problem>>);

impl Errors {
    pub fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Shows these problems, and what was refused in other fields, and moves focus to their summary; true when there are
    /// none.
    pub fn settle(self, app: App, mut problems: Vec<Problem>) -> bool {
        problems.extend(app.refused_fields());
        let none = problems.is_empty();
        self.0.set(problems);
        if !none {
            focus::first(app.root(), ".error-summary");
        }
        none
    }

    /// Shows these problems beside their fields, without a summary.
    pub fn show(self, problems: Vec<Problem>) {
        self.0.set(problems);
    }

    pub fn clear(self) {
        if self.0.with_untracked(|problems| !problems.is_empty()) {
            self.0.set(Vec::new());
        }
    }

    /// The message of one field.
    pub fn of(self, field: &str) -> Option<String> {
        self.0.with(|problems| {
            problems
                .iter()
                .find(|(id, _)| id == field)
                .map(|(_, message)| message.clone())
        })
    }

    /// The ids of what describes a field: `also`, and its message while there is one.
    pub fn describe(self, field: &str, also: String) -> impl Fn() -> Option<String> + 'static {
        let field = field.to_owned();
        move || {
            let error = self.of(&field).map(|_| [&*field, "-error"].concat());
            let ids = [&*also, &error.unwrap_or_default()].join(" ");
            Some(ids.trim().to_owned()).filter(|ids| !ids.is_empty())
        }
    }

    /// Whether there are any; inside the view this subscribes.
    pub fn any(self) -> bool {
        self.0.with(|problems| !problems.is_empty())
    }

    fn all(self) -> Vec<Problem> {
        self.0.get()
    }
}

/// The list of problems on top of the page; each goes to its field.
pub fn error_summary(app: App, errors: Errors) -> View {
    let item = move |(field, message): Problem| {
        let go = move |_| focus::by_id(&app.root(), &field);
        view! { <li><button type="button" class="link-button" on:click=go>{message}</button></li> }
    };
    let shown = move || {
        let problems = errors.all();
        (!problems.is_empty()).then(|| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1">
                    <h2>{app.t("error.summary")}</h2>
                    <ul>{problems.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    };
    shown.into_any()
}

/// The message beside a field, without the label that the summary puts before it: what is wrong with it, else why it was refused.
pub fn error_line(app: App, errors: Errors, field: &str, label: &str) -> View {
    message_line(app, Some(errors), field, label)
}

/// As [`error_line`], of a field that is refused and never wrong.
pub fn message_line(app: App, errors: Option<Errors>, field: &str, label: &str) -> View {
    let field = field.to_owned();
    let before = format!("{label}: ");
    let id = format!("{field}-error");
    let shown = move || {
        let wrong = errors.and_then(|errors| errors.of(&field));
        let told = wrong.or_else(|| app.refusal(&field));
        told.map(|message| {
            let message = message.strip_prefix(&*before).unwrap_or(&message).to_owned();
            let icon = svg(
                "error__icon",
                "0 0 20 20",
                r#"<circle class="mark__must" cx="10" cy="10" r="9"/><path class="mark__cut" d="M10 5v6"/><circle class="mark__cut-dot" cx="10" cy="14.5" r="1.5"/>"#,
            );
            view! { <p class="error" id=id.clone()>{icon}<span><span class="hidden">{app.t("error.prefix")}</span>{message}</span></p> }
        })
    };
    shown.into_any()
}
