//! Numbers, dates and times as the locale writes them, by the browser's `Intl`.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::object::object;
use crate::i18n::Locale;
use cluster_ready_core::assessment::Date;

fn locales(locale: Locale) -> Array {
    Array::of1(&JsValue::from_str(locale.formats()))
}

fn call(format: Function, argument: &JsValue) -> String {
    format
        .call1(&JsValue::UNDEFINED, argument)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// A number with exactly `digits` decimals.
pub fn fixed(locale: Locale, value: f64, digits: u8) -> String {
    let digits = JsValue::from(digits);
    let options = object(&[
        ("minimumFractionDigits", digits.clone()),
        ("maximumFractionDigits", digits),
    ]);
    call(
        Intl::NumberFormat::new(&locales(locale), &options).format(),
        &JsValue::from(value),
    )
}

/// A number with at most `digits` decimals.
pub fn number(locale: Locale, value: f64, digits: u8) -> String {
    let options = object(&[("maximumFractionDigits", JsValue::from(digits))]);
    call(
        Intl::NumberFormat::new(&locales(locale), &options).format(),
        &JsValue::from(value),
    )
}

/// A number as JSON's canonical form has it, RFC 8785: that form is this very text of the browser.
pub fn json(value: f64) -> String {
    if value.is_finite() {
        // Of the radixes, 10 is always allowed.
        js_sys::Number::from(value)
            .to_string_with_radix(10)
            .map_or_else(|_| "null".to_owned(), String::from)
    } else {
        "null".to_owned()
    }
}

/// A number as a field shows it: no grouping, up to 10 decimals, the locale's decimal mark.
pub fn plain(locale: Locale, value: f64) -> String {
    let options = object(&[
        ("maximumFractionDigits", JsValue::from(10)),
        ("useGrouping", JsValue::FALSE),
    ]);
    call(
        Intl::NumberFormat::new(&locales(locale), &options).format(),
        &JsValue::from(value),
    )
}

/// A number with all its digits and without grouping, so that it reads back to the same bits.
pub fn exact(locale: Locale, value: f64) -> String {
    let text = value.to_string();
    if locale.has_comma() {
        text.replace('.', ",")
    } else {
        text
    }
}

/// A whole number.
pub fn whole(locale: Locale, value: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    number(locale, value as f64, 0)
}

/// Points of a score: whole, as every score is shown.
pub fn points(locale: Locale, value: f64) -> String {
    number(locale, value, 0)
}

fn date_format(locale: Locale, options: &Object, ms: f64) -> String {
    call(
        Intl::DateTimeFormat::new(&locales(locale), options).format(),
        &JsValue::from(js_sys::Date::new(&ms.into())),
    )
}

/// The time of day of an instant, in the user's time zone: 16:05 in both languages.
///
/// It is told before the first question, and the first `Intl.DateTimeFormat` of a page takes a slow phone a tenth of a
/// second.
pub fn time(ms: f64) -> String {
    let at = js_sys::Date::new(&ms.into());
    format!("{:02}:{:02}", at.get_hours(), at.get_minutes())
}

/// The day of an instant, in the user's time zone.
pub fn day_of(locale: Locale, ms: f64) -> String {
    date_format(locale, &day_options(), ms)
}

fn day_options() -> Object {
    object(&[
        ("day", JsValue::from_str("numeric")),
        ("month", JsValue::from_str("numeric")),
        ("year", JsValue::from_str("numeric")),
    ])
}

/// A calendar date.
pub fn date(locale: Locale, date: Date) -> String {
    let options = day_options();
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    let ms = js_sys::Date::utc(f64::from(date.year()), f64::from(date.month()) - 1.0);
    date_format(
        locale,
        &options,
        ms + (f64::from(date.day()) - 1.0) * 86_400_000.0,
    )
}

/// A day of every year, as people say it.
pub fn day_of_year(locale: Locale, month: u8, day: u8) -> String {
    let options = object(&[
        ("day", JsValue::from_str("numeric")),
        ("month", JsValue::from_str(locale.month())),
        ("timeZone", JsValue::from_str("UTC")),
    ]);
    let ms = js_sys::Date::utc(2000.0, f64::from(month) - 1.0);
    date_format(locale, &options, ms + (f64::from(day) - 1.0) * 86_400_000.0)
}
