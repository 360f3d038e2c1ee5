use anchor_lang::prelude::*;

use crate::{
    constants::*,
    error::EscrowError,
    math::{self, Holdback},
};

/// Where a channel stands. Stored as a `u8`.
///
/// Open ⇄ Closing → Draining → gone; an expired channel drains without Closing.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ChannelStatus {
    /// Vouchers settle, money can be added.
    Open = 0,
    /// Vouchers settle until `closing_ends_at`.
    Closing = 1,
    /// What was not settled went back to the mandate; settled money is still paid out.
    Draining = 2,
}

/// An allotment of a mandate to one agent, spent by vouchers: `["channel", mandate, agent, n: u8]`.
///
/// INVARIANTS: `paid_gross + refunded + held ≤ settled`, `settled + returned ≤ allotted`; `allotted, settled,
/// calls, paid_gross, returned, refunded, claimed, awarded` never fall; `matured ≤ pending ≤ settled`;
/// `awarded ≤ refunded`, `awarded ≤ claimed ≤ settled`; `held_until` is 0 exactly unless something is held that no
/// dispute has taken; a hold is disputed only while a dispute is open;
/// `rated_paid ≤ paid_gross`, `rated_refunded ≤ refunded`, neither ever falls; the terms
/// (keys, price, fee, windows, epochs, tag) never change within a generation; no generation recurs, because it
/// is the opening slot and a channel cannot be closed in it.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Channel {
    // what a settle reads and writes
    pub version: u8,
    pub bump: u8,
    /// `ChannelStatus`
    pub status: u8,
    pub n: u8,
    /// Calls paid for so far.
    pub calls: u32,
    /// First 16 bytes of SHA-256(domain, genesis hash, escrow id, channel, generation).
    pub tag: [u8; 16],
    pub session_key: Pubkey,
    /// Most one call may cost, base units.
    pub per_call_max: u64,
    pub settled: u64,
    pub allotted: u64,
    pub returned: u64,
    /// Nothing settles from then on, Unix seconds.
    pub expires_at: i64,
    /// Nothing settles from then on, Unix seconds; 0 unless Closing.
    pub closing_ends_at: i64,
    pub matured: u64,
    pub pending: u64,
    pub pending_since: i64,
    pub last_settle_at: i64,
    /// From settled to payable, seconds.
    pub holdback: i64,

    // the rest of the ledger
    pub paid_gross: u64,
    /// Back to the payer: by the agent, and by claims out of the hold.
    pub refunded: u64,
    /// Claimed by disputes, won or not.
    pub claimed: u64,
    /// Held by the payer against a claim.
    pub held: u64,
    /// When the hold lapses, Unix seconds; 0 without one, and while it is disputed.
    pub held_until: i64,
    pub open_disputes: u32,
    /// Protocol fee, basis points of a payout.
    pub fee_bps: u16,
    /// 1 while the hold is an open dispute's, be it used up: it does not lapse, and there is no other.
    pub hold_disputed: u8,
    pub padding: [u8; 1],

    // terms
    pub agent_version: u32,
    pub ownership_epoch: u32,
    /// The mandate's at opening; a rotation makes them differ.
    pub key_epoch: u32,
    pub padding_2: [u8; 4],
    /// Slot the channel opened in.
    pub generation: u64,
    pub opened_at: i64,
    pub last_payout_at: i64,
    /// Price of one call, base units.
    pub price: u64,
    /// Seconds from Closing to the last settle.
    pub close_grace: i64,
    pub hold_lapse: i64,
    pub claim_window: i64,
    pub rating_window: i64,
    pub mandate: Pubkey,
    pub agent: Pubkey,
    /// Signs responses.
    pub agent_key: Pubkey,
    /// Wallet whose associated token account is paid.
    pub payout_owner: Pubkey,
    /// Gets the rent back.
    pub rent_payer: Pubkey,

    // what of the ledger was rated already
    pub rated_paid: u64,
    pub rated_refunded: u64,

    /// Of `refunded`, what claims paid out of the hold.
    pub awarded: u64,
    pub reserved: [u8; 40],
}

impl Channel {
    pub const SPACE: usize = 8 + std::mem::size_of::<Channel>();

    /// The stored rules that need no other account. The settle path keeps them by its own checks.
    pub fn invariant(&self) -> Result<()> {
        let spent = math::sum(&[self.paid_gross, self.refunded, self.held]);
        let used = math::add(self.settled, self.returned);
        let holds = self.version == CHANNEL_LAYOUT
            && self.status <= ChannelStatus::Draining as u8
            && spent.is_ok_and(|spent| spent <= self.settled)
            && used.is_ok_and(|used| used <= self.allotted)
            && self.matured <= self.pending
            && self.pending <= self.settled
            && self.rated_paid <= self.paid_gross
            && self.rated_refunded <= self.refunded
            && self.claimed <= self.settled
            && self.awarded <= self.refunded.min(self.claimed)
            && self.hold_disputed <= u8::from(self.open_disputes > 0)
            && (self.held_until != 0) == (self.held > 0 && self.hold_disputed == 0)
            && (self.closing_ends_at != 0) == (self.status == ChannelStatus::Closing as u8);
        require!(holds, EscrowError::InvariantBroken);
        Ok(())
    }

