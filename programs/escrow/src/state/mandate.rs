use anchor_lang::prelude::*;

use crate::{constants::*, error::EscrowError, math};

/// One payer's budget: a token vault and the limits under which it is allotted.
/// `["mandate", payer, id: u64 LE]`, followed in the account by `allow_count` addresses of agents and then by
/// `approver_count` of approvers.
///
/// INVARIANTS: the vault holds at least `free + allotted + fees_accrued`;
/// `allotted = Σ over its channels (allotted − paid_gross − returned − refunded) + Σ over its jobs (amount −
/// paid_gross − returned)`;
/// caps are charged when money is allotted and never credited back: `total_charged ≤ total_cap`, and
/// `day_charged ≤ daily_cap` on `day`; `0 < per_call_max ≤ daily_cap ≤ total_cap`;
/// `killed_at` is set once and never cleared; payer, id, mint, vault, caps, minima, attestor, approvers, expiry
/// and what is allowed never change; there is an allow-list or a root or neither; the threshold is reachable, and
/// threshold and triggers are above zero exactly where there are approvers, none of whom is payer or session key.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Mandate {
    pub version: u8,
    pub bump: u8,
    pub vault_bump: u8,
    /// Entries of the allow-list behind this struct; 0 allows every agent, or those under `allow_root`.
    pub allow_count: u8,
    /// Grows with each rotation of the session key; channels carry a copy.
    pub key_epoch: u32,
    /// Channels that exist, draining ones included.
    pub channels: u32,
    /// Days since 1970-01-01 UTC that `day_charged` is about.
    pub day: u32,
    pub id: u64,
    /// Slot the mandate opened in: tells it from an earlier one at the same address.
    pub generation: u64,
    pub payer: Pubkey,
    pub mint: Pubkey,
    pub token_program: Pubkey,
    pub vault: Pubkey,
    /// Signs vouchers and allotments; holds no funds.
    pub session_key: Pubkey,
    /// Most one call may cost, base units.
    pub per_call_max: u64,
    /// Most that may be allotted in a day, base units; `u64::MAX` for none.
    pub daily_cap: u64,
    /// Most that may ever be allotted, base units; `u64::MAX` for none.
    pub total_cap: u64,
    /// Allotted on `day`, base units.
    pub day_charged: u64,
    /// Allotted ever, base units.
    pub total_charged: u64,
    /// No allotment from then on, Unix seconds.
    pub expires_at: i64,
    /// When the payer killed it, Unix seconds; 0 while it lives.
    pub killed_at: i64,
    /// Not allotted, base units: what can be withdrawn.
    pub free: u64,
    /// Allotted to channels and jobs and neither paid nor returned, base units.
    pub allotted: u64,
    /// Fees owed to the treasury, base units.
    pub fees_accrued: u64,
    /// Stake behind an agent that channels and jobs may open to, base units of the stake mint; 0 asks for none.
    pub min_stake: u64,
    /// Score of such an agent, thousandths of a star; 0 asks for none.
    pub min_score: u32,
    /// Approvers behind the allow-list; 0 asks for no approval.
    pub approver_count: u8,
    /// How many of them must approve.
    pub approval_threshold: u8,
    pub padding: [u8; 2],
    /// An allotment of as much or more needs approval, base units.
    pub approval_above: u64,
    /// A job's release of as much or more needs approval, base units.
    pub release_approval_above: u64,
    /// Root of the tree of agents that may be paid, `allowed`; zero for none.
    pub allow_root: [u8; 32],
    /// Must vouch for an agent's owner (registry `Attestation`); zero asks for none.
    pub attestor: Pubkey,
    /// Jobs that exist, ended ones included.
    pub jobs: u32,
    pub reserved: [u8; 60],
}

impl Mandate {
    /// Account size with `agents` on the allow-list and `approvers`, bytes.
    pub const fn space(agents: usize, approvers: usize) -> usize {
        8 + std::mem::size_of::<Mandate>() + 32 * (agents + approvers)
    }

