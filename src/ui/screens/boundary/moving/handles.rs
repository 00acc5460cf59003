use crate::ui::prelude::*;

use super::super::map::Looking;
use crate::ui::components::map_text;
use crate::view_model::map::{CornerAt, Editable, Frame, Handle, Point, handles, number_beside};

/// What there is to take hold of.
pub struct Seen {
    editable: Editable,
    frame: Frame,
    chosen: CornerAt,
    pub handles: Vec<Handle>,
}

/// `None` while corners are not moved. Inside the view this subscribes.
pub fn seen(looking: Looking) -> Option<Seen> {
    let editable = looking.editable.get()?;
    let chosen = looking.app.survey().chosen(&editable)?;
    let frame = looking.frame()?;
    Some(Seen {
        handles: handles(&editable, &frame, chosen),
        editable,
        frame,
        chosen,
    })
}

/// The handles as SVG, the chosen one with cross-hairs and its number; while it is dragged, the edges that go with it.
pub fn drawing(looking: Looking) -> String {
    let Some(seen) = seen(looking) else {
        return String::new();
    };
    let mut svg = String::new();
    let dragged = looking.drag.get().and_then(|drag| drag.point());
    if let Some(to) = dragged {
        edges(&seen, to, &mut svg);
    }
    let is_chosen = |handle: &&Handle| handle.corner == seen.chosen;
    for handle in seen.handles.iter().filter(|one| !is_chosen(one)) {
        disc(&mut svg, "map__handle", handle.at);
    }
    if let Some(own) = seen.handles.iter().find(is_chosen) {
        chosen(&seen, dragged.unwrap_or(own.at), &mut svg);
    }
    svg
}

fn chosen(seen: &Seen, at: Point, svg: &mut String) {
    let [x, y] = at;
    svg.push_str(&format!(
        r#"<path class="map__cross" d="M{x:.1} {y:.1}m-44 0h88m-44 -44v88"/>"#
    ));
    disc(svg, "map__handle map__handle--chosen", at);
    disc(svg, "map__handle-dot", at);
    let number = number_beside(&seen.editable, &seen.frame, seen.chosen, at);
    if let Some(([x, y], anchor)) = number {
        let words = (seen.chosen.corner + 1).to_string();
        map_text(svg, "map__number", [x, y + 8.0], anchor, &words);
    }
}

fn disc(svg: &mut String, class: &str, [x, y]: Point) {
    svg.push_str(&format!(
        r#"<circle class="{class}" cx="{x:.1}" cy="{y:.1}" r="9"/>"#
    ));
}

fn edges(seen: &Seen, [x, y]: Point, svg: &mut String) {
    let beside = seen.editable.beside(seen.chosen);
    for place in beside.into_iter().flatten() {
        let [a, b] = seen.frame.point(place);
        svg.push_str(&format!(
            r#"<path class="map__dragged" d="M{a:.1} {b:.1}L{x:.1} {y:.1}"/>"#
        ));
    }
}
