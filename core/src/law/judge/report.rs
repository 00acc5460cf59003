use super::case::Case;
use super::finding::Finding;
use crate::assessment::Date;
use crate::law::fact::{Fact, Subject};
use crate::law::missing::Missing;
use crate::law::rules::{AnswerRule, ReportDuty};
use crate::law::verdict::Outcome;

/// The periodic statistical report: whether the last one due was sent in time, and when the next one is due.
///
/// The date of the last report decides; without it the answer about reporting does.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let duty = &case.rules.report;
    let next = next_due(duty, case.assessed);
    let Some(last_due) = last_due(duty, case.assessed) else {
        return Finding::new(Outcome::NotEnoughData).due(next);
    };
    let sent = case
        .facts()
        .last_report
        .filter(|date| *date <= case.assessed);
    if let Some(date) = sent {
        return by_date(case, date, last_due, next);
    }
    if case.established.is_some_and(|day| day > last_due) {
        return Finding::not_applicable(Fact::FirstReport).due(next);
    }
    by_answer(case).due(next)
}

fn by_date(case: &Case<'_, '_>, date: Date, last_due: Date, next: Option<Date>) -> Finding {
    let duty = &case.rules.report;
    let was_due = due_of_report(duty, date).unwrap_or(last_due);
    // The report of the coming term is already there: the one after it is next.
    let next = match next {
        Some(next) if was_due == next => due_after(duty, next),
        next => next,
    };
    let on_time = date <= was_due;
    let outcome = if on_time && was_due >= last_due {
        Outcome::Met
    } else {
        Outcome::NotMet
    };
    Finding::new(outcome)
        .with(Fact::LastReport {
            date,
            was_due,
            on_time,
        })
        .due(next)
}

fn by_answer(case: &Case<'_, '_>) -> Finding {
    let rule = case.rules.answers.iter().find_map(|rule| match rule {
        AnswerRule::ReportOnTime(rule) => Some(rule.indicator()),
        _ => None,
    });
    match (
        rule,
        case.rules.answers.iter().find_map(|rule| match rule {
            AnswerRule::ReportOnTime(rule) => case.input.says(rule),
            _ => None,
        }),
    ) {
        (_, Some(yes)) => {
            Finding::new(if yes { Outcome::Met } else { Outcome::NotMet }).with(Fact::Stated {
                subject: Subject::ReportOnTime,
                yes,
            })
        }
        (Some(rule), None) => {
            Finding::missing(Missing::LastReport).lacking(Missing::Answer(rule.to_owned()))
        }
        (None, None) => Finding::missing(Missing::LastReport),
    }
}

/// Every due date of the years around a date, in order.
fn due_dates(duty: &ReportDuty, around: Date) -> impl Iterator<Item = Date> {
    (around.year() - 1..=around.year() + 1)
        .flat_map(|year| duty.due.iter().filter_map(move |day| day.in_year(year)))
}

/// The first due date on or after a date.
fn next_due(duty: &ReportDuty, on: Date) -> Option<Date> {
    due_dates(duty, on).find(|due| *due >= on)
}

fn due_after(duty: &ReportDuty, date: Date) -> Option<Date> {
    due_dates(duty, date).find(|due| *due > date)
}

/// The last due date before a date.
fn last_due(duty: &ReportDuty, on: Date) -> Option<Date> {
    due_dates(duty, on).filter(|due| *due < on).last()
}

/// The term a report belongs to: the last one whose figures were closed when it was sent.
fn due_of_report(duty: &ReportDuty, sent: Date) -> Option<Date> {
    due_dates(duty, sent)
        .filter(|due| due.days_since(sent) < duty.closes_days_before)
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::rules::MonthDay;

    fn duty() -> ReportDuty {
        ReportDuty {
            due: vec![
                MonthDay { month: 6, day: 20 },
                MonthDay { month: 12, day: 20 },
            ],
            closes_days_before: 6,
        }
    }

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn next_and_last_due_dates_turn_at_the_due_day_and_at_new_year() {
        for (on, next, last) in [
            ("2026-11-23", "2026-12-20", "2026-06-20"),
            ("2026-12-20", "2026-12-20", "2026-06-20"),
            ("2026-12-21", "2027-06-20", "2026-12-20"),
            ("2027-01-01", "2027-06-20", "2026-12-20"),
            ("2027-06-20", "2027-06-20", "2026-12-20"),
        ] {
            assert_eq!(next_due(&duty(), date(on)), Some(date(next)), "{on}");
            assert_eq!(last_due(&duty(), date(on)), Some(date(last)), "{on}");
        }
    }

    #[test]
    fn a_report_belongs_to_the_last_term_whose_figures_were_closed() {
        for (sent, due) in [
            ("2026-06-14", "2025-12-20"),
            ("2026-06-15", "2026-06-20"),
            ("2026-06-20", "2026-06-20"),
            ("2026-07-02", "2026-06-20"),
            ("2026-12-14", "2026-06-20"),
            ("2026-12-16", "2026-12-20"),
        ] {
            assert_eq!(
                due_of_report(&duty(), date(sent)),
                Some(date(due)),
                "{sent}"
            );
        }
    }
}
