use super::HEIGHT;

/// A notch of a mouse's wheel in pixels, and how much larger it draws everything.
const NOTCH: f64 = 100.0;
const PER_NOTCH: f64 = 1.2;
/// The wheel of a mouse turned once tells three lines.
const LINE: f64 = NOTCH / 3.0;
/// No single event changes more.
const MOST: f64 = 1.5;

/// A turn of a wheel, or two fingers on a touchpad, as the browser tells it.
#[derive(Debug, Clone, Copy)]
pub struct Wheel {
    /// Downwards.
    pub delta: f64,
    /// Unit of the delta: 0 pixels, 1 lines, 2 pages.
    pub mode: u32,
    /// Fingers drawn apart or together come as a wheel with Ctrl.
    pub pinched: bool,
}

impl Wheel {
    /// How many times as large everything is drawn; `None` where nothing was turned.
    pub fn factor(self) -> Option<f64> {
        let unit = match self.mode {
            1 => LINE,
            2 => HEIGHT,
            _ => 1.0,
        };
        let pixels = self.delta * unit;
        if pixels == 0.0 || !pixels.is_finite() {
            return None;
        }
        // Browsers tell a pinch as a hundred times the logarithm of its factor.
        let rate = if self.pinched {
            1.0
        } else {
            libm::log(PER_NOTCH)
        };
        Some(libm::exp(-pixels / NOTCH * rate).clamp(1.0 / MOST, MOST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(delta: f64, mode: u32, pinched: bool) -> Option<f64> {
        let turned = Wheel {
            delta,
            mode,
            pinched,
        };
        turned.factor()
    }

    #[test]
    fn wheel_turned_sideways_changes_nothing() {
        assert_eq!(factor(0.0, 0, false), None);
        assert_eq!(factor(-0.0, 1, true), None);
        assert_eq!(factor(f64::NAN, 0, false), None);
    }

    #[test]
    fn many_small_turns_are_one_of_their_sum() {
        let small = factor(1.0, 0, false).unwrap();
        let large = factor(20.0, 0, false).unwrap();
        assert!((small.powi(20) - large).abs() < 1e-9);
        assert!(large > 0.95 && large < 1.0);
    }

    #[test]
    fn notch_is_the_same_in_pixels_and_in_lines() {
        let pixels = factor(-100.0, 0, false).unwrap();
        let lines = factor(-3.0, 1, false).unwrap();
        assert!((pixels - PER_NOTCH).abs() < 1e-9 && (lines - PER_NOTCH).abs() < 1e-9);
    }

    #[test]
    fn pinch_draws_as_large_as_the_fingers_say_and_no_event_jumps() {
        let pinched = factor(-10.0, 0, true).unwrap();
        assert!((pinched - 0.1_f64.exp()).abs() < 1e-9);
        assert_eq!(factor(-4_000.0, 0, false), Some(MOST));
        assert_eq!(factor(9.0, 2, true), Some(1.0 / MOST));
    }
}
