use super::frame::{Frame, Point};
use super::scale::ScaleBar;
use super::sheet::Sheet;
use super::{grid, path, title};
use cluster_ready_core::boundary::Shape;
use cluster_ready_core::overlay::Compared;

/// A boundary laid over an earlier one, on the canvas.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlay {
    /// Grid and scale; no boundary is on it.
    pub under: Sheet,
    pub kept: Land,
    pub added: Land,
    pub removed: Land,
}

/// Land that became one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// Path data of all rings.
    pub path: String,
    /// Where its area is written: in its largest piece, where that has room for it.
    pub label: Option<Point>,
}

/// A piece that is narrower or lower than this on the canvas has no room for a text.
const LABEL: Point = [90.0, 34.0];

impl Overlay {
    /// `None` where there is nothing to draw.
    pub fn of(compared: &Compared) -> Option<Self> {
        let parts = [&compared.kept, &compared.added, &compared.removed];
        let bounds = parts.into_iter().filter_map(|part| part.shape.bounds());
        let frame = Frame::fit(bounds.reduce(|[w, s, e, n], [west, south, east, north]| {
            [w.min(west), s.min(south), e.max(east), n.max(north)]
        })?);
        let (grid_step, grid) = grid::grid(&frame);
        let [kept, added, removed] = parts.map(|part| Land {
            path: path::path(&part.shape, &frame),
            label: label(&part.shape, &frame),
        });
        Some(Self {
            under: Sheet {
                grid,
                grid_step,
                area: String::new(),
                wrong: Vec::new(),
                dots: Vec::new(),
                numbers: Vec::new(),
                flags: Vec::new(),
                reaches: Vec::new(),
                scale: ScaleBar::of(&frame),
                title: None,
            },
            kept,
            added,
            removed,
        })
    }
}

fn label(shape: &Shape, frame: &Frame) -> Option<Point> {
    let size = |piece: &Shape| {
        let [w, s, e, n] = piece.bounds()?;
        Some([e - w, n - s].map(|metres| metres / frame.metres_per_unit()))
    };
    let pieces = shape.parts.iter().map(|rings| Shape {
        parts: vec![rings.clone()],
    });
    let area = |[x, y]: Point| x * y;
    let (largest, [width, height]) = pieces
        .filter_map(|piece| size(&piece).map(|size| (piece, size)))
        .max_by(|(_, a), (_, b)| area(*a).total_cmp(&area(*b)))?;
    if width < LABEL[0] || height < LABEL[1] {
        return None;
    }
    title::place(&largest, frame)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::boundary::Crs;
    use cluster_ready_core::overlay::{Level, Part, Pieces};

    fn rectangle(w: f64, width: f64, height: f64) -> Shape {
        let (w, s) = (560_000.0 + w, 2_290_000.0);
        Shape::of_ring(vec![
            [w, s],
            [w + width, s],
            [w + width, s + height],
            [w, s + height],
            [w, s],
        ])
    }

    fn compared(pieces: Pieces) -> Compared {
        let level = Level {
            plane_crs: Crs::Vn2000Tm3 { meridian: 105.5 },
            areas_m2: [1.0, 1.0],
            apart_m: 0.0,
        };
        Compared::of(level, Some(pieces), [0.1, 0.1])
    }

    #[test]
    fn all_pieces_are_in_the_frame_and_small_ones_have_no_text() {
        let drawn = Overlay::of(&compared(Pieces {
            kept: rectangle(0.0, 500.0, 400.0),
            added: rectangle(500.0, 300.0, 400.0),
            removed: rectangle(-20.0, 20.0, 400.0),
        }))
        .unwrap();
        assert!(
            [&drawn.kept, &drawn.added]
                .iter()
                .all(|land| land.label.is_some())
        );
        assert_eq!(drawn.removed.label, None);
        for land in [&drawn.kept, &drawn.added, &drawn.removed] {
            assert_eq!(land.path.matches('M').count(), 1);
        }
        let [x, _] = drawn.added.label.unwrap();
        assert!(x > drawn.kept.label.unwrap()[0]);
    }

    #[test]
    fn boundaries_apart_are_not_drawn() {
        let mut apart = compared(Pieces::default());
        apart.added = Part {
            area_m2: 5.0,
            ..Part::default()
        };
        assert_eq!(Overlay::of(&apart), None);
    }
}
