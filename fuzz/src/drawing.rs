//! DXF: groups of two lines each. A line too many makes nonsense of all that follow, so most changes are those of groups.

use libfuzzer_sys::fuzzer_mutate;

use crate::{Dice, change};

/// One change of the drawing in `data[..size]`; how long it is afterwards.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice::new(seed);
    let lines: Vec<&[u8]> = data[..size].split(|byte| *byte == b'\n').collect();
    let mut groups: Vec<Vec<u8>> = lines.chunks(2).map(|pair| pair.join(&b'\n')).collect();
    if dice.roll(4) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let [from, to] = [dice.roll(groups.len()), dice.roll(groups.len())];
    match dice.roll(4) {
        0 => drop(groups.remove(from)),
        1 => groups.insert(to, groups[from].clone()),
        2 => groups.swap(from, to),
        _ => {
            let group = &mut groups[from];
            let code = group.iter().position(|byte| *byte == b'\n').unwrap_or(0);
            let mut value = group.split_off(code);
            change(&mut value, max_size.saturating_sub(size));
            value.retain(|byte| *byte != b'\n');
            group.push(b'\n');
            group.append(&mut value);
        }
    }
    let drawing = groups.join(&b'\n');
    let length = drawing.len().min(max_size);
    data[..length].copy_from_slice(&drawing[..length]);
    length
}
