//! A cluster described in a line, and what the bundled rules say about it.

use cluster_ready_core::assessment::{Answer, Assessment, ClusterKind, Date, Entry, Expansion};
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::law::{self, Check, CheckKind, Input, Outcome, Rules, Verdict};

pub fn rules() -> &'static Rules {
    law::bundled().unwrap()
}

pub fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// A plain cluster of several industries in the delta, with nothing said yet.
#[derive(Clone)]
pub struct Cluster {
    pub assessment: Assessment,
    pub measures: Option<Measures>,
    pub explanation: String,
}

impl Cluster {
    pub fn assessed(day: &str) -> Self {
        let mut assessment = Assessment::default();
        assessment.profile.assessed = Some(date(day));
        assessment.profile.kind = Some(ClusterKind::MultiIndustry);
        assessment.profile.facts.mountainous = Some(false);
        assessment.profile.facts.expansion = Some(Expansion::NotPlanned);
        assessment.profile.facts.connected_outside = Some(false);
        Self {
            assessment,
            measures: None,
            explanation: String::new(),
        }
    }

    pub fn established(mut self, day: &str) -> Self {
        self.assessment.profile.established = Some(date(day));
        self
    }

    pub fn kind(mut self, kind: ClusterKind) -> Self {
        self.assessment.profile.kind = Some(kind);
        self
    }

    /// Cadastral corners: the area is known to some square metres.
    pub fn measured(self, ha: f64) -> Self {
        self.measured_within(ha, 0.001)
    }

    pub fn measured_within(mut self, ha: f64, sd_ha: f64) -> Self {
        let area_m2 = ha * 10_000.0;
        self.measures = Some(Measures {
            area_m2,
            plane_area_m2: area_m2,
            area_sd_m2: sd_ha * 10_000.0,
            perimeter_m: 4.0 * area_m2.sqrt(),
            compactness: 0.7,
            province: None,
            centre: [105.8, 21.0],
        });
        self
    }

    pub fn declared(mut self, ha: f64) -> Self {
        self.assessment.profile.declared_area_ha = Some(ha);
        self
    }

    pub fn answer(mut self, indicator: &str, answer: Answer) -> Self {
        let entry = Entry {
            answer: Some(answer),
            ..Entry::default()
        };
        self.assessment.entries.insert(indicator.to_owned(), entry);
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut Assessment)) -> Self {
        change(&mut self.assessment);
        self
    }

    pub fn verdicts(&self) -> Vec<Verdict<'static>> {
        law::judge(
            rules(),
            &Input {
                measures: self.measures.as_ref(),
                area_explanation: &self.explanation,
                ..Input::of(&self.assessment)
            },
        )
    }

    pub fn verdict(&self, kind: CheckKind) -> Verdict<'static> {
        self.verdicts()
            .into_iter()
            .find(|verdict| verdict.check.kind == kind)
            .unwrap()
    }

    pub fn outcome(&self, kind: CheckKind) -> Outcome {
        self.verdict(kind).outcome
    }
}

/// Outcome and set of a verdict, and of the one beside it: short enough for a table.
pub fn short(
    verdict: &Verdict<'static>,
) -> (Outcome, &'static str, Option<(Outcome, &'static str)>) {
    (
        verdict.outcome,
        &verdict.set.id,
        verdict
            .other
            .as_ref()
            .map(|other| (other.outcome, other.set.id.as_str())),
    )
}

pub fn check(kind: CheckKind) -> &'static Check {
    rules().check(kind).unwrap()
}
