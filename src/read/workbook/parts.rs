//! Which sheets a workbook has and where they are.

use super::{
    super::{
        ReadError,
        archive::{Archive, Entry, LIMIT_ENTRIES},
        fold::lower_case,
        name,
        xml::{Event, Xml, root as root_of},
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
    /// Names of the sheets that people do not see.
    pub hidden: Vec<String>,
    pub strings: Option<&'a Entry>,
}

/// Names the part that a document begins with.
const ROOT: &str = "_rels/.rels";

/// The part that lists the sheets: the one that the archive names, else by its name; some programs number it.
pub(in crate::read) fn workbook<'a>(archive: &'a Archive<'_>) -> Option<&'a Entry> {
    let named = archive.entry(ROOT).and_then(|root| {
        let links = links(archive, root, "").ok()?;
        let link = links.into_iter().find(|link| link.is("officeDocument"))?;
        let listed = text(archive, link.entry?).ok()?;
        link.entry.filter(|_| root_of(&listed) == Ok("workbook"))
    });
    let by_name = |entry: &&Entry| {
        let name = lower_case(&entry.name);
        let file = name.strip_prefix("xl/");
        file.is_some_and(|file| file.starts_with("workbook") && file.ends_with(".xml"))
    };
    named.or_else(|| archive.entries().iter().find(by_name))
}

pub(super) fn find<'a>(archive: &'a Archive<'_>, workbook: &Entry) -> Result<Parts<'a>, ReadError> {
    let (folder, file) = workbook
        .name
        .rsplit_once('/')
        .unwrap_or(("", &workbook.name));
    let listed = archive
        .entry(&resolve(folder, &format!("_rels/{file}.rels")))
        .ok_or(ReadError::CorruptArchive)?;
    let links = links(archive, listed, folder)?;
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

/// From one part to another.
struct Link<'a> {
    id: String,
    kind: String,
    /// `None` where the part is missing, or outside.
    entry: Option<&'a Entry>,
}

impl Link<'_> {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The links that a part lists; those of it begin in its folder.
fn links<'a>(
    archive: &'a Archive<'_>,
    listed: &Entry,
    folder: &str,
) -> Result<Vec<Link<'a>>, ReadError> {
    let mut links = Vec::new();
    let listed = text(archive, listed)?;
    let mut xml = Xml::new(&listed);
    let mut count = 0;
    loop {
        match xml.next()? {
            Event::Open(element) if element.name == "Relationship" => {
                count_one(&mut count)?;
                let attribute = |name| element.attribute(name).unwrap_or_default();
                links.push(Link {
                    id: attribute("Id"),
                    kind: attribute("Type"),
                    entry: archive.entry(&resolve(folder, &attribute("Target"))),
                });
            }
            Event::End => return Ok(links),
            _ => {}
        }
    }
}

/// Where a link leads from a folder: "xl/worksheets/a.xml" of "./worksheets/a.xml", "/xl/worksheets/a.xml" and the like.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let path = match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_parts_in_every_spelling() {
        for target in [
            "worksheets/a.xml",
            "./worksheets/a.xml",
            "/xl/worksheets/a.xml",
            "../xl/worksheets/a.xml",
            "worksheets\\a.xml",
            "worksheets/./b/../a.xml",
            "//xl//worksheets/a.xml",
        ] {
            assert_eq!(resolve("xl", target), "xl/worksheets/a.xml", "{target}");
        }
        assert_eq!(resolve("", "../../workbook.xml"), "workbook.xml");
    }
}
