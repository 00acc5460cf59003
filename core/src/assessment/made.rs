//! How a figure was come by that was not typed as it stands.

use super::{Answer, Entry, Profile};
use crate::model::{Aids, Division, Indicator, Known, NumberSpec, Operand};

/// Two figures from which the answer follows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Made {
    pub way: Way,
    /// The edges of the range, or the part and the whole.
    pub figures: [f64; 2],
    /// Which of the two the profile gave.
    pub from_profile: [bool; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The middle of a range that was chosen.
    Bracket,
    /// One figure divided by another.
    Ratio,
}

/// Why two figures give no answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DivisionProblem {
    /// Firms and applications come whole; `of` is 0 for the part, 1 for the whole.
    NotWhole { of: usize },
    /// Nothing can be divided by nothing.
    NoWhole,
    /// More than the question allows.
    OutOfRange { figure: f64 },
}

impl Made {
    /// The answer of a chosen range.
    pub fn middle([from, to]: [f64; 2]) -> f64 {
        f64::midpoint(from, to)
    }

    /// The figure that follows for a question; `None` where its model has no such aid.
    pub fn figure(&self, spec: &NumberSpec) -> Option<f64> {
        let aids: &Aids = spec.aids.as_deref()?;
        match self.way {
            Way::Bracket => aids
                .ranges()
                .any(|range| range == self.figures)
                .then(|| Self::middle(self.figures)),
            Way::Ratio => divide(spec, aids.division.as_ref()?, self.figures).ok(),
        }
    }

    /// What is kept of an answer, where the answer does follow from it.
    pub fn of(self, indicator: &Indicator, answer: &Answer) -> Option<Self> {
        let figure = self.figure(indicator.figure()?)?;
        (*answer == Answer::Number(figure)).then_some(self)
    }
}

impl Entry {
    /// Leaves aside what does not belong to the answer or to the question.
    pub fn keep_what_fits(&mut self, indicator: &Indicator) {
        let answer = self.answer.as_ref();
        self.made = self.made.and_then(|made| made.of(indicator, answer?));
        let also = indicator
            .figure()
            .and_then(|spec| spec.aids.as_ref()?.also.as_ref());
        let ids = also.into_iter().flat_map(|also| &also.options);
        let said = ids
            .map(|option| &option.id)
            .filter(|id| self.also.contains(id));
        self.also = said.cloned().collect();
    }
}

/// The part by the whole, in the unit of the question.
///
/// # Errors
/// The two give no figure that the question allows.
pub fn divide(
    spec: &NumberSpec,
    division: &Division,
    [part, whole]: [f64; 2],
) -> Result<f64, DivisionProblem> {
    for (of, (operand, figure)) in [(&division.part, part), (&division.whole, whole)]
        .into_iter()
        .enumerate()
    {
        if operand.is_count && figure.fract() != 0.0 {
            return Err(DivisionProblem::NotWhole { of });
        }
    }
    if whole <= 0.0 {
        return Err(DivisionProblem::NoWhole);
    }
    // Divided first: what is no more than the whole is then no more than `times`, to the last digit.
    let figure = part / whole * division.times;
    if (spec.min..=spec.max).contains(&figure) {
        Ok(figure)
    } else {
        Err(DivisionProblem::OutOfRange { figure })
    }
}

impl Profile {
    /// What the profile says of one of the two figures.
    pub fn known(&self, operand: &Operand) -> Option<f64> {
        match operand.known? {
            Known::OccupiedLand => self.occupied_land_ha(),
            Known::IndustrialLand => self.industrial_land_ha,
            Known::Tenants => self.tenants.map(f64::from),
        }
    }

    /// Hectares that the law counts as occupied: with the approved projects, or, while nothing is said of them, what is leased.
    pub fn occupied_land_ha(&self) -> Option<f64> {
        self.approved_land_ha.or(self.leased_land_ha)
    }

