use std::path::PathBuf;
use std::process::ExitCode;

/// Reads and measures boundary files.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to read, in this order.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Coordinate system of files that name none, as in EPSG:9210.
    #[arg(long, conflicts_with = "meridian")]
    pub crs: Option<String>,
    /// Central meridian of VN-2000 in degrees, as in 106.25.
    #[arg(long)]
    pub meridian: Option<f64>,
    /// One line for each feature of a collection.
    #[arg(long)]
    pub each: bool,
}

pub fn run(_args: &Args) -> ExitCode {
    eprintln!("boundary: not built yet");
    ExitCode::from(2)
}
