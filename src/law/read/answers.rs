use super::field::{index, only, text, unknown_word};
use super::sets::works;
use crate::json::{FaultKind, Node};
use crate::law::error::RulesError;
use crate::law::rules::{AnswerRule, ItemRule, OptionRule};

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
        "report_on_time" => Ok(AnswerRule::ReportOnTime(option(node)?)),
        "central_treatment" => Ok(AnswerRule::CentralTreatment(option(node)?)),
        "automatic_monitoring" => Ok(AnswerRule::AutomaticMonitoring(option(node)?)),
        "finished" => {
            only(node, &["fact", "works", "indicator", "index"])?;
            Ok(AnswerRule::Finished {
                works: works(&node.field("works")?)?,
                item: ItemRule {
                    indicator: text(&node.field("indicator")?)?,
                    index: usize::from(index(&node.field("index")?)?),
                },
            })
        }
        other => Err(unknown_word(&fact, other)),
    }
}

fn number(node: &Node<'_>) -> Result<String, RulesError> {
    only(node, &["fact", "indicator"])?;
    Ok(text(&node.field("indicator")?)?)
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
