import type { PublicKey } from '@solana/web3.js';
import { sha256 } from '#crypto';
import { concatBytes, toHex, toU32, toU64, u32Bytes, u64Bytes, utf8 } from '../voucher/bytes.js';

/** What a receipt says. All of it stands in the event of the rating, and its hash in the leaf. */
export interface ReceiptFacts {
  agent: PublicKey;
  ownershipEpoch: number;
  agentVersion: number;
  payer: PublicKey;
  channel: PublicKey;
  /** slot that the channel was opened in */
  generation: bigint;
  /** 1 to 5 */
  stars: number;
  /** base units that the rating's right stands for */
  paid: bigint;
  /** base units that went back to the payer */
  refunded: bigint;
  mint: PublicKey;
  /** of the rating among all of the agent's, from 0 */
  number: bigint;
  slot: bigint;
  /** Unix seconds */
  ratedAt: bigint;
}

const DOMAIN = utf8('agent-labs/receipt/v1', 'domain');

/**
 * 32 bytes: SHA-256 over the domain and the facts in their order, numbers little endian.
 * @throws TypeError for a number that does not fit its field
 */
export function factsHash(facts: ReceiptFacts): Uint8Array {
  return sha256(encodeFacts(facts));
}

/** What {@link factsHash} hashes. */
export function encodeFacts(facts: ReceiptFacts): Uint8Array {
  const { stars } = facts;
  if (!Number.isInteger(stars) || stars < 1 || stars > 5)
    throw new TypeError(`stars are 1 to 5, not ${stars}`);
  return concatBytes(
    DOMAIN,
    facts.agent.toBytes(),
    u32Bytes(toU32(facts.ownershipEpoch, 'ownershipEpoch')),
    u32Bytes(toU32(facts.agentVersion, 'agentVersion')),
    facts.payer.toBytes(),
    facts.channel.toBytes(),
    u64Bytes(toU64(facts.generation, 'generation')),
    Uint8Array.of(stars),
    u64Bytes(toU64(facts.paid, 'paid')),
    u64Bytes(toU64(facts.refunded, 'refunded')),
    facts.mint.toBytes(),
    u64Bytes(toU64(facts.number, 'number')),
    u64Bytes(toU64(facts.slot, 'slot')),
    u64Bytes(toU64(facts.ratedAt, 'ratedAt')),
  );
}

/** What the address in a receipt's metadata ends in: the hash, 64 digits. */
export function factsName(facts: ReceiptFacts): string {
  return toHex(factsHash(facts));
}
