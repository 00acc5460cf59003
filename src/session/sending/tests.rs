use super::*;

fn after(events: &[Event]) -> (Sending, Vec<Effect>) {
    let begin = (Sending::default(), Vec::new());
    events
        .iter()
        .fold(begin, |(sending, _), event| sending.update(event.clone()))
}

const ASKED: Event = Event::Asked { address: true };

fn opened(attempt: u32) -> Event {
    Event::Opened {
        attempt,
        host: "the host".into(),
        kept: true,
    }
}

fn entry(draft: &str, state: Sent) -> Entry {
    Entry {
        key: format!("key-{draft}"),
        draft: draft.into(),
        mark: String::new(),
        title: String::new(),
        host: String::new(),
        ours: true,
        state,
        tries: 0.0,
        next: 0.0,
        bound: false,
        at: 0.0,
        status: 0.0,
        said: String::new(),
    }
}

fn listed(entries: Vec<Entry>, shown: Option<&str>) -> Event {
    Event::Listed {
        host: "the host".into(),
        kept: true,
        entries,
        shown: shown.map(str::to_owned),
    }
}

#[test]
fn outbox_opens_and_is_listed() {
    let (sending, effects) = after(&[ASKED]);
    assert_eq!(effects, [Effect::Open { attempt: 0 }]);
    assert_eq!(*sending.standing(), Standing::Opening);
    let (sending, effects) = sending.update(opened(0));
    assert_eq!(effects, [Effect::Take, Effect::List]);
    let (sending, effects) = sending.update(listed(vec![entry("a", Sent::Waiting)], None));
    assert_eq!((sending.entries().len(), effects), (1, vec![]));
    // It is there.
    assert_eq!(sending.clone().update(ASKED), (sending, vec![]));
}

#[test]
fn script_that_did_not_come_is_asked_for_again_at_another_address() {
    let (sending, effects) = after(&[ASKED, Event::NotLoaded { attempt: 0 }]);
    assert_eq!(effects, [Effect::Look]);
    assert_eq!(*sending.standing(), Standing::NotLoaded);
    let (_, effects) = sending.update(ASKED);
    assert_eq!(effects, [Effect::Open { attempt: 1 }]);
}

#[test]
fn only_the_last_attempt_counts() {
    let (sending, _) = after(&[ASKED, ASKED]);
    let refused = Event::Refused {
        attempt: 0,
        detail: String::new(),
    };
    for late in [opened(0), Event::NotLoaded { attempt: 0 }, refused] {
        assert_eq!(sending.clone().update(late), (sending.clone(), vec![]));
    }
    let (sending, effects) = sending.update(opened(1));
    assert_eq!(effects, [Effect::Take, Effect::List]);
    // One that is open is not opened over.
    let not_loaded = Event::NotLoaded { attempt: 1 };
    for late in [opened(1), not_loaded] {
        assert_eq!(sending.clone().update(late), (sending.clone(), vec![]));
    }
}

#[test]
fn what_is_left_is_shown_only_where_the_outbox_is_not_open() {
    let left = Event::Left(vec![entry("a", Sent::Waiting)]);
    let (sending, effects) = after(&[Event::Asked { address: false }]);
    assert_eq!(effects, [Effect::Look]);
    assert_eq!(*sending.standing(), Standing::Refused);
    let (sending, _) = sending.update(left.clone());
    assert_eq!(sending.entries().len(), 1);
    let (open, _) = after(&[ASKED, opened(0), listed(vec![], None)]);
    assert_eq!(open.clone().update(left), (open, vec![]));
}

#[test]
fn refused_address_is_told() {
    let detail = "http:".to_owned();
    let refused = Event::Refused {
        attempt: 0,
        detail: detail.clone(),
    };
    let (sending, effects) = after(&[ASKED, refused]);
    assert_eq!(*sending.standing(), Standing::Refused);
    assert_eq!(effects, [Effect::Look, Effect::Tell { detail }]);
}

#[test]
fn news_of_the_draft_that_is_shown_is_told_once() {
    let (open, _) = after(&[ASKED, opened(0)]);
    let show = |sending: Sending, state| sending.update(listed(vec![entry("a", state)], Some("a")));
    let (sending, effects) = show(open, Sent::Waiting);
    assert_eq!(effects, [Effect::Turned(Some(Sent::Waiting))]);
    // Waiting and being sent are one.
    let (sending, effects) = show(sending, Sent::Sending);
    assert_eq!(effects, []);
    let (sending, effects) = show(sending, Sent::Received);
    assert_eq!(effects, [Effect::Turned(Some(Sent::Received))]);
    let (sending, effects) = sending.update(listed(vec![], Some("a")));
    assert_eq!(effects, [Effect::Turned(None)]);
    // News of another one are none of this page.
    let (_, effects) = sending.update(listed(vec![entry("b", Sent::Received)], Some("a")));
    assert_eq!(effects, []);
}

#[test]
fn outbox_that_was_never_asked_for_changes_nothing() {
    let none = Sending::default();
    let refused = Event::Refused {
        attempt: 3,
        detail: String::new(),
    };
    for event in [
        opened(0),
        Event::NotLoaded { attempt: 0 },
        refused,
        listed(vec![entry("a", Sent::Received)], Some("a")),
    ] {
        assert_eq!(none.clone().update(event), (none.clone(), vec![]));
    }
}
