//! The fuzz targets: one for each reader.

use crate::failure::Failure;

pub struct Target {
    pub name: &'static str,
    /// How the names of the files end that it begins with.
    pub seeds: &'static [&'static str],
    /// A file of `fuzz/dictionaries`.
    pub dictionary: Option<&'static str>,
    /// Longer inputs find what short ones find, and take longer.
    pub max_len: u64,
}

const fn target(
    name: &'static str,
    seeds: &'static [&'static str],
    dictionary: Option<&'static str>,
    max_len: u64,
) -> Target {
    Target {
        name,
        seeds,
        dictionary,
        max_len,
    }
}

const ARCHIVES: &[&str] = &[".zip", ".kmz", ".xlsx", ".docx", ".odt"];
const ANY: &[&str] = &[""];

pub const ALL: [Target; 16] = [
    target("archive", ARCHIVES, None, 16_384),
    target("corners", &[".csv", ".txt"], Some("table"), 4_096),
    target("docx", &[".docx", ".odt"], Some("docx"), 32_768),
    target("dxf", &[".dxf"], Some("dxf"), 20_000),
    target("geojson", &[".geojson", ".json"], Some("geojson"), 8_192),
    target("gpx", &[".gpx"], Some("gpx"), 8_192),
    target("kml", &[".kml"], Some("kml"), 8_192),
    target("kmz", &[".kmz"], Some("kml"), 16_384),
    target("pdf", &[".pdf"], Some("pdf"), 32_768),
    target("read", ANY, None, 8_192),
    target("result_file", &["example.json"], Some("result_file"), 8_192),
    target("shapefile", &[".zip"], Some("shapefile"), 16_384),
    target("shp", &[".zip"], None, 8_192),
    target("table", &[".csv", ".txt"], Some("table"), 4_096),
    target("wkt", &[".wkt"], Some("wkt"), 4_096),
    target("xlsx", &[".xlsx"], Some("xlsx"), 32_768),
];

/// The targets of these names; all without any.
///
/// # Errors
/// No target has one of the names.
pub fn chosen(names: &[String]) -> Result<Vec<&'static Target>, Failure> {
    if names.is_empty() {
        return Ok(ALL.iter().collect());
    }
    let named = |name: &String| {
        ALL.iter().find(|one| one.name == name).ok_or_else(|| {
            let known: Vec<&str> = ALL.iter().map(|one| one.name).collect();
            Failure::new(format!(
                "there is no fuzz target `{name}`; there are {}",
                known.join(" ")
            ))
        })
    };
    names.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace;

    #[test]
    fn every_file_of_the_targets_is_run() {
        let folder = workspace::root().join("fuzz/fuzz_targets");
        let mut files: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let named: Vec<String> = ALL.iter().map(|one| format!("{}.rs", one.name)).collect();
        assert_eq!(files, named);
    }

    #[test]
    fn unknown_target_is_refused_with_those_there_are() {
        assert_eq!(chosen(&["kml".to_owned()]).unwrap().len(), 1);
        let refused = chosen(&["kmx".to_owned()]).err().unwrap().to_string();
        assert!(refused.contains("kmx") && refused.contains("geojson"));
    }
}
