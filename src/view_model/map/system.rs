use crate::read::CrsOption;

/// At most so many systems are shown to choose from at once.
const FIRST: usize = 3;

/// How many of the options (the most plausible first) are shown at once; the others are behind "another".
pub fn first_systems(options: &[CrsOption]) -> usize {
    let in_viet_nam = options
        .iter()
        .take(FIRST)
        .take_while(|option| option.in_viet_nam)
        .count();
    in_viet_nam.max(1).min(options.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::Shape;
    use crate::read::crs_options;

    #[test]
    fn the_province_s_meridians_are_among_the_first() {
        let shape = Shape::of_ring(vec![[424_318.2, 2_367_284.38], [424_790.2, 2_367_339.8]]);
        let options = crs_options(&shape, Some("24"));
        let first = first_systems(&options);
        assert!((1..=FIRST).contains(&first));
        assert_eq!(options[0].crs.meridian(), Some(107.0));
    }

    #[test]
    fn nothing_to_choose_from_shows_nothing() {
        assert_eq!(first_systems(&[]), 0);
    }
}
