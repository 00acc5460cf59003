use super::{
    writing::{Written, zip, zip_of},
    *,
};

fn unpack_first(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let archive = Archive::open(bytes)?;
    archive.unpack(&archive.entries()[0])
}

#[test]
fn stored_and_deflated_entries_come_out_whole() {
    let long = "ranh giới ".repeat(20_000).into_bytes();
    for is_deflated in [true, false] {
        for flags in [0, 8, 0x800] {
            let bytes = zip_of(&[Written {
                is_deflated,
                flags,
                ..Written::deflated("a.txt", &long)
            }]);
            assert_eq!(unpack_first(&bytes).unwrap(), long);
            let empty = zip_of(&[Written {
                is_deflated,
                flags,
                ..Written::deflated("a.txt", b"")
            }]);
            assert_eq!(unpack_first(&empty).unwrap(), b"");
        }
    }
}

#[test]
fn names_are_taken_apart_in_any_case_and_folder() {
    let bytes = zip(&[
        ("Dữ liệu/", b""),
        ("__MACOSX/Dữ liệu/._RANH.SHP", b"x"),
        ("Dữ liệu\\RANH.v2.SHP", b"x"),
        ("README", b"x"),
    ]);
    let archive = Archive::open(&bytes).unwrap();
    let parts: Vec<_> = archive
        .entries()
        .iter()
        .map(|entry| (entry.title(), entry.extension(), entry.stem()))
        .collect();
    assert_eq!(
        parts,
        [
            ("RANH.v2", "shp".into(), "dữ liệu/ranh.v2".into()),
            ("README", String::new(), "readme".into()),
        ]
    );
    assert_eq!(archive.with_extension("shp").count(), 1);
}

#[test]
fn encrypted_entry_says_so() {
    let bytes = zip_of(&[Written {
        flags: 1,
        ..Written::deflated("doc.kml", b"x")
    }]);
    assert_eq!(unpack_first(&bytes), Err(ReadError::EncryptedArchive));
}

#[test]
fn announced_length_is_never_trusted() {
    let content = vec![b'0'; 100_000];
    for announced in [10, 99_999, 100_001, 90_000_000] {
        let bytes = zip_of(&[Written {
            announced: Some(announced),
            ..Written::deflated("doc.kml", &content)
        }]);
        assert_eq!(unpack_first(&bytes), Err(ReadError::CorruptArchive));
    }
}

#[test]
fn more_than_the_limit_is_refused_before_it_is_unpacked() {
    let bytes = zip_of(&[Written {
        announced: Some(200_000_001),
        ..Written::deflated("doc.kml", b"x")
    }]);
    assert_eq!(
        unpack_first(&bytes).unwrap_err().code(),
        "TOO_LARGE_UNPACKED"
    );
}

#[test]
fn limit_counts_over_all_entries() {
    let half = vec![0; LIMIT_UNPACKED_BYTES / 2 + 1];
    let bytes = zip(&[("a", &half), ("b", &half)]);
    let archive = Archive::open(&bytes).unwrap();
    assert!(archive.unpack(&archive.entries()[0]).is_ok());
    let second = archive.unpack(&archive.entries()[1]);
    assert_eq!(second.unwrap_err().code(), "TOO_LARGE_UNPACKED");
}

#[test]
fn too_many_entries_are_refused() {
    let names: Vec<String> = (0..=LIMIT_ENTRIES).map(|n| format!("f{n}")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &[][..])).collect();
    let error = Archive::open(&zip(&files)).err().unwrap();
    assert_eq!(error.code(), "TOO_MANY_ENTRIES");
}

#[test]
fn large_directory_and_other_methods_say_so() {
    let mut bytes = zip(&[("doc.kml", b"x")]);
    let end = bytes.len() - 22;
    bytes[end + 16..end + 20].fill(0xff);
    let error = Archive::open(&bytes).err().unwrap();
    assert_eq!(error.code(), "UNSUPPORTED_FORMAT");
    let mut bytes = zip(&[("doc.kml", b"x")]);
    let directory = bytes.len() - 22 - 46 - 7;
    bytes[directory + 10] = 14;
    let error = unpack_first(&bytes).unwrap_err();
    assert_eq!(error.code(), "UNSUPPORTED_FORMAT");
}

#[test]
fn comment_after_the_end_is_passed_over() {
    let mut bytes = zip(&[("doc.kml", b"x")]);
    let end = bytes.len() - 22;
    bytes[end + 20] = 5;
    bytes.extend(b"hello");
    assert_eq!(unpack_first(&bytes).unwrap(), b"x");
}

#[test]
fn every_cut_and_every_changed_byte_is_an_error_or_harmless() {
    let content = b"107.08,16.73,0 107.09,16.73,0 ".repeat(20);
    let bytes = zip(&[("doc.kml", &content), ("b.txt", b"two")]);
    for end in 0..bytes.len() {
        assert!(Archive::open(&bytes[..end]).is_err(), "cut at {end}");
    }
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        if let Ok(unpacked) = unpack_first(&changed)
            && unpacked != b"two"
        {
            assert_eq!(unpacked, content, "byte {at}");
        }
    }
}

#[test]
fn large_numbers_of_an_entry_are_read() {
    let content = b"ranh gi\xe1\xbb\x9bi ".repeat(50);
    let mut bytes = zip(&[("doc.kml", &content)]);
    let end = bytes.len() - 22;
    let directory = end - 46 - 7;
    let number = |at: usize| {
        let four = bytes[at..at + 4].try_into().unwrap();
        u64::from(u32::from_le_bytes(four)).to_le_bytes()
    };
    let (packed, whole) = (number(directory + 20), number(directory + 24));
    // A foreign field stands before.
    let extra = [&[9, 9, 1, 0, 7, 1, 0, 16, 0][..], &whole, &packed].concat();
    bytes[directory + 20..directory + 28].fill(0xff);
    bytes[directory + 30] = 25;
    bytes[end + 12] += 25;
    bytes.splice(end..end, extra);
    assert_eq!(unpack_first(&bytes).unwrap(), content);
    // Without the field the numbers are nowhere.
    bytes[directory + 46 + 7 + 5] = 2;
    assert_eq!(Archive::open(&bytes).err(), Some(ReadError::CorruptArchive));
}
