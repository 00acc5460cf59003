//! Corner tables in every layout that the reader knows.

use cluster_ready_core::boundary::Position;
use proptest::prelude::*;

/// How a coordinate is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spelling {
    Metres,
    /// With the unit behind it.
    MetresUnit,
    /// 48588500.25.
    ZoneBefore,
    Decimal,
    /// With one of the marks that stand for degrees, minutes and seconds.
    Marked(usize),
    /// 210530.25N.
    Packed,
    /// In three columns.
    Columns,
}

/// Dots and commas of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Marks {
    Point,
    Comma,
    /// 2.325.000,25.
    Dots,
    /// 2 325 000.25 with blanks that do not break.
    Blanks,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrap {
    None,
    /// Block after block.
    Down,
    /// Row after row.
    Along,
}

/// How the cells lie on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    Rows,
    Workbook,
    /// A line for each cell, with blank lines between or without.
    Cells(bool),
    /// All names, all first coordinates, all second ones.
    Columns,
    /// The name of each corner on a line of its own.
    NamesAbove,
    /// A list or a sentence of words and corners.
    Words(usize),
    /// All corners on one line.
    Line,
}

/// What tells the second of two parcels from the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Parcels {
    One,
    Title,
    NamesAgain,
    Prefix,
    Column,
    /// A cell at its first corner only.
    Merged,
}

/// What stands around the name and the coordinates of a corner in a list of words.
pub const WORDS: [[&str; 4]; 4] = [
    ["", " (X = ", "; Y = ", ")"],
    ["điểm ", " có tọa độ X = ", " và Y = ", ""],
    ["- Điểm ", ": X=", "; Y=", ""],
    ["", ": ", " - ", ""],
];

#[derive(Debug, Clone)]
pub struct Layout {
    pub ring: Vec<Position>,
    pub form: Form,
    pub parcels: Parcels,
    pub spelling: Spelling,
    pub marks: Marks,
    pub delimiter: &'static str,
    pub north_first: bool,
    /// Where the name of the corner stands: before, between or after its coordinates, or nowhere.
    pub name_at: usize,
    pub name: &'static str,
    pub first_name: usize,
    pub wrap: Wrap,
    pub blocks: usize,
    pub heading: usize,
    pub title: usize,
    pub footer: usize,
    pub page_break: usize,
    pub break_after: usize,
    pub extra: usize,
    pub closes: bool,
    pub invisible: bool,
    pub damage: usize,
    /// Of all cells of the corners, as a share.
    pub damaged: f64,
}

const DELIMITERS: [&str; 7] = ["\t", ";", "|", " | ", ",", "   ", " "];
const NAMES: [&str; 5] = ["", "M", "Đ-", "I,", "R."];
pub const MARKS: [[&str; 3]; 6] = [
    ["°", "'", "\""],
    ["º", "’", "”"],
    ["*", "´", "¨"],
    ["⁰", "ʹ", "ʺ"],
    ["°", "'", "''"],
    ["-", "-", ""],
];
/// Texts above and below the corners, and where a page ends.
pub const TITLES: [&[&str]; 6] = [
    &[],
    &["BẢNG TỌA ĐỘ CÁC GÓC"],
    &["Hệ tọa độ VN-2000, kinh tuyến trục 105°45', múi chiếu 3°"],
    &[
        "Điều 1. Cho phép Công ty A sử dụng khu đất tại xã B",
        "Khu đất gồm 12 điểm góc, rộng 12,5 ha theo bản đồ tỷ lệ 1/2000",
    ],
    &["Dự án: Cụm công nghiệp A", "", "Ngày lập 12/06/2026"],
    &[
        "1. Vị trí khu đất",
        "Ranh giới giới hạn bởi các điểm 1, 2, 3 và 8 có tọa độ:",
    ],
];
pub const FOOTERS: [&[&str]; 7] = [
    &[],
    &["Diện tích: 57,92 ha"],
    &["Tổng diện tích 579.177,16 m2"],
    &[
        "Ngày 12 tháng 6 năm 2026",
        "Người lập bảng\tNgười kiểm tra",
        "Nguyễn Văn A\tTrần Văn B",
    ],
    &["", "Ghi chú: diện tích thực tế sẽ được xác định sau"],
    &["-----"],
    &["Diện tích (m2)\t579.177,16"],
];
pub const BREAKS: [&[&str]; 7] = [
    &[],
    &["(tiếp theo)"],
    &["Trang 2"],
    &["2"],
    &["", "Bảng tọa độ (tiếp theo)"],
    &["- 2 -"],
    &["\u{c}Trang 2/3"],
];
/// What becomes of the cell that is damaged.
const DAMAGES: usize = 14;

