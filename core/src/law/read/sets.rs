use super::field::{
    broken, date, grade, hectares, in_languages, maybe, only, percent, some_items, text,
    unknown_word,
};
use crate::assessment::ClusterKind;
use crate::json::Node;
use crate::law::error::{Reason, RulesError};
use crate::law::rules::{
    AreaRule, EstablishmentRule, ExpansionRule, GoesOn, RuleSet, TypeShares, Works,
};

pub(super) fn read(list: &Node<'_>) -> Result<Vec<RuleSet>, RulesError> {
    let mut sets: Vec<RuleSet> = Vec::new();
    for node in some_items(list)? {
        let set = set(&node)?;
        if sets.iter().any(|known| known.id == set.id) {
            return Err(broken(&node.field("id")?, Reason::Repeated));
        }
        if sets
            .last()
            .is_some_and(|last| last.in_force >= set.in_force)
        {
            return Err(broken(&node.field("in_force")?, Reason::NotAscending));
        }
        sets.push(set);
    }
    Ok(sets)
}

fn set(node: &Node<'_>) -> Result<RuleSet, RulesError> {
    only(
        node,
        &[
            "id",
            "name",
            "document",
            "in_force",
            "grade",
            "to_be_confirmed",
            "why",
            "area",
            "craft_village",
            "types",
            "expansion",
            "services",
            "establishment",
        ],
    )?;
    let to_be_confirmed = if node.field("to_be_confirmed")?.flag()? {
        Some(in_languages(&node.field("why")?)?)
    } else {
        None
    };
    Ok(RuleSet {
        id: text(&node.field("id")?)?,
        name: in_languages(&node.field("name")?)?,
        document: in_languages(&node.field("document")?)?,
        in_force: date(&node.field("in_force")?)?,
        grade: maybe(node, "grade", grade)?,
        to_be_confirmed,
        area: area(&node.field("area")?)?,
        craft_village_share: maybe(node, "craft_village", |n| share(n, "min_share"))?,
        types: maybe(node, "types", types)?,
        expansion: maybe(node, "expansion", expansion)?,
        services_share: maybe(node, "services", |n| share(n, "max_share"))?,
        establishment: maybe(node, "establishment", establishment)?,
    })
}

fn area(node: &Node<'_>) -> Result<AreaRule, RulesError> {
    only(
        node,
        &[
            "min",
            "min_mountainous",
            "min_craft_village",
            "max",
            "max_expanded",
            "goes_on",
            "mountainous_by_province_from",
        ],
    )?;
    let max = hectares(&node.field("max")?)?;
    let below_max = |name: &str| {
        maybe(node, name, |n| {
            let floor = hectares(n)?;
            if floor > max {
                return Err(broken(n, Reason::LeastAboveGreatest));
            }
            Ok(floor)
        })
    };
    Ok(AreaRule {
        min: below_max("min")?,
        min_mountainous: below_max("min_mountainous")?,
        min_craft_village: below_max("min_craft_village")?,
        max,
        max_expanded: maybe(node, "max_expanded", |n| {
            let expanded = hectares(n)?;
            if expanded < max {
                return Err(broken(n, Reason::LeastAboveGreatest));
            }
            Ok(expanded)
        })?,
        goes_on: maybe(node, "goes_on", goes_on)?,
        mountainous_by_province_from: maybe(node, "mountainous_by_province_from", date)?,
    })
}

fn goes_on(node: &Node<'_>) -> Result<GoesOn, RulesError> {
    only(
        node,
        &["above_max_formed_before", "below_min_established_before"],
    )?;
    Ok(GoesOn {
        above_max_formed_before: date(&node.field("above_max_formed_before")?)?,
        below_min_established_before: date(&node.field("below_min_established_before")?)?,
    })
}

fn share(node: &Node<'_>, name: &str) -> Result<f64, RulesError> {
    only(node, &[name])?;
    percent(&node.field(name)?)
}

fn types(node: &Node<'_>) -> Result<TypeShares, RulesError> {
    only(node, &["specialised", "supporting", "high_tech"])?;
    Ok(TypeShares {
        specialised: maybe(node, "specialised", percent)?,
        supporting: maybe(node, "supporting", percent)?,
        high_tech: maybe(node, "high_tech", percent)?,
    })
}

fn expansion(node: &Node<'_>) -> Result<ExpansionRule, RulesError> {
    only(
        node,
        &[
            "min_occupancy",
            "max_total",
            "finished",
            "works_exempt_formed_before",
        ],
    )?;
    let mut finished = Vec::new();
    for item in node.field("finished")?.items()? {
        let works = works(&item)?;
        if finished.contains(&works) {
            return Err(broken(&item, Reason::Repeated));
        }
        finished.push(works);
    }
    Ok(ExpansionRule {
        min_occupancy: percent(&node.field("min_occupancy")?)?,
        max_total: hectares(&node.field("max_total")?)?,
        finished,
        works_exempt_formed_before: maybe(node, "works_exempt_formed_before", date)?,
    })
}

pub(super) fn works(node: &Node<'_>) -> Result<Works, RulesError> {
    let code = text(node)?;
    Works::ALL
        .into_iter()
        .find(|works| works.code() == code)
        .ok_or_else(|| unknown_word(node, &code))
}

fn establishment(node: &Node<'_>) -> Result<EstablishmentRule, RulesError> {
    only(node, &["mean_occupancy_above", "max_unleased", "exempt"])?;
    Ok(EstablishmentRule {
        mean_occupancy_above: percent(&node.field("mean_occupancy_above")?)?,
        max_unleased: hectares(&node.field("max_unleased")?)?,
        exempt: node
            .field("exempt")?
            .items()?
            .iter()
            .map(kind)
            .collect::<Result<_, _>>()?,
    })
}

fn kind(node: &Node<'_>) -> Result<ClusterKind, RulesError> {
    match node.text()? {
        "multi_industry" => Ok(ClusterKind::MultiIndustry),
        "specialised" => Ok(ClusterKind::Specialised),
        "craft_village" => Ok(ClusterKind::CraftVillage),
        "supporting" => Ok(ClusterKind::Supporting),
        "high_tech" => Ok(ClusterKind::HighTech),
        "eco" => Ok(ClusterKind::Eco),
        other => Err(unknown_word(node, other)),
    }
}
