use cluster_ready_core::law::{CheckKind, Fact, Grade, Missing, Outcome, Quantity, fill};
use cluster_ready_core::model::Locale;

use crate::cluster::{Cluster, check, date, rules};

#[test]
fn set_changes_on_the_day_a_decree_comes_into_force() {
    for (day, set) in [
        ("2009-10-04", None),
        ("2009-10-05", Some("R2009")),
        ("2017-07-14", Some("R2009")),
        ("2017-07-15", Some("R2017")),
        ("2024-04-30", Some("R2017")),
        ("2024-05-01", Some("R2024")),
        ("2026-09-14", Some("R2024")),
        ("2026-09-15", Some("R2026")),
        ("2100-01-01", Some("R2026")),
    ] {
        let found = rules().in_force(date(day)).map(|set| set.id.as_str());
        assert_eq!(found, set, "{day}");
    }
}

#[test]
fn verdicts_follow_the_set_of_the_assessment_date() {
    for (day, set, outcome) in [
        ("2009-10-05", "R2009", Outcome::Met),
        ("2017-07-14", "R2009", Outcome::Met),
        ("2017-07-15", "R2017", Outcome::NotMet),
        ("2024-05-01", "R2024", Outcome::NotMet),
        ("2026-09-14", "R2024", Outcome::NotMet),
        ("2026-09-15", "R2026", Outcome::Met),
    ] {
        // Established the same day, so that no older rule stands beside.
        let verdict = Cluster::assessed(day)
            .established(day)
            .measured(8.0)
            .verdict(CheckKind::Area);
        assert_eq!(
            (verdict.set.id.as_str(), verdict.outcome),
            (set, outcome),
            "{day}"
        );
        assert_eq!(verdict.other, None, "{day}");
    }
}

#[test]
fn before_the_first_set_nothing_applies() {
    for verdict in Cluster::assessed("2009-10-04").measured(20.0).verdicts() {
        assert_eq!(verdict.outcome, Outcome::NotApplicable);
        assert_eq!(
            verdict.facts,
            [Fact::NoRulesYet {
                first: date("2009-10-05")
            }]
        );
    }
}

#[test]
fn without_an_assessment_date_every_check_waits_for_it() {
    let cluster = Cluster::assessed("2026-11-23")
        .measured(20.0)
        .with(|a| a.profile.assessed = None);
    for verdict in cluster.verdicts() {
        assert_eq!(verdict.outcome, Outcome::NotEnoughData);
        assert_eq!(verdict.missing, [Missing::AssessmentDate]);
    }
}

#[test]
fn a_rule_that_a_set_does_not_hold_does_not_apply() {
    let cluster = Cluster::assessed("2020-01-01").measured(20.0);
    for kind in [
        CheckKind::CraftVillage,
        CheckKind::ClusterType,
        CheckKind::Expansion,
        CheckKind::Services,
        CheckKind::WasteWater,
        CheckKind::Report,
        CheckKind::StartUpLand,
        CheckKind::Settlement,
        CheckKind::CommuneTest,
    ] {
        let verdict = cluster.verdict(kind);
        assert_eq!(verdict.outcome, Outcome::NotApplicable, "{kind:?}");
        assert_eq!(verdict.facts, [Fact::NoRuleInSet], "{kind:?}");
        assert_eq!(verdict.citation(), None, "{kind:?}");
    }
}

#[test]
fn every_set_says_how_its_text_is_known() {
    let grades: Vec<_> = rules()
        .sets
        .iter()
        .map(|set| set.grade.unwrap().code())
        .collect();
    assert_eq!(grades, ["secondary", "secondary", "text", "summary"]);
}

#[test]
fn every_check_says_who_decides_and_what_to_do() {
    for check in &rules().checks {
        assert!(
            check.authority.is_some() && check.next.is_some(),
            "{}",
            check.id()
        );
    }
}

#[test]
fn citation_carries_the_mark_of_the_document_it_names() {
    let cluster = Cluster::assessed("2026-11-23").measured(20.0);
    let area = cluster.verdict(CheckKind::Area);
    let area = area.citation().unwrap();
    assert_eq!(area.to_be_confirmed, None);
    assert_eq!(area.grade, Some(Grade::Summary));
    assert_eq!(area.in_force, date("2026-09-15"));
    // Which clause amends Article 8 is known from elsewhere only.
    let plan = cluster.verdict(CheckKind::ProvincialPlan);
    assert!(plan.citation().unwrap().to_be_confirmed.is_some());
    // A law of its own is as sure under a new decree as before.
    let waste_water = cluster.verdict(CheckKind::WasteWater);
    let waste_water = waste_water.citation().unwrap();
    assert_eq!(waste_water.to_be_confirmed, None);
    assert_eq!(waste_water.grade, Some(Grade::Text));
    assert_eq!(waste_water.in_force, date("2022-01-01"));
}

#[test]
fn provision_of_a_set_changes_when_a_later_decree_amends_it() {
    let set = rules().set("R2024").unwrap();
    let article = |day| {
        check(CheckKind::Area)
            .provision(set, date(day))
            .unwrap()
            .article
            .get(Locale::En)
            .to_owned()
    };
    assert!(!article("2025-06-30").contains("139/2025"));
    assert!(article("2025-07-01").contains("139/2025"));
}

#[test]
fn rule_in_words_carries_the_figures_of_its_set() {
    let verdict = Cluster::assessed("2026-11-23")
        .measured(20.0)
        .verdict(CheckKind::Area);
    let words = fill(
        verdict.citation().unwrap().rule.get(Locale::Vi),
        &verdict.values,
        &|q| match q {
            Quantity::Number(n) => n.to_string(),
            Quantity::Date(d) => d.to_iso(),
            Quantity::DayOfYear(d) => format!("{}/{}", d.day, d.month),
        },
    );
    assert_eq!(
        words,
        "Cụm công nghiệp có diện tích không vượt quá 75 ha và không dưới 5 ha."
    );
}

#[test]
fn rules_are_stale_after_180_days() {
    assert_eq!(rules().checked, date("2026-12-01"));
    assert!(!rules().is_stale(date("2026-12-01")));
    assert!(!rules().is_stale(date("2027-05-30")));
    assert!(rules().is_stale(date("2027-05-31")));
    // A clock that runs behind makes nothing stale.
    assert!(!rules().is_stale(date("2020-01-01")));
}
