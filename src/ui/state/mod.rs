//! What the view knows, and the only place that changes it.

mod corner_table;
mod drafts;
mod handed;
mod host;
mod refused;
mod screen;
mod sending;
mod summary;
mod survey;

use std::rc::Rc;

use leptos::reactive::owner::WeakOwner;

use crate::ui::prelude::*;
use web_sys::HtmlElement;

use crate::i18n::Locale;
use crate::platform::focus;
use crate::ui::later;
use cluster_ready_core::assessment::{Assessment, Command, Entry, Mode};
use cluster_ready_core::law::{self, Rules};
use cluster_ready_core::model::Model;
use cluster_ready_core::score::{self, Score};

pub use corner_table::CornerTable;
pub use drafts::{Drafts, SaveStatus};
pub use handed::{Content, Handed, LastHanded, Place};
pub use host::{Host, mode_of, mode_word};
pub use screen::Screen;
pub use sending::{Sending, Standing, title as sending_title};
pub use summary::Summary;
pub use survey::{Busy, Done, FORMAT_WALK, Given, Held, Layer, Press, Said, Survey, Way, Work};

/// How it stands with what is loaded after the first question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coming {
    Awaited,
    Here,
    /// It was asked for and did not come.
    Missing,
}

/// The state of one mounted widget. Copies share it.
#[derive(Clone, Copy)]
pub struct App {
    model: &'static Model,
    /// The earlier version of the model that the open assessment is of.
    version: StoredValue<Option<&'static Model>>,
    firm: bool,
    host: StoredValue<Rc<Host>, LocalStorage>,
    pub locale: RwSignal<Locale>,
    assessment: RwSignal<Assessment>,
    screen: RwSignal<Screen>,
    /// What stands in fields and is no answer yet, by field id; kept when the language changes.
    typed: RwSignal<Vec<(String, String)>>,
    /// Why changes were refused that are not made good, by the id of their field; of none, by an empty one.
    refused: RwSignal<Vec<(String, String)>>,
    /// Said by screen readers without moving focus.
    pub announcement: RwSignal<String>,
    pub drafts: Drafts,
    /// Made when the boundary is first looked at.
    survey: StoredValue<Option<Survey>>,
    /// Made where the page asks for sending, once it is looked at.
    sending: StoredValue<Option<Sending>>,
    /// Made with the first file that is asked for and perhaps not saved.
    handed: StoredValue<Option<LastHanded>>,
    /// Owns what is made later and outlives a page.
    owner: StoredValue<WeakOwner>,
    /// The question was opened from the answers' overview, and goes back there.
    pub changing: RwSignal<bool>,
    /// The page from which a page about the product was opened.
    returning: RwSignal<Screen>,
    /// Grows when the page has to be made anew although neither page nor language changed.
    drawing: RwSignal<u32>,
    /// The screen that is shown as soon as it is loaded.
    awaited: StoredValue<Option<Screen>>,
    /// Whether what comes later is there.
    coming: RwSignal<Coming>,
    /// A person waits for something that is being loaded.
    waiting: RwSignal<bool>,
    root: StoredValue<HtmlElement, LocalStorage>,
}

impl App {
    pub fn new(
        model: &'static Model,
        host: Host,
        root: HtmlElement,
        locale: RwSignal<Locale>,
    ) -> Self {
        let assessment = RwSignal::new(Assessment::default());
        Self {
            model,
            version: StoredValue::new(None),
            firm: host.mode == Some(Mode::Firm),
            host: StoredValue::new_local(Rc::new(host)),
            locale,
            assessment,
            screen: RwSignal::new(Screen::Start),
            typed: RwSignal::default(),
            refused: RwSignal::default(),
            announcement: RwSignal::default(),
            drafts: Drafts::new(),
            survey: StoredValue::new(None),
            sending: StoredValue::new(None),
            handed: StoredValue::new(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default().downgrade()),
            changing: RwSignal::new(false),
            returning: RwSignal::new(Screen::Start),
            drawing: RwSignal::new(0),
            awaited: StoredValue::new(None),
            coming: RwSignal::new(Coming::Awaited),
            waiting: RwSignal::new(false),
            root: StoredValue::new_local(root),
        }
    }

