use super::kept;
use super::*;

const START: f64 = 1_000.0;

/// A machine that has gone through some events, a second after each other, and what came of the last one.
pub fn after(events: &[Event]) -> (Drafts, Vec<Effect>) {
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

pub fn head(revision: u32, saved_at: f64) -> Head {
    Head {
        id: "a".into(),
        revision,
        saved_at,
        amends: None,
    }
}

pub fn record(head: Head) -> Record {
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
pub fn writing() -> [Event; 4] {
    [ready(), begun(), changed(), Event::Due]
}

pub const FIRST: f64 = START + 4.0;

pub fn with(before: &[Event], then: impl IntoIterator<Item = Event>) -> (Drafts, Vec<Effect>) {
    let events: Vec<Event> = before.iter().cloned().chain(then).collect();
    after(&events)
}

pub fn refused(why: StoreError) -> Event {
    Event::Refused(record(head(1, FIRST)), why)
}

/// What is written, whatever else is done.
pub fn writes(effects: &[Effect]) -> Vec<u32> {
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
fn changes_of_one_task_are_one_write() {
    let (drafts, effects) = after(&[ready(), begun(), changed(), changed()]);
    assert_eq!(effects, [Effect::Soon]);
    assert_eq!(drafts.status(), SaveStatus::Saving);
    let (drafts, effects) = drafts.update(2_000.0, Event::Due);
    assert_eq!(effects, [Effect::Write(head(1, 2_000.0))]);
    let (same, effects) = drafts.clone().update(2_000.0, Event::Due);
    assert_eq!((same, effects), (drafts, vec![]));
    // Nor is anything lost where the screen goes on before that.
    let (_, effects) = after(&[ready(), begun(), changed(), Event::Left]);
    assert_eq!(writes(&effects), [1]);
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
    let taken_back = [Event::Written(head(1, FIRST)), blank, Event::Due];
    let (_, effects) = with(&writing(), taken_back);
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
    let left = record(head(1, 1_003.0));
    let refused = Event::Refused(left.clone(), StoreError::NotOpen);
    let (drafts, effects) = drafts.update(2_000.0, refused);
    assert_eq!(
        effects,
        [Effect::Kept(kept::Event::Refused(
            left.clone(),
            StoreError::NotOpen
        ))]
    );
    let refused = kept::Event::Refused(left.clone(), StoreError::NotOpen);
    let (drafts, then) = drafts.update_kept(2_000.0, refused);
    assert_eq!(then, []);
    let (drafts, effects) = drafts.update(2_001.0, ready());
    assert_eq!(
        effects,
        [Effect::Kept(kept::Event::Again(None)), Effect::List]
    );
    let (_, then) = drafts.update_kept(2_002.0, kept::Event::Again(None));
    assert_eq!(then.last(), Some(&kept::Then::Put(left)));
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
        let (again, effects) = drafts.clone().update(2_000.0, changed());
        assert_eq!(effects, [Effect::Soon]);
        for (drafts, event) in [(&again, Event::Due), (&drafts, Event::Hidden)] {
            let (drafts, effects) = drafts.clone().update(2_001.0, event);
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
    let (drafts, then) = drafts.update_kept(2_000.0, kept::Event::Copied("b".into()));
    assert_eq!(then, [kept::Then::Change]);
    let (drafts, _) = drafts.update(2_001.0, changed());
    let (drafts, effects) = drafts.update(2_002.0, Event::Due);
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
            Some(Effect::Keep(_) | Effect::Kept(_))
        ));
    }
}

#[test]
fn what_a_write_missed_is_written_after_it_when_the_draft_is_left() {
    let (_, effects) = with(&writing(), [Event::Left]);
    assert_eq!(effects, [Effect::Closed]);
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
    let (left, _) = with(&writing(), [Event::Left]);
    let (left, effects) = left.update(2_000.0, refused(StoreError::Conflict));
    let own = record(head(1, FIRST));
    let conflict = kept::Event::Refused(own.clone(), StoreError::Conflict);
    assert_eq!(effects, [Effect::Kept(conflict.clone())]);
    let (_, then) = left.clone().update_kept(2_001.0, conflict.clone());
    assert_eq!(then, [kept::Then::Put(own.beside())]);
    // Not once everything was erased.
    let (erased, _) = left.update_kept(2_001.0, kept::Event::ErasedAll);
    let (_, then) = erased.update_kept(2_002.0, conflict);
    assert_eq!(then, []);
}

#[test]
fn event_that_cannot_be_changes_nothing() {
    let none = Drafts::default();
    for event in [
        changed(),
        Event::Hidden,
        Event::Unmounted,
        Event::Written(head(1, 1.0)),
    ] {
        let (now, effects) = none.clone().update(START, event.clone());
        assert_eq!(now, none, "{event:?}");
        assert_eq!(writes(&effects), Vec::<u32>::new());
    }
    let (open, _) = with(&writing(), [Event::Written(head(1, FIRST))]);
    for event in [ready(), Event::Late, Event::NotOpened(Lack::NoStorage)] {
        let (now, effects) = open.clone().update(2_000.0, event.clone());
        assert_eq!((now, effects), (open.clone(), vec![]), "{event:?}");
    }
    for event in [
        kept::Event::Reopen("b".into()),
        kept::Event::TakeOther,
        kept::Event::Copied("b".into()),
        kept::Event::Again(None),
        kept::Event::Refused(record(head(7, 1.0)), StoreError::Gone),
    ] {
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
