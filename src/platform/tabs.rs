use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// Tells the other tabs of the site what was saved. Where the browser has no such channel, nobody is told; the
/// revision check of the store still keeps tabs from overwriting each other.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Listens for the other tabs that keep drafts under this name; `on_news` gets the id of the draft they saved or erased.
    pub fn open(name: &str, mut on_news: impl FnMut(String) + 'static) -> Self {
        let listener = Closure::new(move |event: MessageEvent| {
            if let Some(draft) = event.data().as_string() {
                on_news(draft);
            }
        });
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        Self {
            channel,
            _listener: listener,
        }
    }

    pub fn tell(&self, draft: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&draft.into());
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
