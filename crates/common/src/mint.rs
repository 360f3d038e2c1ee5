//! Which mints money may come in by.
//!
//! A mint of Token-2022 carries its extensions in its own account, fixed when it was made. Those on the list below
//! describe it and no more; any other can take, freeze or reshape what a vault holds, now or once its authority says
//! so, and is refused whatever it is set to. What is not known is refused, so that a new extension waits to be
//! looked at. Money that came in goes out by the recorded mint and program alone: no later list stands in its way.

/// Bytes of a mint without extensions, in both token programs.
const BARE_MINT: usize = 82;
/// Where extensions begin: behind a token account's length and the byte that tells a mint.
const EXTENSIONS_AT: usize = 166;
/// Marks the room behind the last extension.
const UNUSED: u16 = 0;

/// What is wrong with a mint. Each program has an error of its own for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its extensions cannot be read.
    Malformed,
    TakesFees,
    HasPermanentDelegate,
    HasTransferHook,
    FreezesByDefault,
    Pausable,
    Closable,
    /// Confidential transfers, their fees, minting and burning: amounts that nobody can check.
    Confidential,
    /// Interest and scale: wallets show other amounts than the ones that limits are set in.
    ScalesAmounts,
    NotTransferable,
    ExtensionUnknown,
}

/// Walks the extensions of a mint account's data: each a type and a length, both u16 LE, and that many bytes.
pub fn require_plain(mint: &[u8]) -> Result<(), Flaw> {
    if mint.len() == BARE_MINT {
        return Ok(());
    }
    let mut rest = mint.get(EXTENSIONS_AT..).ok_or(Flaw::Malformed)?;
    // one byte left over is no extension: the token program stops there, too
    while let [a, b, after @ ..] = rest {
        let kind = u16::from_le_bytes([*a, *b]);
        if kind == UNUSED {
            break;
        }
        require_plain_extension(kind)?;
        let [a, b, value @ ..] = after else { return Err(Flaw::Malformed) };
        rest = value.get(usize::from(u16::from_le_bytes([*a, *b]))..).ok_or(Flaw::Malformed)?;
    }
    Ok(())
}

/// Numbers are Token-2022's `ExtensionType`.
fn require_plain_extension(kind: u16) -> Result<(), Flaw> {
    match kind {
        // metadata pointer, metadata, group pointer, group, member pointer, member: they describe the mint
        18..=23 => Ok(()),
        1 => Err(Flaw::TakesFees),
        3 => Err(Flaw::Closable),
        4 | 16 | 24 => Err(Flaw::Confidential),
        6 => Err(Flaw::FreezesByDefault),
        9 => Err(Flaw::NotTransferable),
        10 | 25 => Err(Flaw::ScalesAmounts),
        12 => Err(Flaw::HasPermanentDelegate),
        14 => Err(Flaw::HasTransferHook),
        26 => Err(Flaw::Pausable),
        _ => Err(Flaw::ExtensionUnknown),
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
        let known: [(ExtensionType, Option<Flaw>); 18] = [
            (ExtensionType::MetadataPointer, None),
            (ExtensionType::TokenMetadata, None),
            (ExtensionType::GroupPointer, None),
            (ExtensionType::TokenGroup, None),
            (ExtensionType::GroupMemberPointer, None),
            (ExtensionType::TokenGroupMember, None),
            (ExtensionType::TransferFeeConfig, Some(Flaw::TakesFees)),
            (ExtensionType::MintCloseAuthority, Some(Flaw::Closable)),
            (ExtensionType::ConfidentialTransferMint, Some(Flaw::Confidential)),
            (ExtensionType::ConfidentialTransferFeeConfig, Some(Flaw::Confidential)),
            (ExtensionType::ConfidentialMintBurn, Some(Flaw::Confidential)),
            (ExtensionType::DefaultAccountState, Some(Flaw::FreezesByDefault)),
            (ExtensionType::NonTransferable, Some(Flaw::NotTransferable)),
            (ExtensionType::InterestBearingConfig, Some(Flaw::ScalesAmounts)),
            (ExtensionType::ScaledUiAmount, Some(Flaw::ScalesAmounts)),
            (ExtensionType::PermanentDelegate, Some(Flaw::HasPermanentDelegate)),
            (ExtensionType::TransferHook, Some(Flaw::HasTransferHook)),
            (ExtensionType::Pausable, Some(Flaw::Pausable)),
        ];
        for (kind, flaw) in known {
            assert_eq!(require_plain(&mint(&[18, kind.into()])), flaw.map_or(Ok(()), Err), "{kind:?}");
        }
        for kind in [2, 5, 7, 8, 11, 13, 15, 17, 27, 28, 1_000, u16::MAX] {
            assert_eq!(require_plain(&mint(&[kind])), Err(Flaw::ExtensionUnknown), "{kind}");
        }
    }

    #[test]
    fn walks_to_the_end_and_no_further() {
        assert_eq!(require_plain(&[0; BARE_MINT]), Ok(()));
        assert_eq!(require_plain(&mint(&[])), Ok(()));
        assert_eq!(require_plain(&mint(&[18, 19, 0, 1])), Ok(()));
        assert_eq!(require_plain(&mint(&[18, 19, 20, 1])), Err(Flaw::TakesFees));
        let malformed = Err(Flaw::Malformed);
        assert_eq!(require_plain(&[0; BARE_MINT + 1]), malformed);
        let whole = mint(&[18]);
        for cut in 1..=5 {
            assert_eq!(require_plain(&whole[..whole.len() - cut]), malformed, "{cut}");
        }
        // of the type itself a byte may be left
        assert_eq!(require_plain(&whole[..whole.len() - 7]), Ok(()));
    }
}
