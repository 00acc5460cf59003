//! A coordinate system named in the text around a table: "Kinh tuyến trục 106°15', múi chiếu 3°", "EPSG:9212".

use super::super::{ReadError, fold::fold};
use super::angle;
use crate::{boundary::Crs, number};

/// What lines of text say about the system.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Spoken {
    /// Every system that is named, once.
    pub systems: Vec<Crs>,
    /// Something is said that names none that is known, or more than one way to read it.
    pub is_unclear: bool,
    /// VN-2000 is named, and WGS 84 is not.
    pub is_vn2000: bool,
}

impl Spoken {
    /// The one system that is named.
    pub(super) fn system(&self) -> Option<Crs> {
        match self.systems.as_slice() {
            [only] if !self.is_unclear => Some(*only),
            _ => None,
        }
    }

    fn name(&mut self, crs: Option<Crs>) {
        match crs {
            Some(crs) if !self.systems.contains(&crs) => self.systems.push(crs),
            Some(_) => {}
            None => self.is_unclear = true,
        }
    }
}

/// Words after which the central meridian stands.
const MERIDIAN: [&str; 11] = [
    "λ0",
    "λo",
    "vn2000_",
    "kinh tuyen",
    "ktt",
    "central meridian",
    "l0 =",
    "l0=",
    "lo =",
    "tm-3",
    "tm3",
];

/// The systems that lines of text name.
///
/// # Errors
/// A datum before VN-2000 (HN-72, Indian 1960), which is not read.
pub(super) fn systems(lines: &[String]) -> Result<Spoken, ReadError> {
    let text = plain(&lines.join("\n"));
    let has = |word: &str| text.contains(word);
    let mut spoken = Spoken {
        is_vn2000: (has("vn2000") || has("vn-2000") || has("vn 2000") || has("vn 2,000"))
            && !has("wgs"),
        ..Spoken::default()
    };
    if let Some(old) = old_datum(&text) {
        // Coordinates that were converted are no longer in it.
        if !(spoken.is_vn2000 && (has("chuyen") || has("tinh doi"))) {
            return Err(ReadError::UnknownCrs { found: old });
        }
        spoken.is_unclear = true;
    }
    for code in each(&text, "epsg") {
        let digits: String = code
            .trim_start_matches([':', ' ', '='])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        if !digits.is_empty() {
            spoken.name(digits.parse().ok().and_then(Crs::from_epsg));
        }
    }
    let is_utm = has("utm") || has("zone 4");
    if has("wgs") && !has("vn") && spoken.systems.is_empty() {
        for zone in [48, 49] {
            if is_utm && has(&zone.to_string()) {
                spoken.name(Some(Crs::Wgs84Utm { zone }));
            }
        }
        spoken.is_unclear |= spoken.systems.is_empty();
        return Ok(spoken);
    }
    named_meridians(&text, &mut spoken);
    if spoken.systems.is_empty() && is_utm && !spoken.is_unclear {
        for zone in [48, 49] {
            let is_named = each(&text, "utm").chain(each(&text, "zone")).any(|rest| {
                let near: String = rest.chars().take(12).collect();
                near.contains(&zone.to_string())
            });
            if is_named && spoken.is_vn2000 {
                spoken.name(Some(Crs::Vn2000Utm { zone }));
            }
        }
    }
    Ok(spoken)
}

/// Digits of a meridian, a width and the year of VN-2000; a corner has more.
const DIGITS_OF_A_SYSTEM: usize = 12;

/// A line that names a meridian and has no room for a corner beside it: it is understood, not left aside.
pub(super) fn only_names_meridian(line: &str) -> bool {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let text = plain(line);
    let mut said = MERIDIAN.iter().flat_map(|word| each(&text, word));
    digits <= DIGITS_OF_A_SYSTEM
        && said.any(|after| degrees(after).is_some_and(|degrees| (100.0..120.0).contains(&degrees)))
}

