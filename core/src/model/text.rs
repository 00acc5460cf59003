include!(concat!(env!("OUT_DIR"), "/locale.rs"));

impl Locale {
    /// The locale of a BCP 47 tag; regions are ignored (`en-GB` is English).
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next()?;
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.tag().eq_ignore_ascii_case(language))
    }

    /// Models and rules have every text in it.
    pub const fn is_required(self) -> bool {
        (self as usize) < Self::REQUIRED
    }
}

/// Known while the program is made, so that what it is for is left out where it is not needed.
const SOME_MAY_LACK: bool = Locale::REQUIRED < Locale::ALL.len();

/// A text in the languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text([String; Locale::ALL.len()]);

impl Text {
    /// A text of which only the first language is here.
    pub fn of_first(text: String) -> Self {
        let mut texts = Self::default();
        let [first, ..] = &mut texts.0;
        *first = text;
        texts
    }

    pub fn of(text: impl FnMut(Locale) -> String) -> Self {
        Self(Locale::ALL.map(text))
    }

    /// # Errors
    /// The first one of a language.
    pub fn try_of<E>(mut text: impl FnMut(Locale) -> Result<String, E>) -> Result<Self, E> {
        let mut texts = Self::default();
        for (own, locale) in texts.0.iter_mut().zip(Locale::ALL) {
            *own = text(locale)?;
        }
        Ok(texts)
    }

    /// In this language; where it has none that may be missing, in the last one that is required.
    pub fn get(&self, locale: Locale) -> &str {
        let in_own = self.exact(locale);
        if SOME_MAY_LACK && in_own.is_empty() && !locale.is_required() {
            return self.0.get(Locale::REQUIRED - 1).map_or("", String::as_str);
        }
        in_own
    }

    fn exact(&self, locale: Locale) -> &str {
        self.0.get(locale as usize).map_or("", String::as_str)
    }

    /// Every language with its text, as far as there is one.
    pub fn each(&self) -> impl Iterator<Item = (Locale, &str)> {
        let all = Locale::ALL
            .into_iter()
            .map(|locale| (locale, self.exact(locale)));
        all.filter(|(_, text)| !text.is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.each().next().is_none()
    }

    /// Takes the text of one language away.
    pub fn clear(&mut self, locale: Locale) {
        if let Some(text) = self.0.get_mut(locale as usize) {
            text.clear();
        }
    }
}
