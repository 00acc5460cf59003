//! The native command `cluster-ready`.

fn main() -> std::process::ExitCode {
    cluster_ready::cli::run()
}
