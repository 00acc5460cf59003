use super::super::{LIMIT_CORNERS, ReadError, json::Json};
use crate::boundary::{Position, Ring};
use crate::progress::done;

/// MultiPolygon is the deepest.
const LIMIT_DEPTH: usize = 4;

/// Positions nested one to four deep, kept flat.
#[derive(Debug, Default)]
pub(super) struct Coordinates {
    positions: Vec<Position>,
    /// Depth of the arrays that are positions; 0 before the first one.
    depth: usize,
    /// Ends of the lists of positions.
    rings: Vec<usize>,
    /// Ends of the lists of rings, counted in rings.
    parts: Vec<usize>,
    /// How deep an empty array before the first position lies, at most, and where.
    blank: Option<(usize, usize)>,
}

impl Coordinates {
    pub(super) const fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    pub(super) const fn depth(&self) -> usize {
        self.depth
    }

    /// Parts with rings, the empty ones left out; a Polygon is one part. `None` where a part has holes but no shell.
    pub(super) fn into_parts(mut self) -> Option<Vec<Vec<Ring>>> {
        if self.blank.is_some_and(|(depth, _)| depth + 1 == self.depth) {
            return None;
        }
        if self.depth == 3 {
            self.parts.push(self.rings.len());
        }
        let mut positions = self.positions.into_iter();
        let (mut first_position, mut first_ring) = (0, 0);
        let mut ends = self.rings.into_iter();
        let mut parts = Vec::with_capacity(self.parts.len());
        for part_end in self.parts {
            let mut rings: Vec<Ring> = (first_ring..part_end)
                .filter_map(|_| {
                    let end = ends.next()?;
                    let ring = positions.by_ref().take(end - first_position).collect();
                    first_position = end;
                    Some(ring)
                })
                .collect();
            first_ring = part_end;
            let has_shell = rings.first().is_some_and(|shell| !shell.is_empty());
            rings.retain(|ring| !ring.is_empty());
            match (has_shell, rings.is_empty()) {
                (_, true) => {}
                (true, false) => parts.push(rings),
                (false, false) => return None,
            }
        }
        Some(parts)
    }
}

/// Reads the value of a member `coordinates`. `corners` counts over the whole file.
pub(super) fn read(json: &mut Json<'_>, corners: &mut usize) -> Result<Coordinates, ReadError> {
    let mut read = Coordinates::default();
    let mut depth = 0;
    loop {
        if !json.take(b'[') {
            return Err(json.bad_coordinate());
        }
        depth += 1;
        if depth > LIMIT_DEPTH {
            return Err(json.too_deep(LIMIT_DEPTH));
        }
        match json.peek() {
            Some(b'[') => continue,
            Some(b']') if read.depth == 0 => {
                read.blank = read.blank.max(Some((depth, json.offset())));
            }
            // An empty list where a position has to stand.
            Some(b']') if depth == read.depth => return Err(json.bad_coordinate()),
            Some(b']') => {}
            _ => {
                if read.depth != 0 && read.depth != depth {
                    return Err(json.wrong_depth(json.offset()));
                }
                if let Some((_, at)) = read.blank.filter(|(blank, _)| *blank >= depth) {
                    return Err(json.bad_coordinate_at(at));
                }
                read.depth = depth;
                read.positions.push(position(json)?);
                *corners += 1;
                done(1);
                if *corners > LIMIT_CORNERS {
                    return Err(ReadError::TooManyCorners {
                        limit: LIMIT_CORNERS,
                    });
                }
            }
        }
        // The array just entered ends here, and perhaps those around it.
        loop {
            if json.take(b']') {
                close(&mut read, depth);
                depth -= 1;
            } else if depth > 0 && json.take(b',') {
                break;
            } else {
                return Err(json.bad());
            }
            if depth == 0 {
                return Ok(read);
            }
        }
    }
}

fn close(read: &mut Coordinates, depth: usize) {
    if read.depth == depth + 1 {
        read.rings.push(read.positions.len());
    } else if read.depth == depth + 2 {
        read.parts.push(read.rings.len());
    }
}

/// Two numbers, further ones (heights) are read and dropped; the closing bracket is left.
fn position(json: &mut Json<'_>) -> Result<Position, ReadError> {
    let x = coordinate(json)?;
    if !json.take(b',') {
        return Err(json.bad_coordinate());
    }
    let y = coordinate(json)?;
    while json.take(b',') {
        coordinate(json)?;
    }
    Ok([x, y])
}

fn coordinate(json: &mut Json<'_>) -> Result<f64, ReadError> {
    json.peek();
    let start = json.offset();
    json.number()?
        .filter(|number| number.is_finite())
        .ok_or_else(|| json.bad_coordinate_at(start))
}