    /// The stored rules that need no other account.
    pub fn invariant(&self) -> Result<()> {
        let owed = math::sum(&[self.free, self.allotted, self.fees_accrued]);
        let holds = owed.is_ok()
            && self.version == MANDATE_LAYOUT
            && self.total_charged <= self.total_cap
            && self.day_charged <= self.daily_cap
            && self.per_call_max > 0
            && self.per_call_max <= self.daily_cap
            && self.daily_cap <= self.total_cap
            && (self.channels > 0 || self.jobs > 0 || self.allotted == 0)
            && (self.allow_count == 0 || self.allow_root == [0; 32])
            && self.approval_threshold <= self.approver_count
            && [u64::from(self.approval_threshold), self.approval_above, self.release_approval_above]
                .iter()
                .all(|term| (*term > 0) == (self.approver_count > 0));
        require!(holds, EscrowError::InvariantBroken);
        Ok(())
    }

    /// The vault covers what the mandate owes.
    pub fn covered_by(&self, vault_amount: u64) -> Result<()> {
        let owed = math::sum(&[self.free, self.allotted, self.fees_accrued])?;
        require!(vault_amount >= owed, EscrowError::InvariantBroken);
        Ok(())
    }

    /// Whether money may be allotted at `now`.
    pub fn require_alive(&self, now: i64) -> Result<()> {
        require!(self.killed_at == 0, EscrowError::MandateKilled);
        require!(now < self.expires_at, EscrowError::MandateExpired);
        Ok(())
    }

    /// Whether an allotment of `amount` is the approvers' to sign off.
    pub fn is_approval_due(&self, amount: u64) -> bool {
        self.approver_count > 0 && amount >= self.approval_above
    }

    /// Whether it is theirs to sign off that a job's `amount` becomes the agent's.
    pub fn is_release_approval_due(&self, amount: u64) -> bool {
        self.approver_count > 0 && amount >= self.release_approval_above
    }

    /// Whether channels with the given key epoch are to wind down, whoever asks.
    pub fn winds_down(&self, key_epoch: u32, now: i64) -> bool {
        self.killed_at != 0 || self.key_epoch != key_epoch || now >= self.expires_at
    }

    /// Moves `amount` from free to allotted and charges the caps, which are never credited back.
    pub fn allot(&mut self, amount: u64, now: i64) -> Result<()> {
        require!(amount > 0, EscrowError::AmountZero);
        require!(amount <= self.free, EscrowError::InsufficientFree);
        let today = math::day(now)?;
        let charged_today = if today == self.day { self.day_charged } else { 0 };
        let day_charged = math::add(charged_today, amount)?;
        require!(day_charged <= self.daily_cap, EscrowError::DailyCapExceeded);
        let total_charged = math::add(self.total_charged, amount)?;
        require!(total_charged <= self.total_cap, EscrowError::TotalCapExceeded);
        self.day = today;
        self.day_charged = day_charged;
        self.total_charged = total_charged;
        self.free = math::sub(self.free, amount)?;
        self.allotted = math::add(self.allotted, amount)?;
        Ok(())
    }

    /// Takes back what a channel can no longer spend, or a job does not earn.
    pub fn take_back(&mut self, amount: u64) -> Result<()> {
        self.allotted = math::sub(self.allotted, amount)?;
        self.free = math::add(self.free, amount)?;
        Ok(())
    }
}

