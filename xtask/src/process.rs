//! Starting other programs: from the repository's folder, with the tools on the PATH.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use crate::failure::Failure;
use crate::workspace;

/// Says what is being done now, and about how long it takes.
pub fn step(what: &str, about: &str) {
    if about.is_empty() {
        eprintln!("── {what}");
    } else {
        eprintln!("── {what} (about {about})");
    }
}

/// How a program ended.
pub struct Ended {
    pub success: bool,
    pub stdout: String,
    /// Kept only by `tee_all`.
    pub stderr: String,
}

/// A program about to be started.
pub struct Run {
    command: Command,
    shown: String,
}

impl Run {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program.as_ref());
        command.current_dir(workspace::root());
        // `cargo run` hands its own variables down; build scripts that watch them would run again.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_")
                || name.starts_with("CARGO_BIN_")
                || name == "CARGO_MANIFEST_DIR"
                || name == "CARGO_MANIFEST_PATH"
                || name == "CARGO_CRATE_NAME"
                || name == "CARGO_PRIMARY_PACKAGE"
            {
                command.env_remove(&*name);
            }
        }
        let shown = Path::new(program.as_ref())
            .file_name()
            .unwrap_or(program.as_ref())
            .to_string_lossy()
            .into_owned();
        Self { command, shown }
    }

    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Puts folders in front of the PATH.
    pub fn path_first(mut self, folders: &[PathBuf]) -> Self {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let all = folders.iter().cloned().chain(std::env::split_paths(&old));
        if let Ok(joined) = std::env::join_paths(all) {
            self.command.env("PATH", joined);
        }
        self
    }

    /// Runs to the end, with this terminal.
    ///
    /// # Errors
    /// The program is missing or ends with a failure.
    pub fn run(mut self) -> Result<(), Failure> {
        let status = self
            .command
            .status()
            .map_err(Failure::while_doing(format!("starting `{}`", self.shown)))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(format!(
                "`{}` ended with {status}",
                self.shown
            )))
        }
    }

    /// Runs to the end in silence and gives its standard output.
    ///
    /// # Errors
    /// The program is missing or ends with a failure.
    pub fn capture(mut self) -> Result<String, Failure> {
        let output = self
            .command
            .stdin(Stdio::null())
            .output()
            .map_err(Failure::while_doing(format!("starting `{}`", self.shown)))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(Failure::new(format!(
                "`{}` ended with {}: {}",
                self.shown,
                output.status,
                said.trim()
            )))
        }
    }

    /// Runs to the end with all that it says in a file; whether it succeeded.
    ///
    /// # Errors
    /// The program cannot be started, or the file not written.
    pub fn log(mut self, file: &Path) -> Result<bool, Failure> {
        let writing = || format!("writing {}", file.display());
        let stdout = File::create(file).map_err(Failure::while_doing(writing()))?;
        let stderr = stdout
            .try_clone()
            .map_err(Failure::while_doing(writing()))?;
        let status = self
            .command
            .stdin(Stdio::null())
            .stdout(stdout)
            .stderr(stderr)
            .status()
            .map_err(Failure::while_doing(format!("starting `{}`", self.shown)))?;
        Ok(status.success())
    }

    /// Runs to the end; its standard output is shown while it comes and kept as well.
    ///
    /// # Errors
    /// The program cannot be started. A failing end is in the answer.
    pub fn tee(self) -> Result<Ended, Failure> {
        self.teed(Stdio::inherit())
    }

    /// As `tee`, and its error output too.
    ///
    /// # Errors
    /// As `tee`.
    pub fn tee_all(self) -> Result<Ended, Failure> {
        self.teed(Stdio::piped())
    }

    fn teed(mut self, errors: Stdio) -> Result<Ended, Failure> {
        eprintln!("$ {}", self.shown);
        let begun = Instant::now();
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .map_err(Failure::while_doing(format!("starting `{}`", self.shown)))?;
        let (out, errors) = (child.stdout.take(), child.stderr.take());
        let errors = thread::spawn(move || {
            errors.map_or_else(String::new, |pipe| kept(pipe, &mut std::io::stderr()))
        });
        let stdout = out.map_or_else(String::new, |pipe| kept(pipe, &mut std::io::stdout()));
        let status = child.wait().map_err(Failure::while_doing(format!(
            "waiting for `{}`",
            self.shown
        )))?;
        eprintln!("  {} s", begun.elapsed().as_secs());
        Ok(Ended {
            success: status.success(),
            stdout,
            stderr: errors.join().unwrap_or_default(),
        })
    }
}

/// All that comes out of a pipe, shown line by line while it comes.
fn kept(pipe: impl Read, shown: &mut impl Write) -> String {
    let mut text = String::new();
    let mut reader = BufReader::new(pipe);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).unwrap_or(0) > 0 {
        let part = String::from_utf8_lossy(&line);
        // A closed terminal must not end the tests.
        let _ = shown.write_all(part.as_bytes());
        text.push_str(&part);
        line.clear();
    }
    text
}

/// Processor seconds of all programs that were started and have ended, where the system tells (Linux): they say more than the
/// clock on a machine that others use too.
pub fn processor_seconds() -> Option<u64> {
    /// In which Linux tells them to every program.
    const TICKS_PER_SECOND: u64 = 100;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold anything: state, then numbers; `cutime` and `cstime` are the 16th and 17th field.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<u64>().ok();
    Some((ticks(16)? + ticks(17)?) / TICKS_PER_SECOND)
}

/// Where the PATH has a program.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names: &[OsString] = &if cfg!(windows) {
        vec![
            format!("{program}.exe").into(),
            format!("{program}.cmd").into(),
        ]
    } else {
        vec![program.into()]
    };
    std::env::split_paths(&path)
        .flat_map(|dir| names.iter().map(move |name| dir.join(name)))
        .find(|file| file.is_file())
}
