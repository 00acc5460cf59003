//! Which model's questions a file answers: its own, unless another one is asked for.

use std::collections::BTreeMap;
use std::path::Path;

use super::source::{SourceError, read_text};
use cluster_ready_core::assessment::file::Parsed;
use cluster_ready_core::assessment::{Assessment, Entry, MadeWith};
use cluster_ready_core::model::{self, Model, Subject};

#[derive(Debug, Clone, clap::Args)]
pub struct Which {
    /// Model to use: a version that this program has, as 1.0.0, or a model file; else the one that each file was made with.
    #[arg(long, value_name = "VERSION|FILE")]
    model: Option<String>,
}

/// The models that can be used, read once for all files.
pub struct Questions {
    known: Vec<&'static Model>,
    asked: Asked,
}

enum Asked {
    Own,
    Version(String),
    Given(Box<Model>),
}

impl Questions {
    /// # Errors
    /// The model file cannot be read, or a model of this program is broken.
    pub fn of(args: &Which) -> Result<Self, SourceError> {
        let known = model::versions().map_err(|error| SourceError::Model(error.to_string()))?;
        let asked = match &args.model {
            None => Asked::Own,
            Some(word) if known.iter().any(|one| one.version == *word) => {
                Asked::Version(word.clone())
            }
            Some(path) => Asked::Given(Box::new(given(path, &known)?)),
        };
        Ok(Self { known, asked })
    }

    /// The model to use for the text of a file.
    ///
    /// # Errors
    /// The file was made with a model that is not at hand, or is no result file.
    pub fn model(&self, text: &str) -> Result<&Model, SourceError> {
        match &self.asked {
            Asked::Given(model) => Ok(model),
            _ => self.model_of(&Parsed::of(text)?),
        }
    }

    fn model_of(&self, parsed: &Parsed) -> Result<&Model, SourceError> {
        match &self.asked {
            Asked::Given(model) => Ok(model),
            Asked::Version(version) => {
                let subject = parsed.subject();
                self.version(subject, version)
                    .ok_or_else(|| SourceError::NoVersion(version.clone(), subject))
            }
            Asked::Own => match parsed.made_with()? {
                Some(made_with) => self.own(&made_with).ok_or(SourceError::UnknownModel {
                    id: made_with.id,
                    version: made_with.version,
                }),
                None => self.present(parsed.subject()),
            },
        }
    }

    /// The answers of a file with the model to use: those to another version of it are carried over.
    ///
    /// # Errors
    /// As [`Questions::model`], or an answer does not belong to its question.
    pub fn entries(&self, text: &str) -> Result<(&Model, BTreeMap<String, Entry>), SourceError> {
        self.entries_of(&Parsed::of(text)?)
    }

    /// The same of a text that is parsed.
    ///
    /// # Errors
    /// As [`Questions::entries`].
    pub fn entries_of(
        &self,
        parsed: &Parsed,
    ) -> Result<(&Model, BTreeMap<String, Entry>), SourceError> {
        let model = self.model_of(parsed)?;
        let own = parsed
            .made_with()?
            .and_then(|made_with| self.own(&made_with));
        let entries = match own.filter(|own| own.id == model.id && own.hash != model.hash) {
            Some(own) => {
                let answered = Assessment {
                    entries: parsed.answers(own)?,
                    ..Assessment::default()
                };
                answered.carried(own, model).entries
            }
            None => parsed.answers(model)?,
        };
        Ok((model, entries))
    }

    fn present(&self, subject: Subject) -> Result<&Model, SourceError> {
        // The present ones come first.
        let found = self.known.iter().find(|one| one.subject == subject);
        found
            .copied()
            .ok_or_else(|| SourceError::Model(format!("none for a {subject}")))
    }

    fn version(&self, subject: Subject, version: &str) -> Option<&Model> {
        let mut known = self.known.iter();
        known
            .find(|one| one.subject == subject && one.version == version)
            .copied()
    }

    /// By its hash, else by its name and version: then the hash is what does not match.
    fn own(&self, made_with: &MadeWith) -> Option<&Model> {
        let known = || self.known.iter().copied();
        known().find(|one| one.hash == made_with.hash).or_else(|| {
            known().find(|one| one.id == made_with.id && one.version == made_with.version)
        })
    }
}

fn given(path: &str, known: &[&'static Model]) -> Result<Model, SourceError> {
    let refused = |error: String| SourceError::GivenModel {
        path: path.to_owned(),
        error,
    };
    let text = read_text(Path::new(path)).map_err(|error| {
        let mut versions: Vec<&str> = known.iter().map(|one| one.version.as_str()).collect();
        versions.sort_unstable();
        versions.dedup();
        refused(format!(
            "{error}; the versions of this program are {}",
            versions.join(", ")
        ))
    })?;
    Model::parse(&text).map_err(|error| refused(error.to_string()))
}
