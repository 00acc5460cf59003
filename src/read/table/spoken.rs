//! A coordinate system named in the text around a table: "Kinh tuyến trục 106°15', múi chiếu 3°", "EPSG:9212".

use super::super::{ReadError, fold::fold};
use super::angle;
use crate::{boundary::Crs, number};

/// The system that lines of text name, if one does.
///
/// # Errors
/// A datum before VN-2000 (HN-72, Indian 1960), which is not read.
pub(super) fn system(lines: &[String]) -> Result<Option<Crs>, ReadError> {
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
    if let Some(code) = after(&text, "epsg") {
        let digits: String = code
            .trim_start_matches([':', ' ', '='])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        if let Some(crs) = digits.parse().ok().and_then(Crs::from_epsg) {
            return Ok(Some(crs));
        }
    }
    let named = [
        "kinh tuyen truc",
        "kinh tuyen tt",
        "kinh tuyen trung",
        "ktt",
        "central meridian",
    ];
    let meridian = named.iter().find_map(|name| degrees(after(&text, name)?));
    let six = ["mui 6", "mui chieu 6", "6 do", "6°", "utm"]
        .iter()
        .any(|word| text.contains(word));
    Ok(meridian.and_then(|meridian| match (six, meridian) {
        (true, 105.0) => Some(Crs::Vn2000Utm { zone: 48 }),
        (true, 111.0) => Some(Crs::Vn2000Utm { zone: 49 }),
        _ => Crs::from_meridian(meridian),
    }))
}

fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.split_once(word).map(|(_, rest)| rest)
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
        system(&[text.to_owned()]).unwrap()
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
        assert!(system(&["Hệ tọa độ HN-72".to_owned()]).is_err());
    }
}
