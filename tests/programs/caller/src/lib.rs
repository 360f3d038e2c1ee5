//! Stands in for a program that signs for an address derived from its id: it calls what it is told to, with that
//! signature. A test places it at the other program's address.
//!
//! Data: the length of a seed, the seed, its bump, then the data of the call. Accounts: the program called, then
//! the accounts of the call, the first of which is the address that signs; with an empty seed nothing signs.

use core::mem::MaybeUninit;

const MOST_ACCOUNTS: usize = 24;
/// What the runtime leaves behind an account's data for it to grow.
const ROOM_TO_GROW: usize = 10_240;
const FIRST_OF_ITS_KIND: u8 = u8::MAX;

#[repr(C)]
struct Call {
    program: *const u8,
    accounts: *const Meta,
    account_count: u64,
    data: *const u8,
    data_len: u64,
}

#[repr(C)]
#[derive(Clone, Copy)]
struct Meta {
    key: *const u8,
    is_writable: bool,
    is_signer: bool,
}

#[repr(C)]
#[derive(Clone, Copy)]
struct Info {
    key: *const u8,
    lamports: *const u8,
    data_len: u64,
    data: *const u8,
    owner: *const u8,
    rent_epoch: u64,
    is_signer: bool,
    is_writable: bool,
    executable: bool,
}

#[repr(C)]
struct Bytes {
    at: *const u8,
    len: u64,
}

extern "C" {
    fn sol_invoke_signed_c(
        call: *const Call,
        infos: *const Info,
        info_count: u64,
        signers: *const Bytes,
        signer_count: u64,
    ) -> u64;
}

/// The linker asks for it where code may panic, as indexing and adding may.
#[no_mangle]
fn custom_panic(_: &core::panic::PanicInfo<'_>) {}

unsafe fn word(at: *const u8) -> u64 {
    core::ptr::read_unaligned(at as *const u64)
}

/// # Safety
/// The runtime passes its serialized input: the number of accounts, the accounts, the length of the data, the
/// data. An account that was there before is told by its index.
#[no_mangle]
pub unsafe extern "C" fn entrypoint(input: *const u8) -> u64 {
    let count = word(input) as usize;
    if !(2..=MOST_ACCOUNTS).contains(&count) {
        return 1;
    }
    let mut infos: [MaybeUninit<Info>; MOST_ACCOUNTS] = [MaybeUninit::uninit(); MOST_ACCOUNTS];
    let mut metas: [MaybeUninit<Meta>; MOST_ACCOUNTS] = [MaybeUninit::uninit(); MOST_ACCOUNTS];
    let mut at = input.add(8);
    for index in 0..count {
        let info = if *at == FIRST_OF_ITS_KIND {
            let data_len = word(at.add(80));
            let end = data_len as usize + ROOM_TO_GROW;
            let rent_epoch = at.add(88 + end.next_multiple_of(8));
            let info = Info {
                key: at.add(8),
                lamports: at.add(72),
                data_len,
                data: at.add(88),
                owner: at.add(40),
                rent_epoch: word(rent_epoch),
                is_signer: *at.add(1) != 0,
                is_writable: *at.add(2) != 0,
                executable: *at.add(3) != 0,
            };
            at = rent_epoch.add(8);
            info
        } else {
            let earlier = infos[*at as usize].assume_init();
            at = at.add(8);
            earlier
        };
        infos[index].write(info);
        metas[index].write(Meta {
            key: info.key,
            is_writable: info.is_writable,
            is_signer: info.is_signer,
        });
    }
    let data_len = word(at) as usize;
    let data = at.add(8);
    let seed_len = *data as usize;
    if data_len < seed_len + 2 {
        return 2;
    }
    if seed_len > 0 {
        let first = metas[1].assume_init();
        metas[1].write(Meta { is_signer: true, ..first });
    }
    let seeds =
        [Bytes { at: data.add(1), len: seed_len as u64 }, Bytes { at: data.add(1 + seed_len), len: 1 }];
    let signer = Bytes { at: seeds.as_ptr() as *const u8, len: 2 };
    let call = Call {
        program: infos[0].assume_init().key,
        accounts: metas.as_ptr().add(1) as *const Meta,
        account_count: count as u64 - 1,
        data: data.add(2 + seed_len),
        data_len: (data_len - seed_len - 2) as u64,
    };
    sol_invoke_signed_c(&call, infos.as_ptr() as *const Info, count as u64, &signer, u64::from(seed_len > 0))
}
