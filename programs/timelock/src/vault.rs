//! Token movements of pools and batches, by the token program and the mint that they were made with.

use agent_labs_common::token;
use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenInterface};

use crate::token::amount_in;

/// The token account of a pool or a batch, with what moves its tokens.
pub struct Vault<'a, 'info> {
    pub tokens: &'a AccountInfo<'info>,
    pub mint: &'a InterfaceAccount<'info, Mint>,
    pub token_program: &'a Interface<'info, TokenInterface>,
}

impl<'info> Vault<'_, 'info> {
    /// Moves `amount` out, signed by `owner`, which `seeds` derive. No loan of its data may be open.
    pub fn pay_out(
        &self,
        owner: &AccountInfo<'info>,
        destination: &AccountInfo<'info>,
        amount: u64,
        seeds: &[&[u8]],
    ) -> Result<()> {
        let infos = [self.tokens.clone(), self.mint.to_account_info(), destination.clone(), owner.clone()];
        token::transfer(&infos, self.token_program.key(), amount, self.mint.decimals, &[seeds])
    }

    /// Closes it when it is empty, its rent to `rent_payer`.
    pub fn close(
        &self,
        owner: &AccountInfo<'info>,
        rent_payer: &AccountInfo<'info>,
        seeds: &[&[u8]],
    ) -> Result<()> {
        let infos = [self.tokens.clone(), rent_payer.clone(), owner.clone()];
        token::close(&infos, self.token_program.key(), &[seeds])
    }

    /// What it holds at this moment, base units.
    pub fn amount(&self) -> Result<u64> {
        amount_in(self.tokens)
    }
}
