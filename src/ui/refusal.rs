//! What is wrong with a change that was refused, in words. Comes later.

use super::state::App;
use cluster_ready_core::assessment::CommandError;

pub fn refusal(app: App, error: &CommandError) -> String {
    let (key, figures) = words(error);
    let figures = figures.map(|(name, figure)| (name, app.number(figure, 6)));
    let question = match error {
        CommandError::UnknownIndicator { id } | CommandError::Answer { indicator: id, .. } => id,
        _ => "",
    };
    let mut arguments = vec![("question", question)];
    arguments.extend(
        figures
            .iter()
            .map(|(name, figure)| (*name, figure.as_str())),
    );
    app.fill(key, &arguments)
}

/// The key of the words, and the figures in them.
fn words(error: &CommandError) -> (&'static str, [(&'static str, f64); 2]) {
    let limit = |limit: &usize| ("limit", *limit as f64);
    let none = ("", 0.0);
    match error {
        CommandError::TextTooLong { limit: most, .. } => ("refused.text", [limit(most), none]),
        CommandError::NumberOutOfRange { value, .. } => {
            ("refused.number", [("value", *value), none])
        }
        CommandError::TooManyCorners {
            corners,
            limit: most,
        } => (
            "refused.corners",
            [("corners", *corners as f64), limit(most)],
        ),
        CommandError::TooManyPlaces { limit: most, .. } => ("refused.places", [limit(most), none]),
        CommandError::UnknownIndicator { .. } | CommandError::Answer { .. } => {
            ("refused.answer", [none, none])
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::i18n::Locale;
    use cluster_ready_core::assessment::{AnswerProblem, NumberField, TextField};

    #[test]
    fn every_refusal_has_words_in_every_language_and_all_that_they_name() {
        let id = || "M1".to_owned();
        let refusals = [
            CommandError::UnknownIndicator { id: id() },
            CommandError::Answer {
                indicator: id(),
                problem: AnswerProblem::WrongKind,
            },
            CommandError::TextTooLong {
                field: TextField::Note,
                limit: 10_000,
            },
            CommandError::NumberOutOfRange {
                field: NumberField::Corner,
                value: -1.0,
                min: 0.0,
                max: 1.0,
            },
            CommandError::TooManyCorners {
                corners: 50_001,
                limit: 50_000,
            },
            CommandError::TooManyPlaces {
                places: 101,
                limit: 100,
            },
        ];
        for locale in Locale::ALL {
            let path = format!("locales/{}.json", locale.tag());
            let texts: Value =
                serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            for error in &refusals {
                let (key, figures) = words(error);
                let text = texts[key].as_str().unwrap();
                for name in text.split('{').skip(1).map(|rest| rest.split('}').next()) {
                    let name = name.unwrap();
                    let is_known =
                        name == "question" || figures.iter().any(|(one, _)| *one == name);
                    assert!(is_known, "{key}: {name}");
                }
            }
        }
    }
}
