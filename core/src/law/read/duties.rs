use super::field::{broken, date, index, maybe, only, percent, some_items};
use crate::json::Node;
use crate::law::error::{Reason, RulesError};
use crate::law::rules::{MonthDay, ReportDuty, SettlementDuty, StartUpLandDuty};

pub(super) fn settlement(node: &Node<'_>) -> Result<SettlementDuty, RulesError> {
    only(node, &["formed_before", "deadline"])?;
    let formed_before = date(&node.field("formed_before")?)?;
    let deadline = node.field("deadline")?;
    let day = date(&deadline)?;
    if day <= formed_before {
        return Err(broken(&deadline, Reason::NotAscending));
    }
    Ok(SettlementDuty {
        formed_before,
        deadline: day,
    })
}

pub(super) fn report(node: &Node<'_>) -> Result<ReportDuty, RulesError> {
    only(node, &["due", "closes_days_before"])?;
    let mut due: Vec<MonthDay> = Vec::new();
    for item in some_items(&node.field("due")?)? {
        let day = month_day(&item)?;
        if due.last().is_some_and(|last| *last >= day) {
            return Err(broken(&item, Reason::NotAscending));
        }
        due.push(day);
    }
    Ok(ReportDuty {
        due,
        closes_days_before: i64::from(index(&node.field("closes_days_before")?)?),
    })
}

pub(super) fn start_up_land(node: &Node<'_>) -> Result<StartUpLandDuty, RulesError> {
    only(node, &["established_after", "min_share"])?;
    Ok(StartUpLandDuty {
        established_after: date(&node.field("established_after")?)?,
        min_share: maybe(node, "min_share", percent)?,
    })
}

/// A common year, so that the day exists in every year.
const COMMON_YEAR: i32 = 2023;

fn month_day(node: &Node<'_>) -> Result<MonthDay, RulesError> {
    let text = node.text()?;
    let read = || {
        let (month, day) = text.split_once('-')?;
        let day = MonthDay {
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        day.in_year(COMMON_YEAR).map(|_| day)
    };
    read().ok_or_else(|| broken(node, Reason::NotADay))
}
