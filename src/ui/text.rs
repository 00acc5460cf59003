//! Texts in the present locale. A screen is drawn anew when the locale changes, so texts are read once per drawing.

use crate::ui::prelude::*;

use super::later;
use super::state::App;
use crate::i18n::{Locale, Messages, messages};
use crate::platform::intl;
use crate::platform::store::Keeping;
use cluster_ready_core::model::Text;
use cluster_ready_core::places::{Name, names};

impl App {
    /// The present locale, read without subscribing.
    pub fn language(self) -> Locale {
        self.locale.get_untracked()
    }

    fn messages(self) -> Messages {
        messages(self.language())
            .for_firm(self.is_firm())
            .for_tab(self.host().keeping == Keeping::Session)
    }

    /// The text of a message key.
    pub fn t(self, key: &'static str) -> &'static str {
        self.messages().get(key)
    }

    /// The text of a message key with its arguments. Names stand on pages that come later, and do not turn their sentence.
    pub fn fill(self, key: &str, arguments: &[(&str, &str)]) -> String {
        match later::now() {
            Some(later) => (later.fill)(self.messages(), key, arguments),
            None => self.messages().fill(key, arguments),
        }
    }

    /// The text for a count.
    pub fn count(self, key: &str, count: usize) -> String {
        self.messages().count(key, count, &self.whole(count))
    }

    /// A text of the model or the rules.
    pub fn text(self, text: &Text) -> String {
        text.get(self.language()).to_owned()
    }

    /// A number with at most `digits` decimals.
    pub fn number(self, value: f64, digits: u8) -> String {
        intl::number(self.language(), value, digits)
    }

    pub fn whole(self, value: usize) -> String {
        intl::whole(self.language(), value)
    }

    /// Whole points of a score.
    pub fn points(self, value: f64) -> String {
        intl::points(self.language(), value)
    }

    /// The name of a province of 2025.
    pub fn province_name(self, code: &str) -> Option<String> {
        let provinces = &names().provinces;
        let found = provinces.iter().find(|province| province.id == code)?;
        Some(self.name(found).to_owned())
    }

    /// A name in the present language.
    pub fn name(self, name: &Name) -> &'static str {
        name.get(self.language())
    }
}
