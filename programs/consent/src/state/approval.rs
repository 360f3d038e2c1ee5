use agent_labs_common::mandate::MandateVoices;
use anchor_lang::prelude::*;

use crate::{constants::*, error::ConsentError};

/// M of N signatures over one call: `["approval", mandate, digest: 32 bytes]`, followed in the account by
/// `approver_count` addresses of approvers, `key_count` of the call's accounts and `data_len` bytes of its data.
///
/// INVARIANTS: approvers and threshold are the mandate's, never of whoever asks, and `1 ≤ threshold ≤ approvers`;
/// bits of `signed` are approvers', each set by its own signature alone; `digest` is made of what else stands here,
/// so that it can be recomputed from this account and the cluster's genesis hash; all but `signed` never changes;
/// used up once, by being closed, only before `expires_at`, for the mandate of `mandate_generation`.
#[account(zero_copy)]
#[derive(Debug, PartialEq, Eq)]
pub struct Approval {
    pub version: u8,
    pub bump: u8,
    /// How many of the approvers must sign.
    pub threshold: u8,
    pub approver_count: u8,
    /// Bit n is set once the n-th approver has signed.
    pub signed: u8,
    /// Accounts of the call.
    pub key_count: u8,
    /// Bytes of the call's data.
    pub data_len: u16,
    /// Slot that the mandate opened in.
    pub mandate_generation: u64,
    /// Tells two requests for the same call apart.
    pub nonce: u64,
    /// Unix seconds.
    pub requested_at: i64,
    /// Neither signed nor used from then on, Unix seconds.
    pub expires_at: i64,
    pub mandate: Pubkey,
    /// The mandate's; may end this, too.
    pub payer: Pubkey,
    /// Asked.
    pub requester: Pubkey,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// That the call goes to.
    pub program: Pubkey,
    /// Hash of the call, `agent_labs_common::consent::call_hash`.
    pub call: [u8; 32],
    /// What is signed, `agent_labs_common::consent::approval_digest`.
    pub digest: [u8; 32],
    pub reserved: [u8; 64],
}

/// What a request writes beside who asks.
pub struct Asked<'a> {
    pub voices: &'a MandateVoices,
    pub keys: &'a [Pubkey],
    pub data: &'a [u8],
}

impl Approval {
    /// Account size, bytes.
    pub const fn space(approvers: usize, keys: usize, data: usize) -> usize {
        8 + std::mem::size_of::<Approval>() + 32 * (approvers + keys) + data
    }

    pub fn invariant(&self) -> Result<()> {
        let holds = self.version == LAYOUT
            && (1..=self.approver_count).contains(&self.threshold)
            && self.approver_count <= 8
            && u16::from(self.signed) < 1 << self.approver_count
            && self.requested_at < self.expires_at;
        require!(holds, ConsentError::InvariantBroken);
        Ok(())
    }

    /// How many approvers have signed.
    pub fn signatures(&self) -> u8 {
        // eight bits at most
        self.signed.count_ones() as u8
    }

    /// Whether it can still be signed and used at `now`.
    pub fn require_live(&self, now: i64) -> Result<()> {
        require!(now < self.expires_at, ConsentError::ApprovalExpired);
        Ok(())
    }

    /// Counts the signature of the approver at `place`.
    ///
    /// Errors: `AlreadySigned`
    pub fn sign(&mut self, place: u8) -> Result<()> {
        let bit = bit(place)?;
        require!(self.signed & bit == 0, ConsentError::AlreadySigned);
        self.signed |= bit;
        Ok(())
    }

    /// Takes the signature of the approver at `place` back.
    ///
    /// Errors: `NotSigned`
    pub fn withdraw(&mut self, place: u8) -> Result<()> {
        let bit = bit(place)?;
        require!(self.signed & bit != 0, ConsentError::NotSigned);
        self.signed &= !bit;
        Ok(())
    }

    /// That it approves `call` at `now`, under the mandate opened in slot `generation`.
    ///
    /// Errors: `GenerationMismatch`, `CallMismatch`, `ApprovalExpired`, `ThresholdNotReached`
    pub fn require_approves(&self, call: &[u8; 32], generation: u64, now: i64) -> Result<()> {
        require!(self.mandate_generation == generation, ConsentError::GenerationMismatch);
        require!(self.call == *call, ConsentError::CallMismatch);
        self.require_live(now)?;
        require!(self.signatures() >= self.threshold, ConsentError::ThresholdNotReached);
        Ok(())
    }
}

fn bit(place: u8) -> Result<u8> {
    Ok(1u8.checked_shl(place.into()).ok_or(ConsentError::InvariantBroken)?)
}

