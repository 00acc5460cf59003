//! One question per page.

mod also;
mod before;
mod brackets;
mod carried;
mod checklist;
mod choices;
mod compare;
mod curve;
mod divided;
mod figures;
mod ladder;
mod origin;
mod rail;

pub use before::before;

use crate::ui::prelude::*;
use web_sys::KeyboardEvent;

use crate::platform::{focus, keys};
use crate::ui::components::{
    Choice, Errors, Picker, bar, choice, error_summary, link, more, or_line, text_area,
};
use crate::ui::later;
use crate::ui::state::{App, Screen};
use crate::view_model;
use cluster_ready_core::assessment::{Answer, Command, Entry};
use cluster_ready_core::model::{AnswerKind, Indicator};

/// What every kind of question needs.
#[derive(Clone, Copy)]
pub struct Asked {
    pub app: App,
    pub indicator: &'static Indicator,
    pub errors: Errors,
}

impl Asked {
    pub fn entry(self) -> Entry {
        self.app.entry(&self.indicator.id)
    }

    /// Whether anything is answered, without following it.
    fn has_answer(self) -> bool {
        untrack(|| self.answer()).is_some()
    }

    pub fn answer(self) -> Option<Answer> {
        self.entry().answer
    }

    /// Changes the entry; one that says nothing any more is taken away.
    pub fn change(self, change: impl FnOnce(&mut Entry)) {
        self.change_at("", change);
    }

    /// As [`Asked::change`]; one that does not hold is told at this field.
    fn change_at(self, field: &str, change: impl FnOnce(&mut Entry)) {
        let mut entry = self.app.peek(|a| {
            a.entries
                .get(&self.indicator.id)
                .cloned()
                .unwrap_or_default()
        });
        change(&mut entry);
        let entry = (entry != Entry::default()).then_some(entry);
        let indicator = self.indicator.id.clone();
        self.app
            .dispatch_at(field, Command::SetEntry { indicator, entry });
    }

    pub fn set_answer(self, answer: Option<Answer>) {
        self.errors.clear();
        self.change(|entry| entry.answer = answer);
    }

    /// Id of a control of this question.
    pub fn id(self, part: &str) -> String {
        format!("{}-{part}", self.indicator.id)
    }
}

/// The page of one question.
pub fn question(app: App, index: usize) -> View {
    let Some(indicator) = app.model().indicators.get(index) else {
        return ().into_any();
    };
    let asked = Asked {
        app,
        indicator,
        errors: Errors::new(),
    };
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if asked.errors.settle(app, problems(asked)) {
            go_on(app, index);
        }
    };
    let previous = app.peek(|assessment| view_model::previous(app.model(), assessment, index));
    let earlier = previous.map(|previous| {
        link(app.t("question.previous"), move || {
            app.go(Screen::Question(previous))
        })
    });
    view! {
        <div class="sheet page page--rail" on:keydown=move |event| on_key(asked, &event)>
            {rail::rail(app, index)}
            <div class="page__main">
                {error_summary(app, asked.errors)}
                <form class="form" novalidate on:submit=on_submit>
                    {body(asked)}
                    {note(asked)}
                    {bar(app, "question.next")}
                    <p class="actions">
                        {earlier}
                        {link(app.t("question.tasks"), move || app.go(Screen::Tasks))}
                    </p>
                    <div>{move || explained(app, index)}</div>
                </form>
            </div>
        </div>
    }
    .into_any()
}

fn body(asked: Asked) -> View {
    match &asked.indicator.answer {
        AnswerKind::Level(options) => ladder::ladder(asked, options),
        AnswerKind::Checklist(items) => checklist::checklist(asked, items),
        _ => later::now().map_or_else(|| ().into_any(), |later| (later.answer)(asked)),
    }
}

/// The kinds of questions that come later.
pub fn answer(asked: Asked) -> View {
    match &asked.indicator.answer {
        AnswerKind::Level(_) | AnswerKind::Checklist(_) => ().into_any(),
        AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => figures::one(asked, spec),
        AnswerKind::Numbers { unit, parts } => figures::several(asked, unit, parts),
        AnswerKind::Choices { options, .. } => choices::choices(asked, options),
    }
}

/// Where a question is answered: on its page, or, of one that lacks a boundary, there.
pub fn place_of(app: App, index: usize) -> Screen {
    let lacks = |one| app.peek(|a| a.lacks_boundary(one));
    match app.model().indicators.get(index) {
        Some(one) if lacks(one) => Screen::Boundary,
        _ => Screen::Question(index),
    }
}

/// What still has to be said before going on.
fn problems(asked: Asked) -> Vec<(String, String)> {
    match &asked.indicator.answer {
        AnswerKind::Level(_) | AnswerKind::Checklist(_) if asked.has_answer() => Vec::new(),
        AnswerKind::Level(_) => vec![(asked.id("0"), asked.app.t("question.choose").to_owned())],
        AnswerKind::Checklist(items) => checklist::problems(asked, items),
        _ => later::now().map_or_else(Vec::new, |later| (later.problems)(asked)),
    }
}

/// As [`problems`], of the kinds of questions that come later.
pub fn answer_problems(asked: Asked) -> Vec<(String, String)> {
    match &asked.indicator.answer {
        AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => {
            figures::one_problem(asked, spec)
        }
        AnswerKind::Level(_) | AnswerKind::Checklist(_) => Vec::new(),
        _ if asked.has_answer() => Vec::new(),
        AnswerKind::Choices { .. } => vec![(
            asked.id("0"),
            asked.app.t("question.choose_some").to_owned(),
        )],
        AnswerKind::Numbers { unit, parts } => figures::several_problems(asked, unit, parts),
    }
}

