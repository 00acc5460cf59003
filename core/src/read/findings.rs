use super::{
    Candidate, Format, Hint, LIMIT_CORNERS, Layer, Note, ReadError,
    system::{self, Stated},
};
use crate::boundary::Position;
use crate::progress::done;

/// What a map file holds so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Polygons.
    pub areas: Vec<Candidate>,
    /// Lines that go round something.
    pub lines: Vec<Candidate>,
    /// Points and lines that are left aside.
    pub others: usize,
    corners: usize,
}

impl Findings {
    /// Counts one corner more.
    pub(super) fn count_corner(&mut self) -> Result<(), ReadError> {
        self.corners += 1;
        done(1);
        if self.corners > LIMIT_CORNERS {
            return Err(ReadError::TooManyCorners {
                limit: LIMIT_CORNERS,
            });
        }
        Ok(())
    }

    /// The layer with the areas first, the lines after them: a boundary is more often drawn as an area.
    pub(super) fn into_layer(
        self,
        format: Format,
        stated: Option<Stated>,
        hint: &Hint,
    ) -> Result<Layer, ReadError> {
        let mut notes = Vec::new();
        if !self.lines.is_empty() {
            notes.push(Note::LinesAsRings {
                count: self.lines.len(),
            });
        }
        if self.others > 0 {
            notes.push(Note::NotPolygons { count: self.others });
        }
        let mut candidates = self.areas;
        candidates.extend(self.lines);
        if candidates.is_empty() {
            return Err(ReadError::NoPolygon {
                others: self.others,
            });
        }
        let system = system::settle(&mut candidates, stated, hint, &mut notes)?;
        Ok(Layer {
            format,
            candidates,
            crs: system.crs,
            axes_swapped: system.axes_swapped,
            notes,
        })
    }
}

/// Three corners or more, and the first one again at the end.
pub(super) fn is_closed(line: &[Position]) -> bool {
    line.len() >= 4 && line.first() == line.last()
}