pub fn layout() -> impl Strategy<Value = Layout> {
    let ring = (
        prop::collection::vec(0.4_f64..1.0, 4..26),
        430_000.0_f64..570_000.0,
        960_000.0_f64..2_500_000.0,
        150.0_f64..900.0,
    );
    let spelling = prop_oneof![
        6 => Just(Spelling::Metres),
        1 => Just(Spelling::MetresUnit),
        1 => Just(Spelling::ZoneBefore),
        2 => Just(Spelling::Decimal),
        3 => (0..MARKS.len()).prop_map(Spelling::Marked),
        1 => Just(Spelling::Packed),
        2 => Just(Spelling::Columns),
    ];
    let marks = prop::sample::select(vec![Marks::Point, Marks::Comma, Marks::Dots, Marks::Blanks]);
    let wrap = prop::sample::select(vec![Wrap::None, Wrap::None, Wrap::Down, Wrap::Along]);
    let written = (
        spelling,
        marks,
        prop::sample::select(DELIMITERS.to_vec()),
        any::<bool>(),
        any::<bool>(),
    );
    let names = (
        0..4_usize,
        prop::sample::select(NAMES.to_vec()),
        prop::sample::select(vec![1_usize, 1, 1, 7, 38]),
    );
    let around = (
        0..5_usize,
        0..TITLES.len(),
        0..FOOTERS.len(),
        0..BREAKS.len(),
        1..12_usize,
        0..7_usize,
    );
    let form = prop_oneof![
        12 => Just(Form::Rows),
        4 => Just(Form::Workbook),
        2 => any::<bool>().prop_map(Form::Cells),
        2 => Just(Form::Columns),
        1 => Just(Form::NamesAbove),
        3 => (0..WORDS.len()).prop_map(Form::Words),
        1 => Just(Form::Line),
    ];
    let parcels = prop_oneof![
        5 => Just(Parcels::One),
        1 => Just(Parcels::Title),
        1 => Just(Parcels::NamesAgain),
        1 => Just(Parcels::Prefix),
        1 => Just(Parcels::Column),
        1 => Just(Parcels::Merged),
    ];
    (
        (ring, form, parcels),
        written,
        names,
        (wrap, 2..4_usize),
        around,
        any::<bool>(),
        (0..DAMAGES, 0.0_f64..1.0),
    )
        .prop_map(
            |(
                ((radii, x, y, size), form, parcels),
                (spelling, marks, delimiter, north_first, invisible),
                (name_at, name, first_name),
                (wrap, blocks),
                (heading, title, footer, page_break, break_after, extra),
                closes,
                (damage, damaged),
            )| {
                let count = radii.len() as f64;
                let corner = |(index, radius): (usize, &f64)| {
                    let angle = index as f64 / count * std::f64::consts::TAU;
                    [
                        x + size * radius * angle.cos(),
                        y + size * radius * angle.sin(),
                    ]
                    .map(|number| (number * 100.0).round() / 100.0)
                };
                Layout {
                    ring: radii.iter().enumerate().map(corner).collect(),
                    form,
                    parcels,
                    spelling,
                    marks,
                    delimiter,
                    north_first,
                    name_at,
                    name,
                    first_name,
                    wrap,
                    blocks,
                    heading,
                    title,
                    footer,
                    page_break,
                    break_after,
                    extra,
                    closes,
                    invisible,
                    damage,
                    damaged,
                }
            },
        )
}

