//! The map of a boundary and the locator sketch. The tables beside them say the same.

mod drawing;
mod figure;
mod locator;
mod near;

pub use drawing::{drawing, length, text as map_text};
pub use figure::{boundary_map, near_list};
pub use locator::{LocatorPin, PinMark, boundary_locator, locator};
pub use near::{near_name, near_source};
