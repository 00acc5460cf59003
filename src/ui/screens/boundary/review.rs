use super::measures::Landed;
use super::{declared, stated};
use crate::ui::state::{App, Work};
use cluster_ready_core::law::Agreement;
use cluster_ready_core::survey::Surveyed;

/// What is no fault of the corners and yet has to be looked at.
pub struct Review {
    pub title: String,
    pub text: String,
    /// Where on the page it is settled: the words of the way there, and the id.
    pub way: (&'static str, &'static str),
}

/// That it is not said yet where the boundary lies, that it lies in another province than said, or is larger or smaller
/// than the file or the decision says.
pub fn reviews(app: App, seen: &Surveyed, work: &Work) -> Vec<Review> {
    if work.crs.is_none() {
        return vec![Review {
            title: app.t("boundary.pending").to_owned(),
            text: app.t("boundary.saved.where").to_owned(),
            way: ("boundary.review.to_where", "boundary-where"),
        }];
    }
    let Some(measures) = &seen.measures else {
        return Vec::new();
    };
    let elsewhere = Landed::of(app, measures)
        .filter(Landed::is_elsewhere)
        .map(|landed| Review {
            title: app.t("boundary.review.province").to_owned(),
            text: landed.text(app),
            way: ("boundary.review.to_where", "boundary-where"),
        });
    let apart = declared::apart(app, measures).map(|(agreement, title, text)| Review {
        title,
        text,
        way: match agreement {
            Agreement::TooFar => ("boundary.review.to_why", "boundary-explanation"),
            Agreement::Apart | Agreement::Close => {
                ("boundary.review.to_measures", "boundary-measures")
            }
        },
    });
    let stated = stated::review(app, seen, work);
    elsewhere.into_iter().chain(stated).chain(apart).collect()
}
