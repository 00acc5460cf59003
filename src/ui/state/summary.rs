use crate::assessment::{Assessment, file};
use crate::model::Model;
use crate::platform::store::{Listed, Record};
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
    /// What the list says of a draft, as text: it may be kept. The name comes last, as it may be anything.
    pub fn write(record: &Record, model: &Model) -> String {
        let opened = file::read(&record.body, model);
        let readable = opened.is_ok();
        let assessment = opened.map_or_else(|_| Assessment::default(), |opened| opened.assessment);
        let sections = view_model::progress(model, &assessment);
        let total = |count: fn(&Progress) -> usize| sections.iter().map(count).sum::<usize>();
        let flag = |holds: bool| if holds { "1" } else { "0" };
        [
            total(|section| section.settled).to_string().as_str(),
            &total(|section| section.asked.len()).to_string(),
            flag(assessment.example),
            flag(readable),
            assessment.profile.province.as_deref().unwrap_or_default(),
            &assessment.profile.name,
        ]
        .join("\n")
    }

    /// Nothing where the text is not as [`Summary::write`] writes it.
    pub fn read(listed: Listed) -> Option<Self> {
        let mut parts = listed.text.splitn(6, '\n');
        let mut next = || parts.next();
        let (answered, asked) = (next()?.parse().ok()?, next()?.parse().ok()?);
        let (example, readable) = (next()? == "1", next()? == "1");
        let province = Some(next()?).filter(|code| !code.is_empty());
        Some(Self {
            province: province.map(str::to_owned),
            name: next()?.to_owned(),
            id: listed.id,
            saved_at: listed.saved_at,
            answered,
            asked,
            example,
            readable,
        })
    }
}
