use super::error::{BrokenRule, ModelError};
use super::parse::{broken, text, weight};
use super::parse_answer::answer;
use super::versions;
use super::{Dimension, Ground, Indicator, NotApplicable, WeightClass};
use crate::json::{Fault, FaultKind, Node};

pub(super) fn indicator(
    node: &Node,
    dimensions: &[Dimension],
    classes: &Node,
) -> Result<Indicator, ModelError> {
    let class = node.field("class")?;
    let id = node.field("id")?.filled()?;
    let field_text = |key: &str| node.field(key).and_then(|field| text(&field));
    Ok(Indicator {
        id: id.to_owned(),
        dimension: dimension(&node.field("dimension")?, dimensions)?,
        class: weight_class(&class)?,
        weight: weight(&classes.field(class.text()?)?)?,
        quick: node.field("quick")?.flag()?,
        needs_boundary: needs_boundary(node)?,
        effort: effort(&node.field("effort")?)?,
        name: field_text("name")?,
        question: field_text("question")?,
        hint: field_text("hint")?,
        compare: match node.optional("compare")? {
            Some(compare) => Some(text(&compare)?),
            None => None,
        },
        why: field_text("why")?,
        scoring: field_text("scoring")?,
        answer: answer(&node.field("answer")?, id)?,
        not_applicable: not_applicable(node)?,
        paper: field_text("paper")?,
        source: field_text("source")?,
        basis: field_text("basis")?,
        rests_on: rests_on(node)?,
        action: field_text("action")?,
        who: field_text("who")?,
        first_step: field_text("first_step")?,
        proof: field_text("proof")?,
        example: field_text("example")?,
    })
}

/// Without a word a question is asked in any case.
fn needs_boundary(node: &Node) -> Result<bool, ModelError> {
    let Some(flag) = node.optional("needs_boundary")? else {
        return Ok(false);
    };
    let kind = node.field("answer")?.field("kind")?;
    if flag.flag()? && kind.text()? != "derived" {
        return Err(broken(&flag, BrokenRule::NotOfTheBoundary));
    }
    Ok(flag.flag()?)
}

fn dimension(node: &Node, dimensions: &[Dimension]) -> Result<usize, ModelError> {
    let id = node.text()?;
    dimensions
        .iter()
        .position(|dimension| dimension.id == id)
        .ok_or_else(|| broken(node, BrokenRule::UnknownDimension { id: id.to_owned() }))
}

fn weight_class(node: &Node) -> Result<WeightClass, ModelError> {
    match node.text()? {
        "C" => Ok(WeightClass::C),
        "S" => Ok(WeightClass::S),
        "X" => Ok(WeightClass::X),
        other => {
            let found = other.to_owned();
            Err(node.fault(FaultKind::UnknownWord { found }).into())
        }
    }
}

fn effort(node: &Node) -> Result<u8, ModelError> {
    match node.whole()? {
        1 => Ok(1),
        2 => Ok(2),
        3 => Ok(3),
        found => Err(broken(node, BrokenRule::Effort { found })),
    }
}

fn rests_on(node: &Node) -> Result<Vec<Ground>, ModelError> {
    let Some(list) = node.optional("rests_on")? else {
        return Ok(Vec::new());
    };
    let words = list.items()?;
    if words.is_empty() {
        return Err(list.fault(FaultKind::Empty).into());
    }
    Ok(words.iter().map(ground).collect::<Result<_, _>>()?)
}

fn ground(node: &Node) -> Result<Ground, Fault> {
    Ok(match node.text()? {
        "law" => Ground::Law,
        "statistic" => Ground::Statistic,
        "anchor" => Ground::Anchor,
        "literature" => Ground::Literature,
        "geometry" => Ground::Geometry,
        "judgement" => Ground::Judgement,
        other => {
            let found = other.chars().take(80).collect();
            return Err(node.fault(FaultKind::UnknownWord { found }));
        }
    })
}

fn not_applicable(node: &Node) -> Result<Option<NotApplicable>, ModelError> {
    let Some(node) = node.optional("not_applicable")? else {
        return Ok(None);
    };
    let reason = node.field("reason")?.filled()?;
    Ok(Some(NotApplicable {
        reason: reason.to_owned(),
        tenants_at_most: match node.optional("tenants_at_most")? {
            Some(most) => Some(most.whole()?),
            None => versions::tenants_at_most(reason),
        },
        text: text(&node.field("text")?)?,
    }))
}
