//! How a [`Near`] crosses to another thread: institutions of the data go by their ids.

use serde::{Deserialize, Serialize};

use super::{Institution, Near, institution};
use crate::boundary::Position;

#[derive(Serialize, Deserialize)]
pub(super) struct Message {
    id: String,
    added_name: String,
    place: Position,
    distance_m: f64,
    edge: Position,
    about: bool,
    same_site: Vec<String>,
}

/// The other thread knows other institutions.
#[derive(Debug, thiserror::Error)]
#[error("no institution {0:?}")]
pub(super) struct UnknownInstitution(String);

impl From<Near> for Message {
    fn from(near: Near) -> Self {
        Self {
            id: near.id,
            added_name: near.added_name,
            place: near.place,
            distance_m: near.distance_m,
            edge: near.edge,
            about: near.about,
            same_site: near.same_site.iter().map(|one| one.id.clone()).collect(),
        }
    }
}

impl TryFrom<Message> for Near {
    type Error = UnknownInstitution;

    fn try_from(message: Message) -> Result<Self, Self::Error> {
        let known = |id: String| -> Result<&'static Institution, UnknownInstitution> {
            institution(&id).ok_or(UnknownInstitution(id))
        };
        let same_site = message.same_site.into_iter().map(known);
        let same_site = same_site.collect::<Result<_, _>>()?;
        Ok(Self {
            institution: institution(&message.id),
            id: message.id,
            added_name: message.added_name,
            place: message.place,
            distance_m: message.distance_m,
            edge: message.edge,
            about: message.about,
            same_site,
        })
    }
}
