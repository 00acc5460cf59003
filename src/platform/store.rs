//! Drafts in IndexedDB, written with strict durability: an answer survives a killed browser. Or in the tab's own storage.

mod summaries;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

use super::object::object;
use super::session_drafts::SessionDrafts;

pub use crate::session::drafts::{Record, StoreError};
pub use summaries::Listed;

const VERSION: u32 = 1;
const DRAFTS: &str = "drafts";

#[wasm_bindgen]
extern "C" {
    /// web-sys has no `transaction` with options yet.
    #[wasm_bindgen(extends = IdbDatabase)]
    pub(super) type Database;
    #[wasm_bindgen(method, catch)]
    pub(super) fn transaction(
        this: &Database,
        stores: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

impl Record {
    pub(super) fn to_text(&self) -> Option<String> {
        js_sys::JSON::stringify(&self.to_js(self.revision))
            .ok()?
            .as_string()
    }

    pub(super) fn from_text(text: &str) -> Option<Self> {
        Self::from_js(&js_sys::JSON::parse(text).ok()?)
    }

    /// With this revision in place of its own.
    pub(super) fn to_js(&self, revision: u32) -> JsValue {
        object(&[
            ("id", JsValue::from_str(&self.id)),
            ("revision", revision.into()),
            ("saved_at", self.saved_at.into()),
            ("screen", JsValue::from_str(&self.screen)),
            ("body", JsValue::from_str(&self.body)),
        ])
        .into()
    }

    pub(super) fn from_js(value: &JsValue) -> Option<Self> {
        let get = |key: &str| Reflect::get(value, &key.into()).ok();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates, and revisions are small"
        )]
        Some(Self {
            id: get("id")?.as_string()?,
            revision: get("revision")?.as_f64()? as u32,
            saved_at: get("saved_at")?.as_f64()?,
            screen: get("screen")?.as_string()?,
            body: get("body")?.as_string()?,
            amends: None,
        })
    }
}

/// Where drafts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    #[default]
    Device,
    /// As long as the tab is open.
    Session,
    Nowhere,
}

/// The drafts of one name: on this device, or in this tab. Clones share the connection.
#[derive(Clone)]
pub struct Store {
    name: Rc<str>,
    connection: Rc<RefCell<Option<Connection>>>,
    session: Option<SessionDrafts>,
}

impl Store {
    /// Opens the drafts of this name.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] in a sandbox, a third-party frame or a private window without storage, and where
    /// nothing is to be kept; [`StoreError::Newer`] where a newer version has written the drafts.
    pub async fn open(keeping: Keeping, name: &str) -> Result<Self, StoreError> {
        let store = Self {
            name: name.into(),
            connection: Rc::default(),
            session: match keeping {
                Keeping::Device => None,
                Keeping::Session => Some(SessionDrafts::open(name)?),
                Keeping::Nowhere => return Err(StoreError::Unavailable),
            },
        };
        if store.session.is_none() {
            store.connect().await?;
        }
        Ok(store)
    }

    async fn connect(&self) -> Result<(), StoreError> {
        let database = open_database(&self.name).await?;
        *self.connection.borrow_mut() = Some(database);
        Ok(())
    }

    /// A transaction on the drafts; reconnects once where the browser closed the connection.
    async fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
        for attempt in 0..2 {
            if attempt > 0 {
                self.connect().await?;
            }
            let options = strict();
            let begun = match &*self.connection.borrow() {
                Some(connection) => connection.database.transaction(DRAFTS, mode, &options).ok(),
                None => None,
            };
            if let Some(transaction) = begun {
                let drafts = transaction
                    .object_store(DRAFTS)
                    .map_err(|_| StoreError::Unavailable)?;
                return Ok((transaction, drafts));
            }
        }
        Err(StoreError::Unavailable)
    }

    /// Whether there is any draft.
    pub async fn has_any(&self) -> bool {
        if let Some(session) = &self.session {
            return !session.all().is_empty();
        }
        let Ok((_transaction, drafts)) = self.begin("readonly").await else {
            return false;
        };
        let Ok(request) = drafts.count() else {
            return false;
        };
        let count = answer(&request).await.ok();
        count.and_then(|count| count.as_f64()) > Some(0.0)
    }

    /// All drafts, the last saved first. One that cannot be understood is left out, not erased.
    pub async fn all(&self) -> Result<Vec<Record>, StoreError> {
        let mut records = match &self.session {
            Some(session) => session.all(),
            None => self.all_of_device().await?,
        };
        cluster_ready_core::order::by(&mut records, |a, b| b.saved_at.total_cmp(&a.saved_at));
        Ok(records)
    }

    async fn all_of_device(&self) -> Result<Vec<Record>, StoreError> {
        let (_transaction, drafts) = self.begin("readonly").await?;
        let request = drafts.get_all().map_err(fault)?;
        let values = Array::from(&answer(&request).await.map_err(fault)?);
        Ok(values
            .iter()
            .filter_map(|value| Record::from_js(&value))
            .collect())
    }

    pub async fn get(&self, id: &str) -> Result<Option<Record>, StoreError> {
        if let Some(session) = &self.session {
            return Ok(session.get(id));
        }
        let (_transaction, drafts) = self.begin("readonly").await?;
        let request = drafts.get(&id.into()).map_err(fault)?;
        Ok(Record::from_js(&answer(&request).await.map_err(fault)?))
    }

    /// Writes a draft whose revision follows the stored one. Reading and writing are one
    /// transaction, so two tabs cannot both succeed.
    pub async fn put(&self, record: &Record) -> Result<(), StoreError> {
        if let Some(session) = &self.session {
            return session.put(record);
        }
        let (transaction, drafts) = self.begin("readwrite").await?;
        let finished = Completion::of(&transaction);
        let written = replace(&drafts, record).await;
        if written.is_err() {
            let _ = transaction.abort();
        }
        // Awaited in any case: a rejection that nobody looks at is an error on the page's console.
        let finished = finished.wait().await;
        written.and(finished)
    }

    pub async fn erase(&self, id: &str) -> Result<(), StoreError> {
        if let Some(session) = &self.session {
            return session.erase(id);
        }
        let (transaction, drafts) = self.begin("readwrite").await?;
        let finished = Completion::of(&transaction);
        drafts.delete(&id.into()).map_err(fault)?;
        drafts.delete(&summary_of(id).into()).map_err(fault)?;
        finished.wait().await
    }

    pub async fn erase_all(&self) -> Result<(), StoreError> {
        if let Some(session) = &self.session {
            return session.erase_all();
        }
        let (transaction, drafts) = self.begin("readwrite").await?;
        let finished = Completion::of(&transaction);
        drafts.clear().map_err(fault)?;
        finished.wait().await
    }
}

