import assert from 'node:assert/strict';
import type { ProgramBinary } from '@agent-labs/localnet';
import {
  channelOpen,
  channelPayout,
  channelRefund,
  channelSettle,
  decodePair,
  decodeScore,
  decodeTree,
  type PairAccount,
  pairAddress,
  type RateParams,
  rate,
  registerTree,
  reputationIdl,
  type ScoreAccount,
  scoreAddress,
  type TransactionOutcome,
  type TreeAccount,
  treeAddress,
} from '@agent-labs/sdk';
import { BN, type Idl, Program, type Provider } from '@coral-xyz/anchor';
import type { PublicKey } from '@solana/web3.js';
import { agentOn, type EscrowFixture, type EscrowFixtureOptions, escrowOn } from '../fixtures/escrow';
import {
  type RegistryFixture,
  type RegistryFixtureOptions,
  registryFixture,
  startReceiptChain,
  TEST_WINDOWS,
} from '../fixtures/registry';
import { eventsOf } from '../helpers/events';

/** Where receipts say their JSON is. */
export const URI_BASE = 'https://receipts.example/r/';
/** More than a rating with its receipt takes. */
export const RATE_LIMIT = 400_000;
/** The smallest tree there is: eight receipts. */
export const SMALL = { depth: 3, buffer: 8, canopy: 0 } as const;

/** A registry on a chain of LiteSVM that has Bubblegum too: bankrun tells no inner instructions. */
export async function receiptRegistry(
  options: RegistryFixtureOptions & { programs?: ProgramBinary[] } = {},
): Promise<RegistryFixture> {
  const chain = await startReceiptChain(options.programs);
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
  return registryFixture(chain, { ...options, settings: { windows, ...options.settings } });
}

/** Registers a small tree as the next shard's, or in the place of a full one. */
export async function addTree(on: RegistryFixture, shard = 0, size: Size = SMALL): Promise<PublicKey> {
  const { chain, deployment, admin } = on;
  const { merkleTree } = await registerTree(chain, deployment, { admin, shard, ...size, uriBase: URI_BASE });
  return merkleTree;
}
type Size = { depth: number; buffer: number; canopy: number };

/** An agent of its own on the registry, a payer with a mandate and a channel, and `settled` paid out. */
export async function paidChannel(
  registry: RegistryFixture,
  settled = 100_000n,
  options: EscrowFixtureOptions = {},
): Promise<EscrowFixture> {
  const on = await escrowOn(await agentOn(registry, options), options);
  if (settled > 0n) await pay(on, settled);
  return on;
}

/** Settles up to `cumulative`, waits out the holdback and pays out. */
export async function pay(on: EscrowFixture, cumulative: bigint, calls = 10): Promise<void> {
  const { chain, channelRef, deployment, mint, send } = on;
  const channel = await on.readChannel();
  await send(channelSettle(deployment, [await on.voucher({ cumulative, calls })]));
  await chain.advance({ seconds: 60, slots: 1 });
  await send(await channelPayout(deployment, channelRef, mint, channel.payoutOwner));
}

/** Settles up to `cumulative`, and gives back all that is not paid. */
export async function refund(on: EscrowFixture, cumulative: bigint, calls = 10): Promise<void> {
  const { channelRef, deployment, mint, payer, payoutOwner, send } = on;
  const { settled } = await on.readChannel();
  await send(channelSettle(deployment, [await on.voucher({ cumulative, calls })]));
  const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
  await send(await channelRefund(deployment, channelRef, ...parties, cumulative - settled), payoutOwner);
}

/** Another payer with a channel to the same agent. */
export function anotherPayer(
  on: RegistryFixture,
  options: EscrowFixtureOptions = {},
): Promise<EscrowFixture> {
  return escrowOn(on, options);
}

