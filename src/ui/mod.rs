//! The view: Leptos, one screen at a time. Only [`state`] writes the assessment, only [`effects`] creates effects.

mod answer_text;
mod app;
pub mod asked;
mod components;
mod effects;
#[cfg(feature = "first-page")]
mod first_pages;
mod hand_over;
pub mod later;
mod made_text;
pub mod own_files;
pub(crate) mod prelude;
mod refusal;
mod saved_file;
mod screens;
mod state;
mod text;
mod versions;
mod worked_example;

pub use app::app;
#[cfg(feature = "first-page")]
pub use first_pages::{first_pages, first_pages_of_a_firm};
pub use state::{App, Host, Screen, mode_of};
