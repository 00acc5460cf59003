//! What every page and building block uses: Leptos's signals and the markup.

pub use leptos::prelude::{
    Callable, Callback, Get, GetUntracked, GetValue, LocalStorage, Memo, Owner, RwSignal, Set,
    SetValue, Signal, StoredValue, Track, Update, UpdateValue, With, WithUntracked, WithValue,
    event_target_value, on_cleanup, set_timeout, untrack,
};

pub use crate::platform::markup::{CollectView, IntoView, View, view};
