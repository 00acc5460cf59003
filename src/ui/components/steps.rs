use crate::ui::prelude::*;

/// One segment of the scale bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Done,
    Now,
    Todo,
}

/// Progress as the segments of a scale bar; words say the same beside it.
pub fn steps(class: &'static str, steps: &[Step]) -> View {
    // Whole units, a thousand to a segment; the gaps are the same however many there are.
    let count = steps.len().max(1);
    let gap = 4 * count;
    let segments = steps.iter().enumerate().map(|(index, step)| {
        let class = match step {
            Step::Done => "steps__done",
            Step::Now => "steps__now",
            Step::Todo => "steps__todo",
        };
        let (x, width) = (index * 1000 + gap, 1000_usize.saturating_sub(2 * gap));
        format!(r#"<rect class="{class}" x="{x}" y="0.5" width="{width}" height="7"/>"#)
    });
    let view_box = format!("0 0 {} 8", count * 1000);
    let body: String = segments.collect();
    view! { <svg class=class viewBox=view_box preserveAspectRatio="none" aria-hidden="true" focusable="false" inner_html=body></svg> }
        .into_any()
}
