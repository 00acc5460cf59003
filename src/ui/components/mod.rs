//! Building blocks of the screens: values in, callbacks out, no rule of the subject.

mod charts;
mod choice;
mod date_field;
mod error_summary;
mod fields;
mod frame;
mod icon;
mod in_turn;
mod link;
mod map;
mod number_field;
mod section;
mod steps;

pub use charts::{
    Bar, bars, legend, level_bands, likely_figure, pill, radar_chart, range_figure, span,
};
pub use choice::{Choice, Picker, choice, or_line};
pub use date_field::{DateState, date_field, date_state};
pub use error_summary::{Errors, error_line, error_summary};
pub use fields::{select_field, text_area, text_field, yes_no};
pub use frame::{foot, hand_over, masthead, notices, waiting};
pub use icon::{Mark, mark, svg};
pub use in_turn::in_turn;
pub use link::{back, bar, button, link, more, plain_button};
pub use map::{
    LocatorPin, PinMark, boundary_locator, boundary_map, drawing, length, locator, map_text,
    near_list, near_name, near_source,
};
pub use number_field::{
    NumberField, NumberState, converted, number_field, number_problem, number_state,
};
pub use section::{empty, empty_page, fact, paragraph, section};
pub use steps::{Step, steps};
