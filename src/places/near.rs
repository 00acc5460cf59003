use super::{Confidence, Institution, Kind, institutions};
use crate::{
    assessment::Place,
    boundary::{Position, Shape, nearest_edge},
};

/// An institution and how far the boundary's edge is from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Id of the data, or [`added_id`] of one that a person added.
    pub id: String,
    /// The institution of the data; `None` for one that a person added.
    pub institution: Option<&'static Institution>,
    /// Name of an added one; empty for those of the data.
    pub added_name: String,
    pub place: Position,
    /// 0 when the boundary holds it.
    pub distance_m: f64,
    /// Place on the edge, for the line on the map.
    pub edge: Position,
    /// The point is approximate: say "about".
    pub about: bool,
    /// Others on the same site, counted with it.
    pub same_site: Vec<&'static Institution>,
}

/// Which institutions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'a> {
    University,
    /// Of either kind, with this field.
    Field(&'a str),
    /// Research institutes.
    Institute,
    Any,
}

impl Wanted<'_> {
    fn fits(self, one: &Institution) -> bool {
        match self {
            Self::University => one.kind == Kind::University,
            Self::Institute => one.kind == Kind::Institute,
            Self::Field(field) => one.fields.iter().any(|own| own == field),
            Self::Any => true,
        }
    }
}

/// Id of the `index`-th institution that a person added.
pub fn added_id(index: usize) -> String {
    format!("added-{}", index + 1)
}

/// The nearest wanted institutions, nearest first, at most `count`; those of one site count once.
///
/// `boundary` in longitude and latitude.
pub fn nearest(boundary: &Shape, wanted: Wanted<'_>, count: usize) -> Vec<Near> {
    let mut all: Vec<Near> = institutions()
        .iter()
        .filter(|one| wanted.fits(one))
        .filter_map(|one| of_institution(boundary, one))
        .collect();
    all.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m));
    let mut sites: Vec<Near> = Vec::new();
    for near in all {
        let site = near.institution.and_then(|one| one.site.as_deref());
        let known = site.and_then(|site| {
            sites
                .iter_mut()
                .find(|other| other.institution.and_then(|one| one.site.as_deref()) == Some(site))
        });
        match known {
            Some(first) => first.same_site.extend(near.institution),
            None => sites.push(near),
        }
    }
    sites.truncate(count);
    sites
}

/// One institution of the data.
pub(super) fn of_institution(boundary: &Shape, one: &'static Institution) -> Option<Near> {
    let edge = nearest_edge(boundary, one.place)?;
    Some(Near {
        id: one.id.clone(),
        institution: Some(one),
        added_name: String::new(),
        place: one.place,
        distance_m: edge.distance_m,
        edge: edge.at,
        about: one.confidence == Confidence::Low,
        same_site: Vec::new(),
    })
}

/// One that a person added.
pub(super) fn of_added(boundary: &Shape, index: usize, added: &Place) -> Option<Near> {
    let place = [added.lon, added.lat];
    let edge = nearest_edge(boundary, place)?;
    Some(Near {
        id: added_id(index),
        institution: None,
        added_name: added.name.clone(),
        place,
        distance_m: edge.distance_m,
        edge: edge.at,
        about: false,
        same_site: Vec::new(),
    })
}
