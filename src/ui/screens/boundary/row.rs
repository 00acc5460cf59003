use crate::ui::prelude::*;
use wasm_bindgen::JsCast;

use super::corners::{Beside, names};
use crate::platform::{focus, intl};
use crate::ui::state::{App, CornerTable};
use cluster_ready_core::read::{CellProblem, Column};

/// So many marks of faults stand beside a corner; the list of problems names them all.
const FLAGS: usize = 2;

/// The table a row stands in.
#[derive(Clone, Copy)]
pub struct Place {
    pub app: App,
    pub table: CornerTable,
    pub beside: Signal<Beside>,
    /// The columns are longitude and latitude.
    pub degrees: Signal<bool>,
    /// Prefix of the fields' ids.
    pub id: &'static str,
    /// Id of the row whose corner is chosen on the map.
    pub chosen: Signal<Option<u32>>,
    /// Changes count at once; else the corners are only being collected.
    pub in_work: bool,
}

impl Place {
    fn changed(self) {
        if self.in_work {
            self.app.survey().table_changed(self.app);
        } else {
            self.table.read(&cluster_ready_core::read::Hint::default());
        }
    }

    /// What stood before this change can be taken back to.
    fn remember(self) {
        if self.in_work {
            self.app.survey().remember();
        }
    }

    fn restructure(self, change: impl FnOnce(CornerTable)) {
        self.remember();
        change(self.table);
        self.changed();
    }

    fn field(self, id: u32, column: Column) -> String {
        let word = match column {
            Column::First => "first",
            Column::Second => "second",
        };
        format!("{}-{id}-{word}", self.id)
    }
}

/// One corner: number, two fields, length of the edge, and what can be done with the row.
pub fn row(place: Place, index: usize, id: u32) -> View {
    let Place { app, beside, .. } = place;
    let number = (index + 1).to_string();
    let length = move || {
        beside.with(|beside| {
            beside
                .lengths
                .get(index)
                .map(|metres| intl::fixed(app.language(), *metres, 1))
        })
    };
    let flags = move || {
        beside.with(|beside| {
            beside
                .flags
                .iter()
                .filter(|(at, _)| *at == index)
                .map(|(_, letter)| letter.clone())
                .collect::<Vec<_>>()
        })
    };
    let bad = move || !flags().is_empty();
    let shown_flags = move || {
        let flags = flags();
        let more = (flags.len() > FLAGS).then_some("… ");
        let shown = flags
            .into_iter()
            .take(FLAGS)
            .map(|letter| {
                let said = app.fill("boundary.table.flag", &[("letter", &letter)]);
                view! { <span class="flag" aria-hidden="true">{letter}</span><span class="hidden">{said}</span> }
            })
            .collect_view();
        view! { {shown}{more} }
    };
    let chosen = move || place.chosen.get() == Some(id);
    let mark = move || {
        chosen().then(|| view! { <span class="corners__mark" aria-hidden="true">"▸"</span> })
    };
    let open = RwSignal::new(false);
    view! {
        <tr class:corners__chosen=chosen aria-current=move || chosen().then_some("true")>
            <th scope="row" class="num corners__number">{mark}{shown_flags}{number.clone()}</th>
            <td>{cell(place, index, id, Column::First)}</td>
            <td>{cell(place, index, id, Column::Second)}</td>
            <td class="num corners__wide" class:is-bad=bad>{length}</td>
            <td class="corners__tool">{tools_button(place, id, &number, open)}</td>
        </tr>
        {menu(place, index, id, open)}
    }
    .into_any()
}

