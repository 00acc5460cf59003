use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::{Output, error_line};
use super::source::{SourceError, model_of, read_text};
use crate::assessment::file::{Difference, read};
use crate::json::Writer;
use crate::score;

/// Recomputes result files and says whether they match.
///
/// One JSON object a line: file, matches, differences (path, stored, computed); model where the file was made with another one.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Result files to verify, in this order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub fn run(args: &Args) -> ExitCode {
    let mut output = Output::open();
    for path in &args.files {
        match verify(path) {
            Ok(verified) => {
                if !verified.differences.is_empty() {
                    output.fail();
                }
                output.line(&json_line(path, &verified));
            }
            Err(error) => {
                output.complain(path, &error);
                output.line(&error_line(path, &error));
            }
        }
    }
    output.exit_code()
}

struct Verified {
    differences: Vec<Difference>,
    /// Model of the file and of this program, where they are not the same.
    models: Option<[String; 2]>,
}

fn verify(path: &Path) -> Result<Verified, SourceError> {
    let text = read_text(path)?;
    let model = model_of(&text)?;
    let opened = read(&text, model)?;
    let stored = opened.stored.ok_or(SourceError::NoResults)?;
    let score = score::score(model, &opened.assessment.entries);
    Ok(Verified {
        differences: stored.differences(model, &score),
        models: (stored.model_hash != model.hash).then(|| [stored.model_hash, model.hash.clone()]),
    })
}

fn json_line(path: &Path, verified: &Verified) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    w.key("matches").flag(verified.differences.is_empty());
    if let Some([stored, computed]) = &verified.models {
        w.key("model").open_object();
        w.key("stored").text(stored);
        w.key("computed").text(computed);
        w.close();
    }
    w.key("differences").open_list();
    for difference in &verified.differences {
        w.open_object();
        w.key("path").text(&difference.path);
        for (key, value) in [
            ("stored", &difference.stored),
            ("computed", &difference.computed),
        ] {
            match value {
                Some(value) => w.key(key).value(value),
                None => w.key(key).null(),
            };
        }
        w.close();
    }
    w.close().close();
    w.finish()
}
