use cluster_ready_core::assessment::{ClusterKind, Expansion, OldSign};
use cluster_ready_core::law::{
    self, Agreement, AreaBasis, CheckKind, Fact, Limit, Missing,
    Outcome::{Met, NearLimit, NotEnoughData, NotMet, OldRuleApplies},
};

use crate::cluster::{Cluster, date, short};

#[test]
fn realistic_clusters_get_their_verdict_by_both_dates() {
    let delta_2018 = |ha| {
        Cluster::assessed("2026-11-23")
            .established("2018-03-12")
            .measured(ha)
    };
    let table = [
        // Too small when established, large enough since the decree of 2026.
        (
            "9.99 ha of 2018",
            delta_2018(9.9),
            (Met, "R2026", Some((NotMet, "R2017"))),
        ),
        (
            "9.99 ha of 2018 within 0.15 % of 10 ha",
            delta_2018(9.99),
            (Met, "R2026", Some((NearLimit, "R2017"))),
        ),
        (
            "74.96 ha",
            delta_2018(74.96),
            (NearLimit, "R2026", Some((NearLimit, "R2017"))),
        ),
        (
            "52.47 ha",
            delta_2018(52.47),
            (Met, "R2026", Some((Met, "R2017"))),
        ),
        (
            "4.9 ha of 2018",
            delta_2018(4.9),
            (NotMet, "R2026", Some((NotMet, "R2017"))),
        ),
        (
            "76 ha of 2018",
            delta_2018(76.0),
            (NotMet, "R2026", Some((NotMet, "R2017"))),
        ),
        // No least area before 2017: what was lawful then stays so.
        (
            "4.9 ha of 2012",
            Cluster::assessed("2026-11-23")
                .established("2012-06-01")
                .measured(4.9),
            (OldRuleApplies, "R2009", Some((NotMet, "R2026"))),
        ),
        (
            "4.998 ha of 2012",
            Cluster::assessed("2026-11-23")
                .established("2012-06-01")
                .measured(4.998),
            (OldRuleApplies, "R2009", Some((NearLimit, "R2026"))),
        ),
        // More than 50 ha without an expansion was too much before 2017.
        (
            "60 ha of 2012",
            Cluster::assessed("2026-11-23")
                .established("2012-06-01")
                .measured(60.0),
            (Met, "R2026", Some((NotMet, "R2009"))),
        ),
        (
            "60 ha of 2012 in 2016, expanded",
            Cluster::assessed("2016-01-01")
                .established("2012-06-01")
                .measured(60.0)
                .with(|a| a.profile.facts.expansion = Some(Expansion::Done)),
            (Met, "R2009", None),
        ),
        (
            "80 ha of 2012",
            Cluster::assessed("2026-11-23")
                .established("2012-06-01")
                .measured(80.0),
            (NotMet, "R2026", Some((NotMet, "R2009"))),
        ),
        // The same limits under both decrees: one verdict is enough.
        (
            "9 ha of 2018 in 2024",
            Cluster::assessed("2024-06-01")
                .established("2018-03-12")
                .measured(9.0),
            (NotMet, "R2024", None),
        ),
        // Craft villages and mountains.
        (
            "Trung Nghĩa - Đông Thọ, 10.6 ha",
            Cluster::assessed("2024-06-01")
                .kind(ClusterKind::CraftVillage)
                .established("2019-01-01")
                .measured(10.6),
            (Met, "R2024", None),
        ),
        (
            "craft village of 6 ha",
            Cluster::assessed("2024-06-01")
                .kind(ClusterKind::CraftVillage)
                .established("2019-01-01")
                .measured(6.0),
            (Met, "R2024", None),
        ),
        (
            "Khánh Yên Thượng, 5.17 ha in the mountains, while there were districts",
            mountain("2025-06-30", "2019-01-01", 5.17),
            (Met, "R2024", None),
        ),
        (
            "the same after the last day of districts",
            mountain("2025-07-01", "2019-01-01", 5.17),
            (Met, "R2024", None),
        ),
        (
            "the same since the decree of 2026",
            mountain("2026-11-23", "2019-01-01", 5.17),
            (Met, "R2026", Some((Met, "R2017"))),
        ),
        (
            "4.9 ha in the mountains, established by the decree of 2024",
            mountain("2025-09-01", "2025-08-01", 4.9),
            (NotMet, "R2024", None),
        ),
        (
            "4 ha of 2005 go on",
            Cluster::assessed("2026-11-23")
                .established("2005-01-01")
                .measured(4.0),
            (OldRuleApplies, "R2026", None),
        ),
        (
            "82 ha of 2005, by a decision, go on",
            decided("2005-01-01", 82.0),
            (OldRuleApplies, "R2026", None),
        ),
        (
            "82 ha of the last day before the first rules",
            decided("2009-10-04", 82.0),
            (OldRuleApplies, "R2026", None),
        ),
        (
            "82 ha of the first day of the first rules",
            decided("2009-10-05", 82.0),
            (NotMet, "R2026", Some((NotMet, "R2009"))),
        ),
        (
            "82 ha of 2005, the decision not said",
            Cluster::assessed("2026-11-23")
                .established("2005-01-01")
                .measured(82.0),
            (NotEnoughData, "R2026", None),
        ),
        (
            "82 ha with a sign of before 2009, decided later",
            decided("2012-06-01", 82.0)
                .with(|a| a.profile.facts.signs_before_2009 = Some(vec![OldSign::Project])),
            (OldRuleApplies, "R2026", Some((NotMet, "R2009"))),
        ),
        (
            "4 ha of the last day before the decree of 2017",
            Cluster::assessed("2026-11-23")
                .established("2017-07-14")
                .measured(4.0),
            (OldRuleApplies, "R2009", Some((NotMet, "R2026"))),
        ),
        (
            "4 ha of the first day of the decree of 2017",
            Cluster::assessed("2026-11-23")
                .established("2017-07-15")
                .measured(4.0),
            (NotMet, "R2026", Some((NotMet, "R2017"))),
        ),
    ];
    for (name, cluster, expected) in table {
        assert_eq!(short(&cluster.verdict(CheckKind::Area)), expected, "{name}");
    }
}

