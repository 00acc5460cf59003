use cluster_ready_core::boundary::Problem;

/// A to Z, then AA, AB, …
pub fn letter(index: usize) -> String {
    let (before, own) = (index / 26, index % 26);
    let own = u8::try_from(own).map_or('?', |own| char::from(b'A' + own));
    match before.checked_sub(1) {
        Some(before) => format!("{}{own}", letter(before)),
        None => own.to_string(),
    }
}

/// The letter of each problem, in the order of the list: those with a place have one.
pub fn letters(problems: &[Problem]) -> Vec<Option<String>> {
    let mut used = 0;
    problems
        .iter()
        .map(|problem| {
            problem.at_wgs84.map(|_| {
                used += 1;
                letter(used - 1)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let all: Vec<String> = [0, 25, 26, 27, 52, 701, 702].map(letter).into();
        assert_eq!(all, ["A", "Z", "AA", "AB", "BA", "ZZ", "AAA"]);
    }
}
