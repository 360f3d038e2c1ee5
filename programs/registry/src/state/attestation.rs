use std::cell::RefMut;

use agent_labs_common::registry::{Attestation, ATTESTATION_LAYOUT};
use anchor_lang::{prelude::*, Discriminator, Owner};

use crate::error::RegistryError;

/// What must hold of an attestation after every instruction that changes it.
pub trait AttestationRules {
    /// The INVARIANTS of `Attestation` that need no other account.
    fn invariant(&self) -> Result<()>;
}

impl AttestationRules for Attestation {
    fn invariant(&self) -> Result<()> {
        let holds = self.version == ATTESTATION_LAYOUT
            && ![self.attestor, self.subject].contains(&Pubkey::default())
            && self.evidence != [0; 32]
            && self.issued_at < self.expires_at;
        require!(holds, RegistryError::InvariantBroken);
        Ok(())
    }
}

/// Hands out an attestation for writing from an account that may have been made in this very instruction, with
/// the checks that `AccountLoader` makes and that of layout. The caller has checked the address.
pub fn load_attestation<'a>(info: &'a AccountInfo) -> Result<RefMut<'a, Attestation>> {
    require!(info.owner == &Attestation::owner(), ErrorCode::AccountOwnedByWrongProgram);
    let data = info.try_borrow_mut_data()?;
    let is_it = data.len() == Attestation::SPACE && data.starts_with(Attestation::DISCRIMINATOR);
    require!(is_it, ErrorCode::AccountDiscriminatorMismatch);
    let attestation: RefMut<Attestation> =
        RefMut::map(data, |data| bytemuck::from_bytes_mut(&mut data[Attestation::DISCRIMINATOR.len()..]));
    require!(attestation.version == ATTESTATION_LAYOUT, RegistryError::UnknownLayout);
    Ok(attestation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    #[test]
    fn every_rule_binds() {
        let mut sound: Attestation = bytemuck::Zeroable::zeroed();
        sound.version = ATTESTATION_LAYOUT;
        (sound.attestor, sound.subject) = (key(1), key(2));
        sound.evidence = [3; 32];
        (sound.issued_at, sound.expires_at) = (9, 10);
        sound.invariant().unwrap();
        let changes: [fn(&mut Attestation); 5] = [
            |a| a.version = 0,
            |a| a.attestor = key(0),
            |a| a.subject = key(0),
            |a| a.evidence = [0; 32],
            |a| a.issued_at = 10,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = sound;
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(RegistryError::InvariantBroken.into()), "{at}");
        }
    }
}
