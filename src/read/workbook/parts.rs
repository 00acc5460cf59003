//! Which sheets a workbook has and where they are.

use super::{
    super::{
        ReadError,
        archive::{Archive, Entry, LIMIT_ENTRIES},
        name,
        xml::{Event, Xml},
    },
    text,
};

/// A sheet that people see.
pub(super) struct Sheet<'a> {
    pub name: String,
    pub entry: &'a Entry,
}

/// The parts of a workbook that are read.
pub(super) struct Parts<'a> {
    pub sheets: Vec<Sheet<'a>>,
    pub strings: Option<&'a Entry>,
}

/// The part that lists the sheets; some programs number it.
pub(in crate::read) fn workbook<'a>(archive: &'a Archive<'_>) -> Option<&'a Entry> {
    archive.entries().iter().find(|entry| {
        let file = entry.name.strip_prefix("xl/");
        file.is_some_and(|file| file.starts_with("workbook") && file.ends_with(".xml"))
    })
}

pub(super) fn find<'a>(archive: &'a Archive<'_>, workbook: &Entry) -> Result<Parts<'a>, ReadError> {
    let links = links(archive, workbook)?;
    let mut sheets = Vec::new();
    let listed = text(archive, workbook)?;
    let mut xml = Xml::new(&listed);
    let mut count = 0;
    loop {
        match xml.next()? {
            Event::Open(element) if element.name == "sheet" => {
                count_one(&mut count)?;
                let is_hidden = element
                    .attribute("state")
                    .is_some_and(|state| state != "visible");
                let id = element.attribute("r:id").unwrap_or_default();
                let link = links
                    .iter()
                    .find(|link| link.id == id && link.is("worksheet"));
                if let Some(link) = link.filter(|_| !is_hidden) {
                    sheets.push(Sheet {
                        name: name::name(&element.attribute("name").unwrap_or_default())
                            .unwrap_or_default(),
                        entry: link.entry,
                    });
                }
            }
            Event::End => break,
            _ => {}
        }
    }
    let strings = links.iter().find(|link| link.is("sharedStrings"));
    Ok(Parts {
        sheets,
        strings: strings.map(|link| link.entry),
    })
}

/// From the workbook to another part.
struct Link<'a> {
    id: String,
    kind: String,
    entry: &'a Entry,
}

impl Link<'_> {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Links to parts that are there.
fn links<'a>(archive: &'a Archive<'_>, workbook: &Entry) -> Result<Vec<Link<'a>>, ReadError> {
    let mut links = Vec::new();
    let name = format!("xl/_rels/{}.rels", workbook.file_name());
    let listed = archive.entry(&name).ok_or(ReadError::CorruptArchive)?;
    let listed = text(archive, listed)?;
    let mut xml = Xml::new(&listed);
    let mut count = 0;
    loop {
        match xml.next()? {
            Event::Open(element) if element.name == "Relationship" => {
                count_one(&mut count)?;
                let attribute = |name| element.attribute(name).unwrap_or_default();
                let target = attribute("Target");
                let path = match target.strip_prefix('/') {
                    Some(path) => path.to_owned(),
                    None => format!("xl/{target}"),
                };
                if let Some(entry) = archive.entry(&path) {
                    links.push(Link {
                        id: attribute("Id"),
                        kind: attribute("Type"),
                        entry,
                    });
                }
            }
            Event::End => return Ok(links),
            _ => {}
        }
    }
}

/// Each sheet is looked up among the links, and each link among the files: more of them than there can be files is damage,
/// and would take its time.
const fn count_one(count: &mut usize) -> Result<(), ReadError> {
    *count += 1;
    if *count > LIMIT_ENTRIES {
        return Err(ReadError::CorruptArchive);
    }
    Ok(())
}
