//! What this tab was doing, so that a reload goes on there. Gone with the tab.

const KEY: &str = "cluster-ready-draft";

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
