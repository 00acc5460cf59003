use super::node::Node;
use crate::assessment::ClusterKind;
use crate::law::error::{Reason, RulesError};
use crate::law::rules::{AreaRule, EstablishmentRule, ExpansionRule, RuleSet, TypeShares, Works};

pub(super) fn read(list: &Node<'_>) -> Result<Vec<RuleSet>, RulesError> {
    let mut sets: Vec<RuleSet> = Vec::new();
    for node in list.some_items()? {
        let set = set(&node)?;
        if sets.iter().any(|known| known.id == set.id) {
            return Err(node.field("id")?.error(Reason::Repeated));
        }
        if sets
            .last()
            .is_some_and(|last| last.in_force >= set.in_force)
        {
            return Err(node.field("in_force")?.error(Reason::NotAscending));
        }
        sets.push(set);
    }
    Ok(sets)
}

fn set(node: &Node<'_>) -> Result<RuleSet, RulesError> {
    node.only(&[
        "id",
        "name",
        "document",
        "in_force",
        "to_be_confirmed",
        "why",
        "area",
        "craft_village",
        "types",
        "expansion",
        "services",
        "establishment",
    ])?;
    let to_be_confirmed = if node.field("to_be_confirmed")?.flag()? {
        Some(node.field("why")?.both()?)
    } else {
        None
    };
    Ok(RuleSet {
        id: node.field("id")?.text()?,
        name: node.field("name")?.both()?,
        document: node.field("document")?.both()?,
        in_force: node.field("in_force")?.date()?,
        to_be_confirmed,
        area: area(&node.field("area")?)?,
        craft_village_share: node.maybe("craft_village", |n| share(n, "min_share"))?,
        types: node.maybe("types", types)?,
        expansion: node.maybe("expansion", expansion)?,
        services_share: node.maybe("services", |n| share(n, "max_share"))?,
        establishment: node.maybe("establishment", establishment)?,
    })
}

fn area(node: &Node<'_>) -> Result<AreaRule, RulesError> {
    node.only(&[
        "min",
        "min_mountainous",
        "min_craft_village",
        "max",
        "max_expanded",
        "mountainous_by_province_from",
    ])?;
    let max = node.field("max")?.hectares()?;
    let below_max = |name: &str| {
        node.maybe(name, |n| {
            let floor = n.hectares()?;
            if floor > max {
                return Err(n.error(Reason::LeastAboveGreatest));
            }
            Ok(floor)
        })
    };
    Ok(AreaRule {
        min: below_max("min")?,
        min_mountainous: below_max("min_mountainous")?,
        min_craft_village: below_max("min_craft_village")?,
        max,
        max_expanded: node.maybe("max_expanded", |n| {
            let expanded = n.hectares()?;
            if expanded < max {
                return Err(n.error(Reason::LeastAboveGreatest));
            }
            Ok(expanded)
        })?,
        mountainous_by_province_from: node.maybe("mountainous_by_province_from", Node::date)?,
    })
}

fn share(node: &Node<'_>, name: &str) -> Result<f64, RulesError> {
    node.only(&[name])?;
    node.field(name)?.percent()
}

fn types(node: &Node<'_>) -> Result<TypeShares, RulesError> {
    node.only(&["specialised", "supporting", "high_tech"])?;
    Ok(TypeShares {
        specialised: node.maybe("specialised", Node::percent)?,
        supporting: node.maybe("supporting", Node::percent)?,
        high_tech: node.maybe("high_tech", Node::percent)?,
    })
}

fn expansion(node: &Node<'_>) -> Result<ExpansionRule, RulesError> {
    node.only(&["min_occupancy", "max_total", "finished"])?;
    let mut finished = Vec::new();
    for item in node.field("finished")?.items()? {
        let works = works(&item)?;
        if finished.contains(&works) {
            return Err(item.error(Reason::Repeated));
        }
        finished.push(works);
    }
    Ok(ExpansionRule {
        min_occupancy: node.field("min_occupancy")?.percent()?,
        max_total: node.field("max_total")?.hectares()?,
        finished,
    })
}

pub(super) fn works(node: &Node<'_>) -> Result<Works, RulesError> {
    let code = node.text()?;
    Works::ALL
        .into_iter()
        .find(|works| works.code() == code)
        .ok_or_else(|| {
            node.error(Reason::WrongType {
                expected: "a shared work",
            })
        })
}

fn establishment(node: &Node<'_>) -> Result<EstablishmentRule, RulesError> {
    node.only(&["mean_occupancy_above", "max_unleased", "exempt"])?;
    Ok(EstablishmentRule {
        mean_occupancy_above: node.field("mean_occupancy_above")?.percent()?,
        max_unleased: node.field("max_unleased")?.hectares()?,
        exempt: node
            .field("exempt")?
            .items()?
            .iter()
            .map(kind)
            .collect::<Result<_, _>>()?,
    })
}

fn kind(node: &Node<'_>) -> Result<ClusterKind, RulesError> {
    match node.text()?.as_str() {
        "multi_industry" => Ok(ClusterKind::MultiIndustry),
        "specialised" => Ok(ClusterKind::Specialised),
        "craft_village" => Ok(ClusterKind::CraftVillage),
        "supporting" => Ok(ClusterKind::Supporting),
        "high_tech" => Ok(ClusterKind::HighTech),
        "eco" => Ok(ClusterKind::Eco),
        _ => Err(node.error(Reason::WrongType {
            expected: "a type of cluster",
        })),
    }
}
