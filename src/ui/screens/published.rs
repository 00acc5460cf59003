use crate::ui::prelude::*;
use crate::ui::state::App;

/// Who publishes this page and how they are reached, where the page says so.
pub fn published(app: App) -> Option<View> {
    let host = app.host();
    let (publisher, contact) = (host.publisher.trim(), host.contact.trim());
    let by = (!publisher.is_empty()).then(|| app.fill("foot.by", &[("publisher", publisher)]));
    let reached = (!contact.is_empty()).then(|| reached(app, contact));
    let parts = view! { {by.map(|by| format!("{by} "))}{reached} };
    (!publisher.is_empty() || !contact.is_empty()).then(|| view! { <p>{parts}</p> }.into_any())
}

/// An address of mail or of a page is a link; anything else, as a telephone number, is text.
fn reached(app: App, contact: &str) -> View {
    let words = app.t("foot.contact");
    match address(contact) {
        Some(href) => {
            let text = contact.to_owned();
            view! { {words}" "<a href=href>{text}</a> }.into_any()
        }
        None => format!("{words} {contact}").into_any(),
    }
}

fn address(contact: &str) -> Option<String> {
    if contact.contains(char::is_whitespace) {
        None
    } else if contact.starts_with("https://") {
        Some(contact.to_owned())
    } else if contact.contains('@') && !contact.contains(':') {
        Some(format!("mailto:{contact}"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_mail_and_pages_become_links() {
        let of = |contact| address(contact);
        assert_eq!(
            of("sct@tinh.gov.vn"),
            Some("mailto:sct@tinh.gov.vn".to_owned())
        );
        assert_eq!(
            of("https://sct.tinh.gov.vn"),
            Some("https://sct.tinh.gov.vn".to_owned())
        );
        for text in [
            "024 2220 2108",
            "javascript:alert(1)",
            "mailto:a@b",
            "a@b gọi trước",
            "http://x",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
