import { Ed25519Program, type PublicKey, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { isSettle } from '../instructions/escrow-channel.js';
import { decodeVoucher } from '../voucher/format.js';

/** What a settle instruction moved: the hot path records no event, its instruction says all. */
export interface ChannelSettled {
  channel: PublicKey;
  /** 32 bytes */
  sessionKey: Uint8Array;
  /** 16 bytes: channel and generation */
  tag: Uint8Array;
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
    if (!instruction.programId.equals(deployment.escrow) || !isSettle(instruction.data)) return [];
    if (proof === undefined || !proof.programId.equals(Ed25519Program.programId)) return [];
    const [, ...channels] = instruction.keys;
    return channels.map(({ pubkey: channel }, at) => {
      const start = HEADER + ENTRY * channels.length + at * (KEY + SIGNATURE + VOUCHER);
      const block = new Uint8Array(proof.data.subarray(start, start + KEY + SIGNATURE + VOUCHER));
      const { tag, cumulative, calls } = decodeVoucher(block.subarray(KEY + SIGNATURE));
      return { channel, sessionKey: block.slice(0, KEY), tag, cumulative, calls, outerIndex };
    });
  });
}
