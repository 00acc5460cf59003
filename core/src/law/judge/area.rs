use super::by_dates::by_dates;
use super::case::Case;
use super::finding::{Finding, Judged};
use crate::assessment::{ClusterKind, Date, Expansion};
use crate::law::area::{Area, AreaBasis, Limit, Standing};
use crate::law::declared::{Agreement, Comparison, compare_declared};
use crate::law::fact::Fact;
use crate::law::missing::Missing;
use crate::law::rules::{AreaRule, RuleSet};
use crate::law::verdict::Outcome;

/// Declared and measured area too far apart: the area is not judged before the user explains it.
pub(super) fn judge<'a>(case: &Case<'a, '_>) -> Judged<'a> {
    if let Some(comparison) = comparison(case)
        && comparison.agreement == Agreement::TooFar
        && !explained(case)
    {
        let blocked = Finding::missing(Missing::AreaExplanation).with(Fact::DeclaredArea {
            comparison,
            explained: false,
        });
        return super::judged(case.set, case.assessed, blocked);
    }
    let mut judged = by_dates(case, find);
    if judged.finding.outcome == Outcome::NotMet {
        go_on(case, &mut judged.finding);
    }
    judged
}

/// An old cluster keeps the area that it was given, however the limits have changed since.
///
/// # Sources
/// Decree 32/2024/NĐ-CP, Article 35(1).
fn go_on(case: &Case<'_, '_>, finding: &mut Finding) {
    let (Some(rule), Some(area)) = (case.set.area.goes_on, Area::of(case.input)) else {
        return;
    };
    if area.standing(Limit::AtMost, case.set.area.max) == Standing::Outside {
        let before = rule.above_max_formed_before;
        let is_old = case.input.formed_before(before);
        let is_decided = !case.facts().decision.trim().is_empty();
        match (is_old, is_decided) {
            (Some(true), true) => keep(finding, before, Limit::AtMost),
            (Some(true), false) => open(finding, Missing::Decision),
            (None, _) if case.established.is_none() => open(finding, Missing::OldSigns),
            _ => {}
        }
    } else {
        let before = rule.below_min_established_before;
        match case.established {
            Some(day) if day < before => keep(finding, before, Limit::AtLeast),
            Some(_) => {}
            None => open(finding, Missing::EstablishmentDate),
        }
    }
}

fn keep(finding: &mut Finding, before: Date, limit: Limit) {
    finding.outcome = Outcome::OldRuleApplies;
    finding.missing.clear();
    finding.facts.push(Fact::GoesOn { before, limit });
}

fn open(finding: &mut Finding, missing: Missing) {
    finding.outcome = Outcome::NotEnoughData;
    finding.missing.push(missing);
}

fn find(case: &Case<'_, '_>, set: &RuleSet, on: Date) -> Finding {
    let Some(area) = Area::of(case.input) else {
        return Finding::missing(Missing::Area);
    };
    let readings = readings(case, &set.area, on, &area);
    let mut finding = Finding::new(common_outcome(&readings));
    finding.facts.push(Fact::Area {
        basis: area.basis,
        area_ha: area.ha,
        sd_ha: area.sd_ha,
        plane_ha: area.plane_ha,
    });
    for (limit, limit_ha) in limits_to_tell(&readings, &area) {
        finding.facts.push(Fact::AreaLimit {
            limit,
            limit_ha,
            inside_ha: area.inside_ha(limit, limit_ha),
        });
    }
    if finding.outcome == Outcome::NotEnoughData {
        finding.missing = missing(&readings);
        if let Some(since) = set.area.mountainous_by_province_from
            && finding.missing.contains(&Missing::ProvincialFloor)
        {
            finding.facts.push(Fact::FloorByProvince { since });
        }
    }
    if let Some(comparison) = comparison(case) {
        finding.facts.push(Fact::DeclaredArea {
            comparison,
            explained: explained(case),
        });
    }
    finding
}

fn comparison(case: &Case<'_, '_>) -> Option<Comparison> {
    let measured = Area::of(case.input).filter(|area| area.basis == AreaBasis::Measured)?;
    compare_declared(case.profile().declared_area_ha?, measured.ha)
}

fn explained(case: &Case<'_, '_>) -> bool {
    !case.input.area_explanation.trim().is_empty()
}

/// The rule read for one way in which the open fields of the profile could be filled.
struct Reading {
    craft_village: bool,
    mountainous: bool,
    expanded: bool,
    floor: Floor,
    ceiling: f64,
    outcome: Outcome,
}

#[derive(Clone, Copy)]
enum Floor {
    None,
    At(f64),
    /// At this height for sure; below, the province's own floor decides.
    ByProvince(f64),
}

