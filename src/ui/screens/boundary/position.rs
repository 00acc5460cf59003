//! Corners taken on site: stand at each one and take the device's position.

use gloo::timers::callback::Timeout;

use crate::ui::prelude::*;

use super::position_failure::position_failure;
use super::remove::{Question, ask_before};
use crate::assessment::limits;
use crate::boundary::{Crs, Fix, Shape};
use crate::platform::focus;
use crate::platform::position::{PositionProblem, Watch};
use crate::ui::components::button;
use crate::ui::state::App;
use crate::view_model::Taking;
use crate::view_model::map::outline_path;

/// So long the best position of a corner is waited for, milliseconds.
const TAKEN_IN_MS: u32 = 4_000;
/// A position less accurate than this, metres, says little about a corner.
const POOR_M: f64 = 25.0;
/// From so many corners on their shape is drawn.
const DRAWN: usize = 3;

const PUT_BACK: &str = "walk-put-back";

/// What the device says now.
#[derive(Clone, Copy)]
struct Site {
    app: App,
    watch: StoredValue<Option<Watch>, LocalStorage>,
    is_watching: RwSignal<bool>,
    now: RwSignal<Option<Fix>>,
    problem: RwSignal<Option<PositionProblem>>,
    taking: RwSignal<Option<Taking>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// The corner taken out last, and where it stood.
    removed: RwSignal<Option<(usize, Fix)>>,
}

impl Site {
    fn new(app: App) -> Self {
        Self {
            app,
            watch: StoredValue::new_local(None),
            is_watching: RwSignal::new(false),
            now: RwSignal::new(None),
            problem: RwSignal::new(None),
            taking: RwSignal::new(None),
            timer: StoredValue::new_local(None),
            removed: RwSignal::new(None),
        }
    }

    /// Asks the device for positions, anew where it was asked before.
    fn watch(self) {
        self.watch.set_value(None);
        match Watch::start(move |heard| self.hear(heard)) {
            Ok(watch) => {
                self.watch.set_value(Some(watch));
                self.is_watching.set(true);
            }
            Err(problem) => self.fail(problem),
        }
    }

    fn stop(self) {
        self.timer.set_value(None);
        self.watch.set_value(None);
    }

    fn hear(self, heard: Result<Fix, PositionProblem>) {
        match heard {
            Ok(fix) => {
                self.problem.set(None);
                self.now.set(Some(fix));
                if let Some(taking) = self.taking.get_untracked() {
                    self.go_on(taking.hear(fix));
                }
            }
            Err(problem) => self.fail(problem),
        }
    }

    fn fail(self, problem: PositionProblem) {
        self.now.set(None);
        self.problem.set(Some(problem));
        if !problem.passes() {
            // The browser has ended the watch by itself.
            self.is_watching.set(false);
            self.taking.set(None);
            self.timer.set_value(None);
        }
    }

    /// Takes the corner the person stands at. Asked anew, the device gives no position of the way there.
    fn take(self) {
        if self.taking.with_untracked(Option::is_some) {
            return;
        }
        self.taking.set(Some(Taking::default()));
        self.removed.set(None);
        self.app
            .announcement
            .set(self.app.t("boundary.walk.still").to_owned());
        self.timer
            .set_value(Some(Timeout::new(TAKEN_IN_MS, move || {
                if let Some(Some(taking)) = self.taking.try_get_untracked() {
                    self.go_on(taking.end());
                }
            })));
        self.watch();
    }

    fn go_on(self, taking: Taking) {
        let Some(fix) = taking.corner() else {
            return self.taking.set(Some(taking));
        };
        self.taking.set(None);
        let app = self.app;
        app.change_walk(|walk| walk.push(fix));
        let number = app.peek(|a| a.walk.len()).to_string();
        let said = app.fill(
            "boundary.walk.taken",
            &[
                ("corner", &number),
                ("accuracy", &accuracy(app, fix.accuracy_m)),
            ],
        );
        app.announcement.set(said);
    }

