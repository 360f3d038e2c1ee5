//! Takes eight bytes and no accounts, and logs them as the Anchor event `Ticked { tick: u64 }`: the programs of
//! this repository record theirs by self-CPI, and something has to show that listeners of logs work too.

/// First eight bytes of SHA-256("event:Ticked").
const DISCRIMINATOR: [u8; 8] = [62, 38, 144, 106, 104, 131, 254, 110];

extern "C" {
    fn sol_log_data(slices: *const u8, count: u64);
}

/// # Safety
/// The runtime passes its serialized input: eight bytes count the accounts, eight the bytes of data, then data.
#[no_mangle]
pub unsafe extern "C" fn entrypoint(input: *const u8) -> u64 {
    let word = |at: usize| core::ptr::read_unaligned(input.add(at) as *const u64);
    if word(0) != 0 || word(8) != 8 {
        return 1;
    }
    let mut event = [0u8; 16];
    event[..8].copy_from_slice(&DISCRIMINATOR);
    event[8..].copy_from_slice(&word(16).to_le_bytes());
    let slices: [&[u8]; 1] = [&event];
    sol_log_data(slices.as_ptr() as *const u8, 1);
    0
}
