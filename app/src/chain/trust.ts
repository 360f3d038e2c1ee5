import { trustProof } from '@agent-labs/sdk';
import type { TrustView } from '../data/views.js';
import { addressOf, connectChain, deployment } from './connection.js';

/** What speaks for an agent, as of one slot. @throws AccountMismatch */
export async function trustOf(agent: string): Promise<TrustView> {
  const chain = await connectChain();
  const found = await trustProof(chain, deployment(), addressOf(agent));
  const { stake } = found;
  return {
    live: found.isLive,
    ownershipEpoch: found.ownershipEpoch,
    mean: found.milliStars,
    ratings: found.ratings,
    payers: found.payers,
    volume: found.volume,
    disputesLost: found.disputesLost,
    slashed: found.slashed,
    stake: stake && {
      mint: stake.mint.toBase58(),
      firstLoss: stake.firstLoss,
      backers: stake.backers,
    },
    readAt: Number(found.readAt),
  };
}