    fn remove(self, index: usize) {
        let app = self.app;
        let Some(fix) = app.peek(|a| a.walk.get(index).copied()) else {
            return;
        };
        app.change_walk(|walk| {
            walk.remove(index);
        });
        self.removed.set(Some((index, fix)));
        focus::later(app.root(), PUT_BACK.to_owned());
    }

    fn put_back(self) {
        if let Some((index, fix)) = self.removed.get_untracked() {
            self.app
                .change_walk(|walk| walk.insert(index.min(walk.len()), fix));
            self.removed.set(None);
            focus::later(self.app.root(), "walk-list".to_owned());
        }
    }

    fn clear(self) {
        let app = self.app;
        app.change_walk(Vec::clear);
        self.removed.set(None);
        app.announcement
            .set(app.t("boundary.walk.cleared").to_owned());
        focus::later(app.root(), "walk-start".to_owned());
    }
}

/// Longitude and latitude to a tenth of a metre.
fn place(app: App, fix: Fix, key: &str) -> String {
    let [lon, lat] = fix.place;
    app.fill(
        key,
        &[("lon", &app.number(lon, 6)), ("lat", &app.number(lat, 6))],
    )
}

/// "± 4 m"
fn accuracy(app: App, metres: f64) -> String {
    let digits = if metres < 10.0 { 1 } else { 0 };
    app.fill(
        "boundary.walk.accuracy",
        &[("figure", &app.number(metres, digits))],
    )
}

/// The way of giving a boundary; the device is asked for positions as long as it is on the page.
pub fn position(app: App) -> View {
    let site = Site::new(app);
    on_cleanup(move || site.stop());
    view! {
        <p class="hint">{app.t("boundary.walk.hint")}</p>
        {move || site.problem.get().map(|problem| position_failure(app, problem))}
        {move || here(site)}
        {list(site)}
    }
    .into_any()
}

/// Where the device is now, and the button that takes it.
fn here(site: Site) -> View {
    let app = site.app;
    if !site.is_watching.get() {
        let start = move || {
            site.problem.set(None);
            site.watch();
        };
        let label = move || {
            if site.problem.get().is_some() {
                app.t("boundary.walk.again")
            } else {
                app.t("boundary.walk.start")
            }
        };
        return view! { <p><button type="button" class="button" id="walk-start" on:click=move |_| start()>{label}</button></p> }.into_any();
    }
    let now = move || match site.now.get() {
        Some(fix) => app.fill(
            "boundary.walk.now",
            &[("accuracy", &accuracy(app, fix.accuracy_m))],
        ),
        None => app.t("boundary.walk.waiting").to_owned(),
    };
    let place = move || {
        let fix = site.now.get()?;
        Some(place(app, fix, "boundary.at.degrees"))
    };
    let poor = move || {
        let fix = site.now.get().filter(|fix| fix.accuracy_m > POOR_M)?;
        let figure = accuracy(app, fix.accuracy_m);
        Some(
            view! { <p class="small">{app.fill("boundary.walk.poor", &[("accuracy", &figure)])}</p> },
        )
    };
    let busy = move || site.taking.with(Option::is_some);
    let is_full = move || app.with(|a| a.walk.len()) >= limits::WALK_CORNERS;
    let off = move || busy() || is_full() || site.now.with(Option::is_none);
    let label = move || {
        if busy() {
            app.t("boundary.walk.still").to_owned()
        } else {
            let number = app.with(|a| a.walk.len() + 1).to_string();
            app.fill("boundary.walk.take", &[("corner", &number)])
        }
    };
    let take = move || {
        if !untrack(off) {
            site.take();
        }
    };
    let full = move || {
        is_full()
            .then(|| view! { <p>{app.count("boundary.move.too_many", limits::WALK_CORNERS)}</p> })
    };
    view! {
        <div class="panel walk__here">
            <p class="walk__now"><b>{now}</b><br /><span class="small soft">{place}</span></p>
            {poor}
            {full}
            <p><button type="button" class="button" id="walk-take" aria-disabled=move || off().then_some("true") on:click=move |_| take()>{label}</button></p>
        </div>
    }
    .into_any()
}

/// The corners taken so far.
fn list(site: Site) -> View {
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
