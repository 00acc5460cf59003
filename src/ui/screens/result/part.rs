use crate::ui::prelude::*;

use crate::view_model::result::Part;

/// A part of the report, whose heading takes the focus that the table of contents moves.
pub fn part(part: Part, title: impl Into<String>, body: Vec<View>) -> View {
    let (id, title) = (part.id(), title.into());
    view! { <section class="section part" aria-labelledby=id><h2 id=id tabindex="-1">{title}</h2>{body}</section> }
        .into_any()
}
