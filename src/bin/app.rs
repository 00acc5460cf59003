//! The browser binary: its exports are in `cluster_ready::element`.

use cluster_ready as _;

fn main() {}
