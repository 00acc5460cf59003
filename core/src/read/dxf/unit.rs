use super::super::system::Size;
use crate::boundary::{Position, Ring};

/// Metres in a unit that `$INSUNITS` names.
///
/// # Sources
/// DXF Reference, HEADER section, $INSUNITS.
const METRES: [(u32, f64); 5] = [(4, 0.001), (5, 0.01), (7, 1_000.0), (14, 0.1), (2, 0.304_8)];

/// What coordinates have to be multiplied with to be metres; `None` for those that are metres or degrees already.
///
/// Most drawings keep the unit of the template (millimetres or inches) and are drawn in metres all the same: the size of
/// the numbers goes first, the unit counts only for numbers that are nothing without it.
pub(super) fn scale<'a>(unit: u32, rings: impl Iterator<Item = &'a Ring>) -> Option<f64> {
    let (_, metres) = METRES.into_iter().find(|(code, _)| *code == unit)?;
    let fits = |[x, y]: Position, factor: f64| Size::fits_viet_nam([x * factor, y * factor]);
    // A frame around the drawing fits neither way.
    let mut scaled = false;
    for first in rings.filter_map(|ring| ring.first().copied()) {
        if fits(first, 1.0) {
            return None;
        }
        scaled |= fits(first, metres);
    }
    scaled.then_some(metres)
}
