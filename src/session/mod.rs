//! What a visit is: pure machines without view, DOM or clock. Each takes an event and gives its next state and what is to be
//! done, as data; `ui/state` does it and brings back what came of it as further events.

pub mod boundary;
pub mod drafts;
pub mod sending;
pub mod waiting;
