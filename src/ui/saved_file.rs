//! Save files as the view meets them: made, named, and what is wrong with one in words.

use crate::ui::prelude::*;

use super::hand_over::{NewFile, hand_over};
use super::state::{App, Place};
use super::versions::Found;
use crate::platform::file::Given;
use crate::platform::worker::Payload;
use crate::platform::{clock, intl};
use cluster_ready_core::assessment::file::{self, Damage, FileError, Meta, Opened, Warning};
use cluster_ready_core::assessment::{Assessment, Command};
use cluster_ready_core::law;
use cluster_ready_core::model::canonical::sha256_hex;
use cluster_ready_core::model::{Model, Subject};
use cluster_ready_core::score;

/// Of a file's name, at most: with day and ending, and a number that a browser adds, it stays below 255.
const NAME_BYTES: usize = 120;

/// A saved file that was opened and waits for a yes.
#[derive(Clone, PartialEq)]
pub enum Opening {
    Nothing,
    Failed(String),
    Ready {
        name: String,
        assessment: Box<Assessment>,
        /// The earlier version of the model that it is of.
        version: Option<&'static Model>,
        notes: Vec<String>,
    },
}

impl App {
    /// The assessment with its results as a save file.
    pub fn result_file(self) -> String {
        let verdicts = untrack(|| self.verdicts());
        let rules = self.rules();
        let legal = rules
            .map(|rules| law::record(rules, &verdicts))
            .unwrap_or_default();
        let meta = Meta {
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            saved_at: Some(clock::now_iso()),
            rules: rules.map(law::Rules::set_ids).unwrap_or_default(),
        };
        self.peek(|assessment| {
            let score = score::score(self.model(), &assessment.entries);
            file::write(self.model(), assessment, &score, &legal, &meta)
        })
    }

    /// What tells two states of an assessment apart: the same for the same answers at any time.
    pub fn result_mark(self) -> String {
        let text = self
            .peek(|assessment| file::draft(self.model(), assessment, &Meta::default(), intl::json));
        sha256_hex(&text)
    }

    /// A file name of this ending that says which cluster and which day, in plain letters.
    pub fn file_name(self, ending: &str) -> String {
        let (name, day) = self.peek(|a| (a.profile.name.clone(), a.profile.assessed));
        let day = day
            .or_else(clock::today)
            .map(|day| format!("-{}", day.to_iso()))
            .unwrap_or_default();
        let plain = cluster_ready_core::read::plain_letters(&name);
        let words: Vec<&str> = plain
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let cluster = if words.is_empty() {
            if self.is_firm() { "firm" } else { "cluster" }.to_owned()
        } else {
            shortened(&words.join("-").to_lowercase()).to_owned()
        };
        format!("{cluster}{day}.{ending}")
    }

    /// Why a file does not open, and what to do.
    pub fn file_error(self, error: &FileError) -> String {
        match error {
            FileError::TooLarge { limit, .. } => self.fill(
                "open.too_large",
                &[("limit", &(limit / 1_048_576).to_string())],
            ),
            FileError::TooDeep { .. } => self.t("open.not_ours").to_owned(),
            FileError::NotJson { line, column } => self.fill(
                "open.not_json",
                &[("line", &line.to_string()), ("column", &column.to_string())],
            ),
            FileError::NotOurs { .. } => self.t("open.not_ours").to_owned(),
            FileError::Newer { version } => {
                self.fill("open.newer", &[("version", &version.to_string())])
            }
            FileError::OtherSubject { subject } => {
                let key = match subject {
                    Subject::Firm => "open.of_firm",
                    Subject::Cluster => "open.of_cluster",
                };
                self.t(key).to_owned()
            }
            FileError::OtherModel { id, version, .. } => {
                self.fill("open.other_model", &[("model", &format!("{id} {version}"))])
            }
            FileError::Damaged { path, damage } => {
                let key = match damage {
                    Damage::UnknownIndicator => "open.unknown_question",
                    Damage::Shape(_) | Damage::Answer(_) | Damage::NotOneAnswer => "open.damaged",
                };
                self.fill(key, &[("path", path)])
            }
        }
    }

    /// Something to know about a file that opened.
    pub fn file_warning(self, warning: &Warning) -> String {
        match warning {
            Warning::OtherModel { version, .. } => self.fill(
                "open.warn_model",
                &[("theirs", version), ("ours", &self.present_model().version)],
            ),
        }
    }
}

