import {
  createAssociatedTokenAccountIdempotentInstruction,
  createTransferCheckedInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import { ComputeBudgetProgram, Keypair, type PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

const CALLS = 1_000_000n;
/** Calls of a channel between two settles: how long an agent waits is for it to choose. */
const BETWEEN = 1_000n;
const SET = 55n;

/** Lamports that transactions of these kinds were charged. */
export interface Fees {
  /** a settle of one voucher, and of a set */
  settle: bigint;
  set: bigint;
  /** opening, paying out, closing and ending a channel together */
  lifecycle: bigint;
}

/** What a million calls cost in fees of the network, priority fees apart: by vouchers, and a transfer for each. */
export async function measureMillion(
  { chain, feePayer }: RegistryFixture,
  mint: PublicKey,
  { settle, set, lifecycle }: Fees,
  note: Note,
): Promise<void> {
  const [payer, payee] = ['bench transfer payer', 'bench transfer payee'].map((name) =>
    Keypair.fromSeed(Buffer.alloc(32, name)),
  ) as [Keypair, Keypair];
  await chain.airdrop(payer.publicKey, SOL);
  await tokenAccount(chain, mint, payer.publicKey, 1_000n);
  const [from, to] = [payer, payee].map(({ publicKey }) =>
    getAssociatedTokenAddressSync(mint, publicKey),
  ) as [PublicKey, PublicKey];
  const open = createAssociatedTokenAccountIdempotentInstruction(payer.publicKey, to, payee.publicKey, mint);
  await chain.send([open], { payer });
  const transfer = createTransferCheckedInstruction(from, mint, to, payer.publicKey, 1n, 6);
  const own = await chain.send([transfer], { payer });
  // what the scheme asks for: a limit and a price first, and a facilitator who pays the fee and signs too
  const exact = await chain.send(
    [
      ComputeBudgetProgram.setComputeUnitLimit({ units: 20_000 }),
      ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1 }),
      transfer,
    ],
    { payer: feePayer, signers: [payer] },
  );
  const sol = (lamports: bigint) => Number(lamports) / Number(SOL);
  const settles = CALLS / BETWEEN;
  const sets = (settles + SET - 1n) / SET;
  note('a million calls, a token transfer each', sol(CALLS * own.fee), 'SOL', null);
  note('a million calls, x402 exact: a sponsored transfer each', sol(CALLS * exact.fee), 'SOL', null);
  note('a million calls of a channel, settled every 1,000', sol(settles * settle + lifecycle), 'SOL', 0.05);
  note(
    'a million calls of 55 channels, settled by a set every 1,000 of each',
    sol(sets * set + SET * lifecycle),
    'SOL',
    0.05,
  );
}
