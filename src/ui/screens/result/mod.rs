//! The result: computed once per drawing, shown part by part.

mod certainty;
mod contents;
mod contributions;
mod dimensions;
mod front;
mod heading;
mod keep;
mod legal;
mod limits;
mod overall;
mod part;
mod place;
mod roadmap;
mod send;
mod title_block;
mod versions;

use crate::ui::prelude::*;

use self::contents::Contents;
use crate::platform::printing::unfold_for_print;
use crate::ui::components::{empty_page, plain_button};
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

    /// Whether the law says anything of it: of a cluster, where the rules can be read and a date chooses among them.
    fn has_law(&self, app: App) -> bool {
        !app.is_firm() && app.rules().is_some() && self.assessment.profile.assessed.is_some()
    }
}

/// A report: its front page with score, level and what to do, then the parts that the table of contents leads to.
pub fn result(app: App) -> View {
    StoredValue::new_local(unfold_for_print(&app.root()));
    // Another tab may change the answers while the page stands.
    let page = move || {
        let shown = Shown::of(app);
        let contents = Contents::of(app, &shown);
        view! {
            {contents.bar()}
            <div class="sheet page page--report">
                {contents.rail()}
                <div class="page__main">{parts(app, &shown, contents)}</div>
            </div>
        }
    };
    view! { <div class="result">{page}</div> }.into_any()
}

fn parts(app: App, shown: &Shown, contents: Contents) -> Vec<View> {
    let mut parts = vec![
        heading::heading(app, shown),
        title_block::title_block(app, shown),
    ];
    parts.extend(versions::offer(app));
    let is_empty = shown.standing == Standing::Empty;
    if is_empty {
        let way = plain_button(app.t("result.to_tasks"), move || app.go(Screen::Tasks));
        parts.push(empty_page(
            app.t("result.empty"),
            app.t("result.empty_text"),
            way,
        ));
    } else {
        parts.push(overall::overall(app, shown, contents));
        parts.push(keep::keep(app, shown));
        parts.push(mismatches(app));
        parts.extend(front::front(app, shown, contents));
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
    if !is_empty {
        parts.push(contributions::contributions(app, shown));
    }
    parts.push(limits::limits(app));
    parts.extend(send::send(app, shown));
    if is_empty {
        parts.push(keep::keep(app, shown));
    }
    parts.push(limits::paper(app));
    parts
}
