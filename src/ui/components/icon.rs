use crate::ui::prelude::*;

/// A drawing that says nothing to screen readers; the words stand beside it.
pub fn svg(class: &'static str, view_box: &'static str, body: &'static str) -> View {
    view! { <svg class=class viewBox=view_box aria-hidden="true" focusable="false" inner_html=body></svg> }.into_any()
}

/// The state of a task or a question, by shape: never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Done,
    Started,
    Empty,
    Unknown,
    NotApplicable,
    Must,
    Current,
}

/// A state's mark.
pub fn mark(class: &'static str, mark: Mark) -> View {
    let body = match mark {
        Mark::Done => {
            r#"<circle class="mark__solid" cx="12" cy="12" r="10"/><path class="mark__cut" d="M7 12.5l3.5 3.5L17 8.5"/>"#
        }
        Mark::Started => {
            r#"<circle class="mark__ring" cx="12" cy="12" r="10"/><path class="mark__solid" d="M12 2a10 10 0 0 0 0 20z"/>"#
        }
        Mark::Empty => r#"<circle class="mark__ring mark__ring--soft" cx="12" cy="12" r="10"/>"#,
        Mark::Unknown => {
            r#"<circle class="mark__ring mark__ring--dash" cx="12" cy="12" r="10"/><path class="mark__line" d="M9.2 9.6c.2-1.9 1.4-2.8 2.9-2.8 1.7 0 2.9 1 2.9 2.6 0 2.3-2.8 2.3-2.8 4.6"/><circle class="mark__solid" cx="12.1" cy="17.2" r="1.2"/>"#
        }
        Mark::NotApplicable => {
            r#"<circle class="mark__ring" cx="12" cy="12" r="10"/><path class="mark__line" d="M7 12h10"/>"#
        }
        Mark::Must => {
            r#"<path class="mark__must" d="M12 2 23 21H1z"/><path class="mark__cut" d="M12 9v6"/><circle class="mark__cut-dot" cx="12" cy="18" r="1.5"/>"#
        }
        Mark::Current => {
            r#"<circle class="mark__ring mark__ring--accent" cx="12" cy="12" r="10"/><circle class="mark__accent" cx="12" cy="12" r="5"/>"#
        }
    };
    svg(class, "0 0 24 24", body)
}
