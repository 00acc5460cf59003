//! A file that the browser perhaps did not save: known until it is put away.

use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::reactive::owner::WeakOwner;
use web_sys::HtmlElement;

use super::App;
use crate::platform::worker::Payload;
use cluster_ready_core::assessment::Assessment;

/// Where on the page a file was asked for. What has to be said about it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Notice,
    Foot,
    /// In the page itself.
    Page,
}

/// What can be done with a file that is not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    Text(String),
    /// More text than a page can show.
    Long,
    /// No text.
    Binary {
        /// Key of the button of a text that says the same.
        instead: &'static str,
    },
}

/// A file, and what came of it.
pub struct Handed {
    pub place: Place,
    pub name: String,
    /// It was given to the browser, which may have saved it.
    pub tried: bool,
    pub content: Content,
    pub file: Payload,
    /// Of these answers; of others it would be another file.
    pub made_of: Assessment,
    /// What had the focus when it was asked for.
    pub before: Option<HtmlElement>,
}

/// The last such file of a widget. Copies share it.
pub type LastHanded = RwSignal<Option<Rc<Handed>>, LocalStorage>;

impl App {
    /// Made with the first call.
    pub fn handed(self) -> LastHanded {
        if let Some(there) = self.handed.get_value() {
            return there;
        }
        let new = || RwSignal::new_local(None);
        let made = self
            .owner
            .with_value(WeakOwner::upgrade)
            .map_or_else(new, |owner| owner.with(new));
        self.handed.set_value(Some(made));
        made
    }

    /// Another page is gone to.
    pub fn put_handed_away(self) {
        if let Some(there) = self.handed.get_value()
            && there.with_untracked(Option::is_some)
        {
            there.set(None);
        }
    }
}
