use cluster_ready_core::assessment::{Answer, ClusterKind, Expansion, ItemState, OldSign};
use cluster_ready_core::law::{
    CheckKind, Fact, Missing,
    Outcome::{Met, NearLimit, NotApplicable, NotEnoughData, NotMet},
    State, Works,
};

use crate::cluster::{Cluster, short};

const ALL_DONE: [ItemState; 8] = [ItemState::Done; 8];

#[test]
fn craft_village_share_is_judged_by_both_dates() {
    let cluster = |assessed, established, share| {
        Cluster::assessed(assessed)
            .established(established)
            .kind(ClusterKind::CraftVillage)
            .with(|a| a.profile.facts.craft_land_share = share)
            .verdict(CheckKind::CraftVillage)
    };
    for (assessed, established, share, expected) in [
        ("2025-01-01", "2024-06-01", Some(75.0), (Met, "R2024", None)),
        (
            "2025-01-01",
            "2024-06-01",
            Some(74.9),
            (NotMet, "R2024", None),
        ),
        (
            "2026-11-23",
            "2024-06-01",
            Some(65.0),
            (Met, "R2026", Some((NotMet, "R2024"))),
        ),
        (
            "2026-11-23",
            "2024-06-01",
            Some(50.0),
            (NotMet, "R2026", Some((NotMet, "R2024"))),
        ),
        // The decree of 2017 holds no share: today's rule stands alone.
        (
            "2026-11-23",
            "2018-06-01",
            Some(50.0),
            (NotMet, "R2026", None),
        ),
        (
            "2026-11-23",
            "2026-10-01",
            None,
            (NotEnoughData, "R2026", None),
        ),
        (
            "2026-11-23",
            "2026-10-01",
            Some(f64::NAN),
            (NotEnoughData, "R2026", None),
        ),
        (
            "2026-11-23",
            "2026-10-01",
            Some(160.0),
            (NotEnoughData, "R2026", None),
        ),
    ] {
        let verdict = cluster(assessed, established, share);
        assert_eq!(
            short(&verdict),
            expected,
            "{assessed} {established} {share:?}"
        );
    }
}

#[test]
fn craft_village_share_asks_nothing_of_other_types() {
    let cluster = Cluster::assessed("2026-11-23");
    let verdict = cluster.verdict(CheckKind::CraftVillage);
    assert_eq!(verdict.outcome, NotApplicable);
    assert_eq!(
        verdict.facts,
        [Fact::OtherType {
            kind: ClusterKind::MultiIndustry
        }]
    );
    let unknown = cluster
        .with(|a| a.profile.kind = None)
        .verdict(CheckKind::CraftVillage);
    assert_eq!(
        (unknown.outcome, unknown.missing),
        (NotEnoughData, vec![Missing::Kind])
    );
}

#[test]
fn each_type_has_its_own_share_of_land() {
    use ClusterKind::{CraftVillage, Eco, HighTech, MultiIndustry, Specialised, Supporting};
    for (kind, share, outcome) in [
        (Specialised, Some(60.0), Met),
        (Specialised, Some(59.0), NotMet),
        (Supporting, Some(60.0), Met),
        (Supporting, Some(59.0), NotMet),
        (HighTech, Some(30.0), Met),
        (HighTech, Some(29.0), NotMet),
        (HighTech, None, NotEnoughData),
        (MultiIndustry, None, NotApplicable),
        (CraftVillage, None, NotApplicable),
        (Eco, None, NotApplicable),
    ] {
        let verdict = Cluster::assessed("2026-11-23")
            .kind(kind)
            .with(|a| a.profile.facts.sector_land_share = share)
            .verdict(CheckKind::ClusterType);
        assert_eq!(verdict.outcome, outcome, "{kind:?} {share:?}");
    }
}

#[test]
fn services_take_at_most_a_tenth() {
    let outcome = |day, share| {
        Cluster::assessed(day)
            .with(|a| a.profile.facts.services_share = share)
            .outcome(CheckKind::Services)
    };
    assert_eq!(outcome("2025-01-01", Some(10.0)), Met);
    assert_eq!(outcome("2025-01-01", Some(10.5)), NotMet);
    assert_eq!(outcome("2026-11-23", Some(10.5)), NotMet);
    assert_eq!(outcome("2026-11-23", None), NotEnoughData);
}

