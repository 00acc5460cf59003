//! Archives are changed file by file, as they are unpacked: chance finds neither a checksum nor a packed byte. What
//! comes out is an archive again, and so is every find.

use std::io::{Cursor, Read, Write};

use libfuzzer_sys::fuzzer_mutate;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{Dice, change, shapefile};

/// Unpacked, more is not changed.
const LIMIT_BYTES: u64 = 100_000;

pub struct File {
    name: String,
    content: Vec<u8>,
}

/// What one kind of archive consists of.
pub struct Kind {
    /// Files that the reader looks at; the others are left out.
    keeps: fn(&str) -> bool,
    /// What is begun with where there is no archive, and what is added.
    files: fn() -> Vec<File>,
    /// How many of eight changes are those of the archive itself, byte by byte.
    as_it_stands: usize,
}

const KML: &[u8] = b"<kml><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>\
    107.1,16.7 107.2,16.7 107.2,16.8 107.1,16.7</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";
const TABLE: &[u8] = b"X;Y\n1851433,4;588656,5\n1851433,4;588756,5\n1851533,4;588756,5\n";
const SHEET: &[u8] = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>588656.5</v></c>\
    </row><row r=\"2\"><c r=\"A2\"><v>1851433.4</v></c><c r=\"B2\"><v>588756.5</v></c></row><row r=\"3\"><c r=\"A3\" \
    t=\"inlineStr\"><is><t>1851533.4</t></is></c><c r=\"B3\"><v>588756.5</v></c></row></sheetData></worksheet>";
const STRINGS: &[u8] =
    b"<sst><si><t>1851433.4</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>";
const WORKBOOK: &[u8] =
    b"<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/><sheet name=\"T\" r:id=\"r3\"/></sheets></workbook>";
const LINKS: &[u8] = b"<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"r2\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Id=\"r3\" Type=\"/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>";
const DOCUMENT: &[u8] = b"<w:document><w:body><w:p><w:r><w:t>KTT 105</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>\
    <w:t>0</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>\
    <w:p><w:r><w:t>1851433,4</w:t><w:br/><w:t>1851433,5</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>588656,5</w:t></w:r></w:p><w:p><w:r>\
    <w:t>588756,5</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>1851533,4</w:t>\
    </w:r></w:p></w:tc><w:tc><w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>588756,5</w:t></w:r></w:p></w:tc></w:tr>\
    </w:tbl></w:body></w:document>";
/// Of the tests: with a projection and a name.
pub const SHAPEFILE: &[u8] =
    include_bytes!("../../tests/data/boundary/formats/boundary_vn2000_shp.zip");

pub const fn any() -> Kind {
    Kind {
        keeps: |_| true,
        files: || vec![File::of("a.csv", TABLE), File::of("b/doc.kml", KML)],
        as_it_stands: 4,
    }
}

pub const fn kmz() -> Kind {
    Kind {
        keeps: |name| name.ends_with(".kml"),
        files: || vec![File::of("doc.kml", KML), File::of("files/b.kml", KML)],
        as_it_stands: 0,
    }
}

pub const fn workbook() -> Kind {
    Kind {
        keeps: |name| {
            name.starts_with("xl/work") || name.starts_with("xl/_rels/") || name.contains("Strings")
        },
        files: || {
            vec![
                File::of("xl/workbook.xml", WORKBOOK),
                File::of("xl/_rels/workbook.xml.rels", LINKS),
                File::of("xl/worksheets/sheet1.xml", SHEET),
                File::of("xl/worksheets/sheet2.xml", SHEET),
                File::of("xl/sharedStrings.xml", STRINGS),
            ]
        },
        as_it_stands: 0,
    }
}

/// Word and OpenDocument: the text is in one part.
pub const fn document() -> Kind {
    Kind {
        keeps: |name| name == "word/document.xml" || name == "content.xml",
        files: || vec![File::of("word/document.xml", DOCUMENT)],
        as_it_stands: 0,
    }
}

pub const fn zipped_shapefile() -> Kind {
    Kind {
        keeps: |name| {
            let name = name.to_lowercase();
            [".shp", ".prj", ".dbf"]
                .iter()
                .any(|end| name.ends_with(end))
        },
        files: || unpack(SHAPEFILE, |_| true).unwrap_or_default(),
        as_it_stands: 0,
    }
}

impl Kind {
    /// One change of the archive in `data[..size]`; how long it is afterwards.
    pub fn mutate(&self, data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
        let mut dice = Dice::new(seed);
        if dice.roll(8) < self.as_it_stands {
            return fuzzer_mutate(data, size, max_size);
        }
        let mut files = unpack(&data[..size], self.keeps).unwrap_or_default();
        if files.is_empty() {
            files = (self.files)();
        }
        self.change_one(&mut files, &mut dice, max_size.saturating_sub(size));
        let methods = match dice.roll(8) {
            0 => [CompressionMethod::Deflated; 2],
            _ => [CompressionMethod::Stored, CompressionMethod::Deflated],
        };
        let packed = methods
            .iter()
            .filter_map(|method| pack(&files, *method))
            .find(|packed| packed.len() <= max_size);
        match packed {
            Some(packed) => {
                data[..packed.len()].copy_from_slice(&packed);
                packed.len()
            }
            None => size,
        }
    }

    fn change_one(&self, files: &mut Vec<File>, dice: &mut Dice, room: usize) {
        let at = dice.roll(files.len());
        match dice.roll(24) {
            0 if files.len() > 1 => drop(files.remove(at)),
            1 => {
                let mut more = (self.files)();
                files.push(more.swap_remove(dice.roll(more.len())));
            }
            2 => {
                let mut name = std::mem::take(&mut files[at].name).into_bytes();
                change(&mut name, room.min(20));
                files[at].name = String::from_utf8_lossy(&name).into_owned();
            }
            3 => {
                let with = dice.roll(files.len());
                files.swap(at, with);
            }
            _ => {
                let file = &mut files[at];
                change(&mut file.content, room);
                if file.name.to_lowercase().ends_with(".shp") && dice.roll(4) > 0 {
                    shapefile::mend_lengths(&mut file.content);
                }
            }
        }
    }
}

impl File {
    fn of(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            content: content.to_vec(),
        }
    }
}

/// The `.shp` of an archive.
pub fn bare_shapefile(archive: &[u8]) -> Option<Vec<u8>> {
    let is_shapefile = |name: &str| name.to_lowercase().ends_with(".shp");
    Some(unpack(archive, is_shapefile)?.pop()?.content)
}

fn unpack(archive: &[u8], keeps: fn(&str) -> bool) -> Option<Vec<File>> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).ok()?;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        if keeps(&name) {
            let mut content = Vec::new();
            file.take(LIMIT_BYTES).read_to_end(&mut content).ok()?;
            files.push(File { name, content });
        }
    }
    Some(files)
}

/// `None` where two files have the same name.
fn pack(files: &[File], method: CompressionMethod) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for file in files {
        archive.start_file(file.name.as_str(), options).ok()?;
        archive.write_all(&file.content).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}
