//! A layout → the text of a table.

use cluster_ready::boundary::{Crs, Position};

use super::tables::{BREAKS, FOOTERS, Layout, MARKS, Marks, Spelling, TITLES, Wrap};

fn damage(cell: &str, kind: usize) -> String {
    match kind {
        1 => "#REF!".to_owned(),
        2 => String::new(),
        3 => "x".to_owned(),
        4 => format!("{cell}xyz"),
        5 => format!("{cell} ha"),
        6 => cell.replacen(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], "O", 1),
        7 => "?".to_owned(),
        8 => "...".to_owned(),
        9 => format!("{cell} {cell}"),
        10 => "xem ghi chú".to_owned(),
        11 => format!("{cell}?"),
        _ => cell.to_owned(),
    }
}

/// Degrees, whole minutes, and hundredths of thousandths of seconds.
fn parts(degrees: f64) -> (u64, u64, f64) {
    let ticks = (degrees * 3600.0 * 10_000.0).round() as u64;
    (
        ticks / 36_000_000,
        ticks / 600_000 % 60,
        (ticks % 600_000) as f64 / 10_000.0,
    )
}

impl Layout {
    fn is_degrees(&self) -> bool {
        !matches!(
            self.spelling,
            Spelling::Metres | Spelling::MetresUnit | Spelling::ZoneBefore
        )
    }

    fn number(&self, value: f64, decimals: usize) -> String {
        let plain = format!("{value:.decimals$}");
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let grouped = |mark: &str| {
            let mut groups: Vec<String> = Vec::new();
            let digits: Vec<char> = whole.chars().collect();
            for chunk in digits.rchunks(3) {
                groups.insert(0, chunk.iter().collect());
            }
            groups.join(mark)
        };
        match self.marks {
            _ if fraction.is_empty() => whole.to_owned(),
            Marks::Point => plain.clone(),
            Marks::Comma => format!("{whole},{fraction}"),
            Marks::Dots => format!("{},{fraction}", grouped(".")),
            Marks::Blanks => format!("{}.{fraction}", grouped("\u{a0}")),
        }
    }

    /// A coordinate in its cells.
    fn cells(&self, value: f64, is_north: bool) -> Vec<String> {
        let letter = if is_north { "N" } else { "E" };
        let cells = match self.spelling {
            Spelling::Metres => vec![self.number(value, 2)],
            Spelling::MetresUnit => vec![format!("{} m", self.number(value, 2))],
            Spelling::ZoneBefore if is_north => vec![self.number(value, 2)],
            Spelling::ZoneBefore => vec![format!("48{value:.2}")],
            Spelling::Decimal => vec![self.number(value, 7)],
            Spelling::Marked(marks) => {
                let (degrees, minutes, seconds) = parts(value);
                let [d, m, s] = MARKS[marks];
                vec![format!("{degrees}{d}{minutes:02}{m}{seconds:07.4}{s}")]
            }
            Spelling::Packed => {
                let (degrees, minutes, seconds) = parts(value);
                vec![format!("{degrees:02}{minutes:02}{seconds:07.4}{letter}")]
            }
            Spelling::Columns => {
                let (degrees, minutes, seconds) = parts(value);
                vec![
                    degrees.to_string(),
                    format!("{minutes:02}"),
                    format!("{seconds:.4}"),
                ]
            }
        };
        let show = |cell: String| {
            if self.invisible {
                format!("\u{200b}{cell}\u{200e}")
            } else {
                cell
            }
        };
        cells.into_iter().map(show).collect()
    }

    /// The corners as a table should give them: in metres as they are, in degrees near them.
    pub fn expected(&self) -> Vec<Position> {
        if self.is_degrees() {
            let crs = Crs::Vn2000Tm3 { meridian: 105.75 };
            self.ring
                .iter()
                .map(|corner| crs.to_wgs84(*corner))
                .collect()
        } else {
            self.ring.clone()
        }
    }

    /// The cells of one corner: its name and coordinates in their order.
    fn corner(&self, index: usize, position: Position) -> Vec<String> {
        let [x, y] = position;
        let (first, second) = if self.north_first {
            ((y, true), (x, false))
        } else {
            ((x, false), (y, true))
        };
        let [first, second] = [first, second].map(|(value, is_north)| self.cells(value, is_north));
        let name = vec![format!("{}{}", self.name, index + self.first_name)];
        match self.name_at {
            0 => [name, first, second].concat(),
            1 => [first, name, second].concat(),
            2 => [first, second, name].concat(),
            // In several blocks only names tell the order.
            _ if self.wrap != Wrap::None => [name, first, second].concat(),
            _ => [first, second].concat(),
        }
    }

