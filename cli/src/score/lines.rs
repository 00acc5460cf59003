//! Results as a stream: one on each line.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::from_utf8;
use std::sync::Arc;
use std::thread::available_parallelism;

use super::stream::{Answered, Batch, Content, Ended, stream};
use super::{Args, Scored, json_line};
use crate::key::Draws;
use crate::output::{Name, Output, error_line};
use crate::questions::Questions;
use crate::source::{SourceError, too_large};
use crate::terminal::escaped;
use cluster_ready_core::assessment::file::FILE_BYTES;

pub fn run(args: Args, questions: Questions, mut output: Output) -> ExitCode {
    let input = match opened(&args.files) {
        Ok(input) => input,
        Err((path, error)) => {
            output.complain(path, &SourceError::Io(error));
            return output.exit_code();
        }
    };
    let jobs = args.jobs.map_or_else(all_processors, usize::from);
    let shared = Arc::new((args, questions));
    let worker = move || {
        let shared = Arc::clone(&shared);
        let mut draws = shared.0.draws();
        move |batch| answered(batch, &shared.1, draws.as_mut())
    };
    let ended = stream(input, jobs, worker, |answered| {
        output.complaints(&answered.complaints);
        output.lines(&answered.lines)
    });
    if ended == Ended::Early {
        output.fail();
    }
    output.exit_code()
}

fn opened(files: &[PathBuf]) -> Result<Box<dyn Read + Send>, (&Path, io::Error)> {
    match files.first() {
        Some(path) if path.as_os_str() != "-" => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err((path, error)),
        },
        _ => Ok(Box::new(io::stdin())),
    }
}

fn all_processors() -> usize {
    available_parallelism().map_or(1, usize::from)
}

fn answered(batch: Batch, questions: &Questions, mut draws: Option<&mut Draws>) -> Answered {
    let mut answered = Answered::default();
    match batch.content {
        Content::Lines(bytes) => {
            for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
                // As after the last line feed.
                if line.trim_ascii().is_empty() {
                    continue;
                }
                let scored = text_of(line)
                    .and_then(|text| Scored::of(text, questions, draws.as_deref_mut()));
                answered.add(batch.first + index, scored);
            }
        }
        Content::TooLong => answered.add(batch.first, Err(too_large())),
        Content::Unread(error) => answered.add(batch.first, Err(error.into())),
    }
    answered
}

fn text_of(line: &[u8]) -> Result<&str, SourceError> {
    if line.len() > FILE_BYTES {
        return Err(too_large());
    }
    from_utf8(line).map_err(|_| SourceError::NotText)
}

impl Answered {
    fn add(&mut self, number: usize, scored: Result<Scored<'_>, SourceError>) {
        let name = Name::Line(number);
        let line = match &scored {
            Ok(scored) => json_line(name, scored),
            Err(error) => {
                let complaint = format!("cluster-ready: line {number}: {error}");
                self.complaints.push_str(&escaped(&complaint));
                self.complaints.push('\n');
                error_line(name, error)
            }
        };
        self.lines.push_str(&escaped(&line));
        self.lines.push('\n');
    }
}
