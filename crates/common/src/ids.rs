//! Program ids. Each program's `declare_id!` repeats its own; a test in each program compares the two.

/// Declares one program's id and its event authority, the PDA of `["__event_authority"]`. The ids are chosen
/// so that the bump is 255: Anchor searches for the address in each event's self-CPI.
macro_rules! program_id {
    ($name:ident, $id:literal, $event_authority:literal) => {
        pub mod $name {
            anchor_lang::declare_id!($id);

            pub const EVENT_AUTHORITY: anchor_lang::prelude::Pubkey =
                anchor_lang::prelude::pubkey!($event_authority);
            pub const EVENT_AUTHORITY_BUMP: u8 = 255;
        }
    };
}

program_id!(
    registry,
    "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG",
    "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
);
program_id!(
    stake,
    "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9",
    "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
);
program_id!(
    escrow,
    "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2",
    "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
);
program_id!(
    reputation,
    "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee",
    "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
);
program_id!(
    timelock,
    "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ",
    "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
);
program_id!(
    consent,
    "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ",
    "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
);

/// Reputation's PDA of `["rating_authority"]`: escrow consumes rating rights for it alone, and it is the
/// creator and delegate of every receipt tree.
pub const RATING_AUTHORITY: anchor_lang::prelude::Pubkey =
    anchor_lang::prelude::pubkey!("7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy");
pub const RATING_AUTHORITY_BUMP: u8 = 255;

/// Stake's PDA of `["claim_authority"]`: escrow opens and closes claims for it alone.
pub const CLAIM_AUTHORITY: anchor_lang::prelude::Pubkey =
    anchor_lang::prelude::pubkey!("8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf");
pub const CLAIM_AUTHORITY_BUMP: u8 = 255;

/// Escrow's PDA of `["approval_consumer"]`: consent consumes approvals for it alone.
pub const APPROVAL_CONSUMER: anchor_lang::prelude::Pubkey =
    anchor_lang::prelude::pubkey!("Gk7jENwPnNoqw7eTAp6jHK2puG7kaM2pEgkfqdkWcUSZ");
pub const APPROVAL_CONSUMER_BUMP: u8 = 255;

/// Mint of the credits, escrow's PDA of `["credit_mint"]`; it is its own mint authority.
pub const CREDIT_MINT: anchor_lang::prelude::Pubkey =
    anchor_lang::prelude::pubkey!("G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF");
pub const CREDIT_MINT_BUMP: u8 = 255;

/// Address of the registry's `Config`, the PDA of `["config"]`.
pub const CONFIG: anchor_lang::prelude::Pubkey =
    anchor_lang::prelude::pubkey!("FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun");

#[cfg(test)]
mod tests {
    use anchor_lang::prelude::Pubkey;

    #[test]
    fn config_address_is_derived() {
        let (derived, _) = Pubkey::find_program_address(&[crate::seeds::CONFIG], &super::registry::ID);
        assert_eq!(derived, super::CONFIG);
    }

    #[test]
    fn credit_mint_is_derived() {
        let derived = Pubkey::find_program_address(&[crate::seeds::CREDIT_MINT], &super::escrow::ID);
        assert_eq!(derived, (super::CREDIT_MINT, super::CREDIT_MINT_BUMP));
    }

    #[test]
    fn claim_authority_is_derived() {
        let seeds = &[crate::seeds::CLAIM_AUTHORITY];
        let derived = Pubkey::find_program_address(seeds, &super::stake::ID);
        assert_eq!(derived, (super::CLAIM_AUTHORITY, super::CLAIM_AUTHORITY_BUMP));
    }

    #[test]
    fn approval_consumer_is_derived() {
        let seeds = &[crate::seeds::APPROVAL_CONSUMER];
        let derived = Pubkey::find_program_address(seeds, &super::escrow::ID);
        assert_eq!(derived, (super::APPROVAL_CONSUMER, super::APPROVAL_CONSUMER_BUMP));
    }

    #[test]
    fn rating_authority_is_derived() {
        let seeds = &[crate::seeds::RATING_AUTHORITY];
        let derived = Pubkey::find_program_address(seeds, &super::reputation::ID);
        assert_eq!(derived, (super::RATING_AUTHORITY, super::RATING_AUTHORITY_BUMP));
    }

    #[test]
    fn event_authorities_are_derived() {
        let seeds = &[crate::event::EVENT_AUTHORITY_SEED];
        for (program, authority, bump) in [
            (super::registry::ID, super::registry::EVENT_AUTHORITY, super::registry::EVENT_AUTHORITY_BUMP),
            (super::stake::ID, super::stake::EVENT_AUTHORITY, super::stake::EVENT_AUTHORITY_BUMP),
            (super::escrow::ID, super::escrow::EVENT_AUTHORITY, super::escrow::EVENT_AUTHORITY_BUMP),
            (
                super::reputation::ID,
                super::reputation::EVENT_AUTHORITY,
                super::reputation::EVENT_AUTHORITY_BUMP,
            ),
            (super::timelock::ID, super::timelock::EVENT_AUTHORITY, super::timelock::EVENT_AUTHORITY_BUMP),
            (super::consent::ID, super::consent::EVENT_AUTHORITY, super::consent::EVENT_AUTHORITY_BUMP),
        ] {
            assert_eq!(Pubkey::find_program_address(seeds, &program), (authority, bump));
        }
    }
}
