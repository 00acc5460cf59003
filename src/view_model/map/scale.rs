use super::frame::Frame;

/// Longest scale bar, in units of the canvas.
const LONGEST: f64 = 175.0;

/// A bar of a round length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleBar {
    pub metres: f64,
    /// Length on the canvas.
    pub units: f64,
}

impl ScaleBar {
    pub(super) fn of(frame: &Frame) -> Self {
        let metres = round_below(LONGEST * frame.metres_per_unit());
        Self {
            metres,
            units: metres / frame.metres_per_unit(),
        }
    }
}

/// The greatest of 1, 2 and 5 times a power of ten that is not above `length`.
pub(super) fn round_below(length: f64) -> f64 {
    let power = 10f64.powi(exponent(length));
    let digit = [5.0, 2.0]
        .into_iter()
        .find(|digit| digit * power <= length * (1.0 + 1e-9))
        .unwrap_or(1.0);
    digit * power
}

/// The least of 1, 2 and 5 times a power of ten that is not below `length`.
pub(super) fn round_above(length: f64) -> f64 {
    let power = 10f64.powi(exponent(length));
    let digit = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|digit| digit * power >= length * (1.0 - 1e-9))
        .unwrap_or(10.0);
    digit * power
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "the logarithm of a length on Earth is small"
)]
fn exponent(length: f64) -> i32 {
    (length.max(1e-9).log10() + 1e-9).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_to_one_two_and_five() {
        for (length, below, above) in [
            (1.0, 1.0, 1.0),
            (1.9, 1.0, 2.0),
            (499.0, 200.0, 500.0),
            (500.0, 500.0, 500.0),
            (730.0, 500.0, 1000.0),
            (0.03, 0.02, 0.05),
        ] {
            assert!((round_below(length) - below).abs() < 1e-9, "{length}");
            assert!((round_above(length) - above).abs() < 1e-9, "{length}");
        }
    }

    #[test]
    fn bar_is_round_and_fits() {
        let bar = ScaleBar::of(&Frame::fit([0.0, 0.0, 1_710.0, 900.0]));
        assert_eq!(bar.metres, 500.0);
        assert!(bar.units <= LONGEST);
    }
}
