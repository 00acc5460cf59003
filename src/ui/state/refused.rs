//! Changes that do not hold, until they are made good: told at their field, or on the page where they have none.

use crate::ui::prelude::*;

use super::{App, find};
use cluster_ready_core::assessment::CommandError;

impl App {
    /// A change was refused; its words come later.
    pub(super) fn refuse(self, field: &str, error: CommandError) {
        self.set_refused(field, Some(String::new()));
        let field = field.to_owned();
        self.later(move |later| {
            // It may be made good meanwhile.
            if self.is_refused(&field) {
                self.set_refused(&field, Some((later.refusal)(self, &error)));
            }
        });
    }

    fn set_refused(self, field: &str, words: Option<String>) {
        self.refused.update(|refused| {
            refused.retain(|(id, _)| id != field);
            refused.extend(words.map(|words| (field.to_owned(), words)));
        });
    }

    /// Nothing that was refused at this field stands there any more.
    pub fn accept(self, field: &str) {
        if self.is_refused(field) {
            self.set_refused(field, None);
        }
    }

    pub fn is_refused(self, field: &str) -> bool {
        self.refused
            .with_untracked(|refused| find(refused, field))
            .is_some()
    }

    /// Why what stands in a field was refused, in words; with an empty id, what was refused beside the fields.
    pub fn refusal(self, field: &str) -> Option<String> {
        self.refused
            .with(|refused| find(refused, field))
            .filter(|words| !words.is_empty())
    }

    /// The fields with what was refused, with the words of each.
    pub fn refused_fields(self) -> Vec<(String, String)> {
        let mut fields = self.refused.with_untracked(Vec::clone);
        fields.retain(|(id, _)| !id.is_empty());
        fields
    }

    /// Something on the page is not kept; follows it.
    pub fn has_refused(self) -> bool {
        self.refused.with(|refused| !refused.is_empty())
    }
}
