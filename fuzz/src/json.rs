//! GeoJSON: what is taken for JSON is JSON to another reader too, and the other way round.

use std::str;

use cluster_ready_core::read::ReadError;
use serde::de::IgnoredAny;

use crate::layer::{check, with_beginning};

pub fn check_geojson(bytes: &[u8]) {
    let bytes = with_beginning(b"{", bytes);
    let result = check(&bytes);
    let Ok(text) = str::from_utf8(&bytes) else {
        return;
    };
    // NUL bytes are those of another encoding.
    if text.contains('\0') {
        return;
    }
    let text = text.trim_start_matches('\u{feff}');
    match result {
        Ok(_) => assert!(is_json_sequence(text), "read, and no JSON"),
        Err(ReadError::BadJson { .. }) if !has_key_twice(text) => {
            let is_json = serde_json::from_str::<IgnoredAny>(text).is_ok();
            assert!(!is_json, "JSON, and refused as none");
        }
        Err(_) => {}
    }
}

/// One text of JSON or several, each perhaps behind the sign for it; before the first stand signs without width at most.
fn is_json_sequence(text: &str) -> bool {
    let texts = text.find('{').map_or("", |start| &text[start..]);
    let texts = texts.replace('\u{1e}', " ");
    let mut texts = serde_json::Deserializer::from_str(&texts).into_iter::<IgnoredAny>();
    texts.all(|text| text.is_ok())
}

/// Perhaps: a second type or second coordinates in one object are refused too.
fn has_key_twice(text: &str) -> bool {
    let comes_again = |key| text.matches(key).count() > 1;
    text.contains("\\u") || comes_again("type") || comes_again("coordinates")
}
