//! How large a Merkle tree's account is, as SPL account compression lays it out.

use crate::error::ReputationError;

/// Bytes before the tree itself.
pub const HEADER: usize = 56;
/// Most siblings that a proof may bring along; the canopy has the rest.
const PROOF_MAX: u32 = 17;

/// Whether compression can make a tree of this depth and buffer.
fn is_supported(depth: u32, buffer: u32) -> bool {
    match depth {
        3 | 5 => buffer == 8,
        6..=9 => buffer == 16,
        10..=13 => buffer == 32,
        15..=19 => buffer == 64,
        14 | 20 => [64, 256, 1_024, 2_048].contains(&buffer),
        24 => [64, 256, 512, 1_024, 2_048].contains(&buffer),
        26 | 30 => [512, 1_024, 2_048].contains(&buffer),
        _ => false,
    }
}

/// Bytes of header and tree, without canopy: a sequence, then for each change and for the rightmost proof a
/// root or leaf, a path and an index.
fn tree_bytes(depth: usize, buffer: usize) -> usize {
    HEADER + 24 + (buffer + 1) * (40 + 32 * depth)
}

/// Levels of canopy in an account of `bytes`, for a tree of `depth` and `buffer`.
/// Errors: `TreeSizeInvalid` for a pair or size that compression or Bubblegum refuses.
pub fn canopy(depth: u32, buffer: u32, bytes: usize) -> Result<u8, ReputationError> {
    if !is_supported(depth, buffer) {
        return Err(ReputationError::TreeSizeInvalid);
    }
    let invalid = ReputationError::TreeSizeInvalid;
    let (levels, entries) = (depth as usize, buffer as usize);
    let rest = bytes.checked_sub(tree_bytes(levels, entries)).ok_or(invalid)?;
    (depth.saturating_sub(PROOF_MAX)..depth)
        .find(|canopy| rest == 32 * ((1usize << (canopy + 1)) - 2))
        .and_then(|canopy| u8::try_from(canopy).ok())
        .ok_or(ReputationError::TreeSizeInvalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_compression() {
        // ConcurrentMerkleTree's published sizes, header apart
        assert_eq!(tree_bytes(14, 64) - HEADER, 31_744);
        assert_eq!(tree_bytes(20, 64) - HEADER, 44_224);
        assert_eq!(tree_bytes(3, 8) - HEADER, 1_248);
    }

    #[test]
    fn canopy_follows_from_the_size() {
        assert_eq!(canopy(3, 8, tree_bytes(3, 8)), Ok(0));
        assert_eq!(canopy(14, 64, tree_bytes(14, 64) + 32 * 510), Ok(8));
        assert_eq!(canopy(20, 64, tree_bytes(20, 64) + 32 * 14), Ok(3));
        let refused = Err(ReputationError::TreeSizeInvalid);
        // Bubblegum asks for three levels at this depth
        assert_eq!(canopy(20, 64, tree_bytes(20, 64) + 32 * 6), refused);
        assert_eq!(canopy(14, 64, tree_bytes(14, 64) + 1), refused);
        assert_eq!(canopy(14, 64, tree_bytes(14, 64) - 1), refused);
        assert_eq!(canopy(4, 8, tree_bytes(4, 8)), refused);
        assert_eq!(canopy(14, 65, tree_bytes(14, 65)), refused);
        assert_eq!(canopy(u32::MAX, 8, usize::MAX), refused);
    }
}
