use crate::ui::prelude::*;

/// A part of a page under its own heading.
pub fn section(id: &'static str, title: impl Into<String>, body: Vec<View>) -> View {
    let title = title.into();
    view! { <section class="section" aria-labelledby=id><h2 id=id>{title}</h2>{body}</section> }
        .into_any()
}

/// One paragraph.
pub fn paragraph(class: &'static str, text: impl Into<String>) -> View {
    let text = text.into();
    view! { <p class=class>{text}</p> }.into_any()
}

/// A term and what it says, in a description list.
pub fn fact(term: impl Into<String>, text: impl Into<String>) -> View {
    let (term, text) = (term.into(), text.into());
    view! { <div><dt>{term}</dt><dd>{text}</dd></div> }.into_any()
}

/// A place in a section that waits for something: what it waits for and the way there.
pub fn empty(title: impl Into<String>, text: impl Into<String>, way: View) -> View {
    let (title, text) = (title.into(), text.into());
    view! { <div class="empty"><h3>{title}</h3><p>{text}</p>{way}</div> }.into_any()
}

/// As [`empty`], for a whole page.
pub fn empty_page(title: impl Into<String>, text: impl Into<String>, way: View) -> View {
    let (title, text) = (title.into(), text.into());
    view! { <div class="empty"><h2>{title}</h2><p>{text}</p>{way}</div> }.into_any()
}
