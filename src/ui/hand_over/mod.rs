//! Files for a person: saved by the browser, or, where the page around forbids that, to be had in another way.

mod panel;

pub use panel::panel;

use std::rc::Rc;

use leptos::task::spawn_local;

use crate::platform::downloads::{Downloads, downloads};
use crate::platform::file::download;
use crate::platform::focus;
use crate::platform::worker::Payload;
use crate::ui::prelude::*;
use crate::ui::state::{App, Content, Handed, Place};
use cluster_ready_core::assessment::file::FILE_BYTES;

/// A file that was just made.
pub struct NewFile {
    pub name: String,
    pub mime: &'static str,
    pub content: Payload,
    /// Of a file that is no text: key of the button of one that says the same.
    pub instead: Option<&'static str>,
}

/// Hands a file to the browser and says so; where it may not be saved, says what else can be done. True where the browser
/// took it.
pub fn hand_over(app: App, place: Place, file: NewFile) -> bool {
    let standing = downloads();
    let tried = standing != Downloads::Forbidden
        && download(&app.root(), &file.name, file.mime, file.content.as_ref());
    if tried && standing == Downloads::Allowed {
        app.announcement
            .set(app.fill("save.done", &[("file", &file.name)]));
        return true;
    }
    let before = focus::present(&app.root());
    let made_of = app.peek(Clone::clone);
    spawn_local(async move {
        let handed = Handed {
            place,
            tried,
            content: look(&file).await,
            name: file.name,
            file: file.content,
            made_of,
            before,
        };
        if app.screen_if_any().is_some() {
            app.handed().set(Some(Rc::new(handed)));
            focus::first(app.root(), ".hand-over");
        }
    });
    tried
}

/// What of a file can be copied. A saved assessment always can, whatever is in it.
async fn look(file: &NewFile) -> Content {
    #[allow(clippy::cast_precision_loss, reason = "a few megabytes")]
    const MOST: f64 = FILE_BYTES as f64;
    if let Some(instead) = file.instead {
        return Content::Binary { instead };
    }
    if file.content.len() > MOST {
        return Content::Long;
    }
    let bytes = file.content.to_bytes().await;
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .map_or(Content::Long, Content::Text)
}
