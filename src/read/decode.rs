use std::borrow::Cow;

use super::ReadError;

/// A text and how it was written.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// The bytes were no UTF-8 and are taken for Western European (ISO 8859-1): digits and marks are right, names may
    /// not be.
    pub old_encoding: bool,
}

/// UTF-8 with or without byte order mark, UTF-16 with one.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    let utf_16 = match bytes {
        [0xff, 0xfe, rest @ ..] => Some(utf_16(rest, u16::from_le_bytes, "UTF-16LE")?),
        [0xfe, 0xff, rest @ ..] => Some(utf_16(rest, u16::from_be_bytes, "UTF-16BE")?),
        _ => None,
    };
    if let Some(text) = utf_16 {
        return Ok(Decoded {
            text: Cow::Owned(text),
            old_encoding: false,
        });
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: Cow::Borrowed(text),
            old_encoding: false,
        },
        Err(_) => Decoded {
            text: bytes.iter().map(|byte| char::from(*byte)).collect(),
            old_encoding: true,
        },
    })
}

fn utf_16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: &'static str,
) -> Result<String, ReadError> {
    let bad = |byte| ReadError::BadEncoding { encoding, byte };
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(bad(bytes.len() + 1));
    }
    let mut byte = 2;
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|decoded| {
            let c = decoded.map_err(|_| bad(byte))?;
            byte += c.len_utf16() * 2;
            Ok(c)
        })
        .collect()
}

/// Where strict UTF-8 ends.
pub(super) fn utf_8_error(bytes: &[u8]) -> ReadError {
    let byte = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    ReadError::BadEncoding {
        encoding: "UTF-8",
        byte,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_in_both_orders_is_read() {
        let little: Vec<u8> = "\u{feff}Mốc"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "\u{feff}Mốc"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(decode(&little).unwrap().text, "Mốc");
        assert_eq!(decode(&big).unwrap().text, "Mốc");
    }

    #[test]
    fn half_a_character_is_refused() {
        assert!(matches!(
            decode(&[0xff, 0xfe, 0x41]),
            Err(ReadError::BadEncoding { .. })
        ));
        assert!(matches!(
            decode(&[0xff, 0xfe, 0x00, 0xd8]),
            Err(ReadError::BadEncoding { byte: 2, .. })
        ));
    }

    #[test]
    fn degree_sign_of_an_old_encoding_survives() {
        let decoded = decode(b"16\xb044'").unwrap();
        assert!(decoded.old_encoding);
        assert_eq!(decoded.text, "16°44'");
    }
}
