mod lines;
mod stream;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use super::key::{Draws, Key};
use super::output::{Name, Output, error_line, wrong_command_line};
use super::questions::{Questions, Which};
use super::source::{SourceError, read_text};
use cluster_ready_core::assessment::file::{
    Parsed, write_causes, write_counts, write_dimensions, write_overall, write_uncertainty,
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
///
/// With --format ndjson the input is a stream of such files, each on one line, from standard input (-) or of one file.
/// Each of them gives a line at once, in the same order, with its line number, from 1, in place of the file; empty lines
/// give none.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to score, in this order. With --format ndjson one: - is standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Lines of JSON, one table, or lines of JSON for lines of JSON.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    questions: Which,
    #[command(flatten)]
    key: Key,
    /// The scores alone, without how sure they are: many times as fast.
    #[arg(long)]
    brief: bool,
    /// Processors to use with --format ndjson; all of them, unless said.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

impl Args {
    /// Why these arguments do not go together.
    fn problem(&self) -> Option<&'static str> {
        let is_stream = self.format == Format::Ndjson;
        if is_stream && self.files.len() > 1 {
            return Some("--format ndjson takes one input: - for standard input, or one file");
        }
        if !is_stream && self.files.iter().any(|path| path.as_os_str() == "-") {
            return Some("- is for --format ndjson, which reads lines from standard input");
        }
        if !is_stream && self.jobs.is_some() {
            return Some("--jobs is for --format ndjson");
        }
        None
    }

    fn draws(&self) -> Option<Draws> {
        (!self.brief).then(|| Draws::of(&self.key))
    }
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
    /// Without `draws` no doubt is asked for.
    fn of(
        text: &str,
        questions: &'a Questions,
        draws: Option<&mut Draws>,
    ) -> Result<Self, SourceError> {
        let parsed = match draws {
            Some(_) => Parsed::of(text),
            None => Parsed::brief(text),
        };
        let (model, entries) = questions.entries_of(&parsed?)?;
        let doubt = draws.map(|draws| {
            let found = everything(model, &entries, draws.streams(model));
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
    Ndjson,
}

pub fn run(args: Args) -> ExitCode {
    if let Some(problem) = args.problem() {
        return wrong_command_line(problem);
    }
    let mut output = Output::open();
    // The dimensions of a firm are among those of a cluster.
    let columns = model::bundled().map_or(&[][..], |model| &model.dimensions);
    let questions = match Questions::of(&args.questions) {
        Ok(questions) => questions,
        Err(error) => return output.stop(&error),
    };
    if args.format == Format::Ndjson {
        return lines::run(args, questions, output);
    }
    let mut draws = args.draws();
    if args.format == Format::Csv {
        output.line(&table::header(columns, args.brief));
    }
    for path in &args.files {
        let scored = read_text(path).and_then(|text| Scored::of(&text, &questions, draws.as_mut()));
        if let Err(error) = &scored {
            output.complain(path, error);
        }
        let line = match (args.format, &scored) {
            (Format::Json | Format::Ndjson, Ok(scored)) => json_line(Name::File(path), scored),
            (Format::Json | Format::Ndjson, Err(error)) => error_line(Name::File(path), error),
            (Format::Csv, Ok(scored)) => table::row(path, columns, scored),
            (Format::Csv, Err(error)) => table::error_row(path, error),
        };
        output.line(&line);
    }
    output.exit_code()
}

fn json_line(name: Name<'_>, scored: &Scored<'_>) -> String {
    let (model, score) = (scored.model, &scored.score);
    let mut w = Writer::compact();
    w.open_object();
    name.write(&mut w);
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