/// The beginning of a name of plain letters that no file system finds too long, in whole words where there are any.
fn shortened(name: &str) -> &str {
    let Some((start, rest)) = name.split_at_checked(NAME_BYTES) else {
        return name;
    };
    match start.rsplit_once('-') {
        Some((words, _)) if !rest.is_empty() && !rest.starts_with('-') => words,
        _ => start,
    }
}

/// What a file holds that someone chose to open.
pub async fn opening(app: App, given: &Given) -> Opening {
    let Ok(text) = std::str::from_utf8(&given.bytes) else {
        return Opening::Failed(app.t("open.not_ours").to_owned());
    };
    match app.find(text).await {
        Ok(Found {
            opened,
            model,
            version,
        }) => {
            let told = opened.warnings.iter();
            let mut notes: Vec<String> = told.map(|warning| app.file_warning(warning)).collect();
            let assessment = measured(app, &opened.assessment, model).await;
            notes.extend(contradictions(app, &opened, &assessment, model));
            Opening::Ready {
                name: given.name.clone(),
                assessment: Box::new(assessment),
                version,
                notes,
            }
        }
        Err(why) => Opening::Failed(app.not_opened(&why)),
    }
}

/// The assessment of a file as this page measures it: nothing that a file says of its boundary is shown before its corners
/// were measured here. Without corners there is nothing to measure, and what it says stays.
pub async fn measured(app: App, of: &Assessment, model: &Model) -> Assessment {
    let plain = of.without_direction_marks();
    let Some(mut record) = plain.boundary.clone() else {
        return plain;
    };
    if record.given.positions().next().is_none() {
        return plain;
    }
    let seen = app.survey().look_at(&plain, &record).await.ok();
    let derived = seen.as_ref().and_then(|seen| seen.derived.as_ref());
    let derived = derived.map_or_else(Vec::new, |derived| derived.answers(model));
    record.measures = seen.and_then(|seen| seen.measures);
    let change = |record, derived| {
        let record = Some(Box::new(record));
        plain.apply(model, Command::SetBoundary { record, derived })
    };
    let changed = change(record.clone(), derived).or_else(|_| {
        record.measures = None;
        change(record, Vec::new())
    });
    changed.unwrap_or(Assessment {
        boundary: None,
        ..plain
    })
}

/// What a file says that its answers and corners do not give.
fn contradictions(app: App, opened: &Opened, measured: &Assessment, model: &Model) -> Vec<String> {
    let area = |of: &Assessment| {
        let measures = of.boundary.as_ref()?.measures.as_ref()?;
        Some(app.number(measures.area_m2 / 10_000.0, 2))
    };
    let mut notes = Vec::new();
    let has_corners = |of: &Assessment| {
        let record = of.boundary.as_ref();
        record.is_some_and(|record| record.given.positions().next().is_some())
    };
    match (area(&opened.assessment), area(measured)) {
        (Some(theirs), _) if !has_corners(measured) => {
            notes.push(app.fill("open.no_corners", &[("theirs", &theirs)]));
        }
        (Some(theirs), Some(ours)) if theirs != ours => {
            notes.push(app.fill("open.other_area", &[("theirs", &theirs), ("ours", &ours)]))
        }
        (Some(theirs), None) => {
            notes.push(app.fill("open.not_measured", &[("theirs", &theirs)]));
        }
        _ => {}
    }
    let stored = opened.stored.as_ref();
    if stored.is_some_and(|stored| !stored.differences(model, &measured.entries).is_empty()) {
        notes.push(app.t("open.other_result").to_owned());
    }
    notes
}

/// Saves the assessment with its result as a file.
pub fn save_to_file(app: App, place: Place) {
    let file = NewFile {
        name: app.file_name("cluster-ready.json"),
        mime: "application/json",
        content: Payload::text(&app.result_file()),
        instead: None,
    };
    if hand_over(app, place, file) {
        app.tell("save", &[("to", "file".into())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_name_ends_with_a_whole_word() {
        assert_eq!(shortened("cum-mot"), "cum-mot");
        let words = "cum-cong-nghiep-".repeat(20);
        let short = shortened(&words);
        assert!(short.len() <= NAME_BYTES && short.len() > NAME_BYTES - 16);
        assert!(words.starts_with(short) && words[short.len()..].starts_with('-'));
        assert_eq!(shortened(&"a".repeat(300)).len(), NAME_BYTES);
        let fits = "a".repeat(NAME_BYTES);
        assert_eq!(shortened(&fits), fits);
    }
}
