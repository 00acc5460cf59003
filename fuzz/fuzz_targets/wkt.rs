#![no_main]

// After a point everything is WKT; nothing of it is left to the reader of tables.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cluster_ready_fuzz::check_behind(
    b"POINT EMPTY;",
    bytes
));
