//! Degrees, minutes and seconds in the spellings of documents: `16°44'17.0933"N`, `N 16° 44' 17,09"`, `16-44-17.09`,
//! `16:44:17`, `16d44m17s`, `16 độ 44 phút 17 giây Bắc`, `16°44.285'`, `16 44 17.09`.

use super::super::fold::fold;
use crate::number::nearest;

/// Which coordinate a hemisphere letter makes of an angle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Longitude,
    Latitude,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Angle {
    pub degrees: f64,
    pub axis: Option<Axis>,
}

/// Longer texts are no angles.
const LIMIT_BYTES: usize = 64;

/// `None` for a text that is no angle; a plain number without any mark is none either.
pub(super) fn read(text: &str) -> Option<Angle> {
    let text = text.trim();
    if text.len() > LIMIT_BYTES || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut parts: Vec<f64> = Vec::new();
    let mut has_decimals = false;
    let mut hemisphere = None;
    let mut is_marked = false;
    let mut rest = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let minus = rest.len() < text.len();
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            // Only the last part may have decimals, minutes and seconds have at most two digits before them.
            let length = number_length(rest);
            let (number, after) = rest.split_at(length);
            let whole = number.find(['.', ',']).unwrap_or(length);
            if has_decimals || parts.len() == 3 || (!parts.is_empty() && whole > 2) {
                return None;
            }
            has_decimals = whole < length;
            parts.push(nearest(&number.replace(',', "."))?);
            rest = after;
        } else if is_mark(c) {
            // "°09'08"" and "9°'08"": the number before the mark was lost.
            let before = text.get(..text.len() - rest.len()).unwrap_or_default();
            if parts.is_empty() || before.trim_end().ends_with(is_degree_mark) {
                return None;
            }
            is_marked = true;
            rest = rest.get(c.len_utf8()..)?;
        } else if c.is_alphabetic() {
            let length = rest
                .find(|c: char| !c.is_alphabetic() || is_mark(c))
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            let is_behind_digit = text
                .get(..text.len() - rest.len())
                .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
            // Elsewhere it is a zero that was misread.
            if matches!(word, "o" | "O") && !is_behind_digit {
                return None;
            }
            match meaning(word, parts.len())? {
                Word::Mark => is_marked = true,
                Word::Hemisphere(_) if hemisphere.is_some() => return None,
                Word::Hemisphere(found) => hemisphere = Some(found),
            }
            rest = after;
        } else {
            match c {
                // Signs between the parts; not before the first.
                '-' | ':' if !parts.is_empty() => {}
                _ if c.is_whitespace() => {}
                _ => return None,
            }
            rest = rest.get(c.len_utf8()..)?;
        }
    }
    let is_angle = is_marked || hemisphere.is_some() || parts.len() > 1;
    let degrees = value(&parts)?;
    is_angle.then_some(())?;
    let (axis, sign) = hemisphere.map_or((None, 1.0), |(axis, sign)| (Some(axis), sign));
    Some(Angle {
        degrees: if minus { -degrees } else { degrees * sign },
        axis,
    })
}

/// Of the marks those of degrees alone.
const fn is_degree_mark(c: char) -> bool {
    matches!(c, '°' | 'º' | '˚' | '⁰' | 'ᵒ' | '∘' | '◦')
}

/// Signs that people write behind degrees, minutes and seconds, and signs that look like them.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '°' | 'º'
            | '˚'
            | '⁰'
            | 'ᵒ'
            | '∘'
            | '◦'
            | '*'
            | '\''
            | '"'
            | '′'
            | '″'
            | '‵'
            | '‶'
            | '’'
            | '‘'
            | '‛'
            | '”'
            | '“'
            | '‟'
            | '´'
            | '`'
            | '¨'
            | 'ʹ'
            | 'ʺ'
            | 'ˈ'
            | 'ʼ'
            | '˝'
    )
}

