use std::collections::BTreeSet;

use serde_json::Value;

use super::boundary::not_negative;
use super::words::{self, EXPANSIONS, KINDS, OLD_SIGNS};
use crate::assessment::{Date, Expansion, Firm, LegalFacts, OldSign, Profile, limits};
use crate::json::{Fault, FaultKind, Node, Writer};

pub fn write_profile(w: &mut Writer, profile: &Profile) {
    let date = |date: Option<Date>| date.map(Date::to_iso);
    w.key("profile").open_object();
    w.key("name").text(&profile.name);
    w.key("province").optional_text(profile.province.as_deref());
    w.key("commune").text(&profile.commune);
    let kind = profile.kind.map(|kind| words::word(KINDS, kind));
    w.key("kind").optional_text(kind);
    w.key("industry").optional_text(profile.industry.as_deref());
    w.key("established")
        .optional_text(date(profile.established).as_deref());
    w.key("assessed")
        .optional_text(date(profile.assessed).as_deref());
    for (key, number) in [
        ("declared_area_ha", profile.declared_area_ha),
        ("industrial_land_ha", profile.industrial_land_ha),
        ("leased_land_ha", profile.leased_land_ha),
        ("approved_land_ha", profile.approved_land_ha),
        ("tenants", profile.tenants.map(f64::from)),
    ] {
        w.key(key).optional_number(number);
    }
    if let Some(firm) = &profile.firm {
        w.key("firm").open_object();
        w.key("cluster").text(&firm.cluster);
        for (key, number) in [("workers", firm.workers), ("year", firm.year)] {
            w.key(key).optional_number(number.map(f64::from));
        }
        w.close();
    }
    write_facts(w, &profile.facts);
    w.close();
}

fn write_facts(w: &mut Writer, facts: &LegalFacts) {
    w.key("facts").open_object();
    for (key, flag) in [
        ("mountainous", facts.mountainous),
        ("inhabitants", facts.inhabitants),
        ("in_provincial_plan", facts.in_provincial_plan),
        ("owner", facts.owner),
        ("demand_above_supply", facts.demand_above_supply),
        ("central_treatment", facts.central_treatment),
        ("automatic_monitoring", facts.automatic_monitoring),
        ("incident_works", facts.incident_works),
        ("connected_outside", facts.connected_outside),
    ] {
        match flag {
            Some(flag) => w.key(key).flag(flag),
            None => w.key(key).null(),
        };
    }
    let expansion = facts.expansion.map(|stage| words::word(EXPANSIONS, stage));
    w.key("expansion").optional_text(expansion);
    if let Some(signs) = &facts.signs_before_2009 {
        w.key("signs_before_2009").open_line();
        for sign in signs {
            w.text(words::word(OLD_SIGNS, *sign));
        }
        w.close();
    }
    w.key("decision").text(&facts.decision);
    w.key("area_explanation").text(&facts.area_explanation);
    for (key, number) in [
        ("craft_land_share", facts.craft_land_share),
        ("sector_land_share", facts.sector_land_share),
        ("services_share", facts.services_share),
        ("expansion_added_ha", facts.expansion_added_ha),
        ("start_up_land_ha", facts.start_up_land_ha),
    ] {
        w.key(key).optional_number(number);
    }
    let last_report = facts.last_report.map(Date::to_iso);
    w.key("last_report").optional_text(last_report.as_deref());
    w.close();
}

pub fn read_profile(node: &Node) -> Result<Profile, Fault> {
    Ok(Profile {
        name: text(node, "name")?.unwrap_or_default(),
        province: text(node, "province")?,
        commune: text(node, "commune")?.unwrap_or_default(),
        kind: optional(node, "kind", |node| words::value(KINDS, node))?,
        industry: text(node, "industry")?,
        established: optional(node, "established", date)?,
        assessed: optional(node, "assessed", date)?,
        declared_area_ha: optional(node, "declared_area_ha", not_negative)?,
        industrial_land_ha: optional(node, "industrial_land_ha", not_negative)?,
        leased_land_ha: optional(node, "leased_land_ha", not_negative)?,
        approved_land_ha: optional(node, "approved_land_ha", not_negative)?,
        tenants: optional(node, "tenants", Node::whole)?,
        firm: optional(node, "firm", read_firm)?.map(Box::new),
        facts: match node.optional("facts")? {
            Some(facts) => read_facts(&facts)?,
            None => LegalFacts::default(),
        },
    })
}

fn read_firm(node: &Node) -> Result<Firm, Fault> {
    Ok(Firm {
        cluster: text(node, "cluster")?.unwrap_or_default(),
        workers: optional(node, "workers", Node::whole)?,
        year: optional(node, "year", Node::whole)?,
    })
}

fn read_facts(node: &Node) -> Result<LegalFacts, Fault> {
    let flag = |key: &str| optional(node, key, Node::flag);
    let number = |key: &str| optional(node, key, not_negative);
    Ok(LegalFacts {
        mountainous: flag("mountainous")?,
        inhabitants: flag("inhabitants")?,
        in_provincial_plan: flag("in_provincial_plan")?,
        decision: text(node, "decision")?.unwrap_or_default(),
        area_explanation: text(node, "area_explanation")?.unwrap_or_default(),
        owner: flag("owner")?,
        expansion: optional(node, "expansion", expansion)?,
        expansion_added_ha: number("expansion_added_ha")?,
        signs_before_2009: optional(node, "signs_before_2009", signs)?,
        connected_outside: flag("connected_outside")?,
        start_up_land_ha: number("start_up_land_ha")?,
        demand_above_supply: flag("demand_above_supply")?,
        central_treatment: flag("central_treatment")?,
        automatic_monitoring: flag("automatic_monitoring")?,
        incident_works: flag("incident_works")?,
        craft_land_share: number("craft_land_share")?,
        sector_land_share: number("sector_land_share")?,
        services_share: number("services_share")?,
        last_report: optional(node, "last_report", date)?,
    })
}

/// Files of the first version say yes where an expansion is planned or under way.
fn expansion(node: &Node) -> Result<Expansion, Fault> {
    match node.value() {
        Value::Bool(true) => Ok(Expansion::Planned),
        Value::Bool(false) => Ok(Expansion::NotPlanned),
        _ => words::value(EXPANSIONS, node),
    }
}

fn signs(node: &Node) -> Result<Vec<OldSign>, Fault> {
    let found = node
        .items()?
        .iter()
        .map(|item| words::value(OLD_SIGNS, item))
        .collect::<Result<BTreeSet<_>, _>>()?;
    Ok(found.into_iter().collect())
}

/// A field that may be missing.
fn optional<'a, T>(
    node: &Node<'a>,
    key: &str,
    read: impl Fn(&Node<'a>) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    node.optional(key)?.map(|field| read(&field)).transpose()
}

fn text(node: &Node, key: &str) -> Result<Option<String>, Fault> {
    optional(node, key, |field| {
        field.text_within(limits::NAME_CHARS).map(str::to_owned)
    })
}

fn date(node: &Node) -> Result<Date, Fault> {
    Date::parse_iso(node.text()?).ok_or_else(|| {
        node.fault(FaultKind::WrongType {
            expected: "a date as in 2026-11-23",
        })
    })
}
