//! A figure that is worked out from two others, or typed as it stands.

use crate::ui::prelude::*;

use super::Asked;
use super::compare::compare;
use super::figures::{rounded, typed};
use crate::platform::{field, intl};
use crate::ui::answer_text::figure;
use crate::ui::components::{
    NumberField, NumberState, error_line, link, number_field, number_problem, number_state,
};
use crate::ui::made_text::equation;
use cluster_ready_core::assessment::{Answer, DivisionProblem, Made, Origin, Way, divide};
use cluster_ready_core::model::{Division, NumberSpec, Operand};

/// Largest of the two figures that a field takes.
const MAX: f64 = 1_000_000.0;

const IDS: [&str; 2] = ["part", "whole"];

/// The two figures on the page of their question.
#[derive(Clone, Copy)]
struct Pair {
    asked: Asked,
    spec: &'static NumberSpec,
    division: &'static Division,
    /// As answered before, or as the profile says.
    kept: [Option<f64>; 2],
    known: [Option<f64>; 2],
}

impl Pair {
    fn of(asked: Asked, spec: &'static NumberSpec, division: &'static Division) -> Self {
        let (entry, known) = asked.app.peek(|a| {
            let known = [&division.part, &division.whole].map(|one| a.profile.known(one));
            (a.entries.get(&asked.indicator.id).cloned(), known)
        });
        let made = entry.and_then(|entry| entry.made?.of(asked.indicator, &entry.answer?));
        let kept = match made {
            Some(made) if made.way == Way::Ratio => made.figures.map(Some),
            _ => known,
        };
        Self {
            asked,
            spec,
            division,
            kept,
            known,
        }
    }

