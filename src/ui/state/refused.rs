//! Changes that do not hold, until they are made good: told at their field, or on the page where they have none.

use crate::ui::prelude::*;

use super::{App, find};
use crate::assessment::CommandError;

impl App {
    pub(super) fn refuse(self, field: &str, error: CommandError) {
        self.refused.update(|refused| {
            refused.retain(|(id, _)| id != field);
            refused.push((field.to_owned(), error));
        });
        // Its words come later.
        self.later(|_| ());
    }

    /// Nothing that was refused at this field stands there any more.
    pub fn accept(self, field: &str) {
        if self
            .refused
            .with_untracked(|refused| find(refused, field).is_some())
        {
            self.refused
                .update(|refused| refused.retain(|(id, _)| id != field));
        }
    }

    /// Why what stands in a field was refused, in words; with an empty id, what was refused beside the fields.
    pub fn refusal(self, field: &str) -> Option<String> {
        let error = self.refused.with(|refused| find(refused, field))?;
        Some((self.later_now()?.refusal)(self, &error))
    }

    /// The fields with what was refused, with the words of each.
    pub fn refused_fields(self) -> Vec<(String, String)> {
        let fields = self.refused.with_untracked(Vec::clone);
        let told = |(id, _): (String, _)| untrack(|| self.refusal(&id)).map(|words| (id, words));
        fields
            .into_iter()
            .filter(|(id, _)| !id.is_empty())
            .filter_map(told)
            .collect()
    }

    /// Something on the page is not kept; follows it.
    pub fn has_refused(self) -> bool {
        self.refused.with(|refused| !refused.is_empty())
    }
}