impl Layout {
    /// Blanks between cells cannot part cells with blanks in them, nor can a comma part cells with commas.
    pub fn sensible(mut self) -> Self {
        let parts_by_blanks = self.delimiter.trim().is_empty() && self.delimiter != "\t";
        if parts_by_blanks && self.marks == Marks::Blanks {
            self.marks = Marks::Point;
        }
        if self.delimiter == "," && matches!(self.marks, Marks::Comma | Marks::Dots) {
            self.delimiter = ";";
        }
        if self.delimiter == "," && self.name == "I," {
            self.name = "I-";
        }
        if self.delimiter == " " && matches!(self.spelling, Spelling::MetresUnit) {
            self.spelling = Spelling::Metres;
        }
        // A zone of three degrees has no such number.
        if self.spelling == Spelling::ZoneBefore && self.title == 2 {
            self.title = 1;
        }
        // Three columns of a name and two angles beside one another are a heap of small numbers.
        if self.spelling == Spelling::Columns {
            self.wrap = Wrap::None;
            // Seconds with a figure fewer are seconds.
            self.damage %= DAMAGES - 2;
        }
        // Between blanks a cell that is empty is none: seconds that are missing are what stands behind them.
        if self.spelling == Spelling::Columns && parts_by_blanks && self.damage == 2 {
            self.extra = 0;
        }
        self.sensible_form();
        self.sensible_parcels();
        self
    }

    /// What is no table of rows holds no more than names and coordinates in one cell each.
    fn sensible_form(&mut self) {
        if matches!(self.form, Form::Rows | Form::Workbook) {
            return;
        }
        self.wrap = Wrap::None;
        self.extra = 0;
        self.page_break = 0;
        if matches!(
            self.spelling,
            Spelling::Columns | Spelling::Packed | Spelling::ZoneBefore
        ) {
            self.spelling = Spelling::Metres;
        }
        if self.marks == Marks::Blanks {
            self.marks = Marks::Point;
        }
        // Numbers under a heading that is a line above each of them.
        self.heading %= 4;
        match self.form {
            Form::Words(_) => {
                self.heading = 0;
                self.name_at = 0;
                if self.spelling == Spelling::MetresUnit {
                    self.spelling = Spelling::Metres;
                }
                if self.spelling == Spelling::Marked(5) {
                    self.spelling = Spelling::Marked(0);
                }
            }
            Form::Line => {
                self.heading = 0;
                self.name_at = 0;
            }
            Form::NamesAbove => self.name_at = 0,
            _ => self.name_at = if self.name_at == 3 { 3 } else { 0 },
        }
    }

    fn sensible_parcels(&mut self) {
        // Without names only a title or a column tells.
        let is_named = self.name_at < 3;
        let is_flat = !matches!(self.form, Form::Rows | Form::Workbook);
        self.parcels = match self.parcels {
            _ if self.wrap != Wrap::None || (is_flat && !is_named) => Parcels::One,
            Parcels::NamesAgain | Parcels::Prefix if !is_named => Parcels::Title,
            Parcels::Column | Parcels::Merged if is_flat => Parcels::NamesAgain,
            Parcels::Title if is_flat => Parcels::NamesAgain,
            Parcels::Merged if self.delimiter.trim().is_empty() && self.delimiter != "\t" => {
                Parcels::Column
            }
            parcels => parcels,
        };
        if self.parcels == Parcels::NamesAgain && !is_named {
            self.parcels = Parcels::One;
        }
        // The only name of a parcel, lost, tells nothing.
        if self.parcels == Parcels::Merged && self.damage == 2 {
            self.damage = 1;
        }
        // The name of the parcel stands in its place.
        if matches!(self.parcels, Parcels::Column | Parcels::Merged) && self.extra == 4 {
            self.extra = 0;
        }
    }
}
