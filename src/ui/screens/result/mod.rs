//! The result: computed once per drawing, shown part by part.

mod certainty;
mod contributions;
mod dimensions;
mod heading;
mod keep;
mod legal;
mod limits;
mod overall;
mod place;
mod roadmap;
mod send;
mod title_block;
mod versions;

use crate::ui::prelude::*;

use crate::ui::components::empty_page;
use crate::ui::components::plain_button;
use crate::ui::screens::mismatches::mismatches;
use crate::ui::state::{App, Screen};
use crate::view_model::result::{Group, Standing, contributions as groups, standing};
use cluster_ready_core::assessment::Assessment;
use cluster_ready_core::law::{self, Verdict};
use cluster_ready_core::score::uncertainty::{Streams, Uncertainty, uncertainty};
use cluster_ready_core::score::{self, Action, Score};

/// Everything the page shows.
struct Shown {
    assessment: Assessment,
    score: Score,
    standing: Standing,
    groups: Vec<Group>,
    verdicts: Vec<Verdict<'static>>,
    actions: Vec<Action>,
    /// Indicators whose actions are more urgent because of a legal check.
    urgent: std::collections::BTreeSet<String>,
    /// How sure the overall value is, where one is shown.
    doubt: Option<Uncertainty>,
    /// The overall value once all actions are done.
    after: Option<f64>,
}

impl Shown {
    fn of(app: App) -> Self {
        let assessment = app.with(Assessment::clone);
        let score = app.score();
        let verdicts = app.verdicts();
        let urgent = law::linked(&verdicts);
        let actions = score::roadmap(app.model(), &assessment.entries, &score, &|id| {
            urgent.contains(id)
        });
        Self {
            doubt: uncertainty(
                app.model(),
                &assessment.entries,
                &mut Streams::of(app.model()),
            ),
            standing: standing(app.model(), &score),
            groups: groups(app.model(), &assessment, &score),
            after: score::after(app.model(), &assessment.entries, &score, &actions),
            assessment,
            score,
            verdicts,
            actions,
            urgent,
        }
    }
}

/// Score, level, dimensions, roadmap, legal checks, place, every indicator, and the limits of it all.
pub fn result(app: App) -> View {
    // Another tab may change the answers while the page stands.
    let page = move || {
        let shown = Shown::of(app);
        parts(app, &shown)
    };
    view! { <div class="sheet page page--report"><div class="page__main">{page}</div></div> }
        .into_any()
}

fn parts(app: App, shown: &Shown) -> Vec<View> {
    let mut parts = vec![
        heading::heading(app, shown),
        title_block::title_block(app, shown),
    ];
    parts.extend(versions::offer(app));
    if shown.standing == Standing::Empty {
        let way = plain_button(app.t("result.to_tasks"), move || app.go(Screen::Tasks));
        parts.push(empty_page(
            app.t("result.empty"),
            app.t("result.empty_text"),
            way,
        ));
    } else {
        parts.push(overall::overall(app, shown));
        parts.push(mismatches(app));
        parts.extend(versions::beside(app, shown));
        parts.push(dimensions::dimensions(app, shown));
        parts.extend(certainty::part(app, shown));
        parts.push(roadmap::roadmap(app, shown));
    }
    // A contribution has no legal checks, and a firm no boundary.
    if !app.is_firm() {
        parts.push(legal::legal(app, shown));
        parts.push(place::place(app, shown));
    }
    if shown.standing != Standing::Empty {
        parts.push(contributions::contributions(app, shown));
    }
    parts.push(limits::limits(app));
    parts.extend(send::send(app, shown));
    parts.push(keep::keep(app, shown));
    parts
}
