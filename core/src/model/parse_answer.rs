use super::error::{BrokenRule, ModelError};
use super::parse::{broken, sum_to_one, text, weight};
use super::parse_aids::{aids, unknown_word};
use super::versions;
use super::{
    AnswerKind, BoundaryFigure, Curve, FirmSpec, Locale, NumberSpec, OptionSpec, PartSpec, Text,
    Whole,
};
use crate::json::{FaultKind, Node};

/// Options of one question, at most: an answer stores their index in a byte.
const OPTIONS_LIMIT: usize = 100;

/// `id`: of the question.
pub(super) fn answer(node: &Node, id: &str) -> Result<AnswerKind, ModelError> {
    let kind = node.field("kind")?;
    match kind.text()? {
        "level" => Ok(AnswerKind::Level(level_options(&node.field("options")?)?)),
        "number" => Ok(AnswerKind::Number(number(node)?)),
        "derived" => derived(node, id),
        "numbers" => Ok(AnswerKind::Numbers {
            unit: unit(node)?,
            parts: parts(&node.field("parts")?)?,
        }),
        "choices" => choices(node),
        "checklist" => Ok(AnswerKind::Checklist(texts(&node.field("items")?)?)),
        other => Err(unknown_word(&kind, other)),
    }
}

fn level_options(list: &Node) -> Result<Vec<OptionSpec>, ModelError> {
    let options = entries(list)?
        .iter()
        .map(|node| {
            Ok(OptionSpec {
                score: node.field("score")?.number()?,
                text: text(&node.field("text")?)?,
            })
        })
        .collect::<Result<Vec<_>, ModelError>>()?;
    let scores: Vec<f64> = options.iter().map(|option| option.score).collect();
    rises_to_hundred(list, &scores)?;
    Ok(options)
}

fn choices(node: &Node) -> Result<AnswerKind, ModelError> {
    let options = texts(&node.field("options")?)?;
    let list = node.field("score_by_count")?;
    let score_by_count = list
        .items()?
        .iter()
        .map(Node::number)
        .collect::<Result<Vec<_>, _>>()?;
    if score_by_count.len() != options.len() + 1 {
        let rule = BrokenRule::ScoreCount {
            found: score_by_count.len(),
            options: options.len(),
        };
        return Err(broken(&list, rule));
    }
    rises_to_hundred(&list, &score_by_count)?;
    Ok(AnswerKind::Choices {
        options,
        score_by_count,
    })
}

fn number(node: &Node) -> Result<NumberSpec, ModelError> {
    let (min, max) = bounds(node)?;
    let firm = match node.optional("firm")? {
        Some(firm) => {
            let (min, max) = bounds(&firm)?;
            Some(Box::new(FirmSpec {
                unit: unit(&firm)?,
                min,
                max,
                curve: curve(&firm.field("curve")?)?,
            }))
        }
        None => None,
    };
    let unit = unit(node)?;
    Ok(NumberSpec {
        share_of: share_of(node, &unit)?,
        unit,
        min,
        max,
        curve: curve(&node.field("curve")?)?,
        firm,
        aids: aids(node, min, max)?,
    })
}

/// A model from before `from` says by the question's id what the boundary gives; any other figure is typed.
fn derived(node: &Node, id: &str) -> Result<AnswerKind, ModelError> {
    let spec = number(node)?;
    let Some(word) = node.optional("from")? else {
        return Ok(match versions::boundary_figure(id) {
            Some(figure) => AnswerKind::Derived(spec, figure),
            None => AnswerKind::Number(spec),
        });
    };
    let figure = match word.text()? {
        "university" => BoundaryFigure::University,
        "institute" => BoundaryFigure::Institute,
        "compactness" => BoundaryFigure::Compactness,
        other => return Err(unknown_word(&word, other)),
    };
    Ok(AnswerKind::Derived(spec, figure))
}

fn share_of(node: &Node, unit: &Text) -> Result<Option<Whole>, ModelError> {
    let Some(word) = node.optional("share_of")? else {
        return Ok(versions::share_of(unit.get(Locale::En)));
    };
    match word.text()? {
        "tenants" => Ok(Some(Whole::Tenants)),
        "workers" => Ok(Some(Whole::Workers)),
        other => Err(unknown_word(&word, other)),
    }
}

fn parts(list: &Node) -> Result<Vec<PartSpec>, ModelError> {
    let parts = entries(list)?
        .iter()
        .map(|node| {
            let (min, max) = bounds(node)?;
            Ok(PartSpec {
                weight: weight(&node.field("weight")?)?,
                name: text(&node.field("name")?)?,
                min,
                max,
                curve: curve(&node.field("curve")?)?,
            })
        })
        .collect::<Result<Vec<_>, ModelError>>()?;
    let weights: Vec<f64> = parts.iter().map(|part| part.weight).collect();
    sum_to_one(list, &weights)?;
    Ok(parts)
}

/// As any text, or empty in all languages for a ratio.
pub(super) fn unit(node: &Node) -> Result<Text, ModelError> {
    let node = node.field("unit")?;
    let mut is_empty = true;
    for locale in Locale::ALL.into_iter().take(Locale::REQUIRED) {
        is_empty &= node.field(locale.tag())?.text()?.is_empty();
    }
    if is_empty {
        return Ok(Text::default());
    }
    Ok(text(&node)?)
}

fn bounds(node: &Node) -> Result<(f64, f64), ModelError> {
    let (min, max) = (node.field("min")?.number()?, node.field("max")?.number()?);
    if min >= max {
        return Err(broken(node, BrokenRule::Bounds { min, max }));
    }
    Ok((min, max))
}

fn curve(list: &Node) -> Result<Curve, ModelError> {
    let nodes = list.items()?;
    let points = nodes
        .iter()
        .map(|node| match node.items()?.as_slice() {
            [x, y] => Ok([x.number()?, y.number()?]),
            _ => Err(node.fault(FaultKind::WrongType {
                expected: "a pair of numbers",
            })),
        })
        .collect::<Result<Vec<_>, _>>()?;
    Curve::new(points).map_err(|error| {
        let place = error.index().and_then(|index| nodes.get(index));
        broken(place.unwrap_or(list), BrokenRule::Curve(error))
    })
}

fn texts(list: &Node) -> Result<Vec<Text>, ModelError> {
    Ok(entries(list)?.iter().map(text).collect::<Result<_, _>>()?)
}

/// A list with something in it, and not too much.
pub(super) fn entries<'a>(list: &Node<'a>) -> Result<Vec<Node<'a>>, ModelError> {
    let nodes = list.items()?;
    let found = nodes.len();
    if nodes.is_empty() {
        return Err(list.fault(FaultKind::Empty).into());
    }
    if found > OPTIONS_LIMIT {
        let limit = OPTIONS_LIMIT;
        return Err(list.fault(FaultKind::TooMany { found, limit }).into());
    }
    Ok(nodes)
}

fn rises_to_hundred(list: &Node, scores: &[f64]) -> Result<(), ModelError> {
    let rises = scores.windows(2).all(|pair| match pair {
        [a, b] => a < b,
        _ => true,
    });
    let reaches = scores.first() == Some(&0.0) && scores.last() == Some(&100.0);
    if rises && reaches {
        Ok(())
    } else {
        Err(broken(list, BrokenRule::Scores))
    }
}
