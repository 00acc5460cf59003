use cluster_ready_core::assessment::{Answer, ItemState, LegalFacts};
use cluster_ready_core::law::{
    CheckKind, Fact, Missing,
    Outcome::{Met, NotEnoughData, NotMet},
    State, Subject,
};

use crate::cluster::Cluster;

#[test]
fn a_statement_settles_its_check() {
    type Say = fn(&mut LegalFacts, bool);
    let said: [(CheckKind, Say, bool, Missing); 3] = [
        (
            CheckKind::NoInhabitants,
            |f, yes| f.inhabitants = Some(yes),
            false,
            Missing::Inhabitants,
        ),
        (
            CheckKind::ProvincialPlan,
            |f, yes| f.in_provincial_plan = Some(yes),
            true,
            Missing::ProvincialPlan,
        ),
        (
            CheckKind::Owner,
            |f, yes| f.owner = Some(yes),
            true,
            Missing::Owner,
        ),
    ];
    for (kind, say, good, missing) in said {
        for day in ["2010-01-01", "2018-01-01", "2025-01-01", "2026-11-23"] {
            let outcome = |yes| {
                Cluster::assessed(day)
                    .with(|a| say(&mut a.profile.facts, yes))
                    .outcome(kind)
            };
            assert_eq!(outcome(good), Met, "{kind:?} {day}");
            assert_eq!(outcome(!good), NotMet, "{kind:?} {day}");
            let open = Cluster::assessed(day).verdict(kind);
            assert_eq!(
                (open.outcome, open.missing),
                (NotEnoughData, vec![missing.clone()]),
                "{kind:?} {day}"
            );
        }
    }
}

#[test]
fn an_empty_decision_is_unknown_and_never_missing_in_fact() {
    let verdict = |text: &str| {
        Cluster::assessed("2026-11-23")
            .with(|a| a.profile.facts.decision = text.to_owned())
            .verdict(CheckKind::Decision)
    };
    assert_eq!(verdict("  ").missing, [Missing::Decision]);
    let given = verdict(" 1234/QĐ-UBND ngày 12/3/2018 ");
    assert_eq!(given.outcome, Met);
    assert_eq!(
        given.facts,
        [Fact::Decision {
            text: "1234/QĐ-UBND ngày 12/3/2018".to_owned()
        }]
    );
}

#[test]
fn waste_water_needs_treatment_monitoring_and_incident_works() {
    let verdict = |treatment, monitoring, works| {
        Cluster::assessed("2026-11-23")
            .with(|a| {
                a.profile.facts.central_treatment = treatment;
                a.profile.facts.automatic_monitoring = monitoring;
                a.profile.facts.incident_works = works;
            })
            .verdict(CheckKind::WasteWater)
    };
    let yes = Some(true);
    assert_eq!(verdict(yes, yes, yes).outcome, Met);
    assert_eq!(verdict(Some(false), yes, yes).outcome, NotMet);
    assert_eq!(verdict(yes, Some(false), None).outcome, NotMet);
    let outside = |said| {
        Cluster::assessed("2026-11-23")
            .with(|a| {
                a.profile.facts.connected_outside = said;
                a.profile.facts.automatic_monitoring = Some(false);
            })
            .verdict(CheckKind::WasteWater)
    };
    assert_eq!(outside(yes).outcome, Met);
    assert_eq!(outside(Some(false)).outcome, NotMet);
    assert!(outside(None).missing.contains(&Missing::ConnectedOutside));
    let open = verdict(yes, yes, None);
    assert_eq!(
        (open.outcome, &open.missing),
        (NotEnoughData, &vec![Missing::IncidentWorks])
    );
    assert!(open.facts.contains(&Fact::Part {
        subject: Subject::IncidentWorks,
        state: State::Unknown
    }));
}

#[test]
fn waste_water_follows_from_the_answer_where_the_profile_is_silent() {
    let verdict = |central, monitoring| {
        let other = ItemState::No;
        let states = vec![central, other, monitoring, other, other, other];
        Cluster::assessed("2026-11-23")
            .answer("M5", Answer::Checklist(states))
            .with(|a| a.profile.facts.incident_works = Some(true))
            .verdict(CheckKind::WasteWater)
    };
    let (done, partly, no) = (ItemState::Done, ItemState::Partly, ItemState::No);
    assert_eq!(verdict(done, done).outcome, Met);
    for (central, monitoring) in [(done, no), (done, partly), (partly, done), (no, no)] {
        assert_eq!(verdict(central, monitoring).outcome, NotMet);
    }
}

#[test]
fn waste_water_follows_from_the_ladder_of_the_first_model() {
    let verdict = |level| {
        Cluster::assessed("2026-11-23")
            .answer("M5", Answer::Level(level))
            .with(|a| a.profile.facts.incident_works = Some(true))
            .verdict(CheckKind::WasteWater)
    };
    assert_eq!(verdict(0).outcome, NotMet);
    assert_eq!(verdict(1).outcome, NotMet);
    // A working plant says nothing about monitoring.
    assert_eq!(verdict(2).missing, [Missing::AutomaticMonitoring]);
    assert_eq!(verdict(3).outcome, Met);
    let said = Cluster::assessed("2026-11-23")
        .answer("M5", Answer::Level(3))
        .with(|a| a.profile.facts.automatic_monitoring = Some(false));
    assert_eq!(said.outcome(CheckKind::WasteWater), NotMet);
}
