use std::collections::BTreeMap;

use serde_json::Value;

use super::FileError;
use super::read::{answers_of, made_with_of, parse, subject_of};
use super::sieve::sifted;
use crate::assessment::{Entry, MadeWith};
use crate::json::Node;
use crate::model::{Model, Subject};

/// The text of a result file or of bare answers, parsed once for all that is asked of it.
///
/// What came out before is read over and not kept: it is most of a file and says nothing of the answers.
#[derive(Debug)]
pub struct Parsed {
    value: Value,
}

impl Parsed {
    /// # Errors
    /// It is no JSON, or larger than any result file.
    pub fn of(text: &str) -> Result<Self, FileError> {
        Self::with(text, true)
    }

    /// The same without what notes say: they are checked and not kept, which is enough for a score.
    ///
    /// # Errors
    /// As [`Parsed::of`].
    pub fn brief(text: &str) -> Result<Self, FileError> {
        Self::with(text, false)
    }

    fn with(text: &str, notes: bool) -> Result<Self, FileError> {
        let value = match sifted(text, notes) {
            Some(value) => value,
            // Another reader says what is wrong, and where.
            None => parse(text)?,
        };
        Ok(Self { value })
    }

    /// Whose answers it holds: those of a cluster where it does not say that they are of a firm.
    pub fn subject(&self) -> Subject {
        subject_of(&self.value)
    }

    /// As [`made_with`](super::made_with()).
    ///
    /// # Errors
    /// It is no file of this product.
    pub fn made_with(&self) -> Result<Option<MadeWith>, FileError> {
        made_with_of(&self.value)
    }

    /// As [`read_answers`](super::read_answers).
    ///
    /// # Errors
    /// The first reason why the file is none of this model's, of all that is in it.
    pub fn answers(&self, model: &Model) -> Result<BTreeMap<String, Entry>, FileError> {
        answers_of(&Node::root(&self.value), model)
    }
}
