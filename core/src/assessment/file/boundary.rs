//! `boundary`, `places` and `walk`: coordinates with every digit they came with.

use std::ops::RangeInclusive;

use crate::assessment::{BoundaryRecord, Place, Places, limits};
use crate::boundary::{Crs, Fix, Measures, Position, Shape};
use crate::json::{Fault, FaultKind, Node, Writer};

pub fn write_boundary(w: &mut Writer, record: Option<&BoundaryRecord>) {
    w.key("boundary");
    let Some(record) = record else {
        w.null();
        return;
    };
    w.open_object();
    w.key("file_name").text(&record.file_name);
    w.key("format").text(&record.format);
    w.key("crs").open_object_line();
    write_crs(w, record.crs);
    w.close();
    w.key("sigma_m").number(record.sigma_m);
    w.key("parts").open_list();
    for part in &record.given.parts {
        w.open_list();
        for ring in part {
            w.open_line();
            for corner in ring {
                write_position(w, *corner);
            }
            w.close();
        }
        w.close();
    }
    w.close();
    write_measures(w, record.measures.as_ref());
    w.close();
}

fn write_crs(w: &mut Writer, crs: Crs) {
    match crs {
        Crs::Wgs84 => w.key("system").text("wgs84"),
        Crs::Vn2000Tm3 { meridian } => {
            w.key("system").text("vn2000-tm3");
            w.key("meridian").number(meridian)
        }
        Crs::Vn2000Utm { zone } => {
            w.key("system").text("vn2000-utm");
            w.key("zone").whole(usize::from(zone))
        }
        Crs::Wgs84Utm { zone } => {
            w.key("system").text("wgs84-utm");
            w.key("zone").whole(usize::from(zone))
        }
        Crs::WebMercator => w.key("system").text("web-mercator"),
    };
}

fn write_position(w: &mut Writer, [x, y]: Position) {
    w.open_line().number(x).number(y).close();
}

fn write_measures(w: &mut Writer, measures: Option<&Measures>) {
    w.key("measures");
    let Some(measures) = measures else {
        w.null();
        return;
    };
    w.open_object();
    for (key, number) in [
        ("area_m2", measures.area_m2),
        ("plane_area_m2", measures.plane_area_m2),
        ("area_sd_m2", measures.area_sd_m2),
        ("perimeter_m", measures.perimeter_m),
        ("compactness", measures.compactness),
    ] {
        w.key(key).number(number);
    }
    w.key("province")
        .optional_text(measures.province.as_deref());
    w.key("centre");
    write_position(w, measures.centre);
    w.close();
}

pub fn write_places(w: &mut Writer, places: &Places) {
    w.key("places").open_object();
    w.key("university")
        .optional_text(places.university.as_deref());
    w.key("institute")
        .optional_text(places.institute.as_deref());
    w.key("added").open_list();
    for place in &places.added {
        w.open_object();
        w.key("name").text(&place.name);
        w.key("lon").number(place.lon);
        w.key("lat").number(place.lat);
        w.close();
    }
    w.close().close();
}

pub fn read_boundary(node: &Node) -> Result<BoundaryRecord, Fault> {
    Ok(BoundaryRecord {
        file_name: name(&node.field("file_name")?)?,
        format: name(&node.field("format")?)?,
        crs: read_crs(&node.field("crs")?)?,
        given: read_shape(&node.field("parts")?)?,
        sigma_m: not_negative(&node.field("sigma_m")?)?,
        measures: match node.optional("measures")? {
            Some(measures) => Some(read_measures(&measures)?),
            None => None,
        },
    })
}

fn read_crs(node: &Node) -> Result<Crs, Fault> {
    let system = node.field("system")?;
    let zone = || {
        let (node, zones) = (node.field("zone")?, limits::UTM_ZONES);
        let found = node.whole()?;
        let zone = u8::try_from(found).ok().filter(|zone| zones.contains(zone));
        zone.ok_or_else(|| {
            node.fault(FaultKind::OutOfRange {
                value: f64::from(found),
                min: f64::from(*zones.start()),
                max: f64::from(*zones.end()),
            })
        })
    };
    match system.text()? {
        "wgs84" => Ok(Crs::Wgs84),
        "vn2000-tm3" => Ok(Crs::Vn2000Tm3 {
            meridian: between(&node.field("meridian")?, &limits::MERIDIAN)?,
        }),
        "vn2000-utm" => Ok(Crs::Vn2000Utm { zone: zone()? }),
        "wgs84-utm" => Ok(Crs::Wgs84Utm { zone: zone()? }),
        "web-mercator" => Ok(Crs::WebMercator),
        other => Err(system.fault(FaultKind::UnknownWord {
            found: other.chars().take(80).collect(),
        })),
    }
}

