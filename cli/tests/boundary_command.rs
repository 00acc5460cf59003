//! The native command `boundary`: lines, choices, exit codes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::process::Command;

use serde_json::Value;

/// Exit code and lines of the command on files of the golden data.
fn boundary(arguments: &[&str]) -> (i32, Vec<Value>) {
    let output = Command::new(env!("CARGO_BIN_EXE_cluster-ready"))
        .current_dir(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../tests/data/boundary"
        ))
        .arg("boundary")
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    (output.status.code().unwrap(), lines)
}

#[test]
fn measured_file_has_ring_and_measures() {
    let (code, lines) = boundary(&["formats/boundary.geojson"]);
    let line = &lines[0];
    assert_eq!(code, 0);
    assert_eq!(line["file"], "formats/boundary.geojson");
    assert_eq!(line["outcome"], "ok");
    assert_eq!(line["crs"], "EPSG:4326");
    assert_eq!(line["issues"], serde_json::json!([]));
    assert_eq!(line["ring"].as_array().unwrap().len(), 15);
    assert!((line["area_m2"].as_f64().unwrap() - 297_503.234).abs() < 0.05);
    assert!((line["perimeter_m"].as_f64().unwrap() - 3033.3499).abs() < 0.001);
}

#[test]
fn files_without_a_system_ask_and_take_the_meridian_or_the_code() {
    let file = "formats/boundary_vn2000_EN.csv";
    let (code, lines) = boundary(&[file]);
    assert_eq!((code, lines[0]["outcome"].as_str()), (1, Some("needs_crs")));
    assert_eq!(lines[0]["crs_options"].as_array().unwrap().len(), 22);
    for choice in [["--meridian", "106.25"], ["--crs", "EPSG:9212"]] {
        let (code, lines) = boundary(&[choice[0], choice[1], file]);
        assert_eq!((code, lines[0]["outcome"].as_str()), (0, Some("ok")));
        assert_eq!(lines[0]["crs"], "EPSG:9212");
    }
}

#[test]
fn bad_file_is_one_line_and_the_others_are_still_done() {
    let (code, lines) = boundary(&["hostile/empty.csv", "missing.csv", "formats/hole.geojson"]);
    assert_eq!(code, 1);
    assert_eq!(lines[0]["error"], "EMPTY_FILE");
    assert_eq!(lines[1]["error"], "UNREADABLE");
    assert_eq!(lines[2]["outcome"], "ok");
}

#[test]
fn each_feature_has_its_line() {
    let (code, lines) = boundary(&["--each", "polygons.geojson"]);
    assert_eq!((code, lines.len()), (1, 44));
    assert_eq!(lines[24]["id"], "S25");
    assert_eq!(lines[24]["status"], "error");
    assert_eq!(
        lines[24]["issues"],
        serde_json::json!(["SELF_INTERSECTION"])
    );
    let (_, lines) = boundary(&["polygons.geojson"]);
    assert_eq!(lines[0]["outcome"], "choose");
    assert_eq!(lines[0]["candidates"], 44);
}

#[test]
fn unknown_system_is_a_wrong_command_line() {
    for arguments in [
        ["--crs", "EPSG:27700", "formats/boundary.geojson"],
        ["--meridian", "106.1", "formats/boundary.geojson"],
    ] {
        assert_eq!(boundary(&arguments), (2, Vec::new()));
    }
}

#[test]
fn what_was_left_aside_or_guessed_is_noted() {
    let (code, lines) = boundary(&["../found/kml_left_aside.kml"]);
    assert_eq!(code, 0);
    let notes = serde_json::json!([
        { "code": "NOT_POLYGONS", "count": 1 },
        { "code": "LINK_NOT_FOLLOWED", "address": "http://example.org/b.kml" },
    ]);
    assert_eq!(lines[0]["notes"], notes);
    let (_, lines) = boundary(&["--each", "../found/kml_left_aside.kml"]);
    assert_eq!((lines.len(), &lines[0]["notes"]), (2, &notes));
    let (_, lines) = boundary(&["../found/gpx_waypoints_only.gpx", "formats/boundary.kml"]);
    let guessed = serde_json::json!([{ "code": "WAYPOINTS_AS_CORNERS", "count": 4 }]);
    assert_eq!(lines[0]["notes"], guessed);
    assert_eq!(lines[1]["notes"], serde_json::json!([]));
    let (_, lines) = boundary(&["../found/dxf_title_frame.dxf"]);
    let frame = serde_json::json!([
        { "code": "FOREIGN_OUTLINE", "name": "KHUNG_TEN", "count": 1, "corner": 2, "x": 420, "y": 0 }
    ]);
    assert_eq!(lines[0]["notes"], frame);
}

