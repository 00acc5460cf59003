//! Shapefiles: a bare `.shp`, or archives with one or several layers.

mod names;
mod projection;
mod records;

use names::Names;
use projection::Named;
pub(super) use records::MAGIC;
use records::Record;

use super::{
    Candidate, CrsFound, CrsOption, Hint, Layer, Note, ReadError,
    archive::{Archive, Entry},
    findings::Findings,
    name::beginning,
};
use crate::boundary::{Crs, nest, vn2000_degrees_to_wgs84};

/// Reads a `.shp` that came alone.
pub(super) fn read(file: &[u8], hint: &Hint) -> Result<Layer, ReadError> {
    let mut found = Layers::default();
    found.add(file, None, None)?;
    found.into_layer(None, hint)
}

/// Reads every layer of an archive.
///
/// # Errors
/// Those of one layer; layers in different systems.
pub(super) fn read_archive(archive: &Archive<'_>, hint: &Hint) -> Result<Layer, ReadError> {
    let layers: Vec<&Entry> = archive.with_extension("shp").collect();
    let mut found = Layers::default();
    let mut system: Option<Option<Named>> = None;
    for layer in &layers {
        let beside = |extension: &str| {
            let mut entries = archive.with_extension(extension);
            let entry = entries.find(|entry| entry.stem() == layer.stem())?;
            Some(archive.unpack(entry))
        };
        let candidates = found.candidates();
        let title = (layers.len() > 1).then(|| beginning(layer.title()));
        // Names are a convenience: a damaged .dbf takes nothing from the boundary.
        let names = beside("dbf").and_then(Result::ok);
        found.add(&archive.unpack(layer)?, names.as_deref(), title)?;
        if found.candidates() == candidates {
            continue;
        }
        let own = match beside("prj") {
            Some(bytes) => projection::read(&bytes?)?,
            None => None,
        };
        if *system.get_or_insert(own) != own {
            return Err(ReadError::SeveralSystems);
        }
    }
    found.into_layer(system.flatten(), hint)
}

/// What the layers hold so far.
#[derive(Default)]
struct Layers {
    found: Findings,
    /// How the names are written where that is to be told.
    letters: Option<Note>,
}

impl Layers {
    fn candidates(&self) -> usize {
        self.found.areas.len() + self.found.lines.len()
    }

    /// Adds one layer; with a title where there are several.
    fn add(
        &mut self,
        file: &[u8],
        names: Option<&[u8]>,
        title: Option<&str>,
    ) -> Result<(), ReadError> {
        let names = names.and_then(Names::find);
        for (index, record) in records::read(file)?.into_iter().enumerate() {
            let (rings, list) = match record {
                Record::Rings(rings) => (rings, &mut self.found.areas),
                Record::Lines(rings) => (rings, &mut self.found.lines),
                Record::Other => {
                    self.found.others += 1;
                    continue;
                }
                Record::Nothing => continue,
            };
            if rings.iter().all(Vec::is_empty) {
                continue;
            }
            let name = names.as_ref().and_then(|names| names.name(index));
            if let Some(note) = name.as_ref().and_then(|name| name.letters.note()) {
                self.letters = Some(note);
            }
            list.push(Candidate {
                label: label(name.map(|name| name.text), title),
                shape: nest(rings).ok_or(ReadError::TooComplex)?,
                ..Candidate::default()
            });
        }
        Ok(())
    }

    fn into_layer(self, named: Option<Named>, hint: &Hint) -> Result<Layer, ReadError> {
        let stated = match named {
            Some(Named::Is(crs)) => Some(crs),
            Some(Named::Vn2000Degrees) => Some(Crs::Wgs84),
            Some(Named::LooksLike(_)) | None => None,
        };
        let mut layer = self.found.into_layer("shapefile", stated, hint)?;
        layer.notes.extend(self.letters);
        match (named, &mut layer.crs) {
            (Some(Named::Vn2000Degrees), CrsFound::Stated(_)) => move_to_wgs84(&mut layer),
            (Some(Named::LooksLike(crs)), CrsFound::Unknown(options)) => propose(crs, options),
            _ => {}
        }
        Ok(layer)
    }
}

/// From degrees on VN-2000; x and y in order afterwards.
fn move_to_wgs84(layer: &mut Layer) {
    let swapped = std::mem::take(&mut layer.axes_swapped);
    for candidate in &mut layer.candidates {
        candidate.shape = candidate
            .shape
            .map(|[x, y]| vn2000_degrees_to_wgs84(if swapped { [y, x] } else { [x, y] }));
    }
}

/// Puts one option before the others.
fn propose(crs: Crs, options: &mut [CrsOption]) {
    crate::order::by_key(options, |option| option.crs != crs);
    for option in options {
        option.recommended = option.crs == crs && option.in_viet_nam;
    }
}

/// The record's name, and that of its layer where there are several.
fn label(name: Option<String>, title: Option<&str>) -> Option<String> {
    match (name, title) {
        (Some(name), Some(title)) => Some(format!("{name} ({title})")),
        (name, title) => name.or_else(|| title.map(str::to_owned)),
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) mod writing;
