mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::{Output, error_line};
use super::source::{SourceError, model_of, read_text};
use crate::assessment::file::{read_answers, write_counts, write_dimensions, write_overall};
use crate::json::Writer;
use crate::model::{self, Model};
use crate::score::{self, Score};

/// Scores result files, or objects {"answers": {…}}.
///
/// One JSON object a line: file, dimensions, overall, counts; or file and error.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to score, in this order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Lines of JSON, or one table.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
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
    if args.format == Format::Csv {
        output.line(&table::header(columns));
    }
    for path in &args.files {
        let scored = score_file(path);
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

fn score_file(path: &Path) -> Result<(&'static Model, Score), SourceError> {
    let text = read_text(path)?;
    let model = model_of(&text)?;
    let entries = read_answers(&text, model)?;
    Ok((model, score::score(model, &entries)))
}

fn json_line(path: &Path, model: &Model, score: &Score) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    write_dimensions(&mut w, model, score);
    write_overall(&mut w, score);
    write_counts(&mut w, score.counts);
    w.close();
    w.finish()
}
