#![no_main]

use cluster_ready_fuzz::{check, stored_zip};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // An archive as it stands, or, since chance finds no checksum, a text that is packed here.
    if bytes.starts_with(b"PK") {
        check(bytes);
    } else {
        check(&stored_zip("doc.kml", bytes));
    }
});
