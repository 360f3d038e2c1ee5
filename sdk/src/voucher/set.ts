import { sha256 } from '#crypto';
import { concatBytes, equalBytes, expectBytes, toU32, toU64, u32Bytes, u64Bytes, utf8 } from './bytes.js';
import { HASH_LENGTH, TAG_LENGTH } from './format.js';
import { type MessageSigner, verifySignature } from './sign.js';

/**
 * A voucher set: one signature of one session key raises many of its channels at once.
 *
 * The message, little endian, for n channels in the order in which they are settled:
 *
 * ```
 * set[16] | root[32] | cumulative u64 of each | calls u32 of each | expires u32      52 + 12 n bytes
 * ```
 *
 * `set` is the first 16 bytes of SHA-256("agent-labs/voucher-set/v1" | tag of each channel), so that a set is good
 * for exactly these channels and generations in this order; the chain recomputes it. `root` is over the channels'
 * transcripts; the chain does not read it. A set of one would be as long as a voucher and is refused, and no set is
 * as long as a voucher (64 bytes) or a response proof (92).
 *
 * It is a cheaper way to settle what single vouchers promised already, not a promise to one agent: it settles whole
 * or not at all, and a dispute cites single vouchers only. An agent takes a voucher of its own for each call, and
 * keeps it.
 */
export interface VoucherSet {
  /** 16 bytes, see {@link voucherSetTag} */
  set: Uint8Array;
  /** 32 bytes, see {@link transcriptRoot} */
  root: Uint8Array;
  /** Unix seconds; valid while now < expires */
  expires: number;
  channels: SetAmounts[];
}

/** Up to where a set raises one channel. */
export interface SetAmounts {
  /** base units owed since the channel opened */
  cumulative: bigint;
  calls: number;
}

/** One channel of a set, as a voucher of its own would have it. */
export interface SetChannel extends SetAmounts {
  /** 16 bytes */
  tag: Uint8Array;
  /** 32 bytes */
  transcript: Uint8Array;
}

export const MIN_SET = 2;
export const MAX_SET = 64;

const DOMAIN = utf8('agent-labs/voucher-set/v1', 'domain');
const HEAD = TAG_LENGTH + HASH_LENGTH;
const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];

/** Bytes of the message of a set of `count` channels. */
export function voucherSetLength(count: number): number {
  return HEAD + 12 * count + 4;
}

function expectCount(count: number): void {
  if (count < MIN_SET || count > MAX_SET) {
    throw new RangeError(`a set is of ${MIN_SET} to ${MAX_SET} channels, not ${count}`);
  }
}

/**
 * First 16 bytes of SHA-256(domain | tag of each channel).
 * @throws TypeError on a wrong length
 */
export function voucherSetTag(tags: readonly Uint8Array[]): Uint8Array {
  const digest = sha256(DOMAIN, ...tags.map((tag) => expectBytes(tag, TAG_LENGTH, 'tag')));
  return digest.slice(0, TAG_LENGTH);
}

/**
 * The bytes to sign.
 * @throws RangeError with fewer than 2 channels or more than 64; TypeError on a wrong length or a number out of range
 */
export function encodeVoucherSet(channels: readonly SetChannel[], expires: number): Uint8Array {
  expectCount(channels.length);
  return concatBytes(
    voucherSetTag(channels.map(({ tag }) => tag)),
    transcriptRoot(channels),
    ...channels.map(({ cumulative }) => u64Bytes(toU64(cumulative, 'cumulative'))),
    ...channels.map(({ calls }) => u32Bytes(toU32(calls, 'calls'))),
    u32Bytes(toU32(expires, 'expires')),
  );
}

/**
 * What bytes say as a set; whether it is a good one is for its reader to check.
 * @throws TypeError where no set has this length
 */
