//! The lines of a stream in batches that a worker takes at a time.

use std::io::{self, ErrorKind, Read};

use cluster_ready_core::assessment::file::FILE_BYTES;
use memchr::memchr_iter;

/// Bytes that are read at a time. What comes in slowly, as through a pipe, is passed on as it comes.
pub const READ_BYTES: usize = 256 * 1024;

/// Lines of a batch, at most: some milliseconds of work, so that short streams are shared among the workers too.
pub const BATCH_LINES: usize = 32;

#[derive(Debug)]
pub struct Batch {
    /// Number of its first line, from 1.
    pub first: usize,
    pub content: Content,
}

#[derive(Debug)]
pub enum Content {
    /// Whole lines, each with its line feed; the last one of the stream may be without.
    Lines(Vec<u8>),
    /// One line that is longer than any result file, and was passed over.
    TooLong,
    /// From here on nothing can be read.
    Unread(io::Error),
}

/// Holds one line and one read, and no more.
pub struct Batches<R> {
    input: R,
    bytes: Vec<u8>,
    /// Where in `bytes` begins what was not given out, and up to where no line of it ends.
    start: usize,
    searched: usize,
    line: usize,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Reading,
    /// In a line that is too long.
    PassingOver,
    Ended,
}

impl<R: Read> Batches<R> {
    pub fn of(input: R) -> Self {
        Self {
            input,
            bytes: Vec::new(),
            start: 0,
            searched: 0,
            line: 1,
            state: State::Reading,
        }
    }

    /// The lines that are whole.
    fn whole(&mut self) -> Option<Batch> {
        let fresh = self.bytes.get(self.searched..)?;
        let (lines, last) = memchr_iter(b'\n', fresh)
            .take(BATCH_LINES)
            .enumerate()
            .last()
            .map(|(index, place)| (index + 1, place))?;
        let end = self.searched + last + 1;
        let batch = self.batch(end);
        self.line += lines;
        Some(batch)
    }

    fn batch(&mut self, end: usize) -> Batch {
        let lines = self.bytes.get(self.start..end).unwrap_or_default();
        let batch = Batch {
            first: self.line,
            content: Content::Lines(lines.to_vec()),
        };
        self.start = end;
        self.searched = end;
        batch
    }

    /// Whether there was anything to read.
    fn read(&mut self) -> io::Result<bool> {
        self.bytes.drain(..self.start);
        self.start = 0;
        self.searched = self.bytes.len();
        self.bytes.resize(self.searched + READ_BYTES, 0);
        let count = loop {
            let free = self.bytes.get_mut(self.searched..).unwrap_or_default();
            match self.input.read(free) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let read = count.as_ref().map_or(0, |count| *count);
        self.bytes.truncate(self.searched + read);
        count.map(|count| count > 0)
    }

    /// Leaves aside what belongs to a line that is too long.
    fn pass_over(&mut self) {
        let end = memchr_iter(b'\n', &self.bytes).next();
        if let Some(end) = end {
            self.start = end + 1;
            self.line += 1;
            self.state = State::Reading;
        } else {
            self.start = self.bytes.len();
        }
        self.searched = self.start;
    }
}

impl<R: Read> Iterator for Batches<R> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        loop {
            if self.state == State::Ended {
                return None;
            }
            if self.state == State::Reading {
                if let Some(batch) = self.whole() {
                    return Some(batch);
                }
                if self.bytes.len() - self.start > FILE_BYTES {
                    self.state = State::PassingOver;
                    self.bytes = Vec::new();
                    self.start = 0;
                    self.searched = 0;
                    return Some(Batch {
                        first: self.line,
                        content: Content::TooLong,
                    });
                }
            }
            match self.read() {
                Ok(true) if self.state == State::PassingOver => self.pass_over(),
                Ok(true) => {}
                Ok(false) => {
                    let is_over = self.state == State::PassingOver || self.bytes.is_empty();
                    self.state = State::Ended;
                    return (!is_over).then(|| self.batch(self.bytes.len()));
                }
                Err(error) => {
                    self.state = State::Ended;
                    return Some(Batch {
                        first: self.line,
                        content: Content::Unread(error),
                    });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes a few at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(into.len());
            let (now, later) = self.0.split_at(count);
            into[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    fn numbered(input: impl Read) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for batch in Batches::of(input) {
            match batch.content {
                Content::Lines(bytes) => {
                    let text = String::from_utf8(bytes).unwrap();
                    assert!(text.lines().count() <= BATCH_LINES);
                    for (index, line) in text.lines().enumerate() {
                        found.push((batch.first + index, line.to_owned()));
                    }
                }
                other => found.push((batch.first, format!("{other:?}"))),
            }
        }
        found
    }

    #[test]
    fn every_line_comes_once_with_its_number_however_it_is_read() {
        let text: String = (1..=100)
            .map(|n| format!("{}{n}\n", "x".repeat(n % 7)))
            .collect();
        let expected: Vec<_> = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.to_owned()))
            .collect();
        for text in [text.as_str(), text.trim_end()] {
            for at_a_time in [1, 2, 3, 64, 1 << 20] {
                assert_eq!(numbered(Drops(text.as_bytes(), at_a_time)), expected);
            }
        }
        assert!(numbered(&b""[..]).is_empty());
        assert_eq!(numbered(&b"\n"[..]), [(1, String::new())]);
    }

    #[test]
    fn a_line_above_the_limit_is_passed_over_and_never_held_whole() {
        let long = 3 * FILE_BYTES as u64;
        let input = (&b"a\n"[..])
            .chain(io::repeat(b'x').take(long))
            .chain(&b"\nb\n"[..])
            .chain(io::repeat(b'y').take(long));
        let mut batches = Batches::of(input);
        let mut most = 0;
        let mut seen = Vec::new();
        while let Some(batch) = batches.next() {
            most = most.max(batches.bytes.capacity());
            seen.push((batch.first, format!("{:?}", batch.content)));
        }
        let expected = [
            (1, "Lines([97, 10])"),
            (2, "TooLong"),
            (3, "Lines([98, 10])"),
            (4, "TooLong"),
        ];
        assert_eq!(seen, expected.map(|(line, what)| (line, what.to_owned())));
        assert!(most <= 2 * FILE_BYTES + 2 * READ_BYTES, "{most} bytes");
    }

    #[test]
    fn a_fault_of_the_input_is_told_once_after_what_was_read() {
        struct Torn;
        impl Read for Torn {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("torn"))
            }
        }
        let seen = numbered((&b"a\nb"[..]).chain(Torn));
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0], (1, "a".to_owned()));
        assert!(seen[1].0 == 2 && seen[1].1.contains("torn"), "{seen:?}");
    }
}
