import type { PublicKey } from '@solana/web3.js';
import { sha256 } from '#crypto';
import { reputationIdl } from '../generated/reputation.js';
import { idlBytes } from '../idl.js';
import { concatBytes, toHex, toU32, toU64, u32Bytes, u64Bytes } from '../voucher/bytes.js';

const DOMAIN = idlBytes(reputationIdl, 'RECEIPT_DOMAIN');

/** The facts of one rating, as `AgentRated` carries them. */
export interface ReceiptFacts {
  agent: PublicKey;
  ownershipEpoch: number;
  agentVersion: number;
  payer: PublicKey;
  /** the channel or the job that was paid */
  subject: PublicKey;
  generation: bigint;
  /** 1 to 5 */
  stars: number;
  /** base units of `mint` */
  paid: bigint;
  refunded: bigint;
  mint: PublicKey;
  /** of the agent's ratings, from 0 */
  number: bigint;
  slot: bigint;
  /** Unix seconds */
  ratedAt: bigint;
}

/**
 * SHA-256 over the facts in the program's fixed layout (the table at `Facts` in `programs/reputation/src/receipt.rs`):
 * what a receipt's address ends in. Whoever has the facts can check a receipt by it.
 * @throws TypeError, RangeError for numbers that do not fit
 */
export function receiptFactsHash(facts: ReceiptFacts): Uint8Array {
  const u32 = (value: number, what: string) => u32Bytes(toU32(value, what));
  const u64 = (value: bigint, what: string) => u64Bytes(toU64(value, what));
  return sha256(
    concatBytes(
      DOMAIN,
      facts.agent.toBytes(),
      u32(facts.ownershipEpoch, 'ownershipEpoch'),
      u32(facts.agentVersion, 'agentVersion'),
      facts.payer.toBytes(),
      facts.subject.toBytes(),
      u64(facts.generation, 'generation'),
      Uint8Array.of(facts.stars),
      u64(facts.paid, 'paid'),
      u64(facts.refunded, 'refunded'),
      facts.mint.toBytes(),
      u64(facts.number, 'number'),
      u64(facts.slot, 'slot'),
      u64(facts.ratedAt, 'ratedAt'),
    ),
  );
}

/** Name of a receipt. */
export function receiptName(stars: number): string {
  return `Agent Labs receipt ${stars}/5`;
}

/** Address of a receipt's JSON, by the tree's base. */
export function receiptUri(uriBase: string, facts: ReceiptFacts): string {
  return `${uriBase}${toHex(receiptFactsHash(facts))}`;
}