fn read_shape(node: &Node) -> Result<Shape, Fault> {
    let mut corners = 0_usize;
    let mut parts = Vec::new();
    for part in node.items()? {
        let mut rings = Vec::new();
        for ring in part.items()? {
            let positions = ring.items()?;
            corners = corners.saturating_add(positions.len());
            if corners > limits::BOUNDARY_CORNERS {
                return Err(node.fault(FaultKind::TooMany {
                    found: corners,
                    limit: limits::BOUNDARY_CORNERS,
                }));
            }
            rings.push(positions.iter().map(position).collect::<Result<_, _>>()?);
        }
        parts.push(rings);
    }
    Ok(Shape { parts })
}

fn position(node: &Node) -> Result<Position, Fault> {
    match node.items()?.as_slice() {
        [x, y] => Ok([x.number()?, y.number()?]),
        _ => Err(node.fault(FaultKind::WrongType {
            expected: "a pair of numbers",
        })),
    }
}

fn read_measures(node: &Node) -> Result<Measures, Fault> {
    let number = |key: &str| not_negative(&node.field(key)?);
    Ok(Measures {
        area_m2: number("area_m2")?,
        plane_area_m2: number("plane_area_m2")?,
        area_sd_m2: number("area_sd_m2")?,
        perimeter_m: number("perimeter_m")?,
        compactness: number("compactness")?,
        province: match node.optional("province")? {
            Some(code) => Some(name(&code)?),
            None => None,
        },
        centre: centre(&node.field("centre")?)?,
    })
}

fn centre(node: &Node) -> Result<Position, Fault> {
    match node.items()?.as_slice() {
        [lon, lat] => Ok([
            between(lon, &limits::LONGITUDE)?,
            between(lat, &limits::LATITUDE)?,
        ]),
        _ => Err(node.fault(FaultKind::WrongType {
            expected: "a pair of numbers",
        })),
    }
}

pub fn read_places(node: &Node) -> Result<Places, Fault> {
    let chosen = |key: &str| node.optional(key)?.map(|id| name(&id)).transpose();
    let mut added = Vec::new();
    if let Some(list) = node.optional("added")? {
        let nodes = list.items()?;
        if nodes.len() > limits::PLACES {
            return Err(list.fault(FaultKind::TooMany {
                found: nodes.len(),
                limit: limits::PLACES,
            }));
        }
        for node in nodes {
            added.push(Place {
                name: name(&node.field("name")?)?,
                lon: between(&node.field("lon")?, &limits::LONGITUDE)?,
                lat: between(&node.field("lat")?, &limits::LATITUDE)?,
            });
        }
    }
    Ok(Places {
        university: chosen("university")?,
        institute: chosen("institute")?,
        added,
    })
}

/// Corners taken on site: longitude, latitude and accuracy of each. Most assessments have none.
pub fn write_walk(w: &mut Writer, walk: &[Fix]) {
    if walk.is_empty() {
        return;
    }
    w.key("walk").open_list();
    for fix in walk {
        let [lon, lat] = fix.place;
        w.open_line().number(lon).number(lat);
        w.number(fix.accuracy_m).close();
    }
    w.close();
}

pub fn read_walk(node: &Node) -> Result<Vec<Fix>, Fault> {
    let nodes = node.items()?;
    if nodes.len() > limits::WALK_CORNERS {
        return Err(node.fault(FaultKind::TooMany {
            found: nodes.len(),
            limit: limits::WALK_CORNERS,
        }));
    }
    nodes.iter().map(read_fix).collect()
}

fn read_fix(node: &Node) -> Result<Fix, Fault> {
    match node.items()?.as_slice() {
        [lon, lat, accuracy] => Ok(Fix {
            place: [
                between(lon, &limits::LONGITUDE)?,
                between(lat, &limits::LATITUDE)?,
            ],
            accuracy_m: not_negative(accuracy)?,
        }),
        _ => Err(node.fault(FaultKind::WrongType {
            expected: "longitude, latitude and accuracy",
        })),
    }
}

fn name(node: &Node) -> Result<String, Fault> {
    node.text_within(limits::NAME_CHARS).map(str::to_owned)
}

fn between(node: &Node, allowed: &RangeInclusive<f64>) -> Result<f64, Fault> {
    let value = node.number()?;
    if allowed.contains(&value) {
        return Ok(value);
    }
    Err(node.fault(FaultKind::OutOfRange {
        value,
        min: *allowed.start(),
        max: *allowed.end(),
    }))
}

/// An area, a length, a share.
pub fn not_negative(node: &Node) -> Result<f64, Fault> {
    between(node, &limits::NOT_NEGATIVE)
}
