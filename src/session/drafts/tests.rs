use super::kept::{self, Look, Stored, Then, Why, noted};
use super::*;

const START: f64 = 1_000.0;

/// A machine that has gone through some events, a second after each other, and what came of the last one.
fn after(events: &[Event]) -> (Drafts, Vec<Effect>) {
    let mut now = START;
    events
        .iter()
        .fold((Drafts::default(), Vec::new()), |(drafts, _), event| {
            now += 1.0;
            drafts.update(now, event.clone())
        })
}

fn ready() -> Event {
    Event::Opened { notes: false }
}

fn begun() -> Event {
    Event::Begun("a".into())
}

fn changed() -> Event {
    Event::Changed { blank: false }
}

fn head(revision: u32, saved_at: f64) -> Head {
    Head {
        id: "a".into(),
        revision,
        saved_at,
        amends: None,
    }
}

fn record(head: Head) -> Record {
    Record {
        id: head.id,
        revision: head.revision,
        saved_at: head.saved_at,
        amends: head.amends,
        screen: String::new(),
        body: "said".into(),
    }
}

/// Opened, begun and changed: the first write is under way.
fn writing() -> [Event; 3] {
    [ready(), begun(), changed()]
}

const FIRST: f64 = START + 3.0;

fn with(before: &[Event], then: impl IntoIterator<Item = Event>) -> (Drafts, Vec<Effect>) {
    let events: Vec<Event> = before.iter().cloned().chain(then).collect();
    after(&events)
}

fn refused(why: StoreError) -> Event {
    Event::Refused(record(head(1, FIRST)), why)
}

/// What is written, whatever else is done.
fn writes(effects: &[Effect]) -> Vec<u32> {
    let write = |effect: &Effect| match effect {
        Effect::Write(head) => Some(head.revision),
        _ => None,
    };
    effects.iter().filter_map(write).collect()
}

#[test]
fn change_is_written_at_once_and_saved_when_the_store_says_so() {
    let (drafts, effects) = after(&writing());
    assert_eq!(drafts.status(), SaveStatus::Saving);
    assert_eq!(effects, [Effect::Write(head(1, FIRST))]);
    let (drafts, effects) = with(&writing(), [Event::Written(head(1, FIRST))]);
    assert_eq!(drafts.status(), SaveStatus::Saved { at: FIRST });
    let saved = Effect::Saved {
        id: "a".into(),
        open: true,
    };
    assert_eq!(effects, [saved, Effect::ForgetNote]);
}

#[test]
fn changes_during_a_write_are_one_more_write() {
    let (drafts, effects) = with(&writing(), [changed(), changed()]);
    assert_eq!(effects, []);
    let (drafts, effects) = drafts.update(2_000.0, Event::Written(head(1, FIRST)));
    assert_eq!(writes(&effects), [2]);
    assert!(!effects.contains(&Effect::ForgetNote));
    assert_eq!(drafts.status(), SaveStatus::Saving);
}

#[test]
fn look_at_the_first_page_leaves_no_trace() {
    let blank = Event::Changed { blank: true };
    let (drafts, effects) = with(&[ready(), begun()], [blank.clone()]);
    assert_eq!((drafts.status(), effects), (SaveStatus::Idle, vec![]));
    // Once stored, that everything was taken back is stored too.
    let (_, effects) = with(&writing(), [Event::Written(head(1, FIRST)), blank]);
    assert_eq!(writes(&effects), [2]);
}

#[test]
fn what_was_said_while_the_store_was_opened_is_written_then() {
    let (drafts, effects) = after(&[begun(), changed()]);
    assert_eq!((drafts.status(), effects), (SaveStatus::Idle, vec![]));
    let (drafts, effects) = after(&[begun(), changed(), Event::Late]);
    assert_eq!(drafts.status(), SaveStatus::NoStorage);
    assert_eq!(effects, [Effect::Failed]);
    let (drafts, effects) = drafts.update(2_000.0, ready());
    assert_eq!(writes(&effects), [1]);
    assert_eq!(drafts.status(), SaveStatus::Saving);
}

