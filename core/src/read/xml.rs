//! XML as a stream of elements and texts: nothing is expanded or fetched, nesting is limited, and a file that ends
//! before its root does is an error.

mod attribute;

use std::borrow::Cow;

use quick_xml::{
    Reader,
    events::{BytesStart, Event as Raw},
};

use super::{Found, ReadError, blank::is_blank, name::name, place::line_column};

/// Deepest nesting of elements. Folders within folders of a map program go some ten deep.
pub(super) const LIMIT_DEPTH: usize = 64;

pub(super) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Names of the open elements, outermost first.
    open: Vec<&'a str>,
    /// Where the last event began.
    at: usize,
    /// The last event was an empty element, whose end is still to be told.
    closes: bool,
    has_root: bool,
}

/// What comes next.
pub(super) enum Event<'a> {
    Open(Element<'a>),
    /// The element of this name ends.
    Close(&'a str),
    Text(Cow<'a, str>),
    End,
}

/// An element that begins.
pub(super) struct Element<'a> {
    /// Without prefix.
    pub name: &'a str,
    tag: BytesStart<'a>,
}

impl Element<'_> {
    /// An attribute's value; of several of one name the first.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.value(&|key| key == name)
    }

    /// The value of the first attribute whose name has a prefix, whatever it is, before this one.
    pub(super) fn prefixed(&self, name: &str) -> Option<String> {
        self.value(&|key| key.split_once(':').is_some_and(|(_, local)| local == name))
    }

    fn value(&self, is_wanted: &dyn Fn(&str) -> bool) -> Option<String> {
        let value = attribute::raw(self.tag.attributes_raw(), is_wanted)?;
        Some(attribute::normalized(value).unwrap_or_else(|| value.to_owned()))
    }
}

/// The text within an element, and where it begins.
pub(super) struct Content<'a> {
    pub at: usize,
    pub text: Cow<'a, str>,
}

impl Content<'_> {
    /// The text as a name; `None` when blank.
    pub(super) fn name(&self) -> Option<String> {
        name(&self.text)
    }
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        // Written by hand, "Cụm A & B" is common in names.
        reader.config_mut().allow_dangling_amp = true;
        Self {
            text,
            reader,
            open: Vec::new(),
            at: 0,
            closes: false,
            has_root: false,
        }
    }

    /// The next event.
    ///
    /// # Errors
    /// Text that is no XML, too deep, cut short, or has a document type that defines anything.
    pub(super) fn next(&mut self) -> Result<Event<'a>, ReadError> {
        if std::mem::take(&mut self.closes) {
            return Ok(Event::Close(self.open.pop().unwrap_or_default()));
        }
        loop {
            self.at = self.position();
            let event = self.reader.read_event();
            match event.map_err(|_| self.bad_here())? {
                Raw::Start(tag) => return self.begin(tag),
                Raw::Empty(tag) => {
                    self.closes = true;
                    return self.begin(tag);
                }
                Raw::End(_) => return Ok(Event::Close(self.open.pop().unwrap_or_default())),
                Raw::Text(text) => {
                    if let Some(text) = self.within_root(text.into_inner())? {
                        return Ok(Event::Text(text));
                    }
                }
                Raw::CData(text) => {
                    self.at += "<![CDATA[".len();
                    if let Some(text) = self.within_root(text.into_inner())? {
                        return Ok(Event::Text(text));
                    }
                }
                Raw::GeneralRef(reference) => {
                    let text = meaning(&reference);
                    if let Some(text) = self.within_root(text)? {
                        return Ok(Event::Text(text));
                    }
                }
                Raw::DocType(text) if text.contains('[') => {
                    let (line, _) = line_column(self.text, self.at);
                    return Err(ReadError::DtdNotAllowed { line });
                }
                Raw::DocType(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => {}
                Raw::Eof if self.open.is_empty() && self.has_root => return Ok(Event::End),
                Raw::Eof => return Err(self.bad_here()),
            }
        }
    }

    fn begin(&mut self, tag: BytesStart<'a>) -> Result<Event<'a>, ReadError> {
        if self.open.len() >= LIMIT_DEPTH {
            let (line, column) = line_column(self.text, self.at);
            return Err(ReadError::TooDeep {
                limit: LIMIT_DEPTH,
                line,
                column,
            });
        }
        let start = self.at + 1;
        let full = start..start + tag.name().as_ref().len();
        let full = self.text.get(full).unwrap_or_default();
        let name = full.rsplit_once(':').map_or(full, |(_, name)| name);
        self.has_root = true;
        self.open.push(name);
        Ok(Event::Open(Element { name, tag }))
    }

    /// Text outside the root is white space, or the file is no XML.
    fn within_root(&self, text: Cow<'a, str>) -> Result<Option<Cow<'a, str>>, ReadError> {
        if !self.open.is_empty() {
            return Ok(Some(text));
        }
        let is_blank = text.chars().all(|c| is_blank(c) || c == '\0');
        if is_blank { Ok(None) } else { Err(self.bad()) }
    }

    /// Name of the element around the one that has just begun; blank at the root.
    pub(super) fn parent(&self) -> &'a str {
        self.open
            .len()
            .checked_sub(2)
            .and_then(|index| self.open.get(index))
            .copied()
            .unwrap_or_default()
    }

    /// All text of the element that has just begun, which ends with it.
    pub(super) fn content(&mut self) -> Result<Content<'a>, ReadError> {
        let depth = self.open.len();
        let mut content: Option<Content<'a>> = None;
        loop {
            match self.next()? {
                Event::Text(text) => match &mut content {
                    Some(content) => content.text.to_mut().push_str(&text),
                    None => content = Some(Content { at: self.at, text }),
                },
                Event::Close(_) if self.open.len() < depth => {
                    return Ok(content.unwrap_or(Content {
                        at: self.at,
                        text: Cow::Borrowed(""),
                    }));
                }
                Event::Open(_) | Event::Close(_) => {}
                Event::End => return Err(self.bad()),
            }
        }
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len())
    }

    /// "No valid XML" where the last event began.
    fn bad(&self) -> ReadError {
        let (line, column) = line_column(self.text, self.at);
        ReadError::BadXml { line, column }
    }

    /// "No valid XML" where reading stopped.
    fn bad_here(&self) -> ReadError {
        let at = usize::try_from(self.reader.error_position()).unwrap_or(self.at);
        let (line, column) = line_column(self.text, at.max(self.at));
        ReadError::BadXml { line, column }
    }

    /// "Parted by commas only" at a byte of the text.
    pub(super) fn not_parted(&self, byte: usize) -> ReadError {
        let (line, column) = line_column(self.text, byte);
        ReadError::NotParted { line, column }
    }

    /// "A hole without an outer ring" where the last event began.
    pub(super) fn no_shell(&self) -> ReadError {
        let (line, column) = line_column(self.text, self.at);
        ReadError::NoShell { line, column }
    }

    /// "No coordinate" at a byte of the text, or where the last event began.
    pub(super) fn bad_coordinate(&self, found: &str, byte: Option<usize>) -> ReadError {
        let (line, column) = line_column(self.text, byte.unwrap_or(self.at));
        ReadError::BadCoordinates {
            found: found.chars().take(24).collect(),
            place: Found::Text { line, column },
        }
    }
}

