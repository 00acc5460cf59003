use std::sync::Arc;

use crate::platform::worker::Payload;
use cluster_ready_core::assessment::limits;
use cluster_ready_core::boundary::Shape;

/// The corners as given: the bytes that go to the worker, and the shape where an assessment can hold it. Of more corners
/// only the browser holds the bytes.
#[derive(Debug, Clone)]
pub struct Held {
    bytes: Payload,
    shape: Option<Arc<Shape>>,
}

impl Held {
    pub fn of(shape: Shape) -> Self {
        Self {
            bytes: Payload::of(&shape),
            shape: small(shape),
        }
    }

    pub fn of_bytes(bytes: Payload) -> Self {
        Self {
            shape: bytes.shape_at_hand().and_then(small),
            bytes,
        }
    }

    pub fn bytes(&self) -> &Payload {
        &self.bytes
    }

    /// `None` for more corners than an assessment holds.
    pub fn shape(&self) -> Option<&Shape> {
        self.shape.as_deref()
    }
}

fn small(shape: Shape) -> Option<Arc<Shape>> {
    let few = shape.positions().nth(limits::BOUNDARY_CORNERS).is_none();
    few.then(|| Arc::new(shape))
}

/// The same corners; of very many, the same bytes.
impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        match (&self.shape, &other.shape) {
            (Some(own), Some(other)) => own == other,
            _ => self.bytes == other.bytes,
        }
    }
}