/// Digits with at most one decimal mark between them.
fn number_length(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    match text.get(whole..) {
        Some(rest) if rest.starts_with(['.', ',']) => {
            match digits(rest.get(1..).unwrap_or_default()) {
                0 => whole,
                fraction => whole + 1 + fraction,
            }
        }
        _ => whole,
    }
}

fn value(parts: &[f64]) -> Option<f64> {
    let (degrees, smaller) = parts.split_first()?;
    if smaller.iter().any(|part| *part >= 60.0) || *degrees > 180.0 {
        return None;
    }
    let minutes = smaller.first().copied().unwrap_or_default();
    let seconds = smaller.get(1).copied().unwrap_or_default();
    Some(degrees + minutes / 60.0 + seconds / 3600.0)
}

enum Word {
    /// "độ", "m", "giây": the parts are in order anyway.
    Mark,
    Hemisphere((Axis, f64)),
}

fn meaning(word: &str, parts: usize) -> Option<Word> {
    let (lat, lon) = (Axis::Latitude, Axis::Longitude);
    Some(match fold(word).as_str() {
        // "Đ" is East, a plain d a mark of degrees.
        "d" if word == "Đ" || word == "đ" => Word::Hemisphere((lon, 1.0)),
        "d" | "deg" | "do" | "o" if parts == 1 => Word::Mark,
        "m" | "min" | "phut" | "p" if parts == 2 => Word::Mark,
        "s" | "sec" | "giay" | "g" if parts == 3 => Word::Mark,
        "n" | "b" | "bac" | "north" => Word::Hemisphere((lat, 1.0)),
        "e" | "dong" | "east" => Word::Hemisphere((lon, 1.0)),
        "s" | "nam" | "south" => Word::Hemisphere((lat, -1.0)),
        "w" | "t" | "tay" | "west" => Word::Hemisphere((lon, -1.0)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degrees(text: &str) -> f64 {
        read(text).unwrap_or_else(|| panic!("{text}")).degrees
    }

    #[test]
    fn every_spelling_gives_the_same_angle() {
        for text in [
            "16°44'17.0933\"N",
            "16°44'17,0933\"",
            "N 16° 44' 17.0933\"",
            "16º44′17.0933″ B",
            "16°44’17.0933”",
            "16°44'17.0933''",
            "16-44-17.0933",
            "16:44:17.0933",
            "16 44 17.0933",
            "16d44m17.0933s",
            "16*44´17.0933¨",
            "16⁰44ʹ17.0933ʺ N",
            "16∘44`17.0933˝",
            "16 độ 44 phút 17,0933 giây Bắc",
        ] {
            assert!((degrees(text) - 16.738_081_472).abs() < 1e-9, "{text}");
        }
        assert!((degrees("16°44.284888'N") - 16.738_081_467).abs() < 1e-9);
        assert!((degrees("107.08331463°") - 107.083_314_63).abs() < 1e-12);
        assert!((degrees("-16°30'") + 16.5).abs() < 1e-12);
        assert!((degrees("16°30'S") + 16.5).abs() < 1e-12);
    }

    #[test]
    fn letters_tell_the_axis() {
        assert_eq!(read("107°04'59\"Đ").unwrap().axis, Some(Axis::Longitude));
        assert_eq!(read("107°04'59\"E").unwrap().axis, Some(Axis::Longitude));
        assert_eq!(read("B16°44'17\"").unwrap().axis, Some(Axis::Latitude));
        assert_eq!(read("16°44'17\"").unwrap().axis, None);
    }

    #[test]
    fn other_texts_are_no_angles() {
        for text in [
            "588656.512",
            "1 851 433.395",
            "16°61'",
            "200°",
            "16°44'99\"",
            "M1",
            "",
            "°",
            "1.5°30'",
            "16°44'17\"18",
            "16°x",
            "8 O0 48.66",
            "16°O4'17\"",
            "°09'08.4193\"",
            "'08.4193\"",
            "9°'08.4193\"",
            "9° ' 08.4193\"",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
