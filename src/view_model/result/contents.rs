use super::Standing;

/// A part of the report, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Summary,
    Pillars,
    Certainty,
    Actions,
    Law,
    Place,
    Answers,
    Method,
}

impl Part {
    /// The id of its heading.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Summary => "result-summary",
            Self::Pillars => "result-dimensions",
            Self::Certainty => "result-certainty",
            Self::Actions => "result-roadmap",
            Self::Law => "result-legal",
            Self::Place => "result-place",
            Self::Answers => "result-indicators",
            Self::Method => "result-limits",
        }
    }
}

/// What waits in a part, said beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    Actions(usize),
    /// Legal points that need action.
    ToHandle(usize),
    Answered {
        answered: usize,
        applicable: usize,
    },
}

/// A line of the table of contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub part: Part,
    pub note: Option<Note>,
}

/// What the table of contents depends on.
#[derive(Debug, Clone, Copy)]
pub struct Extent<'a> {
    pub standing: &'a Standing,
    /// There is an overall value, and so something to be sure of.
    pub has_overall: bool,
    /// A contribution has no legal checks, and a firm no boundary.
    pub is_firm: bool,
    pub actions: usize,
    pub to_handle: usize,
    pub answered: usize,
    pub applicable: usize,
}

/// The parts that this result has, in their order.
pub fn contents(of: Extent<'_>) -> Vec<Entry> {
    let is_empty = *of.standing == Standing::Empty;
    let all = [
        (Part::Summary, true, None),
        (Part::Pillars, !is_empty, None),
        (Part::Certainty, !is_empty && of.has_overall, None),
        (
            Part::Actions,
            !is_empty,
            (of.actions > 0).then_some(Note::Actions(of.actions)),
        ),
        (
            Part::Law,
            !of.is_firm,
            (of.to_handle > 0).then_some(Note::ToHandle(of.to_handle)),
        ),
        (Part::Place, !of.is_firm, None),
        (
            Part::Answers,
            !is_empty,
            Some(Note::Answered {
                answered: of.answered,
                applicable: of.applicable,
            }),
        ),
        (Part::Method, true, None),
    ];
    all.into_iter()
        .filter(|(_, is_there, _)| *is_there)
        .map(|(part, _, note)| Entry { part, note })
        .collect()
}

/// The part in view, by the places of the headings under the upper edge of the window and the window's height, px: the last
/// one whose heading has come into the upper third. A part that was asked for stays the one as long as its heading is seen: the
/// last parts cannot be scrolled to the top.
pub fn in_view(tops: &[f64], height: f64, asked_for: Option<usize>) -> usize {
    let is_seen = |at: usize| tops.get(at).is_some_and(|top| (-1.0..height).contains(top));
    if let Some(asked_for) = asked_for.filter(|at| is_seen(*at)) {
        return asked_for;
    }
    let line = height / 3.0;
    tops.iter().rposition(|top| *top <= line).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(standing: &Standing) -> Extent<'_> {
        Extent {
            standing,
            has_overall: true,
            is_firm: false,
            actions: 5,
            to_handle: 2,
            answered: 28,
            applicable: 34,
        }
    }

    fn parts(of: Extent<'_>) -> Vec<Part> {
        contents(of).into_iter().map(|one| one.part).collect()
    }

    #[test]
    fn a_full_report_has_eight_parts_and_says_what_waits() {
        let found = contents(extent(&Standing::NoLevels));
        assert_eq!(found.len(), 8);
        let notes: Vec<Note> = found.iter().filter_map(|one| one.note).collect();
        assert_eq!(
            notes,
            [
                Note::Actions(5),
                Note::ToHandle(2),
                Note::Answered {
                    answered: 28,
                    applicable: 34
                }
            ]
        );
        let ids: std::collections::BTreeSet<&str> = found.iter().map(|one| one.part.id()).collect();
        assert_eq!(ids.len(), 8);
    }

    #[test]
    fn what_a_result_does_not_have_is_not_listed() {
        let empty = extent(&Standing::Empty);
        assert_eq!(
            parts(empty),
            [Part::Summary, Part::Law, Part::Place, Part::Method]
        );
        let withheld = Standing::NoLevels;
        let mut of = extent(&withheld);
        of.has_overall = false;
        assert!(!parts(of).contains(&Part::Certainty));
        of.is_firm = true;
        assert!(!parts(of).contains(&Part::Law) && !parts(of).contains(&Part::Place));
    }

    #[test]
    fn nothing_that_waits_is_no_note() {
        let standing = Standing::NoLevels;
        let mut of = extent(&standing);
        (of.actions, of.to_handle) = (0, 0);
        let notes = contents(of).into_iter().filter_map(|one| one.note).count();
        assert_eq!(notes, 1);
    }

    #[test]
    fn the_part_in_view_is_the_last_one_that_came_into_the_upper_third() {
        let tops = [-900.0, -100.0, 250.0, 700.0, 1500.0];
        assert_eq!(in_view(&tops, 900.0, None), 2);
        assert_eq!(in_view(&tops, 600.0, None), 1);
        assert_eq!(in_view(&[400.0, 900.0], 900.0, None), 0);
        assert_eq!(in_view(&[], 900.0, None), 0);
    }

    #[test]
    fn a_part_that_was_asked_for_stays_while_its_heading_is_seen() {
        let tops = [-900.0, -100.0, 250.0, 700.0, 1500.0];
        assert_eq!(in_view(&tops, 900.0, Some(3)), 3);
        // Scrolled away from.
        assert_eq!(in_view(&tops, 900.0, Some(4)), 2);
        assert_eq!(in_view(&tops, 900.0, Some(1)), 2);
        assert_eq!(in_view(&tops, 900.0, Some(9)), 2);
    }
}
