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
    /// In lower case.
    pub said: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/unit_words.rs"));