    fn heading_cells(&self) -> Vec<String> {
        let angle = self.is_degrees();
        let names = match (self.heading, angle) {
            (0, _) => return Vec::new(),
            (1, false) => ["X (m)", "Y (m)"],
            (2, false) => ["N", "E"],
            (_, false) => ["Tọa độ X", "Tọa độ Y"],
            (1, true) => ["Vĩ độ", "Kinh độ"],
            (_, true) => ["Lat", "Lon"],
        };
        let names = if self.north_first {
            names
        } else {
            [names[1], names[0]]
        };
        let width = if self.spelling == Spelling::Columns {
            3
        } else {
            1
        };
        let wide = |name: &str| {
            let mut cells = vec![name.to_owned()];
            cells.resize(width, String::new());
            cells
        };
        let label = vec![["TT", "Điểm", "Số hiệu mốc", "STT"][self.heading % 4].to_owned()];
        let [first, second] = names.map(wide);
        match self.name_at {
            0 => [label, first, second].concat(),
            1 => [first, label, second].concat(),
            2 => [first, second, label].concat(),
            _ if self.wrap != Wrap::None => [label, first, second].concat(),
            _ => [first, second].concat(),
        }
    }

    /// Text of the table, and the number of the row with the damaged cell.
    pub fn written(&self) -> (String, Option<usize>) {
        let mut corners: Vec<Vec<String>> = self
            .expected()
            .iter()
            .enumerate()
            .map(|(index, corner)| self.corner(index, *corner))
            .collect();
        if self.closes {
            corners.push(self.corner(0, self.expected()[0]));
        }
        let blocks = if self.wrap == Wrap::None {
            1
        } else {
            self.blocks
        };
        let height = corners.len().div_ceil(blocks);
        let mut rows: Vec<Vec<String>> = match self.wrap {
            Wrap::None => corners,
            Wrap::Along => corners.chunks(blocks).map(<[_]>::concat).collect(),
            Wrap::Down => (0..height)
                .map(|row| {
                    corners
                        .iter()
                        .skip(row)
                        .step_by(height)
                        .flatten()
                        .cloned()
                        .collect()
                })
                .collect(),
        };
        // Columns beside the coordinates; the second one says nothing in most rows.
        if self.wrap == Wrap::None {
            for (index, row) in rows.iter_mut().enumerate() {
                match self.extra {
                    1 => row.push(format!("{:.2}", 12.5 + index as f64)),
                    2 if index == 0 => row.push("mốc bê tông".to_owned()),
                    3 => row.push(format!("{:.2}", 143.27 + 11.0 * index as f64)),
                    4 => row.insert(0, "Lô A".to_owned()),
                    _ => {}
                }
            }
        }
        let damaged = (self.damage > 0).then(|| {
            let cells: usize = rows.iter().map(Vec::len).sum();
            let mut at = (self.damaged * cells as f64) as usize;
            let row = rows.iter().position(|row| {
                let is_here = at < row.len();
                at -= if is_here { 0 } else { row.len() };
                is_here
            });
            let row = row.unwrap_or_default();
            rows[row][at] = damage(&rows[row][at].clone(), self.damage);
            row
        });
        self.lines(&rows, blocks, damaged)
    }

    fn lines(
        &self,
        rows: &[Vec<String>],
        blocks: usize,
        damaged: Option<usize>,
    ) -> (String, Option<usize>) {
        let line = |cells: &[String]| {
            let quoted = |cell: &String| {
                if self.delimiter == "," && cell.contains([',', '"']) {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            };
            cells
                .iter()
                .map(quoted)
                .collect::<Vec<_>>()
                .join(self.delimiter)
        };
        let mut heading = vec![self.heading_cells(); blocks].concat();
        if !heading.is_empty() && self.wrap == Wrap::None {
            match self.extra {
                1 => heading.push("H (m)".to_owned()),
                2 => heading.push("Ghi chú".to_owned()),
                3 => heading.push("Cạnh (m)".to_owned()),
                4 => heading.insert(0, "Khu".to_owned()),
                _ => {}
            }
        }
        let mut lines: Vec<String> = TITLES[self.title]
            .iter()
            .map(|line| (*line).to_owned())
            .collect();
        if !heading.is_empty() {
            lines.push(line(&heading));
        }
        if self.heading == 4 {
            let numbers: Vec<String> = (1..=heading.len())
                .map(|number| number.to_string())
                .collect();
            lines.push(line(&numbers));
        }
        let mut place = None;
        for (index, row) in rows.iter().enumerate() {
            if index == self.break_after && self.page_break > 0 && self.wrap != Wrap::Down {
                lines.extend(
                    BREAKS[self.page_break]
                        .iter()
                        .map(|line| (*line).to_owned()),
                );
                if self.page_break.is_multiple_of(2) && !heading.is_empty() {
                    lines.push(line(&heading));
                }
            }
            lines.push(line(row));
            if damaged == Some(index) {
                place = Some(lines.len());
            }
        }
        lines.extend(
            FOOTERS[self.footer]
                .iter()
                .map(|line| line.replace('\t', self.delimiter)),
        );
        (lines.join("\n"), place)
    }
}
