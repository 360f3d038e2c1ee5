use std::cell::RefMut;

use agent_labs_common::registry::{
    permission, Agent, Delegate, Delegates, Denied, DELEGATES_LAYOUT, MAX_DELEGATES,
};
use anchor_lang::{prelude::*, Discriminator, Owner};

use crate::error::RegistryError;

/// What must hold of an agent's delegates after every instruction that changes them.
pub trait DelegatesRules {
    /// The INVARIANTS of `Delegates` that need no other account.
    fn invariant(&self) -> Result<()>;
    /// Names a key, or gives one that is named other permissions and another end. Returns what it was, all zero
    /// where it is new.
    fn put(&mut self, delegate: Delegate) -> Result<Delegate>;
    /// Takes a key off, and tells what it was.
    fn take(&mut self, key: &Pubkey) -> Result<Delegate>;
    /// Whether `key` may do what `bit` (of `permission`) names for an agent of `ownership_epoch` at `now`.
    fn require_permitted(&self, ownership_epoch: u32, key: &Pubkey, bit: u16, now: i64) -> Result<()>;
}

impl DelegatesRules for Delegates {
    fn invariant(&self) -> Result<()> {
        let (named, unused) = self.entries.split_at(self.entries().len());
        let sound = |at: usize, delegate: &Delegate| {
            delegate.key != Pubkey::default()
                && named[..at].iter().all(|other| other.key != delegate.key)
                && is_known(delegate.permissions)
                && delegate.expires_at > 0
        };
        let holds = self.version == DELEGATES_LAYOUT
            && (1..=MAX_DELEGATES).contains(&usize::from(self.count))
            && self.ownership_epoch > 0
            && ![self.agent, self.rent_payer].contains(&Pubkey::default())
            && named.iter().enumerate().all(|(at, delegate)| sound(at, delegate))
            && unused.iter().all(|delegate| *delegate == Delegate::default());
        require!(holds, RegistryError::InvariantBroken);
        Ok(())
    }

    fn put(&mut self, delegate: Delegate) -> Result<Delegate> {
        let count = self.entries().len();
        let at = self.entries().iter().position(|entry| entry.key == delegate.key).unwrap_or(count);
        require!(at < MAX_DELEGATES, RegistryError::DelegatesTooMany);
        let old = std::mem::replace(&mut self.entries[at], delegate);
        self.count = count.max(at + 1) as u8;
        Ok(old)
    }

    fn take(&mut self, key: &Pubkey) -> Result<Delegate> {
        let count = self.entries().len();
        let at = self.entries().iter().position(|entry| entry.key == *key);
        let at = at.ok_or(RegistryError::NotDelegate)?;
        let taken = self.entries[at];
        self.entries[at..count].rotate_left(1);
        self.entries[count - 1] = Delegate::default();
        self.count -= 1;
        Ok(taken)
    }

    fn require_permitted(&self, ownership_epoch: u32, key: &Pubkey, bit: u16, now: i64) -> Result<()> {
        self.permit(ownership_epoch, key, bit, now).map_err(|denied| {
            let error = match denied {
                Denied::Void => RegistryError::DelegatesVoid,
                Denied::NotDelegate => RegistryError::NotDelegate,
                Denied::Expired => RegistryError::DelegateExpired,
                Denied::NotPermitted => RegistryError::DelegateNotPermitted,
            };
            error.into()
        })
    }
}

/// Hands out delegates for writing from an account that may have been made in this very instruction, with the
/// checks that `AccountLoader` makes and that of layout. The caller has checked the address.
pub fn load_delegates<'a>(info: &'a AccountInfo) -> Result<RefMut<'a, Delegates>> {
    require!(info.owner == &Delegates::owner(), ErrorCode::AccountOwnedByWrongProgram);
    let data = info.try_borrow_mut_data()?;
    let is_delegates = data.len() == Delegates::SPACE && data.starts_with(Delegates::DISCRIMINATOR);
    require!(is_delegates, ErrorCode::AccountDiscriminatorMismatch);
    let delegates: RefMut<Delegates> =
        RefMut::map(data, |data| bytemuck::from_bytes_mut(&mut data[Delegates::DISCRIMINATOR.len()..]));
    require!(delegates.version == DELEGATES_LAYOUT, RegistryError::UnknownLayout);
    Ok(delegates)
}