/// The place of a wallet among the approvers behind an approval's struct.
///
/// Errors: `NotApprover`
pub fn place_of(info: &AccountInfo, approver_count: u8, wallet: &Pubkey) -> Result<u8> {
    let data = info.try_borrow_data()?;
    let from = Approval::space(0, 0, 0);
    let list = data.get(from..from + 32 * usize::from(approver_count));
    let place = list
        .ok_or(ConsentError::InvariantBroken)?
        .chunks_exact(32)
        .position(|bytes| bytes == wallet.as_ref())
        .ok_or(ConsentError::NotApprover)?;
    Ok(u8::try_from(place).map_err(|_| ConsentError::InvariantBroken)?)
}

/// Writes what stands behind an approval's struct.
pub fn write_tail(data: &mut [u8], asked: &Asked) -> Result<()> {
    let mut rest = data.get_mut(Approval::space(0, 0, 0)..).ok_or(ConsentError::InvariantBroken)?;
    let approvers: &[u8] = bytemuck::cast_slice(&asked.voices.approvers);
    for part in [approvers, bytemuck::cast_slice(asked.keys), asked.data] {
        let (here, behind) = rest.split_at_mut_checked(part.len()).ok_or(ConsentError::InvariantBroken)?;
        here.copy_from_slice(part);
        rest = behind;
    }
    require!(rest.is_empty(), ConsentError::InvariantBroken);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{offset_of, size_of};

    #[test]
    fn layout_stays() {
        assert_eq!(size_of::<Approval>(), 328);
        assert_eq!(offset_of!(Approval, mandate_generation), 8);
        assert_eq!(offset_of!(Approval, mandate), 40);
        assert_eq!(offset_of!(Approval, program), 168);
        assert_eq!(offset_of!(Approval, digest), 232);
        assert_eq!(Approval::space(2, 3, 5), 8 + 328 + 160 + 5);
    }

    fn asked(approvers: u8, threshold: u8) -> Approval {
        let mut approval: Approval = bytemuck::Zeroable::zeroed();
        (approval.version, approval.approver_count, approval.threshold) = (LAYOUT, approvers, threshold);
        (approval.mandate_generation, approval.call, approval.expires_at) = (5, [6; 32], 100);
        approval
    }

    #[test]
    fn each_approver_counts_once() {
        let mut approval = asked(8, 8);
        for place in 0..8 {
            approval.sign(place).unwrap();
            assert_eq!(approval.sign(place), Err(ConsentError::AlreadySigned.into()));
            approval.invariant().unwrap();
        }
        assert_eq!((approval.signatures(), approval.signed), (8, 255));
        assert_eq!(approval.sign(8), Err(ConsentError::InvariantBroken.into()));
        approval.withdraw(3).unwrap();
        assert_eq!(approval.withdraw(3), Err(ConsentError::NotSigned.into()));
        assert_eq!(approval.signatures(), 7);
    }

    #[test]
    fn approves_its_call_until_it_expires() {
        use ConsentError as E;
        let mut approval = asked(3, 2);
        approval.sign(0).unwrap();
        let early = approval.require_approves(&[6; 32], 5, 99);
        assert_eq!(early, Err(E::ThresholdNotReached.into()));
        approval.sign(2).unwrap();
        approval.require_approves(&[6; 32], 5, 99).unwrap();
        for (call, generation, now, refusal) in
            [(6, 4, 99, E::GenerationMismatch), (7, 5, 99, E::CallMismatch), (6, 5, 100, E::ApprovalExpired)]
        {
            assert_eq!(approval.require_approves(&[call; 32], generation, now), Err(refusal.into()));
        }
    }

    #[test]
    fn rules_bind() {
        asked(2, 1).invariant().unwrap();
        for broken in [
            asked(2, 0),
            asked(2, 3),
            asked(9, 1),
            Approval { signed: 4, ..asked(2, 1) },
            Approval { requested_at: 100, ..asked(2, 1) },
            Approval { version: 0, ..asked(2, 1) },
        ] {
            assert_eq!(broken.invariant(), Err(ConsentError::InvariantBroken.into()));
        }
    }

    #[test]
    fn tail_is_approvers_keys_and_data() {
        let key = |n: u8| Pubkey::new_from_array([n; 32]);
        let voices = MandateVoices {
            payer: key(1),
            session_key: key(2),
            generation: 3,
            threshold: 1,
            approvers: vec![key(4), key(5)],
        };
        let made = Asked { voices: &voices, keys: &[key(6)], data: &[7, 8] };
        let mut data = vec![0; Approval::space(2, 1, 2)];
        write_tail(&mut data, &made).unwrap();
        let tail = [[4; 32].as_slice(), &[5; 32], &[6; 32], &[7, 8]].concat();
        assert_eq!(data[Approval::space(0, 0, 0)..], tail);
        assert!(write_tail(&mut data[1..], &made).is_err());
        assert!(write_tail(&mut vec![0; Approval::space(2, 1, 3)], &made).is_err());
    }
}
