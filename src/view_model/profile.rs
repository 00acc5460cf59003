use cluster_ready_core::assessment::{LegalFacts, Profile};

/// Percent of the industrial land that is leased or given to approved projects, where both are said and there is any land.
pub fn occupancy(profile: &Profile) -> Option<f64> {
    profile.occupancy().filter(|rate| *rate <= 100.0)
}

/// How many of the facts for the legal checks have been said.
pub fn facts_said(facts: &LegalFacts) -> usize {
    let yes_no = [
        facts.mountainous,
        facts.inhabitants,
        facts.in_provincial_plan,
        facts.owner,
        facts.demand_above_supply,
        facts.central_treatment,
        facts.automatic_monitoring,
        facts.incident_works,
        facts.connected_outside,
    ];
    let shares = [
        facts.craft_land_share,
        facts.sector_land_share,
        facts.services_share,
        facts.expansion_added_ha,
        facts.start_up_land_ha,
    ];
    yes_no.iter().flatten().count()
        + shares.iter().flatten().count()
        + usize::from(!facts.decision.is_empty())
        + usize::from(facts.last_report.is_some())
        + usize::from(facts.expansion.is_some())
        + usize::from(facts.signs_before_2009.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occupancy_needs_both_areas_and_some_land() {
        let profile = |leased, industrial| Profile {
            leased_land_ha: leased,
            industrial_land_ha: industrial,
            ..Profile::default()
        };
        assert_eq!(occupancy(&profile(Some(32.5), Some(50.0))), Some(65.0));
        assert_eq!(occupancy(&profile(Some(0.0), Some(0.0))), None);
        assert_eq!(occupancy(&profile(Some(60.0), Some(50.0))), None);
        assert_eq!(occupancy(&profile(None, Some(50.0))), None);
    }

    #[test]
    fn a_no_is_said_as_much_as_a_yes() {
        let facts = LegalFacts {
            inhabitants: Some(false),
            decision: "12/QĐ".into(),
            ..LegalFacts::default()
        };
        assert_eq!(facts_said(&facts), 2);
    }
}
