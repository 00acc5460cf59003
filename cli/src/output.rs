use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::source::SourceError;
use super::terminal::escaped;
use cluster_ready_core::json::Writer;

/// Standard output and what the exit code will be.
pub struct Output {
    out: io::StdoutLock<'static>,
    failed: bool,
}

impl Output {
    pub fn open() -> Self {
        Self {
            out: io::stdout().lock(),
            failed: false,
        }
    }

    /// Prints a line: of JSON, or of a table. A reader that has gone away, as `head` does, ends the output quietly.
    pub fn line(&mut self, text: &str) {
        if writeln!(self.out, "{}", escaped(text)).is_err() {
            self.failed = true;
        }
    }

    /// Prints lines that are made already, as [`Output::line`] does. False: nobody reads them any more.
    pub fn lines(&mut self, text: &str) -> bool {
        let is_taken = self.out.write_all(text.as_bytes()).is_ok();
        self.failed |= !is_taken;
        is_taken
    }

    /// Prints lines on standard error, where there are any.
    pub fn complaints(&mut self, text: &str) {
        if !text.is_empty() {
            self.failed = true;
            let _ = io::stderr().write_all(text.as_bytes());
        }
    }

    /// The exit code will tell that something did not work.
    pub fn fail(&mut self) {
        self.failed = true;
    }

    /// Says on standard error what is wrong with a file.
    pub fn complain(&mut self, path: &Path, error: &impl Display) {
        self.failed = true;
        let text = format!("cluster-ready: {}: {error}", path.display());
        // Nowhere to report a failure of standard error itself.
        let _ = writeln!(io::stderr(), "{}", escaped(&text));
    }

    /// Says on standard error why no file can be used.
    pub fn stop(self, error: &impl Display) -> ExitCode {
        let _ = writeln!(
            io::stderr(),
            "{}",
            escaped(&format!("cluster-ready: {error}"))
        );
        ExitCode::from(1)
    }

    pub fn exit_code(self) -> ExitCode {
        if self.failed {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        }
    }
}

/// Says on standard error why arguments do not go together.
pub fn wrong_command_line(problem: &str) -> ExitCode {
    let _ = writeln!(
        io::stderr(),
        "error: {problem}\n\nFor more information, try '--help'."
    );
    ExitCode::from(2)
}

/// What a line of the output is about.
#[derive(Debug, Clone, Copy)]
pub enum Name<'a> {
    File(&'a Path),
    /// Of a stream, from 1.
    Line(usize),
}

impl Name<'_> {
    pub fn write(self, w: &mut Writer) {
        match self {
            Self::File(path) => w.key("file").text(&path.to_string_lossy()),
            Self::Line(number) => w.key("line").whole(number),
        };
    }
}

/// The line of a file, or of a line, that cannot be used.
pub fn error_line(name: Name<'_>, error: &SourceError) -> String {
    let mut w = Writer::compact();
    w.open_object();
    name.write(&mut w);
    w.key("error").text(&error.to_string());
    w.close();
    w.finish()
}
