//! Assessments as people could make them, for property tests.

use std::collections::BTreeMap;

use cluster_ready_core::assessment::{
    Answer, Assessment, BoundaryRecord, ClusterKind, Date, Earlier, Entry, Expansion, Firm,
    ItemState, LegalFacts, Made, MadeWith, Mode, OldSign, Origin, Place, Places, Profile, Way,
};
use cluster_ready_core::boundary::{Crs, Fix, Measures, Shape};
use cluster_ready_core::model::{self, AnswerKind, Indicator, Model};
use cluster_ready_core::score::points;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

/// Any figure within the bounds, the bounds themselves often.
fn figure(min: f64, max: f64) -> BoxedStrategy<f64> {
    prop_oneof![4 => min..=max, 1 => Just(min), 1 => Just(max)].boxed()
}

/// An answer with points.
fn points_answer(indicator: &Indicator) -> BoxedStrategy<Answer> {
    match &indicator.answer {
        AnswerKind::Level(options) => {
            let options = u8::try_from(options.len()).unwrap();
            (0..options).prop_map(Answer::Level).boxed()
        }
        AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => {
            // Most people answer where the curve bends, not at the far end of what is allowed.
            let bend = spec.curve.points().last().unwrap()[0].min(spec.max);
            prop_oneof![figure(spec.min, bend), figure(spec.min, spec.max)]
                .prop_map(Answer::Number)
                .boxed()
        }
        AnswerKind::Numbers { parts, .. } => parts
            .iter()
            .map(|part| figure(part.min, part.max))
            .collect::<Vec<_>>()
            .prop_map(Answer::Numbers)
            .boxed(),
        AnswerKind::Choices { options, .. } => {
            let options = u8::try_from(options.len()).unwrap();
            btree_set(0..options, 0..=usize::from(options))
                .prop_map(|selected| Answer::Selected(selected.into_iter().collect()))
                .boxed()
        }
        AnswerKind::Checklist(items) => {
            let state = prop_oneof![
                Just(ItemState::Done),
                Just(ItemState::Partly),
                Just(ItemState::No)
            ];
            vec(state, items.len()).prop_map(Answer::Checklist).boxed()
        }
    }
}

/// A question of a model and two answers to it with points, the second with no fewer than the first.
pub fn rising_answers(model: &'static Model) -> BoxedStrategy<(&'static Indicator, [Answer; 2])> {
    let pair = |index: usize| {
        let indicator = &model.indicators[index];
        let answers = (points_answer(indicator), points_answer(indicator));
        answers.prop_map(move |(a, b)| {
            let is_rising = points(indicator, &a) <= points(indicator, &b);
            (indicator, if is_rising { [a, b] } else { [b, a] })
        })
    };
    (0..model.indicators.len()).prop_flat_map(pair).boxed()
}

fn any_answer(indicator: &Indicator) -> BoxedStrategy<Option<Answer>> {
    let mut kinds = vec![
        (6, points_answer(indicator).prop_map(Some).boxed()),
        (1, Just(Some(Answer::Unknown)).boxed()),
        (1, Just(None).boxed()),
    ];
    if let Some(allowed) = &indicator.not_applicable {
        let answer = Answer::NotApplicable(allowed.reason.clone());
        kinds.push((1, Just(Some(answer)).boxed()));
    }
    proptest::strategy::Union::new_weighted(kinds).boxed()
}

/// Answers to the cluster's questions in any state, without words.
pub fn answers() -> BoxedStrategy<BTreeMap<String, Entry>> {
    answers_to(model::bundled().unwrap())
}

/// As [`answers`], to the questions of a model.
pub fn answers_to(model: &'static Model) -> BoxedStrategy<BTreeMap<String, Entry>> {
    let all: Vec<_> = model.indicators.iter().map(any_answer).collect();
    all.prop_map(move |answers| {
        let given = model.indicators.iter().zip(answers);
        given
            .filter_map(|(indicator, answer)| Some((indicator.id.clone(), entry(answer?))))
            .collect()
    })
    .boxed()
}

pub fn entry(answer: Answer) -> Entry {
    Entry {
        answer: Some(answer),
        ..Entry::default()
    }
}

fn words(entry: Entry) -> BoxedStrategy<Entry> {
    let origin = prop_oneof![
        Just(None),
        Just(Some(Origin::Estimate)),
        Just(Some(Origin::Records)),
        Just(Some(Origin::Documented)),
        Just(Some(Origin::Boundary)),
    ];
    (any::<String>(), any::<String>(), origin)
        .prop_map(move |(note, evidence, origin)| Entry {
            note,
            evidence,
            origin,
            ..entry.clone()
        })
        .boxed()
}

