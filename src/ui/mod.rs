//! The view: Leptos, one screen at a time. Only [`state`] writes the assessment, only [`effects`] creates effects.

mod answer_text;
mod app;
mod components;
mod effects;
pub mod later;
pub(crate) mod prelude;
mod saved_file;
mod screens;
mod state;
mod text;
mod worked_example;

pub use app::app;
pub use state::Screen;
