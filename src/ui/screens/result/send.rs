use crate::ui::prelude::*;

use super::Shown;
use crate::platform::outbox::Sent;
use crate::ui::components::plain_button;
use crate::ui::screens::send::{offer, state_line};
use crate::ui::state::{App, Screen, Standing};
use crate::view_model::result::Standing as Result;

/// The way to sending, where the page that holds the widget asks for it. The invented example is sent nowhere.
pub fn send(app: App, shown: &Shown) -> Option<View> {
    if !app.sends() || shown.assessment.example || shown.standing == Result::Empty {
        return None;
    }
    let part = move || {
        let sending = app.sending();
        if sending.standing() == Standing::Refused {
            return None;
        }
        let entry = sending.of(&app.drafts.id_now());
        let (text, way) = match &entry {
            None => (app.t("send.offer").to_owned(), offer(app)),
            Some(one) => {
                let line = state_line(app, one);
                if one.state == Sent::Received && one.mark != app.result_mark() {
                    (format!("{line} {}", app.t("send.changed")), offer(app))
                } else {
                    (line, app.t("send.see").to_owned())
                }
            }
        };
        Some(view! {
            <section class="section no-print" aria-labelledby="result-send">
                <h2 id="result-send">{app.t("send.title")}</h2>
                <p class="section__intro">{text}</p>
                <p class="actions">{plain_button(way, move || app.go(Screen::Send))}</p>
            </section>
        })
    };
    Some(part.into_any())
}
