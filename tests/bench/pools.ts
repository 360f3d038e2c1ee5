import {
  BatchTree,
  batchAddress,
  batchClaim,
  batchCreate,
  batchFund,
  decodeBatch,
  epochOpen,
  poolClaim,
  poolCreate,
  poolFund,
  poolJoin,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { attest } from '../fixtures/attestations';
import { tokenAccount } from '../fixtures/escrow';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

interface Cast {
  creator: Keypair;
  attestor: Keypair;
  member: Keypair;
  mint: PublicKey;
}

const RECIPIENTS = 10_000;
const WEEK = 604_800n;

/** An income pool: an epoch, and a member's claim of it. */
export async function measurePools(
  fixture: RegistryFixture,
  { attestor, creator, member, mint }: Cast,
  note: Note,
): Promise<void> {
  const { chain, deployment, send } = fixture;
  for (const wallet of [attestor, creator, member]) await chain.airdrop(wallet.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, creator.publicKey, 1_000_000_000n);
  await tokenAccount(chain, mint, member.publicKey, 0n);
  const made = await poolCreate(deployment, {
    ...{ creator: creator.publicKey, mint, id: 1n, attestor: attestor.publicKey, mode: 'Accrue' },
    ...{ maxMembers: 1_000, amount: 25_000n, epochLength: WEEK, grace: WEEK },
    firstEpochAt: await chain.unixTime(),
  });
  note('pool_create', (await send(made.instruction, creator)).computeUnits, 'CU', null);
  const ref = { pool: made.pool, creator: creator.publicKey, attestor: attestor.publicKey, mint };
  const funding = await poolFund(deployment, ref, creator.publicKey, 1_000_000n);
  note('pool_fund', (await send(funding, creator)).computeUnits, 'CU', null);
  await attest(fixture, attestor, member.publicKey, (await chain.unixTime()) + 52n * WEEK);
  const joining = await poolJoin(deployment, ref, member.publicKey);
  note('pool_join', (await send(joining.instruction, member)).computeUnits, 'CU', null);
  const membership = await chain.getAccount(joining.membership);
  note('a membership, rent, recoverable', membership?.lamports ?? 0n, 'lamports', null);
  note('epoch_open', (await send(await epochOpen(deployment, made.pool))).computeUnits, 'CU', null);
  const claim = await poolClaim(deployment, ref, { wallet: member.publicKey });
  note('pool_claim', (await send(claim, member)).computeUnits, 'CU', null);
}

/** A batch of 10,000 recipients, and a claim with a proof of 14 hashes. */
export async function measureBatches(
  { chain, deployment, send }: RegistryFixture,
  { creator, mint }: Pick<Cast, 'creator' | 'mint'>,
  note: Note,
): Promise<void> {
  const start = await chain.unixTime();
  const grants = Array.from({ length: RECIPIENTS }, (_, n) => {
    const bytes = Buffer.alloc(32, 7);
    bytes.writeUInt32BE(n);
    const schedule = {
      ...{ kind: 'Linear' as const, start, cliffAt: start + 100n, cliffAmount: 10n },
      end: start + 31_536_000n,
    };
    return { recipient: new PublicKey(bytes), amount: 1_000n, schedule };
  });
  const tree = new BatchTree(batchAddress(deployment, creator.publicKey, 1n), grants);
  const { count, root, total } = tree;
  await tokenAccount(chain, mint, creator.publicKey, total);
  const made = await batchCreate(deployment, {
    ...{
      creator: creator.publicKey,
      mint,
      id: 1n,
      root,
      count,
      total,
      cancel: 'Creator',
      change: 'Recipient',
    },
    claimUntil: start + 31_536_000n,
  });
  note('batch_create, 10,000 leaves', (await send(made.instruction, creator)).computeUnits, 'CU', null);
  const account = await chain.getAccount(made.batch);
  if (account === null) throw new Error('the batch is gone');
  note('a batch of 10,000 leaves, rent, recoverable', account.lamports, 'lamports', null);
  const { generation } = decodeBatch(account.data);
  const ref = { batch: made.batch, creator: creator.publicKey, mint, generation };
  const funding = await batchFund(deployment, ref, creator.publicKey, total);
  note('batch_fund', (await send(funding, creator)).computeUnits, 'CU', null);
  const claim = await batchClaim(deployment, ref, tree.leaf(7), tree.proof(7), creator.publicKey);
  const claimed = await send(claim.instruction, creator);
  note('batch_claim, 14 hashes', claimed.computeUnits, 'CU', null);
  note('batch_claim, 14 hashes, transaction', claimed.size, 'bytes', 1_232);
}
