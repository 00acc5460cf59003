use super::node::Node;
use crate::law::error::{Reason, RulesError};
use crate::law::rules::{MonthDay, ReportDuty, SettlementDuty, StartUpLandDuty};

pub(super) fn settlement(node: &Node<'_>) -> Result<SettlementDuty, RulesError> {
    node.only(&["formed_before", "deadline"])?;
    let formed_before = node.field("formed_before")?.date()?;
    let deadline = node.field("deadline")?;
    let day = deadline.date()?;
    if day <= formed_before {
        return Err(deadline.error(Reason::NotAscending));
    }
    Ok(SettlementDuty {
        formed_before,
        deadline: day,
    })
}

pub(super) fn report(node: &Node<'_>) -> Result<ReportDuty, RulesError> {
    node.only(&["due", "closes_days_before"])?;
    let mut due: Vec<MonthDay> = Vec::new();
    for item in node.field("due")?.some_items()? {
        let day = month_day(&item)?;
        if due.last().is_some_and(|last| *last >= day) {
            return Err(item.error(Reason::NotAscending));
        }
        due.push(day);
    }
    Ok(ReportDuty {
        due,
        closes_days_before: i64::from(node.field("closes_days_before")?.index()?),
    })
}

pub(super) fn start_up_land(node: &Node<'_>) -> Result<StartUpLandDuty, RulesError> {
    node.only(&["established_after", "min_share"])?;
    Ok(StartUpLandDuty {
        established_after: node.field("established_after")?.date()?,
        min_share: node.field("min_share")?.percent()?,
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
    read().ok_or_else(|| node.error(Reason::NotADay))
}
