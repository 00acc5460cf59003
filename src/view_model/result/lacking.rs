use cluster_ready_core::law::{Missing, Outcome, Verdict};

/// A fact that verdicts wait for.
#[derive(Debug, Clone, PartialEq)]
pub struct Lack<'v, 'a> {
    pub fact: &'v Missing,
    /// The verdicts that it would help to settle.
    pub verdicts: Vec<&'v Verdict<'a>>,
}

/// The facts that the verdicts without enough data wait for: each once, in the order in which they are met.
pub fn lacking<'v, 'a>(verdicts: &[&'v Verdict<'a>]) -> Vec<Lack<'v, 'a>> {
    let mut found: Vec<Lack<'v, 'a>> = Vec::new();
    let open = verdicts
        .iter()
        .filter(|one| one.outcome == Outcome::NotEnoughData);
    for verdict in open {
        for fact in &verdict.missing {
            match found.iter_mut().find(|one| one.fact == fact) {
                Some(known) => known.verdicts.push(verdict),
                None => found.push(Lack {
                    fact,
                    verdicts: vec![verdict],
                }),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::result::by_urgency;
    use cluster_ready_core::assessment::{Assessment, Date};
    use cluster_ready_core::law;

    #[test]
    fn every_fact_is_asked_for_once_and_names_all_verdicts_that_wait_for_it() {
        let mut assessment = Assessment::default();
        assessment.profile.assessed = Date::new(2026, 11, 23);
        let verdicts = law::judge(law::bundled().unwrap(), &law::Input::of(&assessment));
        let ordered = by_urgency(&verdicts);
        let found = lacking(&ordered);
        let open: Vec<_> = verdicts
            .iter()
            .filter(|one| one.outcome == Outcome::NotEnoughData)
            .collect();
        for verdict in &open {
            for fact in &verdict.missing {
                let holding: Vec<_> = found.iter().filter(|one| one.fact == fact).collect();
                assert_eq!(holding.len(), 1, "{fact:?}");
                assert!(holding[0].verdicts.contains(verdict));
            }
        }
        let named: usize = found.iter().map(|one| one.verdicts.len()).sum();
        let asked: usize = open.iter().map(|one| one.missing.len()).sum();
        assert_eq!(named, asked);
        assert!(found.len() < asked, "one fact serves several verdicts");
    }

    #[test]
    fn what_a_settled_verdict_could_still_be_told_is_not_asked_for() {
        let mut assessment = Assessment::default();
        assessment.profile.assessed = Date::new(2026, 11, 23);
        let mut verdicts = law::judge(law::bundled().unwrap(), &law::Input::of(&assessment));
        verdicts.retain(|one| !one.missing.is_empty());
        for one in &mut verdicts {
            one.outcome = Outcome::NotMet;
        }
        assert!(lacking(&by_urgency(&verdicts)).is_empty());
    }
}
