use std::fmt::Write;

/// 16 random hex digits: names a draft or a tab, guards nothing.
pub fn id() -> String {
    let mut bytes = [0u8; 8];
    let filled = super::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        bytes = (js_sys::Date::now().to_bits() ^ js_sys::Math::random().to_bits()).to_le_bytes();
    }
    bytes
        .iter()
        .fold(String::with_capacity(16), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