export function decodeVoucherSet(bytes: Uint8Array): VoucherSet {
  const count = (bytes.length - voucherSetLength(0)) / 12;
  if (!Number.isInteger(count) || count < MIN_SET || count > MAX_SET) {
    throw new TypeError(`no voucher set is ${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channels = Array.from({ length: count }, (_, at) => ({
    cumulative: view.getBigUint64(HEAD + 8 * at, true),
    calls: view.getUint32(HEAD + 8 * count + 4 * at, true),
  }));
  return {
    // copied by the constructor: slice() of a Buffer would share its memory
    set: new Uint8Array(bytes.subarray(0, TAG_LENGTH)),
    root: new Uint8Array(bytes.subarray(TAG_LENGTH, HEAD)),
    expires: view.getUint32(HEAD + 12 * count, true),
    channels,
  };
}

/** A set with its one signature. */
export interface SignedSet {
  /** 32 bytes */
  publicKey: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
  message: Uint8Array;
}

/** Signs a set of channels, in the order in which they are to be settled. Errors as {@link encodeVoucherSet}. */
export function signVoucherSet(
  signer: MessageSigner,
  channels: readonly SetChannel[],
  expires: number,
): SignedSet {
  const message = encodeVoucherSet(channels, expires);
  return { publicKey: signer.publicKey, signature: signer.sign(message), message };
}

/**
 * Whether a set is signed, and is for exactly these channels in this order, up to these amounts and transcripts.
 * @throws TypeError on a wrong length of key, signature, tag or transcript; RangeError as {@link encodeVoucherSet}
 */
export function verifyVoucherSet(
  { publicKey, signature, message }: SignedSet,
  channels: readonly SetChannel[],
): boolean {
  if (message.length !== voucherSetLength(channels.length)) return false;
  const { expires } = decodeVoucherSet(message);
  return (
    equalBytes(message, encodeVoucherSet(channels, expires)) && verifySignature(publicKey, message, signature)
  );
}

/** That a channel's transcript is under a set's root: the hashes beside its way up, the lowest first. */
export interface TranscriptProof {
  /** of the channel in the set */
  index: number;
  /** of channels in the set */
  count: number;
  /** 32 bytes each */
  siblings: Uint8Array[];
}

type Leaf = Pick<SetChannel, 'tag' | 'transcript'>;

/** SHA-256(0 | tag | transcript): which channel's transcript it is belongs to it. */
function leafOf({ tag, transcript }: Leaf): Uint8Array {
  return sha256(
    LEAF,
    expectBytes(tag, TAG_LENGTH, 'tag'),
    expectBytes(transcript, HASH_LENGTH, 'transcript'),
  );
}

/** The nodes above; SHA-256(1 | left | right), and a last one without a partner goes up as it is. */
function above(nodes: readonly Uint8Array[]): Uint8Array[] {
  return nodes.flatMap((node, at) => {
    if (at % 2 === 1) return [];
    const right = nodes[at + 1];
    return [right === undefined ? node : sha256(NODE, node, right)];
  });
}

/**
 * Root over the channels' transcripts.
 * @throws RangeError without a channel; TypeError on a wrong length
 */
export function transcriptRoot(channels: readonly Leaf[]): Uint8Array {
  let nodes = channels.map(leafOf);
  while (nodes.length > 1) nodes = above(nodes);
  const [root] = nodes;
  if (root === undefined) throw new RangeError('no transcript, no root');
  return root;
}

/**
 * Proves one channel's transcript.
 * @throws RangeError where the set has no such channel
 */
export function transcriptProof(channels: readonly Leaf[], index: number): TranscriptProof {
  if (channels[index] === undefined) throw new RangeError(`the set has no channel ${index}`);
  const siblings: Uint8Array[] = [];
  let [nodes, at] = [channels.map(leafOf), index];
  while (nodes.length > 1) {
    const sibling = nodes[at ^ 1];
    if (sibling !== undefined) siblings.push(sibling);
    nodes = above(nodes);
    at >>= 1;
  }
  return { index, count: channels.length, siblings };
}

/**
 * Whether a channel's transcript is under the root.
 * @throws TypeError on a wrong length
 */
export function verifyTranscript(root: Uint8Array, channel: Leaf, proof: TranscriptProof): boolean {
  let [at, width] = [proof.index, proof.count];
  if (!Number.isInteger(at) || !Number.isInteger(width) || at < 0 || at >= width || width > MAX_SET)
    return false;
  const siblings = proof.siblings.map((sibling) => expectBytes(sibling, HASH_LENGTH, 'sibling')).values();
  let node = leafOf(channel);
  for (; width > 1; width = (width + 1) >> 1) {
    const alone = at === width - 1 && at % 2 === 0;
    if (!alone) {
      const sibling = siblings.next().value;
      if (sibling === undefined) return false;
      node = at % 2 === 0 ? sha256(NODE, node, sibling) : sha256(NODE, sibling, node);
    }
    at >>= 1;
  }
  return siblings.next().done === true && equalBytes(node, expectBytes(root, HASH_LENGTH, 'root'));
}
