//! The core beside a peer on the same input in one run, so that figures of different machines can be held together: groups `score`, `stream`, `geojson`, `table` and `check`, each with
//! `own` and `peer`.

use std::collections::BTreeMap;
use std::hint::black_box;

use cluster_ready_bench_core::{geojson, ring, table};
use cluster_ready_core::assessment::file::{Parsed, read_answers};
use cluster_ready_core::boundary::{Crs, Shape, examine};
use cluster_ready_core::model;
use cluster_ready_core::read::{Hint, read};
use cluster_ready_core::score::score;
use cluster_ready_core::score::uncertainty::{Streams, everything, uncertainty};
use criterion::{Criterion, criterion_group, criterion_main};
use geographiclib_rs::{Geodesic, PolygonArea, Winding};
use serde_json::Value;

const CORNERS: u32 = 10_000;
/// Of a corner, metres.
const SIGMA_M: f64 = 1.0;
const RESULT: &str = include_str!("../../../packaging/kit/results/2-go-sen.cluster-ready.json");
const EXAMPLE: &str = include_str!("../../../data/example.json");

/// 34 answers to a score; the peer reads the same file as JSON.
fn scoring(c: &mut Criterion) {
    let model = model::bundled().expect("the bundled model");
    let entries = read_answers(EXAMPLE, model).expect("the worked example");
    let mut group = c.benchmark_group("score");
    group.bench_function("own", |b| b.iter(|| score(model, black_box(&entries))));
    group.bench_function("peer", |b| {
        b.iter(|| serde_json::from_str::<BTreeMap<String, Value>>(black_box(EXAMPLE)));
    });
    group.finish();
}

/// A line of a stream to its score; the peer reads the same line as JSON and does nothing with it.
fn streaming(c: &mut Criterion) {
    let model = model::bundled().expect("the bundled model");
    let file: Value = serde_json::from_str(RESULT).expect("JSON");
    let line = file.to_string();
    let mut group = c.benchmark_group("stream");
    group.bench_function("own", |b| {
        b.iter(|| {
            let parsed = Parsed::brief(black_box(&line)).expect("a result");
            let made_with = parsed.made_with();
            let entries = parsed.answers(model).expect("its answers");
            (made_with, score(model, &entries))
        });
    });
    group.bench_function("peer", |b| {
        b.iter(|| serde_json::from_str::<Value>(black_box(&line)));
    });
    group.finish();
}

/// Bytes to a boundary; the peer reads the same text as JSON, or its cells as numbers.
fn reading(c: &mut Criterion) {
    let ring = ring(CORNERS);
    let hint = Hint::default();
    let text = geojson(&ring);
    let mut group = c.benchmark_group("geojson");
    group.bench_function("own", |b| {
        b.iter(|| read(black_box(text.as_bytes()), &hint))
    });
    group.bench_function("peer", |b| {
        b.iter(|| serde_json::from_str::<Value>(black_box(&text)))
    });
    group.finish();

    let text = table(&ring);
    let mut group = c.benchmark_group("table");
    group.bench_function("own", |b| {
        b.iter(|| read(black_box(text.as_bytes()), &hint))
    });
    group.bench_function("peer", |b| {
        b.iter(|| {
            let cells = black_box(&text).lines().flat_map(|line| line.split(','));
            cells
                .filter_map(|cell| cell.parse::<f64>().ok())
                .sum::<f64>()
        });
    });
    group.finish();
}

/// Validity, projection and measures of a boundary; the peer gives its geodesic area alone.
fn checking(c: &mut Criterion) {
    let ring = ring(CORNERS);
    let shape = Shape::of_ring(ring.clone());
    let earth = Geodesic::wgs84();
    let mut group = c.benchmark_group("check");
    group.bench_function("own", |b| {
        b.iter(|| examine(black_box(&shape), Crs::Wgs84, SIGMA_M))
    });
    group.bench_function("peer", |b| {
        b.iter(|| {
            let mut area = PolygonArea::new(&earth, Winding::CounterClockwise);
            for [lon, lat] in black_box(&ring) {
                area.add_point(*lat, *lon);
            }
            area.compute(true)
        });
    });
    group.finish();
}

/// How sure a result is, with the streams at hand as on a page after its first band; the peer is a script in NumPy.
fn doubting(c: &mut Criterion) {
    let model = model::bundled().expect("the bundled model");
    let golden: Value =
        serde_json::from_str(include_str!("../../../tests/data/golden-scores.json")).expect("JSON");
    let cases = golden["cases"].as_array().expect("cases");
    let case = cases
        .iter()
        .find(|case| case["name"] == "typical-with-six-unknown")
        .expect("the case");
    let entries = read_answers(&case.to_string(), model).expect("its answers");
    let mut streams = Streams::of(model);
    c.benchmark_group("band").bench_function("own", |b| {
        b.iter(|| uncertainty(model, black_box(&entries), &mut streams));
    });
    c.benchmark_group("everything").bench_function("own", |b| {
        b.iter(|| everything(model, black_box(&entries), &mut streams));
    });
}

criterion_group!(benches, scoring, streaming, reading, checking, doubting);
criterion_main!(benches);
