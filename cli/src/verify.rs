use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::{Name, Output, error_line};
use super::questions::{Questions, Which};
use super::source::{SourceError, read_text};
use cluster_ready_core::assessment::file::Difference;
use cluster_ready_core::json::Writer;
use cluster_ready_core::law;
use cluster_ready_core::verify;

/// Measures the corners, scores the answers and judges the law again, and says whether result files match.
///
/// One JSON object a line: file, matches, differences (path, stored, computed). Each file is compared with the version of the model
/// that it was made with; with other rules it does not match. What a person gives, answers above all, is taken as given; a boundary saved without its
/// corners cannot be measured, so its measures are a difference.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Result files to verify, in this order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    questions: Which,
}

pub fn run(args: &Args) -> ExitCode {
    let mut output = Output::open();
    let questions = match Questions::of(&args.questions) {
        Ok(questions) => questions,
        Err(error) => return output.stop(&error),
    };
    for path in &args.files {
        match verify(path, &questions) {
            Ok(differences) => {
                if !differences.is_empty() {
                    output.fail();
                }
                output.line(&json_line(path, &differences));
            }
            Err(error) => {
                output.complain(path, &error);
                output.line(&error_line(Name::File(path), &error));
            }
        }
    }
    output.exit_code()
}

fn verify(path: &Path, questions: &Questions) -> Result<Vec<Difference>, SourceError> {
    let text = read_text(path)?;
    let model = questions.model(&text)?;
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