/// Each meridian with the width of its zone: the one said in its own line, else the one said anywhere.
fn named_meridians(text: &str, spoken: &mut Spoken) {
    let everywhere = width(text);
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        for word in MERIDIAN {
            for after in each(line, word) {
                // What stands wrapped in the next line belongs to it where its own says nothing.
                let mut below = lines.iter().skip(index + 1);
                let next = below.find(|line| !line.trim().is_empty()).copied();
                let next = next.unwrap_or_default();
                let meridian =
                    degrees(after).or_else(|| degrees(next).filter(|_| no_digits(after)));
                let Some(meridian) = meridian.filter(|degrees| (100.0..120.0).contains(degrees))
                else {
                    continue;
                };
                let end = MERIDIAN
                    .iter()
                    .filter_map(|word| after.find(word))
                    .min()
                    .unwrap_or(after.len());
                let own = after.get(..end).and_then(width);
                let width = own.or_else(|| width(line)).or(everywhere);
                // A code that is named says how wide the zone is.
                if width.is_none()
                    && spoken
                        .systems
                        .iter()
                        .any(|crs| crs.meridian() == Some(meridian))
                {
                    continue;
                }
                spoken.name(match (width, meridian) {
                    (Some(6), 105.0) => Some(Crs::Vn2000Utm { zone: 48 }),
                    (Some(6), 111.0) => Some(Crs::Vn2000Utm { zone: 49 }),
                    (Some(6), _) => None,
                    // The central meridian of a zone of three degrees and of one of six.
                    (None, 105.0) => None,
                    _ => Crs::from_meridian(meridian),
                });
            }
        }
    }
}

fn no_digits(text: &str) -> bool {
    !text.contains(|c: char| c.is_ascii_digit())
}

/// In lower case, without marks of Vietnamese, with one kind of dash and blank.
fn plain(text: &str) -> String {
    fold(text)
        .chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => ' ',
            c => c,
        })
        .collect()
}

/// The name of a datum before VN-2000.
fn old_datum(text: &str) -> Option<String> {
    let years = |name: &str, years: &[&str]| {
        each(text, name).find_map(|rest| {
            let rest = rest.trim_start_matches([' ', '-', '_', '.', '/']);
            let year = years.iter().find(|year| rest.starts_with(**year))?;
            let after = rest.get(year.len()..).unwrap_or_default();
            (!after.starts_with(|c: char| c.is_ascii_digit())).then(|| format!("{name}-{year}"))
        })
    };
    let named = |name: &str| text.contains(name).then(|| name.to_owned());
    // "hệ 72" by its own word, not the end of another: "tổng thể 72 ha".
    let is_short = |(at, word): (usize, &str)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let rest = text.get(at + word.len()..).unwrap_or_default();
        let rest = rest.strip_prefix(" toa do").unwrap_or(rest);
        let rest = rest.trim_start_matches([' ', ':', '-']);
        let year = rest.strip_prefix("19").unwrap_or(rest);
        let after = year.strip_prefix("72").map(str::trim_start);
        let counts = |after: &str| {
            let things = ["ha", "diem", "moc", "goc", "m2"];
            after.starts_with(|c: char| c.is_ascii_digit())
                || things.iter().any(|word| after.starts_with(word))
        };
        !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|after| !counts(after))
    };
    let hn = &["72", "1972"];
    let indian = &["1954", "1960", "54", "60"];
    years("hn", hn)
        .or_else(|| years("h.n", hn))
        .or_else(|| years("nha nuoc", hn))
        .or_else(|| years("ha noi nam", hn))
        .or_else(|| years("an do", indian))
        .or_else(|| years("ha noi", hn))
        .or_else(|| years("hanoi", hn))
        .or_else(|| years("indian", indian))
        .or_else(|| named("indian thai"))
        .or_else(|| named("indian datum"))
        .or_else(|| named("everest 1"))
        .or_else(|| named("pulkovo"))
        .or_else(|| named("kraso"))
        .or_else(|| named("krass"))
        .or_else(|| named("gauss"))
        .or_else(|| {
            let mut short = text.match_indices("he");
            short.any(is_short).then(|| "hn-72".to_owned())
        })
}

/// What follows each time a word stands in the text.
fn each<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(word)
        .filter_map(move |(at, _)| text.get(at + word.len()..))
}

/// The width of the zone, 3 or 6 degrees, by the words beside it; three where both are named.
fn width(text: &str) -> Option<u8> {
    let says = |digit: char| {
        ["mui", "tm-", "tm"].iter().any(|word| {
            each(text, word).any(|rest| {
                let rest = rest.trim_start_matches(' ');
                let rest = rest.strip_prefix("chieu").unwrap_or(rest);
                let rest = rest.trim_start_matches([' ', ':', '=', '(']);
                let mut chars = rest.chars();
                // "30" is 3° whose mark was lost.
                chars.next() == Some(digit) && {
                    let after = chars.as_str();
                    let after = after.strip_prefix('0').unwrap_or(after);
                    !after.starts_with(|c: char| c.is_ascii_digit())
                }
            })
        }) || each(text, "m =").any(|rest| rest.trim_start().starts_with(digit))
    };
    if says('3') {
        Some(3)
    } else {
        says('6').then_some(6)
    }
}

