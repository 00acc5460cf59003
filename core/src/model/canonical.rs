use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::json::Writer;

/// The one text of a JSON value: no white space, keys in the order of RFC 8785, shortest numbers.
///
/// # Sources
/// RFC 8785, JSON Canonicalization Scheme.
pub fn canonical(value: &Value) -> String {
    let mut writer = Writer::compact();
    write(&mut writer, value);
    writer.finish()
}

fn write(writer: &mut Writer, value: &Value) {
    match value {
        // `100` and `100.0` are the same number, so they have to be the same text.
        Value::Number(number) => {
            writer.number(number.as_f64().unwrap_or(f64::NAN));
        }
        Value::Array(items) => {
            writer.open_list();
            for item in items {
                write(writer, item);
            }
            writer.close();
        }
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            crate::order::by(&mut sorted, |(a, _), (b, _)| {
                a.encode_utf16().cmp(b.encode_utf16())
            });
            writer.open_object();
            for (key, field) in sorted {
                writer.key(key);
                write(writer, field);
            }
            writer.close();
        }
        other => {
            writer.value(other);
        }
    }
}

/// SHA-256 of a text, lower-case hex.
pub fn sha256_hex(text: &str) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    Sha256::digest(text.as_bytes())
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{canonical, sha256_hex};

    #[test]
    fn order_of_keys_and_spelling_of_numbers_do_not_matter() {
        let a = serde_json::from_str(r#"{"b": [1.0, 0.50], "a": {"y": 1, "x": "é"}}"#).unwrap();
        let b = serde_json::from_str(r#"{"a":{"x":"\u00e9","y":1.0},"b":[1,5e-1]}"#).unwrap();
        assert_eq!(canonical(&a), r#"{"a":{"x":"é","y":1},"b":[1,0.5]}"#);
        assert_eq!(canonical(&a), canonical(&b));
    }

    #[test]
    fn hash_is_that_of_the_standard() {
        // FIPS 180-4, the example "abc".
        assert_eq!(
            sha256_hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
