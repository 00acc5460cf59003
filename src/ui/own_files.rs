//! Files that a page gives in place of the bundled model and rules. Each is read once and kept for the page's life.

use std::sync::Mutex;

use crate::i18n::{Locale, messages};
use cluster_ready_core::json::TextError;
use cluster_ready_core::law::{Reason, Rules, RulesError};
use cluster_ready_core::model::{Model, ModelError, Subject};

static MODELS: Mutex<Vec<&'static Model>> = Mutex::new(Vec::new());
static RULES: Mutex<Vec<&'static Rules>> = Mutex::new(Vec::new());

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Of a cluster.
    Model,
    /// A model whose questions are for a firm.
    FirmModel,
    Rules,
}

/// Why a file cannot be used.
pub struct Refusal {
    /// Inside the file; empty for the whole.
    pub place: String,
    /// What is wrong there, for whoever made the file.
    pub detail: String,
    /// For the person in front of the page.
    pub message: String,
}

fn kept<T>(all: &Mutex<Vec<&'static T>>, number: u32) -> Option<&'static T> {
    let all = all.lock().ok()?;
    all.get((number as usize).checked_sub(1)?).copied()
}

/// The number by which the file is found again, from 1 on.
fn keep<T: PartialEq>(all: &Mutex<Vec<&'static T>>, read: T) -> u32 {
    let Ok(mut all) = all.lock() else { return 0 };
    let at = all.iter().position(|one| **one == read);
    let at = at.unwrap_or_else(|| {
        all.push(Box::leak(Box::new(read)));
        all.len() - 1
    });
    u32::try_from(at + 1).unwrap_or(0)
}

/// A model that was read before; `None` for 0.
pub fn model(number: u32) -> Option<&'static Model> {
    kept(&MODELS, number)
}

/// A model that was read before, by its hash.
pub fn model_with(hash: &str) -> Option<&'static Model> {
    let all = MODELS.lock().ok()?;
    all.iter().find(|one| one.hash == hash).copied()
}

/// Rules that were read before; `None` for 0.
pub fn rules(number: u32) -> Option<&'static Rules> {
    kept(&RULES, number)
}

/// Reads a file and gives its number. Comes later.
///
/// # Errors
/// The first thing that is wrong with it, with its place.
pub fn read(kind: Kind, name: &str, text: &str, locale: Locale) -> Result<u32, Refusal> {
    let (place, detail) = match kind {
        Kind::Model | Kind::FirmModel => match Model::parse(text) {
            Ok(model) if model.subject != subject(kind) => {
                let detail = format!("for a {}, not for a {}", model.subject, subject(kind));
                ("subject".to_owned(), detail)
            }
            Ok(model) => return Ok(keep(&MODELS, model)),
            Err(error) => (place_in_model(&error), error.to_string()),
        },
        Kind::Rules => match Rules::parse(text) {
            Ok(rules) => return Ok(keep(&RULES, rules)),
            Err(error) => (place_in_rules(&error), error.to_string()),
        },
    };
    let texts = messages(locale);
    let message = match place.split_once(':') {
        Some((line, column)) => texts.fill(
            "own.not_json",
            &[("file", name), ("line", line), ("column", column)],
        ),
        None => {
            let key = match (kind, place.is_empty()) {
                (Kind::Model | Kind::FirmModel, true) => "own.model",
                (Kind::Model | Kind::FirmModel, false) => "own.model_at",
                (Kind::Rules, true) => "own.rules",
                (Kind::Rules, false) => "own.rules_at",
            };
            texts.fill(key, &[("file", name), ("place", &place)])
        }
    };
    Err(Refusal {
        place,
        detail,
        message,
    })
}

/// Whom the questions of such a model are for.
const fn subject(kind: Kind) -> Subject {
    match kind {
        Kind::FirmModel => Subject::Firm,
        Kind::Model | Kind::Rules => Subject::Cluster,
    }
}

fn place_in_model(error: &ModelError) -> String {
    match error {
        ModelError::Text(error) => place_in_text(error),
        other => other.path().unwrap_or_default().to_owned(),
    }
}

fn place_in_rules(error: &RulesError) -> String {
    match &error.reason {
        Reason::Text(error) => place_in_text(error),
        _ => error.path.clone(),
    }
}

fn place_in_text(error: &TextError) -> String {
    match error {
        TextError::NotJson { line, column } => format!("{line}:{column}"),
        TextError::TooDeep { .. } | TextError::TooLarge { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = include_str!("../../data/model.json");

    #[test]
    fn file_read_twice_is_kept_once_and_found_by_its_number() {
        let number = read(Kind::Model, "own.json", MODEL, Locale::En)
            .ok()
            .unwrap();
        assert_eq!(
            read(Kind::Model, "other.json", MODEL, Locale::Vi).ok(),
            Some(number)
        );
        assert_eq!(model(number), cluster_ready_core::model::bundled().ok());
        // Numbers begin with one, and other tests keep files too.
        assert!(model(0).is_none() && model(u32::MAX).is_none());
        assert!(rules(0).is_none());
    }

    #[test]
    fn model_for_firms_and_model_for_clusters_do_not_stand_for_each_other() {
        let firm = include_str!("../../data/model-firm.json");
        let told = |kind, text: &str| {
            let refusal = read(kind, "own.json", text, Locale::En).err().unwrap();
            (refusal.place, refusal.detail)
        };
        let place = "subject".to_owned();
        let of = |what: &str| (place.clone(), what.to_owned());
        assert_eq!(
            told(Kind::FirmModel, MODEL),
            of("for a cluster, not for a firm")
        );
        assert_eq!(told(Kind::Model, firm), of("for a firm, not for a cluster"));
        assert!(read(Kind::FirmModel, "firm.json", firm, Locale::Vi).is_ok());
    }

    #[test]
    fn mistake_is_told_with_its_place() {
        let place = |kind, text: &str| {
            read(kind, "own.json", text, Locale::En)
                .err()
                .unwrap()
                .place
        };
        assert_eq!(place(Kind::Model, "{\n nonsense"), "2:2");
        assert_eq!(place(Kind::Rules, "[1,"), "1:3");
        let twice = MODEL.replacen("\"M2\"", "\"M1\"", 1);
        assert!(place(Kind::Model, &twice).starts_with("indicators[1]"));
        assert_eq!(place(Kind::Rules, "{}"), "format");
    }
}
