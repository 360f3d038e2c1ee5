//! Claims against a channel, which the stake program's disputes bring.

use agent_labs_common::escrow::{ClaimEnd, ClaimPaid};
use anchor_lang::prelude::*;

use super::{Channel, HoldEnd, Release};
use crate::{error::EscrowError, math};

impl Channel {
    /// What the agent gave back of itself, base units: what claims paid is not among it.
    pub fn given_back(&self) -> Result<u64> {
        math::sub(self.refunded, self.awarded)
    }

    /// Most that a claim may be, base units: settled, neither claimed nor given back. What a claim paid was
    /// claimed, and counts once.
    pub fn claimable(&self) -> Result<u64> {
        Ok(self.settled.saturating_sub(math::add(self.claimed, self.given_back()?)?))
    }

    /// Counts `claim` and takes the hold up to it; lapse first. Where another dispute has the hold, nothing is
    /// taken. Returns what was taken, base units, and what of the hold was above.
    ///
    /// Errors: `AmountZero`, `ClaimTooHigh`, `ClaimWindowOver`
    pub fn open_claim(&mut self, claim: u64, now: i64) -> Result<(u64, Option<Release>)> {
        require!(claim > 0, EscrowError::AmountZero);
        require!(claim <= self.claimable()?, EscrowError::ClaimTooHigh);
        let window_ends = math::later(self.last_settle_at, self.claim_window)?;
        require!(now < window_ends, EscrowError::ClaimWindowOver);

        self.claimed = math::add(self.claimed, claim)?;
        self.open_disputes = self.open_disputes.checked_add(1).ok_or(EscrowError::MathOverflow)?;
        if self.held == 0 || self.is_hold_disputed() {
            return Ok((0, None));
        }
        let above = (self.held > claim).then(|| self.lower_hold(claim, HoldEnd::AboveClaim));
        self.hold_disputed = 1;
        self.held_until = 0;
        Ok((self.held, above))
    }

