//! How bytes pass through a program that imports nothing, so that it can reach nothing but them: they are written into its
//! memory, worked on, and the message is read there. Its instance is gone afterwards.

use std::sync::Mutex;

/// What was given, and after it was worked on the message.
static BYTES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Where so many bytes are to be written; 0 where there is no room for them.
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

/// Works on the bytes; how long the message is.
#[unsafe(no_mangle)]
extern "C" fn read() -> usize {
    let mut length = 0;
    with(|held| {
        *held = crate::message(held);
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
