use super::super::fold::fold;
use super::lines::Row;

/// What a column holds, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Number or name of the corner.
    Label,
    /// Name of the area or ring the corner belongs to.
    Ring,
    /// Called X: may be the northing.
    X,
    /// Called Y.
    Y,
    East,
    North,
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
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let says = |phrase: &str| words.join(" ").contains(phrase);
    if says("kinh do") || has(&["lon", "long", "lng", "longitude", "easting", "east", "e"]) {
        Role::East
    } else if says("vi do") || has(&["lat", "latitude", "northing", "north", "n"]) {
        Role::North
    } else if has(&["x"]) {
        Role::X
    } else if has(&["y"]) {
        Role::Y
    } else if has(&[
        "stt", "tt", "moc", "diem", "dinh", "id", "point", "no", "corner", "vertex", "pt",
    ]) || says("so hieu")
        || says("ten diem")
    {
        Role::Label
    } else if has(&[
        "khu", "lo", "thua", "vung", "ring", "part", "polygon", "manh", "khoanh", "zone",
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

pub(super) fn roles(row: &Row) -> Vec<Role> {
    row.cells.iter().map(|cell| role(cell)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_with_and_without_marks() {
        for (heading, expected) in [
            ("STT", Role::Label),
            ("Mốc", Role::Label),
            ("Số hiệu điểm", Role::Label),
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
            ("Cạnh (m)", Role::Other),
            ("Ghi chú", Role::Other),
        ] {
            assert_eq!(role(heading), expected, "{heading}");
        }
    }
}
