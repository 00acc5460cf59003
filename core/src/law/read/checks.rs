use super::field::{
    broken, date, grade, in_languages, maybe, only, some_items, text, unknown_word,
};
use crate::json::Node;
use crate::law::error::{Reason, RulesError};
use crate::law::fill;
use crate::law::rules::{Check, CheckKind, Provision, RuleSet, Rules};

/// Reads the checks against the sets already read into `rules`.
pub(super) fn read(list: &Node<'_>, rules: &Rules) -> Result<Vec<Check>, RulesError> {
    let mut checks: Vec<Check> = Vec::new();
    for node in list.items()? {
        let id = node.field("id")?;
        let word = id.text()?;
        let kind = CheckKind::from_id(word).ok_or_else(|| unknown_word(&id, word))?;
        if checks.iter().any(|known| known.kind == kind) {
            return Err(broken(&id, Reason::Repeated));
        }
        checks.push(check(&node, kind, rules)?);
    }
    let absent = CheckKind::ALL
        .into_iter()
        .find(|kind| !checks.iter().any(|check| check.kind == *kind));
    match absent {
        Some(kind) => Err(broken(list, Reason::CheckMissing { id: kind.id() })),
        None => Ok(checks),
    }
}

fn check(node: &Node<'_>, kind: CheckKind, rules: &Rules) -> Result<Check, RulesError> {
    only(
        node,
        &[
            "id",
            "title",
            "authority",
            "next",
            "indicators",
            "provisions",
        ],
    )?;
    let list = node.field("provisions")?;
    let mut provisions = Vec::new();
    for item in some_items(&list)? {
        provisions.push(provision(&item, kind, rules)?);
    }
    for set in &rules.sets {
        let in_words = provisions.iter().any(|provision| provision.holds_in(set));
        if has_figures(kind, set) == Some(true) && !in_words {
            return Err(broken(
                &list,
                Reason::ProvisionMissing {
                    set: set.id.clone(),
                },
            ));
        }
    }
    Ok(Check {
        kind,
        title: in_languages(&node.field("title")?)?,
        authority: maybe(node, "authority", in_languages)?,
        next: maybe(node, "next", in_languages)?,
        indicators: node
            .field("indicators")?
            .items()?
            .iter()
            .map(text)
            .collect::<Result<_, _>>()?,
        provisions,
    })
}

fn provision(node: &Node<'_>, kind: CheckKind, rules: &Rules) -> Result<Provision, RulesError> {
    only(
        node,
        &[
            "sets",
            "rule",
            "article",
            "document",
            "in_force",
            "grade",
            "to_be_confirmed",
        ],
    )?;
    let mut sets = Vec::new();
    if let Some(list) = node.optional("sets")? {
        for item in some_items(&list)? {
            let id = text(&item)?;
            if rules.set(&id).is_none() {
                return Err(broken(&item, Reason::UnknownSet));
            }
            if sets.contains(&id) {
                return Err(broken(&item, Reason::Repeated));
            }
            sets.push(id);
        }
    }
    let provision = Provision {
        sets,
        rule: in_languages(&node.field("rule")?)?,
        article: in_languages(&node.field("article")?)?,
        document: maybe(node, "document", in_languages)?,
        in_force: maybe(node, "in_force", date)?,
        grade: maybe(node, "grade", grade)?,
        to_be_confirmed: maybe(node, "to_be_confirmed", in_languages)?,
    };
    for set in rules.sets.iter().filter(|set| provision.holds_in(set)) {
        if has_figures(kind, set) == Some(false) {
            return Err(broken(
                node,
                Reason::FiguresMissing {
                    set: set.id.clone(),
                },
            ));
        }
        let values = fill::values(rules, kind, set);
        for (language, text) in provision.rule.each() {
            let unknown =
                fill::names(text).find(|name| !values.iter().any(|(known, _)| known == name));
            if let Some(name) = unknown {
                let name = name.to_owned();
                let place = node.field("rule")?.field(language.tag())?;
                return Err(broken(&place, Reason::UnknownPlaceholder { name }));
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
