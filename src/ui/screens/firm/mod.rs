//! The first pages where a firm answers. They come later: a page that asks for them has loaded that part at once.

mod profile;
mod start;

pub use profile::profile;
pub use start::start;
