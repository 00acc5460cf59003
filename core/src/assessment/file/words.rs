//! The words that stand for enums in a file. Changing one breaks saved files.

use crate::assessment::{ClusterKind, Expansion, ItemState, Mode, OldSign, Origin, Way};
use crate::json::{Fault, FaultKind, Node};

pub type Words<T> = &'static [(&'static str, T)];

pub const MODES: Words<Mode> = &[
    ("quick", Mode::Quick),
    ("full", Mode::Full),
    ("firm", Mode::Firm),
];

pub const KINDS: Words<ClusterKind> = &[
    ("multi-industry", ClusterKind::MultiIndustry),
    ("specialised", ClusterKind::Specialised),
    ("craft-village", ClusterKind::CraftVillage),
    ("supporting", ClusterKind::Supporting),
    ("high-tech", ClusterKind::HighTech),
    ("eco", ClusterKind::Eco),
];

pub const EXPANSIONS: Words<Expansion> = &[
    ("none", Expansion::NotPlanned),
    ("planned", Expansion::Planned),
    ("under-way", Expansion::UnderWay),
    ("done", Expansion::Done),
];

pub const OLD_SIGNS: Words<OldSign> = &[
    ("project", OldSign::Project),
    ("detailed-plan", OldSign::DetailedPlan),
    ("listed-with-tenants", OldSign::ListedWithTenants),
];

pub const ORIGINS: Words<Origin> = &[
    ("estimate", Origin::Estimate),
    ("records", Origin::Records),
    ("documented", Origin::Documented),
    ("boundary", Origin::Boundary),
];

pub const WAYS: Words<Way> = &[("bracket", Way::Bracket), ("ratio", Way::Ratio)];

pub const ITEM_STATES: Words<ItemState> = &[
    ("done", ItemState::Done),
    ("partly", ItemState::Partly),
    ("no", ItemState::No),
];

/// The word of a mode, as the file, the element's attribute and its events have it.
pub fn mode_word(mode: Mode) -> &'static str {
    word(MODES, mode)
}

/// The word of a value; every value of these enums has one.
pub fn word<T: Copy + PartialEq>(words: Words<T>, value: T) -> &'static str {
    words
        .iter()
        .find(|(_, one)| *one == value)
        .map_or("", |(word, _)| word)
}

/// The value of the word at a place.
pub fn value<T: Copy>(words: Words<T>, node: &Node) -> Result<T, Fault> {
    let found = node.text()?;
    words
        .iter()
        .find(|(word, _)| *word == found)
        .map(|(_, value)| *value)
        .ok_or_else(|| {
            node.fault(FaultKind::UnknownWord {
                found: found.chars().take(80).collect(),
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_word() {
        use ClusterKind::*;
        for mode in [Mode::Quick, Mode::Full, Mode::Firm] {
            assert!(!word(MODES, mode).is_empty());
        }
        for kind in [
            MultiIndustry,
            Specialised,
            CraftVillage,
            Supporting,
            HighTech,
            Eco,
        ] {
            assert!(!word(KINDS, kind).is_empty());
        }
        for origin in [
            Origin::Estimate,
            Origin::Records,
            Origin::Documented,
            Origin::Boundary,
        ] {
            assert!(!word(ORIGINS, origin).is_empty());
        }
    }
}
