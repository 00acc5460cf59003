//! One page each. A screen reads the state, shows it, and dispatches what a person does.

pub mod accessibility;
pub mod boundary;
pub mod check;
pub mod erase;
pub mod facts;
mod figure;
pub mod firm;
pub mod kept;
pub mod method;
mod mismatches;
pub mod profile;
mod profile_page;
pub mod published;
pub mod question;
pub mod result;
pub mod send;
pub mod start;
pub mod tasks;
pub mod versions;

#[cfg(feature = "first-page")]
pub use profile::first_quick;
