//! Who signs off a mandate's larger allotments, and from which amount on.

use anchor_lang::prelude::*;

use crate::{constants::MAX_APPROVERS, error::EscrowError, instructions::MandateOpenArgs};

/// Whether the approvers of a new mandate can do what they are named for. Without any, all is zero.
pub fn validate_approvers(args: &MandateOpenArgs, payer: &Pubkey) -> Result<()> {
    let wallets = &args.approvers;
    require!(wallets.len() <= usize::from(MAX_APPROVERS), EscrowError::ApproversInvalid);
    for (at, wallet) in wallets.iter().enumerate() {
        let valid = *wallet != Pubkey::default() && wallet != payer && !wallets[..at].contains(wallet);
        require!(valid, EscrowError::ApproversInvalid);
        require_keys_neq!(*wallet, args.session_key, EscrowError::SessionKeyApproves);
    }
    let (least, most) = (u8::from(!wallets.is_empty()), wallets.len() as u8);
    let reachable = (least..=most).contains(&args.approval_threshold);
    require!(reachable, EscrowError::ApprovalThresholdInvalid);
    // zero with approvers would read as "never" to some and as "always" to others
    let meant = [args.approval_above, args.release_approval_above]
        .iter()
        .all(|trigger| (*trigger > 0) != wallets.is_empty());
    require!(meant, EscrowError::ApprovalTriggerInvalid);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use EscrowError as E;

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    fn args(wallets: &[u8], threshold: u8, above: u64, release_above: u64) -> MandateOpenArgs {
        MandateOpenArgs {
            id: 1,
            session_key: key(101),
            per_call_max: 1,
            daily_cap: 1,
            total_cap: 1,
            expires_at: 1,
            allow_list: vec![],
            deposit: 0,
            min_stake: 0,
            min_score: 0,
            allow_root: None,
            attestor: None,
            approvers: wallets.iter().map(|n| key(*n)).collect(),
            approval_threshold: threshold,
            approval_above: above,
            release_approval_above: release_above,
        }
    }

    #[test]
    fn every_rule_binds() {
        let check = |args: MandateOpenArgs| validate_approvers(&args, &key(100));
        for sound in
            [args(&[], 0, 0, 0), args(&[1], 1, 1, u64::MAX), args(&[1, 2, 3, 4, 5, 6, 7, 8], 8, u64::MAX, 1)]
        {
            check(sound).unwrap();
        }
        for (wrong, error) in [
            (args(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 1, 1, 1), E::ApproversInvalid),
            (args(&[1, 0], 1, 1, 1), E::ApproversInvalid),
            (args(&[1, 2, 1], 1, 1, 1), E::ApproversInvalid),
            (args(&[100], 1, 1, 1), E::ApproversInvalid),
            (args(&[1, 101], 1, 1, 1), E::SessionKeyApproves),
            (args(&[], 1, 0, 0), E::ApprovalThresholdInvalid),
            (args(&[1], 0, 1, 1), E::ApprovalThresholdInvalid),
            (args(&[1, 2], 3, 1, 1), E::ApprovalThresholdInvalid),
            (args(&[], 0, 1, 0), E::ApprovalTriggerInvalid),
            (args(&[], 0, 0, 1), E::ApprovalTriggerInvalid),
            (args(&[1], 1, 0, 1), E::ApprovalTriggerInvalid),
            (args(&[1], 1, 1, 0), E::ApprovalTriggerInvalid),
        ] {
            assert_eq!(check(wrong), Err(error.into()));
        }
    }
}
