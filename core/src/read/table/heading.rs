use super::super::fold::fold;
use super::{columns::LIMIT_COLUMNS, lines::Row};

/// What a column holds, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Name of the corner.
    Label,
    /// Number of the row, which is the corner's where no column names it.
    Count,
    /// Name of the area or ring the corner belongs to.
    Ring,
    /// Called X: may be the northing.
    X,
    /// Called Y.
    Y,
    East,
    North,
    /// An area, a length, a height, a meridian, a remark: no coordinate whatever its size.
    Measure,
    Other,
}

impl Role {
    /// Whether two columns are the two coordinates of one place; and then whether the first one is called north.
    pub(super) const fn together(self, second: Self) -> Option<Option<bool>> {
        match (self, second) {
            (Self::X, Self::Y) | (Self::Y, Self::X) => Some(None),
            (Self::East, Self::North) => Some(Some(false)),
            (Self::North, Self::East) => Some(Some(true)),
            _ => None,
        }
    }
}

/// Words of a heading, and whole headings, without marks of Vietnamese.
pub(super) fn role(heading: &str) -> Role {
    let folded = fold(heading);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let joined = words.join(" ");
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| joined.contains(phrase));
    // With its figure the meridian is that of the coordinates below.
    let has_figure = folded.contains(|c: char| c.is_ascii_digit());
    let is_meridian = says(&["ktt", "kinh tuyen", "meridian"]) && !has_figure;
    if is_meridian || is_measure(&joined, &words) {
        Role::Measure
    } else if says(&["kinh do"])
        || has(&["lon", "long", "lng", "longitude", "easting", "east", "e"])
    {
        Role::East
    } else if says(&["vi do"]) || has(&["lat", "latitude", "northing", "north", "n"]) {
        Role::North
    } else if has(&["x"]) {
        Role::X
    } else if has(&["y"]) {
        Role::Y
    } else if has(&[
        "moc", "diem", "dinh", "goc", "point", "corner", "vertex", "pt",
    ]) || says(&["so hieu"])
    {
        Role::Label
    } else if has(&["stt", "tt", "id", "no"]) {
        Role::Count
    } else if is_one_of_several(&words) {
        Role::Other
    } else if has(&[
        "khu", "lo", "thua", "vung", "ring", "part", "polygon", "parcel", "manh", "khoanh", "mo",
        "zone",
    ]) {
        Role::Ring
    } else if has(&["dong"]) {
        Role::East
    } else if has(&["bac"]) {
        Role::North
    } else {
        Role::Other
    }
}

/// "Khu A" and "Lô 2" name a parcel, not a column.
fn is_one_of_several(words: &[&str]) -> bool {
    let is_number = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit())
            || word.len() == 1
            || word.chars().all(|c| "ivx".contains(c))
    };
    matches!(words, ["khu" | "lo" | "thua" | "vung" | "manh" | "khoanh" | "mo", .., last] if is_number(last))
}

fn is_measure(joined: &str, words: &[&str]) -> bool {
    let phrases = [
        "dien tich",
        "chu vi",
        "chieu dai",
        "khoang cach",
        "cao do",
        "do cao",
        "phuong vi",
        "ghi chu",
    ];
    let single = [
        "area",
        "canh",
        "edge",
        "side",
        "length",
        "distance",
        "dist",
        "height",
        "elevation",
        "azimuth",
        "note",
        "remark",
    ];
    phrases.iter().any(|phrase| joined.contains(phrase))
        || words.iter().any(|word| single.contains(word))
        || matches!(
            words,
            ["s" | "h" | "z" | "dai" | "cao"]
                | ["s" | "h" | "z" | "dai" | "cao", "m" | "m2" | "ha"]
        )
}

/// Whether a heading calls coordinates degrees.
pub(super) fn says_degrees(heading: &str) -> bool {
    let folded = fold(heading);
    ["kinh do", "vi do", "longitude", "latitude"]
        .iter()
        .any(|word| folded.contains(word))
        || folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "lat" | "lon" | "long" | "lng"))
}

/// Rows above the corners that may be parts of their heading.
const LIMIT_ROWS: usize = 4;

/// What the columns are called in the rows above the corners, the nearest row first. A row without blank cells that is as
/// long as neither the longest row nor most rows does not stand over the columns: blanks cut its words apart.
pub(super) fn roles(above: &[Row], columns: usize, [width, usual]: [usize; 2]) -> Vec<Role> {
    let mut roles = vec![Role::Other; columns];
    for row in above.iter().rev().take(LIMIT_ROWS) {
        let length = row.cells.len().min(LIMIT_COLUMNS);
        // Cells of several words were not cut by blanks: the last columns are empty below.
        let is_longer = length > width && row.cells.iter().any(|cell| cell.contains(' '));
        let is_in_columns = length == width || length == usual || row.filled() < length;
        let named = row.cells.iter().filter(|cell| role(cell) != Role::Other);
        // A title of as many words as there are columns.
        let is_title = named.count() < 2 && row.filled() == length;
        let is_cut = !is_longer && (length > width || !is_in_columns);
        if row.filled() < 2 || is_title || is_cut {
            continue;
        }
        for (known, cell) in roles.iter_mut().zip(&row.cells) {
            if *known == Role::Other {
                *known = role(cell);
            }
        }
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_with_and_without_marks() {
        for (heading, expected) in [
            ("STT", Role::Count),
            ("Mốc", Role::Label),
            ("Số hiệu điểm", Role::Label),
            ("Ký hiệu vị trí khép góc", Role::Label),
            ("Toạ độ X (m)", Role::X),
            ("Toa do Y(m)", Role::Y),
            ("TỌA ĐỘ Y", Role::Y),
            ("X(m)", Role::X),
            ("E", Role::East),
            ("Northing (m)", Role::North),
            ("Kinh độ", Role::East),
            ("vi do", Role::North),
            ("Latitude", Role::North),
            ("Khu", Role::Ring),
            ("Tên mỏ", Role::Ring),
            ("Cạnh (m)", Role::Measure),
            ("S(m)", Role::Measure),
            ("KTT (độ)", Role::Measure),
            ("Diện tích (m2)", Role::Measure),
            ("Ghi chú", Role::Measure),
            ("Lý do", Role::Other),
        ] {
            assert_eq!(role(heading), expected, "{heading}");
        }
    }
}
