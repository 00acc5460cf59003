use cluster_ready_core::model::Model;

/// The pages of the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    #[default]
    Start,
    Profile,
    /// Facts that only the legal checks need.
    Facts,
    Tasks,
    /// Index of an indicator in the model.
    Question(usize),
    Boundary,
    Check,
    Result,
    /// What another version of the model asks in another way, and with which one to go on.
    Versions,
    /// Sending the result to where the page wants it.
    Send,
    Method,
    Accessibility,
    Erase,
}

impl Screen {
    /// The page is not among those that are loaded first.
    pub const fn comes_later(self) -> bool {
        !matches!(
            self,
            Self::Start | Self::Profile | Self::Tasks | Self::Question(_)
        )
    }

    /// The page is a form with a bar at its foot, where it is said how saving stands.
    pub const fn has_bar(self) -> bool {
        matches!(self, Self::Profile | Self::Facts | Self::Question(_))
    }

    /// The word kept with a draft; a question is told by its id, which outlives its place in the model.
    pub fn word(self, model: &Model) -> String {
        match self {
            Self::Start => "start".into(),
            Self::Profile => "profile".into(),
            Self::Facts => "facts".into(),
            Self::Tasks => "tasks".into(),
            Self::Question(index) => {
                let question = model.indicators.get(index);
                ["question:", question.map_or("", |one| &*one.id)].concat()
            }
            Self::Boundary => "boundary".into(),
            Self::Check => "check".into(),
            Self::Result => "result".into(),
            Self::Versions => "versions".into(),
            Self::Send => "send".into(),
            Self::Method => "method".into(),
            Self::Accessibility => "accessibility".into(),
            Self::Erase => "erase".into(),
        }
    }

    /// The screen of a kept word; the task list where the word is not known. Drafts of before keep the place of a question.
    pub fn from_word(word: &str, model: &Model) -> Self {
        match word {
            "start" => Self::Start,
            "profile" => Self::Profile,
            "facts" => Self::Facts,
            "boundary" => Self::Boundary,
            "check" => Self::Check,
            "result" => Self::Result,
            "versions" => Self::Versions,
            "send" => Self::Send,
            _ => {
                let by_place = || word.strip_prefix("question-")?.parse().ok();
                let question = match word.strip_prefix("question:") {
                    Some(id) => model.position(id),
                    None => by_place().filter(|index| *index < model.indicators.len()),
                };
                question.map_or(Self::Tasks, Self::Question)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::model;

    #[test]
    fn every_screen_comes_back_by_its_word() {
        let model = model::bundled().unwrap();
        let screens = [
            Screen::Start,
            Screen::Profile,
            Screen::Facts,
            Screen::Tasks,
            Screen::Question(0),
            Screen::Question(33),
            Screen::Boundary,
            Screen::Check,
            Screen::Result,
            Screen::Versions,
            Screen::Send,
        ];
        for screen in screens {
            assert_eq!(Screen::from_word(&screen.word(model), model), screen);
        }
        assert_eq!(Screen::Question(5).word(model), "question:M6");
    }

    #[test]
    fn a_question_is_found_wherever_it_stands() {
        let before = model::bundled().unwrap();
        let mut now = before.clone();
        now.indicators.rotate_left(3);
        let word = Screen::Question(5).word(before);
        assert_eq!(Screen::from_word(&word, &now), Screen::Question(2));
        now.indicators.retain(|one| one.id != "M6");
        assert_eq!(Screen::from_word(&word, &now), Screen::Tasks);
    }

    #[test]
    fn a_draft_of_before_opens_at_the_place_that_it_kept() {
        let model = model::bundled().unwrap();
        assert_eq!(Screen::from_word("question-5", model), Screen::Question(5));
        for word in ["question-34", "question-x", "question:Q9", "question:", ""] {
            assert_eq!(Screen::from_word(word, model), Screen::Tasks, "{word}");
        }
    }
}
