#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cluster_ready_fuzz::check(bytes));

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    cluster_ready_fuzz::document().mutate(data, size, max_size, seed)
});