    /// The model of the open assessment: without the texts that come later while they are not there.
    pub fn model(self) -> &'static Model {
        let version = self.version();
        version.unwrap_or_else(|| self.present_model())
    }

    /// The earlier version of the model that the open assessment is of, where it is not of the present one.
    pub fn version(self) -> Option<&'static Model> {
        self.version.try_get_value().flatten()
    }

    /// The model of what is begun here: that of the page, else the bundled one.
    pub fn present_model(self) -> &'static Model {
        let own = self.host().model;
        own.or_else(later::model).unwrap_or(self.model)
    }

    /// One firm answers, not the manager of a cluster.
    pub const fn is_firm(self) -> bool {
        self.firm
    }

    /// The legal rules: those of the page that holds the widget, else the bundled ones. There are none for a firm.
    pub fn rules(self) -> Option<&'static Rules> {
        if self.firm {
            return None;
        }
        self.host().rules.or_else(|| law::bundled().ok())
    }

    /// Something was loaded, what comes later or a language; false when the view is gone meanwhile.
    pub fn loaded(self) -> bool {
        let now = if later::now().is_some() {
            Coming::Here
        } else {
            Coming::Awaited
        };
        self.waiting.try_set(false);
        match self.coming.try_get_untracked() {
            Some(before) => before == now || self.coming.try_set(now).is_none(),
            None => false,
        }
    }

    /// What comes later did not come.
    pub fn not_loaded(self) {
        self.awaited.try_set_value(None);
        self.waiting.try_set(false);
        self.coming.try_set(Coming::Missing);
        self.tell("error", &[("reason", "network".into())]);
    }

    /// A person waits for something that is being loaded, until [`App::loaded`] or [`App::not_loaded`].
    pub fn waits(self) {
        self.waiting.try_set(true);
    }

    pub fn is_waiting(self) -> bool {
        self.waiting.get()
    }

    /// Whether what comes later is there; follows its coming.
    pub fn coming(self) -> Coming {
        self.coming.get()
    }

    /// Reads the assessment; inside the view this subscribes.
    pub fn with<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.assessment.with(read)
    }

    /// Reads the assessment once, without subscribing.
    pub fn peek<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.assessment.with_untracked(read)
    }

    /// Applies one change and says whether it holds. A refused one changes nothing and is told on the page.
    pub fn dispatch(self, command: Command) -> bool {
        self.dispatch_at("", command)
    }

    /// As [`App::dispatch`]; a refused change is told at the field with this id.
    pub fn dispatch_at(self, field: &str, command: Command) -> bool {
        let told = match &command {
            Command::SetEntry { indicator, .. } => Some(indicator.clone()),
            _ => None,
        };
        // Computed before the write guard is taken: nothing can fail while the signal is being written.
        match self.peek(|assessment| assessment.apply(self.model(), command)) {
            Ok(next) => {
                if self.peek(|now| *now != next) {
                    let told = told.filter(|id| {
                        self.peek(|now| host::answer(now, id) != host::answer(&next, id))
                    });
                    self.assessment.set(next);
                    self.drafts.changed(self);
                    if let Some(indicator) = told {
                        self.tell_answer(&indicator);
                    }
                }
                self.accept(field);
                true
            }
            Err(error) => {
                self.refuse(field, error);
                false
            }
        }
    }

    /// As it is when an assessment was just begun, without a browser.
    #[cfg(feature = "first-page")]
    pub fn pretend_begun(self, mode: Mode, screen: Screen) {
        self.assessment.update(|now| now.mode = mode);
        self.drafts.pretend_begun();
        self.screen.set(screen);
    }

    /// Puts another assessment in place of this one, under another draft, with the earlier version of the model that it is of.
    pub fn replace(self, assessment: Assessment, version: Option<&'static Model>) {
        self.put(assessment, version);
        self.draw_again();
    }

    fn put(self, assessment: Assessment, version: Option<&'static Model>) {
        self.version.set_value(version);
        self.forget_all_typed();
        if let (Some(survey), Some(later)) = (self.survey.get_value(), later::now()) {
            (later.forget_survey)(survey);
        }
        self.assessment.set(assessment);
    }

    /// No assessment is open any more; the page that stands goes back to the start.
    pub fn empty(self) {
        self.put(Assessment::default(), None);
        self.returning.set(Screen::Start);
    }

    pub fn screen(self) -> Screen {
        self.screen.get()
    }

    pub fn screen_now(self) -> Screen {
        self.screen.get_untracked()
    }

    /// As [`App::screen_now`]; `None` when the view is gone.
    pub fn screen_if_any(self) -> Option<Screen> {
        self.screen.try_get_untracked()
    }

    /// Which drawing of the page this is.
    pub fn drawing(self) -> u32 {
        self.drawing.get()
    }

    /// Makes the page anew, so that its fields show what is kept.
    pub fn draw_again(self) {
        self.drawing
            .update(|drawing| *drawing = drawing.wrapping_add(1));
    }

    /// Goes to a screen and moves focus to its heading.
    pub fn go(self, screen: Screen) {
        if self.comes_later(screen) && later::now().is_none() {
            self.awaited.set_value(Some(screen));
            return self.later(move |_| {
                if self.awaited.get_value() == Some(screen) {
                    self.go(screen);
                }
            });
        }
        self.awaited.set_value(None);
        self.forget_all_typed();
        // Taking away what has the focus would make the browser style both pages at once.
        focus::leave(&self.root());
        if let Some(later) = later::now() {
            (later.put_away)(self);
        }
        self.screen.set(screen);
        self.drafts.moved(self);
        if matches!(screen, Screen::Start | Screen::Erase) {
            self.drafts.list_again(self);
        }
        if matches!(screen, Screen::Question(_)) {
            self.prefetch();
        }
        self.arrived(screen);
        focus::first(self.root(), "h1");
    }

    /// Goes to a page about the product; [`App::return_back`] comes back from it.
    pub fn visit(self, screen: Screen) {
        if !matches!(
            self.screen_now(),
            Screen::Method | Screen::Accessibility | Screen::Erase
        ) {
            self.returning.set(self.screen_now());
        }
        self.go(screen);
    }

    fn comes_later(self, screen: Screen) -> bool {
        match screen {
            Screen::Question(index) => self
                .model
                .indicators
                .get(index)
                .is_some_and(|one| !one.comes_first()),
            other => other.comes_later(),
        }
    }

    /// Comes back from a page about the product.
    pub fn return_back(self) {
        self.go(self.returning.get_untracked());
    }

    /// Shows a screen without moving focus: the first one of a visit.
    pub fn open_at(self, screen: Screen) {
        self.screen.set(screen);
        self.arrived(screen);
    }

    /// The element the view is mounted in.
    pub fn root(self) -> HtmlElement {
        self.root.get_value()
    }

    /// What was typed into a field and is no answer yet.
    pub fn typed(self, field: &str) -> Option<String> {
        self.typed.with_untracked(|typed| find(typed, field))
    }

    /// As [`App::typed`], and follows it.
    pub fn typed_now(self, field: &str) -> Option<String> {
        self.typed.with(|typed| find(typed, field))
    }

    pub fn keep_typed(self, field: &str, text: String) {
        self.typed.update(|typed| {
            typed.retain(|(id, _)| id != field);
            typed.push((field.to_owned(), text));
        });
    }

    pub fn forget_all_typed(self) {
        self.typed.update(Vec::clear);
        self.refused.update(Vec::clear);
    }

    pub fn forget_typed(self, field: &str) {
        self.typed
            .update(|typed| typed.retain(|(id, _)| id != field));
    }

    /// The score of the assessment as it stands; inside the view this subscribes.
    pub fn score(self) -> Score {
        self.with(|assessment| score::score(self.model(), &assessment.entries))
    }

    /// The boundary while it is being given.
    pub fn survey(self) -> Survey {
        if let Some(there) = self.survey.get_value() {
            return there;
        }
        let made = self
            .owner
            .with_value(WeakOwner::upgrade)
            .map_or_else(Survey::new, |owner| owner.with(Survey::new));
        self.survey.set_value(Some(made));
        made
    }

    pub fn entry(self, indicator: &str) -> Entry {
        self.with(|assessment| {
            assessment
                .entries
                .get(indicator)
                .cloned()
                .unwrap_or_default()
        })
    }

    /// The legal verdicts of the assessment as it stands; empty where there are no rules.
    pub fn verdicts(self) -> Vec<law::Verdict<'static>> {
        self.rules().map_or_else(Vec::new, |rules| {
            self.with(|a| law::judge(rules, &law::Input::of(a)))
        })
    }

    /// Takes the boundary away, with the answers it gave.
    pub fn remove_boundary(self) {
        self.dispatch(Command::SetBoundary {
            record: None,
            derived: Vec::new(),
        });
    }
}

fn find(by_field: &[(String, String)], field: &str) -> Option<String> {
    let found = by_field.iter().find(|(id, _)| id == field);
    found.map(|(_, text)| text.clone())
}
