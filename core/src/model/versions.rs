//! The versions of the bundled models before the present ones. The native command holds them; the browser loads one where a
//! file or a draft was made with it.

#[cfg(not(target_arch = "wasm32"))]
use std::sync::OnceLock;

use super::{BoundaryFigure, Subject, Whole};
#[cfg(not(target_arch = "wasm32"))]
use super::{Model, ModelError, bundled, bundled_for_firms};

/// A version that files were made with.
#[derive(Debug)]
pub struct Version {
    pub subject: Subject,
    pub id: &'static str,
    pub version: &'static str,
    /// As [`Model::hash`](super::Model::hash).
    pub hash: &'static str,
    /// Its file among those of the product.
    pub file: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    text: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    read: OnceLock<Result<Model, ModelError>>,
}

/// All of them. Adding one here lets files of it open everywhere.
pub static EARLIER: [Version; 2] = [
    Version {
        subject: Subject::Cluster,
        id: "smart-cluster",
        version: "1.0.0",
        hash: "4d916845e65abf3d119c6d0b9fd57b7e9fe0df2e541af371552c6dd67614ffec",
        file: "model-1.0.0.json",
        #[cfg(not(target_arch = "wasm32"))]
        text: include_str!("../../../data/model-1.0.0.json"),
        #[cfg(not(target_arch = "wasm32"))]
        read: OnceLock::new(),
    },
    Version {
        subject: Subject::Firm,
        id: "cluster-ready-firm",
        version: "1.0.0",
        hash: "11c5cee25bb365bbefd8e3a12792202c746ecb028d2e5bdd48847f0da1cc1132",
        file: "firm-1.0.0.json",
        #[cfg(not(target_arch = "wasm32"))]
        text: include_str!("../../../data/model-firm-1.0.0.json"),
        #[cfg(not(target_arch = "wasm32"))]
        read: OnceLock::new(),
    },
];

/// What the boundary gives to a question of a model that does not say it (`from`): of the versions 1.0.0, and of a page's own
/// model that was made like them.
pub(super) fn boundary_figure(id: &str) -> Option<BoundaryFigure> {
    match id {
        "L1" => Some(BoundaryFigure::University),
        "L2" => Some(BoundaryFigure::Institute),
        "L7" => Some(BoundaryFigure::Compactness),
        _ => None,
    }
}

/// The same of what a percentage is taken of (`share_of`), by its unit.
pub(super) fn share_of(unit: &str) -> Option<Whole> {
    match unit {
        "% of firms" => Some(Whole::Tenants),
        "% of the firm's workers" | "% of staff trained in 12 months" => Some(Whole::Workers),
        _ => None,
    }
}

/// The same of the number of firms up to which a reason for "not applicable" holds (`tenants_at_most`).
pub(super) fn tenants_at_most(reason: &str) -> Option<u32> {
    match reason {
        "fewer than 3 tenants" => Some(2),
        "only if the cluster has no tenant yet" => Some(0),
        _ => None,
    }
}

/// The earlier version with this hash.
pub fn earlier(hash: &str) -> Option<&'static Version> {
    EARLIER.iter().find(|one| one.hash == hash)
}

#[cfg(not(target_arch = "wasm32"))]
impl Version {
    /// The model itself, read once.
    pub fn model(&'static self) -> Result<&'static Model, &'static ModelError> {
        self.read.get_or_init(|| Model::parse(self.text)).as_ref()
    }
}

/// Every version of the bundled models, the present ones first.
///
/// # Errors
/// One of them is broken.
#[cfg(not(target_arch = "wasm32"))]
pub fn versions() -> Result<Vec<&'static Model>, &'static ModelError> {
    let present = [bundled(), bundled_for_firms()];
    let earlier = EARLIER.iter().map(Version::model);
    present.into_iter().chain(earlier).collect()
}
