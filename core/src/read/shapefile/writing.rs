//! Shapefiles for tests.

use super::Format;
use crate::boundary::Ring;

/// A `.shp` with one record of a type for each list of rings.
pub(in crate::read) fn shp(kind: u32, records: &[&[Ring]]) -> Vec<u8> {
    let contents: Vec<Vec<u8>> = records.iter().map(|rings| content(kind, rings)).collect();
    let words = |bytes: usize| u32::try_from(bytes / 2).unwrap().to_be_bytes();
    let length = contents
        .iter()
        .map(|content| content.len() + 8)
        .sum::<usize>()
        + 100;
    let mut file = vec![0; 100];
    file[..4].copy_from_slice(Format::Shapefile.magic()[0]);
    file[24..28].copy_from_slice(&words(length));
    file[28..32].copy_from_slice(&1000_u32.to_le_bytes());
    file[32..36].copy_from_slice(&kind.to_le_bytes());
    for (number, content) in (1_u32..).zip(contents) {
        file.extend(number.to_be_bytes());
        file.extend(words(content.len()));
        file.extend(content);
    }
    file
}

fn content(kind: u32, rings: &[Ring]) -> Vec<u8> {
    let count = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut content = kind.to_le_bytes().to_vec();
    if rings.is_empty() {
        return content;
    }
    content.extend([0; 32]);
    content.extend(count(rings.len()));
    content.extend(count(rings.iter().map(Vec::len).sum()));
    let mut start = 0;
    for ring in rings {
        content.extend(count(start));
        start += ring.len();
    }
    for position in rings.iter().flatten() {
        content.extend(position.iter().flat_map(|number| number.to_le_bytes()));
    }
    content
}

/// A `.dbf` with one field of 20 letters.
pub(in crate::read) fn dbf(field: &str, values: &[&str]) -> Vec<u8> {
    let mut file = vec![0; 64];
    file[0] = 3;
    file[4..8].copy_from_slice(&u32::try_from(values.len()).unwrap().to_le_bytes());
    file[8] = 65;
    file[10] = 21;
    file[32..32 + field.len()].copy_from_slice(field.as_bytes());
    file[43] = b'C';
    file[48] = 20;
    file.push(b'\r');
    for value in values {
        let mut record = vec![b' '; 21];
        record[1..=value.len()].copy_from_slice(value.as_bytes());
        file.extend(record);
    }
    file
}
