//! The hold of a channel: settled money that the payer keeps from being paid out, so that a claim finds it.

use anchor_lang::prelude::*;

use super::Channel;
use crate::{error::EscrowError, events::HoldReleased, math};

/// Why held money went back to what the agent is paid from.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldEnd {
    /// Its time was over, and nobody had opened a dispute.
    Lapsed,
    /// The payer gave it back.
    Released,
    /// A dispute took what it claims, and this was above it.
    AboveClaim,
}

/// Held money that went back, base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    pub held_before: u64,
    pub held_after: u64,
    pub why: HoldEnd,
}

impl Channel {
    pub fn is_hold_disputed(&self) -> bool {
        self.hold_disputed != 0
    }

    /// Whether the hold's time is over at `now`; a disputed one waits for its dispute.
    pub fn is_hold_over(&self, now: i64) -> bool {
        self.held > 0 && !self.is_hold_disputed() && now >= self.held_until
    }

    /// Lets a hold go whose time is over. Whoever touches the money of a channel calls this first, but for the
    /// settle, which does not ask what is held.
    pub fn lapse(&mut self, now: i64) -> Option<Release> {
        self.is_hold_over(now).then(|| self.lower_hold(0, HoldEnd::Lapsed))
    }

    /// Most that may be held, base units: what has neither matured nor gone; roll first.
    pub fn holdable(&self) -> Result<u64> {
        let out_of_reach = self.matured.max(math::add(self.paid_gross, self.refunded)?);
        math::sub(self.settled, out_of_reach)
    }

    /// Holds `amount` for `hold_lapse` seconds; lapse and roll first.
    ///
    /// Errors: `AmountZero`, `HoldExists`, `HoldTooHigh`
    pub fn hold(&mut self, amount: u64, now: i64) -> Result<()> {
        require!(amount > 0, EscrowError::AmountZero);
        require!(self.held == 0 && !self.is_hold_disputed(), EscrowError::HoldExists);
        require!(amount <= self.holdable()?, EscrowError::HoldTooHigh);
        self.held = amount;
        self.held_until = math::later(now, self.hold_lapse)?;
        Ok(())
    }

    /// Gives the hold back before its time.
    ///
    /// Errors: `NothingHeld`, `HoldDisputed`
    pub fn release(&mut self) -> Result<Release> {
        require!(!self.is_hold_disputed(), EscrowError::HoldDisputed);
        require!(self.held > 0, EscrowError::NothingHeld);
        Ok(self.lower_hold(0, HoldEnd::Released))
    }

    /// Counts `amount`, at most `refundable`, as refunded: unheld money first, then the hold.
    pub fn refund(&mut self, amount: u64) -> Result<()> {
        let of_hold = amount.saturating_sub(self.unpaid()?);
        self.refunded = math::add(self.refunded, amount)?;
        let rest = math::sub(self.held, of_hold)?;
        self.set_held(rest);
        Ok(())
    }

    pub(super) fn lower_hold(&mut self, held_after: u64, why: HoldEnd) -> Release {
        let held_before = self.held;
        self.set_held(held_after);
        Release { held_before, held_after, why }
    }

    pub(super) fn set_held(&mut self, held: u64) {
        self.held = held;
        if held == 0 {
            self.held_until = 0;
        }
    }

    /// What the indexer is told of it; `channel` is this one's address.
    pub fn released(
        &self,
        channel: Pubkey,
        Release { held_before, held_after, why }: Release,
    ) -> HoldReleased {
        HoldReleased {
            channel,
            mandate: self.mandate,
            agent: self.agent,
            generation: self.generation,
            amount: held_before.saturating_sub(held_after),
            held_before,
            held_after,
            why,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(amount: u64) -> Channel {
        let mut channel: Channel = bytemuck::Zeroable::zeroed();
        channel.version = crate::constants::CHANNEL_LAYOUT;
        (channel.settled, channel.allotted, channel.hold_lapse) = (amount, amount, 50);
        channel
    }

    #[test]
    fn holds_what_has_neither_matured_nor_gone() {
        let mut channel = settled(100);
        (channel.matured, channel.pending) = (30, 100);
        assert_eq!(channel.holdable(), Ok(70));
        channel.refunded = 40;
        assert_eq!(channel.hold(61, 0), Err(EscrowError::HoldTooHigh.into()));
        assert_eq!(channel.hold(0, 0), Err(EscrowError::AmountZero.into()));
        channel.hold(60, 10).unwrap();
        assert_eq!((channel.held, channel.held_until), (60, 60));
        assert_eq!(channel.hold(1, 10), Err(EscrowError::HoldExists.into()));
        channel.invariant().unwrap();
    }

    #[test]
    fn lapses_to_the_second_unless_disputed() {
        let mut channel = settled(100);
        channel.hold(100, 10).unwrap();
        assert_eq!(channel.lapse(59), None);
        let mut disputed = channel;
        (disputed.hold_disputed, disputed.held_until, disputed.open_disputes) = (1, 0, 1);
        assert_eq!(disputed.lapse(i64::MAX), None);
        assert_eq!(disputed.release(), Err(EscrowError::HoldDisputed.into()));
        disputed.invariant().unwrap();
        let lapsed = Release { held_before: 100, held_after: 0, why: HoldEnd::Lapsed };
        assert_eq!(channel.lapse(60), Some(lapsed));
        assert_eq!((channel.held, channel.held_until, channel.lapse(61)), (0, 0, None));
        assert_eq!(channel.release(), Err(EscrowError::NothingHeld.into()));
        channel.invariant().unwrap();
    }

    #[test]
    fn refunds_take_unheld_money_first() {
        let mut channel = settled(100);
        channel.hold(70, 10).unwrap();
        channel.refund(30).unwrap();
        assert_eq!((channel.held, channel.held_until), (70, 60));
        channel.refund(20).unwrap();
        assert_eq!((channel.held, channel.held_until), (50, 60));
        channel.invariant().unwrap();
        channel.refund(50).unwrap();
        assert_eq!((channel.held, channel.held_until, channel.refunded), (0, 0, 100));
        channel.invariant().unwrap();
        assert_eq!(channel.refund(1), Err(EscrowError::MathOverflow.into()));
    }
}
