//! Checks over the program as a whole.

use std::{fs, path::Path};

use agent_labs_common::{ids, seeds};

/// Handlers that change a lock, or make an intake.
const CHANGING: [&str; 9] = [
    "intake_open.rs",
    "lock_accept.rs",
    "lock_cancel.rs",
    "lock_claim.rs",
    "lock_offer.rs",
    "lock_recipient_change.rs",
    "lock_reclaim.rs",
    "lock_top_up.rs",
    "milestone_approve.rs",
];

#[test]
fn id_is_the_one_others_know() {
    assert_eq!(crate::ID, ids::timelock::ID);
}

#[test]
fn seeds_are_the_common_ones() {
    assert_eq!(crate::constants::CONFIG_SEED, seeds::CONFIG);
}

/// A handler that changes a lock checks its books after its last write, or takes it away.
#[test]
fn every_change_ends_in_its_invariant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/instructions");
    let mut changing = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .filter(|(_, source)| {
            source.contains("lock.load_mut()?") || source.contains("init_zero_copy::<Intake>")
        })
        .collect::<Vec<_>>();
    changing.sort();
    for (name, source) in &changing {
        let checks = ["lock.invariant(now)?;", "token::check_books(", "intake.invariant()?;"];
        let last = checks.iter().filter_map(|check| source.rfind(check)).max();
        let last = last.unwrap_or_else(|| panic!("{name:?} never checks what it changed"));
        let writes = source[last..].lines().map(str::trim_start).filter(|line| {
            (line.starts_with("lock.") || line.starts_with("intake.")) && line.contains(" = ")
        });
        assert_eq!(writes.count(), 0, "{name:?} writes after the check");
    }
    let names = changing.iter().map(|(name, _)| name.to_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(names, CHANGING);
}