/// Growing from 40 ha with everything in place.
fn growing(day: &str) -> Cluster {
    Cluster::assessed(day)
        .established("2020-01-01")
        .measured(40.0)
        .answer("M7", Answer::Checklist(ALL_DONE.to_vec()))
        .with(|a| {
            a.profile.facts.expansion = Some(Expansion::UnderWay);
            a.profile.facts.expansion_added_ha = Some(10.0);
            a.profile.industrial_land_ha = Some(30.0);
            a.profile.leased_land_ha = Some(18.0);
        })
}

#[test]
fn expansion_needs_tenants_or_demand() {
    let cluster = |day, leased, demand| {
        growing(day)
            .with(|a| {
                a.profile.leased_land_ha = leased;
                a.profile.facts.demand_above_supply = demand;
            })
            .outcome(CheckKind::Expansion)
    };
    assert_eq!(cluster("2025-01-01", Some(18.0), None), Met);
    assert_eq!(cluster("2025-01-01", Some(17.0), Some(false)), NotMet);
    assert_eq!(cluster("2025-01-01", Some(17.0), Some(true)), Met);
    assert_eq!(cluster("2025-01-01", Some(17.0), None), NotEnoughData);
    assert_eq!(cluster("2026-11-23", Some(15.0), Some(false)), Met);
    assert_eq!(cluster("2026-11-23", Some(14.0), Some(false)), NotMet);
    assert_eq!(cluster("2026-11-23", None, Some(true)), Met);
    assert_eq!(cluster("2026-11-23", None, Some(false)), NotEnoughData);
}

#[test]
fn occupancy_comes_from_the_answer_where_the_areas_are_not_given() {
    let outcome = |answer| {
        growing("2026-11-23")
            .with(|a| {
                a.profile.leased_land_ha = None;
                a.profile.facts.demand_above_supply = Some(false);
            })
            .answer("M6", answer)
            .outcome(CheckKind::Expansion)
    };
    assert_eq!(outcome(Answer::Number(62.0)), Met);
    assert_eq!(outcome(Answer::Number(40.0)), NotMet);
    assert_eq!(outcome(Answer::Unknown), NotEnoughData);
}

#[test]
fn expansion_needs_the_works_that_its_decree_names() {
    let cluster = |day, item: usize| {
        let mut states = ALL_DONE;
        states[item] = ItemState::Partly;
        growing(day).answer("M7", Answer::Checklist(states.to_vec()))
    };
    // Solid waste joined the list in 2026; pavements are on none.
    for (day, item, outcome) in [
        ("2025-01-01", 0, NotMet),
        ("2025-01-01", 3, NotMet),
        ("2025-01-01", 4, Met),
        ("2026-11-23", 4, NotMet),
        ("2026-11-23", 5, NotMet),
        ("2026-11-23", 1, Met),
    ] {
        assert_eq!(
            cluster(day, item).outcome(CheckKind::Expansion),
            outcome,
            "{day} {item}"
        );
    }
    let verdict = cluster("2026-11-23", 5).verdict(CheckKind::Expansion);
    assert!(verdict.facts.contains(&Fact::Works {
        works: Works::FireSafety,
        state: State::No
    }));
    let open = growing("2026-11-23")
        .answer("M7", Answer::Unknown)
        .verdict(CheckKind::Expansion);
    assert_eq!(open.outcome, NotEnoughData);
    assert_eq!(open.missing, [Missing::Answer("M7".to_owned())]);
}

#[test]
fn expansion_needs_room_up_to_the_greatest_area() {
    let outcome = |ha| {
        growing("2026-11-23")
            .measured(ha)
            .outcome(CheckKind::Expansion)
    };
    assert_eq!(outcome(60.0), Met);
    assert_eq!(outcome(64.95), NearLimit);
    assert_eq!(outcome(66.0), NotMet);
    assert_eq!(outcome(76.0), NotMet);
    let unknown = Cluster {
        measures: None,
        ..growing("2026-11-23")
    };
    assert_eq!(
        unknown.verdict(CheckKind::Expansion).missing,
        [Missing::Area]
    );
}

