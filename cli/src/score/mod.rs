mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::key::Key;
use super::output::{Output, error_line};
use super::questions::{Questions, Which};
use super::source::{SourceError, read_text};
use cluster_ready_core::assessment::file::{
    write_causes, write_counts, write_dimensions, write_overall, write_uncertainty,
};
use cluster_ready_core::json::Writer;
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::score::uncertainty::{Causes, Uncertainty, everything};
use cluster_ready_core::score::{self, Score};

/// Scores result files, or objects {"answers": {…}}.
///
/// One JSON object a line: file, model, dimensions, overall, counts, then how sure the result is: band, dimension_bands,
/// level_shares, firm_level, sources, total_effects; or file and error. With another version of the model than a
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
    #[command(flatten)]
    key: Key,
    /// The scores alone, without how sure they are: many times as fast.
    #[arg(long)]
    brief: bool,
}

/// What came out of a file.
struct Scored<'a> {
    model: &'a Model,
    score: Score,
    /// Not asked for: `None`.
    doubt: Option<Doubt>,
}

/// Both `None` where no overall value is shown.
struct Doubt {
    uncertainty: Option<Uncertainty>,
    causes: Option<Causes>,
}

impl<'a> Scored<'a> {
    fn of(text: &str, questions: &'a Questions, args: &Args) -> Result<Self, SourceError> {
        let (model, entries) = questions.entries(text)?;
        let doubt = (!args.brief).then(|| {
            let found = everything(model, &entries, &mut args.key.streams(model));
            let (uncertainty, causes) = found.unzip();
            Doubt {
                uncertainty,
                causes,
            }
        });
        Ok(Self {
            model,
            score: score::score(model, &entries),
            doubt,
        })
    }
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
        output.line(&table::header(columns, args.brief));
    }
    for path in &args.files {
        let scored = read_text(path).and_then(|text| Scored::of(&text, &questions, args));
        if let Err(error) = &scored {
            output.complain(path, error);
        }
        let line = match (args.format, &scored) {
            (Format::Json, Ok(scored)) => json_line(path, scored),
            (Format::Json, Err(error)) => error_line(path, error),
            (Format::Csv, Ok(scored)) => table::row(path, columns, scored),
            (Format::Csv, Err(error)) => table::error_row(path, error),
        };
        output.line(&line);
    }
    output.exit_code()
}

fn json_line(path: &Path, scored: &Scored<'_>) -> String {
    let (model, score) = (scored.model, &scored.score);
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    w.key("model").text(&model.version);
    write_dimensions(&mut w, model, score);
    write_overall(&mut w, score);
    write_counts(&mut w, score.counts);
    if let Some(doubt) = &scored.doubt {
        write_uncertainty(&mut w, model, doubt.uncertainty.as_ref());
        write_causes(&mut w, doubt.causes.as_ref());
    }
    w.close();
    w.finish()
}
