use crate::ui::prelude::*;

use super::{facts, lacking, mark, verdict};
use crate::platform::intl;
use crate::ui::components::{fact, paragraph};
use crate::ui::state::App;
use cluster_ready_core::law::{Grade, Outcome, Verdict};
use cluster_ready_core::model::Text;

/// One check that needs action: outcome, facts, what to do, who decides and by when, the rule and where it stands.
pub fn case(app: App, of: &Verdict<'_>, common: Option<Grade>, notes: &[&Text]) -> View {
    let id = format!("case-{}", of.check.id());
    let class = if of.outcome == Outcome::NotMet {
        "case case--must"
    } else {
        "case"
    };
    let said = facts::sentences(app, &of.facts, of.outcome);
    let said = (!said.is_empty()).then(|| paragraph("measure", said));
    let next = of.check.next.as_ref().map(|next| {
        view! {
            <div class="case__next"><p class="case__label">{app.t("law.next")}</p><p>{app.text(next)}</p></div>
        }
    });
    let authority = of.check.authority.as_ref();
    let authority = authority.map(|who| fact(app.t("law.authority"), app.text(who)));
    let due = of.due.map(|date| {
        let date = intl::date(app.language(), date);
        fact(app.t("law.due_on"), date)
    });
    let citation = of.citation();
    let rule = citation.map(|citation| verdict::rule(app, &citation, &of.values));
    let rule = rule.map(|text| paragraph("measure", text));
    let beside = of.other.as_ref().map(|other| {
        let text = verdict::beside(app, other, notes);
        paragraph("measure", text)
    });
    let basis = verdict::source(app, of.set, citation.as_ref(), common, notes);
    view! {
        <article class=class aria-labelledby=id.clone()>
            <div class="case__head">{mark::outcome_tag(app, of.outcome)}<h4 class="case__title" id=id>{app.text(&of.check.title)}</h4></div>
            {said}
            {lacking::lacking(app, &of.missing)}
            {next}
            <dl class="case__facts">{authority}{due}<div class="case__wide"><dt>{app.t("law.basis")}</dt><dd>{basis}</dd></div></dl>
            {rule}
            {beside}
        </article>
    }
    .into_any()
}
