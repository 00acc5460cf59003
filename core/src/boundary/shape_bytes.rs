//! A shape as bytes, to cross to another thread: how many parts; of each, how many rings; of each, how many corners, and
//! their coordinates. Whole numbers take 32 bits, coordinates 64, all little-endian.

use super::{Position, Ring, Shape};

const CORNER_BYTES: usize = 16;

impl Shape {
    pub fn to_bytes(&self) -> Vec<u8> {
        let corners: usize = self.parts.iter().flatten().map(Vec::len).sum();
        let rings: usize = self.parts.iter().map(Vec::len).sum();
        let numbers = 1 + self.parts.len() + rings;
        let mut bytes = Vec::with_capacity(corners * CORNER_BYTES + numbers * 4);
        put_count(&mut bytes, self.parts.len());
        for rings in &self.parts {
            put_count(&mut bytes, rings.len());
            for ring in rings {
                put_count(&mut bytes, ring.len());
                for [x, y] in ring {
                    bytes.extend_from_slice(&x.to_le_bytes());
                    bytes.extend_from_slice(&y.to_le_bytes());
                }
            }
        }
        bytes
    }

    /// `None` for bytes that [`Shape::to_bytes`] did not make.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut parts = Vec::new();
        for _ in 0..count(&mut bytes)? {
            let mut rings = Vec::new();
            for _ in 0..count(&mut bytes)? {
                let corners = usize::try_from(count(&mut bytes)?).ok()?;
                let (own, rest) = bytes.split_at_checked(corners.checked_mul(CORNER_BYTES)?)?;
                rings.push(ring(own));
                bytes = rest;
            }
            parts.push(rings);
        }
        bytes.is_empty().then_some(Self { parts })
    }
}

/// No reader gives more corners than fit: see `read::LIMIT_CORNERS`.
fn put_count(bytes: &mut Vec<u8>, count: usize) {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    bytes.extend_from_slice(&count.to_le_bytes());
}

fn count(bytes: &mut &[u8]) -> Option<u32> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*number))
}

fn ring(bytes: &[u8]) -> Ring {
    let (corners, _) = bytes.as_chunks::<CORNER_BYTES>();
    corners.iter().map(corner).collect()
}

fn corner(bytes: &[u8; CORNER_BYTES]) -> Position {
    let coordinate = |half: &[u8]| {
        let bytes = half.first_chunk().copied().unwrap_or_default();
        f64::from_le_bytes(bytes)
    };
    let (x, y) = bytes.split_at(CORNER_BYTES / 2);
    [coordinate(x), coordinate(y)]
}

impl serde::Serialize for Shape {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.to_bytes())
    }
}

impl<'de> serde::Deserialize<'de> for Shape {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(deserializer)?;
        Self::from_bytes(bytes).ok_or_else(|| serde::de::Error::custom("no shape"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape() -> impl Strategy<Value = Shape> {
        let position = [any::<f64>(), any::<f64>()];
        let ring = prop::collection::vec(position, 0..6);
        let part = prop::collection::vec(ring, 0..4);
        prop::collection::vec(part, 0..4).prop_map(|parts| Shape { parts })
    }

    fn bits(shape: &Shape) -> Vec<[u64; 2]> {
        shape
            .positions()
            .map(|position| position.map(f64::to_bits))
            .collect()
    }

    proptest! {
        #[test]
        fn shape_comes_back_bit_for_bit(shape in shape()) {
            let back = Shape::from_bytes(&shape.to_bytes()).unwrap();
            let lengths = |shape: &Shape| shape.parts.iter().map(|rings| rings.iter().map(Vec::len).collect()).collect::<Vec<Vec<usize>>>();
            prop_assert_eq!(lengths(&back), lengths(&shape));
            prop_assert_eq!(bits(&back), bits(&shape));
        }

        #[test]
        fn other_bytes_give_a_shape_or_nothing(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = Shape::from_bytes(&bytes);
        }
    }

    #[test]
    fn cut_or_longer_bytes_give_nothing() {
        let bytes = Shape::of_ring(vec![[1.0, 2.0], [3.0, 4.0]]).to_bytes();
        assert_eq!(Shape::from_bytes(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Shape::from_bytes(&[&bytes[..], &[0]].concat()), None);
    }
}
