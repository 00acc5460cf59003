use super::*;
use crate::boundary::Crs;

const ROWS: &str =
    "1\t1.851.433,395\t588.656,512\n2\t1.851.452,225\t588.422,970\n3\t1.851.657,167\t588.403,004\n";

fn layer(bytes: &[u8]) -> Layer {
    super::read(bytes, &Hint::default())
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

/// Text of an encoding with one byte for each letter, written as Western European.
fn western(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

#[test]
fn meridian_is_read_from_old_letters() {
    let expected = CrsFound::Stated(Crs::Vn2000Tm3 { meridian: 106.25 });
    for (line, encoding) in [
        ("Kinh tuyÕn trôc 106°15', mói chiÕu 3°", "TCVN3 (ABC)"),
        ("Kinh tuyeán truïc 106°15', muùi chieáu 3°", "VNI"),
        ("Kinh tuyêìn truòc 106°15', mui chiêìu 3°", "windows-1258"),
    ] {
        let text = format!("{line}\nSTT\tX(m)\tY(m)\n{ROWS}");
        for bytes in [western(&text), text.into_bytes()] {
            let layer = layer(&bytes);
            assert_eq!(layer.crs, expected, "{line}");
            assert_eq!(
                layer.notes,
                [Note::OldLetters {
                    encoding: encoding.into()
                }],
                "{line}"
            );
        }
    }
}

#[test]
fn spreadsheet_text_in_utf_16_is_read_with_and_without_its_mark() {
    let text = format!("STT\tTọa độ X\tTọa độ Y\r\n{ROWS}");
    let expected = layer(text.as_bytes());
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{text}");
            let bytes: Vec<u8> = text.encode_utf16().flat_map(unit).collect();
            assert_eq!(layer(&bytes), expected);
        }
    }
}

#[test]
fn names_of_a_map_file_in_an_unnamed_encoding_are_doubtful() {
    let text = "<kml><Placemark><name>\u{f8}</name><LineString><coordinates>107,16 107.1,16 107.1,16.1 107,16\
                </coordinates></LineString></Placemark></kml>";
    let layer = layer(&western(text));
    assert!(layer.notes.contains(&Note::OldEncoding));
}
