import {
  intakeLock,
  intakeOpen,
  lockCancel,
  lockClaim,
  lockCreate,
  lockReclaim,
  lockTopUp,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

/** A lock of a year with a cliff, and what an intake makes. */
export async function measureLocks(
  { chain, deployment, send }: RegistryFixture,
  { funder, recipient, mint }: { funder: Keypair; recipient: Keypair; mint: PublicKey },
  note: Note,
): Promise<void> {
  for (const wallet of [funder, recipient]) await chain.airdrop(wallet.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, funder.publicKey, 1_000_000_000n);
  await tokenAccount(chain, mint, recipient.publicKey, 0n);
  const start = await chain.unixTime();
  const made = await lockCreate(deployment, {
    ...{ creator: funder.publicKey, id: 1n, recipient: recipient.publicKey, mint, amount: 365_000_000n },
    schedule: { kind: 'Linear', start, cliffAt: start + 100n, cliffAmount: 1_000n, end: start + 31_536_000n },
    ...{ cancel: 'Creator', change: 'Recipient', topUp: true },
  });
  note('lock_create', (await send(made.instruction, funder)).computeUnits, 'CU', null);
  const rents = await Promise.all([made.lock, made.tokens].map((at) => chain.getAccount(at)));
  const rent = rents.reduce((sum, account) => sum + (account?.lamports ?? 0n), 0n);
  note('a lock and its token account, rent', rent, 'lamports', null);
  const ref = { lock: made.lock, mint };
  const adding = await lockTopUp(deployment, ref, funder.publicKey, 1_000_000n);
  note('lock_top_up', (await send(adding, funder)).computeUnits, 'CU', null);
  await chain.advance({ seconds: 86_400n, slots: 1 });
  const claim = await lockClaim(deployment, { ...ref, payee: recipient.publicKey });
  note('lock_claim', (await send(claim, recipient)).computeUnits, 'CU', null);
  const ending = [
    await lockCancel(deployment, made.lock, funder.publicKey),
    await lockReclaim(deployment, { ...ref, funder: funder.publicKey }),
  ];
  note('lock_cancel and lock_reclaim', (await send(ending, funder)).computeUnits, 'CU', null);

  const terms = { id: 0n, mint, minAmount: 1_000n, cliff: 0n, duration: 2_592_000n, period: 86_400n };
  const opening = { rentPayer: funder.publicKey, recipient: recipient.publicKey, terms };
  const opened = await intakeOpen(deployment, opening);
  note('intake_open', (await send(opened.instruction, funder)).computeUnits, 'CU', null);
  await tokenAccount(chain, mint, opened.intake, 5_000_000n);
  const locking = { intake: opened.intake, authority: funder.publicKey, id: 1n, mint };
  const { instruction } = await intakeLock(deployment, locking);
  note('intake_lock', (await send(instruction, funder)).computeUnits, 'CU', null);
}
