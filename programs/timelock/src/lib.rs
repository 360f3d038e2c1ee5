//! Timelock: money that is released over time.
//!
//! A lock holds the tokens of one recipient, who gets them by a schedule that is fixed as it is made. An intake is an
//! address that turns what is paid to it into locks, escrow's payouts for one. Tokens that somebody sends to a lock's
//! token account count for nothing. Claims need nobody's leave, and no pause stands in their way.
//!
//! Amounts are base units of the mint, times Unix seconds. Every instruction can fail with `MathOverflow`,
//! `InvariantBroken`, `UnknownLayout` or an error of Anchor's; the special errors of each stand with it.

use anchor_lang::prelude::*;

pub mod constants;
pub mod error;
pub mod events;
pub mod instructions;
pub mod math;
pub mod mint;
pub mod schedule;
pub mod state;
#[cfg(test)]
mod tests;

use instructions::*;
use state::IntakeTerms;

declare_id!("8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ");

#[program]
pub mod timelock {
    use super::*;

    /// Makes the account of an address that locks what is paid to it. Never paused.
    ///
    /// Authority: anyone, who pays the rent and gets it back.
    /// Errors: `IntakeTermsInvalid`, `RecipientInvalid`, `AddressTaken`
    pub fn intake_open(ctx: Context<IntakeOpen>, terms: IntakeTerms) -> Result<()> {
        handle_intake_open(ctx, terms)
    }
}
