//! By which words the text of a licence is known.

/// Of texts in small letters with single spaces.
const WORDS: [(&str, &[&str]); 10] = [
    ("Apache-2.0", &["apache license version 2.0, january 2004"]),
    (
        "BSD-2-Clause",
        &["redistributions of source code must retain"],
    ),
    (
        "BSD-3-Clause",
        &[
            "redistributions of source code must retain",
            "be used to endorse or promote products",
        ],
    ),
    ("BSL-1.0", &["boost software license - version 1.0"]),
    (
        "ISC",
        &["with or without fee is hereby granted, provided that the above copyright notice"],
    ),
    (
        "MIT",
        &["permission is hereby granted, free of charge, to any person obtaining a copy"],
    ),
    ("MPL-2.0", &["mozilla public license version 2.0"]),
    ("Unicode-3.0", &["unicode license v3"]),
    (
        "Unlicense",
        &["this is free and unencumbered software released into the public domain"],
    ),
    (
        "Zlib",
        &[
            "without any express or implied warranty",
            "must not be misrepresented",
        ],
    ),
];

/// Whether a text is that of the licence with this SPDX identifier.
pub(super) fn is_text_of(text: &str, id: &str) -> bool {
    let text = plain(text).to_lowercase();
    WORDS
        .iter()
        .filter(|(known, _)| *known == id)
        .any(|(_, words)| words.iter().all(|word| text.contains(word)))
}

/// With single spaces: lines are broken as everybody likes.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_is_told_from_those_that_begin_alike() {
        let boost = "Boost Software License - Version 1.0\nPermission is hereby granted, free of charge, to any person or organization obtaining a copy";
        assert!(is_text_of(boost, "BSL-1.0"));
        assert!(!is_text_of(boost, "MIT"));
        let zero = "with or without fee is hereby granted.";
        assert!(!is_text_of(zero, "ISC"));
        assert!(!is_text_of(zero, "0BSD"));
    }
}
