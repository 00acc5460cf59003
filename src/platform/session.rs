//! What this tab was doing, so that a reload goes on there. Gone with the tab.

use super::store::Record;

const KEY: &str = "cluster-ready-draft";

/// The record that was being written when the page was left.
const UNWRITTEN: &str = "cluster-ready-unwritten";

fn storage() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok()?
}

/// Id of the draft that was open in this tab.
pub fn draft() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// Remembers the open draft, or forgets it.
pub fn remember(draft: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match draft {
        Some(id) => storage.set_item(KEY, id),
        None => storage.remove_item(KEY),
    };
}

/// Keeps a record at once: a page that is being left has no time for the database.
pub fn keep_unwritten(record: &Record) {
    let text = js_sys::JSON::stringify(&record.to_js())
        .ok()
        .and_then(|text| text.as_string());
    if let (Some(storage), Some(text)) = (storage(), text) {
        let _ = storage.set_item(UNWRITTEN, &text);
    }
}

/// The record kept when the page was left, once.
pub fn take_unwritten() -> Option<Record> {
    let storage = storage()?;
    let text = storage.get_item(UNWRITTEN).ok()??;
    let _ = storage.remove_item(UNWRITTEN);
    Record::from_js(&js_sys::JSON::parse(&text).ok()?)
}