fn decided(established: &str, ha: f64) -> Cluster {
    Cluster::assessed("2026-11-23")
        .established(established)
        .measured(ha)
        .with(|a| a.profile.facts.decision = "15/QĐ-UBND".to_owned())
}

fn mountain(assessed: &str, established: &str, ha: f64) -> Cluster {
    Cluster::assessed(assessed)
        .established(established)
        .measured(ha)
        .with(|a| a.profile.facts.mountainous = Some(true))
}

#[test]
fn accuracy_of_the_boundary_brings_a_limit_near() {
    let drawn = |ha| {
        Cluster::assessed("2026-11-23")
            .established("2026-10-01")
            .measured_within(ha, 0.3)
    };
    assert_eq!(drawn(5.5).outcome(CheckKind::Area), NearLimit);
    assert_eq!(drawn(5.6).outcome(CheckKind::Area), Met);
    assert_eq!(drawn(4.3).outcome(CheckKind::Area), NotMet);
    let surveyed = Cluster::assessed("2026-11-23")
        .established("2026-10-01")
        .measured(5.5);
    assert_eq!(surveyed.outcome(CheckKind::Area), Met);
}

#[test]
fn plane_and_globe_on_both_sides_of_a_limit_bring_it_near() {
    let mut cluster = Cluster::assessed("2026-11-23")
        .established("2026-10-01")
        .measured(74.8);
    assert_eq!(cluster.outcome(CheckKind::Area), Met);
    cluster.measures.as_mut().unwrap().plane_area_m2 = 750_100.0;
    assert_eq!(cluster.outcome(CheckKind::Area), NearLimit);
}

