use cluster_ready_core::assessment::Mode;
use cluster_ready_core::law::{Citation, Grade, Outcome, RuleSet, Verdict};
use cluster_ready_core::model::Text;

/// Outcomes in the order in which a person has to act on them.
const URGENCY: [Outcome; 6] = [
    Outcome::NotMet,
    Outcome::NearLimit,
    Outcome::OldRuleApplies,
    Outcome::NotEnoughData,
    Outcome::Met,
    Outcome::NotApplicable,
];

/// The verdicts, most urgent first; among equals the order of the rules stays.
pub fn by_urgency<'v, 'a>(verdicts: &'v [Verdict<'a>]) -> Vec<&'v Verdict<'a>> {
    let mut ordered: Vec<&Verdict<'_>> = verdicts.iter().collect();
    cluster_ready_core::order::by_key(&mut ordered, |verdict| {
        URGENCY.iter().position(|one| *one == verdict.outcome)
    });
    ordered
}

/// The verdicts to show, and those that only say that the quick way never asked for what they need.
pub fn asked<'v, 'a>(
    ordered: Vec<&'v Verdict<'a>>,
    mode: Mode,
) -> (Vec<&'v Verdict<'a>>, Vec<&'v Verdict<'a>>) {
    ordered
        .into_iter()
        .partition(|one| mode != Mode::Quick || one.outcome != Outcome::NotEnoughData)
}

/// How well most rules are known, so that it is said once; of two that are as frequent the less certain one.
pub fn common_grade(verdicts: &[&Verdict<'_>]) -> Option<Grade> {
    let grades = || verdicts.iter().filter_map(|one| one.citation()?.grade);
    let count = |grade: Grade| grades().filter(|one| *one == grade).count();
    [Grade::Text, Grade::Summary, Grade::Secondary]
        .into_iter()
        .filter(|grade| count(*grade) > 0)
        .max_by_key(|grade| count(*grade))
}

/// How many verdicts came out each way, most urgent first, without the outcomes that did not occur.
pub fn tally(verdicts: &[&Verdict<'_>]) -> Vec<(Outcome, usize)> {
    URGENCY
        .into_iter()
        .map(|outcome| {
            let count = verdicts.iter().filter(|one| one.outcome == outcome);
            (outcome, count.count())
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// The rule sets that the verdicts rest on, by the day they came into force.
pub fn sets_used<'a>(verdicts: &[Verdict<'a>]) -> Vec<&'a RuleSet> {
    let mut sets: Vec<&RuleSet> = Vec::new();
    for verdict in verdicts {
        let other = verdict.other.as_ref().map(|other| other.set);
        for set in std::iter::once(verdict.set).chain(other) {
            if !sets.iter().any(|known| known.id == set.id) {
                sets.push(set);
            }
        }
    }
    cluster_ready_core::order::by_key(&mut sets, |set| set.in_force);
    sets
}

/// Why rules still have to be confirmed: each reason once, in the order of the verdicts.
pub fn reasons<'a>(verdicts: &[&Verdict<'a>]) -> Vec<&'a Text> {
    let mut reasons: Vec<&Text> = Vec::new();
    for verdict in verdicts {
        let citations = [
            verdict.citation(),
            verdict.other.as_ref().and_then(|other| other.citation()),
        ];
        let why = |citation: Citation<'a>| citation.to_be_confirmed;
        for reason in citations.into_iter().flatten().filter_map(why) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::assessment::{Assessment, Date};
    use cluster_ready_core::law;

    fn verdicts() -> Vec<Verdict<'static>> {
        let mut assessment = Assessment::default();
        assessment.profile.assessed = Date::new(2026, 11, 23);
        assessment.profile.established = Date::new(2018, 3, 12);
        assessment.profile.declared_area_ha = Some(9.0);
        assessment.profile.facts.inhabitants = Some(true);
        assessment.profile.facts.owner = Some(true);
        let rules = law::bundled().unwrap();
        law::judge(rules, &law::Input::of(&assessment))
    }

    #[test]
    fn what_fails_comes_first_and_what_does_not_apply_last() {
        let verdicts = verdicts();
        let ordered = by_urgency(&verdicts);
        assert_eq!(ordered.len(), verdicts.len());
        assert_eq!(ordered[0].check.id(), "no-inhabitants");
        assert_eq!(ordered.last().unwrap().outcome, Outcome::NotApplicable);
    }

    #[test]
    fn the_tally_counts_every_verdict_once() {
        let verdicts = verdicts();
        let tally = tally(&by_urgency(&verdicts));
        assert_eq!(tally[0], (Outcome::NotMet, 1));
        let all: usize = tally.iter().map(|(_, count)| count).sum();
        assert_eq!(all, verdicts.len());
    }

    #[test]
    fn every_reason_to_wait_for_confirmation_is_said_once() {
        let verdicts = verdicts();
        let reasons = reasons(&by_urgency(&verdicts));
        // Several rules wait for the same thing.
        assert_eq!(reasons.len(), 1);
    }

    #[test]
    fn the_set_of_the_establishment_date_is_named_too() {
        let ids: Vec<String> = sets_used(&verdicts())
            .into_iter()
            .map(|set| set.id.clone())
            .collect();
        assert_eq!(ids, ["R2017", "R2026"]);
    }

    #[test]
    fn the_quick_way_puts_aside_what_it_never_asked() {
        let verdicts = verdicts();
        let open = |one: &&Verdict| one.outcome == Outcome::NotEnoughData;
        let (shown, aside) = asked(by_urgency(&verdicts), Mode::Quick);
        assert!(!aside.is_empty() && aside.iter().all(open));
        assert!(!shown.is_empty() && !shown.iter().any(open));
        let (shown, aside) = asked(by_urgency(&verdicts), Mode::Full);
        assert_eq!((shown.len(), aside.len()), (verdicts.len(), 0));
    }

    #[test]
    fn the_grade_of_most_rules_is_the_common_one() {
        let verdicts = verdicts();
        let all = by_urgency(&verdicts);
        assert_eq!(common_grade(&all), Some(Grade::Summary));
        let of = |wanted| {
            let is_wanted =
                |one: &&&Verdict| one.citation().and_then(|one| one.grade) == Some(wanted);
            all.iter().find(is_wanted).copied().unwrap()
        };
        // As many of the one as of the other.
        let two = [of(Grade::Text), of(Grade::Summary)];
        assert_eq!(common_grade(&two), Some(Grade::Summary));
        assert_eq!(common_grade(&two[..1]), Some(Grade::Text));
        assert_eq!(common_grade(&[]), None);
    }
}
