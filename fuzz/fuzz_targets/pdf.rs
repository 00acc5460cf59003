#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cluster_ready_fuzz::check_pdf(bytes));
