use cluster_ready_core::score::Score;

/// The missing answers that would move the overall value most, as indices into the model, at most `count`.
pub fn narrowing(score: &Score, count: usize) -> Vec<usize> {
    let mut missing: Vec<(usize, f64)> = score
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, one)| one.could_change > 0.0)
        .map(|(index, one)| (index, one.could_change))
        .collect();
    // Stable: among equals the order of the model stays.
    cluster_ready_core::order::by(&mut missing, |a, b| b.1.total_cmp(&a.1));
    missing
        .into_iter()
        .take(count)
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_missing_answers_come_first() {
        let model = cluster_ready_core::model::bundled().unwrap();
        let entries = cluster_ready_core::assessment::file::read_answers(
            include_str!("../../../data/example.json"),
            model,
        )
        .unwrap();
        let score = cluster_ready_core::score::score(model, &entries);
        let ids: Vec<&str> = narrowing(&score, 2)
            .into_iter()
            .map(|index| model.indicators[index].id.as_str())
            .collect();
        assert_eq!(ids, ["D1", "D2"]);
        assert_eq!(narrowing(&score, 40).len(), 6);
    }
}