fn cell(place: Place, index: usize, id: u32, column: Column) -> View {
    let Place { app, table, .. } = place;
    let text = table.rows.with_untracked(|rows| {
        rows.iter()
            .find(|row| row.id == id)
            .map(|row| match column {
                Column::First => row.first.to_string(),
                Column::Second => row.second.to_string(),
            })
            .unwrap_or_default()
    });
    // The first key in a field is one step that can be taken back, the others belong to it.
    let fresh = StoredValue::new(true);
    let write = move |text: &str| {
        if fresh.get_value() {
            fresh.set_value(false);
            place.remember();
        }
        table.write(id, column, text);
        place.changed();
    };
    let on_input = move |event: web_sys::Event| {
        let composing = event
            .dyn_ref::<web_sys::InputEvent>()
            .is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            write(&event_target_value(&event));
        }
    };
    let problem = move || {
        table.problems.with(|problems| {
            problems
                .iter()
                .find(|(row, at, _)| *row == id && *at == column)
                .map(|(.., problem)| *problem)
        })
    };
    let label = move || {
        let [first, second] = names(app, place.degrees.get());
        let column = match column {
            Column::First => first,
            Column::Second => second,
        };
        let corner = (index + 1).to_string();
        app.fill(
            "boundary.table.cell",
            &[("corner", &corner), ("column", column)],
        )
    };
    let field = place.field(id, column);
    let error = format!("{field}-error");
    let described = error.clone();
    let described = move || problem().map(|_| described.clone());
    let told = move || {
        problem().map(|problem| {
            let key = match problem {
                CellProblem::Blank => "boundary.cell.blank",
                CellProblem::NotANumber => "boundary.cell.not_number",
                CellProblem::OutOfRange => "boundary.cell.range",
            };
            view! { <span class="corners__error" id=error.clone()>{app.t(key)}</span> }
        })
    };
    view! {
        <input
            class="input corners__input"
            id=field
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-label=label
            aria-describedby=described
            aria-invalid=move || problem().is_some().then_some("true")
            value=text
            on:focus=move |_| fresh.set_value(true)
            on:input=on_input
            on:compositionend=move |event| write(&event_target_value(&event))
        />
        {told}
    }
    .into_any()
}

/// Opens the row's tools.
fn tools_button(place: Place, id: u32, number: &str, open: RwSignal<bool>) -> View {
    let label = place.app.fill("boundary.row.tools", &[("corner", number)]);
    view! {
        <button
            type="button"
            class="corners__remove"
            id=format!("{}-{id}-tools", place.id)
            aria-label=label
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >"⋯"</button>
    }
    .into_any()
}

/// Up, down, insert, delete: in a row of their own, which covers nothing.
fn menu(place: Place, index: usize, id: u32, open: RwSignal<bool>) -> View {
    let Place { app, table, .. } = place;
    let tool = move |key: &'static str, act: Callback<()>, off: Signal<bool>| {
        view! {
            <button type="button" class="link-button" disabled=move || off.get() on:click=move |_| act.run(())>{app.t(key)}</button>
        }
        .into_any()
    };
    let never = Signal::derive(|| false);
    let last = Signal::derive(move || table.rows.with(|rows| index + 1 >= rows.len()));
    let first = Signal::derive(move || index == 0);
    // A row that moves is made anew: focus goes after it.
    let follow = move || focus::later(app.root(), format!("{}-{id}-tools", place.id));
    let up = Callback::new(move |()| {
        place.restructure(|table| table.exchange(index.saturating_sub(1)));
        follow();
    });
    let down = Callback::new(move |()| {
        place.restructure(|table| table.exchange(index));
        follow();
    });
    let insert = Callback::new(move |()| {
        place.restructure(|table| table.insert(index + 1));
        let new = table
            .rows
            .with_untracked(|rows| rows.get(index + 1).map(|row| row.id));
        if let Some(new) = new {
            focus::later(app.root(), place.field(new, Column::First));
        }
    });
    let remove = Callback::new(move |()| {
        place.restructure(|table| table.remove(index));
        let next = table
            .rows
            .with_untracked(|rows| rows.get(index).or_else(|| rows.last()).map(|row| row.id));
        match next {
            Some(next) => focus::later(app.root(), place.field(next, Column::First)),
            None => focus::first(app.root(), "h1"),
        }
    });
    let body = move || {
        open.get().then(|| {
            view! {
                <tr>
                    // On narrow pages the table has four columns: a fifth would be made for this cell.
                    <td colspan="4">
                        <div class="corners__menu" role="group" aria-label=app.t("boundary.table.tools")>
                            {tool("boundary.row.up", up, first)}
                            {tool("boundary.row.down", down, last)}
                            {tool("boundary.row.insert", insert, never)}
                            {tool("boundary.row.remove", remove, never)}
                        </div>
                    </td>
                </tr>
            }
        })
    };
    body.into_any()
}
