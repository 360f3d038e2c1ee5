use anchor_lang::prelude::*;

/// The credits' mint was made.
#[event]
pub struct CreditsInitialized {
    pub mint: Pubkey,
    pub admin: Pubkey,
    pub decimals: u8,
}

/// The admin named an issuer, or changed what it may mint.
#[event]
pub struct CreditIssuerSet {
    pub account: Pubkey,
    pub issuer: Pubkey,
    pub admin: Pubkey,
    pub old_daily_cap: u64,
    pub new_daily_cap: u64,
    pub old_active: bool,
    pub new_active: bool,
}

/// An issuer minted credits for a payment.
#[event]
pub struct CreditsMinted {
    pub mint: Pubkey,
    pub issuer: Pubkey,
    pub account: Pubkey,
    pub payment: Pubkey,
    pub reference: [u8; 32],
    pub wallet: Pubkey,
    pub destination: Pubkey,
    pub amount: u64,
    /// Day that the cap was charged on, days since 1970-01-01 UTC.
    pub day: u32,
    pub minted_today_before: u64,
    pub minted_today_after: u64,
    pub minted_before: u64,
    pub minted_after: u64,
    pub minted_at: i64,
}

/// A holder burned credits.
#[event]
pub struct CreditsBurned {
    pub mint: Pubkey,
    pub holder: Pubkey,
    pub source: Pubkey,
    pub amount: u64,
    /// What the holder knows the redemption by; zero for none.
    pub reference: [u8; 32],
    pub supply_before: u64,
    pub supply_after: u64,
}
