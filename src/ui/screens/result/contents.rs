//! The table of contents: a rail on wide pages, on others a bar that opens. Both are in the document, and the style shows one.

use crate::ui::prelude::*;

use super::Shown;
use crate::platform::{focus, scrolling};
use crate::ui::components::svg;
use crate::ui::state::App;
use crate::view_model::result::{Entry, Extent, Group, Note, Part, contents, in_view, to_handle};

/// The line of the bar that is always in sight.
const BAR: &str = "contents-bar";

/// The parts and which of them is in view. Copies share it.
#[derive(Clone, Copy)]
pub struct Contents {
    app: App,
    entries: StoredValue<Vec<Entry>>,
    current: RwSignal<Part>,
    /// Where a person went by this table.
    asked_for: RwSignal<Option<Part>>,
    /// The bar is open.
    is_open: RwSignal<bool>,
}

impl Contents {
    pub fn of(app: App, shown: &Shown) -> Self {
        let to_handle = to_handle(&shown.verdicts.iter().collect::<Vec<_>>());
        let sum = |of: fn(&Group) -> usize| shown.groups.iter().map(of).sum();
        let entries = contents(Extent {
            standing: &shown.standing,
            has_overall: shown.score.overall.central.is_some(),
            is_firm: app.is_firm(),
            actions: shown.actions.len(),
            to_handle: if shown.has_law(app) {
                to_handle.len()
            } else {
                0
            },
            answered: sum(|one| one.answered),
            applicable: sum(|one| one.applicable),
        });
        let made = Self {
            app,
            entries: StoredValue::new(entries),
            current: RwSignal::new(Part::Summary),
            asked_for: RwSignal::new(None),
            is_open: RwSignal::new(false),
        };
        StoredValue::new_local(scrolling::on_scrolled(move || made.look()));
        made
    }

    /// Goes to a part.
    pub fn go(self, part: Part) {
        self.asked_for.set(Some(part));
        self.current.set(part);
        self.is_open.set(false);
        focus::at_top(&self.app.root(), part.id());
    }

    /// Which part is in view.
    fn look(self) {
        // Nothing where the page is gone.
        let entries = self.entries.try_with_value(Clone::clone);
        let (Some(entries), Some(before)) = (entries, self.current.try_get_untracked()) else {
            return;
        };
        let Some(height) = scrolling::height() else {
            return;
        };
        let ids: Vec<&str> = entries.iter().map(|one| one.part.id()).collect();
        let asked_for = self.asked_for.get_untracked();
        let at = entries.iter().position(|one| Some(one.part) == asked_for);
        let now = in_view(&scrolling::tops(&self.app.root(), &ids), height, at);
        let Some(now) = entries.get(now).map(|one| one.part) else {
            return;
        };
        if asked_for.is_some_and(|part| part != now) {
            self.asked_for.set(None);
        }
        if now != before {
            self.current.set(now);
        }
    }

    /// For wide pages.
    pub fn rail(self) -> View {
        let app = self.app;
        view! {
            <nav class="contents contents--rail no-print" aria-label=app.t("result.contents")>
                <p class="contents__head" aria-hidden="true">{app.t("result.contents.head")}</p>
                {self.list()}
            </nav>
        }
        .into_any()
    }

    /// For all others.
    pub fn bar(self) -> View {
        let app = self.app;
        let arrow = svg(
            "contents__arrow",
            "0 0 12 8",
            r#"<path class="mark__line" d="M1 1.5 6 6.5l5-5"/>"#,
        );
        let count = move || {
            let current = self.current.get();
            let (number, total) = self.entries.with_value(|entries| {
                let at = entries.iter().position(|one| one.part == current);
                (at.unwrap_or_default() + 1, entries.len())
            });
            let numbers = [
                ("number", &*app.whole(number)),
                ("total", &*app.whole(total)),
            ];
            app.fill("result.contents.count", &numbers)
        };
        // What is open is state, so that a choice can close it.
        let toggle = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            self.is_open.update(|open| *open = !*open);
        };
        let close = move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" && self.is_open.get_untracked() {
                focus::by_id(&app.root(), BAR);
                self.is_open.set(false);
            }
        };
        view! {
            <nav class="contents contents--bar no-print" aria-label=app.t("result.contents")>
                <div class="sheet">
                    <details class="contents__open" open=move || self.is_open.get() on:keydown=close>
                        <summary id=BAR class="contents__summary" on:click=toggle>
                            {arrow}
                            <span class="contents__now">{move || name(app, self.current.get())}</span>
                            <span class="contents__count">{count}</span>
                        </summary>
                        {self.list()}
                    </details>
                </div>
            </nav>
        }
        .into_any()
    }

    fn list(self) -> View {
        let app = self.app;
        let item = move |entry: Entry| {
            let part = entry.part;
            let current = move || (self.current.get() == part).then_some("location");
            let note = entry
                .note
                .map(|one| view! { " "<span class="contents__note">{note(app, one)}</span> });
            view! {
                <li><button type="button" class="contents__link" aria-current=current on:click=move |_| self.go(part)><span>{name(app, part)}</span>{note}</button></li>
            }
        };
        let items: Vec<Entry> = self.entries.get_value();
        view! { <ol class="contents__list">{items.into_iter().map(item).collect_view()}</ol> }
            .into_any()
    }
}

fn name(app: App, part: Part) -> &'static str {
    app.t(match part {
        Part::Summary => "result.contents.summary",
        Part::Pillars => "result.dimensions",
        Part::Certainty => "result.contents.certainty",
        Part::Actions => "result.contents.actions",
        Part::Law => "law.title",
        Part::Place => "result.place",
        Part::Answers => "result.indicators",
        Part::Method => "result.contents.method",
    })
}

fn note(app: App, note: Note) -> String {
    match note {
        Note::Actions(count) => app.count("result.contents.to_do", count),
        Note::ToHandle(count) => app.count("result.contents.to_handle", count),
        Note::Answered {
            answered,
            applicable,
        } => format!("{}/{}", app.whole(answered), app.whole(applicable)),
    }
}
