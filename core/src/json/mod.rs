//! JSON as the core reads and writes it: a cursor that knows its path, a writer that keeps the order of its fields.
//!
//! One small reader for the model and for result files instead of a derive for each structure: it names the place
//! of every fault, and the browser loads it once.

mod canonical_number;
mod fault;
mod node;
mod text;
mod writer;

pub use canonical_number::canonical_number;
pub use fault::{Fault, FaultKind};
pub use node::Node;
pub use text::{DEPTH_LIMIT, TextError, parse, parse_within};
pub use writer::{NumberText, Writer};
