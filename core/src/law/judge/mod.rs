//! One file per check, or per group of checks that ask in the same way.

mod area;
mod by_dates;
mod case;
mod cluster_type;
mod commune_test;
mod craft_village;
mod expansion;
mod finding;
mod report;
mod services;
mod settlement;
mod start_up_land;
mod statement;
mod waste_water;

use self::by_dates::by_dates;
use self::case::Case;
use self::finding::{Finding, Judged};
use super::fact::Fact;
use super::fill;
use super::input::Input;
use super::missing::Missing;
use super::rules::{Check, CheckKind, RuleSet, Rules};
use super::verdict::{Outcome, Verdict};
use crate::assessment::Date;

/// A due date so many years ahead raises the priority of linked actions (method, section 5: within 12 months).
const SOON_YEARS: u16 = 1;

/// One verdict per check, in the order of the rule file.
///
/// # Assumptions
/// The set is the one in force on the assessment date; without that date nothing is judged. An establishment date
/// later than the assessment date counts as not given.
pub fn judge<'a>(rules: &'a Rules, input: &Input<'_>) -> Vec<Verdict<'a>> {
    rules
        .checks
        .iter()
        .filter_map(|check| verdict(rules, check, input))
        .collect()
}

/// `None` only without any set, which a checked rule file rules out.
fn verdict<'a>(rules: &'a Rules, check: &'a Check, input: &Input<'_>) -> Option<Verdict<'a>> {
    let first = rules.sets.first()?;
    let Some(assessed) = input.profile.assessed else {
        let set = rules.in_force(rules.checked).unwrap_or(first);
        let open = Finding::missing(Missing::AssessmentDate);
        return Some(dress(rules, check, None, judged(set, rules.checked, open)));
    };
    let Some(set) = rules.in_force(assessed) else {
        let none_yet = Finding::not_applicable(Fact::NoRulesYet {
            first: first.in_force,
        });
        return Some(dress(
            rules,
            check,
            Some(assessed),
            judged(first, assessed, none_yet),
        ));
    };
    let case = Case {
        rules,
        check,
        input,
        assessed,
        set,
        established: input.profile.established.filter(|day| *day <= assessed),
    };
    let judged = if check.provision(set, assessed).is_none() {
        judged(set, assessed, Finding::not_applicable(Fact::NoRuleInSet))
    } else {
        by_kind(&case)
    };
    Some(dress(rules, check, Some(assessed), judged))
}

fn by_kind<'a>(case: &Case<'a, '_>) -> Judged<'a> {
    let finding = match case.check.kind {
        CheckKind::Area => return area::judge(case),
        CheckKind::CraftVillage => return by_dates(case, craft_village::find),
        CheckKind::ClusterType => return by_dates(case, cluster_type::find),
        CheckKind::CommuneTest => return commune_test::judge(case),
        CheckKind::Expansion => expansion::find(case),
        CheckKind::Services => services::find(case),
        CheckKind::NoInhabitants => statement::no_inhabitants(case),
        CheckKind::ProvincialPlan => statement::provincial_plan(case),
        CheckKind::Decision => statement::decision(case),
        CheckKind::Owner => statement::owner(case),
        CheckKind::WasteWater => waste_water::find(case),
        CheckKind::Report => report::find(case),
        CheckKind::StartUpLand => start_up_land::find(case),
        CheckKind::Settlement => settlement::find(case),
    };
    judged(case.set, case.assessed, finding)
}

fn judged(set: &RuleSet, on: Date, finding: Finding) -> Judged<'_> {
    Judged {
        set,
        on,
        finding,
        other: None,
    }
}

fn dress<'a>(
    rules: &Rules,
    check: &'a Check,
    assessed: Option<Date>,
    judged: Judged<'a>,
) -> Verdict<'a> {
    let Finding {
        outcome,
        facts,
        mut missing,
        due,
    } = judged.finding;
    if outcome == Outcome::NotApplicable {
        missing.clear();
    }
    crate::order::by(&mut missing, Ord::cmp);
    missing.dedup();
    let due_soon = match (due, assessed) {
        (Some(due), Some(assessed)) => {
            due >= assessed
                && assessed
                    .years_later(SOON_YEARS)
                    .is_none_or(|in_a_year| due <= in_a_year)
        }
        _ => false,
    };
    Verdict {
        check,
        outcome,
        set: judged.set,
        provision: check.provision(judged.set, judged.on),
        other: judged.other,
        facts,
        missing,
        due,
        due_soon,
        values: fill::values(rules, check.kind, judged.set),
    }
}
