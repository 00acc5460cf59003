//! A zip that is the same whenever and wherever it is made.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::failure::Failure;

/// The files in one folder, in the order of their names, all of 1980, where the time of archives begins.
pub(super) fn zip(folder: &str, mut files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, Failure> {
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(format!("{folder}/{name}"), options)
            .map_err(Failure::while_doing(format!("packing {name}")))?;
        archive
            .write_all(&bytes)
            .map_err(Failure::while_doing(format!("packing {name}")))?;
    }
    archive
        .finish()
        .map(Cursor::into_inner)
        .map_err(Failure::while_doing("finishing the zip"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn file(name: &str) -> (String, Vec<u8>) {
        (name.to_owned(), name.repeat(100).into_bytes())
    }

    #[test]
    fn same_files_in_any_order_make_the_same_archive() {
        let one = zip("kit", vec![file("a"), file("b/c")]).unwrap();
        assert_eq!(one, zip("kit", vec![file("b/c"), file("a")]).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(one)).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(names, ["kit/a", "kit/b/c"]);
        let mut text = String::new();
        let mut first = archive.by_index(0).unwrap();
        assert_eq!(first.last_modified(), Some(DateTime::default()));
        first.read_to_string(&mut text).unwrap();
        assert_eq!(text, "a".repeat(100));
    }
}
