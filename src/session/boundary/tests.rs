use super::*;

/// A machine that has gone through some events, and what is to be done after the last one.
fn after(events: &[Event]) -> (Boundary, Vec<Effect>) {
    let begin = (Boundary::default(), Vec::new());
    events
        .iter()
        .fold(begin, |(visit, _), event| visit.update(*event))
}

/// The turn in what is to be done.
fn turn(effects: &[Effect]) -> Turn {
    let turn = |effect: &Effect| match effect {
        Effect::Read(turn) | Effect::Ask(turn) | Effect::Wait(turn) => Some(*turn),
        _ => None,
    };
    effects.iter().find_map(turn).unwrap()
}

const FEW: Event = Event::Replaced { few: true };
const MANY: Event = Event::Replaced { few: false };

#[test]
fn of_several_files_only_the_last_is_opened() {
    let (visit, effects) = after(&[Event::Given]);
    let first = turn(&effects);
    assert_eq!(effects, [Effect::Read(first)]);
    assert!(visit.is_reading());
    let (visit, effects) = visit.update(Event::Given);
    let second = turn(&effects);
    // Nobody waits for the first one any more.
    assert_eq!(effects, [Effect::Cancel, Effect::Read(second)]);
    assert_eq!(visit.update(Event::Read(first)), (visit, vec![]));
    let (visit, effects) = visit.update(Event::Read(second));
    assert_eq!(effects, [Effect::Open]);
    assert!(!visit.is_reading());
    assert_eq!(visit.update(Event::Read(second)), (visit, vec![]));
}

#[test]
fn of_several_looks_only_the_last_is_shown() {
    let (visit, effects) = after(&[Event::Taken, FEW]);
    let first = turn(&effects);
    assert_eq!(effects, [Effect::Tabulate, Effect::Ask(first)]);
    assert!(!visit.is_current());
    let (visit, effects) = visit.update(Event::Changed);
    let second = turn(&effects);
    assert_eq!(visit.update(Event::Surveyed(first)), (visit, vec![]));
    let late = Event::Failed(first, Trouble::TooLong);
    assert_eq!(visit.update(late), (visit, vec![]));
    let (visit, effects) = visit.update(Event::Surveyed(second));
    assert_eq!(effects, [Effect::Show]);
    assert!(visit.is_current() && visit.trouble().is_none());
}

#[test]
fn look_at_what_was_at_hand_before_is_dropped() {
    for gone in [Event::Taken, Event::Cleared] {
        let (visit, effects) = after(&[Event::Taken, MANY]);
        let early = turn(&effects);
        let (visit, _) = visit.update(gone);
        assert!(visit.is_current() && !visit.is_table_due());
        assert_eq!(visit.update(Event::Surveyed(early)), (visit, vec![]));
    }
}

#[test]
fn file_is_read_on_while_the_boundary_before_it_is_looked_at() {
    let (visit, effects) = after(&[Event::Given]);
    let file = turn(&effects);
    let (visit, effects) = visit.update(FEW);
    let look = turn(&effects);
    let (visit, effects) = visit.update(Event::Surveyed(look));
    assert_eq!(effects, [Effect::Show]);
    let (_, effects) = visit.update(Event::Read(file));
    assert_eq!(effects, [Effect::Open]);
    // Another assessment waits for none of it.
    let (visit, effects) = visit.update(Event::Cleared);
    assert_eq!(effects, [Effect::Cancel]);
    assert_eq!(visit.update(Event::Read(file)), (visit, vec![]));
}

#[test]
fn table_of_very_many_corners_is_written_after_the_look_and_not_read_before() {
    let (visit, effects) = after(&[Event::Taken, MANY]);
    assert!(visit.is_table_due());
    assert_eq!(visit.update(Event::Typed { few: true }), (visit, vec![]));
    let first = turn(&effects);
    // It stays due through another look, and through one that failed.
    let (visit, _) = visit.update(Event::Failed(first, Trouble::TooLong));
    let (visit, effects) = visit.update(Event::Changed);
    let (visit, effects) = visit.update(Event::Surveyed(turn(&effects)));
    assert_eq!(effects, [Effect::Show, Effect::TabulateSeen]);
    assert!(!visit.is_table_due());
}

#[test]
fn long_table_is_checked_when_typing_pauses() {
    let (visit, effects) = after(&[Event::Typed { few: false }]);
    let first = turn(&effects);
    let (visit, effects) = visit.update(Event::Typed { few: false });
    let second = turn(&effects);
    assert_eq!(visit.update(Event::Paused(first)), (visit, vec![]));
    let (visit, effects) = visit.update(Event::Paused(second));
    assert_eq!(effects, [Effect::Check]);
    assert_eq!(visit.update(Event::Paused(second)), (visit, vec![]));
    let (_, effects) = visit.update(Event::Typed { few: true });
    assert_eq!(effects, [Effect::Check]);
}

#[test]
fn boundary_that_was_given_up_unseen_gives_way_to_what_was_kept() {
    let (visit, effects) = after(&[Event::Taken, FEW]);
    let cancelled = Event::Failed(turn(&effects), Trouble::Cancelled);
    let (visit, effects) = visit.update(cancelled);
    assert_eq!(effects, [Effect::GiveUp]);
    assert_eq!(visit.trouble(), None);
    // Once seen, it stays at hand.
    let (visit, effects) = visit.update(FEW);
    let (visit, _) = visit.update(Event::Surveyed(turn(&effects)));
    let (visit, effects) = visit.update(Event::Changed);
    let cancelled = Event::Failed(turn(&effects), Trouble::Cancelled);
    let (visit, effects) = visit.update(cancelled);
    assert_eq!(effects, [Effect::Keep]);
    assert_eq!(visit.trouble(), Some(Trouble::Cancelled));
    // The next change is looked at anew.
    let (visit, _) = visit.update(Event::Changed);
    assert_eq!(visit.trouble(), None);
}

#[test]
fn what_could_not_be_measured_is_kept_all_the_same() {
    for trouble in [Trouble::NotLoaded, Trouble::Crashed, Trouble::TooLong] {
        let (visit, effects) = after(&[Event::Taken, FEW]);
        let (visit, effects) = visit.update(Event::Failed(turn(&effects), trouble));
        assert_eq!(effects, [Effect::Keep]);
        assert_eq!(visit.trouble(), Some(trouble));
        assert!(visit.is_current());
    }
}

#[test]
fn answer_to_what_was_never_asked_changes_nothing() {
    let none = Boundary::default();
    let never = Turn(7);
    for event in [
        Event::Read(never),
        Event::Paused(never),
        Event::Surveyed(never),
        Event::Failed(never, Trouble::Crashed),
        // The first turn that is given out is another one.
        Event::Read(Turn::default()),
        Event::Surveyed(Turn::default()),
    ] {
        assert_eq!(none.update(event), (none, vec![]), "{event:?}");
    }
}
