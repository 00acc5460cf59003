//! The map of a boundary and the locator sketch. The tables beside them say the same.

mod drawing;
mod figure;
mod locator;

pub use drawing::{drawing, length, text as map_text};
pub use figure::{boundary_map, near_list, near_name};
pub use locator::{LocatorPin, PinMark, boundary_locator, locator};
