//! Words around objects: what is before `obj`, and where the data of a stream begin.

use super::object::{Lexer, is_blank};

/// "12 0" before `obj`: number and generation.
pub(super) fn heading(bytes: &[u8], at: usize) -> Option<(u32, u16)> {
    let before = bytes.get(at.saturating_sub(32)..at)?;
    let (generation, before) = last_number(before)?;
    let (number, before) = last_number(before)?;
    // "1.5 0 obj" is none.
    let is_whole = before
        .last()
        .is_none_or(|byte| !matches!(byte, b'.' | b'-' | b'+'));
    (is_whole && number > 0).then_some((number, u16::try_from(generation).ok()?))
}

/// The number before the blanks at the end, and what is before it.
fn last_number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let trimmed = match bytes.iter().rposition(|byte| !is_blank(*byte)) {
        Some(last) => bytes.get(..=last)?,
        None => return None,
    };
    let start = trimmed
        .iter()
        .rposition(|byte| !byte.is_ascii_digit())
        .map_or(0, |at| at + 1);
    let (before, digits) = trimmed.split_at(start);
    if digits.is_empty() || digits.len() > 10 {
        return None;
    }
    let value = digits
        .iter()
        .fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    Some((u32::try_from(value).ok()?, before))
}

/// Where the data of a stream begin, behind the word and the end of its line.
pub(super) fn data_start(bytes: &[u8], at: usize) -> Option<usize> {
    let mut lexer = Lexer::new(bytes, at);
    lexer.skip_blanks();
    let start = lexer.at + 6;
    let after = bytes.get(lexer.at..)?.strip_prefix(b"stream")?;
    Some(match after {
        [b'\r', b'\n', ..] => start + 2,
        [b'\n' | b'\r', ..] => start + 1,
        _ => start,
    })
}

pub(super) fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(word.len()).position(|here| here == word)?;
    Some(from + at)
}
