//! Shapefiles: a bare `.shp`, or archives with one or several layers.

mod names;
mod parts;
mod projection;
mod records;

use names::Names;
pub(super) use parts::{is_part, is_system_or_encoding};
use projection::Named;
use records::Record;

use super::{
    Candidate, CrsFound, CrsOption, Format, Hint, Layer, Note, ReadError,
    archive::{Archive, Entry},
    findings::Findings,
    name::beginning,
};
use crate::boundary::{Crs, nest};

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
    /// Of the first layer that ends in zeros.
    blank_end: Option<Note>,
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
        let (records, end) = records::read(file)?;
        if self.blank_end.is_none() {
            self.blank_end = end.map(|end| Note::BlankEnd { byte: end + 1 });
        }
        for (index, record) in records.into_iter().enumerate() {
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
            Some(Named::Is(stated)) => Some(stated),
            Some(Named::LooksLike(_) | Named::Contradicts { .. }) | None => None,
        };
        let mut layer = self.found.into_layer(Format::Shapefile, stated, hint)?;
        layer.notes.extend(self.blank_end);
        layer.notes.extend(self.letters);
        match (named, &mut layer.crs) {
            (Some(Named::LooksLike(crs)), CrsFound::Unknown(options)) => propose(crs, options),
            (Some(Named::Contradicts { code }), _) => {
                layer.notes.push(Note::CodeAgainstParameters { code });
            }
            _ => {}
        }
        Ok(layer)
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