/// An entry whose figure was chosen as a range or divided, and more said of it, where the question offers it.
fn aided(id: &str, entry: Entry) -> BoxedStrategy<Entry> {
    let indicator = model::bundled().unwrap().indicator(id).unwrap();
    let spec = indicator.figure();
    let Some((spec, aids)) = spec.and_then(|spec| Some((spec, spec.aids.as_ref()?))) else {
        return Just(entry).boxed();
    };
    let ids: Vec<String> = match &aids.also {
        Some(also) => also.options.iter().map(|one| one.id.clone()).collect(),
        None => Vec::new(),
    };
    let most = ids.len();
    let said = proptest::sample::subsequence(ids, 0..=most);
    let ranges: Vec<[f64; 2]> = aids.ranges().collect();
    let figures = match &aids.division {
        Some(_) => (0..=40_u32, 40..=400_u32)
            .prop_map(|(part, whole)| (Way::Ratio, [f64::from(part), f64::from(whole)]))
            .boxed(),
        None if ranges.is_empty() => Just((Way::Bracket, [0.0; 2])).boxed(),
        None => proptest::sample::select(ranges)
            .prop_map(|range| (Way::Bracket, range))
            .boxed(),
    };
    (figures, any::<[bool; 2]>(), said)
        .prop_map(move |((way, figures), from_profile, also)| {
            let made = Made {
                way,
                figures,
                from_profile,
            };
            match made.figure(spec) {
                Some(figure) => Entry {
                    answer: Some(Answer::Number(figure)),
                    made: Some(made),
                    also,
                    ..entry.clone()
                },
                None => Entry {
                    also,
                    ..entry.clone()
                },
            }
        })
        .boxed()
}

fn entries() -> BoxedStrategy<BTreeMap<String, Entry>> {
    let only_a_note = Entry {
        note: "không có trả lời".to_owned(),
        ..Entry::default()
    };
    answers()
        .prop_flat_map(move |mut answers| {
            answers
                .entry("M1".to_owned())
                .or_insert_with(|| only_a_note.clone());
            let all: Vec<_> = answers
                .into_iter()
                .map(|(id, entry)| {
                    let either = prop_oneof![
                        3 => Just(entry.clone()),
                        1 => words(entry.clone()),
                        1 => aided(&id, entry),
                    ];
                    (Just(id), either)
                })
                .collect();
            all.prop_map(|entries| entries.into_iter().collect())
        })
        .boxed()
}

fn date() -> impl Strategy<Value = Option<Date>> {
    (1900..=2200_i32, 1..=12_u8, 1..=31_u8)
        .prop_map(|(year, month, day)| Date::new(year, month, day))
}

fn number() -> BoxedStrategy<f64> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    (POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO).boxed()
}

fn not_negative() -> BoxedStrategy<f64> {
    number().prop_map(f64::abs).boxed()
}

fn facts() -> impl Strategy<Value = LegalFacts> {
    use Expansion::{Done, NotPlanned, Planned, UnderWay};
    use OldSign::{DetailedPlan, ListedWithTenants, Project};
    let flags = vec(any::<Option<bool>>(), 9);
    let numbers = vec(proptest::option::of(not_negative()), 5);
    let stage = proptest::option::of(proptest::sample::select(vec![
        NotPlanned, Planned, UnderWay, Done,
    ]));
    let signs = proptest::option::of(proptest::sample::subsequence(
        vec![Project, DetailedPlan, ListedWithTenants],
        0..=3,
    ));
    (flags, numbers, (stage, signs), any::<String>(), date()).prop_map(
        |(flags, numbers, (expansion, signs_before_2009), decision, last_report)| LegalFacts {
            mountainous: flags[0],
            inhabitants: flags[1],
            in_provincial_plan: flags[2],
            area_explanation: decision.chars().rev().collect(),
            decision,
            owner: flags[3],
            expansion,
            expansion_added_ha: numbers[3],
            signs_before_2009,
            connected_outside: flags[4],
            start_up_land_ha: numbers[4],
            demand_above_supply: flags[5],
            central_treatment: flags[6],
            automatic_monitoring: flags[7],
            incident_works: flags[8],
            craft_land_share: numbers[0],
            sector_land_share: numbers[1],
            services_share: numbers[2],
            last_report,
        },
    )
}

