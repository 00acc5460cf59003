use crate::ui::state::App;
use cluster_ready_core::places::{Near, description};

/// Name of an institution in the language of the page.
pub fn near_name(app: App, near: &Near) -> String {
    match description(&near.id) {
        None => near.added_name.clone(),
        Some(one) => app.text(&one.name),
    }
}

/// Where the point of an institution comes from.
pub fn near_source(app: App, near: &Near) -> String {
    let Some(one) = description(&near.id) else {
        return app.t("boundary.near.own").to_owned();
    };
    let key = if near.about {
        "boundary.near.source_about"
    } else {
        "boundary.near.source"
    };
    let sources: Vec<String> = one
        .sources
        .iter()
        .map(|source| told_source(app, source))
        .collect();
    app.fill(key, &[("source", &sources.join("; "))])
}

/// A source of `data/institutions.json` in the language of the page; names of data sets stay as they are.
fn told_source(app: App, source: &str) -> String {
    let (kind, set) = match source.split_once(" via ") {
        Some((kind, set)) => (kind, set),
        None => (source, ""),
    };
    let key = match kind {
        "bus stop" => "boundary.source.bus_stop",
        "from memory" => "boundary.source.estimate",
        "Google Maps share link found in public GitHub files" => "boundary.source.shared_link",
        "2025 commune equals the published address" => "boundary.source.address",
        _ if kind.starts_with("commune checked") => "boundary.source.commune",
        "GIS lab list" => "boundary.source.list",
        other => return other.to_owned(),
    };
    let set = set.split_whitespace().next().unwrap_or_default();
    if set.is_empty() {
        app.t(key).to_owned()
    } else {
        format!("{} ({set})", app.t(key))
    }
}
