//! The map of a boundary and the locator sketch, as numbers on a canvas.

mod drawn;
mod frame;
mod grid;
mod letter;
mod locator;
mod numbers;
mod path;
mod reach;
mod scale;
mod sheet;
mod surveyed;
mod title;

pub use drawn::{Drawn, drawn};
pub use frame::{Frame, HEIGHT, Point, WIDTH};
pub use grid::{GridLine, Run};
pub use letter::{letter, letters};
pub use locator::{LOCATOR_HEIGHT, LOCATOR_WIDTH, Locator, Pin, Tag, locator, on_locator};
pub use numbers::Anchor;
pub use reach::{Reach, ReachMark};
pub use scale::ScaleBar;
pub use sheet::{CornerNumber, Flag, Numbers, Sheet, WrongEdge, sheet};
pub use surveyed::Surveyed;
