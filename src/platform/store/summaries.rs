//! What a list shows of each draft, kept beside it: a long list does not read every draft. Comes later.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::IdbKeyRange;

use super::{Completion, Record, Store, StoreError, answer, fault, summary_of};
use crate::platform::idle::idle;
use crate::platform::object::object;

/// So few drafts are read as they are, and nothing is kept beside them.
const FEW: usize = 30;
/// So many are read at once; between them the page can be used.
const AT_ONCE: usize = 20;

/// What a list shows of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub id: String,
    pub saved_at: f64,
    /// As the list's owner has written it.
    pub text: String,
}

impl Listed {
    fn of(record: &Record, write: impl Fn(&Record) -> String) -> Self {
        Self {
            id: record.id.clone(),
            saved_at: record.saved_at,
            text: write(record),
        }
    }

    /// With what tells the summaries of other versions apart.
    fn to_js(&self, version: &str) -> JsValue {
        object(&[
            ("id", JsValue::from_str(&summary_of(&self.id))),
            ("version", version.into()),
            ("saved_at", self.saved_at.into()),
            ("text", JsValue::from_str(&self.text)),
        ])
        .into()
    }

    /// Nothing where it is of another version.
    fn from_js(value: &JsValue, version: &str) -> Option<Self> {
        let get = |key: &str| Reflect::get(value, &key.into()).ok();
        (get("version")?.as_string()? == version).then_some(())?;
        Some(Self {
            id: get("id")?
                .as_string()?
                .strip_prefix(&summary_of(""))?
                .into(),
            saved_at: get("saved_at")?.as_f64()?,
            text: get("text")?.as_string()?,
        })
    }
}

impl Store {
    /// What `write` says of each draft, the last saved first; another `version` says other things.
    ///
    /// # Errors
    /// The drafts cannot be read.
    pub async fn list(
        &self,
        version: &str,
        write: impl Fn(&Record) -> String,
    ) -> Result<Vec<Listed>, StoreError> {
        let ids = self.ids().await?;
        if ids.len() <= FEW {
            let records = self.all().await?;
            return Ok(records.iter().map(|one| Listed::of(one, &write)).collect());
        }
        let mut listed = self.summaries(version).await?;
        listed.retain(|one| ids.contains(&one.id));
        let is_listed = |id: &&String| listed.iter().any(|one| one.id == **id);
        let missing: Vec<&String> = ids.iter().filter(|id| !is_listed(id)).collect();
        for some in missing.chunks(AT_ONCE) {
            listed.extend(self.summarise(some, version, &write).await?);
            idle().await;
        }
        cluster_ready_core::order::by(&mut listed, |a, b| b.saved_at.total_cmp(&a.saved_at));
        Ok(listed)
    }

    /// The ids of all drafts, in their order.
    async fn ids(&self) -> Result<Vec<String>, StoreError> {
        if let Some(session) = &self.session {
            return Ok(session.all().into_iter().map(|one| one.id).collect());
        }
        let (_transaction, drafts) = self.begin("readonly").await?;
        let request = drafts.get_all_keys().map_err(fault)?;
        let keys = Array::from(&answer(&request).await.map_err(fault)?);
        let summary = summary_of("");
        let ids = keys.iter().filter_map(|key| key.as_string());
        Ok(ids.filter(|id| !id.starts_with(&summary)).collect())
    }

    async fn summaries(&self, version: &str) -> Result<Vec<Listed>, StoreError> {
        if self.session.is_some() {
            return Ok(Vec::new());
        }
        let (_transaction, drafts) = self.begin("readonly").await?;
        let (first, last) = (summary_of(""), summary_of("\u{ffff}"));
        let range = IdbKeyRange::bound(&first.into(), &last.into()).map_err(fault)?;
        let request = drafts.get_all_with_key(&range).map_err(fault)?;
        let all = Array::from(&answer(&request).await.map_err(fault)?);
        Ok(all
            .iter()
            .filter_map(|one| Listed::from_js(&one, version))
            .collect())
    }

    /// Writes what is to be listed of some drafts beside them. One that cannot be understood is left out.
    async fn summarise(
        &self,
        ids: &[&String],
        version: &str,
        write: impl Fn(&Record) -> String,
    ) -> Result<Vec<Listed>, StoreError> {
        if let Some(session) = &self.session {
            let some = session
                .all()
                .into_iter()
                .filter(|one| ids.contains(&&one.id));
            return Ok(some.map(|one| Listed::of(&one, &write)).collect());
        }
        let (transaction, drafts) = self.begin("readwrite").await?;
        let finished = Completion::of(&transaction);
        let mut listed = Vec::new();
        for id in ids {
            let request = drafts.get(&id.as_str().into()).map_err(fault)?;
            let stored = answer(&request).await.map_err(fault)?;
            if let Some(record) = Record::from_js(&stored) {
                let one = Listed::of(&record, &write);
                drafts.put(&one.to_js(version)).map_err(fault)?;
                listed.push(one);
            }
        }
        // Without room for it, it is made again the next time.
        let _ = finished.wait().await;
        Ok(listed)
    }
}