#[test]
fn verdict_tells_area_limit_and_distance() {
    let verdict = Cluster::assessed("2026-11-23")
        .established("2018-03-12")
        .measured_within(74.96, 0.002)
        .verdict(CheckKind::Area);
    let [
        Fact::Area {
            basis: AreaBasis::Measured,
            area_ha,
            sd_ha: Some(sd_ha),
            plane_ha: Some(_),
        },
        Fact::AreaLimit {
            limit: Limit::AtMost,
            limit_ha,
            inside_ha,
        },
    ] = verdict.facts.as_slice()
    else {
        panic!("{:?}", verdict.facts);
    };
    assert!((area_ha - 74.96).abs() < 1e-9);
    assert!((sd_ha - 0.002).abs() < 1e-9);
    assert!((limit_ha - 75.0).abs() < 1e-9);
    assert!((inside_ha - 0.04).abs() < 1e-9);
}

#[test]
fn old_rule_and_new_rule_each_tell_their_own_limit() {
    let verdict = Cluster::assessed("2026-11-23")
        .established("2012-06-01")
        .measured(4.9)
        .verdict(CheckKind::Area);
    let limit = |facts: &[Fact]| {
        facts.iter().find_map(|fact| match fact {
            Fact::AreaLimit {
                limit, limit_ha, ..
            } => Some((*limit, *limit_ha)),
            _ => None,
        })
    };
    assert_eq!(limit(&verdict.facts), Some((Limit::AtMost, 50.0)));
    assert_eq!(
        limit(&verdict.other.unwrap().facts),
        Some((Limit::AtLeast, 5.0))
    );
}

#[test]
fn declared_area_is_judged_exactly_while_no_boundary_is_there() {
    let cluster = |ha| {
        Cluster::assessed("2026-11-23")
            .established("2026-10-01")
            .declared(ha)
    };
    assert_eq!(cluster(75.0).outcome(CheckKind::Area), Met);
    assert_eq!(cluster(75.01).outcome(CheckKind::Area), NotMet);
    assert!(matches!(
        cluster(75.0).verdict(CheckKind::Area).facts.first(),
        Some(Fact::Area {
            basis: AreaBasis::Declared,
            ..
        })
    ));
}

#[test]
fn without_any_area_the_check_waits_for_one() {
    let verdict = Cluster::assessed("2026-11-23").verdict(CheckKind::Area);
    assert_eq!(
        (verdict.outcome, verdict.missing),
        (NotEnoughData, vec![Missing::Area])
    );
    for nonsense in [0.0, -3.0, f64::NAN, f64::INFINITY] {
        let verdict = Cluster::assessed("2026-11-23")
            .measured(nonsense)
            .verdict(CheckKind::Area);
        assert_eq!(verdict.missing, [Missing::Area], "{nonsense}");
    }
}

#[test]
fn open_fields_are_named_only_where_they_decide() {
    let open = |ha: f64| {
        Cluster::assessed("2024-06-01")
            .established("2024-05-20")
            .measured(ha)
            .with(|a| {
                a.profile.kind = None;
                a.profile.facts.mountainous = None;
                a.profile.facts.expansion = None;
            })
            .verdict(CheckKind::Area)
    };
    assert_eq!((open(20.0).outcome, open(20.0).missing), (Met, vec![]));
    assert_eq!((open(4.0).outcome, open(4.0).missing), (NotMet, vec![]));
    let between = open(7.0);
    assert_eq!(between.outcome, NotEnoughData);
    assert_eq!(between.missing, [Missing::Kind, Missing::Mountainous]);
}

#[test]
fn whether_an_expansion_counts_is_asked_between_50_and_75_ha_of_the_first_rules() {
    let open = |ha: f64| {
        Cluster::assessed("2015-06-01")
            .established("2012-05-20")
            .measured(ha)
            .with(|a| a.profile.facts.expansion = None)
            .verdict(CheckKind::Area)
    };
    assert_eq!(open(40.0).outcome, Met);
    assert_eq!(open(60.0).missing, [Missing::Expansion]);
    assert_eq!(open(80.0).outcome, NotMet);
}

