use std::collections::BTreeSet;

use cluster_ready_core::assessment::{Answer, Assessment, Date, ItemState, OldSign};
use cluster_ready_core::law::{
    self, CheckKind, Fact, Missing,
    Outcome::{self, Met, NotApplicable, NotEnoughData, NotMet},
};

use crate::cluster::{Cluster, date};

#[test]
fn report_is_judged_by_the_date_of_the_last_one() {
    for (last, outcome, due) in [
        ("2026-06-18", Met, "2026-12-19"),
        ("2026-06-19", Met, "2026-12-19"),
        // Late for June; too early for December.
        ("2026-06-20", NotMet, "2026-12-19"),
        ("2026-11-20", NotMet, "2026-12-19"),
        // June is missing altogether.
        ("2025-12-18", NotMet, "2026-12-19"),
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
        (Met, Some(date("2027-06-19")))
    );
}

/// How far the first task of the question about reports is done.
fn reports(in_time: ItemState) -> Answer {
    Answer::Checklist(vec![in_time, ItemState::No, ItemState::No, ItemState::No])
}

#[test]
fn report_is_judged_by_the_answer_without_a_date() {
    for (answer, outcome) in [
        (Some(reports(ItemState::Done)), Met),
        (Some(reports(ItemState::Partly)), NotMet),
        (Some(reports(ItemState::No)), NotMet),
        // As the first version of the model asked.
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
        assert_eq!(verdict.due, Some(date("2026-12-19")), "{answer:?}");
        assert!(verdict.due_soon);
    }
}

#[test]
fn date_of_a_report_outweighs_the_answer_and_a_future_date_counts_for_nothing() {
    let cluster = |last| {
        Cluster::assessed("2026-11-23")
            .established("2018-03-12")
            .answer("M3", reports(ItemState::Done))
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
    assert_eq!(verdict.due, Some(date("2026-12-19")));
}

/// In the provincial plan and with a sign of before the first rules.
fn old(assessed: &str) -> Cluster {
    Cluster::assessed(assessed).with(|a| {
        a.profile.facts.in_provincial_plan = Some(true);
        a.profile.facts.signs_before_2009 = Some(vec![OldSign::ListedWithTenants]);
    })
}

#[test]
fn settlement_is_asked_of_listed_clusters_by_their_signs() {
    type Change = fn(&mut Assessment);
    let deadline = Some(date("2026-12-30"));
    let table: [(&str, Change, Outcome, Option<Date>); 9] = [
        ("nothing decided", |_| {}, NotMet, deadline),
        (
            "decided",
            |a| a.profile.facts.decision = "12/QĐ-UBND".into(),
            Met,
            None,
        ),
        (
            "the date of a later decision is enough",
            |a| a.profile.established = Some(date("2009-10-05")),
            Met,
            None,
        ),
        (
            "of before, and whether there is a decision not said",
            |a| a.profile.established = Some(date("2009-10-04")),
            NotEnoughData,
            deadline,
        ),
        (
            "not in the plan",
            |a| a.profile.facts.in_provincial_plan = Some(false),
            NotApplicable,
            None,
        ),
        (
            "the plan not said",
            |a| a.profile.facts.in_provincial_plan = None,
            NotEnoughData,
            deadline,
        ),
        (
            "no sign",
            |a| a.profile.facts.signs_before_2009 = Some(Vec::new()),
            NotApplicable,
            None,
        ),
        (
            "the signs not said",
            |a| a.profile.facts.signs_before_2009 = None,
            NotEnoughData,
            deadline,
        ),
        (
            "the signs not said, but decided later",
            |a| {
                a.profile.facts.signs_before_2009 = None;
                a.profile.established = Some(date("2018-03-12"));
            },
            NotApplicable,
            None,
        ),
    ];
    for (name, change, outcome, due) in table {
        let verdict = old("2026-11-23")
            .with(change)
            .verdict(CheckKind::Settlement);
        assert_eq!((verdict.outcome, verdict.due), (outcome, due), "{name}");
    }
}

#[test]
fn last_day_to_settle_is_the_30th_of_december() {
    for (day, due, passed) in [
        ("2026-12-29", Some("2026-12-30"), false),
        ("2026-12-30", Some("2026-12-30"), false),
        ("2026-12-31", None, true),
    ] {
        let verdict = old(day).verdict(CheckKind::Settlement);
        assert_eq!(
            (verdict.outcome, verdict.due),
            (NotMet, due.map(date)),
            "{day}"
        );
        assert!(verdict.facts.contains(&Fact::Deadline {
            date: date("2026-12-30"),
            passed
        }));
    }
}

#[test]
fn start_up_land_is_what_the_province_fixed() {
    let verdict = |established: Option<&str>, fixed, kept| {
        let mut cluster = Cluster::assessed("2026-11-23").with(|a| {
            a.profile.industrial_land_ha = Some(40.0);
            a.profile.facts.start_up_land_ha = fixed;
        });
        if let Some(day) = established {
            cluster = cluster.established(day);
        }
        if let Some(percent) = kept {
            cluster = cluster.answer("D4", Answer::Number(percent));
        }
        cluster.verdict(CheckKind::StartUpLand)
    };
    let bound = Some("2025-05-18");
    assert_eq!(verdict(bound, Some(2.0), Some(5.0)).outcome, Met);
    assert_eq!(verdict(bound, Some(2.01), Some(5.0)).outcome, NotMet);
    assert_eq!(verdict(bound, Some(0.0), None).outcome, Met);
    assert_eq!(
        verdict(bound, None, Some(0.0)).missing,
        [Missing::StartUpLand]
    );
    assert_eq!(
        verdict(bound, Some(2.0), None).missing,
        [Missing::Answer("D4".to_owned())]
    );
    assert_eq!(
        verdict(Some("2025-05-17"), None, Some(0.0)).outcome,
        NotApplicable
    );
    assert_eq!(
        verdict(None, None, Some(0.0)).missing,
        [Missing::EstablishmentDate]
    );
    // Where the province fixed a figure, it binds whatever the date.
    assert_eq!(
        verdict(Some("2018-03-12"), Some(2.0), Some(0.0)).outcome,
        NotMet
    );
}

#[test]
fn due_dates_count_as_soon_within_twelve_months() {
    let soon = |assessed| old(assessed).verdict(CheckKind::Settlement).due_soon;
    assert!(!soon("2025-12-29"));
    assert!(soon("2025-12-30"));
    assert!(soon("2026-12-30"));
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
        .answer("M3", reports(ItemState::Done))
        .with(good);
    // The next report is due within a month, but this cluster reports in time.
    assert_eq!(linked(&cluster), ids(&[]));
    let without_works = cluster
        .clone()
        .with(|a| a.profile.facts.incident_works = Some(false));
    assert_eq!(linked(&without_works), ids(&["M5", "T3"]));
    let late = cluster.clone().answer("M3", reports(ItemState::Partly));
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
    assert_eq!(record["checked"], "2026-12-01");
    assert_eq!(checks["area"]["outcome"], Outcome::Met.code());
    assert_eq!(checks["area"]["other"]["set"], "R2017");
    assert_eq!(checks["report"]["due"], "2026-12-19");
}
