//! Earlier versions of the model: loaded where a file or a draft was made with one, and left behind when a person says so.

use super::answer_text::answer_text;
use super::own_files::{self, Kind};
use super::state::{App, Screen};
use cluster_ready_core::assessment::file::{self, FileError, Opened};
use cluster_ready_core::assessment::{Answer, Assessment, MadeWith};
use cluster_ready_core::model::{Indicator, Model, Version, earlier};

/// Why a text of the device or of a person does not open.
pub enum NotOpened {
    File(FileError),
    /// This version of the model did not come.
    Missing(&'static str),
}

/// An assessment as it was kept, with the earlier version of the model that it is of.
pub struct Found {
    pub opened: Opened,
    /// The model that it was read with.
    pub model: &'static Model,
    pub version: Option<&'static Model>,
}

impl App {
    /// The earlier version that something was made with. A model of the page's own has none.
    pub fn version_of(self, made_with: &MadeWith) -> Option<&'static Version> {
        let version = earlier(&made_with.hash)?;
        let own = self.host().model;
        let is_bundled = own.map_or(!self.is_firm(), |own| own.id == version.id);
        (is_bundled && version.subject == self.present_model().subject).then_some(version)
    }

    /// That version itself, loaded where it is not there.
    pub async fn load_version(self, version: &'static Version) -> Option<&'static Model> {
        if let Some(there) = own_files::model_with(version.hash) {
            return Some(there);
        }
        let text = self.host().listener.as_ref()?.file(version.file).await?;
        let kind = if self.is_firm() {
            Kind::FirmModel
        } else {
            Kind::Model
        };
        own_files::read(kind, version.file, &text, self.language()).ok()?;
        own_files::model_with(version.hash)
    }

    /// Reads a result file or a draft with the version of the model that it was made with.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub async fn find(self, text: &str) -> Result<Found, NotOpened> {
        let made_with = file::made_with(text).map_err(NotOpened::File)?;
        let version = made_with.and_then(|made_with| self.version_of(&made_with));
        let version = match version {
            Some(version) => Some(
                self.load_version(version)
                    .await
                    .ok_or(NotOpened::Missing(version.version))?,
            ),
            None => None,
        };
        let model = version.unwrap_or_else(|| self.present_model());
        let opened = file::read(text, model).map_err(NotOpened::File)?;
        Ok(Found {
            opened,
            model,
            version,
        })
    }

    /// Why a text does not open, and what to do.
    pub fn not_opened(self, why: &NotOpened) -> String {
        match why {
            NotOpened::File(error) => self.file_error(error),
            NotOpened::Missing(version) => self.fill("versions.missing", &[("version", version)]),
        }
    }

    /// What was answered to a question as an earlier version asks it, in words.
    pub fn said_before(self, version: &str, asked: &Indicator, answer: &Answer) -> String {
        let answer = answer_text(self, asked, answer);
        self.fill(
            "versions.before",
            &[("version", version), ("answer", &answer)],
        )
    }

    /// Goes on with the present version of the model, in a draft of its own.
    pub fn carry_over(self) {
        let Some(version) = self.version() else {
            return;
        };
        let now = self.present_model();
        let carried = self.peek(|assessment| assessment.carried(version, now));
        self.drafts.begin(self, carried, Screen::Tasks);
    }
}

/// The page on which something kept is shown: what was made with an earlier version of the model is told of first, once, where
/// it was left anywhere but on its result, which tells of it too.
pub fn first_screen(assessment: &Assessment, version: Option<&Model>, left_at: Screen) -> Screen {
    match (version, left_at) {
        (None, Screen::Versions) => Screen::Tasks,
        (Some(_), Screen::Result) => Screen::Result,
        (Some(_), _) if !assessment.stays => Screen::Versions,
        _ => left_at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draft_of_an_earlier_version_is_told_of_until_somebody_has_decided() {
        let version = cluster_ready_core::model::bundled().ok();
        let undecided = Assessment::default();
        let stays = Assessment {
            stays: true,
            ..Assessment::default()
        };
        let question = Screen::Question(3);
        assert_eq!(
            first_screen(&undecided, version, question),
            Screen::Versions
        );
        assert_eq!(first_screen(&stays, version, question), question);
        for assessment in [&undecided, &stays] {
            // The result tells of it too.
            let result = first_screen(assessment, version, Screen::Result);
            assert_eq!(result, Screen::Result);
            assert_eq!(first_screen(assessment, None, question), question);
            assert_eq!(
                first_screen(assessment, None, Screen::Versions),
                Screen::Tasks
            );
        }
    }
}
