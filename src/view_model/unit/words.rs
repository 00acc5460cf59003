/// What a word measures, or that it says how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Thousand, million: may stand before a unit.
    Size,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Percent.
    Share,
    People,
    Firms,
}

/// A word, with what one of it is in the unit of its kind.
pub struct Word {
    pub kind: Kind,
    pub one: f64,
    /// In lower case, with Vietnamese marks and, where that is no other word, without.
    pub said: &'static [&'static str],
}

const fn word(kind: Kind, one: f64, said: &'static [&'static str]) -> Word {
    Word { kind, one, said }
}

/// Measures that differ from place to place (sào, mẫu, công) are not among them.
pub const WORDS: [Word; 17] = [
    word(Kind::Size, 100.0, &["trăm", "hundred"]),
    word(
        Kind::Size,
        1000.0,
        &["nghìn", "nghin", "ngàn", "ngan", "k", "thousand"],
    ),
    word(Kind::Size, 1e6, &["triệu", "trieu", "tr", "million"]),
    word(Kind::Size, 1e9, &["tỷ", "tỉ", "ty", "ti", "billion", "bn"]),
    word(
        Kind::Length,
        0.001,
        &["mm", "milimét", "millimetres", "millimeters"],
    ),
    word(
        Kind::Length,
        0.01,
        &["cm", "xentimét", "centimetres", "centimeters"],
    ),
    word(
        Kind::Length,
        1.0,
        &["m", "mét", "met", "metre", "metres", "meter", "meters"],
    ),
    word(
        Kind::Length,
        1000.0,
        &[
            "km",
            "kilômét",
            "kilomét",
            "kilomet",
            "ki lô mét",
            "ki lo met",
            "cây số",
            "cay so",
            "kilometre",
            "kilometres",
            "kilometer",
            "kilometers",
        ],
    ),
    word(Kind::Length, 1609.344, &["dặm", "mile", "miles"]),
    word(
        Kind::Area,
        1.0,
        &[
            "m2",
            "mét vuông",
            "met vuong",
            "sq m",
            "sqm",
            "square metre",
            "square metres",
            "square meter",
            "square meters",
        ],
    ),
    word(
        Kind::Area,
        10_000.0,
        &["ha", "hecta", "héc ta", "hec ta", "hectare", "hectares"],
    ),
    word(
        Kind::Area,
        1e6,
        &[
            "km2",
            "kilômét vuông",
            "kilomét vuông",
            "kilomet vuong",
            "ki lô mét vuông",
            "ki lo met vuong",
            "cây số vuông",
            "cay so vuong",
            "sq km",
            "sqkm",
            "square kilometre",
            "square kilometres",
            "square kilometer",
            "square kilometers",
        ],
    ),
    word(Kind::Area, 4_046.856_422_4, &["acre", "acres"]),
    word(
        Kind::Share,
        1.0,
        &["%", "phần trăm", "phan tram", "percent", "per cent", "pct"],
    ),
    word(Kind::Share, 0.1, &["‰", "phần nghìn", "phan nghin"]),
    word(
        Kind::People,
        1.0,
        &[
            "người",
            "nguoi",
            "người lao động",
            "nguoi lao dong",
            "lao động",
            "lao dong",
            "công nhân",
            "cong nhan",
            "nhân viên",
            "nhan vien",
            "people",
            "persons",
            "person",
            "workers",
            "worker",
            "employees",
            "employee",
            "staff",
        ],
    ),
    word(
        Kind::Firms,
        1.0,
        &[
            "doanh nghiệp",
            "doanh nghiep",
            "dn",
            "công ty",
            "cong ty",
            "cơ sở",
            "đơn vị",
            "don vi",
            "firms",
            "firm",
            "companies",
            "company",
            "tenants",
            "tenant",
            "enterprises",
            "enterprise",
        ],
    ),
];
