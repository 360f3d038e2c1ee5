import type { LocalNode } from '@agent-labs/localnet';
import type { Deployment } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';

type Record = ReturnType<LocalNode['history']['of']>[number];

/** Addresses of all programs of a deployment. */
export function programsOf(deployment: Deployment): PublicKey[] {
  return Object.values(deployment).filter((value) => value instanceof PublicKey);
}

/** Transactions that name any of these addresses, each once, in the chain's order. */
export function recordsOf({ history }: LocalNode, addresses: readonly PublicKey[]): Record[] {
  const found = new Set(addresses.flatMap((address) => history.of(address.toBase58())));
  return [...found].sort((a, b) => a.slot - b.slot || a.index - b.index);
}