    /// Percent of the industrial land that is occupied, where both are said and there is any land; above 100 where the two
    /// contradict each other.
    pub fn occupancy(&self) -> Option<f64> {
        let taken = self.occupied_land_ha()?;
        let industrial = self.industrial_land_ha.filter(|land| *land > 0.0)?;
        Some(taken / industrial * 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Also, AnswerKind, Curve, Text};

    fn operand(is_count: bool, known: Option<Known>) -> Operand {
        Operand {
            name: Text::default(),
            unit: Text::default(),
            is_count,
            known,
        }
    }

    fn spec(is_count: bool) -> NumberSpec {
        NumberSpec {
            share_of: None,
            unit: Text::default(),
            min: 0.0,
            max: 100.0,
            curve: Curve::new(vec![[0.0, 0.0], [100.0, 100.0]]).unwrap(),
            firm: None,
            aids: Some(Box::new(Aids {
                brackets: vec![0.0, 5.0, 10.0, 100.0],
                division: Some(Division {
                    part: operand(is_count, None),
                    whole: operand(is_count, Some(Known::Tenants)),
                    times: 100.0,
                }),
                also: None::<Also>,
            })),
        }
    }

    fn divided(spec: &NumberSpec, figures: [f64; 2]) -> Result<f64, DivisionProblem> {
        divide(
            spec,
            spec.aids.as_ref().unwrap().division.as_ref().unwrap(),
            figures,
        )
    }

    #[test]
    fn three_of_twenty_four_is_twelve_and_a_half() {
        assert_eq!(divided(&spec(true), [3.0, 24.0]), Ok(12.5));
        assert_eq!(divided(&spec(false), [0.0, 0.5]), Ok(0.0));
        // The whole of it is exactly all of it.
        for whole in [0.1, 0.3, 7.7, 52.4] {
            assert_eq!(divided(&spec(false), [whole, whole]), Ok(100.0));
        }
    }

    #[test]
    fn figures_that_give_no_answer_say_why() {
        use DivisionProblem::*;
        assert_eq!(divided(&spec(true), [2.5, 24.0]), Err(NotWhole { of: 0 }));
        assert_eq!(divided(&spec(true), [2.0, 24.5]), Err(NotWhole { of: 1 }));
        assert_eq!(divided(&spec(false), [2.0, 0.0]), Err(NoWhole));
        assert_eq!(
            divided(&spec(false), [30.0, 24.0]),
            Err(OutOfRange { figure: 125.0 })
        );
    }

    #[test]
    fn what_is_kept_of_an_answer_has_to_give_it() {
        let mut indicator = crate::model::bundled().unwrap().indicators[0].clone();
        indicator.answer = AnswerKind::Number(spec(false));
        let made = |way, figures| Made {
            way,
            figures,
            from_profile: [false; 2],
        };
        let bracket = made(Way::Bracket, [5.0, 10.0]);
        assert_eq!(
            bracket.of(&indicator, &Answer::Number(7.5)),
            Some(bracket),
            "the middle"
        );
        assert_eq!(bracket.of(&indicator, &Answer::Number(7.0)), None);
        assert_eq!(bracket.of(&indicator, &Answer::Unknown), None);
        let none_of_the_model = made(Way::Bracket, [5.0, 12.0]);
        assert_eq!(none_of_the_model.of(&indicator, &Answer::Number(8.5)), None);
        let ratio = made(Way::Ratio, [3.0, 24.0]);
        assert_eq!(ratio.of(&indicator, &Answer::Number(12.5)), Some(ratio));
        assert_eq!(ratio.of(&indicator, &Answer::Number(12.6)), None);
        indicator.answer = AnswerKind::Checklist(Vec::new());
        assert_eq!(ratio.of(&indicator, &Answer::Number(12.5)), None);
    }

    #[test]
    fn approved_land_counts_before_leased_land() {
        let mut profile = Profile {
            leased_land_ha: Some(20.0),
            tenants: Some(24),
            ..Profile::default()
        };
        let land = operand(false, Some(Known::OccupiedLand));
        assert_eq!(profile.known(&land), Some(20.0));
        profile.approved_land_ha = Some(22.0);
        assert_eq!(profile.known(&land), Some(22.0));
        assert_eq!(
            profile.known(&operand(true, Some(Known::Tenants))),
            Some(24.0)
        );
        assert_eq!(
            profile.known(&operand(true, Some(Known::IndustrialLand))),
            None
        );
        assert_eq!(profile.known(&operand(true, None)), None);
    }
}
