use std::collections::BTreeSet;

use cluster_ready::assessment::{Answer, Assessment};
use cluster_ready::law::{
    self, CheckKind, Fact, Missing,
    Outcome::{self, Met, NotApplicable, NotEnoughData, NotMet},
};

use crate::cluster::{Cluster, date};

#[test]
fn report_is_judged_by_the_date_of_the_last_one() {
    for (last, outcome, due) in [
        ("2026-06-18", Met, "2026-12-20"),
        ("2026-06-20", Met, "2026-12-20"),
        // Late for June; too early for December.
        ("2026-06-21", NotMet, "2026-12-20"),
        ("2026-11-20", NotMet, "2026-12-20"),
        // June is missing altogether.
        ("2025-12-18", NotMet, "2026-12-20"),
    ] {
        let verdict = Cluster::assessed("2026-11-23")
            .established("2018-03-12")
            .with(|a| a.profile.facts.last_report = Some(date(last)))
            .verdict(CheckKind::Report);
        assert_eq!(
            (verdict.outcome, verdict.due),
            (outcome, Some(date(due))),
            "{last}"
        );
    }
}

#[test]
fn report_sent_for_the_coming_term_moves_the_next_date() {
    let verdict = Cluster::assessed("2026-12-17")
        .with(|a| a.profile.facts.last_report = Some(date("2026-12-16")))
        .verdict(CheckKind::Report);
    assert_eq!(
        (verdict.outcome, verdict.due),
        (Met, Some(date("2027-06-20")))
    );
}

#[test]
fn report_is_judged_by_the_answer_without_a_date() {
    for (answer, outcome) in [
        (Some(Answer::Level(0)), NotMet),
        (Some(Answer::Level(1)), NotMet),
        (Some(Answer::Level(2)), Met),
        (Some(Answer::Level(4)), Met),
        (Some(Answer::Unknown), NotEnoughData),
        (None, NotEnoughData),
    ] {
        let mut cluster = Cluster::assessed("2026-11-23").established("2018-03-12");
        if let Some(answer) = answer.clone() {
            cluster = cluster.answer("M3", answer);
        }
        let verdict = cluster.verdict(CheckKind::Report);
        assert_eq!(verdict.outcome, outcome, "{answer:?}");
        assert_eq!(verdict.due, Some(date("2026-12-20")), "{answer:?}");
        assert!(verdict.due_soon);
    }
}

#[test]
fn date_of_a_report_outweighs_the_answer_and_a_future_date_counts_for_nothing() {
    let cluster = |last| {
        Cluster::assessed("2026-11-23")
            .established("2018-03-12")
            .answer("M3", Answer::Level(2))
            .with(|a| a.profile.facts.last_report = Some(date(last)))
            .outcome(CheckKind::Report)
    };
    assert_eq!(cluster("2025-12-18"), NotMet);
    assert_eq!(cluster("2027-06-18"), Met);
}

#[test]
fn new_cluster_has_no_report_behind_it() {
    let verdict = Cluster::assessed("2026-11-23")
        .established("2026-08-01")
        .verdict(CheckKind::Report);
    assert_eq!(verdict.outcome, NotApplicable);
    assert_eq!(verdict.facts, [Fact::FirstReport]);
    assert_eq!(verdict.due, Some(date("2026-12-20")));
}

#[test]
fn settlement_is_asked_of_clusters_formed_before_the_first_rules() {
    let verdict = |assessed, established, plan, decision: &str| {
        Cluster::assessed(assessed)
            .established(established)
            .with(|a| {
                a.profile.facts.in_provincial_plan = plan;
                a.profile.facts.decision = decision.to_owned();
            })
            .verdict(CheckKind::Settlement)
    };
    let deadline = Some(date("2026-12-31"));
    let open = verdict("2026-11-23", "2009-10-04", None, "");
    assert_eq!((open.outcome, open.due), (NotEnoughData, deadline));
    assert_eq!(open.missing, [Missing::ProvincialPlan, Missing::Decision]);
    let settled = verdict("2026-11-23", "2005-01-01", Some(true), "12/QĐ-UBND");
    assert_eq!((settled.outcome, settled.due), (Met, None));
    let unsettled = verdict("2026-11-23", "2005-01-01", Some(false), "12/QĐ-UBND");
    assert_eq!((unsettled.outcome, unsettled.due), (NotMet, deadline));
    let late = verdict("2027-01-01", "2005-01-01", Some(false), "");
    assert_eq!((late.outcome, late.due), (NotMet, None));
    assert!(late.facts.contains(&Fact::Deadline {
        date: date("2026-12-31"),
        passed: true
    }));
    assert_eq!(
        verdict("2026-11-23", "2009-10-05", None, "").outcome,
        NotApplicable
    );
    let unknown = Cluster::assessed("2026-11-23").verdict(CheckKind::Settlement);
    assert_eq!(unknown.missing, [Missing::EstablishmentDate]);
}

#[test]
fn due_dates_count_as_soon_within_twelve_months() {
    let soon = |assessed| {
        Cluster::assessed(assessed)
            .established("2005-01-01")
            .verdict(CheckKind::Settlement)
            .due_soon
    };
    assert!(!soon("2025-12-30"));
    assert!(soon("2025-12-31"));
    assert!(soon("2026-12-31"));
}

#[test]
fn indicators_of_unmet_checks_are_linked() {
    let linked = |cluster: &Cluster| law::linked(&cluster.verdicts());
    let ids = |ids: &[&str]| {
        ids.iter()
            .map(|id| (*id).to_owned())
            .collect::<BTreeSet<_>>()
    };
    let good = |a: &mut Assessment| {
        a.profile.facts.owner = Some(true);
        a.profile.facts.services_share = Some(5.0);
        a.profile.facts.central_treatment = Some(true);
        a.profile.facts.automatic_monitoring = Some(true);
        a.profile.facts.incident_works = Some(true);
    };
    let cluster = Cluster::assessed("2026-11-23")
        .established("2018-03-12")
        .answer("M3", Answer::Level(2))
        .with(good);
    // The next report is due within a month, but this cluster reports in time.
    assert_eq!(linked(&cluster), ids(&[]));
    let without_works = cluster
        .clone()
        .with(|a| a.profile.facts.incident_works = Some(false));
    assert_eq!(linked(&without_works), ids(&["M5", "T3"]));
    let late = cluster.clone().answer("M3", Answer::Level(1));
    assert_eq!(linked(&late), ids(&["M3"]));
    let unknown = cluster.answer("M3", Answer::Unknown);
    assert_eq!(linked(&unknown), ids(&["M3"]));
}

#[test]
fn nothing_is_linked_while_nothing_is_known() {
    assert_eq!(
        law::linked(&Cluster::assessed("2009-01-01").verdicts()),
        BTreeSet::new()
    );
}

#[test]
fn record_keeps_outcome_set_and_due_date_of_every_check() {
    let verdicts = Cluster::assessed("2026-11-23")
        .established("2018-03-12")
        .measured(9.9)
        .verdicts();
    let record = law::record(crate::cluster::rules(), &verdicts);
    let checks = record["verdicts"].as_object().unwrap();
    assert_eq!(checks.len(), CheckKind::ALL.len());
    assert_eq!(record["checked"], "2026-11-23");
    assert_eq!(checks["area"]["outcome"], Outcome::Met.code());
    assert_eq!(checks["area"]["other"]["set"], "R2017");
    assert_eq!(checks["report"]["due"], "2026-12-20");
}
