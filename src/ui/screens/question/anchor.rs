//! A public figure beside the one that is asked for, so that a person sees whether theirs can be.

use crate::ui::components::paragraph;
use crate::ui::prelude::*;
use crate::ui::state::App;

/// Ids of the project's own models: a page's own may mean something else by the same question.
const MODELS: [&str; 2] = ["smart-cluster", "cluster-ready-firm"];

/// Questions with a figure that is public and named with its source; where the model's own source is a judgement or is
/// quoted from memory there is none.
const ANCHORS: [(&str, &str); 5] = [
    ("M6", "anchor.occupancy"),
    ("L5", "anchor.certificates"),
    ("I1", "anchor.specialised"),
    ("I3", "anchor.high_tech"),
    ("T4", "anchor.digital"),
];

pub fn anchor(app: App, indicator: &str) -> Option<View> {
    if !MODELS.contains(&app.model().id.as_str()) {
        return None;
    }
    let (_, key) = ANCHORS.iter().find(|(id, _)| *id == indicator)?;
    Some(paragraph("hint small", app.t(key)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use cluster_ready_core::law;
    use cluster_ready_core::model::{self, AnswerKind};

    fn text(locale: Locale, key: &str) -> String {
        let file = match locale {
            Locale::Vi => include_str!("../../../../locales/vi.json"),
            Locale::En => include_str!("../../../../locales/en.json"),
        };
        let texts: serde_json::Value = serde_json::from_str(file).unwrap();
        texts[key].as_str().unwrap().to_owned()
    }

    #[test]
    fn an_anchor_stands_at_a_figure_and_says_what_model_and_rules_say() {
        let model = model::bundled().unwrap();
        assert_eq!(model.id, MODELS[0]);
        assert_eq!(model::bundled_for_firms().unwrap().id, MODELS[1]);
        let rules = law::bundled().unwrap();
        let set = |id: &str| rules.sets.iter().find(|set| set.id == id).unwrap();
        let expansion = |id| set(id).expansion.as_ref().unwrap().min_occupancy;
        let types = set("R2026").types.as_ref().unwrap();
        for (id, key) in ANCHORS {
            let indicator = model.indicator(id).unwrap();
            assert!(matches!(indicator.answer, AnswerKind::Number(_)), "{id}");
            let figures = match id {
                "M6" => vec![expansion("R2024"), expansion("R2026")],
                "I1" => vec![types.specialised.unwrap()],
                "I3" => vec![types.high_tech.unwrap()],
                "L5" => vec![29.0],
                _ => vec![82.0],
            };
            for figure in figures {
                let figure = format!("{figure}%");
                for locale in [Locale::Vi, Locale::En] {
                    assert!(text(locale, key).contains(&figure), "{key} {figure}");
                }
                assert!(indicator.basis.vi.contains(&figure), "{id} {figure}");
            }
        }
    }
}
