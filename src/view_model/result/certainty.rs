use std::collections::BTreeMap;

use cluster_ready_core::assessment::{Entry, State};
use cluster_ready_core::model::Model;
use cluster_ready_core::score::uncertainty::{
    Band, Bar, Causes, Group, Narrowed, Streams, Uncertainty, everything, narrowed, tornado,
};
use cluster_ready_core::score::{Range, Score};

/// Of 100 draws so many make a level almost certain.
const ALMOST_CERTAIN: u32 = 95;
/// Of 100 draws so many make it likely.
const LIKELY: u32 = 80;
/// Missing answers that are proposed to be given first.
const FIRST: usize = 3;
/// Answers drawn in the tornado; the table has them all.
const DRAWN: usize = 10;
/// A bar that would read as 0.0 on both sides is not drawn, points.
const SHORTEST: f64 = 0.05;

/// How sure a result is, as the page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    pub central: f64,
    pub band: Band,
    /// With the missing answers at 0 and at 100.
    pub range: Range,
    pub missing: usize,
    /// Where a level is shown.
    pub levels: Option<Levels>,
    /// Whole per cent of what is not certain, largest first; groups that cannot move the result are left out.
    pub sources: Vec<(Group, u32)>,
    /// Those groups.
    pub unmoved: Vec<Group>,
    /// Missing answers whose answer would narrow the band most, as places in the model.
    pub first: Vec<usize>,
    /// What answering them would leave.
    pub after: Option<Narrowed>,
    /// Widest first, as differences from the central value: all of them, and how many are drawn.
    pub bars: Vec<Moved>,
    pub drawn: usize,
    pub weights: Bar,
    pub formula: Bar,
}

/// How many of 100 draws have each level.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// With the number of each level; they add up to 100.
    pub counts: Vec<(u8, u32)>,
    pub sure: Sure,
}

/// How sure a level is, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    AlmostCertain {
        level: u8,
        count: u32,
    },
    Likely {
        level: u8,
        count: u32,
    },
    /// Of two levels, the lower one first.
    Unclear {
        levels: [u8; 2],
    },
}

/// How far one answer moves the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Place in the model.
    pub indicator: usize,
    pub missing: bool,
    pub bar: Bar,
    /// Total effect, 0–1.
    pub effect: f64,
}

/// `None` where no overall value is shown.
pub fn certainty(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    score: &Score,
) -> Option<Certainty> {
    let mut streams = Streams::of(model);
    let (found, causes) = everything(model, entries, &mut streams)?;
    let tornado = tornado(model, entries, &mut streams)?;
    let central = tornado.central;
    let from_central = |bar: Bar| Bar {
        low: bar.low - central,
        high: bar.high - central,
    };
    let is_missing = |place: usize| {
        model.indicators.get(place).is_some_and(|indicator| {
            let state = State::of(indicator, entries.get(&indicator.id));
            matches!(state, State::Unknown | State::Unanswered)
        })
    };
    let mut bars: Vec<Moved> = tornado
        .indicators
        .iter()
        .zip(&causes.total_effects)
        .filter_map(|((id, bar), (_, effect))| {
            let indicator = model.position(id)?;
            Some(Moved {
                indicator,
                missing: is_missing(indicator),
                bar: from_central(*bar),
                effect: *effect,
            })
        })
        .collect();
    let first = first(&bars);
    cluster_ready_core::order::by(&mut bars, |a, b| b.bar.width().total_cmp(&a.bar.width()));
    let wide = bars
        .iter()
        .filter(|one| one.bar.width() >= SHORTEST)
        .count();
    let ids: Vec<&str> = first
        .iter()
        .filter_map(|place| model.indicators.get(*place))
        .map(|one| one.id.as_str())
        .collect();
    let after = match ids.is_empty() {
        true => None,
        false => narrowed(model, entries, &ids, &mut streams),
    };
    Some(Certainty {
        central,
        band: found.band,
        range: score.overall,
        missing: bars.iter().filter(|one| one.missing).count(),
        levels: score.level.and_then(|_| levels(model, &found)),
        sources: sources(&causes),
        unmoved: unmoved(&causes),
        first,
        after,
        drawn: wide.min(DRAWN),
        bars,
        weights: from_central(tornado.weights),
        formula: from_central(tornado.formula),
    })
}

/// The level shares of a result whose level is shown, without all else.
pub fn levels(model: &Model, found: &Uncertainty) -> Option<Levels> {
    let counts = hundred(&found.level_shares);
    let numbers = model.levels.iter().map(|level| level.number);
    let counts: Vec<(u8, u32)> = numbers.zip(counts).collect();
    let mut by_count = counts.clone();
    cluster_ready_core::order::by(&mut by_count, |a, b| b.1.cmp(&a.1));
    let [(level, count), (other, _), ..] = *by_count.as_slice() else {
        return None;
    };
    let sure = match count {
        ALMOST_CERTAIN.. => Sure::AlmostCertain { level, count },
        LIKELY.. => Sure::Likely { level, count },
        _ => Sure::Unclear {
            levels: [level.min(other), level.max(other)],
        },
    };
    Some(Levels { counts, sure })
}

