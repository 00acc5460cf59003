use super::case::Case;
use super::finding::{Finding, Judged};
use crate::assessment::Date;
use crate::law::fact::Fact;
use crate::law::fill;
use crate::law::missing::Missing;
use crate::law::rules::RuleSet;
use crate::law::verdict::{Other, Outcome};

/// What a rule of a set says about the case on a day.
type Find = fn(&Case<'_, '_>, &RuleSet, Date) -> Finding;

/// Judges by the rule of the assessment date and, where it changed since, by the one of the establishment date.
///
/// A cluster that fails today's rule but met the one it was established under keeps its standing: the old rule
/// applies. A cluster that failed then and passes now is measured by today's rule. Both verdicts are given.
pub(super) fn by_dates<'a>(case: &Case<'a, '_>, find: Find) -> Judged<'a> {
    let mut now = Judged {
        set: case.set,
        on: case.assessed,
        finding: find(case, case.set, case.assessed),
        other: None,
    };
    let Some(established) = case.established else {
        if now.finding.outcome == Outcome::NotMet && an_earlier_set_allows(case, find) {
            now.finding.outcome = Outcome::NotEnoughData;
            now.finding.missing.push(Missing::EstablishmentDate);
        }
        return now;
    };
    let Some(old_set) = case.rules.in_force(established) else {
        if let Some(first) = case.rules.sets.first() {
            now.finding.facts.push(Fact::FormedBefore {
                established,
                first_rules: first.in_force,
            });
        }
        return now;
    };
    let provision = case.check.provision(old_set, established);
    let unchanged =
        old_set.id == case.set.id && provision == case.check.provision(case.set, case.assessed);
    if provision.is_none() || unchanged {
        return now;
    }
    let then = Judged {
        set: old_set,
        on: established,
        finding: find(case, old_set, established),
        other: None,
    };
    weigh(case, now, then)
}

fn weigh<'a>(case: &Case<'a, '_>, now: Judged<'a>, then: Judged<'a>) -> Judged<'a> {
    use Outcome::{Met, NearLimit, NotEnoughData, NotMet, OldRuleApplies};
    match (now.finding.outcome, then.finding.outcome) {
        (NotMet | NearLimit, Met) => side_by_side(case, OldRuleApplies, then, now),
        // Today's limit is known to nobody here, and the old one was kept.
        (NotEnoughData, Met) if now.finding.missing == [Missing::ProvincialFloor] => {
            side_by_side(case, OldRuleApplies, then, now)
        }
        // Today's rule fails; whether the old one protects the cluster is open.
        (NotMet, NearLimit) => side_by_side(case, NearLimit, then, now),
        (NotMet, NotEnoughData) => side_by_side(case, NotEnoughData, then, now),
        (outcome, _) => side_by_side(case, outcome, now, then),
    }
}

/// The leading verdict with the other beside it, unless both follow the same figures to the same end.
fn side_by_side<'a>(
    case: &Case<'a, '_>,
    outcome: Outcome,
    mut leading: Judged<'a>,
    beside: Judged<'a>,
) -> Judged<'a> {
    let values = |set| fill::values(case.rules, case.check.kind, set);
    let same = leading.finding.outcome == beside.finding.outcome
        && values(leading.set) == values(beside.set);
    if !same {
        leading.other = Some(Other {
            set: beside.set,
            provision: case.check.provision(beside.set, beside.on),
            outcome: beside.finding.outcome,
            facts: beside.finding.facts,
            values: values(beside.set),
        });
    }
    leading.finding.outcome = outcome;
    if outcome == Outcome::OldRuleApplies {
        leading.finding.missing.clear();
    }
    leading
}

fn an_earlier_set_allows(case: &Case<'_, '_>, find: Find) -> bool {
    case.rules
        .sets
        .iter()
        .filter(|set| set.in_force < case.set.in_force)
        .filter(|set| case.check.provision(set, set.in_force).is_some())
        .any(|set| find(case, set, set.in_force).outcome == Outcome::Met)
}
