use super::case::Case;
use super::finding::Finding;
use crate::assessment::Expansion;
use crate::law::area::{Area, Limit, Standing};
use crate::law::fact::{Fact, ShareOf, State, Subject};
use crate::law::missing::Missing;
use crate::law::rules::{AnswerRule, ExpansionRule, Works};
use crate::law::verdict::Outcome;

/// Before a cluster grows: enough of it is leased or asked for, there is room up to the greatest area, and the shared
/// works are finished.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let Some(rule) = &case.set.expansion else {
        return Finding::not_applicable(Fact::NoRuleInSet);
    };
    match case.facts().expansion {
        None => Finding::missing(Missing::Expansion),
        Some(stage @ (Expansion::NotPlanned | Expansion::Done)) => {
            Finding::not_applicable(Fact::ExpansionStage { stage })
        }
        Some(Expansion::Planned | Expansion::UnderWay) => {
            let mut parts = vec![demand(case, rule), room(case, rule)];
            parts.extend(works(case, rule));
            together(parts)
        }
    }
}

/// Whether the works are finished, where the cluster is not exempt.
fn works(case: &Case<'_, '_>, rule: &ExpansionRule) -> Vec<Finding> {
    let all = || rule.finished.iter().map(|works| finished(case, *works));
    let Some(before) = rule.works_exempt_formed_before else {
        return all().collect();
    };
    match case.input.formed_before(before) {
        Some(true) => vec![Finding::new(Outcome::Met).with(Fact::WorksExempt { before })],
        Some(false) => all().collect(),
        // Whether it is exempt matters only where a work is not finished.
        None if case.established.is_some() => all().collect(),
        None => all()
            .map(|mut one| {
                if one.outcome == Outcome::NotMet {
                    one.outcome = Outcome::NotEnoughData;
                    one.missing.push(Missing::OldSigns);
                }
                one
            })
            .collect(),
    }
}

fn demand(case: &Case<'_, '_>, rule: &ExpansionRule) -> Finding {
    let mut finding = Finding::share(
        ShareOf::Occupancy,
        case.input.occupancy(case.rules),
        Limit::AtLeast,
        rule.min_occupancy,
        Missing::Occupancy,
    );
    if let Some(yes) = case.facts().demand_above_supply {
        finding.facts.push(Fact::Stated {
            subject: Subject::DemandAboveSupply,
            yes,
        });
    }
    match (finding.outcome, case.facts().demand_above_supply) {
        (Outcome::Met, _) => {}
        (_, Some(true)) => {
            finding.outcome = Outcome::Met;
            finding.missing.clear();
        }
        (_, Some(false)) => {}
        (_, None) => {
            finding.outcome = Outcome::NotEnoughData;
            finding.missing.push(Missing::DemandAboveSupply);
        }
    }
    finding
}

/// The area with what is added, which together may not be above the greatest.
fn room(case: &Case<'_, '_>, rule: &ExpansionRule) -> Finding {
    let Some(area) = Area::of(case.input) else {
        return Finding::missing(Missing::Area);
    };
    let limit_ha = rule.max_total;
    let inside_ha = area.inside_ha(Limit::AtMost, limit_ha);
    let Some(added_ha) = case.facts().expansion_added_ha else {
        // Without any room left it does not matter how much is added.
        let finding = if inside_ha > 0.0 {
            Finding::missing(Missing::ExpansionAdded)
        } else {
            Finding::new(Outcome::NotMet)
        };
        return finding.with(Fact::AreaLimit {
            limit: Limit::AtMost,
            limit_ha,
            inside_ha,
        });
    };
    let after = area.with_added(added_ha);
    let outcome = match after.standing(Limit::AtMost, limit_ha) {
        Standing::Inside => Outcome::Met,
        Standing::Near => Outcome::NearLimit,
        Standing::Outside => Outcome::NotMet,
    };
    Finding::new(outcome).with(Fact::AfterExpansion {
        total_ha: after.ha,
        limit_ha,
    })
}

fn finished(case: &Case<'_, '_>, works: Works) -> Finding {
    let finished = case.input.finished(case.rules, works);
    let finding = match finished {
        Some(true) => Finding::new(Outcome::Met),
        Some(false) => Finding::new(Outcome::NotMet),
        None => {
            let asked = case.rules.answers.iter().find_map(|rule| match rule {
                AnswerRule::Finished { works: known, item } if *known == works => Some(item),
                _ => None,
            });
            match asked {
                Some(item) => Finding::missing(Missing::Answer(item.indicator.clone())),
                None => Finding::new(Outcome::NotEnoughData),
            }
        }
    };
    finding.with(Fact::Works {
        works,
        state: State::from(finished),
    })
}

fn together(parts: Vec<Finding>) -> Finding {
    let mut whole = Finding::new(Outcome::all(parts.iter().map(|part| part.outcome)));
    for part in parts {
        whole.facts.extend(part.facts);
        whole.missing.extend(part.missing);
    }
    // One failed condition settles the verdict whatever the open ones are.
    if whole.outcome == Outcome::NotMet {
        whole.missing.clear();
    }
    whole
}
