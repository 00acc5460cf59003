//! The checked reading of `data/model.json`.

use super::canonical::{canonical, sha256_hex};
use super::error::{BrokenRule, ModelError};
use super::parse_indicator::indicator;
use super::{Dimension, Level, Model, Subject, Text};
use crate::json::{self, Fault, FaultKind, Node};

/// Weights are decimal fractions; their sum is 1 up to rounding.
const WEIGHT_SLACK: f64 = 1e-9;

/// Bytes of a model file that is read; the bundled one has 145 KB.
pub const MODEL_BYTES: usize = 2 * 1024 * 1024;

impl Model {
    /// # Errors
    /// The first place where the file is not a model, or breaks a rule of one.
    pub fn parse(json: &str) -> Result<Self, ModelError> {
        let value = json::parse_within(json, MODEL_BYTES)?;
        let root = Node::root(&value);
        format(&root)?;
        let subject = subject(&root)?;
        let dimensions = dimensions(&root.field("dimensions")?, subject)?;
        let shift = root.field("aggregation")?.field("shift")?;
        let table2 = root
            .field("alternative_dimension_weights")?
            .field("table2")?;
        let model = Self {
            subject,
            id: root.field("id")?.filled()?.to_owned(),
            version: root.field("version")?.filled()?.to_owned(),
            hash: sha256_hex(&canonical(&value)),
            table2_weights: table2_weights(&table2, &dimensions)?,
            indicators: indicators(&root, &dimensions)?,
            levels: levels(&root, subject)?,
            shift: positive(&shift, |value| BrokenRule::Shift { value })?,
            dimensions,
        };
        Ok(model)
    }
}

/// A broken rule at a place.
pub(super) fn broken(node: &Node, rule: BrokenRule) -> ModelError {
    ModelError::Rule {
        path: node.path().to_owned(),
        rule,
    }
}

/// Filled in every required language, and in the others where it is there.
pub(super) fn text(node: &Node) -> Result<Text, Fault> {
    Text::try_of(|locale| {
        let text = if locale.is_required() {
            Some(node.field(locale.tag())?)
        } else {
            node.optional(locale.tag())?
        };
        text.map_or(Ok(String::new()), |text| Ok(text.filled()?.to_owned()))
    })
}

pub(super) fn positive(node: &Node, rule: fn(f64) -> BrokenRule) -> Result<f64, ModelError> {
    let value = node.number()?;
    if value <= 0.0 {
        return Err(broken(node, rule(value)));
    }
    Ok(value)
}

pub(super) fn weight(node: &Node) -> Result<f64, ModelError> {
    positive(node, |value| BrokenRule::Weight { value })
}

/// Refuses weights that do not add up to 1.
pub(super) fn sum_to_one(node: &Node, weights: &[f64]) -> Result<(), ModelError> {
    let sum: f64 = weights.iter().sum();
    if (sum - 1.0).abs() > WEIGHT_SLACK {
        return Err(broken(node, BrokenRule::WeightSum { sum }));
    }
    Ok(())
}

fn format(root: &Node) -> Result<(), ModelError> {
    let word = root.field("format")?;
    if word.text()? != "cluster-ready-model" {
        let found = word.text()?.chars().take(80).collect();
        return Err(broken(&word, BrokenRule::Format { found }));
    }
    let version = root.field("format_version")?;
    match version.whole()? {
        1 => Ok(()),
        found => Err(broken(&version, BrokenRule::FormatVersion { found })),
    }
}

/// A model that does not say it is of a cluster.
fn subject(root: &Node) -> Result<Subject, Fault> {
    let Some(word) = root.optional("subject")? else {
        return Ok(Subject::Cluster);
    };
    match word.text()? {
        "cluster" => Ok(Subject::Cluster),
        "firm" => Ok(Subject::Firm),
        other => Err(word.fault(FaultKind::UnknownWord {
            found: other.chars().take(80).collect(),
        })),
    }
}

fn dimensions(list: &Node, subject: Subject) -> Result<Vec<Dimension>, ModelError> {
    let mut dimensions: Vec<Dimension> = Vec::new();
    for node in list.items()? {
        let id = node.field("id")?;
        if dimensions
            .iter()
            .any(|other| Ok(other.id.as_str()) == id.text())
        {
            let rule = BrokenRule::DuplicateId {
                id: id.text()?.to_owned(),
            };
            return Err(broken(&id, rule));
        }
        dimensions.push(Dimension {
            id: id.filled()?.to_owned(),
            name: text(&node.field("name")?)?,
            short: text(&node.field("short")?)?,
            weight: weight(&node.field("weight")?)?,
        });
    }
    if dimensions.len() != subject.dimensions() {
        let rule = BrokenRule::DimensionCount {
            found: dimensions.len(),
            expected: subject.dimensions(),
        };
        return Err(broken(list, rule));
    }
    let weights: Vec<f64> = dimensions.iter().map(|one| one.weight).collect();
    sum_to_one(list, &weights)?;
    Ok(dimensions)
}

fn table2_weights(node: &Node, dimensions: &[Dimension]) -> Result<Vec<f64>, ModelError> {
    let weights = dimensions
        .iter()
        .map(|dimension| weight(&node.field(&dimension.id)?))
        .collect::<Result<Vec<_>, _>>()?;
    sum_to_one(node, &weights)?;
    Ok(weights)
}

fn levels(root: &Node, subject: Subject) -> Result<Vec<Level>, ModelError> {
    let list = match (subject, root.optional("levels")?) {
        (Subject::Firm, None) => return Ok(Vec::new()),
        (Subject::Firm, Some(list)) => return Err(broken(&list, BrokenRule::LevelsOfFirm)),
        (Subject::Cluster, _) => &root.field("levels")?,
    };
    let mut levels: Vec<Level> = Vec::new();
    for node in list.items()? {
        let (number, from) = (node.field("level")?, node.field("from")?);
        let level = Level {
            number: u8::try_from(number.whole()?).unwrap_or(0),
            from: from.number()?,
            name: text(&node.field("name")?)?,
            summary: node
                .optional("summary")?
                .map(|summary| text(&summary))
                .transpose()?,
        };
        let follows = match levels.last() {
            None => level.number == 1 && level.from == 0.0,
            Some(last) => {
                level.number == last.number.saturating_add(1)
                    && level.from > last.from
                    && level.from <= 100.0
            }
        };
        if !follows {
            return Err(broken(&node, BrokenRule::LevelOrder));
        }
        levels.push(level);
    }
    if levels.is_empty() {
        return Err(broken(list, BrokenRule::LevelOrder));
    }
    Ok(levels)
}

fn indicators(root: &Node, dimensions: &[Dimension]) -> Result<Vec<super::Indicator>, ModelError> {
    let classes = root.field("weight_classes")?;
    let mut indicators: Vec<super::Indicator> = Vec::new();
    for node in root.field("indicators")?.items()? {
        let one = indicator(&node, dimensions, &classes)?;
        if indicators.iter().any(|other| other.id == one.id) {
            let rule = BrokenRule::DuplicateId { id: one.id };
            return Err(broken(&node.field("id")?, rule));
        }
        indicators.push(one);
    }
    for (index, node) in root.field("dimensions")?.items()?.iter().enumerate() {
        if !indicators.iter().any(|one| one.dimension == index) {
            return Err(broken(node, BrokenRule::EmptyDimension));
        }
    }
    Ok(indicators)
}
