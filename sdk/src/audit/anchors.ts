import { sha256 } from '@noble/hashes/sha2.js';
import type { PublicKey } from '@solana/web3.js';
import { concatBytes, equalBytes, u64Bytes } from '../voucher/bytes.js';

/** One anchor of a log, as consent recorded it. */
export interface AuditAnchorRecord {
  /** from 1 */
  sequence: bigint;
  /** zeros before the first */
  previousRoot: Uint8Array;
  /** Merkle root over the first `entries` lines */
  root: Uint8Array;
  entries: bigint;
  /** Unix seconds */
  anchoredAt: bigint;
}

/** What the log's account says of its anchors. */
export interface AnchoredState {
  sequence: bigint;
  entries: bigint;
  root: Uint8Array;
  previousRoot: Uint8Array;
  /** over all anchors */
  chain: Uint8Array;
  /** Unix seconds; 0 before the first */
  anchoredAt: bigint;
}

const DOMAIN = new TextEncoder().encode('agent-labs/anchor/v1');
const NOTHING = new Uint8Array(32);

/** `chain` of a log's account behind one more anchor. */
export function nextAnchorChain(chain: Uint8Array, log: PublicKey, anchor: AuditAnchorRecord): Uint8Array {
  const { sequence, previousRoot, root, entries, anchoredAt } = anchor;
  return sha256(
    concatBytes(
      ...[DOMAIN, chain, log.toBytes(), u64Bytes(sequence), previousRoot, root, u64Bytes(entries)],
      u64Bytes(BigInt.asUintN(64, anchoredAt)),
    ),
  );
}

/**
 * Why a list of anchors is not the one that the log's account binds; null where it is. The account's one hash is
 * over every anchor there was, so that none can be changed, left out, added or put elsewhere.
 * @param anchors from the first to the last
 */
export function anchorsProblem(
  log: PublicKey,
  state: AnchoredState,
  anchors: readonly AuditAnchorRecord[],
): string | null {
  let [chain, root, entries]: [Uint8Array, Uint8Array, bigint] = [NOTHING, NOTHING, 0n];
  for (const [at, anchor] of anchors.entries()) {
    if (anchor.sequence !== BigInt(at + 1))
      return `anchor ${at + 1} is missing; the next is ${anchor.sequence}`;
    if (!equalBytes(anchor.previousRoot, root)) return `anchor ${at + 1} does not follow the one before it`;
    if (anchor.entries <= entries) return `anchor ${at + 1} covers no more lines than the one before it`;
    chain = nextAnchorChain(chain, log, anchor);
    ({ root, entries } = anchor);
  }
  if (BigInt(anchors.length) !== state.sequence) {
    return `there are ${anchors.length} anchors, and the account counts ${state.sequence}`;
  }
  if (!equalBytes(root, state.root) || entries !== state.entries) {
    return 'the last anchor is not the account’s';
  }
  return equalBytes(chain, state.chain)
    ? null
    : 'an anchor is not as the account has it: their chain differs';
}

/** The account's own last anchor; null before the first. */
export function lastAnchor(state: AnchoredState): AuditAnchorRecord | null {
  if (state.sequence === 0n) return null;
  const { sequence, previousRoot, root, entries, anchoredAt } = state;
  return { sequence, previousRoot, root, entries, anchoredAt };
}
