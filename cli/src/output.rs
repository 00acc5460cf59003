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

/// The line of a file that cannot be used.
pub fn error_line(path: &Path, error: &SourceError) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    w.key("error").text(&error.to_string());
    w.close();
    w.finish()
}
