//! Geometry of the charts: numbers only, drawn by the view.

mod radar;

pub use radar::{Axis, Point, Radar, SIZE as RADAR_SIZE, Side, has_band, radar};

/// Height of a score's bar, in the units of its drawing; its width is the 100 points.
pub const BAR_HEIGHT: f64 = 28.0;

/// The part of the scale that a thin line covers; `None` where it would be no longer than the tick is wide.
pub fn reach(low: Option<f64>, high: Option<f64>) -> Option<(f64, f64)> {
    let (low, high) = (low?, high?);
    (high - low >= SHORTEST_REACH).then_some((low, high))
}

/// Shorter than this the end caps fall under the tick.
const SHORTEST_REACH: f64 = 0.5;

#[cfg(test)]
mod tests {
    use super::reach;

    #[test]
    fn a_reach_without_length_is_not_drawn() {
        assert_eq!(reach(Some(39.3), Some(39.3)), None);
        assert_eq!(reach(Some(25.5), Some(48.8)), Some((25.5, 48.8)));
        assert_eq!(reach(None, Some(48.8)), None);
    }
}
