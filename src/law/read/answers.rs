use super::node::Node;
use super::sets::works;
use crate::law::error::{Reason, RulesError};
use crate::law::rules::{AnswerRule, ItemRule, OptionRule};

pub(super) fn read(list: &Node<'_>) -> Result<Vec<AnswerRule>, RulesError> {
    list.items()?.iter().map(answer).collect()
}

fn answer(node: &Node<'_>) -> Result<AnswerRule, RulesError> {
    let fact = node.field("fact")?;
    match fact.text()?.as_str() {
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
            node.only(&["fact", "works", "indicator", "index"])?;
            Ok(AnswerRule::Finished {
                works: works(&node.field("works")?)?,
                item: ItemRule {
                    indicator: node.field("indicator")?.text()?,
                    index: usize::from(node.field("index")?.index()?),
                },
            })
        }
        _ => Err(fact.error(Reason::WrongType {
            expected: "a fact that an answer stands in for",
        })),
    }
}

fn number(node: &Node<'_>) -> Result<String, RulesError> {
    node.only(&["fact", "indicator"])?;
    node.field("indicator")?.text()
}

fn option(node: &Node<'_>) -> Result<OptionRule, RulesError> {
    node.only(&["fact", "indicator", "yes_from", "no_below"])?;
    let yes_from = node.field("yes_from")?.index()?;
    let no_below = node.field("no_below")?;
    let below = no_below.index()?;
    if below > yes_from {
        return Err(no_below.error(Reason::OutOfRange {
            least: 0.0,
            most: f64::from(yes_from),
        }));
    }
    Ok(OptionRule {
        indicator: node.field("indicator")?.text()?,
        yes_from,
        no_below: below,
    })
}
