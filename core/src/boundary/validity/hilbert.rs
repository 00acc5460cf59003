use super::segment::Bounds;

/// Cells of the curve along each axis, as a power of two.
const BITS: u32 = 16;

/// Hilbert's curve through a box: cells that follow each other on it are neighbours.
pub(super) struct Curve {
    x: Axis,
    y: Axis,
}

struct Axis {
    low: f32,
    /// Cells to the unit.
    scale: f32,
}

impl Axis {
    fn along((low, high): (f32, f32)) -> Self {
        let last = (1_u32 << BITS) - 1;
        Self {
            low,
            scale: last as f32 / (high - low),
        }
    }

    /// The cell of the middle of a range: within the curve, or 0 when there is no extent.
    fn cell(&self, (low, high): (f32, f32)) -> u32 {
        ((f32::midpoint(low, high) - self.low) * self.scale) as u32
    }
}

impl Curve {
    pub(super) fn through(all: &Bounds) -> Self {
        Self {
            x: Axis::along(all.x_range()),
            y: Axis::along(all.y_range()),
        }
    }

    /// Puts things in the order in which the curve comes by the middles of their bounds; those without bounds come first.
    pub(super) fn sort<T: Copy + Ord>(
        &self,
        things: &mut Vec<T>,
        bounds: impl Fn(&T) -> Option<Bounds>,
    ) {
        let at = |thing: &T| bounds(thing).map_or(0, |bounds| self.place(&bounds));
        let mut keyed: Vec<(u32, T)> = things.iter().map(|thing| (at(thing), *thing)).collect();
        keyed.sort_unstable();
        things.clear();
        things.extend(keyed.into_iter().map(|(_, thing)| thing));
    }

    fn place(&self, bounds: &Bounds) -> u32 {
        along(self.x.cell(bounds.x_range()), self.y.cell(bounds.y_range()))
    }
}

/// Where on the curve a cell lies.
fn along(mut x: u32, mut y: u32) -> u32 {
    let mut at = 0;
    for bit in (0..BITS).rev() {
        let (right, up) = ((x >> bit) & 1, (y >> bit) & 1);
        at = (at << 2) | ((3 * right) ^ up);
        if up == 0 {
            if right == 1 {
                (x, y) = (!x, !y);
            }
            (x, y) = (y, x);
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_follow_each_other_are_neighbours() {
        let mut cells: Vec<(u32, u32, u32)> = (0..32)
            .flat_map(|x| (0..32).map(move |y| (along(x, y), x, y)))
            .collect();
        cells.sort_unstable();
        for pair in cells.windows(2) {
            let [(_, ax, ay), (_, bx, by)] = pair else {
                panic!("two cells")
            };
            assert_eq!(ax.abs_diff(*bx) + ay.abs_diff(*by), 1);
        }
    }
}