/// Options of a transaction that is done when it is on the disk.
pub(super) fn strict() -> JsValue {
    object(&[("durability", "strict".into())]).into()
}

/// Under which key a summary of a draft may stand beside it; it goes with the revision that it is of.
fn summary_of(id: &str) -> String {
    ["summary:", id].concat()
}

/// Puts a draft in the place of the revision before it.
async fn replace(drafts: &IdbObjectStore, record: &Record) -> Result<(), StoreError> {
    let request = drafts.get(&record.id.as_str().into()).map_err(fault)?;
    let stored = Record::from_js(&answer(&request).await.map_err(fault)?);
    let revision = record.over(stored.as_ref())?;
    drafts
        .delete(&summary_of(&record.id).into())
        .map_err(fault)?;
    drafts
        .put(&record.to_js(revision))
        .map(|_| ())
        .map_err(fault)
}

/// An open database; closed when it is dropped, so that a widget that was taken away holds nothing.
struct Connection {
    database: Database,
    _give_way: Closure<dyn FnMut()>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

/// Nothing where `indexedDB` is missing, null, or throws when touched (sandboxed frames).
pub(super) fn factory() -> Option<IdbFactory> {
    super::window()?.indexed_db().ok()?
}

async fn open_database(name: &str) -> Result<Connection, StoreError> {
    let factory = factory().ok_or(StoreError::Unavailable)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(name, VERSION).map_err(fault)?;
    let upgrading = request.clone();
    let upgrade = Closure::once(move || {
        if let Ok(database) = upgrading
            .result()
            .map(JsCast::unchecked_into::<IdbDatabase>)
        {
            let parameters = object(&[("keyPath", "id".into())]);
            let _ = database
                .create_object_store_with_optional_parameters(DRAFTS, parameters.unchecked_ref());
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = answer(&request).await;
    request.set_onupgradeneeded(None);
    let database: Database = opened.map_err(fault)?.unchecked_into();
    // A newer version in another tab must be able to upgrade: give way, reconnect on the next use.
    let giving_way = database.clone();
    let give_way = Closure::new(move || giving_way.close());
    database.set_onversionchange(Some(give_way.as_ref().unchecked_ref()));
    Ok(Connection {
        database,
        _give_way: give_way,
    })
}

pub(super) fn fault(error: JsValue) -> StoreError {
    let name = Reflect::get(&error, &"name".into())
        .ok()
        .and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError") => StoreError::Full,
        Some("VersionError") => StoreError::Newer,
        _ => StoreError::Unavailable,
    }
}

/// The result of a request, when it has one.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result(),
        Err(_) => Err(request
            .error()
            .ok()
            .flatten()
            .map_or(JsValue::UNDEFINED, JsValue::from)),
    }
}

/// Whether a transaction is on disk. Made before the first await, so that no event is missed.
pub(super) struct Completion {
    transaction: IdbTransaction,
    settled: Promise,
    _failed: Closure<dyn FnMut()>,
}

impl Completion {
    pub(super) fn of(transaction: &IdbTransaction) -> Self {
        let mut reject = None;
        let settled = Promise::new(&mut |resolve, rejecting| {
            transaction.set_oncomplete(Some(&resolve));
            reject = Some(rejecting);
        });
        let failing = transaction.clone();
        let failed = Closure::new(move || {
            let error = failing.error().map_or(JsValue::UNDEFINED, JsValue::from);
            if let Some(reject) = &reject {
                let _ = reject.call1(&JsValue::UNDEFINED, &error);
            }
        });
        transaction.set_onabort(Some(failed.as_ref().unchecked_ref()));
        Self {
            transaction: transaction.clone(),
            settled,
            _failed: failed,
        }
    }

    pub(super) async fn wait(self) -> Result<(), StoreError> {
        let settled = JsFuture::from(self.settled.clone()).await;
        self.transaction.set_oncomplete(None);
        self.transaction.set_onabort(None);
        settled.map(|_| ()).map_err(fault)
    }
}
