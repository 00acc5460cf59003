use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::key::Key;
use super::output::Output;
use super::questions::{Questions, Which};
use super::source::{SourceError, read_text};
use cluster_ready_core::assessment::file::write_band;
use cluster_ready_core::json::Writer;
use cluster_ready_core::model::Model;
use cluster_ready_core::score::uncertainty::{Comparison, compare};

/// Compares two results of one cluster, or of two, answered with the same model.
///
/// One JSON object: before, after, model, then the difference after less before: p05, p50, p95 of the overall value, share_better (the
/// share of the draws in which it is higher), verdict (improved, worse, not clear), and the percentiles of each dimension. Both are
/// drawn alike, so that only what was answered differs.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The earlier result file, or an object {"answers": {…}}.
    before: PathBuf,
    /// The later one.
    after: PathBuf,
    #[command(flatten)]
    questions: Which,
    #[command(flatten)]
    key: Key,
}

pub fn run(args: &Args) -> ExitCode {
    let mut output = Output::open();
    let questions = match Questions::of(&args.questions) {
        Ok(questions) => questions,
        Err(error) => return output.stop(&error),
    };
    let line = match compared(args, &questions) {
        Ok((model, found)) => json_line(args, Ok((model, &found))),
        Err((path, error)) => {
            output.complain(path, &error);
            json_line(args, Err(&error))
        }
    };
    output.line(&line);
    output.exit_code()
}

/// The two files, or the one that cannot be used.
fn compared<'a, 'q>(
    args: &'a Args,
    questions: &'q Questions,
) -> Result<(&'q Model, Comparison), (&'a Path, SourceError)> {
    let open = |path: &'a Path| {
        let text = read_text(path).map_err(|error| (path, error))?;
        questions.entries(&text).map_err(|error| (path, error))
    };
    let (model, before) = open(&args.before)?;
    let (other, after) = open(&args.after)?;
    if model.hash != other.hash {
        let error = SourceError::OtherModel {
            version: other.version.clone(),
            before: model.version.clone(),
        };
        return Err((&args.after, error));
    }
    let mut streams = args.key.streams(model);
    compare(model, &before, &after, &mut streams)
        .map(|found| (model, found))
        .ok_or_else(|| {
            let shows = |entries| {
                cluster_ready_core::score::score(model, entries)
                    .overall
                    .central
            };
            let path = match shows(&before) {
                None => &args.before,
                Some(_) => &args.after,
            };
            (path.as_path(), SourceError::NoOverall)
        })
}

fn json_line(args: &Args, found: Result<(&Model, &Comparison), &SourceError>) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("before").text(&args.before.to_string_lossy());
    w.key("after").text(&args.after.to_string_lossy());
    match found {
        Ok((model, found)) => {
            w.key("model").text(&model.version);
            w.key("p05").number(found.band.p05);
            w.key("p50").number(found.band.p50);
            w.key("p95").number(found.band.p95);
            w.key("share_better").number(found.share_better);
            w.key("verdict").text(found.direction.word());
            w.key("dimensions").open_object();
            for (dimension, band) in model.dimensions.iter().zip(&found.dimensions) {
                write_band(w.key(&dimension.id), band);
            }
            w.close();
        }
        Err(error) => {
            w.key("error").text(&error.to_string());
        }
    }
    w.close();
    w.finish()
}
