use super::Prepared;

/// Every two rings whose boxes meet, the one with the lower number first.
pub(super) fn meeting_pairs<'a>(rings: &[&'a Prepared]) -> Vec<(&'a Prepared, &'a Prepared)> {
    let mut boxed: Vec<_> = rings
        .iter()
        .enumerate()
        .filter_map(|(index, ring)| Some((ring.tree.bounds()?, index, *ring)))
        .collect();
    boxed.sort_by(|(a, ..), (b, ..)| a.x_range().0.total_cmp(&b.x_range().0));
    let mut pairs = Vec::new();
    for (position, (bounds, index, ring)) in boxed.iter().enumerate() {
        let following = boxed.iter().skip(position + 1);
        for (other_bounds, other_index, other) in
            following.take_while(|(other, ..)| other.x_range().0 <= bounds.x_range().1)
        {
            if bounds.meets(other_bounds) {
                pairs.push(if index < other_index {
                    (*index, *other_index, *ring, *other)
                } else {
                    (*other_index, *index, *other, *ring)
                });
            }
        }
    }
    pairs.sort_by_key(|(first, second, ..)| (*first, *second));
    pairs.into_iter().map(|(_, _, a, b)| (a, b)).collect()
}
