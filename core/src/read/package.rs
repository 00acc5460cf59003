//! Parts of an Office document and the links between them (Open Packaging Conventions), for workbooks and texts alike.

use super::{
    ReadError,
    archive::{Archive, Entry, LIMIT_ENTRIES},
    xml::{Event, Xml, root as root_of},
};

/// Names the part that a document begins with.
const ROOT: &str = "_rels/.rels";

/// The part that a document begins with, where its root element is this one.
pub(super) fn main_part<'a>(archive: &'a Archive<'_>, root: &str) -> Option<&'a Entry> {
    let links = links(archive, archive.entry(ROOT)?, "").ok()?;
    let link = links.into_iter().find(|link| link.is("officeDocument"))?;
    let listed = text(archive, link.entry?).ok()?;
    link.entry.filter(|_| root_of(&listed) == Ok(root))
}

/// A part as text.
pub(super) fn text(archive: &Archive<'_>, entry: &Entry) -> Result<String, ReadError> {
    String::from_utf8(archive.unpack(entry)?).map_err(|error| ReadError::BadEncoding {
        encoding: "UTF-8".into(),
        byte: error.utf8_error().valid_up_to() + 1,
    })
}

/// The links of a part, and `None` where it has none.
pub(super) fn links_of<'a>(
    archive: &'a Archive<'_>,
    part: &Entry,
) -> Option<Result<Vec<Link<'a>>, ReadError>> {
    let (folder, file) = part.name.rsplit_once('/').unwrap_or(("", &part.name));
    let listed = archive.entry(&resolve(folder, &format!("_rels/{file}.rels")))?;
    Some(links(archive, listed, folder))
}

/// From one part to another.
pub(super) struct Link<'a> {
    pub id: String,
    kind: String,
    /// `None` where the part is missing, or outside.
    pub entry: Option<&'a Entry>,
}

impl Link<'_> {
    pub(super) fn is(&self, kind: &str) -> bool {
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
pub(super) const fn count_one(count: &mut usize) -> Result<(), ReadError> {
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
