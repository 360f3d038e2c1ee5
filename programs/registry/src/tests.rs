//! Checks over the program as a whole.

use std::{fs, path::Path};

use agent_labs_common::{ids, registry, seeds};

/// Handlers that change a `Config`, an `Agent` or `Delegates`.
const CHANGING: [&str; 18] = [
    "admin_transfer_accept.rs",
    "admin_transfer_propose.rs",
    "agent_heartbeat.rs",
    "agent_register.rs",
    "agent_set_status.rs",
    "agent_transfer_accept.rs",
    "agent_transfer_propose.rs",
    "agent_update.rs",
    "attestation_issue.rs",
    "config_cancel.rs",
    "config_execute.rs",
    "config_initialize.rs",
    "config_pause.rs",
    "config_propose.rs",
    "config_unpause.rs",
    "delegate_add.rs",
    "delegate_remove.rs",
    "version_publish.rs",
];

#[test]
fn id_is_the_common_one() {
    assert_eq!(crate::ID, ids::registry::ID);
}

#[test]
fn seeds_and_limits_are_the_common_ones() {
    use crate::constants::*;
    assert_eq!(
        [CONFIG_SEED, AGENT_SEED, VERSION_SEED, DELEGATES_SEED, STAKE_VAULT_SEED],
        [seeds::CONFIG, seeds::AGENT, seeds::VERSION, seeds::DELEGATES, seeds::STAKE_VAULT]
    );
    assert_eq!(usize::from(HANDLE_MAX_LEN), registry::MAX_HANDLE);
    assert_eq!(usize::from(URI_MAX_LEN), registry::MAX_URI);
    let bits =
        [PAUSE_REGISTER, PAUSE_STAKE, PAUSE_OPEN, PAUSE_DEPOSIT, PAUSE_LOCK, PAUSE_RATE, PAUSE_EXECUTE];
    assert_eq!(bits.iter().fold(0, |all, bit| all | bit), registry::pause::ALL);
    assert_eq!(FLAG_ALLOW_PRIVATE_URIS, registry::config_flags::ALL);
}

/// A handler that gets hold of one of these to change it calls `invariant()` after its last write.
#[test]
fn every_change_ends_in_its_invariant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/instructions");
    let mut changing = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .filter(|(_, source)| source.contains("load_mut()") || source.contains("init_zero_copy::<"))
        .collect::<Vec<_>>();
    changing.sort();
    for (name, source) in &changing {
        let (before, after) = source
            .rsplit_once(".invariant()?;")
            .unwrap_or_else(|| panic!("{name:?} never calls invariant()"));
        assert!(before.contains("load_mut()") || before.contains("init_zero_copy::<"), "{name:?}");
        let writes = after.lines().map(str::trim_start).filter(|line| {
            let target =
                ["agent.", "config.", "delegates.", "attestation."].iter().any(|name| line.starts_with(name));
            target && line.contains("= ")
        });
        assert_eq!(writes.count(), 0, "{name:?} writes after invariant()");
    }
    let names = changing.iter().map(|(name, _)| name.to_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(names, CHANGING);
}
