use crate::assessment::{Assessment, file};
use crate::model::Model;
use crate::platform::store::Record;
use crate::view_model::{self, Progress};

/// A draft as the start page lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub id: String,
    pub name: String,
    pub province: Option<String>,
    pub saved_at: f64,
    pub answered: usize,
    pub asked: usize,
    pub example: bool,
    /// False where the stored text cannot be read by this version; it is kept all the same.
    pub readable: bool,
}

impl Summary {
    pub fn of(record: &Record, model: &Model) -> Self {
        let opened = file::read(&record.body, model);
        let readable = opened.is_ok();
        let assessment = opened.map_or_else(|_| Assessment::default(), |opened| opened.assessment);
        let sections = view_model::progress(model, &assessment);
        let total = |count: fn(&Progress) -> usize| sections.iter().map(count).sum();
        Self {
            id: record.id.clone(),
            name: assessment.profile.name,
            province: assessment.profile.province,
            saved_at: record.saved_at,
            answered: total(|section| section.settled),
            asked: total(|section| section.asked.len()),
            example: assessment.example,
            readable,
        }
    }
}
