import type { TransactionOutcome } from '@agent-labs/sdk';
import { createTransferInstruction, getAssociatedTokenAddressSync } from '@solana/spl-token';
import type { LocalChain } from '../local-chain.js';
import { PRICE } from '../stack.js';

/** What paying one call by a plain token transfer takes: done once, on the same chain, and measured. */
export function measureTransfer({ chain, mint, persona }: LocalChain): Promise<TransactionOutcome> {
  const payer = persona('payer');
  const [from, to] = [payer, persona('owner')].map(({ publicKey }) =>
    getAssociatedTokenAddressSync(mint, publicKey),
  );
  if (from === undefined || to === undefined) throw new Error('unreachable: two people, two accounts');
  return chain.send([createTransferInstruction(from, to, payer.publicKey, PRICE)], { payer });
}
