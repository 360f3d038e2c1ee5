use super::*;

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

fn canonical(count: usize) -> Vec<u8> {
    let mut data = vec![count as u8, 0];
    for i in 0..count {
        let block = (2 + 14 * count + BLOCK * i) as u16;
        for value in [block + 32, 0xFFFF, block, 0xFFFF, block + 96, 64, 0xFFFF] {
            data.extend(value.to_le_bytes());
        }
    }
    for i in 0..count {
        data.extend([i as u8 + 1; 32]);
        data.extend([0xAA; 64]);
        data.extend([0xBB; 16]);
        data.extend(7_u64.to_le_bytes());
        data.extend(3_u32.to_le_bytes());
        data.extend(99_u32.to_le_bytes());
        data.extend([0xCC; 32]);
    }
    data
}

/// Reads in both ways, which must agree: how many vouchers there are.
fn vouchers(sysvar: &[u8], count: usize) -> std::result::Result<usize, String> {
    let quick = voucher_blocks(sysvar, count);
    let by_field = instruction_before(sysvar).and_then(|at| verified_blocks(at, count, VOUCHER));
    let told = |read: Result<&[u8]>| read.map(<[u8]>::to_vec).map_err(|error| error.name());
    assert_eq!(told(quick), told(by_field));
    told(quick).map(|blocks| blocks.len() / BLOCK)
}

fn read(data: Vec<u8>, count: usize) -> std::result::Result<usize, String> {
    vouchers(&sysvar(&[(ED25519_PROGRAM, data), (crate::ID, vec![1])], 1), count)
}

fn refused(error: EscrowError) -> std::result::Result<usize, String> {
    Err(error.name())
}

#[test]
fn reads_what_a_plain_encoder_writes() {
    // more than there is a form made for
    for count in 1..=READY + 3 {
        assert_eq!(read(canonical(count), count), Ok(count));
    }
    let sysvar = sysvar(&[(ED25519_PROGRAM, canonical(1)), (crate::ID, vec![1])], 1);
    let [voucher] = verified_vouchers(&sysvar, 1).unwrap() else { panic!("one voucher") };
    assert_eq!((voucher.signer, voucher.signature), ([1; 32], [0xAA; 64]));
    assert_eq!((voucher.tag, voucher.transcript), ([0xBB; 16], [0xCC; 32]));
    assert_eq!((voucher.cumulative(), voucher.calls(), voucher.expires()), (7, 3, 99));
}

#[test]
fn reads_one_message_of_any_length() {
    for length in [0, 1, 76, 712] {
        let mut data = vec![1, 0];
        data.extend(offsets_of(16, length));
        data.extend(vec![9; KEY_AND_SIGNATURE + usize::from(length)]);
        let with = |data: Vec<u8>| sysvar(&[(ED25519_PROGRAM, data), (crate::ID, vec![2])], 1);
        let read = |data, length| {
            verified_message(&with(data), length).map(<[u8]>::len).map_err(|error| error.name())
        };
        let length = usize::from(length);
        assert_eq!(read(data.clone(), length), Ok(KEY_AND_SIGNATURE + length));
        assert_eq!(read(data.clone(), length + 1), refused(EscrowError::Ed25519NotCanonical));
        for at in 0..16 {
            let mut changed = data.clone();
            changed[at] ^= 1;
            assert!(read(changed, length).is_err(), "byte {at}");
        }
        data.push(0);
        assert_eq!(read(data, length), refused(EscrowError::Ed25519NotCanonical));
    }
}

#[test]
fn every_changed_byte_before_the_blocks_is_refused() {
    for count in [1, 3] {
        for at in 0..(2 + 14 * count) {
            for flip in [1, 0x80, 0xFF] {
                let mut data = canonical(count);
                data[at] ^= flip;
                assert!(read(data, count).is_err(), "byte {at} of {count}");
            }
        }
    }
}

#[test]
fn missing_and_surplus_are_refused() {
    assert_eq!(read(vec![0, 0], 0), refused(EscrowError::SignatureCountMismatch));
    assert_eq!(read(vec![], 0), refused(EscrowError::SignatureCountMismatch));
    assert_eq!(read(canonical(2), 1), refused(EscrowError::SignatureCountMismatch));
    assert_eq!(read(canonical(1), 2), refused(EscrowError::SignatureCountMismatch));
    let mut padded = canonical(1);
    padded.push(0);
    assert_eq!(read(padded, 1), refused(EscrowError::Ed25519NotCanonical));
    let mut cut = canonical(1);
    cut.pop();
    assert_eq!(read(cut, 1), refused(EscrowError::Ed25519NotCanonical));
}

#[test]
fn only_the_instruction_right_before_counts() {
    let missing = |instructions: &[(Pubkey, Vec<u8>)], current| {
        assert_eq!(vouchers(&sysvar(instructions, current), 1), refused(EscrowError::Ed25519Missing));
    };
    missing(&[(crate::ID, vec![1])], 0);
    missing(&[(crate::ID, vec![1]), (ED25519_PROGRAM, canonical(1))], 0);
    missing(&[(Pubkey::new_unique(), canonical(1)), (crate::ID, vec![1])], 1);
    missing(&[(ED25519_PROGRAM, canonical(1)), (crate::ID, vec![1]), (crate::ID, vec![1])], 2);
}

#[test]
fn cut_sysvar_data_never_panics_and_never_passes() {
    let whole = sysvar(&[(ED25519_PROGRAM, canonical(1)), (crate::ID, vec![7, 7])], 1);
    for length in 0..whole.len() {
        // where the cut leaves the two bytes of a length, they read as a current index of 2
        assert!(vouchers(&whole[..length], 1).is_err(), "length {length}");
    }
}

#[test]
fn an_account_list_that_spells_the_program_does_not_pass_for_it() {
    // one account, whose flags and key begin as the Ed25519 program's id reads
    let data = canonical(1);
    let mut instruction = vec![1, 0];
    instruction.extend(ED25519_PROGRAM.to_bytes());
    instruction.extend((data.len() as u16).to_le_bytes());
    instruction.extend(data);
    let mut forged = vec![2, 0, 6, 0, 0, 0];
    forged.extend(instruction);
    forged.extend([1, 0]);
    assert_eq!(vouchers(&forged, 1), refused(EscrowError::Ed25519Missing));
    // with no account it would be the genuine thing
    forged[6] = 0;
    assert_eq!(vouchers(&forged, 1), Ok(1));
}
