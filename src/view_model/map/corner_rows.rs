use std::sync::Arc;

use cluster_ready_core::boundary::{Crs, Position, Shape};
use cluster_ready_core::survey::open_corners;

/// A row of the editable table. Its number in the table changes, its id does not.
#[derive(Debug, Clone, PartialEq)]
pub struct CornerRow {
    pub id: u32,
    pub first: Arc<str>,
    pub second: Arc<str>,
}

/// The corners of a ring as texts: northing and easting, or longitude and latitude.
///
/// `write` has to give a text that reads back to the same figure.
pub fn corner_rows(
    ring: &[Position],
    crs: Crs,
    first_id: u32,
    write: &dyn Fn(f64) -> String,
) -> Vec<CornerRow> {
    let row = |([x, y], id): (&Position, u32)| {
        let (first, second) = if crs.is_degrees() { (x, y) } else { (y, x) };
        CornerRow {
            id,
            first: write(*first).into(),
            second: write(*second).into(),
        }
    };
    open_corners(ring).iter().zip(first_id..).map(row).collect()
}

/// New rows in place of old ones: a row that says the same at the same place keeps its id.
pub fn kept_rows(old: &[CornerRow], mut new: Vec<CornerRow>) -> Vec<CornerRow> {
    for (old, new) in old.iter().zip(&mut new) {
        if (&old.first, &old.second) == (&new.first, &new.second) {
            new.id = old.id;
        }
    }
    new
}

/// The shape with one ring replaced.
pub fn with_ring(shape: &Shape, part: usize, ring: usize, corners: Vec<Position>) -> Shape {
    let mut parts = shape.parts.clone();
    if let Some(slot) = parts.get_mut(part).and_then(|rings| rings.get_mut(ring)) {
        *slot = corners;
    }
    Shape { parts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::read::{Hint, parse_rows};

    fn comma(value: f64) -> String {
        value.to_string().replace('.', ",")
    }

    #[test]
    fn rows_read_back_to_the_same_bits() {
        let ring = vec![
            [424_318.205, 2_367_284.378_912_345],
            [425_000.0, 2_367_000.125],
            [425_000.1, 2_366_000.000_1],
            [424_318.205, 2_367_284.378_912_345],
        ];
        let crs = Crs::from_meridian(107.0).unwrap();
        for write in [&comma as &dyn Fn(f64) -> String, &|value: f64| {
            value.to_string()
        }] {
            let rows = corner_rows(&ring, crs, 7, write);
            assert_eq!(rows.len(), 3);
            assert_eq!(rows[0].id, 7);
            let texts: Vec<(String, String)> = rows
                .iter()
                .map(|row| (row.first.to_string(), row.second.to_string()))
                .collect();
            let read = parse_rows(&texts, &Hint::default());
            assert!(read.north_first);
            assert_eq!(
                open_corners(&read.candidate.unwrap().shape.parts[0][0]),
                open_corners(&ring)
            );
        }
    }

    #[test]
    fn rows_that_say_the_same_stay_the_rows_they_are() {
        let ring = |middle| vec![[105.1, 21.5], [middle, 21.6], [105.1, 21.7]];
        let rows = |ring: &[Position], id| corner_rows(ring, Crs::Wgs84, id, &comma);
        let old = rows(&ring(105.2), 0);
        let new = kept_rows(&old, rows(&ring(105.3), 10));
        let ids: Vec<u32> = new.iter().map(|row| row.id).collect();
        assert_eq!(ids, [0, 11, 2]);
        assert_eq!(&*new[1].first, "105,3");
    }

    #[test]
    fn degrees_read_back_to_the_same_bits() {
        let ring = vec![[105.123, 21.5], [105.2, 21.567_891_234_5], [105.1, 21.4]];
        let rows = corner_rows(&ring, Crs::Wgs84, 0, &comma);
        let texts: Vec<(String, String)> = rows
            .iter()
            .map(|row| (row.first.to_string(), row.second.to_string()))
            .collect();
        let read = parse_rows(&texts, &Hint::default());
        assert_eq!(
            open_corners(&read.candidate.unwrap().shape.parts[0][0]),
            ring
        );
    }
}
