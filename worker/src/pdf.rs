//! The binary that reads the text of PDF files: beside the worker's, which loads it for the first of them. It imports nothing,
//! so it can reach nothing but the bytes that it is given.

#[cfg(target_arch = "wasm32")]
#[allow(
    unsafe_code,
    reason = "functions are found by their names; none touches memory on its own"
)]
mod exports {
    use std::sync::Mutex;

    /// The file, and after it was read the message.
    static BYTES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

    /// Where a file of this length is to be written; 0 where there is no room for it.
    #[unsafe(no_mangle)]
    extern "C" fn room(length: usize) -> *const u8 {
        let mut bytes = Vec::new();
        if bytes.try_reserve_exact(length).is_err() {
            return std::ptr::null();
        }
        bytes.resize(length, 0);
        with(|held| *held = std::mem::take(&mut bytes));
        begin()
    }

    /// Reads the file; how long the message is.
    #[unsafe(no_mangle)]
    extern "C" fn read() -> usize {
        let mut length = 0;
        with(|held| {
            *held = cluster_ready_core::pdf::to_message(held);
            length = held.len();
        });
        length
    }

    /// Where the message stands.
    #[unsafe(no_mangle)]
    extern "C" fn begin() -> *const u8 {
        let mut at = std::ptr::null();
        with(|held| at = held.as_ptr());
        at
    }

    fn with(mut change: impl FnMut(&mut Vec<u8>)) {
        // One thread only: it is never locked.
        if let Ok(mut held) = BYTES.lock() {
            change(&mut held);
        }
    }
}

fn main() {}