/// One reading if everything is known; every combination of the open fields otherwise.
fn readings(case: &Case<'_, '_>, rule: &AreaRule, on: Date, area: &Area) -> Vec<Reading> {
    let mut readings = Vec::new();
    for craft_village in possible(case.profile().kind.map(|k| k == ClusterKind::CraftVillage)) {
        for mountainous in possible(case.facts().mountainous) {
            for expanded in possible(case.facts().expansion.map(|stage| stage == Expansion::Done)) {
                let floor = floor(rule, on, craft_village, mountainous);
                let ceiling = match rule.max_expanded {
                    Some(max) if expanded => max,
                    _ => rule.max,
                };
                readings.push(Reading {
                    craft_village,
                    mountainous,
                    expanded,
                    floor,
                    ceiling,
                    outcome: Outcome::all([
                        above(area, floor),
                        outcome(area.standing(Limit::AtMost, ceiling)),
                    ]),
                });
            }
        }
    }
    readings
}

fn possible(said: Option<bool>) -> Vec<bool> {
    said.map_or_else(|| vec![false, true], |said| vec![said])
}

fn floor(rule: &AreaRule, on: Date, craft_village: bool, mountainous: bool) -> Floor {
    let Some(general) = rule.min else {
        return Floor::None;
    };
    let lowest = |special: Option<f64>, floor: f64| special.map_or(floor, |s| s.min(floor));
    let lowland = if craft_village {
        lowest(rule.min_craft_village, general)
    } else {
        general
    };
    if !mountainous {
        return Floor::At(lowland);
    }
    match rule.mountainous_by_province_from {
        Some(from) if from <= on => Floor::ByProvince(lowland),
        _ => Floor::At(lowest(rule.min_mountainous, lowland)),
    }
}

fn above(area: &Area, floor: Floor) -> Outcome {
    match floor {
        Floor::None => Outcome::Met,
        Floor::At(limit) => outcome(area.standing(Limit::AtLeast, limit)),
        Floor::ByProvince(sure) => match area.standing(Limit::AtLeast, sure) {
            Standing::Inside => Outcome::Met,
            Standing::Near | Standing::Outside => Outcome::NotEnoughData,
        },
    }
}

const fn outcome(standing: Standing) -> Outcome {
    match standing {
        Standing::Inside => Outcome::Met,
        Standing::Near => Outcome::NearLimit,
        Standing::Outside => Outcome::NotMet,
    }
}

fn common_outcome(readings: &[Reading]) -> Outcome {
    let mut outcomes = readings.iter().map(|reading| reading.outcome);
    let first = outcomes.next().unwrap_or(Outcome::NotEnoughData);
    if outcomes.all(|outcome| outcome == first) {
        first
    } else {
        Outcome::NotEnoughData
    }
}

/// A field is missing when two readings that differ in it alone come out differently.
fn missing(readings: &[Reading]) -> Vec<Missing> {
    let mut missing = Vec::new();
    for a in readings {
        for b in readings {
            if a.outcome == b.outcome {
                continue;
            }
            match (
                a.craft_village != b.craft_village,
                a.mountainous != b.mountainous,
                a.expanded != b.expanded,
            ) {
                (true, false, false) => missing.push(Missing::Kind),
                (false, true, false) => missing.push(Missing::Mountainous),
                (false, false, true) => missing.push(Missing::Expansion),
                _ => {}
            }
        }
    }
    let by_province = |reading: &Reading| {
        matches!(reading.floor, Floor::ByProvince(_)) && reading.outcome == Outcome::NotEnoughData
    };
    if readings.iter().any(by_province) {
        missing.push(Missing::ProvincialFloor);
    }
    crate::order::by(&mut missing, Ord::cmp);
    missing.dedup();
    missing
}

/// With one reading the nearest limit, or the one that is broken; with several every limit in question.
fn limits_to_tell(readings: &[Reading], area: &Area) -> Vec<(Limit, f64)> {
    let mut limits: Vec<(Limit, f64)> = Vec::new();
    for reading in readings {
        let floor = match reading.floor {
            Floor::None => None,
            Floor::At(ha) | Floor::ByProvince(ha) => Some((Limit::AtLeast, ha)),
        };
        for limit in floor.into_iter().chain([(Limit::AtMost, reading.ceiling)]) {
            if !limits.contains(&limit) {
                limits.push(limit);
            }
        }
    }
    if common_outcome(readings) != Outcome::NotEnoughData {
        // The least room first: a broken limit has less than none.
        crate::order::by(&mut limits, |a, b| {
            area.inside_ha(a.0, a.1)
                .total_cmp(&area.inside_ha(b.0, b.1))
        });
        limits.truncate(1);
    }
    limits
}
