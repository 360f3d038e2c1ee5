//! Checks over the program as a whole.

use std::{fs, path::Path};

use agent_labs_common::{ids, seeds};

/// Handlers that change a vault, and how the last one of them checks its rules.
const CHANGING: [&str; 6] =
    ["position_close.rs", "stake.rs", "tranche_release.rs", "unstake.rs", "vault_open.rs", "withdraw.rs"];

#[test]
fn id_is_the_one_others_know() {
    assert_eq!(crate::ID, ids::stake::ID);
}

#[test]
fn seeds_are_the_common_ones() {
    use crate::constants::*;
    assert_eq!([STAKE_VAULT_SEED, POSITION_SEED], [seeds::STAKE_VAULT, seeds::POSITION]);
}

/// A handler that gets hold of a vault to change it checks the vault's rules after its last write.
#[test]
fn every_change_ends_in_its_invariant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/instructions");
    let mut changing = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .filter(|(_, source)| {
            source.contains("load_mut()") || source.contains("init_zero_copy::<StakeVault>")
        })
        .collect::<Vec<_>>();
    changing.sort();
    for (name, source) in &changing {
        // `check_books` asks the vault's invariant, and the tokens that cover it
        let checks = ["vault.invariant()?;", "token::check_books("];
        let last = checks.iter().filter_map(|check| source.rfind(check)).max();
        let last = last.unwrap_or_else(|| panic!("{name:?} never checks the vault"));
        let writes = source[last..].lines().map(str::trim_start).filter(|line| {
            line.starts_with("vault.set_pools(") || (line.starts_with("vault.") && line.contains(" = "))
        });
        assert_eq!(writes.count(), 0, "{name:?} writes after the check");
    }
    let names = changing.iter().map(|(name, _)| name.to_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(names, CHANGING);
}
