use crate::ui::prelude::*;

use super::super::remove::{Question, ask_before};
use super::site::Site;
use super::{accuracy, place};
use crate::platform::focus;
use crate::ui::components::button;
use crate::ui::state::App;
use crate::view_model::map::outline_path;
use cluster_ready_core::boundary::{Crs, Fix, Shape};

/// From so many corners on their shape is drawn.
const DRAWN: usize = 3;

pub const PUT_BACK: &str = "walk-put-back";

/// The corners taken so far.
pub fn list(site: Site) -> View {
    let app = site.app;
    let any = Memo::new(move |_| app.with(|a| !a.walk.is_empty()));
    let failed = RwSignal::new(false);
    let open = move || {
        let opened = app.survey().open_walk(app);
        failed.set(!opened);
        focus::first(app.root(), if opened { "h1" } else { ".walk__few" });
    };
    let rows = move || {
        let walk = app.with(|a| a.walk.clone());
        walk.into_iter()
            .enumerate()
            .map(|(index, fix)| row(site, index, fix))
            .collect_view()
    };
    let few = move || {
        failed.get().then(|| {
            view! { <p class="error walk__few" role="alert" tabindex="-1">{app.t("boundary.walk.few")}</p> }
        })
    };
    let put_back = move || {
        let (index, _) = site.removed.get()?;
        let label = app.fill(
            "boundary.walk.put_back",
            &[("corner", &(index + 1).to_string())],
        );
        Some(
            view! { <p><button type="button" class="link-button" id=PUT_BACK on:click=move |_| site.put_back()>{label}</button></p> },
        )
    };
    let clear = Question {
        id: "walk-clear",
        label: "boundary.walk.clear",
        sure: "boundary.walk.clear.sure",
        keep: "boundary.remove.keep",
        go: "boundary.walk.clear.do",
    };
    let table = move || {
        any.get().then(|| {
            view! {
                <div class="walk__list">
                    <table class="corners">
                        <caption id="walk-list" tabindex="-1">{move || app.count("boundary.walk.list", app.with(|a| a.walk.len()))}</caption>
                        <thead><tr>
                            <th scope="col" class="num">{app.t("boundary.table.corner")}</th>
                            <th scope="col">{app.t("boundary.walk.place")}</th>
                            <th scope="col" class="num">{app.t("boundary.walk.column")}</th>
                            <th scope="col"><span class="hidden">{app.t("boundary.table.tools")}</span></th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                    {move || sketch(app)}
                </div>
            }
        })
    };
    let end = move || {
        any.get().then(|| {
            view! {
                <p class="actions">{button(app.t("boundary.type.open"), open)}</p>
                {ask_before(app, clear, move || site.clear())}
            }
        })
    };
    view! { {table}{put_back}{few}{end} }
}

fn row(site: Site, index: usize, fix: Fix) -> View {
    let app = site.app;
    let number = (index + 1).to_string();
    let label = app.fill("boundary.walk.remove", &[("corner", &number)]);
    view! {
        <tr>
            <th scope="row" class="num">{number}</th>
            <td>{place(app, fix, "boundary.walk.at")}</td>
            <td class="num">{accuracy(app, fix.accuracy_m)}</td>
            <td class="num"><button type="button" class="link-button" aria-label=label on:click=move |_| site.remove(index)>{app.t("boundary.walk.out")}</button></td>
        </tr>
    }
    .into_any()
}

/// The shape of the corners so far, as the map will have it.
fn sketch(app: App) -> Option<View> {
    let ring: Vec<_> = app.with(|a| a.walk.iter().map(|fix| fix.place).collect());
    if ring.len() < DRAWN {
        return None;
    }
    // Its angles are true.
    let path = outline_path(&Crs::WebMercator.shape_from_wgs84(&Shape::of_ring(ring)));
    let svg = format!(r#"<path class="map__area" fill-rule="evenodd" d="{path}"/>"#);
    Some(
        view! { <svg class="candidate__shape" viewBox="0 0 96 72" aria-hidden="true" focusable="false" inner_html=svg></svg> }
            .into_any(),
    )
}