/// What a reference stands for, or the reference as it stands.
fn meaning<'a>(reference: &str) -> Cow<'a, str> {
    let unknown = || ["&", reference, ";"].concat();
    Cow::Owned(attribute::character(reference).map_or_else(unknown, String::from))
}

/// Name of the root element.
///
/// # Errors
/// What keeps a root from being found.
pub(super) fn root(text: &str) -> Result<&str, ReadError> {
    let mut xml = Xml::new(text);
    loop {
        if let Event::Open(element) = xml.next()? {
            return Ok(element.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Result<String, ReadError> {
        let mut xml = Xml::new(text);
        let mut told = String::new();
        loop {
            match xml.next()? {
                Event::Open(element) => told += &format!("<{}", element.name),
                Event::Close(name) => told += &format!("/{name}>"),
                Event::Text(text) => told += text.trim(),
                Event::End => return Ok(told),
            }
        }
    }

    #[test]
    fn elements_come_without_prefix_and_texts_without_entities() {
        let text = "<?xml version='1.0'?><!-- a --><k:a xmlns:k='x'><b/>A &amp; B &#7897;<![CDATA[<i>]]></k:a>\n\0";
        assert_eq!(told(text).unwrap(), "<a<b/b>A&Bộ<i>/a>");
        assert_eq!(told("<a>&x; & y</a>").unwrap(), "<a&x;& y/a>");
    }

    #[test]
    fn attribute_is_found_by_its_name() {
        let mut xml = Xml::new("<a lat='1' b=\"&lt;2\" lat='3'/>");
        let Ok(Event::Open(element)) = xml.next() else {
            panic!("no element");
        };
        assert_eq!(element.attribute("lat").as_deref(), Some("1"));
        assert_eq!(element.attribute("b").as_deref(), Some("<2"));
        assert_eq!(element.attribute("lon"), None);
        let mut xml = Xml::new("<a id='0' sheetId='1' d3p1:id='2'/>");
        let Ok(Event::Open(element)) = xml.next() else {
            panic!("no element");
        };
        assert_eq!(element.prefixed("id").as_deref(), Some("2"));
        assert_eq!(element.prefixed("sheetId"), None);
    }

    #[test]
    fn broken_and_cut_xml_is_refused_with_its_line() {
        for (text, line) in [
            ("<a>\n<b></a>", 2),
            ("<a>\n<b>", 2),
            ("<a>\n<b", 2),
            ("<a></a>\nx", 1),
            ("<a></a></b>", 1),
            ("\n\n<!-- a", 3),
            ("", 1),
            ("<?xml version='1.0'?>", 1),
        ] {
            match told(text) {
                Err(ReadError::BadXml { line: found, .. }) => assert_eq!(found, line, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn document_type_with_definitions_is_refused() {
        let text = "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>";
        assert_eq!(told(text), Err(ReadError::DtdNotAllowed { line: 1 }));
        assert_eq!(told("<!DOCTYPE a><a/>").unwrap(), "<a/a>");
    }

    #[test]
    fn nesting_beyond_the_limit_is_refused() {
        let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(told(&deep(LIMIT_DEPTH)).is_ok());
        assert!(matches!(
            told(&deep(LIMIT_DEPTH + 1)),
            Err(ReadError::TooDeep {
                limit: LIMIT_DEPTH,
                ..
            })
        ));
    }

    #[test]
    fn root_is_known_after_comments_and_with_a_prefix() {
        let text = "<?xml version='1.0'?><!-- <gpx> --><k:kml>";
        assert_eq!(root(text), Ok("kml"));
        assert_eq!(root("<!-- a -->").unwrap_err().code(), "BAD_XML");
    }
}
