use leptos::prelude::*;

/// One segment of the scale bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Done,
    Now,
    Todo,
}

/// Progress as the segments of a scale bar; words say the same beside it.
pub fn steps(class: &'static str, steps: &[Step]) -> AnyView {
    #[allow(clippy::cast_precision_loss, reason = "a handful of segments")]
    let width = 100.0 / steps.len().max(1) as f64;
    let segments = steps.iter().enumerate().map(|(index, step)| {
        let class = match step {
            Step::Done => "steps__done",
            Step::Now => "steps__now",
            Step::Todo => "steps__todo",
        };
        #[allow(clippy::cast_precision_loss, reason = "a handful of segments")]
        let x = index as f64 * width + 0.4;
        format!(
            r#"<rect class="{class}" x="{x:.2}" y="0.5" width="{:.2}" height="7"/>"#,
            width - 0.8
        )
    });
    let body: String = segments.collect();
    view! { <svg class=class viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false" inner_html=body></svg> }
        .into_any()
}
