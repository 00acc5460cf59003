use super::super::{
    ReadError,
    blank::is_blank,
    figure::figure,
    findings::Findings,
    xml::{Content, Xml},
};
use crate::boundary::Ring;

/// Longitude, latitude and a height.
const LIMIT_VALUES: usize = 3;

type Values = [f64; LIMIT_VALUES];

/// The positions of an element `coordinates`: "107.08,16.73,0 107.09,16.74,0". White space parts positions, commas part
/// their values; white space after a comma counts for nothing. Heights are dropped.
pub(super) fn read(
    xml: &Xml<'_>,
    content: &Content<'_>,
    found: &mut Findings,
) -> Result<Ring, ReadError> {
    let mut ring = Ring::new();
    let mut rest = content.text.trim_start_matches(is_blank);
    while !rest.is_empty() {
        let at = content.text.len() - rest.len();
        let bad = |value: &str| xml.bad_coordinate(value, Some(content.at + at));
        let mut values = Values::default();
        let mut count = 0;
        loop {
            let end = rest
                .find(|c: char| c == ',' || c.is_whitespace())
                .unwrap_or(rest.len());
            let (value, after) = rest.split_at(end);
            // A fourth value: where the next position begins cannot be told for sure.
            let slot = values
                .get_mut(count)
                .ok_or_else(|| xml.not_parted(content.at + at))?;
            *slot = figure(value).ok_or_else(|| bad(value))?;
            count += 1;
            match after.strip_prefix(',') {
                Some(next) => rest = next.trim_start_matches(is_blank),
                None => {
                    rest = after.trim_start_matches(is_blank);
                    break;
                }
            }
        }
        let [lon, lat, _] = values;
        if count < 2 {
            return Err(bad(""));
        }
        ring.push([lon, lat]);
        found.count_corner()?;
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::read::Found;

    fn ring(text: &str) -> Result<Ring, ReadError> {
        let content = Content {
            at: 0,
            text: Cow::Borrowed(text),
        };
        read(&Xml::new(text), &content, &mut Findings::default())
    }

    #[test]
    fn positions_are_parted_by_any_white_space() {
        let expected = vec![[107.1, 16.7], [107.2, 16.8]];
        for text in [
            "107.1,16.7 107.2,16.8",
            "\n\t107.1,16.7,0\r\n\t107.2,16.8,12.5\n",
            "107.1, 16.7, 0\u{a0}107.2,16.8, 0",
            "\u{feff}107.1,\u{200e}16.7 \u{200b} 107.2\u{200b},16.8\u{200f}",
        ] {
            assert_eq!(ring(text).unwrap(), expected, "{text}");
        }
        assert_eq!(ring(" \n"), Ok(Vec::new()));
    }

    #[test]
    fn bad_value_is_named_with_its_place() {
        for (text, found, column) in [
            ("107.1,16.7\nNaN,16.8", "NaN", 1),
            ("107.1,16.7\n 107.2,,0", "", 2),
            ("107.1,16.7\n107.2,", "", 1),
            ("107.1,16.7\n107.2", "", 1),
            ("107.1,16.7\nabc,16.8", "abc", 1),
            ("107.1,16.7\n,16.8", "", 1),
            ("107.1,16.7\n107.2 ,16.8", "", 1),
            ("107.1,16.7\n10\u{200b}7.2,16.8", "10\u{200b}7.2", 1),
        ] {
            let expected = ReadError::BadCoordinates {
                found: found.to_owned(),
                place: Found::Text { line: 2, column },
            };
            assert_eq!(ring(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn positions_that_are_parted_by_commas_only_are_told_as_such() {
        for text in [
            "0,0\n107.1,16.7,107.2,16.8",
            "0,0\n107.1,16.7, 107.2,16.8, ",
            "0,0\n107.1,16.7,0,107.2,16.8,0",
        ] {
            let expected = ReadError::NotParted { line: 2, column: 1 };
            assert_eq!(ring(text), Err(expected), "{text}");
        }
    }
}
