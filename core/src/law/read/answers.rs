use super::field::{index, only, text, unknown_word};
use super::sets::works;
use crate::json::{FaultKind, Node};
use crate::law::error::RulesError;
use crate::law::rules::{AnswerRule, ItemRule, OptionRule, YesNoRule};

pub(super) fn read(list: &Node<'_>) -> Result<Vec<AnswerRule>, RulesError> {
    list.items()?.iter().map(answer).collect()
}

fn answer(node: &Node<'_>) -> Result<AnswerRule, RulesError> {
    let fact = node.field("fact")?;
    match fact.text()? {
        "occupancy" => Ok(AnswerRule::Occupancy {
            indicator: number(node)?,
        }),
        "start_up_land" => Ok(AnswerRule::StartUpLand {
            indicator: number(node)?,
        }),
        "report_on_time" => Ok(AnswerRule::ReportOnTime(yes_no(node)?)),
        "central_treatment" => Ok(AnswerRule::CentralTreatment(yes_no(node)?)),
        "automatic_monitoring" => Ok(AnswerRule::AutomaticMonitoring(yes_no(node)?)),
        "finished" => {
            only(node, &["fact", "works", "indicator", "index"])?;
            Ok(AnswerRule::Finished {
                works: works(&node.field("works")?)?,
                item: item(node)?,
            })
        }
        other => Err(unknown_word(&fact, other)),
    }
}

fn number(node: &Node<'_>) -> Result<String, RulesError> {
    only(node, &["fact", "indicator"])?;
    Ok(text(&node.field("indicator")?)?)
}

/// An option from which on it is so, or a line of a checklist.
fn yes_no(node: &Node<'_>) -> Result<YesNoRule, RulesError> {
    if node.optional("index")?.is_none() {
        return option(node).map(YesNoRule::Option);
    }
    only(node, &["fact", "indicator", "index"])?;
    item(node).map(YesNoRule::Item)
}

fn item(node: &Node<'_>) -> Result<ItemRule, RulesError> {
    Ok(ItemRule {
        indicator: text(&node.field("indicator")?)?,
        index: usize::from(index(&node.field("index")?)?),
    })
}

fn option(node: &Node<'_>) -> Result<OptionRule, RulesError> {
    only(node, &["fact", "indicator", "yes_from", "no_below"])?;
    let yes_from = index(&node.field("yes_from")?)?;
    let no_below = node.field("no_below")?;
    let below = index(&no_below)?;
    if below > yes_from {
        let kind = FaultKind::OutOfRange {
            value: f64::from(below),
            min: 0.0,
            max: f64::from(yes_from),
        };
        return Err(no_below.fault(kind).into());
    }
    Ok(OptionRule {
        indicator: text(&node.field("indicator")?)?,
        yes_from,
        no_below: below,
    })
}
