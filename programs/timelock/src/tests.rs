//! Checks over the program as a whole.

use agent_labs_common::{ids, seeds};

#[test]
fn id_is_the_one_others_know() {
    assert_eq!(crate::ID, ids::timelock::ID);
}

#[test]
fn seeds_are_the_common_ones() {
    assert_eq!(crate::constants::CONFIG_SEED, seeds::CONFIG);
}
