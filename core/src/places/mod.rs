//! Universities, research institutes and the fields of industry; the nearest ones to a boundary, and the answers that
//! follow from them.

mod derived;
mod description;
mod field;
mod institution;
mod names;
mod near;

pub use derived::{Derived, derived};
pub use description::{Description, description};
pub use field::{Field, fields};
pub use institution::{Confidence, Institution, Kind, institution, institutions};
pub use names::{Name, Names, names};
pub use near::{Near, Wanted, added_id, nearest};
