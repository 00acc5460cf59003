//! A bare `.shp`: after a change its lengths are made to fit again, most of the time.

use crate::{
    Dice,
    archive::{self, SHAPEFILE},
    change,
};

const HEADER_BYTES: usize = 100;
const MAGIC: u32 = 9_994;
const RECORD_HEADER_BYTES: usize = 8;

/// One change of the file in `data[..size]`, or in an archive there; how long it is afterwards.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice::new(seed);
    let given = &data[..size];
    let mut file = archive::bare_shapefile(given).unwrap_or_else(|| given.to_vec());
    if file.len() < HEADER_BYTES {
        file = archive::bare_shapefile(SHAPEFILE).unwrap_or_default();
    }
    let room = max_size.saturating_sub(file.len());
    change(&mut file, room);
    if dice.roll(4) > 0 {
        mend_lengths(&mut file);
    }
    let length = file.len().min(max_size);
    data[..length].copy_from_slice(&file[..length]);
    length
}

/// The file begins as one, records that announce more than there is end with it, and it ends with its records.
pub fn mend_lengths(file: &mut Vec<u8>) {
    let mut at = HEADER_BYTES;
    while let Some(rest) = file.len().checked_sub(at + RECORD_HEADER_BYTES) {
        let announced = &mut file[at + 4..at + RECORD_HEADER_BYTES];
        let words = u32::from_be_bytes(announced.try_into().unwrap_or_default());
        let words = words.min((rest / 2) as u32);
        announced.copy_from_slice(&words.to_be_bytes());
        at += RECORD_HEADER_BYTES + words as usize * 2;
    }
    file.truncate(at);
    for (at, number) in [(0, MAGIC), (24, (at / 2) as u32)] {
        if let Some(there) = file.get_mut(at..at + 4) {
            there.copy_from_slice(&number.to_be_bytes());
        }
    }
}
