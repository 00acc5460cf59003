mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::{Output, error_line};
use super::questions::{Questions, Which};
use super::source::read_text;
use cluster_ready_core::assessment::file::{write_counts, write_dimensions, write_overall};
use cluster_ready_core::json::Writer;
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::score::Score;

/// Scores result files, or objects {"answers": {…}}.
///
/// One JSON object a line: file, model, dimensions, overall, counts; or file and error. With another version of the model than a
/// file's own, answers to questions that ask the same are taken, and the others are missing.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to score, in this order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Lines of JSON, or one table.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    questions: Which,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Json,
    Csv,
}

pub fn run(args: &Args) -> ExitCode {
    let mut output = Output::open();
    // The dimensions of a firm are among those of a cluster.
    let columns = model::bundled().map_or(&[][..], |model| &model.dimensions);
    let questions = match Questions::of(&args.questions) {
        Ok(questions) => questions,
        Err(error) => return output.stop(&error),
    };
    if args.format == Format::Csv {
        output.line(&table::header(columns));
    }
    for path in &args.files {
        let scored = read_text(path).and_then(|text| questions.score(&text));
        if let Err(error) = &scored {
            output.complain(path, error);
        }
        let line = match (args.format, &scored) {
            (Format::Json, Ok((model, score))) => json_line(path, model, score),
            (Format::Json, Err(error)) => error_line(path, error),
            (Format::Csv, Ok((model, score))) => table::row(path, columns, model, score),
            (Format::Csv, Err(error)) => table::error_row(path, error),
        };
        output.line(&line);
    }
    output.exit_code()
}

fn json_line(path: &Path, model: &Model, score: &Score) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    w.key("model").text(&model.version);
    write_dimensions(&mut w, model, score);
    write_overall(&mut w, score);
    write_counts(&mut w, score.counts);
    w.close();
    w.finish()
}
