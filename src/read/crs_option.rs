use crate::boundary::{Crs, Position, Shape};

/// A system that coordinates without one may be in.
#[derive(Debug, Clone, PartialEq)]
pub struct CrsOption {
    pub crs: Crs,
    /// Where the middle of the boundary would lie on WGS 84.
    pub lands_at: Position,
    /// Code of the likely province there.
    pub province: Option<String>,
    pub in_viet_nam: bool,
    /// A meridian of a former province, not of today's.
    pub legacy: bool,
    pub recommended: bool,
}

/// Every system the coordinates may be in, the most plausible first, given the cluster's province or none.
pub fn crs_options(_shape: &Shape, _province: Option<&str>) -> Vec<CrsOption> {
    Vec::new()
}