#[test]
fn stated_area_stands_beside_the_measured_one_and_is_noted_where_they_are_apart() {
    let (code, lines) = boundary(&["../docx/annex.docx"]);
    assert_eq!(
        (code, &lines[0]["stated_area_m2"]),
        (0, &serde_json::json!(579_200))
    );
    let notes = lines[0]["notes"].as_array().unwrap();
    assert!(
        notes.iter().all(|note| note["code"] != "STATED_AREA"),
        "{notes:?}"
    );
    let (_, lines) = boundary(&["../docx/two_parcels.docx"]);
    assert_eq!(
        lines[0]["stated_areas_m2"],
        serde_json::json!([579_200, 122_100])
    );
    let (_, lines) = boundary(&["../found/tables/table_stated_area_wrong.txt"]);
    assert_eq!(lines[0]["outcome"], "ok");
    let apart = &lines[0]["notes"][0];
    assert_eq!(
        (&apart["code"], &apart["stated_m2"]),
        (
            &serde_json::json!("STATED_AREA"),
            &serde_json::json!(400_000)
        )
    );
}

#[test]
fn land_since_an_earlier_boundary_is_added_removed_and_kept() {
    // A boundary file and a result file with the same corners.
    for earlier in [
        "../overlay/earlier.kml",
        "../results/model-1.0.0.draft.json",
    ] {
        let arguments = [
            "--meridian",
            "105.5",
            "../overlay/expanded.csv",
            "--compare",
            earlier,
        ];
        let (code, lines) = boundary(&arguments);
        let line = &lines[0];
        let figure = |key: &str| line[key].as_f64().unwrap();
        assert_eq!(code, 0);
        for (key, hectares) in [
            ("added_ha", 19.7303),
            ("removed_ha", 1.7013),
            ("kept_ha", 39.3105),
            ("earlier_ha", 41.0118),
        ] {
            assert!((figure(key) - hectares).abs() < 2e-4, "{key} {line}");
        }
        let slivers = &line["within_accuracy"];
        assert!((slivers["width_m"].as_f64().unwrap() - 1.96 * 2_f64.sqrt()).abs() < 1e-12);
        let added = figure("added_ha") + slivers["added_ha"].as_f64().unwrap();
        assert!((figure("kept_ha") + added - figure("area_m2") / 1e4).abs() < 1e-5);
    }
    let (_, lines) = boundary(&["formats/boundary.geojson"]);
    assert_eq!(lines[0].get("added_ha"), None);
}

#[test]
fn earlier_boundary_that_cannot_be_measured_ends_the_command() {
    for (earlier, arguments) in [
        ("missing.kml", &[][..]),
        ("polygons.geojson", &[]),
        ("formats/boundary_vn2000_EN.csv", &[]),
        ("hostile/empty.csv", &[]),
        ("../results/format-1.cluster-ready.json", &["--each"]),
    ] {
        let file = ["formats/boundary.geojson", "--compare", earlier];
        let (code, lines) = boundary(&[arguments, &file].concat());
        assert_eq!(
            (code, lines.len()),
            (1 + i32::from(!arguments.is_empty()), 0)
        );
    }
    let file = [
        "formats/boundary.geojson",
        "--compare",
        "formats/boundary_vn2000_EN.csv",
    ];
    let (code, lines) = boundary(&[&file[..], &["--compare-crs", "EPSG:9212"]].concat());
    assert_eq!(code, 0);
    let kept = lines[0]["kept_ha"].as_f64().unwrap();
    assert!((kept - 29.750).abs() < 0.02, "{kept}");
}