#[test]
fn unknown_establishment_date_leaves_open_what_an_old_rule_would_allow() {
    let verdict = Cluster::assessed("2026-11-23")
        .measured(4.0)
        .verdict(CheckKind::Area);
    assert_eq!(verdict.outcome, NotEnoughData);
    assert_eq!(verdict.missing, [Missing::EstablishmentDate]);
    // Only a cluster that took shape before the first rules may go on with this.
    let verdict = Cluster::assessed("2026-11-23")
        .measured(90.0)
        .verdict(CheckKind::Area);
    assert_eq!(
        (verdict.outcome, verdict.missing),
        (NotEnoughData, vec![Missing::OldSigns])
    );
    let none = Cluster::assessed("2026-11-23")
        .measured(90.0)
        .with(|a| a.profile.facts.signs_before_2009 = Some(Vec::new()));
    assert_eq!(none.outcome(CheckKind::Area), NotMet);
}

#[test]
fn establishment_after_the_assessment_counts_as_not_given() {
    let verdict = Cluster::assessed("2026-11-23")
        .established("2027-01-01")
        .measured(4.0)
        .verdict(CheckKind::Area);
    assert_eq!(verdict.missing, [Missing::EstablishmentDate]);
}

#[test]
fn difference_from_the_declared_area_warns_above_two_and_blocks_above_ten_percent() {
    let cluster = |declared| {
        Cluster::assessed("2026-11-23")
            .established("2026-10-01")
            .measured(50.0)
            .declared(declared)
    };
    for (declared, outcome, agreement) in [
        (50.5, Met, Agreement::Close),
        (52.0, Met, Agreement::Apart),
        (45.5, Met, Agreement::Apart),
        (45.0, NotEnoughData, Agreement::TooFar),
        (60.0, NotEnoughData, Agreement::TooFar),
    ] {
        let verdict = cluster(declared).verdict(CheckKind::Area);
        assert_eq!(verdict.outcome, outcome, "{declared}");
        let found = verdict.facts.iter().find_map(|fact| match fact {
            Fact::DeclaredArea {
                comparison,
                explained,
            } => Some((comparison.agreement, *explained)),
            _ => None,
        });
        assert_eq!(found, Some((agreement, false)), "{declared}");
    }
    assert_eq!(
        cluster(60.0).verdict(CheckKind::Area).missing,
        [Missing::AreaExplanation]
    );
}

#[test]
fn an_explanation_lifts_the_block() {
    let mut cluster = Cluster::assessed("2026-11-23")
        .established("2026-10-01")
        .measured(50.0)
        .declared(70.0);
    cluster.explanation = "Giai đoạn 2 chưa bàn giao đất".to_owned();
    let verdict = cluster.verdict(CheckKind::Area);
    assert_eq!(verdict.outcome, Met);
    assert!(matches!(
        verdict.facts.last(),
        Some(Fact::DeclaredArea {
            explained: true,
            ..
        })
    ));
}

/// A page's own rules may leave the floor to the province.
#[test]
fn floor_by_the_province_is_told_with_its_first_day() {
    let mut file: serde_json::Value =
        serde_json::from_str(include_str!("../../../data/law.json")).unwrap();
    file["sets"][2]["area"]["mountainous_by_province_from"] = "2025-07-01".into();
    let rules = law::Rules::parse(&file.to_string()).unwrap();
    let cluster = mountain("2025-09-01", "2025-08-01", 5.17);
    let input = law::Input {
        measures: cluster.measures.as_ref(),
        ..law::Input::of(&cluster.assessment)
    };
    let verdict = law::judge(&rules, &input).swap_remove(0);
    assert_eq!(verdict.missing, [Missing::ProvincialFloor]);
    assert!(verdict.facts.contains(&Fact::FloorByProvince {
        since: date("2025-07-01")
    }));
}

#[test]
fn cluster_older_than_the_rules_is_marked_so() {
    let verdict = Cluster::assessed("2026-11-23")
        .established("2009-10-04")
        .measured(20.0)
        .verdict(CheckKind::Area);
    assert!(verdict.facts.contains(&Fact::FormedBefore {
        established: date("2009-10-04"),
        first_rules: date("2009-10-05"),
    }));
}
