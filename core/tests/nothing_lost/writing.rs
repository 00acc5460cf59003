//! A layout → the text of a table.

use cluster_ready_core::boundary::{Crs, Position};

use super::{
    tables::{BREAKS, FOOTERS, Form, Layout, MARKS, Marks, Parcels, Spelling, TITLES, Wrap},
    workbook,
};

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
        // The first figure or the mark was lost.
        12 => cell.get(1..).unwrap_or_default().to_owned(),
        13 => cell.replace(['.', ','], " "),
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

    /// The parcels as a table should give them: in metres as they are, in degrees near them.
    pub fn expected(&self) -> Vec<Vec<Position>> {
        let mut rings = vec![self.ring.clone()];
        if self.parcels != Parcels::One {
            // Beside the first one, smaller, with a corner fewer where it has some to spare.
            let [x0, y0] = self.ring[0];
            let moved = |[x, y]: &Position| {
                [x0 + 2500.0 + (y - y0) * 0.7, y0 + 300.0 - (x - x0) * 0.7]
                    .map(|number| (number * 100.0).round() / 100.0)
            };
            let fewer = usize::from(self.ring.len() > 4);
            rings.push(self.ring.iter().skip(fewer).map(moved).collect());
        }
        if self.is_degrees() {
            let crs = Crs::Vn2000Tm3 { meridian: 105.75 };
            for corner in rings.iter_mut().flatten() {
                *corner = crs.to_wgs84(*corner);
            }
        }
        rings
    }

    /// What a corner is called.
    fn name_of(&self, part: usize, index: usize) -> String {
        let number = index + self.first_name;
        match (self.parcels, part) {
            (Parcels::Prefix, 0) => format!("A{number}"),
            (Parcels::Prefix, _) => format!("B{number}"),
            (Parcels::Column | Parcels::Merged, 1) => {
                format!("{}{}", self.name, number + self.ring.len())
            }
            _ => format!("{}{number}", self.name),
        }
    }

    /// The cells of one corner: its name and coordinates in their order.
    fn corner(&self, name: String, position: Position) -> Vec<String> {
        let [x, y] = position;
        let (first, second) = if self.north_first {
            ((y, true), (x, false))
        } else {
            ((x, false), (y, true))
        };
        let [first, second] = [first, second].map(|(value, is_north)| self.cells(value, is_north));
        let name = vec![name];
        match self.name_at {
            0 => [name, first, second].concat(),
            1 => [first, name, second].concat(),
            2 => [first, second, name].concat(),
            // In several blocks only names tell the order.
            _ if self.wrap != Wrap::None => [name, first, second].concat(),
            _ => [first, second].concat(),
        }
    }

    pub(super) fn heading_cells(&self) -> Vec<String> {
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

    /// The file, and the number of the row with the damaged cell.
    pub fn written(&self) -> (Vec<u8>, Option<usize>) {
        let mut corners: Vec<Vec<String>> = Vec::new();
        let mut starts = Vec::new();
        for (part, ring) in self.expected().iter().enumerate() {
            starts.push(corners.len());
            for (index, corner) in ring.iter().enumerate() {
                corners.push(self.corner(self.name_of(part, index), *corner));
            }
            if self.closes {
                corners.push(self.corner(self.name_of(part, 0), ring[0]));
            }
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
        if self.wrap == Wrap::None {
            self.beside(&mut rows, &starts);
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
            [row, at]
        });
        let (lines, place) = match self.form {
            Form::Rows | Form::Workbook => self.lines(&rows, &starts, blocks, damaged),
            _ => self.flat(&rows, damaged),
        };
        let file = if self.form == Form::Workbook {
            workbook::of(&lines)
        } else {
            let lines: Vec<String> = lines.iter().map(|cells| self.line(cells)).collect();
            lines.join("\n").into_bytes()
        };
        (file, place)
    }

    /// Columns beside the coordinates; some say nothing in most rows.
    fn beside(&self, rows: &mut [Vec<String>], starts: &[usize]) {
        for (index, row) in rows.iter_mut().enumerate() {
            match self.extra {
                1 => row.push(format!("{:.2}", 12.5 + index as f64)),
                2 if index == 0 => row.push("mốc bê tông".to_owned()),
                3 => row.push(format!("{:.2}", 143.27 + 11.0 * index as f64)),
                4 => row.insert(0, "Lô A".to_owned()),
                5 if starts.contains(&index) => row.push("57.92".to_owned()),
                6 => row.push("579177.16".to_owned()),
                _ => {}
            }
            let is_first = starts.contains(&index);
            let part = starts.iter().filter(|start| **start <= index).count();
            match self.parcels {
                Parcels::Column => row.insert(0, ["", "Lô A", "Lô B"][part].to_owned()),
                Parcels::Merged if is_first => row.insert(0, ["", "Lô A", "Lô B"][part].to_owned()),
                Parcels::Merged => row.insert(0, String::new()),
                _ => {}
            }
        }
    }

    fn line(&self, cells: &[String]) -> String {
        let quoted = |cell: &String| {
            if self.delimiter == "," && cell.contains([',', '"']) && cells.len() > 1 {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let cells: Vec<String> = cells.iter().map(quoted).collect();
        cells.join(self.delimiter)
    }

    fn heading(&self, blocks: usize) -> Vec<String> {
        let mut heading = vec![self.heading_cells(); blocks].concat();
        if !heading.is_empty() && self.wrap == Wrap::None {
            match self.extra {
                1 => heading.push("H (m)".to_owned()),
                2 => heading.push("Ghi chú".to_owned()),
                3 => heading.push("Cạnh (m)".to_owned()),
                4 => heading.insert(0, "Khu".to_owned()),
                5 | 6 => heading.push("Diện tích".to_owned()),
                _ => {}
            }
            if matches!(self.parcels, Parcels::Column | Parcels::Merged) {
                heading.insert(0, "Lô".to_owned());
            }
        }
        heading
    }

    fn lines(
        &self,
        rows: &[Vec<String>],
        starts: &[usize],
        blocks: usize,
        damaged: Option<[usize; 2]>,
    ) -> (Vec<Vec<String>>, Option<usize>) {
        let alone = |line: &&str| vec![(*line).to_owned()];
        let heading = self.heading(blocks);
        let mut lines: Vec<Vec<String>> = TITLES[self.title].iter().map(alone).collect();
        if !heading.is_empty() {
            lines.push(heading.clone());
        }
        if self.heading == 4 {
            let numbers = 1..=heading.len();
            lines.push(numbers.map(|number| number.to_string()).collect());
        }
        let mut place = None;
        for (index, row) in rows.iter().enumerate() {
            if self.parcels == Parcels::Title && starts.contains(&index) {
                lines.push(vec![["Khu A", "Khu B"][usize::from(index > 0)].to_owned()]);
            }
            if index == self.break_after && self.page_break > 0 && self.wrap != Wrap::Down {
                lines.extend(BREAKS[self.page_break].iter().map(alone));
                if self.page_break.is_multiple_of(2) && !heading.is_empty() {
                    lines.push(heading.clone());
                }
            }
            lines.push(row.clone());
            if damaged.is_some_and(|[row, _]| row == index) {
                place = Some(lines.len());
            }
        }
        lines.extend(self.footer());
        (lines, place)
    }

    pub(super) fn footer(&self) -> impl Iterator<Item = Vec<String>> {
        let cells = |line: &&str| line.split('\t').map(str::to_owned).collect();
        FOOTERS[self.footer].iter().map(cells)
    }
}
