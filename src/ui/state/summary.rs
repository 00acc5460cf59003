use super::App;
use crate::platform::store::{Listed, Record};
use cluster_ready_core::assessment::file::{self, Glance};
use cluster_ready_core::model::{Indicator, Model};

/// A draft as the start page lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub id: String,
    pub name: String,
    pub province: Option<String>,
    pub saved_at: f64,
    /// With an answer, "not known" and "not applicable" among them.
    pub settled: usize,
    /// "Not known" among them.
    pub unknown: usize,
    pub asked: usize,
    pub example: bool,
    /// False where the stored text cannot be read by this version; it is kept all the same.
    pub readable: bool,
    /// The earlier version of the model that it is of; empty for the present one.
    pub version: String,
}

impl Summary {
    /// What the list says of a draft, as text: it may be kept. The name comes last, as it may be anything.
    pub fn write(app: App, record: &Record, model: &Model) -> String {
        let glance = file::glance(&record.body);
        let version = glance.as_ref().ok();
        let version = version.and_then(|glance| app.version_of(&glance.made_with));
        // What an earlier version asks is not at hand, and need not be for a list: the questions have the same ids.
        let readable =
            glance.is_ok() && (version.is_some() || file::read(&record.body, model).is_ok());
        let glance = glance.ok().filter(|_| readable);
        let asked = |one: &&Indicator| glance.as_ref().is_none_or(|glance| glance.asks(one));
        let asked: Vec<&Indicator> = model.indicators.iter().filter(asked).collect();
        let count = |ids: fn(&Glance) -> &Vec<String>| {
            let ids = glance.as_ref().map(ids);
            let is_among = |one: &&&Indicator| ids.is_some_and(|ids| ids.contains(&one.id));
            asked.iter().filter(is_among).count()
        };
        let flag = |holds: bool| if holds { "1" } else { "0" };
        let profile = glance.as_ref().map(|glance| &glance.profile);
        let province = profile.and_then(|profile| profile.province.as_deref());
        [
            count(|glance| &glance.settled).to_string().as_str(),
            &count(|glance| &glance.unknown).to_string(),
            &asked.len().to_string(),
            flag(glance.as_ref().is_some_and(|glance| glance.example)),
            flag(readable),
            version.map_or("", |version| version.version),
            province.unwrap_or_default(),
            profile.map_or("", |profile| &profile.name),
        ]
        .join("\n")
    }

    /// Nothing where the text is not as [`Summary::write`] writes it.
    pub fn read(listed: Listed) -> Option<Self> {
        let mut parts = listed.text.splitn(8, '\n');
        let mut next = || parts.next();
        let mut count = || next()?.parse().ok();
        let (settled, unknown, asked) = (count()?, count()?, count()?);
        let (example, readable) = (next()? == "1", next()? == "1");
        let version = next()?.to_owned();
        let province = Some(next()?).filter(|code| !code.is_empty());
        Some(Self {
            province: province.map(str::to_owned),
            name: next()?.to_owned(),
            id: listed.id,
            saved_at: listed.saved_at,
            settled,
            unknown,
            asked,
            example,
            readable,
            version,
        })
    }
}
