use crate::ui::prelude::*;

use super::Shown;
use super::certainty::{firm, sentence};
use super::contents::Contents;
use crate::ui::components::{link, paragraph, range_figure, span};
use crate::ui::state::{App, Screen};
use crate::view_model::result::{NextLevel, Part, Standing, levels, narrowing};
use cluster_ready_core::score;

/// The overall value with its range, the level or why there is none, and what the next level needs.
pub fn overall(app: App, shown: &Shown, contents: Contents) -> View {
    let here = match shown.standing {
        Standing::Level { level, .. } => Some(level),
        _ => None,
    };
    let class = match (&shown.standing, app.is_firm()) {
        (Standing::Level { .. } | Standing::NoLevels, _) => "score",
        (_, false) => "score score--withheld",
        // What stands beside a contribution is no level that could be withheld.
        (_, true) => "score score--range",
    };
    let (label, name) = if app.is_firm() {
        to_whom(app, shown)
    } else {
        level_and_name(app, here)
    };
    let is_firm = shown
        .doubt
        .as_ref()
        .is_some_and(|found| found.firm_level.is_some() && found.firm_level == here);
    let firm = is_firm.then(|| firm(app));
    let sentences = app
        .is_firm()
        .then(|| app.t("contribution.not_a_score").to_owned())
        .into_iter()
        .chain(level_sentences(app, shown))
        .map(|text| paragraph("measure", text))
        .collect_view();
    view! {
        <section class=class aria-labelledby="result-overall">
            <h2 id="result-overall" class="hidden">{app.t("result.overall")}</h2>
            <div class="score__top">
                <div><p class="score__label" aria-hidden="true">{app.t("result.overall")}</p>{figure(app, shown)}</div>
                <div class="flow"><div><p class="score__label">{label}</p><div class="score__level"><p class="score__name">{name}</p>{firm}</div></div>{sentences}</div>
            </div>
            {range_figure(app, &shown.score.overall, here)}
            {sure(app, shown, here, contents)}
        </section>
    }
    .into_any()
}

/// How sure the level is and the way to more of it; without an overall value what the thin line is.
fn sure(app: App, shown: &Shown, here: Option<u8>, contents: Contents) -> View {
    let Some(doubt) = &shown.doubt else {
        return range_text(app, shown);
    };
    let levels = here.and_then(|_| levels(app.model(), doubt));
    let sentence = levels.map(|levels| view! { <p><strong>{sentence(app, &levels)}</strong></p> });
    let way = link(app.t("result.front.to_certainty"), move || {
        contents.go(Part::Certainty)
    });
    view! { <div class="measure">{sentence}<p class="no-print">{way}</p></div> }.into_any()
}

fn level_and_name(app: App, here: Option<u8>) -> (String, String) {
    let Some(level) = here else {
        return (
            app.t("result.level").to_owned(),
            app.t("result.no_level").to_owned(),
        );
    };
    let label = app.fill(
        "result.level_of",
        &[
            ("level", &level.to_string()),
            ("levels", &app.model().levels.len().to_string()),
        ],
    );
    (label, level_name(app, level))
}

/// Instead of a level: to which cluster it is contributed.
fn to_whom(app: App, shown: &Shown) -> (String, String) {
    let cluster = match &shown.assessment.profile.firm {
        Some(firm) if !firm.cluster.is_empty() => {
            app.fill("contribution.to_cluster", &[("cluster", &firm.cluster)])
        }
        _ => app.t("contribution.to_its_cluster").to_owned(),
    };
    (app.t("contribution.label").to_owned(), cluster)
}

/// The value where there are enough answers for it; else the range takes its place.
fn figure(app: App, shown: &Shown) -> View {
    let range = &shown.score.overall;
    let (Some(low), Some(high)) = (range.low, range.high) else {
        return view! { <p class="score__figure"><span class="score__number">"–"</span></p> }
            .into_any();
    };
    let likely = shown.doubt.as_ref().map(|found| {
        let range = span(app, found.band.p05, found.band.p95);
        app.fill("result.likely", &[("range", &range)])
    });
    let span = span(app, low, high);
    let is_enough = matches!(shown.standing, Standing::Level { .. } | Standing::NoLevels);
    let (number, below) = match range.central {
        Some(value) if is_enough => {
            let possible = if shows_range(low, high) {
                app.fill("result.furthest", &[("range", &span)])
            } else {
                app.t("result.no_range").to_owned()
            };
            (app.points(value), vec![likely, Some(possible)])
        }
        Some(value) => {
            let value = app.points(value);
            let so_far = app.fill("result.so_far", &[("value", &value)]);
            (span, vec![Some(so_far)])
        }
        None => (span, Vec::new()),
    };
    let below: Vec<View> = below
        .into_iter()
        .flatten()
        .map(|text| paragraph("score__range", text))
        .collect();
    view! {
        <p class="score__figure"><span class="score__number">{number}</span><span class="score__of">{app.t("result.of_100")}</span></p>
        {below}
    }
    .into_any()
}

