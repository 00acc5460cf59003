use super::{
    Boundary,
    guard::quoted,
    table::{COORDINATE_DECIMALS, Cell, LENGTH_DECIMALS, Words, each_row},
};
use crate::number::{Mark, fixed};

/// Without it spreadsheet programs take UTF-8 for an older encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The table of corners as CSV (RFC 4180) in UTF-8 with byte order mark. Cells are parted as spreadsheet programs expect
/// it beside the decimal mark: by a semicolon beside a comma.
pub fn csv(boundary: &Boundary<'_>, words: &Words<'_>, mark: Mark) -> String {
    let delimiter = match mark {
        Mark::Comma => ";",
        Mark::Point => ",",
    };
    let mut text = String::from(BYTE_ORDER_MARK);
    each_row(boundary, words, |row| {
        let cells: Vec<String> = row.iter().map(|cell| written(*cell, mark)).collect();
        text.push_str(&cells.join(delimiter));
        text.push_str("\r\n");
    });
    text
}

fn written(cell: Cell<'_>, mark: Mark) -> String {
    match cell {
        Cell::Title(text) | Cell::Text(text) => quoted(text),
        Cell::Corner(number) => number.to_string(),
        Cell::Coordinate(metres) => number(metres, COORDINATE_DECIMALS, mark),
        Cell::Length(metres) => number(metres, LENGTH_DECIMALS, mark),
    }
}

fn number(metres: f64, decimals: u32, mark: Mark) -> String {
    let text = fixed(metres, decimals);
    match mark {
        Mark::Comma => text.replace('.', ","),
        Mark::Point => text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Boundary, sample};
    use super::*;

    fn words<'a>() -> Words<'a> {
        Words {
            title: "Bảng tọa độ",
            system: ["Hệ tọa độ", "VN-2000, kinh tuyến trục 106°15′, múi 3°"],
            ring: "Vùng",
            corner: "Số hiệu điểm",
            north: "X (m)",
            east: "Y (m)",
            edge: "Cạnh (m)",
            ring_name: &|part, ring| format!("phần {part}, {ring}"),
        }
    }

    #[test]
    fn one_ring_is_written_as_annexes_have_it() {
        let examined = sample::on_plane();
        let boundary = Boundary::of("Cụm A", &examined).unwrap();
        assert_eq!(
            csv(&boundary, &words(), Mark::Comma),
            concat!(
                "\u{feff}Bảng tọa độ\r\nHệ tọa độ;\"VN-2000, kinh tuyến trục 106°15′, múi 3°\"\r\nCụm A\r\n",
                "Số hiệu điểm;X (m);Y (m);Cạnh (m)\r\n",
                "1;1850933,250;588156,500;400,00\r\n2;1851333,250;588156,500;500,00\r\n",
                "3;1851333,250;588656,500;400,00\r\n4;1850933,250;588656,500;500,00\r\n",
                "1;1850933,250;588156,500\r\n"
            )
        );
        let point = csv(&boundary, &words(), Mark::Point);
        assert!(point.contains("\r\n1,1850933.250,588156.500,400.00\r\n"));
    }

    #[test]
    fn rings_of_several_parts_are_named() {
        let examined = sample::parts();
        let text = csv(
            &Boundary::of("A", &examined).unwrap(),
            &words(),
            Mark::Comma,
        );
        assert!(text.contains("\r\nVùng;Số hiệu điểm;X (m)"));
        for name in ["phần 0, 0", "phần 0, 1", "phần 1, 0"] {
            assert_eq!(text.matches(&format!("\r\n\"{name}\";")).count(), 5);
        }
    }
}
