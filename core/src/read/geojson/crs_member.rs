use super::{
    super::{ReadError, system::Stated},
    Json, scalar,
};
use crate::boundary::Crs;

/// The member `crs` of GeoJSON 2008: `{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9212"}}`.
pub(super) fn read(json: &mut Json<'_>) -> Result<Stated, ReadError> {
    let mut name = None;
    let mut members = json.begin(b'{')?;
    while let Some(key) = json.next_key(&mut members)? {
        if key != "properties" || json.peek() != Some(b'{') {
            json.skip()?;
            continue;
        }
        let mut inner = json.begin(b'{')?;
        while let Some(key) = json.next_key(&mut inner)? {
            let value = scalar(json)?;
            match key.as_str() {
                "name" | "code" | "href" => name = value,
                _ => {}
            }
        }
    }
    let name = name.unwrap_or_default();
    named(&name).ok_or(ReadError::UnknownCrs { found: name })
}

fn named(name: &str) -> Option<Stated> {
    if name.ends_with("CRS84") {
        return Some(Stated::Is(Crs::Wgs84));
    }
    let code = name.rsplit([':', '/', '#']).next()?;
    Stated::from_epsg(code.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_systems_are_known_in_every_spelling() {
        let meridian = Some(Stated::Is(Crs::Vn2000Tm3 { meridian: 106.25 }));
        for name in [
            "urn:ogc:def:crs:EPSG::9212",
            "EPSG:9212",
            "9212",
            "http://www.opengis.net/def/crs/EPSG/0/9212",
        ] {
            assert_eq!(named(name), meridian, "{name}");
        }
        let degrees = Some(Stated::Is(Crs::Wgs84));
        assert_eq!(named("urn:ogc:def:crs:OGC:1.3:CRS84"), degrees);
        assert_eq!(named("EPSG:4756"), Some(Stated::Vn2000Degrees));
        assert_eq!(named("urn:ogc:def:crs:EPSG::27700"), None);
    }
}
