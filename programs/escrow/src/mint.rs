//! Which mints money may come in by.
//!
//! A mint of Token-2022 carries its extensions in its own account, fixed when it was made. Those on the list below
//! describe it and no more; any other can take, freeze or reshape what a vault holds, now or once its authority says
//! so, and is refused whatever it is set to. What is not known is refused, so that a new extension waits to be
//! looked at. Money that came in goes out by the recorded mint and program alone: no later list stands in its way.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;

use crate::error::EscrowError;

/// Bytes of a mint without extensions, in both token programs.
const BARE_MINT: usize = 82;
/// Where extensions begin: behind a token account's length and the byte that tells a mint.
const EXTENSIONS_AT: usize = 166;
/// Marks the room behind the last extension.
const UNUSED: u16 = 0;

/// Refuses a mint that is not the token program's, or has an extension that can touch a vault's money.
pub fn require_plain(mint: &InterfaceAccount<Mint>, token_program: &Pubkey) -> Result<()> {
    let info: &AccountInfo = mint.as_ref();
    require_keys_eq!(*info.owner, *token_program, EscrowError::TokenProgramMismatch);
    let data = info.try_borrow_data()?;
    require_plain_extensions(&data)
}

/// Walks the extensions of a mint account: each a type and a length, both u16 LE, and that many bytes.
fn require_plain_extensions(mint: &[u8]) -> Result<()> {
    if mint.len() == BARE_MINT {
        return Ok(());
    }
    let mut rest = mint.get(EXTENSIONS_AT..).ok_or(EscrowError::MintMalformed)?;
    // one byte left over is no extension: the token program stops there, too
    while let [a, b, after @ ..] = rest {
        let kind = u16::from_le_bytes([*a, *b]);
        if kind == UNUSED {
            break;
        }
        require_plain_extension(kind)?;
        let [a, b, value @ ..] = after else { return err!(EscrowError::MintMalformed) };
        rest = value.get(usize::from(u16::from_le_bytes([*a, *b]))..).ok_or(EscrowError::MintMalformed)?;
    }
    Ok(())
}

/// Numbers are Token-2022's `ExtensionType`.
fn require_plain_extension(kind: u16) -> Result<()> {
    match kind {
        // metadata pointer, metadata, group pointer, group, member pointer, member: they describe the mint
        18..=23 => Ok(()),
        1 => err!(EscrowError::MintTakesFees),
        3 => err!(EscrowError::MintClosable),
        // confidential transfers, their fees, minting and burning: amounts that nobody can check
        4 | 16 | 24 => err!(EscrowError::MintConfidential),
        6 => err!(EscrowError::MintFreezesByDefault),
        9 => err!(EscrowError::MintNotTransferable),
        // interest and scale: wallets show other amounts than the ones that limits are set in
        10 | 25 => err!(EscrowError::MintScalesAmounts),
        12 => err!(EscrowError::MintHasPermanentDelegate),
        14 => err!(EscrowError::MintHasTransferHook),
        26 => err!(EscrowError::MintPausable),
        _ => err!(EscrowError::MintExtensionUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anchor_spl::token_2022::spl_token_2022::extension::ExtensionType;

    /// A mint account with these extensions, each of four bytes.
    fn mint(kinds: &[u16]) -> Vec<u8> {
        let mut data = vec![0; EXTENSIONS_AT];
        data[EXTENSIONS_AT - 1] = 1;
        for kind in kinds {
            data.extend_from_slice(&kind.to_le_bytes());
            data.extend_from_slice(&[4, 0, 9, 9, 9, 9]);
        }
        data
    }

    #[test]
    fn only_what_describes_a_mint_is_plain() {
        let known: [(ExtensionType, Option<EscrowError>); 18] = [
            (ExtensionType::MetadataPointer, None),
            (ExtensionType::TokenMetadata, None),
            (ExtensionType::GroupPointer, None),
            (ExtensionType::TokenGroup, None),
            (ExtensionType::GroupMemberPointer, None),
            (ExtensionType::TokenGroupMember, None),
            (ExtensionType::TransferFeeConfig, Some(EscrowError::MintTakesFees)),
            (ExtensionType::MintCloseAuthority, Some(EscrowError::MintClosable)),
            (ExtensionType::ConfidentialTransferMint, Some(EscrowError::MintConfidential)),
            (ExtensionType::ConfidentialTransferFeeConfig, Some(EscrowError::MintConfidential)),
            (ExtensionType::ConfidentialMintBurn, Some(EscrowError::MintConfidential)),
            (ExtensionType::DefaultAccountState, Some(EscrowError::MintFreezesByDefault)),
            (ExtensionType::NonTransferable, Some(EscrowError::MintNotTransferable)),
            (ExtensionType::InterestBearingConfig, Some(EscrowError::MintScalesAmounts)),
            (ExtensionType::ScaledUiAmount, Some(EscrowError::MintScalesAmounts)),
            (ExtensionType::PermanentDelegate, Some(EscrowError::MintHasPermanentDelegate)),
            (ExtensionType::TransferHook, Some(EscrowError::MintHasTransferHook)),
            (ExtensionType::Pausable, Some(EscrowError::MintPausable)),
        ];
        for (kind, refusal) in known {
            let expected = refusal.map_or(Ok(()), |error| Err(error.into()));
            assert_eq!(require_plain_extensions(&mint(&[18, kind.into()])), expected, "{kind:?}");
        }
        for kind in [2, 5, 7, 8, 11, 13, 15, 17, 27, 28, 1_000, u16::MAX] {
            let refused = Err(EscrowError::MintExtensionUnknown.into());
            assert_eq!(require_plain_extensions(&mint(&[kind])), refused, "{kind}");
        }
    }

    #[test]
    fn walks_to_the_end_and_no_further() {
        assert_eq!(require_plain_extensions(&[0; BARE_MINT]), Ok(()));
        assert_eq!(require_plain_extensions(&mint(&[])), Ok(()));
        assert_eq!(require_plain_extensions(&mint(&[18, 19, 0, 1])), Ok(()));
        let refused = Err(EscrowError::MintTakesFees.into());
        assert_eq!(require_plain_extensions(&mint(&[18, 19, 20, 1])), refused);
        let malformed = Err(EscrowError::MintMalformed.into());
        assert_eq!(require_plain_extensions(&[0; BARE_MINT + 1]), malformed);
        let whole = mint(&[18]);
        for cut in 1..=5 {
            assert_eq!(require_plain_extensions(&whole[..whole.len() - cut]), malformed, "{cut}");
        }
        // of the type itself a byte may be left
        assert_eq!(require_plain_extensions(&whole[..whole.len() - 7]), Ok(()));
    }
}
