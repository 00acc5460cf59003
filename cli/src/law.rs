use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use super::output::{Name, Output, error_line};
use super::questions::{Questions, Which};
use super::source::{SourceError, read_text};
use cluster_ready_core::assessment::{Assessment, Date, file::read_case};
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::json::Writer;
use cluster_ready_core::law::{self, Input};
use cluster_ready_core::model::Subject;

/// Compares clusters with the law: result files, or objects {"profile": {…}, "answers": {…}, "area_ha": …}.
///
/// One JSON object a line: file, at, verdicts as in result files; or file and error. Information, not a decision of the authority.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to compare, in this order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The day whose rules are asked, as in 2026-12-30; else the assessment date of each file.
    #[arg(long, value_parser = day)]
    at: Option<Date>,
    #[command(flatten)]
    questions: Which,
}

fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse_iso(text).ok_or("no date as in 2026-12-30")
}

pub fn run(args: &Args) -> ExitCode {
    let mut output = Output::open();
    let questions = match Questions::of(&args.questions) {
        Ok(questions) => questions,
        Err(error) => return output.stop(&error),
    };
    for path in &args.files {
        match compare(path, args.at, &questions) {
            Ok(line) => output.line(&line),
            Err(error) => {
                output.complain(path, &error);
                output.line(&error_line(Name::File(path), &error));
            }
        }
    }
    output.exit_code()
}

fn compare(path: &Path, at: Option<Date>, questions: &Questions) -> Result<String, SourceError> {
    let text = read_text(path)?;
    let model = questions.model(&text)?;
    if model.subject == Subject::Firm {
        return Err(SourceError::NoLaw);
    }
    let rules = law::bundled().map_err(|error| SourceError::Rules(error.to_string()))?;
    let (mut case, area_ha) = read_case(&text, model)?;
    case.profile.assessed = at.or(case.profile.assessed);
    let measures = area_ha.map(measured);
    let whole = Input::of(&case);
    let verdicts = law::judge(
        rules,
        &Input {
            measures: measures.as_ref().or(whole.measures),
            ..whole
        },
    );
    Ok(line(path, &case, &law::record(rules, &verdicts)))
}

/// An area that was measured, without the boundary that it was measured on.
fn measured(area_ha: f64) -> Measures {
    let area_m2 = area_ha * 10_000.0;
    Measures {
        area_m2,
        plane_area_m2: area_m2,
        area_sd_m2: 0.0,
        perimeter_m: 0.0,
        compactness: 0.0,
        province: None,
        centre: [0.0, 0.0],
    }
}

fn line(path: &Path, case: &Assessment, record: &Value) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    let at = case.profile.assessed.map(Date::to_iso);
    w.key("at").optional_text(at.as_deref());
    let verdicts = record.get("verdicts").unwrap_or(&Value::Null);
    w.key("verdicts").value(verdicts);
    w.close();
    w.finish()
}
