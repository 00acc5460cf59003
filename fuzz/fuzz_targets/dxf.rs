#![no_main]

// After a remark everything is a drawing; nothing of it is left to the reader of tables.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cluster_ready_fuzz::check_behind(b"999\n\n", bytes));

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    cluster_ready_fuzz::mutate_drawing(data, size, max_size, seed)
});