    /// Ends a claim: what was given back since counts toward the loss, the hold that the claim took pays the
    /// rest as far as it goes, and what is left of it is the agent's again.
    ///
    /// Errors: `ClaimMismatch`
    pub fn close_claim(&mut self, end: &ClaimEnd) -> Result<ClaimPaid> {
        let given_back = self.given_back()?;
        let matches = self.open_disputes > 0
            && end.loss <= self.claimed
            && end.refunded_before <= given_back
            && (!end.took_hold || self.is_hold_disputed());
        require!(matches, EscrowError::ClaimMismatch);

        let refunded_since = math::sub(given_back, end.refunded_before)?.min(end.loss);
        let uncovered = math::sub(end.loss, refunded_since)?;
        let available = if end.took_hold { self.held } else { 0 };
        let paid = uncovered.min(available);
        let outcome = ClaimPaid {
            refunded_since,
            paid,
            released: math::sub(available, paid)?,
            shortfall: math::sub(uncovered, paid)?,
        };

        self.open_disputes = self.open_disputes.checked_sub(1).ok_or(EscrowError::MathOverflow)?;
        self.refunded = math::add(self.refunded, paid)?;
        self.awarded = math::add(self.awarded, paid)?;
        if end.took_hold {
            self.hold_disputed = 0;
            self.set_held(0);
        }
        Ok(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With 100 settled and `held` of it held.
    fn channel(held: u64) -> Channel {
        let mut channel: Channel = bytemuck::Zeroable::zeroed();
        channel.version = crate::constants::CHANNEL_LAYOUT;
        (channel.settled, channel.allotted, channel.claim_window, channel.hold_lapse) = (100, 100, 50, 50);
        if held > 0 {
            channel.hold(held, 10).unwrap();
        }
        channel
    }

    fn end(loss: u64, refunded_before: u64, took_hold: bool) -> ClaimEnd {
        ClaimEnd { loss, refunded_before, took_hold }
    }

    #[test]
    fn a_claim_takes_the_hold_up_to_it() {
        for (held, claim, taken) in [(0, 40, 0), (40, 40, 40), (30, 40, 30), (90, 40, 40)] {
            let mut channel = channel(held);
            let (took, above) = channel.open_claim(claim, 49).unwrap();
            assert_eq!((took, channel.held, channel.held_until), (taken, taken, 0));
            assert_eq!(above.map_or(0, |above| above.held_before - above.held_after), held - taken);
            assert_eq!((channel.claimed, channel.open_disputes), (claim, 1));
            assert_eq!(channel.hold_disputed, u8::from(held > 0));
            channel.invariant().unwrap();
        }
    }

    #[test]
    fn money_is_claimed_once_and_in_time() {
        let mut channel = channel(100);
        assert_eq!(channel.open_claim(0, 0), Err(EscrowError::AmountZero.into()));
        assert_eq!(channel.open_claim(101, 0), Err(EscrowError::ClaimTooHigh.into()));
        assert_eq!(channel.open_claim(1, 50), Err(EscrowError::ClaimWindowOver.into()));
        channel.open_claim(60, 0).unwrap();
        assert_eq!(channel.open_claim(41, 0), Err(EscrowError::ClaimTooHigh.into()));
        // the second finds the hold taken
        assert_eq!(channel.open_claim(10, 0), Ok((0, None)));
        channel.close_claim(&end(60, 0, true)).unwrap();
        assert_eq!((channel.refunded, channel.awarded, channel.claimable()), (60, 60, Ok(30)));
        channel.refund(30).unwrap();
        assert_eq!(channel.claimable(), Ok(0));
        channel.refund(10).unwrap();
        assert_eq!(channel.claimable(), Ok(0));
        channel.invariant().unwrap();
    }

    #[test]
    fn the_parts_of_a_loss_add_up() {
        for held in [0, 1, 25, 60] {
            for (refund, loss) in [(0, 0), (0, 60), (10, 5), (10, 60), (50, 60), (100, 60), (30, 59)] {
                let mut channel = channel(held);
                let (taken, _) = channel.open_claim(60, 0).unwrap();
                channel.refund(refund).unwrap();
                let available = channel.held;
                let outcome = channel.close_claim(&end(loss, 0, taken > 0)).unwrap();
                assert_eq!(outcome.refunded_since, refund.min(loss));
                assert_eq!(outcome.refunded_since + outcome.paid + outcome.shortfall, loss);
                assert_eq!(outcome.paid + outcome.released, available);
                assert!(outcome.released == 0 || outcome.shortfall == 0);
                assert_eq!((channel.held, channel.held_until, channel.hold_disputed), (0, 0, 0));
                assert_eq!((channel.refunded, channel.open_disputes), (refund + outcome.paid, 0));
                channel.invariant().unwrap();
            }
        }
    }

    #[test]
    fn what_one_claim_was_paid_makes_good_no_other() {
        let mut channel = channel(40);
        channel.open_claim(40, 0).unwrap();
        channel.open_claim(50, 0).unwrap();
        assert_eq!(channel.close_claim(&end(40, 0, true)).unwrap().paid, 40);
        let second = channel.close_claim(&end(50, 0, false)).unwrap();
        assert_eq!((second.refunded_since, second.paid, second.shortfall), (0, 0, 50));
        channel.invariant().unwrap();
    }

    #[test]
    fn a_claim_ends_as_it_began() {
        let mut channel = channel(0);
        assert_eq!(channel.close_claim(&end(0, 0, false)), Err(EscrowError::ClaimMismatch.into()));
        channel.open_claim(10, 0).unwrap();
        for wrong in [end(0, 0, true), end(11, 0, false), end(0, 1, false)] {
            assert_eq!(channel.close_claim(&wrong), Err(EscrowError::ClaimMismatch.into()));
        }
        channel.hold(5, 0).unwrap();
        assert_eq!(channel.close_claim(&end(10, 0, true)), Err(EscrowError::ClaimMismatch.into()));
        // a hold placed later is not this claim's
        assert_eq!(channel.close_claim(&end(10, 0, false)).unwrap().shortfall, 10);
        assert_eq!(channel.held, 5);
        channel.invariant().unwrap();
    }

    #[test]
    fn a_hold_used_up_stays_its_disputes() {
        let mut channel = channel(40);
        channel.open_claim(40, 0).unwrap();
        channel.refund(100).unwrap();
        assert_eq!((channel.held, channel.hold_disputed), (0, 1));
        assert_eq!(channel.hold(0, 0), Err(EscrowError::AmountZero.into()));
        channel.settled = 200;
        assert_eq!(channel.hold(1, 0), Err(EscrowError::HoldExists.into()));
        channel.close_claim(&end(40, 0, true)).unwrap();
        channel.hold(1, 0).unwrap();
    }
}
