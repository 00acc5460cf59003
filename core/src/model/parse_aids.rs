use super::error::{BrokenRule, ModelError};
use super::parse::{broken, positive, text};
use super::parse_answer::{entries, unit};
use super::{Aids, Also, AlsoOption, Division, Known, Operand};
use crate::json::{FaultKind, Node};

/// Edges of two ranges: of one alone nothing would be chosen.
const EDGES: usize = 3;

/// The aids of a question with one figure between `min` and `max`; `None` where it has none.
pub(super) fn aids(node: &Node, min: f64, max: f64) -> Result<Option<Box<Aids>>, ModelError> {
    let aids = Aids {
        brackets: match node.optional("brackets")? {
            Some(list) => brackets(&list, min, max)?,
            None => Vec::new(),
        },
        division: node
            .optional("division")?
            .map(|node| division(&node))
            .transpose()?,
        also: node.optional("also")?.map(|node| also(&node)).transpose()?,
    };
    Ok((aids != Aids::default()).then(|| Box::new(aids)))
}

fn brackets(list: &Node, min: f64, max: f64) -> Result<Vec<f64>, ModelError> {
    let rule = || BrokenRule::Brackets { min, max };
    let mut edges: Vec<f64> = Vec::new();
    for node in entries(list)? {
        let edge = node.number()?;
        let follows = match edges.last() {
            None => edge == min,
            Some(last) => edge > *last && edge <= max,
        };
        if !follows {
            return Err(broken(&node, rule()));
        }
        edges.push(edge);
    }
    if edges.len() < EDGES {
        return Err(broken(list, rule()));
    }
    Ok(edges)
}

fn division(node: &Node) -> Result<Division, ModelError> {
    Ok(Division {
        part: operand(&node.field("part")?)?,
        whole: operand(&node.field("whole")?)?,
        times: positive(&node.field("times")?, |value| BrokenRule::Times { value })?,
    })
}

fn operand(node: &Node) -> Result<Operand, ModelError> {
    let known = match node.optional("known")? {
        None => None,
        Some(word) => match word.text()? {
            "occupied-land" => Some(Known::OccupiedLand),
            "industrial-land" => Some(Known::IndustrialLand),
            "tenants" => Some(Known::Tenants),
            other => return Err(unknown_word(&word, other)),
        },
    };
    Ok(Operand {
        name: text(&node.field("name")?)?,
        unit: unit(node)?,
        is_count: match node.optional("count")? {
            Some(flag) => flag.flag()?,
            None => false,
        },
        known,
    })
}

fn also(node: &Node) -> Result<Also, ModelError> {
    let kind = node.field("kind")?;
    let is_one = match kind.text()? {
        "one" => true,
        "any" => false,
        other => return Err(unknown_word(&kind, other)),
    };
    let mut options: Vec<AlsoOption> = Vec::new();
    for node in entries(&node.field("options")?)? {
        let id = node.field("id")?;
        let option = AlsoOption {
            id: id.filled()?.to_owned(),
            text: text(&node.field("text")?)?,
        };
        if options.iter().any(|other| other.id == option.id) {
            return Err(broken(&id, BrokenRule::DuplicateId { id: option.id }));
        }
        options.push(option);
    }
    Ok(Also {
        question: text(&node.field("question")?)?,
        is_one,
        options,
    })
}

pub(super) fn unknown_word(node: &Node, found: &str) -> ModelError {
    let found = found.chars().take(80).collect();
    node.fault(FaultKind::UnknownWord { found }).into()
}
