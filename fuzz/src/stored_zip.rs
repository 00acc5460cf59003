/// An archive with one file that is not packed, as its checksum asks.
pub fn stored_zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let (length, name_length) = (bytes.len() as u32, name.len() as u16);
    let mut shared = Vec::new();
    shared.extend([20, 0, 0, 8, 0, 0, 0, 0, 0, 0]);
    for number in [crc(bytes), length, length] {
        shared.extend(number.to_le_bytes());
    }
    shared.extend(name_length.to_le_bytes());
    shared.extend([0, 0]);
    let mut zip = b"PK\x03\x04".to_vec();
    zip.extend(&shared);
    zip.extend(name.as_bytes());
    zip.extend(bytes);
    let directory = zip.len() as u32;
    zip.extend(b"PK\x01\x02\x14\0");
    zip.extend(&shared);
    zip.extend([0; 10]);
    zip.extend([0; 4]);
    zip.extend(name.as_bytes());
    let directory_length = zip.len() as u32 - directory;
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(directory_length.to_le_bytes());
    zip.extend(directory.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

/// CRC-32 of ISO 3309.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc: u32, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}
