use super::kept::{self, Look, Stored, Then, Why, noted};
use super::tests::{FIRST, after, head, record, refused, with, writes, writing};
use super::*;

/// What another tab stored.
fn stored(revision: u32) -> Stored {
    Stored::Record {
        head: head(revision, 1_500.0),
        opens: true,
    }
}

/// The look that follows an event, with the machine that asked for it.
fn look(drafts: Drafts, event: kept::Event) -> (Drafts, Look) {
    let (drafts, then) = drafts.update_kept(2_000.0, event);
    let look = then.into_iter().find_map(|then| match then {
        Then::Look(look) => Some(look),
        _ => None,
    });
    (drafts, look.unwrap())
}

fn looked(drafts: Drafts, look: Look, stored: Stored, loose: bool) -> (Drafts, Vec<Then>) {
    let event = kept::Event::Looked {
        look,
        stored,
        loose,
    };
    drafts.update_kept(2_001.0, event)
}

fn spoken() -> kept::Event {
    kept::Event::Spoken("a".into())
}

#[test]
fn version_of_another_tab_is_taken_where_nothing_is_unsettled_here() {
    let (settled, _) = with(&writing(), [Event::Written(head(1, FIRST))]);
    let (drafts, asked) = look(settled.clone(), spoken());
    let (now, then) = looked(drafts.clone(), asked.clone(), stored(2), false);
    assert_eq!(then.last(), Some(&Then::Show));
    assert_eq!(now.status(), SaveStatus::Saved { at: 1_500.0 });
    // What it has itself is no news.
    let (now, then) = looked(drafts.clone(), asked.clone(), stored(1), false);
    assert_eq!((now, then), (drafts.clone(), vec![]));
    let (now, _) = looked(drafts.clone(), asked.clone(), stored(2), true);
    assert_eq!(now.status(), SaveStatus::Conflict);
    let (_, then) = looked(drafts.clone(), asked.clone(), Stored::Nothing, false);
    assert_eq!(then, [Then::Leave { gone: true }]);
    let (now, _) = looked(drafts.clone(), asked.clone(), Stored::Nothing, true);
    assert_eq!(now.status(), SaveStatus::Gone);
    let (now, then) = looked(drafts.clone(), asked, Stored::Unknown, true);
    assert_eq!((now, then), (drafts, vec![]));
    // Of another draft it is only listed.
    let (_, then) = settled.update_kept(2_000.0, kept::Event::Spoken("b".into()));
    assert_eq!(then, [Then::Do(Effect::List)]);
}

#[test]
fn own_write_finds_out_by_itself_what_another_tab_did() {
    let (drafts, asked) = look(after(&writing()).0, spoken());
    for found in [stored(2), Stored::Nothing] {
        let (now, then) = looked(drafts.clone(), asked.clone(), found, false);
        assert_eq!((now, then), (drafts.clone(), vec![]));
    }
}

#[test]
fn draft_that_was_wished_for_before_another_is_not_shown() {
    let (first, early) = look(Drafts::default(), kept::Event::Resume("a".into()));
    let (second, late) = look(first, kept::Event::Resume("b".into()));
    let (same, then) = looked(second.clone(), early.clone(), stored(1), false);
    assert_eq!((same, then), (second.clone(), vec![]));
    let (shown, then) = looked(second.clone(), late.clone(), stored(1), false);
    assert_eq!(then.last(), Some(&Then::Show));
    assert_eq!(shown.status(), SaveStatus::Saved { at: 1_500.0 });
    let (begun, _) = second.update(2_002.0, Event::Begun("c".into()));
    let (same, then) = looked(begun.clone(), late, stored(1), false);
    assert_eq!((same, then), (begun, vec![]));
}

#[test]
fn version_of_another_tab_that_is_asked_for_takes_the_place_of_this_one() {
    let (drafts, _) = with(&writing(), [refused(StoreError::Conflict)]);
    let (drafts, asked) = look(drafts, kept::Event::TakeOther);
    assert_eq!(asked.why, Why::Taken);
    let (now, then) = looked(drafts.clone(), asked.clone(), stored(1), false);
    let shown = Then::Remember("a".into());
    assert_eq!(then, [Then::Do(Effect::ForgetNote), shown, Then::Show]);
    assert_eq!(now.status(), SaveStatus::Saved { at: 1_500.0 });
    let (now, then) = looked(drafts.clone(), asked.clone(), Stored::Nothing, false);
    assert_eq!(then, [Then::Leave { gone: false }]);
    assert_eq!(
        writes(&now.update(2_002.0, Event::Left).1),
        Vec::<u32>::new()
    );
    // A copy that was asked for meanwhile stays.
    let (copied, _) = drafts.update_kept(2_000.5, kept::Event::Copied("b".into()));
    let (same, then) = looked(copied.clone(), asked, stored(1), false);
    assert_eq!((same, then), (copied, vec![]));
}

#[test]
fn record_of_the_moment_of_leaving_goes_over_its_own_draft_or_beside_another_version() {
    let note = |revision, saved_at| record(head(revision, saved_at));
    let other = |revision, saved_at| Record {
        body: "other".into(),
        ..note(revision, saved_at)
    };
    let revision = |note: Record, stored: Option<&Record>| {
        noted(note, stored).map(|one| (one.id, one.revision))
    };
    assert_eq!(
        revision(note(5, 9.0), Some(&other(4, 8.0))),
        Some(("a".into(), 5))
    );
    // The write that was under way got through.
    assert_eq!(
        revision(note(5, 9.0), Some(&other(5, 9.0))),
        Some(("a".into(), 6))
    );
    assert_eq!(revision(note(5, 9.0), Some(&note(5, 9.0))), None);
    // Another tab's.
    assert_eq!(
        revision(note(5, 9.0), Some(&other(5, 8.5))),
        Some((String::new(), 1))
    );
    assert_eq!(
        revision(note(5, 9.0), Some(&other(7, 9.0))),
        Some((String::new(), 1))
    );
    assert_eq!(revision(note(1, 9.0), None), Some(("a".into(), 1)));
    assert_eq!(revision(note(2, 9.0), None), None);
}
