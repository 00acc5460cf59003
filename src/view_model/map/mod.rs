//! The map of a boundary and the locator sketch, as numbers on a canvas.

mod corner_rows;
mod direction;
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
mod wheel;

pub use cluster_ready_core::survey::{MOST_LISTED as MOST_EDITED, open_corners};
pub use corner_rows::{CornerRow, corner_rows, kept_rows, with_ring};
pub use direction::{Wind, wind};
pub use editing::{CornerAt, Editable, Refusal, Turn};
pub use frame::{Frame, HEIGHT, Point, WIDTH};
pub use grid::{GridLine, Run, grid_step};
pub use handles::{Handle, Steps, handles, nearest, number_beside};
pub use letter::{letter, letters};
pub use locator::{LOCATOR_HEIGHT, LOCATOR_WIDTH, Locator, Pin, Tag, locator, on_locator};
pub use numbers::Anchor;
pub use outline_path::outline_path;
pub use reach::{Beyond, Reach, ReachMark};
pub use scale::ScaleBar;
pub use sheet::{CornerNumber, Flag, Numbers, Sheet, WrongEdge, sheet};
pub use surveyed::reaches;
pub use system::{Use, first_systems, used_by};
pub use wheel::Wheel;
