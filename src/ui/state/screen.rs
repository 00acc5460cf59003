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

    /// The word kept with a draft.
    pub fn word(self) -> String {
        match self {
            Self::Start => "start".into(),
            Self::Profile => "profile".into(),
            Self::Facts => "facts".into(),
            Self::Tasks => "tasks".into(),
            Self::Question(index) => format!("question-{index}"),
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

    /// The screen of a kept word; the task list where the word is not known.
    pub fn from_word(word: &str, questions: usize) -> Self {
        match word {
            "start" => Self::Start,
            "profile" => Self::Profile,
            "facts" => Self::Facts,
            "boundary" => Self::Boundary,
            "check" => Self::Check,
            "result" => Self::Result,
            "versions" => Self::Versions,
            "send" => Self::Send,
            _ => word
                .strip_prefix("question-")
                .and_then(|index| index.parse().ok())
                .filter(|index| *index < questions)
                .map_or(Self::Tasks, Self::Question),
        }
    }
}
