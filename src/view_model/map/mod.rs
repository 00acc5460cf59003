//! The map of a boundary and the locator sketch, as numbers on a canvas.

mod corner_rows;
mod direction;
mod drawn;
mod edges;
mod editing;
mod frame;
mod grid;
mod handles;
mod letter;
mod locator;
mod numbers;
mod outline_path;
mod path;
mod reach;
mod scale;
mod sheet;
mod surveyed;
mod system;
mod title;

pub use corner_rows::{CornerRow, MOST_EDITED, corner_rows, kept_rows, open_corners, with_ring};
pub use direction::{Wind, wind};
pub use drawn::{Drawn, drawn};
pub use edges::edge_lengths;
pub use editing::{CornerAt, Editable, Refusal, Turn};
pub use frame::{Frame, HEIGHT, Point, WIDTH};
pub use grid::{GridLine, Run, grid_step};
pub use handles::{Handle, Steps, handles, nearest, number_beside};
pub use letter::{letter, letters};
pub use locator::{LOCATOR_HEIGHT, LOCATOR_WIDTH, Locator, Pin, Tag, locator, on_locator};
pub use numbers::Anchor;
pub use outline_path::outline_path;
pub use reach::{Reach, ReachMark};
pub use scale::ScaleBar;
pub use sheet::{CornerNumber, Flag, Numbers, Sheet, WrongEdge, sheet};
pub use surveyed::Surveyed;
pub use system::{Use, first_systems, used_by};