#[test]
fn draft_that_was_left_before_the_store_was_open_is_written_then() {
    let (drafts, effects) = after(&[begun(), changed(), Event::Left]);
    assert_eq!(writes(&effects), [1]);
    let (drafts, effects) = drafts.update(
        2_000.0,
        Event::Refused(record(head(1, 1_003.0)), StoreError::NotOpen),
    );
    assert_eq!(effects, []);
    let (_, effects) = drafts.update(2_001.0, ready());
    assert_eq!(
        effects.first(),
        Some(&Effect::Put(record(head(1, 1_003.0))))
    );
}

#[test]
fn refused_write_is_told_and_tried_again() {
    for (why, status) in [
        (StoreError::Full, SaveStatus::Full),
        (StoreError::Unavailable, SaveStatus::NoStorage),
        (StoreError::Newer, SaveStatus::Newer),
    ] {
        let (drafts, effects) = with(&writing(), [refused(why)]);
        assert_eq!(drafts.status(), status);
        assert_eq!(effects, [Effect::Failed]);
        for again in [changed(), Event::Hidden] {
            let (drafts, effects) = drafts.clone().update(2_000.0, again);
            assert_eq!(writes(&effects), [1], "{why:?}");
            assert_eq!(drafts.status(), SaveStatus::Saving);
        }
        let (_, effects) = drafts.clone().update(2_000.0, Event::Left);
        assert_eq!(writes(&effects), [1], "{why:?}");
    }
}

#[test]
fn version_beside_that_of_another_tab_is_written_only_as_a_draft_of_its_own() {
    let (drafts, effects) = with(&writing(), [refused(StoreError::Conflict)]);
    assert_eq!(drafts.status(), SaveStatus::Conflict);
    assert_eq!(effects, [Effect::Failed]);
    let (same, effects) = drafts.clone().update(2_000.0, changed());
    assert_eq!((same.status(), effects), (SaveStatus::Conflict, vec![]));
    // For the moment of leaving it is noted: beside what is stored, as `noted` sees.
    let (_, effects) = drafts.clone().update(2_000.0, Event::Hidden);
    assert_eq!(effects, [Effect::Keep(head(1, 2_000.0))]);
    for gone in [Event::Left, Event::Begun("b".into()), Event::Unmounted] {
        let (_, effects) = drafts.clone().update(2_000.0, gone);
        let own = Head {
            id: String::new(),
            ..head(1, 2_000.0)
        };
        assert_eq!(effects.first(), Some(&Effect::Write(own)));
    }
    let (drafts, _) = drafts.update(2_000.0, Event::Copied("b".into()));
    let (drafts, effects) = drafts.update(2_001.0, changed());
    assert_eq!((drafts.id(), writes(&effects)), ("b", vec![1]));
}

#[test]
fn draft_that_another_tab_erased_is_never_written_again() {
    let (drafts, _) = with(&writing(), [refused(StoreError::Gone)]);
    assert_eq!(drafts.status(), SaveStatus::Gone);
    for event in [changed(), Event::Hidden, Event::Left, Event::Unmounted] {
        let (_, effects) = drafts.clone().update(2_000.0, event.clone());
        assert_eq!(writes(&effects), Vec::<u32>::new(), "{event:?}");
        assert!(!matches!(
            effects.first(),
            Some(Effect::Keep(_) | Effect::Note(_))
        ));
    }
}

#[test]
fn what_a_write_missed_is_written_after_it_when_the_draft_is_left() {
    let (_, effects) = with(&writing(), [Event::Left]);
    assert_eq!(effects, [Effect::Remember(None), Effect::ForgetNote]);
    let (_, effects) = with(&writing(), [changed(), Event::Left]);
    let more = Head {
        amends: Some(FIRST),
        ..head(1, FIRST + 2.0)
    };
    assert_eq!(effects.first(), Some(&Effect::Write(more)));
}

