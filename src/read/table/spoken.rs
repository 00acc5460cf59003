//! A coordinate system named in the text around a table: "Kinh tuyến trục 106°15', múi chiếu 3°", "EPSG:9212".

use super::super::{ReadError, fold::fold};
use super::angle;
use crate::{boundary::Crs, number};

/// The systems that lines of text name, each once.
///
/// # Errors
/// A datum before VN-2000 (HN-72, Indian 1960), which is not read.
pub(super) fn systems(lines: &[String]) -> Result<Vec<Crs>, ReadError> {
    let text = fold(&lines.join("\n"));
    for old in [
        "hn-72",
        "hn72",
        "hn 72",
        "ha noi 72",
        "ha noi-72",
        "indian 1960",
    ] {
        if text.contains(old) {
            return Err(ReadError::UnknownCrs {
                found: old.to_owned(),
            });
        }
    }
    let codes = behind(&text, "epsg").filter_map(|code| {
        let digits: String = code
            .trim_start_matches([':', ' ', '='])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        Crs::from_epsg(digits.parse().ok()?)
    });
    let six = ["mui 6", "mui chieu 6", "6 do", "6°", "utm"]
        .iter()
        .any(|word| text.contains(word));
    let words = [
        "kinh tuyen truc",
        "kinh tuyen tt",
        "kinh tuyen trung",
        "ktt",
        "central meridian",
    ];
    let meridians = words
        .iter()
        .flat_map(|word| behind(&text, word))
        .filter_map(|rest| match (six, degrees(rest)?) {
            (true, 105.0) => Some(Crs::Vn2000Utm { zone: 48 }),
            (true, 111.0) => Some(Crs::Vn2000Utm { zone: 49 }),
            (_, meridian) => Crs::from_meridian(meridian),
        });
    let mut named: Vec<Crs> = Vec::new();
    for crs in codes.chain(meridians) {
        if !named.contains(&crs) {
            named.push(crs);
        }
    }
    Ok(named)
}

/// What stands behind a word, wherever it stands.
fn behind<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(word)
        .filter_map(|(at, word)| text.get(at + word.len()..))
}

/// The first angle of a text, at most some words away: "106°15'", "106 15", "106.25", "105 45' 00"".
fn degrees(text: &str) -> Option<f64> {
    let line = text.lines().next()?;
    let near: String = line.chars().take(48).collect();
    let (before, _) = near.split_once(|c: char| c.is_ascii_digit())?;
    let rest = near.get(before.len()..)?;
    // The longest beginning that is an angle: what follows may be another number.
    let ends: Vec<usize> = rest
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    ends.iter().rev().find_map(|end| {
        let piece = rest
            .get(..*end)?
            .trim_end_matches([' ', ',', '.', ';', ')', '-']);
        angle::read(piece)
            .map(|angle| angle.degrees)
            .or_else(|| number::read_with_mark(piece, number::Mark::Point))
            .or_else(|| number::read_with_mark(piece, number::Mark::Comma))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<Crs> {
        let named = systems(&[text.to_owned()]).unwrap();
        assert!(named.len() < 2, "{text}: {named:?}");
        named.first().copied()
    }

    #[test]
    fn central_meridian_is_read_from_a_sentence() {
        let expected = Some(Crs::Vn2000Tm3 { meridian: 106.25 });
        for text in [
            "Hệ toạ độ VN-2000, kinh tuyến trục 106°15', múi chiếu 3°",
            "Hệ tọa độ VN2000 KTT 106 15 mui 3",
            "(Kinh tuyến trục: 106°15'00\")",
            "Kinh tuyến trục 106,25",
            "central meridian 106.25",
            "EPSG:9212",
        ] {
            assert_eq!(named(text), expected, "{text}");
        }
        assert_eq!(
            named("KINH TUYẾN TRỤC 105°00', MÚI CHIẾU 6°"),
            Some(Crs::Vn2000Utm { zone: 48 })
        );
        assert_eq!(named("Bảng toạ độ các điểm góc, tờ 12"), None);
        assert_eq!(named("kinh tuyến trục 106°20'"), None);
    }

    #[test]
    fn datum_before_vn_2000_is_refused() {
        assert!(systems(&["Hệ tọa độ HN-72".to_owned()]).is_err());
    }

    #[test]
    fn all_systems_that_are_named_are_told_once() {
        let tm3 = |meridian| Crs::Vn2000Tm3 { meridian };
        for (text, expected) in [
            (
                "KTT 105°00'\nKinh tuyến trục 105°45'",
                vec![tm3(105.75), tm3(105.0)],
            ),
            ("EPSG:9210, kinh tuyến trục 105°45'", vec![tm3(105.75)]),
            ("EPSG:9210; EPSG:9212", vec![tm3(105.75), tm3(106.25)]),
            ("KTT 105°45' và kinh tuyến trục 105,75", vec![tm3(105.75)]),
        ] {
            assert_eq!(systems(&[text.to_owned()]).unwrap(), expected, "{text}");
        }
    }
}
