//! Why the device gives no position, and the way out.

use crate::ui::prelude::*;

use crate::platform::position::PositionProblem;
use crate::ui::state::App;

/// What is wrong, what to do about it, and what can be done without a position.
pub fn failure(app: App, problem: PositionProblem) -> View {
    let (what, out) = match problem {
        PositionProblem::Denied => ("boundary.walk.denied", "boundary.walk.denied.out"),
        PositionProblem::Withheld => ("boundary.walk.withheld", "boundary.walk.withheld.out"),
        PositionProblem::Insecure => ("boundary.walk.insecure", "boundary.walk.insecure.out"),
        PositionProblem::Missing => ("boundary.walk.missing", "boundary.walk.missing.out"),
        PositionProblem::Unavailable => {
            ("boundary.walk.unavailable", "boundary.walk.unavailable.out")
        }
        PositionProblem::Late => ("boundary.walk.late", "boundary.walk.late.out"),
    };
    let without = (!problem.passes()).then(|| app.t("boundary.walk.without"));
    view! {
        <div class="error-summary walk__failure" role="alert" tabindex="-1">
            <p><b>{app.t(what)}</b></p>
            <p>{app.t(out)}</p>
            {without.map(|text| view! { <p>{text}</p> })}
        </div>
    }
    .into_any()
}