/// The first angle of a text, at most some words away: "106°15'", "106 15", "106.25", "105 45' 00"", and with lost marks
/// "106015'", "1060 15'". The width of the zone may stand before it.
fn degrees(text: &str) -> Option<f64> {
    let line = text.lines().next()?;
    let near: String = line.chars().take(48).collect();
    let mut rest = near.as_str();
    loop {
        let (before, _) = rest.split_once(|c: char| c.is_ascii_digit())?;
        rest = rest.get(before.len()..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        // A meridian of Viet Nam has three digits.
        if digits >= 3 {
            break;
        }
        rest = rest.get(digits..)?;
    }
    let mended = with_mark(rest);
    let rest = mended.as_deref().unwrap_or(rest);
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

/// "104045'" and "1040 45'" with the mark of degrees that was a raised zero or became one.
fn with_mark(text: &str) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (degrees, rest) = text.split_at_checked(3)?;
    let is_apart = rest.starts_with(" 0 ");
    let rest = if is_apart { rest.trim_start() } else { rest };
    let is_mark = is_apart || matches!(digits, 4 | 6);
    let after = rest.strip_prefix('0').filter(|_| is_mark)?;
    Some([degrees, "° ", after.trim_start()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<Crs> {
        systems(&[text.to_owned()]).unwrap().system()
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
            "kinh tuyến trục 106015', múi chiếu 30",
            "kinh tuyến trục 1060 15’",
            "kinh tuyến 106º15', múi chiếu 3º",
            "Kinh tuyến trục (múi 3°) 106°15'",
            "VN-2000, L0 = 106°15', m = 3°",
            "VN-2000 / TM-3 106-15",
            "KTT106°15'",
            "kinh tuyến trục\n106°15', múi chiếu 3°",
            "Kinh tuyến trục 106 độ 15 phút, múi chiếu 3 độ",
            "Bản đồ năm 2026 do Công ty A lập, phép chiếu UTM, kinh tuyến trục 106°15', múi 3°",
        ] {
            assert_eq!(named(text), expected, "{text}");
        }
        assert_eq!(named("Bảng toạ độ các điểm góc, tờ 12"), None);
        assert_eq!(named("kinh tuyến trục 106°20'"), None);
    }

    #[test]
    fn width_of_the_zone_is_told_by_the_word_beside_it() {
        let utm = Some(Crs::Vn2000Utm { zone: 48 });
        for text in [
            "KINH TUYẾN TRỤC 105°00', MÚI CHIẾU 6°",
            "kinh tuyến trục 1050, múi chiếu 60",
            "VN-2000 / UTM zone 48N",
        ] {
            assert_eq!(named(text), utm, "{text}");
        }
        let three = Some(Crs::Vn2000Tm3 { meridian: 105.0 });
        for text in [
            "Năm 2026 do Công ty A. Kinh tuyến trục 105°00', múi chiếu 3°",
            "Thôn 6 Đông Sơn. Hệ VN-2000, kinh tuyến trục 105°00', múi chiếu 3°",
            "Phép chiếu UTM, kinh tuyến trục 105°, múi chiếu 3°. Cách mốc 16 độ",
        ] {
            assert_eq!(named(text), three, "{text}");
        }
        let world = Some(Crs::Wgs84Utm { zone: 48 });
        assert_eq!(named("WGS-84, UTM 48N"), world);
    }

    #[test]
    fn two_meridians_name_no_system() {
        let text = "Kinh tuyến trục 105°00', múi chiếu 3°\nKinh tuyến trục 105°45'";
        let spoken = systems(&[text.to_owned()]).unwrap();
        assert_eq!((spoken.systems.len(), spoken.system()), (2, None));
        let text = "KTT 105° múi 6° KTT 104°45' múi 3°";
        assert_eq!(
            systems(&[text.to_owned()]).unwrap().systems,
            [
                Crs::Vn2000Utm { zone: 48 },
                Crs::Vn2000Tm3 { meridian: 104.75 }
            ]
        );
    }

    #[test]
    fn datum_before_vn_2000_is_refused() {
        for text in [
            "Hệ tọa độ HN-72",
            "Hệ 72",
            "Bảng tọa độ (hệ tọa độ 1972)",
            "HN–72",
            "HN\u{2011}72",
            "HN 1972",
            "Hà Nội 1972",
            "UTM Indian 1960",
            "Indian 1954",
            "Gauss, Krasovsky",
        ] {
            assert!(systems(&[text.to_owned()]).is_err(), "{text}");
        }
        for text in ["Diện tích tổng thể 72 ha", "Hệ 72 điểm mốc", "hệ 720"] {
            assert!(systems(&[text.to_owned()]).is_ok(), "{text}");
        }
        let converted = "Hệ VN-2000 (đã chuyển từ HN-72), kinh tuyến trục 105°";
        assert_eq!(named(converted), None);
    }
}