fn firm() -> impl Strategy<Value = Firm> {
    let numbers = any::<(Option<u32>, Option<u32>)>();
    (any::<String>(), numbers).prop_map(|(cluster, (workers, year))| Firm {
        cluster,
        workers,
        year,
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    let kind = prop_oneof![
        Just(ClusterKind::MultiIndustry),
        Just(ClusterKind::Specialised),
        Just(ClusterKind::CraftVillage),
        Just(ClusterKind::Supporting),
        Just(ClusterKind::HighTech),
        Just(ClusterKind::Eco),
    ];
    (
        vec(any::<String>(), 2),
        vec(any::<Option<String>>(), 2),
        proptest::option::of(kind),
        (date(), date()),
        vec(proptest::option::of(not_negative()), 4),
        any::<Option<u32>>(),
        proptest::option::of(firm()),
        facts(),
    )
        .prop_map(
            |(texts, ids, kind, dates, areas, tenants, firm, facts)| Profile {
                name: texts[0].clone(),
                province: ids[0].clone(),
                commune: texts[1].clone(),
                kind,
                industry: ids[1].clone(),
                established: dates.0,
                assessed: dates.1,
                declared_area_ha: areas[0],
                industrial_land_ha: areas[1],
                leased_land_ha: areas[2],
                approved_land_ha: areas[3],
                tenants,
                firm: firm.map(Box::new),
                facts,
            },
        )
}

fn position() -> impl Strategy<Value = [f64; 2]> {
    [number(), number()]
}

fn lon_lat() -> impl Strategy<Value = [f64; 2]> {
    [-180.0..=180.0, -90.0..=90.0]
}

fn record() -> impl Strategy<Value = BoundaryRecord> {
    let crs = prop_oneof![
        Just(Crs::Wgs84),
        (102.0..=108.5).prop_map(|meridian| Crs::Vn2000Tm3 { meridian }),
        (48..=49_u8).prop_map(|zone| Crs::Vn2000Utm { zone }),
        (48..=49_u8).prop_map(|zone| Crs::Wgs84Utm { zone }),
        Just(Crs::WebMercator),
    ];
    let measures = (vec(not_negative(), 5), any::<Option<String>>(), lon_lat());
    let measures = measures.prop_map(|(numbers, province, centre)| Measures {
        area_m2: numbers[0],
        plane_area_m2: numbers[1],
        area_sd_m2: numbers[2],
        perimeter_m: numbers[3],
        compactness: numbers[4],
        province,
        centre,
    });
    (
        any::<String>(),
        crs,
        vec(vec(vec(position(), 0..6), 0..3), 0..3),
        not_negative(),
        proptest::option::of(measures),
    )
        .prop_map(
            |(file_name, crs, parts, sigma_m, measures)| BoundaryRecord {
                file_name,
                format: "geojson".to_owned(),
                crs,
                given: Shape { parts },
                sigma_m,
                measures,
            },
        )
}

fn places() -> impl Strategy<Value = Places> {
    let place = (any::<String>(), lon_lat());
    let place = place.prop_map(|(name, [lon, lat])| Place { name, lon, lat });
    (
        any::<Option<String>>(),
        any::<Option<String>>(),
        vec(place, 0..4),
    )
        .prop_map(|(university, institute, added)| Places {
            university,
            institute,
            added,
        })
}

fn walk() -> impl Strategy<Value = Vec<Fix>> {
    let fix = (lon_lat(), not_negative());
    vec(
        fix.prop_map(|(place, accuracy_m)| Fix { place, accuracy_m }),
        0..5,
    )
}

/// Answers to a model that is not at hand.
fn earlier() -> impl Strategy<Value = Option<Box<Earlier>>> {
    let made_with = (any::<String>(), any::<String>(), any::<String>());
    let made_with = made_with.prop_map(|(id, version, hash)| MadeWith { id, version, hash });
    let earlier = (made_with, entries())
        .prop_map(|(made_with, entries)| Box::new(Earlier { made_with, entries }));
    proptest::option::weighted(0.2, earlier)
}

pub fn assessment() -> BoxedStrategy<Assessment> {
    (
        prop_oneof![Just(Mode::Quick), Just(Mode::Full)],
        profile(),
        entries(),
        proptest::option::of(record()),
        places(),
        walk(),
        any::<[bool; 2]>(),
        earlier(),
    )
        .prop_map(
            |(mode, profile, entries, boundary, places, walk, [example, stays], earlier)| {
                Assessment {
                    mode,
                    profile,
                    entries,
                    boundary,
                    places,
                    walk,
                    example,
                    earlier,
                    stays,
                }
            },
        )
        .boxed()
}
