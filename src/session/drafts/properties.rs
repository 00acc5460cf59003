//! Any order of events against a store with revisions, which another tab writes too.

use proptest::prelude::*;

use super::world::{Act, World};
use super::*;

fn acts(with_erasing: bool) -> impl Strategy<Value = Vec<Act>> {
    let place = 0..4_usize;
    let act = prop_oneof![
        2 => Just(Act::Open),
        1 => Just(Act::Late),
        3 => Just(Act::Begin),
        10 => Just(Act::Change),
        2 => Just(Act::Hide),
        3 => Just(Act::Leave),
        2 => Just(Act::Copy),
        1 => Just(Act::TakeOther),
        3 => place.clone().prop_map(Act::Resume),
        1 => Just(Act::Reload),
        1 => Just(if with_erasing { Act::EraseAll } else { Act::Run }),
        14 => Just(Act::Run),
        2 => place.clone().prop_map(Act::Other),
        1 => place.prop_map(move |place| if with_erasing { Act::OtherErases(place) } else { Act::Run }),
        1 => Just(Act::Takes(Some(StoreError::Full))),
        1 => Just(Act::Takes(Some(StoreError::Unavailable))),
        2 => Just(Act::Takes(None)),
    ];
    prop::collection::vec(act, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever happens: no version of another tab is overwritten unasked, and no erased draft comes back.
    #[test]
    fn nothing_is_overwritten_unasked_and_nothing_erased_comes_back(acts in acts(true)) {
        let mut world = World::new();
        for act in acts {
            world.act(act);
        }
        world.settle();
    }

    /// Where nobody erases: what was said last in a draft has been in the store, and in one draft alone.
    #[test]
    fn nothing_is_lost_and_nothing_is_written_twice(acts in acts(false)) {
        let mut world = World::new();
        for act in acts {
            world.act(act);
        }
        world.goes_on();
        world.send(Event::Left);
        world.settle();
        for said in &world.said {
            prop_assert!(world.written.contains_key(said), "{said} is lost");
        }
        for (said, drafts) in &world.written {
            prop_assert!(drafts.len() == 1, "{said} is in {drafts:?}");
        }
    }
}