#[test]
fn late_answers_change_nothing_of_the_open_draft() {
    let left = [Event::Left, Event::Begun("b".into())];
    for late in [
        Event::Written(head(1, FIRST)),
        refused(StoreError::Full),
        refused(StoreError::Conflict),
        refused(StoreError::Gone),
    ] {
        let (before, _) = with(&writing(), left.clone());
        let (now, _) = before.clone().update(2_000.0, late);
        assert_eq!((now.status(), now.id()), (before.status(), before.id()));
    }
    // Nor does the answer to a write of the same draft before the present one.
    let (drafts, _) = with(&writing(), [Event::Written(head(1, FIRST)), changed()]);
    let (now, _) = drafts
        .clone()
        .update(2_000.0, Event::Written(head(1, FIRST)));
    assert_eq!(now, drafts);
}

#[test]
fn version_that_conflicts_after_its_draft_was_left_is_kept_beside() {
    let (drafts, effects) = with(&writing(), [Event::Left, refused(StoreError::Conflict)]);
    assert_eq!(effects, [Effect::Put(record(head(1, FIRST)).beside())]);
    // Not once everything was erased.
    let (drafts, _) = {
        let (erased, _) = with(&writing(), [Event::Left]);
        let (erased, _) = erased.update_kept(2_000.0, kept::Event::ErasedAll);
        assert_eq!(drafts.status(), erased.status());
        (erased, ())
    };
    let (_, effects) = drafts.update(2_001.0, refused(StoreError::Conflict));
    assert_eq!(effects, []);
}

#[test]
fn event_that_cannot_be_changes_nothing() {
    let none = Drafts::default();
    for event in [
        changed(),
        Event::Hidden,
        Event::Unmounted,
        Event::Copied("b".into()),
        Event::Written(head(1, 1.0)),
    ] {
        let (now, effects) = none.clone().update(START, event.clone());
        assert_eq!(now, none, "{event:?}");
        assert_eq!(writes(&effects), Vec::<u32>::new());
    }
    let (open, _) = with(&writing(), [Event::Written(head(1, FIRST))]);
    for event in [
        ready(),
        Event::Late,
        Event::NotOpened(Lack::NoStorage),
        Event::Copied("b".into()),
    ] {
        let (now, effects) = open.clone().update(2_000.0, event.clone());
        assert_eq!((now, effects), (open.clone(), vec![]), "{event:?}");
    }
    for event in [kept::Event::Reopen("b".into()), kept::Event::TakeOther] {
        let (now, then) = open.clone().update_kept(2_000.0, event.clone());
        assert_eq!((now, then), (open.clone(), vec![]), "{event:?}");
    }
}

#[test]
fn without_a_store_nothing_is_promised() {
    for (lack, status, told) in [
        (Lack::NoStorage, SaveStatus::NoStorage, true),
        (Lack::Newer, SaveStatus::Newer, true),
        (Lack::NotKept, SaveStatus::NotKept, false),
    ] {
        let (drafts, effects) = after(&[begun(), changed(), Event::NotOpened(lack)]);
        assert_eq!(drafts.status(), status);
        assert_eq!(effects.contains(&Effect::Failed), told);
        let (drafts, effects) = drafts.update(2_000.0, changed());
        assert_eq!((drafts.status(), effects), (status, vec![]));
    }
}

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
    let shown = Then::Do(Effect::Remember(Some("a".into())));
    assert_eq!(then, [Then::Do(Effect::ForgetNote), shown, Then::Show]);
    assert_eq!(now.status(), SaveStatus::Saved { at: 1_500.0 });
    let (now, then) = looked(drafts.clone(), asked.clone(), Stored::Nothing, false);
    assert_eq!(then, [Then::Leave { gone: false }]);
    assert_eq!(
        writes(&now.update(2_002.0, Event::Left).1),
        Vec::<u32>::new()
    );
    // A copy that was asked for meanwhile stays.
    let (copied, _) = drafts.update(2_000.5, Event::Copied("b".into()));
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
