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

const VN: [&str; 3] = ["VN-2000_TM-3_106-15", "GCS_VN_2000", "D_Vietnam_2000"];
const WGS: [&str; 3] = ["ranh_gioi", "GCS_WGS_1984", "D_WGS_1984"];

#[test]
fn vn_2000_is_known_by_each_of_its_names() {
    let expected = Named::Is(Crs::Vn2000Tm3 { meridian: 106.25 });
    for index in 0..3 {
        let mut names = ["x", "y", "z"];
        names[index] = VN[index];
        assert_eq!(found(&tm(names, "106.25", "0.9999")), expected);
    }
    assert_eq!(
        found(&tm(VN, "105.0", "0.9996")),
        Named::Is(Crs::Vn2000Utm { zone: 48 })
    );
}

#[test]
fn vn_2000_is_known_by_its_datum_shift() {
    let text = tm(["x", "y", "z"], "105.75", "0.9999").replace(
        "]],PRIMEM",
        "],TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],PRIMEM",
    );
    assert_eq!(found(&text), Named::Is(Crs::Vn2000Tm3 { meridian: 105.75 }));
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
        Named::Is(Crs::Wgs84Utm { zone: 48 })
    );
}

#[test]
fn degrees_are_told_apart_by_their_datum() {
    let wgs = r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#;
    assert_eq!(found(wgs), Named::Is(Crs::Wgs84));
    let vn = wgs.replace("GCS_WGS_1984", "GCS_VN-2000");
    assert_eq!(found(&vn), Named::Vn2000Degrees);
}

#[test]
fn code_of_the_system_itself_counts() {
    let text = tm(["x", "y", "z"], "1.0", "0.5");
    let code = text.replace(
        r#"UNIT["Meter",1.0]]"#,
        r#"UNIT["Meter",1.0],AUTHORITY["EPSG","9212"]]"#,
    );
    assert_eq!(found(&code), Named::Is(Crs::Vn2000Tm3 { meridian: 106.25 }));
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
        let name = text.split('"').nth(1).unwrap();
        assert_eq!(
            read(text.as_bytes()),
            Err(ReadError::UnknownCrs { found: name.into() })
        );
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
