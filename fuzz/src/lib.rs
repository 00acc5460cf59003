//! What has to hold for any bytes, and how bytes are changed where a format refuses nearly every change at once.

mod archive;
mod corners;
mod drawing;
mod json;
mod layer;
mod pdf;
mod result_file;
mod shapefile;

pub use archive::{any, document, kmz, workbook, zipped_shapefile};
pub use corners::check_corners;
pub use drawing::mutate as mutate_drawing;
pub use json::check_geojson;
pub use pdf::check_pdf;

pub use result_file::check_result_file;
pub use shapefile::mutate as mutate_shapefile;

/// Checks bytes as they are.
pub fn check(bytes: &[u8]) {
    let _ = layer::check(bytes);
}

/// Checks bytes with a beginning that leads to one reader.
pub fn check_after(beginning: &[u8], bytes: &[u8]) {
    check(&layer::with_beginning(beginning, bytes));
}

/// Checks bytes behind a beginning, whatever they are.
pub fn check_behind(beginning: &[u8], bytes: &[u8]) {
    check(&[beginning, bytes].concat());
}

/// Numbers for the choices of one change, all from the seed that comes with it.
struct Dice(u64);

impl Dice {
    fn new(seed: u32) -> Self {
        Self(u64::from(seed) | 1 << 32)
    }

    /// Below `sides`, which is not 0. A linear congruential generator (Knuth, MMIX): its upper bits are good enough.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Changes bytes as libFuzzer does by itself, `room` bytes longer at the most.
fn change(bytes: &mut Vec<u8>, room: usize) {
    let size = bytes.len();
    bytes.resize(size + room.max(1), 0);
    let most = bytes.len();
    let changed = libfuzzer_sys::fuzzer_mutate(bytes, size, most);
    bytes.truncate(changed);
}