/// Reads the allow-list behind a mandate's struct, and behind it the approvers.
pub fn lists<'a>(mandate: &Mandate, data: &'a [u8]) -> Result<(&'a [Pubkey], &'a [Pubkey])> {
    let (agents, approvers) = (usize::from(mandate.allow_count), usize::from(mandate.approver_count));
    let bytes = data.get(Mandate::space(0, 0)..Mandate::space(agents, approvers));
    let keys: &[Pubkey] = bytemuck::cast_slice(bytes.ok_or(EscrowError::InvariantBroken)?);
    Ok(keys.split_at(agents))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(Mandate::DISCRIMINATOR, [113, 216, 98, 159, 185, 63, 55, 18]);
        assert_eq!(size_of::<Mandate>(), 432);
        assert_eq!(offset_of!(Mandate, id), 16);
        assert_eq!(offset_of!(Mandate, payer), 32);
        assert_eq!(offset_of!(Mandate, per_call_max), 192);
        assert_eq!(offset_of!(Mandate, free), 248);
        assert_eq!(offset_of!(Mandate, min_stake), 272);
        assert_eq!(offset_of!(Mandate, approval_above), 288);
        assert_eq!(offset_of!(Mandate, allow_root), 304);
        assert_eq!(offset_of!(Mandate, attestor), 336);
        assert_eq!(offset_of!(Mandate, jobs), 368);
        assert_eq!(Mandate::space(2, 3), 8 + 432 + 64 + 96);
    }

    fn sound() -> Mandate {
        let mut mandate: Mandate = bytemuck::Zeroable::zeroed();
        mandate.version = MANDATE_LAYOUT;
        (mandate.per_call_max, mandate.daily_cap, mandate.total_cap) = (1, 2, 3);
        mandate
    }

    #[test]
    fn rules_of_lists_and_approvers_bind() {
        sound().invariant().unwrap();
        let approved = |count, threshold, above, release| Mandate {
            approver_count: count,
            approval_threshold: threshold,
            approval_above: above,
            release_approval_above: release,
            ..sound()
        };
        approved(2, 2, 1, 1).invariant().unwrap();
        for broken in [
            Mandate { allow_count: 1, allow_root: [1; 32], ..sound() },
            approved(2, 3, 1, 1),
            approved(2, 0, 1, 1),
            approved(2, 1, 0, 1),
            approved(2, 1, 1, 0),
            approved(0, 1, 0, 0),
            approved(0, 0, 1, 0),
            approved(0, 0, 0, 1),
        ] {
            assert_eq!(broken.invariant(), Err(EscrowError::InvariantBroken.into()));
        }
    }

    #[test]
    fn approval_is_due_from_each_trigger_on() {
        assert!(!sound().is_approval_due(u64::MAX) && !sound().is_release_approval_due(u64::MAX));
        let mandate =
            Mandate { approver_count: 1, approval_above: 10, release_approval_above: 20, ..sound() };
        assert_eq!([9, 10, u64::MAX].map(|amount| mandate.is_approval_due(amount)), [false, true, true]);
        let release = [19, 20, u64::MAX].map(|amount| mandate.is_release_approval_due(amount));
        assert_eq!(release, [false, true, true]);
    }

    #[test]
    fn others_read_it_where_it_is() {
        use agent_labs_common::mandate::{place, MANDATE_DISCRIMINATOR};
        assert_eq!(Mandate::DISCRIMINATOR, MANDATE_DISCRIMINATOR);
        for (known, is) in [
            (place::VERSION, offset_of!(Mandate, version)),
            (place::ALLOW_COUNT, offset_of!(Mandate, allow_count)),
            (place::GENERATION, offset_of!(Mandate, generation)),
            (place::PAYER, offset_of!(Mandate, payer)),
            (place::SESSION_KEY, offset_of!(Mandate, session_key)),
            (place::APPROVER_COUNT, offset_of!(Mandate, approver_count)),
            (place::APPROVAL_THRESHOLD, offset_of!(Mandate, approval_threshold)),
            (place::LISTS, size_of::<Mandate>()),
        ] {
            assert_eq!(known, is);
        }
    }

    #[test]
    fn lists_lie_behind_each_other() {
        let mandate = Mandate { allow_count: 1, approver_count: 2, ..sound() };
        let mut data = vec![0; Mandate::space(1, 2)];
        for at in 0..3 {
            data[Mandate::space(at, 0)..Mandate::space(at + 1, 0)].fill(at as u8 + 1);
        }
        let key = |n: u8| Pubkey::new_from_array([n; 32]);
        assert_eq!(lists(&mandate, &data).unwrap(), (&[key(1)][..], &[key(2), key(3)][..]));
        let short = lists(&mandate, &data[..data.len() - 1]);
        assert_eq!(short, Err(EscrowError::InvariantBroken.into()));
    }

    #[test]
    fn caps_are_charged_by_the_day_and_never_credited() {
        let mut mandate: Mandate = bytemuck::Zeroable::zeroed();
        mandate.free = 1_000;
        mandate.daily_cap = 100;
        mandate.total_cap = 150;
        mandate.allot(60, 10).unwrap();
        mandate.take_back(60).unwrap();
        assert_eq!(mandate.allot(41, 20), Err(EscrowError::DailyCapExceeded.into()));
        mandate.allot(40, 20).unwrap();
        assert_eq!(mandate.allot(51, DAY), Err(EscrowError::TotalCapExceeded.into()));
        mandate.allot(50, DAY).unwrap();
        assert_eq!((mandate.free, mandate.allotted, mandate.total_charged), (910, 90, 150));
        assert_eq!(mandate.allot(911, DAY), Err(EscrowError::InsufficientFree.into()));
    }
}
