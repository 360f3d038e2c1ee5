import { Ed25519Program, type PublicKey, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { isSettle } from '../instructions/escrow-channel.js';
import { isSettleSet } from '../instructions/escrow-set.js';
import { decodeVoucher } from '../voucher/format.js';
import { decodeVoucherSet } from '../voucher/set.js';

/** What a settle instruction moved: the hot path records no event, its instruction says all. */
export interface ChannelSettled {
  channel: PublicKey;
  /** 32 bytes */
  sessionKey: Uint8Array;
  /** 16 bytes: channel and generation; null in a set, whose message holds a hash of all its channels' tags */
  tag: Uint8Array | null;
  /** base units owed since the channel opened, from here on */
  cumulative: bigint;
  calls: number;
  /** index of the settle among the transaction's instructions */
  outerIndex: number;
}

const HEADER = 2;
const ENTRY = 14;
const KEY = 32;
const SIGNATURE = 64;
const VOUCHER = 64;

/**
 * What the settles of a transaction moved. Give the instructions of one that landed: only then the program has
 * checked them, and their layout is the one that it takes.
 */
export function settledBy(
  deployment: Deployment,
  instructions: readonly TransactionInstruction[],
): ChannelSettled[] {
  return instructions.flatMap((instruction, outerIndex) => {
    const proof = instructions[outerIndex - 1];
    if (!instruction.programId.equals(deployment.escrow)) return [];
    if (proof === undefined || !proof.programId.equals(Ed25519Program.programId)) return [];
    const channels = instruction.keys.slice(1).map(({ pubkey }) => pubkey);
    if (isSettleSet(instruction.data)) return setSettled(channels, proof.data, outerIndex);
    if (!isSettle(instruction.data)) return [];
    return channels.map((channel, at) => {
      const start = HEADER + ENTRY * channels.length + at * (KEY + SIGNATURE + VOUCHER);
      const block = new Uint8Array(proof.data.subarray(start, start + KEY + SIGNATURE + VOUCHER));
      const { tag, cumulative, calls } = decodeVoucher(block.subarray(KEY + SIGNATURE));
      return { channel, sessionKey: block.slice(0, KEY), tag, cumulative, calls, outerIndex };
    });
  });
}

function setSettled(channels: PublicKey[], proof: Uint8Array, outerIndex: number): ChannelSettled[] {
  const start = HEADER + ENTRY;
  const sessionKey = new Uint8Array(proof.subarray(start, start + KEY));
  const set = decodeVoucherSet(proof.subarray(start + KEY + SIGNATURE));
  return set.channels.flatMap((moved, at) => {
    const channel = channels[at];
    return channel === undefined ? [] : [{ channel, sessionKey, tag: null, ...moved, outerIndex }];
  });
}