/// Whether the bits name something, and nothing unknown.
pub fn is_known(permissions: u16) -> bool {
    permissions != 0 && permissions & !permission::ALL == 0
}

/// Whether `signer` may do what `bit` (of `permission`) names: the owner always, a delegate by its permission.
/// `refusal` is what everybody else is told who comes without delegates.
pub fn require_authority(
    agent: &Agent,
    delegates: Option<&AccountLoader<Delegates>>,
    signer: &Pubkey,
    bit: u16,
    now: i64,
    refusal: RegistryError,
) -> Result<()> {
    if agent.owner == *signer {
        return Ok(());
    }
    let delegates = delegates.ok_or(refusal)?.load()?;
    delegates.require_permitted(agent.ownership_epoch, signer, bit, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use RegistryError as E;

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    fn delegate(n: u8) -> Delegate {
        Delegate { key: key(n), expires_at: 10, permissions: permission::YANK, padding: [0; 6] }
    }

    fn delegates(keys: &[u8]) -> Delegates {
        let mut delegates: Delegates = bytemuck::Zeroable::zeroed();
        delegates.version = DELEGATES_LAYOUT;
        delegates.ownership_epoch = 2;
        delegates.agent = key(100);
        delegates.rent_payer = key(101);
        for n in keys {
            delegates.put(delegate(*n)).unwrap();
        }
        delegates
    }

    #[test]
    fn four_fit_and_each_can_go() {
        let mut full = delegates(&[1, 2, 3, 4]);
        full.invariant().unwrap();
        assert_eq!(full.put(delegate(5)), Err(E::DelegatesTooMany.into()));
        let other = Delegate { permissions: permission::ALL, ..delegate(4) };
        assert_eq!(full.put(other).unwrap(), delegate(4));
        assert_eq!((full.count, full.entries[3].permissions), (4, permission::ALL));
        for n in [2, 4, 1] {
            assert_eq!(full.take(&key(n)).unwrap().key, key(n));
            full.invariant().unwrap();
            assert!(!full.names(&key(n)));
        }
        assert_eq!(full.entries(), [delegate(3)]);
        assert_eq!(full.take(&key(9)), Err(E::NotDelegate.into()));
    }

    #[test]
    fn every_rule_binds() {
        let changes: [fn(&mut Delegates); 11] = [
            |d| d.version = 0,
            |d| d.count = 0,
            |d| d.count = 5,
            |d| d.ownership_epoch = 0,
            |d| d.agent = key(0),
            |d| d.rent_payer = key(0),
            |d| d.entries[0].key = key(0),
            |d| d.entries[1].key = key(1),
            |d| d.entries[1].permissions = 0,
            |d| d.entries[1].permissions = permission::ALL + 1,
            |d| d.entries[3].expires_at = 1,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = delegates(&[1, 2]);
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(E::InvariantBroken.into()), "{at}");
        }
        let mut endless = delegates(&[1]);
        endless.entries[0].expires_at = 0;
        assert_eq!(endless.invariant(), Err(E::InvariantBroken.into()));
    }

    #[test]
    fn permitted_in_its_epoch_and_time_for_its_bits() {
        let some = delegates(&[1]);
        let ask = |epoch, n, bit, now| some.require_permitted(epoch, &key(n), bit, now);
        ask(2, 1, permission::YANK, 9).unwrap();
        assert_eq!(ask(3, 1, permission::YANK, 9), Err(E::DelegatesVoid.into()));
        assert_eq!(ask(2, 2, permission::YANK, 9), Err(E::NotDelegate.into()));
        assert_eq!(ask(2, 1, permission::YANK, 10), Err(E::DelegateExpired.into()));
        assert_eq!(ask(2, 1, permission::UPDATE, 9), Err(E::DelegateNotPermitted.into()));
    }
}
