use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::{Output, error_line};
use super::source::{SourceError, model_of, read_text};
use crate::assessment::file::Difference;
use crate::json::Writer;
use crate::law;
use crate::verify;

/// Measures the corners, scores the answers and judges the law again, and says whether result files match.
///
/// One JSON object a line: file, matches, differences (path, stored, computed). A file that was made with another model or
/// other rules does not match. What a person gives, answers above all, is taken as given; a boundary saved without its
/// corners cannot be measured, so its measures are a difference.
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
            Ok(differences) => {
                if !differences.is_empty() {
                    output.fail();
                }
                output.line(&json_line(path, &differences));
            }
            Err(error) => {
                output.complain(path, &error);
                output.line(&error_line(path, &error));
            }
        }
    }
    output.exit_code()
}

fn verify(path: &Path) -> Result<Vec<Difference>, SourceError> {
    let text = read_text(path)?;
    let model = model_of(&text)?;
    let rules = law::bundled().map_err(|error| SourceError::Rules(error.to_string()))?;
    Ok(verify::verify(&text, model, rules)?)
}

fn json_line(path: &Path, differences: &[Difference]) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    w.key("matches").flag(differences.is_empty());
    w.key("differences").open_list();
    for difference in differences {
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
