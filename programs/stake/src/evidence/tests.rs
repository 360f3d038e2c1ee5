use super::*;
use crate::state::opened;

/// Instructions sysvar data of these instructions, `current` being the running one.
fn sysvar(instructions: &[(Pubkey, Vec<u8>)], current: u16) -> Vec<u8> {
    let mut data = (instructions.len() as u16).to_le_bytes().to_vec();
    let mut at = 2 + 2 * instructions.len();
    let mut body = vec![];
    for (program, ix) in instructions {
        data.extend((at as u16).to_le_bytes());
        let mut bytes = vec![0, 0];
        bytes.extend(program.to_bytes());
        bytes.extend((ix.len() as u16).to_le_bytes());
        bytes.extend(ix);
        at += bytes.len();
        body.extend(bytes);
    }
    data.extend(body);
    data.extend(current.to_le_bytes());
    data
}

const BEFORE: [u8; 32] = [4; 32];
const RESPONSE_BEFORE: [u8; 32] = [5; 32];

fn signed_call() -> SignedCall {
    let call = 7_u32.to_le_bytes();
    let request = [6; 32];
    SignedCall {
        voucher_signer: [1; 32],
        voucher_signature: [0xAA; 64],
        voucher: Voucher {
            tag: [3; 16],
            cumulative: 70_u64.to_le_bytes(),
            call,
            expires: 99_u32.to_le_bytes(),
            transcript: hashv(&[&BEFORE, &call, &request, &RESPONSE_BEFORE]).to_bytes(),
        },
        proof_signer: [2; 32],
        proof_signature: [0xBB; 64],
        proof: ResponseProof {
            tag: [3; 16],
            call,
            request,
            response: [8; 32],
            cumulative: 70_u64.to_le_bytes(),
        },
    }
}

fn canonical() -> Vec<u8> {
    let mut data = vec![2, 0];
    for (block, message) in [(30_u16, 64_u16), (190, 92)] {
        for value in [block + 32, 0xFFFF, block, 0xFFFF, block + 96, message, 0xFFFF] {
            data.extend(value.to_le_bytes());
        }
    }
    data.extend(bytemuck::bytes_of(&signed_call()));
    assert_eq!(data.len(), 378);
    data
}

fn read(data: Vec<u8>) -> Result<SignedCall> {
    let sysvar = sysvar(&[(ED25519_PROGRAM, data), (crate::ID, vec![1])], 1);
    verified_call(&sysvar).copied()
}

#[test]
fn reads_what_a_plain_encoder_writes() {
    assert_eq!(read(canonical()), Ok(signed_call()));
    assert_eq!(signed_call().number(), 7);
}

#[test]
fn every_changed_byte_before_the_blocks_is_refused() {
    for at in 0..BLOCKS_START {
        for flip in [1, 0x80, 0xFF] {
            let mut data = canonical();
            data[at] ^= flip;
            assert!(read(data).is_err(), "byte {at}");
        }
    }
}

#[test]
fn missing_and_surplus_are_refused() {
    for count in [0, 1, 3, 255] {
        let mut data = canonical();
        data[0] = count;
        assert_eq!(read(data), Err(StakeError::SignatureCountMismatch.into()));
    }
    assert_eq!(read(vec![]), Err(StakeError::SignatureCountMismatch.into()));
    assert_eq!(read(vec![2]), Err(StakeError::Ed25519NotCanonical.into()));
    let mut padded = canonical();
    padded.push(0);
    assert_eq!(read(padded), Err(StakeError::Ed25519NotCanonical.into()));
    let mut cut = canonical();
    cut.pop();
    assert_eq!(read(cut), Err(StakeError::Ed25519NotCanonical.into()));
}

#[test]
fn only_the_instruction_right_before_counts() {
    let missing = |instructions: &[(Pubkey, Vec<u8>)], current| {
        let read = verified_call(&sysvar(instructions, current)).err();
        assert_eq!(read, Some(StakeError::Ed25519Missing.into()));
    };
    missing(&[(crate::ID, vec![1])], 0);
    missing(&[(crate::ID, vec![1]), (ED25519_PROGRAM, canonical())], 0);
    missing(&[(Pubkey::new_unique(), canonical()), (crate::ID, vec![1])], 1);
    missing(&[(ED25519_PROGRAM, canonical()), (crate::ID, vec![1]), (crate::ID, vec![1])], 2);
}

#[test]
fn cut_sysvar_data_never_panics_and_never_passes() {
    let whole = sysvar(&[(ED25519_PROGRAM, canonical()), (crate::ID, vec![7, 7])], 1);
    for length in 0..whole.len() {
        assert!(verified_call(&whole[..length]).is_err(), "length {length}");
    }
}

#[test]
fn an_account_list_that_spells_the_program_does_not_pass_for_it() {
    let data = canonical();
    let mut instruction = vec![1, 0];
    instruction.extend(ED25519_PROGRAM.to_bytes());
    instruction.extend((data.len() as u16).to_le_bytes());
    instruction.extend(data);
    let mut forged = vec![2, 0, 6, 0, 0, 0];
    forged.extend(instruction);
    forged.extend([1, 0]);
    assert_eq!(verified_call(&forged).err(), Some(StakeError::Ed25519Missing.into()));
    // with no account it would be the genuine thing
    forged[6] = 0;
    assert!(verified_call(&forged).is_ok());
}

#[test]
fn a_call_counts_for_the_channel_that_both_signed_it_on() {
    let mut dispute = opened();
    (dispute.session_key, dispute.agent_key) =
        (Pubkey::new_from_array([1; 32]), Pubkey::new_from_array([2; 32]));
    dispute.tag = [3; 16];
    let require = |call: &SignedCall| call.require_of(&dispute, &BEFORE, &RESPONSE_BEFORE);
    require(&signed_call()).unwrap();
    type Change = fn(&mut SignedCall);
    let changes: [(Change, StakeError); 10] = [
        (|c| c.voucher_signer[0] ^= 1, StakeError::SignerMismatch),
        (|c| c.proof_signer[31] ^= 1, StakeError::SignerMismatch),
        (|c| std::mem::swap(&mut c.voucher_signer, &mut c.proof_signer), StakeError::SignerMismatch),
        (|c| c.voucher.tag[15] ^= 1, StakeError::TagMismatch),
        (|c| c.proof.tag[0] ^= 1, StakeError::TagMismatch),
        (|c| c.voucher.call[0] ^= 1, StakeError::CallMismatch),
        (|c| c.proof.cumulative[0] ^= 1, StakeError::CallMismatch),
        (|c| c.voucher.transcript[0] ^= 1, StakeError::TranscriptMismatch),
        (|c| c.proof.request[0] ^= 1, StakeError::TranscriptMismatch),
        (|c| (c.voucher.call, c.proof.call) = ([8, 0, 0, 0], [8, 0, 0, 0]), StakeError::TranscriptMismatch),
    ];
    for (at, (change, error)) in changes.into_iter().enumerate() {
        let mut changed = signed_call();
        change(&mut changed);
        assert_eq!(require(&changed), Err(error.into()), "{at}");
    }
    let other = signed_call().require_of(&dispute, &RESPONSE_BEFORE, &BEFORE);
    assert_eq!(other, Err(StakeError::TranscriptMismatch.into()));
}
