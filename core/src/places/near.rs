use super::{Confidence, Institution, Kind, institutions};
use crate::{
    assessment::Place,
    boundary::{Edges, Position, Shape},
};

/// An institution and how far the boundary's edge is from it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Near {
    /// Id of the data, or [`added_id`] of one that a person added.
    pub id: String,
    /// Name of an added one; empty for those of the data.
    pub added_name: String,
    pub place: Position,
    /// 0 when the boundary holds it.
    pub distance_m: f64,
    /// Place on the edge, for the line on the map.
    pub edge: Position,
    /// The point is approximate: say "about".
    pub about: bool,
    /// Ids of others on the same site, counted with it.
    pub same_site: Vec<String>,
}

impl Near {
    /// The distance as it may be told: of an approximate point in whole kilometres, as no nearer is known.
    pub fn told_m(&self) -> f64 {
        if self.about && self.distance_m > 0.0 {
            (self.distance_m / 1000.0).round().max(1.0) * 1000.0
        } else {
            self.distance_m
        }
    }
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
            Self::Field(field) => one.fields.contains(&field),
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
/// `boundary`: valid, in longitude and latitude.
pub fn nearest(boundary: &Shape, wanted: Wanted<'_>, count: usize) -> Vec<Near> {
    let edges = Edges::of(boundary);
    let mut by_bound: Vec<(f64, &'static Institution)> = institutions()
        .iter()
        .filter(|one| wanted.fits(one))
        .map(|one| (edges.at_least_m(one.place), one))
        .collect();
    crate::order::by(&mut by_bound, |(a, _), (b, _)| a.total_cmp(b));
    let mut sites: Vec<(Near, &'static Institution)> = Vec::new();
    for (at_least_m, one) in by_bound {
        // No one further can come among the first `count`.
        let last = count.checked_sub(1).and_then(|last| sites.get(last));
        if count == 0 || last.is_some_and(|(last, _)| last.distance_m < at_least_m) {
            break;
        }
        if let Some(near) = of_institution(&edges, one) {
            add(&mut sites, (near, one));
        }
    }
    sites.truncate(count);
    sites.into_iter().map(|(near, _)| near).collect()
}

/// Keeps the list sorted; one of a known site joins the nearest of it.
fn add(sites: &mut Vec<(Near, &'static Institution)>, mut new: (Near, &'static Institution)) {
    let site = new.1.site;
    let known = sites
        .iter()
        .position(|(_, other)| site.is_some() && other.site == site);
    if let Some(index) = known {
        let mut other = sites.remove(index);
        if other.0.distance_m <= new.0.distance_m {
            std::mem::swap(&mut other, &mut new);
        }
        new.0.same_site.append(&mut other.0.same_site);
        new.0.same_site.push(other.0.id);
    }
    let index = sites.partition_point(|(other, _)| other.distance_m <= new.0.distance_m);
    sites.insert(index, new);
}

/// One institution of the data.
pub(super) fn of_institution(edges: &Edges<'_>, one: &'static Institution) -> Option<Near> {
    let edge = edges.nearest(one.place)?;
    Some(Near {
        id: one.id.to_owned(),
        added_name: String::new(),
        place: one.place,
        distance_m: edge.distance_m,
        edge: edge.at,
        about: one.confidence == Confidence::Low,
        same_site: Vec::new(),
    })
}

/// One that a person added.
pub(super) fn of_added(edges: &Edges<'_>, index: usize, added: &Place) -> Option<Near> {
    let place = [added.lon, added.lat];
    let edge = edges.nearest(place)?;
    Some(Near {
        id: added_id(index),
        added_name: added.name.clone(),
        place,
        distance_m: edge.distance_m,
        edge: edge.at,
        about: false,
        same_site: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_ha_noi() -> Shape {
        let ring = vec![
            [105.80, 21.04],
            [105.81, 21.04],
            [105.81, 21.05],
            [105.80, 21.05],
        ];
        Shape::of_ring(ring)
    }

    #[test]
    fn nearest_are_in_order_and_agree_with_measuring_all() {
        let near = nearest(&in_ha_noi(), Wanted::University, 5);
        assert_eq!(near.len(), 5);
        assert!(near.is_sorted_by(|a, b| a.distance_m <= b.distance_m));
        let shape = in_ha_noi();
        let edges = Edges::of(&shape);
        let least = institutions()
            .iter()
            .filter(|one| one.kind == Kind::University)
            .filter_map(|one| Some(edges.nearest(one.place)?.distance_m))
            .fold(f64::INFINITY, f64::min);
        assert_eq!(near[0].distance_m, least);
    }

    #[test]
    fn institutions_of_one_site_count_once() {
        let all = nearest(&in_ha_noi(), Wanted::Any, 300);
        let shared: Vec<_> = all
            .iter()
            .filter(|near| !near.same_site.is_empty())
            .collect();
        assert_eq!(shared.len(), 1);
        assert_eq!(shared[0].same_site.len(), 8);
        assert_eq!(all.len(), 265 - 8);
    }

    #[test]
    fn field_that_nobody_has_gives_nobody() {
        assert!(nearest(&in_ha_noi(), Wanted::Field("shipbuilding"), 3).is_empty());
        assert!(nearest(&in_ha_noi(), Wanted::Any, 0).is_empty());
        assert!(nearest(&Shape::default(), Wanted::Any, 3).is_empty());
    }

    #[test]
    fn an_approximate_point_is_told_in_whole_kilometres() {
        let told = |distance_m, about| {
            let near = nearest(&in_ha_noi(), Wanted::University, 1).remove(0);
            let near = Near {
                distance_m,
                about,
                ..near
            };
            near.told_m()
        };
        assert_eq!(told(22_155.5, true), 22_000.0);
        assert_eq!(told(120.0, true), 1_000.0);
        assert_eq!(told(0.0, true), 0.0);
        assert_eq!(told(22_155.5, false), 22_155.5);
    }
}