    fn operands(self) -> [(usize, &'static Operand); 2] {
        [(0, &self.division.part), (1, &self.division.whole)]
    }

    fn id(self, of: usize) -> String {
        self.asked.id(IDS.get(of).copied().unwrap_or_default())
    }

    fn state(self, of: usize, operand: &Operand) -> NumberState {
        let unit = self.asked.app.text(&operand.unit);
        let kept = self.kept.get(of).copied().flatten();
        number_state(self.asked.app, &self.id(of), &unit, 0.0, MAX, kept)
    }

    /// Both figures; `None` while one is missing or none.
    fn figures(self) -> Option<[f64; 2]> {
        match self.operands().map(|(of, operand)| self.state(of, operand)) {
            [NumberState::Value(part), NumberState::Value(whole)] => Some([part, whole]),
            _ => None,
        }
    }

    fn result(self) -> Option<Result<(Made, f64), DivisionProblem>> {
        let figures = self.figures()?;
        let from_profile = [0, 1].map(|of: usize| {
            let known = self.known.get(of).copied().flatten();
            known.is_some() && known == figures.get(of).copied()
        });
        Some(divide(self.spec, self.division, figures).map(|figure| {
            let made = Made {
                way: Way::Ratio,
                figures,
                from_profile,
            };
            (made, figure)
        }))
    }

    /// Whether the answer is what the two figures give.
    fn is_used(self) -> bool {
        let entry = self.asked.entry();
        entry.answer.is_some_and(|answer| {
            entry
                .made
                .and_then(|made| made.of(self.asked.indicator, &answer))
                .is_some()
        })
    }

    fn take(self, made: Made, figure: f64) {
        self.asked.change(|entry| {
            entry.answer = Some(Answer::Number(figure));
            if entry.origin == Some(Origin::Boundary) || made.from_profile == [true; 2] {
                entry.origin = Some(Origin::Records);
            }
            entry.made = Some(made);
        });
        self.show(&intl::plain(self.asked.app.language(), rounded(figure)));
    }

    /// Puts the result into its own field.
    fn show(self, text: &str) {
        let (app, id) = (self.asked.app, self.asked.id("0"));
        field::put(&app.root(), &id, text);
        if text.is_empty() {
            app.forget_typed(&id);
        } else {
            app.keep_typed(&id, text.to_owned());
        }
    }

    /// One of the two has changed.
    fn changed(self) {
        match untrack(|| self.result()) {
            Some(Ok((made, figure))) => self.take(made, figure),
            // What was worked out from the two no longer stands; what was typed as it stands does.
            _ if untrack(|| self.is_used()) => {
                typed(self.asked, None);
                self.show("");
            }
            _ => {}
        }
    }

    /// What is wrong with the two together.
    fn problem(self, problem: DivisionProblem) -> (usize, String) {
        let app = self.asked.app;
        match problem {
            DivisionProblem::NotWhole { of } => (of, app.t("number.whole").to_owned()),
            DivisionProblem::NoWhole => (1, app.t("aid.no_whole").to_owned()),
            DivisionProblem::OutOfRange { figure: found } => {
                let values = [
                    ("figure", figure(app, found, &self.spec.unit)),
                    ("min", app.number(self.spec.min, 2)),
                    ("max", figure(app, self.spec.max, &self.spec.unit)),
                ];
                let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
                (0, app.fill("aid.out_of_range", &values))
            }
        }
    }
}

/// The page's question, the two figures, what they give, and the field of the result.
pub fn divided(asked: Asked, spec: &'static NumberSpec, division: &'static Division) -> View {
    let app = asked.app;
    let pair = Pair::of(asked, spec, division);
    let operand = move |(of, operand): (usize, &'static Operand)| {
        let kept = pair.kept.get(of).copied().flatten();
        let is_known = kept.is_some() && pair.known.get(of).copied().flatten() == kept;
        number_field(
            app,
            asked.errors,
            NumberField {
                id: pair.id(of),
                label: app.text(&operand.name),
                hint: is_known.then(|| app.t("aid.from_profile").to_owned()),
                unit: app.text(&operand.unit),
                min: 0.0,
                max: MAX,
                value: kept,
                heading: false,
                echo: Callback::new(|_| String::new()),
                on_value: Callback::new(move |_| pair.changed()),
            },
        )
    };
    let unit = app.text(&spec.unit);
    let result = number_field(
        app,
        asked.errors,
        NumberField {
            id: asked.id("0"),
            label: app.t("aid.result").to_owned(),
            hint: Some(app.t("aid.result_hint").to_owned()),
            unit,
            min: spec.min,
            max: spec.max,
            value: at_first(pair),
            heading: false,
            echo: Callback::new(move |value| {
                if pair.is_used() || asked.answer().is_none() {
                    String::new()
                } else {
                    super::figures::echo(asked, value, &app.text(&spec.unit))
                }
            }),
            on_value: Callback::new(move |value: Option<f64>| {
                typed(asked, value.map(Answer::Number))
            }),
        },
    );
    view! {
        <fieldset class="field question" aria-describedby=asked.id("hint")>
            <legend><h1 tabindex="-1">{app.text(&asked.indicator.question)}</h1></legend>
            <p class="hint" id=asked.id("hint")>{app.text(&asked.indicator.hint)}</p>
            {error_line(app, asked.errors, "", "")}
            <div class="aid">
                <div class="grid grid--2">{pair.operands().into_iter().map(operand).collect_view()}</div>
                <div role="status">{move || told(pair)}</div>
            </div>
        </fieldset>
        {result}
        {compare(app, asked.indicator)}
    }
    .into_any()
}

/// What stands in the field of the result when the page is opened: the answer, or what the profile gives.
fn at_first(pair: Pair) -> Option<f64> {
    match untrack(|| pair.asked.answer()) {
        Some(Answer::Number(value)) if untrack(|| pair.is_used()) => Some(rounded(value)),
        Some(Answer::Number(value)) => Some(value),
        Some(_) => None,
        None => untrack(|| at_hand(pair)).map(|(_, figure)| rounded(figure)),
    }
}

/// What the profile's figures give while nothing is answered and no result is typed.
fn at_hand(pair: Pair) -> Option<(Made, f64)> {
    let (app, id) = (pair.asked.app, pair.asked.id("0"));
    let typed = app
        .typed_now(&id)
        .is_some_and(|text| !text.trim().is_empty());
    if typed || pair.asked.answer().is_some() {
        return None;
    }
    pair.result()?.ok()
}

fn pair_of(asked: Asked) -> Option<Pair> {
    let spec = asked.indicator.figure()?;
    let division = spec.aids.as_ref()?.division.as_ref()?;
    Some(Pair::of(asked, spec, division))
}

/// Whether what stands there is the profile's, and nobody has taken it yet.
pub fn is_at_hand(asked: Asked) -> bool {
    pair_of(asked).and_then(at_hand).is_some()
}

/// Takes what the profile gives, where nothing is answered.
pub fn take_at_hand(asked: Asked) {
    if let Some(pair) = pair_of(asked)
        && let Some((made, figure)) = untrack(|| at_hand(pair))
    {
        pair.take(made, figure);
    }
}

/// What the two figures give, and whether it is the answer.
fn told(pair: Pair) -> Option<View> {
    let (app, spec) = (pair.asked.app, pair.spec);
    let (made, result) = match pair.result()? {
        Ok(both) => both,
        Err(problem) => {
            let (_, message) = pair.problem(problem);
            return Some(view! { <p class="echo">{message}</p> }.into_any());
        }
    };
    let sum = equation(app, spec, made.figures, result);
    if pair.is_used() || pair.asked.answer().is_none() {
        let key = if made.from_profile == [true; 2] {
            "aid.worked_out_profile"
        } else {
            "aid.worked_out"
        };
        let text = app.fill(key, &[("sum", &sum)]);
        return Some(view! { <p class="echo">{text}</p> }.into_any());
    }
    let take = move || {
        pair.asked.errors.clear();
        pair.take(made, result);
        crate::platform::focus::by_id(&app.root(), &pair.asked.id("0"));
    };
    let text = app.fill("aid.not_used", &[("sum", &sum)]);
    Some(
        view! { <p class="echo">{text}" "{link(app.t("question.take_proposal"), take)}</p> }
            .into_any(),
    )
}

/// What still has to be said. What the profile gives and nobody has changed is taken as it stands.
pub fn problems(
    asked: Asked,
    spec: &'static NumberSpec,
    division: &'static Division,
) -> Vec<(String, String)> {
    let pair = Pair::of(asked, spec, division);
    let app = asked.app;
    if let Some((made, figure)) = untrack(|| at_hand(pair)) {
        pair.take(made, figure);
        return Vec::new();
    }
    if let Some(Err(problem)) = untrack(|| pair.result()) {
        let (of, message) = pair.problem(problem);
        return vec![(pair.id(of), message)];
    }
    let unit = app.text(&spec.unit);
    let direct = untrack(|| number_state(app, &asked.id("0"), &unit, spec.min, spec.max, None));
    let states = pair
        .operands()
        .map(|(of, operand)| (of, operand, untrack(|| pair.state(of, operand))));
    let is_empty = |state: &NumberState| *state == NumberState::Empty;
    if is_empty(&direct) && states.iter().all(|(.., state)| is_empty(state)) {
        let unknown = app.t("answer.unknown");
        let message = app.fill("aid.empty", &[("unknown", unknown)]);
        return vec![(pair.id(0), message)];
    }
    if !is_empty(&direct) {
        let message = number_problem(app, direct, &unit);
        return message
            .map(|text| (asked.id("0"), text))
            .into_iter()
            .collect();
    }
    states
        .into_iter()
        .filter_map(|(of, operand, state)| {
            let message = number_problem(app, state, &app.text(&operand.unit))?;
            Some((
                pair.id(of),
                format!("{}: {message}", app.text(&operand.name)),
            ))
        })
        .collect()
}
