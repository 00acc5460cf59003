use super::*;

fn tm(names: [&str; 3], meridian: &str, scale: &str) -> String {
    let [name, geographic, datum] = names;
    format!(
        r#"PROJCS["{name}",GEOGCS["{geographic}",DATUM["{datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{meridian}],PARAMETER["Scale_Factor",{scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#
    )
}

fn found(text: &str) -> Named {
    read(text.as_bytes()).unwrap().unwrap()
}

fn tm3(meridian: f64) -> Named {
    Named::Is(Stated::Is(Crs::Vn2000Tm3 { meridian }))
}

const VN: [&str; 3] = ["VN-2000_TM-3_106-15", "GCS_VN_2000", "D_Vietnam_2000"];
const WGS: [&str; 3] = ["ranh_gioi", "GCS_WGS_1984", "D_WGS_1984"];

#[test]
fn vn_2000_is_known_by_each_of_its_names() {
    let expected = tm3(106.25);
    for index in 0..3 {
        let mut names = ["x", "y", "z"];
        names[index] = VN[index];
        assert_eq!(found(&tm(names, "106.25", "0.9999")), expected);
    }
    assert_eq!(
        found(&tm(VN, "105.0", "0.9996")),
        Named::Is(Stated::Is(Crs::Vn2000Utm { zone: 48 }))
    );
}

#[test]
fn vn_2000_is_known_by_its_datum_shift() {
    let text = tm(["x", "y", "z"], "105.75", "0.9999").replace(
        "]],PRIMEM",
        "],TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],PRIMEM",
    );
    assert_eq!(found(&text), tm3(105.75));
}

#[test]
fn wgs_84_with_a_zone_of_vn_2000_is_asked() {
    let zone = Crs::Vn2000Tm3 { meridian: 106.25 };
    assert_eq!(found(&tm(WGS, "106.25", "0.9999")), Named::LooksLike(zone));
    assert_eq!(
        found(&tm(["x", "GCS_unknown", "D_Unknown"], "106.25", "0.9999")),
        Named::LooksLike(zone)
    );
}

#[test]
fn utm_on_wgs_84_is_what_it_says() {
    let names = ["WGS_1984_UTM_Zone_48N", "GCS_WGS_1984", "D_WGS_1984"];
    assert_eq!(
        found(&tm(names, "105.0", "0.9996")),
        Named::Is(Stated::Is(Crs::Wgs84Utm { zone: 48 }))
    );
}

#[test]
fn degrees_are_told_apart_by_their_datum() {
    let wgs = r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#;
    assert_eq!(found(wgs), Named::Is(Stated::Is(Crs::Wgs84)));
    let vn = wgs.replace("GCS_WGS_1984", "GCS_VN-2000");
    assert_eq!(found(&vn), Named::Is(Stated::Vn2000Degrees));
}

fn with_code(text: &str, code: u32) -> String {
    let code = format!(r#"UNIT["Meter",1.0],AUTHORITY["EPSG","{code}"]]"#);
    text.replace(r#"UNIT["Meter",1.0]]"#, &code)
}

#[test]
fn code_of_the_system_itself_counts() {
    let text = tm(["x", "y", "z"], "106.25", "0.9999");
    assert_eq!(found(&with_code(&text, 9212)), tm3(106.25));
    assert_eq!(found(r#"PROJCS["x",AUTHORITY["EPSG","6957"]]"#), tm3(105.0));
    let utm = tm(["x", "y", "z"], "105.0", "0.9996");
    let expected = Named::Is(Stated::Is(Crs::Wgs84Utm { zone: 48 }));
    assert_eq!(found(&with_code(&utm, 32648)), expected);
}

#[test]
fn code_or_name_against_the_parameters_is_asked() {
    let names = ["x", VN[1], VN[2]];
    for (meridian, scale, code) in [
        ("105.75", "0.9999", 9212),
        ("105.0", "0.9996", 9212),
        ("105.75", "0.9999", 27700),
    ] {
        let text = with_code(&tm(names, meridian, scale), code);
        assert_eq!(found(&text), Named::Contradicts { code }, "{text}");
    }
    for name in ["VN-2000 / TM-3 106-15", "VN2000_KTT_106_15"] {
        let text = tm([name, VN[1], VN[2]], "105.75", "0.9999");
        assert_eq!(found(&text), Named::Contradicts { code: 9212 });
    }
    let text = tm(["VN-2000 / TM-3 105-45", VN[1], VN[2]], "105.75", "0.9999");
    assert_eq!(found(&text), tm3(105.75));
}

#[test]
fn degrees_of_vn_2000_are_known_by_name_and_code_in_every_version() {
    for text in [
        r#"GEODCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257]],ID["EPSG",4756]]"#,
        r#"GEOGCRS["VN-2000",DATUM["Vietnam 2000"]]"#,
        r#"GEODETICCRS["x",GEODETICDATUM["Vietnam_2000"]]"#,
        r#"GEOGCS["x",DATUM["y"],AUTHORITY["EPSG","4756"]]"#,
    ] {
        assert_eq!(found(text), Named::Is(Stated::Vn2000Degrees), "{text}");
    }
    for text in [
        r#"GEOGCS["WGS 84",DATUM["WGS_1984"],AUTHORITY["EPSG","4756"]]"#,
        r#"GEOGCS["VN-2000",DATUM["Vietnam_2000"],AUTHORITY["EPSG","4131"]]"#,
        r#"GEOGCS["WGS 84",DATUM["WGS_1984"],PRIMEM["Paris",2.33722917]]"#,
    ] {
        assert_eq!(
            read(text.as_bytes()).unwrap_err().code(),
            "UNKNOWN_CRS",
            "{text}"
        );
    }
}

#[test]
fn other_systems_are_named() {
    let indian = [
        "Indian_1960_UTM_Zone_48N",
        "GCS_Indian_1960",
        "D_Indian_1960",
    ];
    for text in [
        tm(indian, "105.0", "0.9996"),
        tm(WGS, "15.0", "0.9996"),
        tm(VN, "106.3", "0.9999"),
        tm(VN, "106.25", "0.9999").replace("500000.0", "0.0"),
        tm(VN, "106.25", "0.9999").replace(r#""Meter",1.0"#, r#""Foot_US",0.3048006096"#),
    ] {
        let found: String = text.split('"').nth(1).unwrap().into();
        let error = if found == indian[0] || found == WGS[0] {
            ReadError::UnknownCrs { found }
        } else {
            ReadError::UnknownZone { found }
        };
        assert_eq!(read(text.as_bytes()), Err(error));
    }
}

#[test]
fn broken_text_is_no_system_and_blank_text_says_nothing() {
    let deep = format!("PROJCS[\"x\",GEOGCS{}", "[".repeat(5_000));
    for text in [
        deep.as_str(),
        "x",
        "PROJCS[\"x\"",
        "]",
        "\"",
        "PROJCS[\"x\",é[]]",
    ] {
        assert_eq!(read(text.as_bytes()).unwrap_err().code(), "UNKNOWN_CRS");
    }
    assert_eq!(read(b" \r\n"), Ok(None));
}
