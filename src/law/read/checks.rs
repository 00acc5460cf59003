use super::node::Node;
use crate::law::error::{Reason, RulesError};
use crate::law::fill;
use crate::law::rules::{Check, CheckKind, Provision, RuleSet, Rules};

/// Reads the checks against the sets already read into `rules`.
pub(super) fn read(list: &Node<'_>, rules: &Rules) -> Result<Vec<Check>, RulesError> {
    let mut checks: Vec<Check> = Vec::new();
    for node in list.items()? {
        let check = check(&node, rules)?;
        if checks.iter().any(|known| known.kind == check.kind) {
            return Err(node.field("id")?.error(Reason::Repeated));
        }
        checks.push(check);
    }
    let absent = CheckKind::ALL
        .into_iter()
        .find(|kind| !checks.iter().any(|check| check.kind == *kind));
    match absent {
        Some(kind) => Err(list.error(Reason::CheckMissing { id: kind.id() })),
        None => Ok(checks),
    }
}

fn check(node: &Node<'_>, rules: &Rules) -> Result<Check, RulesError> {
    node.only(&["id", "title", "indicators", "provisions"])?;
    let id = node.field("id")?;
    let kind = CheckKind::from_id(&id.text()?).ok_or_else(|| id.error(Reason::UnknownCheck))?;
    let list = node.field("provisions")?;
    let mut provisions = Vec::new();
    for item in list.some_items()? {
        provisions.push(provision(&item, kind, rules)?);
    }
    for set in &rules.sets {
        let in_words = provisions.iter().any(|provision| provision.holds_in(set));
        if has_figures(kind, set) == Some(true) && !in_words {
            return Err(list.error(Reason::ProvisionMissing {
                set: set.id.clone(),
            }));
        }
    }
    Ok(Check {
        kind,
        title: node.field("title")?.both()?,
        indicators: node.field("indicators")?.texts()?,
        provisions,
    })
}

fn provision(node: &Node<'_>, kind: CheckKind, rules: &Rules) -> Result<Provision, RulesError> {
    node.only(&[
        "sets",
        "rule",
        "article",
        "document",
        "in_force",
        "to_be_confirmed",
    ])?;
    let mut sets = Vec::new();
    if let Some(list) = node.optional("sets")? {
        for item in list.some_items()? {
            let id = item.text()?;
            if rules.set(&id).is_none() {
                return Err(item.error(Reason::UnknownSet));
            }
            if sets.contains(&id) {
                return Err(item.error(Reason::Repeated));
            }
            sets.push(id);
        }
    }
    let provision = Provision {
        sets,
        rule: node.field("rule")?.both()?,
        article: node.field("article")?.both()?,
        document: node.maybe("document", Node::both)?,
        in_force: node.maybe("in_force", Node::date)?,
        to_be_confirmed: node.maybe("to_be_confirmed", Node::both)?,
    };
    for set in rules.sets.iter().filter(|set| provision.holds_in(set)) {
        if has_figures(kind, set) == Some(false) {
            return Err(node.error(Reason::FiguresMissing {
                set: set.id.clone(),
            }));
        }
        let values = fill::values(rules, kind, set);
        for (language, text) in [("vi", &provision.rule.vi), ("en", &provision.rule.en)] {
            let unknown =
                fill::names(text).find(|name| !values.iter().any(|(known, _)| known == name));
            if let Some(name) = unknown {
                let name = name.to_owned();
                return Err(node
                    .field("rule")?
                    .field(language)?
                    .error(Reason::UnknownPlaceholder { name }));
            }
        }
    }
    Ok(provision)
}

/// Whether a set holds the figures of a check; `None` for a check without figures of a set.
fn has_figures(kind: CheckKind, set: &RuleSet) -> Option<bool> {
    match kind {
        CheckKind::Area => Some(true),
        CheckKind::CraftVillage => Some(set.craft_village_share.is_some()),
        CheckKind::ClusterType => Some(set.types.is_some()),
        CheckKind::Expansion => Some(set.expansion.is_some()),
        CheckKind::Services => Some(set.services_share.is_some()),
        CheckKind::CommuneTest => Some(set.establishment.is_some()),
        CheckKind::NoInhabitants
        | CheckKind::ProvincialPlan
        | CheckKind::Decision
        | CheckKind::Owner
        | CheckKind::WasteWater
        | CheckKind::Report
        | CheckKind::StartUpLand
        | CheckKind::Settlement => None,
    }
}
