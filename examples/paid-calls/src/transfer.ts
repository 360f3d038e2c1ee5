import type { TransactionOutcome } from '@agent-labs/sdk';
import { createTransferInstruction, getAssociatedTokenAddressSync } from '@solana/spl-token';
import { type Market, PRICE } from './market.js';

/** What paying one call by a plain token transfer takes: done once, on the same chain, and measured. */
export function measureTransfer({ chain, mint, payer, owner }: Market): Promise<TransactionOutcome> {
  const [from, to] = [payer, owner].map(({ publicKey }) => getAssociatedTokenAddressSync(mint, publicKey));
  if (from === undefined || to === undefined) throw new Error('unreachable: two people, two accounts');
  return chain.send([createTransferInstruction(from, to, payer.publicKey, PRICE)], { payer });
}
