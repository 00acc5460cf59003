//! The bundled model as its first questions need it, written by the build script from the checked `data/model.json`.

use super::{
    AnswerKind, BoundaryFigure, Curve, Dimension, Indicator, Level, Model, NotApplicable,
    NumberSpec, OptionSpec, PartSpec, Subject, Text, WeightClass,
};
use crate::lines::Lines;

/// Reads the lines; `None` where they end too early.
pub(super) fn read(lines: &mut Lines) -> Option<Model> {
    let (id, version, hash) = (lines.owned()?, lines.owned()?, lines.owned()?);
    let shift = lines.number()?;
    let mut table2_weights = Vec::new();
    let dimensions = lines.list(|lines| {
        let dimension = Dimension {
            id: lines.owned()?,
            name: text(lines)?,
            short: text(lines)?,
            weight: lines.number()?,
        };
        table2_weights.push(lines.number()?);
        Some(dimension)
    })?;
    let levels = lines.list(|lines| {
        Some(Level {
            number: small(lines)?,
            from: lines.number()?,
            name: text(lines)?,
            summary: None,
        })
    })?;
    Some(Model {
        subject: Subject::Cluster,
        id,
        version,
        hash,
        dimensions,
        indicators: lines.list(indicator)?,
        levels,
        shift,
        table2_weights,
    })
}

/// A text of which only the first language is here.
fn text(lines: &mut Lines) -> Option<Text> {
    Some(Text::of_first(lines.owned()?))
}

fn small(lines: &mut Lines) -> Option<u8> {
    u8::try_from(lines.count()?).ok()
}

fn indicator(lines: &mut Lines) -> Option<Indicator> {
    let (id, dimension) = (lines.owned()?, lines.count()?);
    let class = match lines.text()? {
        "C" => WeightClass::C,
        "S" => WeightClass::S,
        _ => WeightClass::X,
    };
    let (weight, asked) = (lines.number()?, lines.text()?);
    Some(Indicator {
        id,
        dimension,
        class,
        weight,
        quick: asked == "1",
        needs_boundary: asked == "b",
        effort: small(lines)?,
        name: text(lines)?,
        question: text(lines)?,
        hint: text(lines)?,
        not_applicable: if lines.text()? == "1" {
            Some(NotApplicable {
                reason: lines.owned()?,
                tenants_at_most: None,
                text: text(lines)?,
            })
        } else {
            None
        },
        answer: answer(lines)?,
        compare: None,
        why: Text::default(),
        scoring: Text::default(),
        paper: Text::default(),
        source: Text::default(),
        basis: Text::default(),
        rests_on: Vec::new(),
        action: Text::default(),
        who: Text::default(),
        first_step: Text::default(),
        proof: Text::default(),
        example: Text::default(),
    })
}

fn answer(lines: &mut Lines) -> Option<AnswerKind> {
    Some(match lines.text()? {
        "level" => AnswerKind::Level(lines.list(|lines| {
            Some(OptionSpec {
                score: lines.number()?,
                text: text(lines)?,
            })
        })?),
        "number" => {
            let (from, spec) = (lines.text()?, number(lines)?);
            match from {
                "u" => AnswerKind::Derived(spec, BoundaryFigure::University),
                "i" => AnswerKind::Derived(spec, BoundaryFigure::Institute),
                "c" => AnswerKind::Derived(spec, BoundaryFigure::Compactness),
                _ => AnswerKind::Number(spec),
            }
        }
        "numbers" => AnswerKind::Numbers {
            unit: text(lines)?,
            parts: lines.list(|lines| {
                let (weight, name) = (lines.number()?, text(lines)?);
                let (min, max, curve) = range(lines)?;
                Some(PartSpec {
                    weight,
                    name,
                    min,
                    max,
                    curve,
                })
            })?,
        },
        "choices" => AnswerKind::Choices {
            options: lines.list(text)?,
            score_by_count: lines.list(Lines::number)?,
        },
        _ => AnswerKind::Checklist(lines.list(text)?),
    })
}

fn number(lines: &mut Lines) -> Option<NumberSpec> {
    let unit = text(lines)?;
    let (min, max, curve) = range(lines)?;
    Some(NumberSpec {
        unit,
        share_of: None,
        min,
        max,
        curve,
        firm: None,
        aids: None,
    })
}

fn range(lines: &mut Lines) -> Option<(f64, f64, Curve)> {
    let (min, max) = (lines.number()?, lines.number()?);
    let points = lines.list(|lines| Some([lines.number()?, lines.number()?]))?;
    Some((min, max, Curve::new(points).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Locale, bundled, questions};

    fn texts(answer: &mut AnswerKind) -> Vec<&mut Text> {
        match answer {
            AnswerKind::Level(options) => options.iter_mut().map(|one| &mut one.text).collect(),
            AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => {
                (spec.firm, spec.aids, spec.share_of) = (None, None, None);
                vec![&mut spec.unit]
            }
            AnswerKind::Numbers { unit, parts } => std::iter::once(unit)
                .chain(parts.iter_mut().map(|part| &mut part.name))
                .collect(),
            AnswerKind::Choices { options, .. } => options.iter_mut().collect(),
            AnswerKind::Checklist(items) => items.iter_mut().collect(),
        }
    }

    fn only_first(text: &mut Text) {
        for locale in Locale::ALL.into_iter().skip(1) {
            text.clear(locale);
        }
    }

    /// Takes away what comes later.
    fn first(mut model: Model) -> Model {
        for one in &mut model.dimensions {
            only_first(&mut one.name);
            only_first(&mut one.short);
        }
        for level in &mut model.levels {
            only_first(&mut level.name);
            level.summary = None;
        }
        for one in &mut model.indicators {
            for text in [
                &mut one.why,
                &mut one.scoring,
                &mut one.paper,
                &mut one.source,
                &mut one.basis,
                &mut one.action,
                &mut one.who,
                &mut one.first_step,
                &mut one.proof,
                &mut one.example,
            ] {
                *text = Text::default();
            }
            one.rests_on.clear();
            one.compare = None;
            if let Some(reason) = &mut one.not_applicable {
                reason.tenants_at_most = None;
            }
            for text in [&mut one.name, &mut one.question, &mut one.hint]
                .into_iter()
                .chain(one.not_applicable.iter_mut().map(|reason| &mut reason.text))
                .chain(texts(&mut one.answer))
            {
                only_first(text);
            }
            if one.comes_first() {
                continue;
            }
            let reason = one.not_applicable.iter_mut().map(|reason| &mut reason.text);
            for text in [&mut one.question, &mut one.hint]
                .into_iter()
                .chain(reason)
                .chain(texts(&mut one.answer))
            {
                text.clear(Locale::default());
            }
        }
        model
    }

    #[test]
    fn questions_are_the_whole_model_without_what_comes_later() {
        assert_eq!(*questions().unwrap(), first(bundled().unwrap().clone()));
    }
}