    pub fn is(&self, status: ChannelStatus) -> bool {
        self.status == status as u8
    }

    /// Whether no voucher can settle any more at `now`.
    pub fn is_past_settling(&self, now: i64) -> bool {
        self.is(ChannelStatus::Draining)
            || now >= self.expires_at
            || (self.is(ChannelStatus::Closing) && now >= self.closing_ends_at)
    }

    /// What vouchers can still move, base units.
    pub fn unspent(&self) -> Result<u64> {
        math::sub(self.allotted, math::add(self.settled, self.returned)?)
    }

    /// Settled money that is neither paid, refunded nor held, base units.
    pub fn unpaid(&self) -> Result<u64> {
        math::sub(self.settled, math::sum(&[self.paid_gross, self.refunded, self.held])?)
    }

    /// Most that the agent may give back, base units: settled, neither paid nor refunded.
    pub fn refundable(&self) -> Result<u64> {
        math::sub(self.settled, math::add(self.paid_gross, self.refunded)?)
    }

    /// Lets the holdback catch up with `now`.
    pub fn roll(&mut self, now: i64) -> Result<()> {
        let mut state = self.holdback_state();
        state.roll(self.settled, self.last_settle_at, self.holdback, now)?;
        self.store(state);
        Ok(())
    }

    /// Raises the watermark to `cumulative` and `calls`, both checked by the caller; rolls first.
    #[inline(always)]
    pub fn settle(&mut self, cumulative: u64, calls: u32, now: i64) -> std::result::Result<(), EscrowError> {
        let mut state = self.holdback_state();
        state.roll(self.settled, self.last_settle_at, self.holdback, now)?;
        state.settle(cumulative, now);
        self.store(state);
        self.settled = cumulative;
        self.calls = calls;
        self.last_settle_at = now;
        Ok(())
    }

    fn holdback_state(&self) -> Holdback {
        Holdback { matured: self.matured, pending: self.pending, pending_since: self.pending_since }
    }

    fn store(&mut self, state: Holdback) {
        self.matured = state.matured;
        self.pending = state.pending;
        self.pending_since = state.pending_since;
    }

    /// What may be rated, (paid out for a fee, refunded), base units; both count as rated from then on.
    /// Money paid without a fee gives no right: moving it in circles would cost nothing.
    pub fn rate(&mut self) -> Result<(u64, u64)> {
        let paid = math::sub(self.paid_gross, self.rated_paid)?;
        let refunded = math::sub(self.refunded, self.rated_refunded)?;
        let paid = if self.fee_bps > 0 { paid } else { 0 };
        require!(paid > 0 || refunded > 0, EscrowError::RatingRightMissing);
        self.rated_paid = self.paid_gross;
        self.rated_refunded = self.refunded;
        Ok((paid, refunded))
    }

    /// What a payout at this moment pays, gross, base units; roll first.
    pub fn payable(&self) -> Result<u64> {
        math::payable(self.matured, self.paid_gross, self.refunded, self.held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(Channel::DISCRIMINATOR, [49, 159, 99, 106, 220, 87, 219, 88]);
        assert_eq!(size_of::<Channel>(), 496);
        assert_eq!(offset_of!(Channel, tag), 8);
        assert_eq!(offset_of!(Channel, session_key), 24);
        assert_eq!(offset_of!(Channel, per_call_max), 56);
        assert_eq!(offset_of!(Channel, paid_gross), 144);
        assert_eq!(offset_of!(Channel, generation), 208);
        assert_eq!(offset_of!(Channel, mandate), 272);
        assert_eq!(offset_of!(Channel, hold_disputed), 190);
        assert_eq!(offset_of!(Channel, rated_paid), 432);
        assert_eq!(offset_of!(Channel, awarded), 448);
    }

    #[test]
    fn a_right_is_used_once_and_needs_a_fee() {
        let mut channel: Channel = bytemuck::Zeroable::zeroed();
        assert_eq!(channel.rate(), Err(EscrowError::RatingRightMissing.into()));
        channel.fee_bps = 1;
        (channel.paid_gross, channel.refunded) = (70, 5);
        assert_eq!(channel.rate(), Ok((70, 5)));
        assert_eq!(channel.rate(), Err(EscrowError::RatingRightMissing.into()));
        channel.paid_gross = 71;
        assert_eq!(channel.rate(), Ok((1, 0)));
        channel.refunded = 6;
        assert_eq!(channel.rate(), Ok((0, 1)));
        channel.fee_bps = 0;
        channel.paid_gross = 90;
        assert_eq!(channel.rate(), Err(EscrowError::RatingRightMissing.into()));
        channel.refunded = 7;
        assert_eq!(channel.rate(), Ok((0, 1)));
        channel.rated_paid = 91;
        assert_eq!(channel.rate(), Err(EscrowError::MathOverflow.into()));
    }
}