/** Another channel of the fixture's mandate to its agent as the agent is now. */
export async function anotherChannel(
  on: EscrowFixture,
  n: number,
  versionNumber = 1,
): Promise<EscrowFixture> {
  const { agent, chain, deployment, mandate, payer, send, session } = on;
  const { instruction, channel } = await channelOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    mandate,
    agent,
    versionNumber,
    n,
    amount: 100_000n,
    expiresAt: (await chain.unixTime()) + 300n,
  });
  await send(instruction, session, payer);
  await chain.advance({ slots: 1 });
  return {
    ...on,
    channel,
    channelRef: { ...on.channelRef, channel, versionNumber },
    readChannel: (at = channel) => on.readChannel(at),
    voucher: (wish, at = channel) => on.voucher(wish, at),
  };
}

export async function scoreOf({ chain, deployment, agent }: Scored): Promise<ScoreAccount | null> {
  const account = await chain.getAccount(scoreAddress(deployment, agent));
  return account === null || account.data.length === 0 ? null : decodeScore(account.data);
}
type Scored = Pick<RegistryFixture, 'chain' | 'deployment' | 'agent'>;

export async function pairOf(on: EscrowFixture, ownershipEpoch = 1): Promise<PairAccount | null> {
  const at = pairAddress(on.deployment, on.agent, ownershipEpoch, on.payer.publicKey);
  const account = await on.chain.getAccount(at);
  return account === null || account.data.length === 0 ? null : decodePair(account.data);
}

export async function treeOfRecord(on: RegistryFixture, merkleTree: PublicKey): Promise<TreeAccount> {
  const account = await on.chain.getAccount(treeAddress(on.deployment, merkleTree));
  assert.ok(account);
  return decodeTree(account.data);
}

/** The instruction that rates the fixture's agent, without a tree unless told. */
export async function rating(on: EscrowFixture, changes: Partial<RateParams> = {}) {
  const { ownershipEpoch } = await on.readChannel();
  return rate(on.deployment, {
    payer: on.payer.publicKey,
    agent: on.agent,
    mandate: on.mandate,
    subject: on.channel,
    ownershipEpoch,
    stars: 5,
    number: (await scoreOf(on))?.ratings ?? 0n,
    merkleTree: null,
    ...changes,
  });
}

/** Sends it, signed by the payer. */
export async function rated(
  on: EscrowFixture,
  stars: number,
  changes: Partial<RateParams> = {},
): Promise<TransactionOutcome> {
  const { instruction } = await rating(on, { stars, ...changes });
  return on.chain.send([instruction], {
    payer: on.feePayer,
    signers: [on.payer],
    computeUnitLimit: RATE_LIMIT,
  });
}

/** The one event of reputation in a transaction. */
export function eventOf(outcome: TransactionOutcome, name: string) {
  const found = eventsOf(outcome).filter((event) => event.name === name);
  assert.equal(found.length, 1, `${found.length} of ${name}`);
  // biome-ignore lint/suspicious/noExplicitAny: events are compared field by field
  return found[0]?.data as Record<string, any>;
}

const coder = new Program<Idl>(reputationIdl as unknown as Idl, { connection: null } as unknown as Provider)
  .coder.accounts;

/** Writes fields of an account past every rule, so as to reach what instructions do not lead to soon. */
export async function rewrite(
  { chain }: Pick<RegistryFixture, 'chain'>,
  type: 'score' | 'pair' | 'tree' | 'treePool' | 'pendingReceipt',
  at: PublicKey,
  fields: Record<string, bigint | number | PublicKey>,
): Promise<void> {
  const account = await chain.getAccount(at);
  assert.ok(account, `no account ${at.toBase58()}`);
  const decoded = coder.decode(type, Buffer.from(account.data)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    assert.notEqual(decoded[name], undefined, `no field ${name}`);
    decoded[name] = typeof value === 'bigint' ? new BN(value.toString()) : value;
  }
  const data = await coder.encode(type, decoded);
  await chain.setAccount(at, { ...account, data });
}