fn go_on(app: App, index: usize) {
    if app.changing.get_untracked() {
        app.changing.set(false);
        return app.go(Screen::Check);
    }
    let next = app.peek(|assessment| view_model::next(app.model(), assessment, index));
    let quick =
        app.peek(|assessment| assessment.mode == cluster_ready_core::assessment::Mode::Quick);
    app.go(match next {
        Some(next) => Screen::Question(next),
        None if quick => Screen::Check,
        None => Screen::Tasks,
    });
}

/// Digits choose, Enter on the heading goes on. Keys typed into a field stay there.
fn on_key(asked: Asked, event: &KeyboardEvent) {
    let Some(key) = keys::shortcut(event) else {
        return;
    };
    if key == "Enter" {
        if keys::on_heading(event) {
            event.prevent_default();
            focus::submit_form(&asked.app.root());
        }
        return;
    }
    let picked = match key.as_str() {
        "0" => Some(asked.id("unknown")),
        "k" | "K" => Some(asked.id("not-applicable")),
        digit => digit
            .parse::<usize>()
            .ok()
            .and_then(|n| n.checked_sub(1))
            .map(|n| asked.id(&n.to_string())),
    };
    if let Some(id) = picked
        && focus::press(&asked.app.root(), &id)
    {
        event.prevent_default();
    }
}

/// "We don't know" stands beside every question, "not applicable" where the model allows it.
pub fn other_answers(asked: Asked, picker: Picker, or: &'static str) -> View {
    let app = asked.app;
    let indicator = asked.indicator;
    let pick = move |answer: Answer, part: &'static str| {
        Callback::new(move |()| {
            let now = app.peek(|a| {
                a.entries
                    .get(&indicator.id)
                    .and_then(|entry| entry.answer.clone())
            });
            let off = picker == Picker::Checkbox && now.as_ref() == Some(&answer);
            asked.set_answer((!off).then(|| answer.clone()));
            if picker == Picker::Checkbox {
                // A figure typed before no longer stands: the fields are emptied, focus stays here.
                app.forget_all_typed();
                app.draw_again();
                focus::later(app.root(), asked.id(part));
            }
        })
    };
    let unknown = choice(Choice {
        id: asked.id("unknown"),
        name: indicator.id.clone(),
        picker,
        label: app.t("answer.unknown").to_owned(),
        sub: None,
        key: Some("0".to_owned()),
        on: Signal::derive(move || asked.answer() == Some(Answer::Unknown)),
        on_pick: pick(Answer::Unknown, "unknown"),
    });
    let not_applicable = indicator.not_applicable.as_ref().map(|reason| {
        choice(Choice {
            id: asked.id("not-applicable"),
            name: indicator.id.clone(),
            picker,
            label: app.fill(
                "answer.not_applicable",
                &[("reason", &app.text(&reason.text))],
            ),
            sub: None,
            key: Some("K".to_owned()),
            on: Signal::derive(move || matches!(asked.answer(), Some(Answer::NotApplicable(_)))),
            on_pick: pick(
                Answer::NotApplicable(reason.reason.clone()),
                "not-applicable",
            ),
        })
    });
    view! { {or_line(app, or)}{unknown}{not_applicable} }.into_any()
}

/// The question as heading, its hint and its error.
pub fn heading(asked: Asked, field: &str) -> View {
    let app = asked.app;
    view! {
        <legend><h1 tabindex="-1">{app.text(&asked.indicator.question)}</h1></legend>
        <p class="hint" id=asked.id("hint")>{app.text(&asked.indicator.hint)}</p>
        {move || app.later_now().map(|later| (later.before)(asked))}
        {crate::ui::components::error_line(app, asked.errors, field, "")}
    }
    .into_any()
}

fn note(asked: Asked) -> View {
    let app = asked.app;
    let entry = app.peek(|a| {
        a.entries
            .get(&asked.indicator.id)
            .cloned()
            .unwrap_or_default()
    });
    let note = text_area(
        app,
        asked.id("note"),
        app.t("question.note").to_owned(),
        app.t("question.note_hint").to_owned(),
        entry.note,
        Callback::new(move |text: String| {
            asked.change_at(&asked.id("note"), |entry| entry.note = text);
        }),
    );
    let evidence = text_area(
        app,
        asked.id("evidence"),
        app.t("question.evidence").to_owned(),
        app.t("question.evidence_hint").to_owned(),
        entry.evidence,
        Callback::new(move |text: String| {
            asked.change_at(&asked.id("evidence"), |entry| entry.evidence = text);
        }),
    );
    more(
        app.t("question.add_note"),
        view! { {note}{evidence} }.into_any(),
    )
}

/// Why it is asked and how it counts, or the way to load it.
fn explained(app: App, index: usize) -> View {
    match app.later_now() {
        Some(later) => (later.explanations)(app, index),
        None => link(app.t("question.why"), move || app.later(|_| ())),
    }
}

/// Why it is asked and how it counts.
pub fn explanations(app: App, index: usize) -> View {
    let Some(one) = app.model().indicators.get(index) else {
        return ().into_any();
    };
    let why = view! {
        <p>{app.text(&one.why)}</p>
        <p class="small soft">{app.fill("question.source", &[("paper", &app.text(&one.paper)), ("source", &app.text(&one.source))])}</p>
    };
    let scoring = view! {
        <p>{app.text(&one.scoring)}</p>
        {curve::curve_table(app, one)}
        <p class="small soft">{app.fill("question.basis", &[("basis", &app.text(&one.basis))])}</p>
    };
    view! { {more(app.t("question.why"), why.into_any())}{more(app.t("question.scoring"), scoring.into_any())} }.into_any()
}
