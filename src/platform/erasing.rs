//! Taking off this device what is not open here: a database of another version, what waits to be sent. Comes later.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbFactory, IdbTransaction};

use super::outbox::{Entry, entry};
use super::store::{Completion, Database, StoreError, answer, factory, fault, strict};
use super::tabs::Tabs;

/// How long another page may take to let go of a database that it holds.
const LET_GO_MS: u32 = 5_000;
/// Where an outbox keeps its entries.
const ENTRIES: &str = "entries";

/// Takes a database off the device, of whatever version; false where another page holds it.
pub async fn forget(name: &str) -> bool {
    // Where there is no storage, nothing was kept.
    let Some(request) = factory().and_then(|factory| factory.delete_database(name).ok()) else {
        return true;
    };
    let gone = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        // Another request to erase it may already wait for that page: then this one does not even hear that it is blocked.
        gloo::timers::callback::Timeout::new(LET_GO_MS, move || {
            let _ = reject.call0(&JsValue::NULL);
        })
        .forget();
    });
    JsFuture::from(gone).await.is_ok()
}

/// Takes away what WebKit keeps of a database whose creation was given up: an empty one, of version 0.
async fn forget_empty(factory: &IdbFactory, name: &str) {
    // web-sys does not know the list of databases.
    let list = Reflect::get(factory, &"databases".into());
    let listing = list.and_then(|list| list.unchecked_into::<Function>().call0(factory));
    let Ok(listing) = listing else {
        return;
    };
    let Ok(list) = JsFuture::from(listing.unchecked_into::<Promise>()).await else {
        return;
    };
    let is_empty = |one: JsValue| {
        let get = |key: &str| Reflect::get(&one, &key.into()).unwrap_or_default();
        get("name").as_string().as_deref() == Some(name) && get("version").as_f64() == Some(0.0)
    };
    if Array::from(&list).iter().any(is_empty) {
        forget(name).await;
    }
}

/// A database that is there, and is not made where it is not.
struct Present(Database);

impl Present {
    async fn open(name: &str) -> Option<Self> {
        let factory = factory()?;
        let request = factory.open(name).ok()?;
        let (making, given_up) = (request.clone(), Rc::new(Cell::new(false)));
        let giving_up = given_up.clone();
        let made = Closure::once(move || {
            giving_up.set(true);
            if let Some(transaction) = making.transaction() {
                let _ = transaction.abort();
            }
        });
        request.set_onupgradeneeded(Some(made.as_ref().unchecked_ref()));
        let opened = answer(&request).await;
        request.set_onupgradeneeded(None);
        if given_up.get() {
            forget_empty(&factory, name).await;
        }
        Some(Self(opened.ok()?.unchecked_into()))
    }

    fn begin(&self, mode: &str) -> Option<IdbTransaction> {
        self.0.transaction(ENTRIES, mode, &strict()).ok()
    }

    /// Everything in it, as it is stored.
    async fn all(&self) -> Option<Array> {
        let transaction = self.begin("readonly")?;
        let request = transaction.object_store(ENTRIES).ok()?.get_all().ok()?;
        Some(Array::from(&answer(&request).await.ok()?))
    }

    async fn withdraw(&self, keys: &[String]) -> Result<(), StoreError> {
        let transaction = self.begin("readwrite").ok_or(StoreError::Unavailable)?;
        let finished = Completion::of(&transaction);
        let entries = transaction.object_store(ENTRIES).map_err(fault)?;
        for key in keys {
            entries.delete(&key.as_str().into()).map_err(fault)?;
        }
        finished.wait().await
    }
}

impl Drop for Present {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// What waits to be sent in an outbox that is not open here.
pub async fn waiting(name: &str) -> Vec<Entry> {
    let Some(present) = Present::open(name).await else {
        return Vec::new();
    };
    let all = present.all().await.unwrap_or_default();
    let known = all.iter().map(|one| entry(&one));
    known.filter(|one| !one.key.is_empty()).collect()
}

/// Takes something back from an outbox that is not open here; other tabs hear of it.
pub async fn withdraw(name: &str, keys: &[String]) -> bool {
    let Some(present) = Present::open(name).await else {
        return true;
    };
    let withdrawn = present.withdraw(keys).await.is_ok();
    tell(name);
    withdrawn
}

/// Takes an outbox that is not open here off the device.
pub async fn forget_outbox(name: &str) -> bool {
    let gone = forget(name).await;
    tell(name);
    gone
}

/// Tabs that have it open look what is left.
fn tell(name: &str) {
    Tabs::open(name, |_| ()).tell("");
}

/// Where it is noted when everything of a name was erased.
fn note(name: &str) -> Option<(web_sys::Storage, String)> {
    let storage = super::window()?.local_storage().ok()??;
    Some((storage, [name, "-erased"].concat()))
}

/// Notes that everything of this name is erased: what a tab kept before, for the moment of leaving, is not to come back.
pub fn note_erased(name: &str, now_ms: f64) {
    if let Some((storage, key)) = note(name) {
        let _ = storage.set_item(&key, &now_ms.to_string());
    }
}

/// Whether something kept then was to be erased since. A time ahead of now is of a clock that was wrong.
pub fn is_erased_since(name: &str, then_ms: f64, now_ms: f64) -> bool {
    let noted = note(name).and_then(|(storage, key)| storage.get_item(&key).ok()?);
    let erased = noted.and_then(|text| cluster_ready_core::number::decimal(&text));
    erased.is_some_and(|erased| (then_ms..=now_ms).contains(&erased))
}