#[test]
fn test_of_the_other_clusters_is_of_the_decree_of_the_establishment() {
    use ClusterKind::{Eco, HighTech, MultiIndustry};
    let verdict = |established, kind| {
        Cluster::assessed("2026-11-23")
            .established(established)
            .kind(kind)
            .verdict(CheckKind::CommuneTest)
    };
    assert_eq!(verdict("2024-04-30", MultiIndustry).outcome, NotApplicable);
    for (day, kind) in [("2024-05-01", MultiIndustry), ("2026-09-14", Eco)] {
        assert_eq!(
            verdict(day, kind).facts,
            [Fact::CommuneTest {
                mean_occupancy_above: 50.0,
                max_unleased_ha: 100.0
            }],
            "{day}"
        );
    }
    assert_eq!(verdict("2026-09-15", HighTech).outcome, NotApplicable);
    assert_eq!(verdict("2026-09-15", Eco).outcome, NotApplicable);
    let open = verdict("2026-09-15", MultiIndustry);
    assert_eq!(
        (open.outcome, &open.missing),
        (NotEnoughData, &vec![Missing::CommuneClusters])
    );
    assert_eq!(
        open.facts,
        [Fact::CommuneTest {
            mean_occupancy_above: 50.0,
            max_unleased_ha: 50.0
        }]
    );
}

#[test]
fn how_much_an_expansion_adds_is_asked_while_there_is_room() {
    let verdict = |ha| {
        growing("2026-11-23")
            .measured(ha)
            .with(|a| a.profile.facts.expansion_added_ha = None)
            .verdict(CheckKind::Expansion)
    };
    assert_eq!(verdict(60.0).missing, [Missing::ExpansionAdded]);
    assert_eq!(verdict(76.0).outcome, NotMet);
}

#[test]
fn only_an_expansion_that_is_to_come_is_judged() {
    for (stage, outcome) in [
        (Some(Expansion::NotPlanned), NotApplicable),
        (Some(Expansion::Planned), Met),
        (Some(Expansion::UnderWay), Met),
        (Some(Expansion::Done), NotApplicable),
        (None, NotEnoughData),
    ] {
        let cluster = growing("2026-11-23").with(|a| a.profile.facts.expansion = stage);
        assert_eq!(cluster.outcome(CheckKind::Expansion), outcome, "{stage:?}");
    }
}

#[test]
fn land_given_to_approved_projects_counts_as_occupied() {
    let outcome = |approved| {
        growing("2025-01-01")
            .with(|a| {
                a.profile.leased_land_ha = Some(15.0);
                a.profile.approved_land_ha = approved;
                a.profile.facts.demand_above_supply = Some(false);
            })
            .outcome(CheckKind::Expansion)
    };
    assert_eq!(outcome(None), NotMet);
    assert_eq!(outcome(Some(18.0)), Met);
    assert_eq!(outcome(Some(17.9)), NotMet);
}

#[test]
fn cluster_of_before_2009_need_not_have_finished_its_works_since_2026() {
    let outcome = |day, signs: Option<Vec<OldSign>>, established: bool| {
        growing(day)
            .with(|a| {
                a.profile.facts.signs_before_2009 = signs;
                if !established {
                    a.profile.established = None;
                }
            })
            .answer("M7", Answer::Checklist(vec![ItemState::No; 8]))
            .outcome(CheckKind::Expansion)
    };
    let old = || Some(vec![OldSign::DetailedPlan]);
    assert_eq!(outcome("2026-09-15", old(), true), Met);
    assert_eq!(outcome("2026-09-14", old(), true), NotMet);
    assert_eq!(outcome("2026-11-23", Some(vec![]), true), NotMet);
    assert_eq!(outcome("2026-11-23", None, true), NotMet);
    assert_eq!(outcome("2026-11-23", None, false), NotEnoughData);
}
