//! Checks over the program as a whole.

use std::{fs, path::Path};

use agent_labs_common::{ids, seeds};

/// Handlers that change a vault or a dispute.
const CHANGING: [&str; 12] = [
    "dispute_answer.rs",
    "dispute_appeal.rs",
    "dispute_cite.rs",
    "dispute_close.rs",
    "dispute_open.rs",
    "dispute_vote.rs",
    "position_close.rs",
    "stake.rs",
    "tranche_release.rs",
    "unstake.rs",
    "vault_open.rs",
    "withdraw.rs",
];

#[test]
fn id_is_the_one_others_know() {
    assert_eq!(crate::ID, ids::stake::ID);
}

#[test]
fn seeds_are_the_common_ones() {
    use crate::constants::*;
    assert_eq!([STAKE_VAULT_SEED, POSITION_SEED], [seeds::STAKE_VAULT, seeds::POSITION]);
    assert_eq!(CLAIM_AUTHORITY_SEED, seeds::CLAIM_AUTHORITY);
}

/// A handler that gets hold of an account to change it checks that account's rules after its last write.
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
        for (account, checks) in [
            ("vault", ["vault.invariant()?;", "token::check_books("]),
            ("dispute", ["dispute.invariant()?;", "self.dispute.close("]),
        ] {
            let changes = source.contains(&format!("{account}.load_mut()?"))
                || source.contains(&format!("let mut {account} = "));
            if !changes {
                continue;
            }
            let last = checks.iter().filter_map(|check| source.rfind(check)).max();
            let last = last.unwrap_or_else(|| panic!("{name:?} never checks the {account}"));
            let writes = source[last..].lines().map(str::trim_start).filter(|line| {
                line.starts_with(&format!("{account}.set_pools("))
                    || (line.starts_with(&format!("{account}.")) && line.contains(" = "))
            });
            assert_eq!(writes.count(), 0, "{name:?} writes the {account} after the check");
        }
    }
    let names = changing.iter().map(|(name, _)| name.to_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(names, CHANGING);
}
