use crate::ui::prelude::*;

use crate::ui::state::App;

/// The levels and the points they begin at.
pub fn levels(app: App) -> View {
    let rows = app
        .model()
        .levels
        .iter()
        .map(|level| {
            view! {
                <tr>
                    <th scope="row">{format!("{} {}", level.number, app.text(&level.name))}</th>
                    <td class="num">{app.points(level.from)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="measures">
            <caption>{app.t("method.levels.table")}</caption>
            <thead><tr><th scope="col">{app.t("method.levels.name")}</th><th scope="col" class="num">{app.t("method.levels.from")}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Every indicator with its weight and what its numbers rest on.
pub fn indicators(app: App) -> View {
    let groups = app
        .model()
        .dimensions
        .iter()
        .enumerate()
        .map(|(index, dimension)| {
            let rows = app.model().of_dimension(index).map(|indicator| {
                view! {
                    <tr>
                        <th scope="row">{format!("{} {}", indicator.id, app.text(&indicator.name))}<span class="indicators__source">{app.text(&indicator.paper)}</span></th>
                        <td class="num">{app.points(indicator.weight)}</td>
                        <td>{app.text(&indicator.basis)}</td>
                    </tr>
                }
            });
            view! {
                <tbody>
                    <tr><th scope="rowgroup" colspan="3"><b>{app.text(&dimension.name)}</b></th></tr>
                    {rows.collect_view()}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="method-indicators">
            <table class="indicators">
                <caption class="hidden">{app.fill("method.indicators", &[("count", &app.model().indicators.len().to_string())])}</caption>
                <thead><tr>
                    <th scope="col">{app.t("method.indicator")}</th>
                    <th scope="col" class="num">{app.t("method.weight")}</th>
                    <th scope="col">{app.t("method.basis")}</th>
                </tr></thead>
                {groups}
            </table>
        </div>
    }
    .into_any()
}
