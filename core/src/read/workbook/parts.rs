//! Which sheets a workbook has and where they are.

use super::super::{
    ReadError,
    archive::{Archive, Entry},
    fold::lower_case,
    name,
    package::{count_one, links_of, main_part, text},
    xml::{Event, Xml},
};

/// A sheet that people see.
pub(super) struct Sheet<'a> {
    pub name: String,
    pub entry: &'a Entry,
}

/// The parts of a workbook that are read.
pub(super) struct Parts<'a> {
    pub sheets: Vec<Sheet<'a>>,
    /// Names of the sheets that people do not see.
    pub hidden: Vec<String>,
    pub strings: Option<&'a Entry>,
}

/// The part that lists the sheets: the one that the archive names, else by its name; some programs number it.
pub(in crate::read) fn workbook<'a>(archive: &'a Archive<'_>) -> Option<&'a Entry> {
    let by_name = |entry: &&Entry| {
        let name = lower_case(&entry.name);
        let file = name.strip_prefix("xl/");
        file.is_some_and(|file| file.starts_with("workbook") && file.ends_with(".xml"))
    };
    main_part(archive, "workbook").or_else(|| archive.entries().iter().find(by_name))
}

pub(super) fn find<'a>(archive: &'a Archive<'_>, workbook: &Entry) -> Result<Parts<'a>, ReadError> {
    let links = links_of(archive, workbook).ok_or(ReadError::CorruptArchive)??;
    let mut parts = Parts {
        sheets: Vec::new(),
        hidden: Vec::new(),
        strings: None,
    };
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
                let name =
                    name::name(&element.attribute("name").unwrap_or_default()).unwrap_or_default();
                // The prefix is the file's own.
                let id = element.prefixed("id").unwrap_or_default();
                let link = links.iter().find(|link| link.id == id);
                match link {
                    // Sheets of charts, dialogues and old macros hold no cells.
                    Some(link) if !link.is("worksheet") => {}
                    _ if is_hidden => parts.hidden.push(name),
                    // A sheet that people see is not left out in silence.
                    link => parts.sheets.push(Sheet {
                        name,
                        entry: link
                            .and_then(|link| link.entry)
                            .ok_or(ReadError::CorruptArchive)?,
                    }),
                }
            }
            Event::End => break,
            _ => {}
        }
    }
    let strings = links.iter().find(|link| link.is("sharedStrings"));
    parts.strings = strings.and_then(|link| link.entry);
    Ok(parts)
}
