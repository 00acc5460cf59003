//! The boundary as a value: rings, coordinate systems, problems with their place, measures, accuracy, distances,
//! province.
//!
//! [`examine`] takes a boundary as given and says everything about it; [`repair`] applies one offered repair.

mod accuracy;
mod area;
mod axes;
mod chord;
mod crs;
mod datum;
mod edges;
mod examine;
mod extent;
mod fix;
mod geographic;
mod inside;
mod join;
mod measures;
mod nearest;
mod nesting;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod oracle;
mod outline;
mod problem;
mod province;
mod repair;
mod shape;
mod shape_bytes;
mod short_edge;
pub(crate) mod size;
mod sum;
mod tm;
mod validity;
mod viet_nam;

pub(crate) use area::{geodesic as geodesic_area, signed as signed_area};
pub use axes::upright;
pub use crs::Crs;
pub(crate) use datum::vn2000_degrees_to_wgs84;
pub use edges::Edges;
pub use examine::{Examined, Status, examine};
pub use fix::{Fix, common_sigma_m};
pub use join::join;
pub use measures::Measures;
pub use nearest::{Edge, distance_m};
pub(crate) use nesting::nest;
pub use outline::{Outline, OutlineKind, OutlinePart, outline};
pub use problem::{Problem, ProblemKind, Severity};
pub use province::{FormerProvince, Province, likely_province, province, provinces};
pub use repair::{Repair, repair};
pub(crate) use shape::open as open_ring;
pub use shape::{Position, Ring, Shape};
pub use viet_nam::in_viet_nam;
