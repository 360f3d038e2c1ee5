use super::*;
use crate::constants::CHANNEL_LAYOUT;

/// An input as the loader lays it out, eight bytes at a time.
struct Laid(Vec<u64>);

enum Entry {
    Account { key: [u8; 32], owner: [u8; 32], data: Vec<u8> },
    Again(u8),
}

fn laid(entries: &[Entry], data: &[u8]) -> Laid {
    let mut bytes = (entries.len() as u64).to_le_bytes().to_vec();
    for entry in entries {
        match entry {
            Entry::Again(index) => bytes.extend([*index, 0, 0, 0, 0, 0, 0, 0]),
            Entry::Account { key, owner, data } => {
                bytes.extend([FIRST, 0, 1, 0, 0, 0, 0, 0]);
                bytes.extend(key);
                bytes.extend(owner);
                bytes.extend(1_u64.to_le_bytes());
                bytes.extend((data.len() as u64).to_le_bytes());
                bytes.extend(data);
                bytes.resize(bytes.len().next_multiple_of(8) + 10_240, 0);
                bytes.extend(u64::MAX.to_le_bytes());
            }
        }
    }
    bytes.extend((data.len() as u64).to_le_bytes());
    bytes.extend(data);
    bytes.extend(crate::ID.to_bytes());
    // the loader's region ends here; what a test rounds up to is never to be looked at
    bytes.resize(bytes.len().next_multiple_of(8), 0xEE);
    Laid(bytes.chunks_exact(8).map(|word| u64::from_le_bytes(word.try_into().unwrap())).collect())
}

impl Laid {
    fn read(&mut self) -> Option<Input<'_>> {
        // SAFETY: laid out as by the loader, and borrowed for as long
        unsafe { Input::read(self.0.as_mut_ptr() as *mut u8) }
    }
}

const SYSVAR_KEY: [u8; 32] = anchor_lang::solana_program::sysvar::instructions::ID.to_bytes();

fn account(key: [u8; 32], owner: Pubkey, data: Vec<u8>) -> Entry {
    Entry::Account { key, owner: owner.to_bytes(), data }
}

fn sysvar(len: usize) -> Entry {
    account(SYSVAR_KEY, Pubkey::new_from_array([5; 32]), vec![6; len])
}

fn channel_data(calls: u32) -> Vec<u8> {
    let mut channel: Channel = bytemuck::Zeroable::zeroed();
    (channel.version, channel.calls) = (CHANNEL_LAYOUT, calls);
    [Channel::DISCRIMINATOR, bytemuck::bytes_of(&channel)].concat()
}

fn channel(calls: u32) -> Entry {
    account([calls as u8; 32], crate::ID, channel_data(calls))
}

/// The calls of each channel, until one is refused.
fn calls(accounts: &mut Accounts) -> Vec<std::result::Result<u32, String>> {
    let mut read = vec![];
    while !accounts.is_empty() {
        let next = accounts.next_channel().map(|channel| channel.calls).map_err(|error| error.name());
        let failed = next.is_err();
        read.push(next);
        if failed {
            break;
        }
    }
    read
}

fn refused<T>(error: EscrowError) -> std::result::Result<T, String> {
    Err(error.name())
}

#[test]
fn finds_sysvar_channels_and_data_whatever_their_lengths() {
    for len in 0..20 {
        for data in [&[][..], &[1], &[1, 2, 3, 4, 5, 6, 7, 8, 9]] {
            let mut laid = laid(&[sysvar(len), channel(7), channel(8), channel(9)], data);
            let mut input = laid.read().unwrap();
            assert_eq!((input.sysvar, input.data), (&vec![6; len][..], data));
            assert_eq!(input.accounts.len(), 3);
            assert_eq!(calls(&mut input.accounts), [Ok(7), Ok(8), Ok(9)]);
            assert_eq!(
                input.accounts.next_channel().map(|_| ()).map_err(|error| error.name()),
                refused(EscrowError::SignatureCountMismatch)
            );
        }
    }
}

#[test]
fn what_is_written_lands_in_the_account_and_nowhere_else() {
    let mut laid_out = laid(&[sysvar(3), channel(7), channel(8)], &[1]);
    let mut input = laid_out.read().unwrap();
    input.accounts.next_channel().unwrap();
    input.accounts.next_channel().unwrap().calls = 80;
    let mut as_laid = laid(&[sysvar(3), channel(7), account([8; 32], crate::ID, channel_data(80))], &[1]);
    assert!(laid_out.0 == as_laid.0);
    assert_eq!(calls(&mut as_laid.read().unwrap().accounts), [Ok(7), Ok(80)]);
}

#[test]
fn is_for_none_but_those_with_the_sysvar_first() {
    assert!(laid(&[], &[1]).read().is_none());
    // with neither account nor data, the bytes of a key are the program's id
    assert!(laid(&[], &[]).read().is_none());
    // data that spell the sysvar's key, where a first account would have it
    assert!(laid(&[], &SYSVAR_KEY).read().is_none());
    assert!(laid(&[channel(1), sysvar(4)], &[1]).read().is_none());
    for at in 0..32 {
        let mut key = SYSVAR_KEY;
        key[at] ^= 1;
        assert!(laid(&[account(key, crate::ID, vec![])], &[1]).read().is_none(), "byte {at}");
    }
    assert!(laid(&[sysvar(0)], &[]).read().is_some());
}

#[test]
fn repeated_accounts_are_refused_and_walked_over() {
    let duplicate = || refused(EscrowError::DuplicateChannel);
    let cases = [
        (vec![sysvar(1), channel(1), Entry::Again(1)], vec![Ok(1), duplicate()]),
        (vec![sysvar(1), channel(1), channel(2), Entry::Again(1)], vec![Ok(1), Ok(2), duplicate()]),
        (vec![sysvar(1), channel(1), Entry::Again(1), channel(2)], vec![Ok(1), duplicate()]),
        (vec![sysvar(1), channel(1), Entry::Again(0)], vec![Ok(1), refused(EscrowError::NotAChannel)]),
        (vec![sysvar(1), Entry::Again(0)], vec![refused(EscrowError::NotAChannel)]),
    ];
    for (entries, expected) in cases {
        let mut laid = laid(&entries, &[1, 9]);
        let mut input = laid.read().unwrap();
        assert_eq!(input.data, [1, 9]);
        assert_eq!(input.accounts.len(), entries.len() - 1);
        assert_eq!(calls(&mut input.accounts), expected);
    }
}

#[test]
fn no_other_account_passes_for_a_channel() {
    let first = |entry| {
        let mut laid = laid(&[sysvar(2), entry, channel(3)], &[1]);
        let mut input = laid.read().unwrap();
        assert_eq!(input.data, [1]);
        calls(&mut input.accounts).remove(0)
    };
    assert_eq!(first(channel(1)), Ok(1));
    let not = || refused(EscrowError::NotAChannel);
    for at in 0..32 {
        let mut owner = crate::ID.to_bytes();
        owner[at] ^= 0x80;
        assert_eq!(first(account([1; 32], Pubkey::new_from_array(owner), channel_data(1))), not());
    }
    for at in 0..8 {
        let mut data = channel_data(1);
        data[at] ^= 1;
        assert_eq!(first(account([1; 32], crate::ID, data)), not());
    }
    for len in [0, 1, 7, 8, 9, Channel::SPACE - 1, Channel::SPACE + 1, Channel::SPACE + 8, 10_240, 20_000] {
        let mut data = channel_data(1);
        data.resize(len, 0);
        assert_eq!(first(account([1; 32], crate::ID, data)), not());
    }
}