/// Missing answers by their total effect.
fn first(bars: &[Moved]) -> Vec<usize> {
    let mut missing: Vec<&Moved> = bars.iter().filter(|one| one.missing).collect();
    cluster_ready_core::order::by(&mut missing, |a, b| b.effect.total_cmp(&a.effect));
    missing
        .iter()
        .take(FIRST)
        .map(|one| one.indicator)
        .collect()
}

fn sources(causes: &Causes) -> Vec<(Group, u32)> {
    let percent = hundred(&causes.sources);
    let mut shown: Vec<(Group, u32)> = Group::ALL
        .into_iter()
        .zip(causes.sources)
        .zip(percent)
        .filter(|((_, share), _)| *share != 0.0)
        .map(|((group, _), percent)| (group, percent))
        .collect();
    cluster_ready_core::order::by(&mut shown, |a, b| b.1.cmp(&a.1));
    shown
}

fn unmoved(causes: &Causes) -> Vec<Group> {
    let pairs = Group::ALL.into_iter().zip(causes.sources);
    pairs
        .filter(|(_, share)| *share == 0.0)
        .map(|(group, _)| group)
        .collect()
}

/// Shares as whole numbers that add up to 100, where the shares add up to 1: the largest remainders are rounded up. A share below 0,
/// which an estimate may have, counts as none.
fn hundred(shares: &[f64]) -> Vec<u32> {
    let whole: Vec<f64> = shares.iter().map(|share| share.max(0.0) * 100.0).collect();
    // Between 0 and a little above 100.
    let mut counts: Vec<u32> = whole.iter().map(|one| one.floor() as u32).collect();
    let mut order: Vec<usize> = (0..whole.len()).collect();
    let rest = |place: &usize| whole.get(*place).map_or(0.0, |one| one.fract());
    cluster_ready_core::order::by(&mut order, |a, b| rest(b).total_cmp(&rest(a)));
    let total: f64 = whole.iter().sum();
    let lacking = (total.round().min(100.0) as u32).saturating_sub(counts.iter().sum());
    for place in order.into_iter().take(lacking as usize) {
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::assessment::file::read_answers;
    use cluster_ready_core::score::score;

    fn of(text: &str) -> Option<Certainty> {
        let model = cluster_ready_core::model::bundled().unwrap();
        let entries = read_answers(text, model).unwrap();
        certainty(model, &entries, &score(model, &entries))
    }

    fn example() -> Certainty {
        of(include_str!("../../../data/example.json")).unwrap()
    }

    #[test]
    fn counts_of_a_hundred_add_up_and_largest_remainders_go_up() {
        assert_eq!(hundred(&[0.994, 0.006, 0.0]), [99, 1, 0]);
        assert_eq!(hundred(&[1.0 / 3.0; 3]), [34, 33, 33]);
        assert_eq!(hundred(&[0.0; 4]), [0; 4]);
        assert_eq!(hundred(&[1.01, -0.01]), [101, 0]);
    }

    #[test]
    fn example_says_how_sure_it_is_and_what_to_answer_first() {
        let found = example();
        let levels = found.levels.unwrap();
        assert_eq!(
            levels.counts.iter().map(|(_, count)| count).sum::<u32>(),
            100
        );
        assert!(matches!(levels.sure, Sure::AlmostCertain { level: 2, .. }));
        assert_eq!(found.missing, 6);
        let model = cluster_ready_core::model::bundled().unwrap();
        let ids: Vec<&str> = found
            .first
            .iter()
            .map(|place| model.indicators[*place].id.as_str())
            .collect();
        assert_eq!(ids.len(), 3);
        assert!(ids.contains(&"D1") && ids.contains(&"D2"), "{ids:?}");
        let after = found.after.unwrap();
        assert!(after.band.p95 - after.band.p05 < found.band.p95 - found.band.p05);
        assert_eq!(found.sources[0].0, Group::Missing);
        assert!(found.unmoved.is_empty());
        assert_eq!(found.drawn, DRAWN);
        assert!(
            found
                .bars
                .windows(2)
                .all(|pair| pair[0].bar.width() >= pair[1].bar.width())
        );
    }

    #[test]
    fn without_an_overall_value_nothing_is_said() {
        assert_eq!(of(r#"{"answers": {}}"#), None);
    }

    #[test]
    fn close_shares_leave_two_levels_open() {
        let model = cluster_ready_core::model::bundled().unwrap();
        let band = Band {
            p05: 35.0,
            p50: 40.0,
            p95: 45.0,
        };
        let found = |shares: [f64; 5]| Uncertainty {
            band,
            mean: 40.0,
            dimensions: Vec::new(),
            level_shares: shares.to_vec(),
            firm_level: None,
        };
        let sure = |shares| levels(model, &found(shares)).unwrap().sure;
        assert_eq!(
            sure([0.0, 0.45, 0.55, 0.0, 0.0]),
            Sure::Unclear { levels: [2, 3] }
        );
        assert_eq!(
            sure([0.0, 0.1, 0.86, 0.04, 0.0]),
            Sure::Likely {
                level: 3,
                count: 86
            }
        );
    }
}