fn shows_range(low: f64, high: f64) -> bool {
    high - low > 1e-9
}

/// A level's name.
pub fn level_name(app: App, level: u8) -> String {
    app.model()
        .levels
        .iter()
        .find(|one| one.number == level)
        .map(|one| app.text(&one.name))
        .unwrap_or_default()
}

/// What a cluster of this level is like.
fn summary(app: App, level: u8) -> Option<String> {
    let mut levels = app.model().levels.iter();
    let level = levels.find(|one| one.number == level)?;
    Some(app.text(level.summary.as_ref()?))
}

/// A dimension's short name.
pub fn short_name(app: App, dimension: usize) -> String {
    app.model()
        .dimensions
        .get(dimension)
        .map(|one| app.text(&one.short))
        .unwrap_or_default()
}

fn short_names(app: App, dimensions: &[usize]) -> String {
    let names: Vec<String> = dimensions
        .iter()
        .map(|dimension| short_name(app, *dimension))
        .collect();
    names.join(", ")
}

fn level_sentences(app: App, shown: &Shown) -> Vec<String> {
    match &shown.standing {
        Standing::Empty | Standing::NoLevels => Vec::new(),
        Standing::NotRated { dimension } => vec![app.fill(
            "result.not_rated",
            &[("dimension", &short_name(app, *dimension))],
        )],
        Standing::Withheld {
            missing,
            without_answers,
        } => {
            let mut texts = vec![
                app.count("result.withheld", *missing),
                app.t("result.withheld_why").to_owned(),
            ];
            if !without_answers.is_empty() {
                let names = short_names(app, without_answers);
                texts.push(app.fill("result.without_answers", &[("dimensions", &names)]));
            }
            texts
        }
        Standing::Level {
            level,
            capped,
            looks_higher,
            next,
        } => {
            let mut texts: Vec<String> = summary(app, *level).into_iter().collect();
            if let Some((before, weakest)) = capped {
                let points = shown
                    .score
                    .dimensions
                    .get(*weakest)
                    .and_then(|one| one.range.central)
                    .unwrap_or_default();
                texts.push(app.fill(
                    "result.capped",
                    &[
                        ("before", &before.to_string()),
                        ("before_name", &level_name(app, *before)),
                        ("dimension", &short_name(app, *weakest)),
                        ("points", &app.points(points)),
                        ("level", &level.to_string()),
                    ],
                ));
            } else if let Some(held) = score::held_back(app.model(), &shown.score) {
                texts.push(app.fill(
                    "result.held_back",
                    &[
                        ("dimension", &short_name(app, held.dimension)),
                        ("points", &app.points(held.points)),
                        ("level", &held.highest.to_string()),
                        ("name", &level_name(app, held.highest)),
                    ],
                ));
            }
            if *looks_higher {
                texts.push(app.t("result.looks_higher").to_owned());
            }
            texts.push(match next {
                Some(next) => next_sentence(app, next),
                None => app.t("result.highest").to_owned(),
            });
            texts
        }
    }
}

fn next_sentence(app: App, next: &NextLevel) -> String {
    let names = short_names(app, &next.below);
    let arguments = [
        ("level", next.level.to_string()),
        ("name", level_name(app, next.level)),
        ("from", app.points(next.from)),
        ("floor", app.points(next.floor)),
        ("dimensions", names),
    ];
    let arguments: Vec<(&str, &str)> = arguments
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let key = match (
        next.overall_reached,
        next.below.is_empty(),
        next.floor > 0.0,
    ) {
        (true, ..) => "result.next_dimensions",
        (false, false, _) => "result.next_both",
        (false, true, true) => "result.next_points_keep",
        (false, true, false) => "result.next_points",
    };
    app.fill(key, &arguments)
}

/// What the thin line is, and which answers would shorten it most.
fn range_text(app: App, shown: &Shown) -> View {
    let missing = shown.score.counts.unknown + shown.score.counts.unanswered;
    if missing == 0 {
        return paragraph("measure", app.t("result.range_complete"));
    }
    let widest: Vec<String> = narrowing(&shown.score, 2)
        .into_iter()
        .filter_map(|index| app.model().indicators.get(index))
        .map(|indicator| app.fill("result.quoted", &[("name", &app.text(&indicator.name))]))
        .collect();
    let mut text = app.count("result.range_missing", missing);
    if !widest.is_empty() {
        let most = app.fill(
            "result.narrowing",
            &[("questions", &widest.join(app.t("result.and")))],
        );
        text = format!("{text} {most}");
    }
    view! {
        <div class="measure">
            <p>{text}</p>
            <p class="no-print">{link(app.t("result.to_missing"), move || app.go(Screen::Check))}</p>
        </div>
    }
    .into_any()
}
