//! Attributes of an element. The library's own reader of them, which looks for repetitions by a hash of each name, weighs
//! as much as a reader of files.
//!
//! # Sources
//! Extensible Markup Language (XML) 1.0, sections 3.1, 3.3.3 and 4.1.

/// The value of the first attribute with a wanted name, as it stands between its quotes. What is no attribute is passed over.
pub(super) fn raw<'a>(attributes: &'a str, is_wanted: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    let mut rest = attributes.trim_ascii_start();
    while !rest.is_empty() {
        let is_end = |c: char| c == '=' || c.is_ascii_whitespace();
        let (key, after) = rest.split_at_checked(rest.find(is_end)?)?;
        let Some(after) = after.trim_ascii_start().strip_prefix('=') else {
            rest = after.trim_ascii_start();
            continue;
        };
        let after = after.trim_ascii_start();
        rest = match after.strip_prefix(['"', '\'']) {
            Some(quoted) => {
                let quote = after.chars().next()?;
                let (value, after) = quoted.split_once(quote)?;
                if is_wanted(key) {
                    return Some(value);
                }
                after
            }
            None => after.trim_start_matches(|c: char| !c.is_ascii_whitespace()),
        };
        rest = rest.trim_ascii_start();
    }
    None
}

/// A value with its references replaced and blanks for line breaks; `None` when a reference is unknown.
pub(super) fn normalized(value: &str) -> Option<String> {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    loop {
        let (plain, after) = rest
            .split_once('&')
            .map_or((rest, None), |(plain, after)| (plain, Some(after)));
        let mut last = ' ';
        for c in plain.chars() {
            match c {
                '\n' if last == '\r' => {}
                '\t' | '\n' | '\r' => text.push(' '),
                _ => text.push(c),
            }
            last = c;
        }
        let Some(after) = after else {
            return Some(text);
        };
        let (reference, after) = after.split_once(';')?;
        text.push(character(reference)?);
        rest = after;
    }
}

/// A character by its number, or one of the five signs every XML knows.
pub(super) fn character(reference: &str) -> Option<char> {
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = reference.strip_prefix('#')?;
            let (digits, base) = match number.strip_prefix('x') {
                Some(digits) => (digits, 16),
                None => (number, 10),
            };
            // Without a sign.
            let code = digits
                .chars()
                .try_fold(0_u32, |code, digit| {
                    code.checked_mul(base)?.checked_add(digit.to_digit(base)?)
                })
                .filter(|code| *code > 0)?;
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_attribute_of_a_name_is_found_among_others() {
        let attributes = " lat = '1'\n lon=\"2>'\" lat=\"3\" x:id='' a='b=c' ";
        assert_eq!(raw(attributes, &|key| key == "lat"), Some("1"));
        assert_eq!(raw(attributes, &|key| key == "lon"), Some("2>'"));
        assert_eq!(raw(attributes, &|key| key == "x:id"), Some(""));
        for absent in ["id", "b", "", "la", "x"] {
            assert_eq!(raw(attributes, &|key| key == absent), None, "{absent}");
        }
    }

    #[test]
    fn what_is_no_attribute_is_passed_over() {
        for attributes in [
            "checked lat='1'",
            "a=b lat='1'",
            "a= lat='1' lat='1'",
            "a='' lat='1'",
        ] {
            assert_eq!(
                raw(attributes, &|key| key == "lat"),
                Some("1"),
                "{attributes}"
            );
        }
        for attributes in ["lat", "lat=", "lat=1", "lat='1", "lat=\"1'", "= '1'", "='"] {
            assert_eq!(raw(attributes, &|key| key == "lat"), None, "{attributes}");
        }
    }

    #[test]
    fn references_and_breaks_are_replaced() {
        for (value, expected) in [
            ("a &amp; b &lt;&gt;&quot;&apos;", "a & b <>\"'"),
            ("&#272;&#x1ed9;", "Độ"),
            ("a\r\nb\tc\nd\re", "a b c d e"),
            ("&amp;lt;", "&lt;"),
            ("", ""),
        ] {
            assert_eq!(normalized(value).as_deref(), Some(expected));
        }
        for value in [
            "&nbsp;",
            "a & b",
            "&#0;",
            "&#x110000;",
            "&#+5;",
            "&#;",
            "&#xd800;",
            "&;",
        ] {
            assert_eq!(normalized(value), None, "{value}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod laws {
        use proptest::prelude::*;
        use quick_xml::{XmlVersion, events::BytesStart};

        use super::*;

        proptest! {
            #[test]
            fn attributes_are_read_as_the_library_reads_them(
                text in "( ?[abx]{1,2} ?= ?('[ &;#19a\t\n\r]{0,6}'|\"[&;#xltapm]{0,8}\")){0,4}"
            ) {
                let tag = BytesStart::from_content(format!("e {text}"), 1);
                for name in ["a", "b", "ab", "x"] {
                    let mut found = tag.attributes();
                    let mut found = found.with_checks(false).flatten();
                    let found = found.find(|one| one.key.as_ref() == name).map(|one| {
                        one.normalized_value(XmlVersion::Implicit1_0)
                            .map_or_else(|_| one.value.to_string(), |value| value.into_owned())
                    });
                    let own = raw(tag.attributes_raw(), &|key| key == name)
                        .map(|value| normalized(value).unwrap_or_else(|| value.to_owned()));
                    prop_assert_eq!(&own, &found, "{:?}", text);
                }
            }
        }
    }
}
