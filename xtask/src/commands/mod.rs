//! One file per command.

pub mod bench;
pub mod build;
pub mod dist;
pub mod serve;
pub mod size;
pub mod stage;
pub mod test;
pub mod tidy;
