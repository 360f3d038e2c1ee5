import assert from 'node:assert/strict';
import {
  agentRegister,
  agentSetStatus,
  type ConfigSettings,
  channelClose,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  channelRearm,
  channelSettle,
  cheapestChannelNumber,
  createMessageSigner,
  decodeChannel,
  encodeVoucher,
  mandateOpen,
  type SettleItem,
  versionPublish,
} from '@agent-labs/sdk';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  Keypair,
  type PublicKey,
  SYSVAR_INSTRUCTIONS_PUBKEY,
  type TransactionInstruction,
} from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { NOW, type RegistryFixture, registryFixture, SOL, startReceiptChain } from '../fixtures/registry';
import { measureApprovals } from './approvals';
import { measureCredits } from './credits';
import { measureDisputes } from './disputes';
import { measureJobs } from './jobs';
import { measureLocks } from './locks';
import { measureMandates } from './mandates';
import { measureMillion } from './million-calls';
import { measureBatches, measurePools } from './pools';
import { measureRatings } from './ratings';
import { measureRegistry } from './registry-units';
import { measureSets } from './settle-sets';
import { measureStake } from './stake';

/** What one thing costs, exactly. The same on every machine: keys are fixed, and so are derived bumps. */
export interface Measured {
  name: string;
  value: number;
  unit: 'CU' | 'bytes' | 'lamports' | 'transactions' | 'signers' | 'channels' | 'SOL';
  /** From the design; null where it names none. */
  budget: number | null;
}

const SIGNERS = 5;

function fixedKey(name: string): Keypair {
  return Keypair.fromSeed(Buffer.alloc(32, name));
}

/** The fixture's mint again at an address that is always the same: token accounts derive from it. */
async function fixedMint({ chain, mint }: RegistryFixture): Promise<PublicKey> {
  const { publicKey } = fixedKey('bench mint');
  await chain.setAccount(publicKey, await chain.getAccount(mint));
  return publicKey;
}

/** A payer's mandate with a channel, under keys made from `name`. */
export interface Lane {
  session: Keypair;
  payer: Keypair;
  mandate: PublicKey;
  channel: PublicKey;
}

/** Measures every instruction that has a budget, on a chain of its own. */
export async function measureUnits(): Promise<Measured[]> {
  const rows: Measured[] = [];
  const chain = await startReceiptChain();
  // an arbiter shows that it has no stake at addresses derived from its key
  const arbiters = [0, 1].map((panel) => [0, 1, 2].map((at) => fixedKey(`bench arbiter ${panel}.${at}`)));
  const panels = arbiters.map((panel) => ({ members: panel.map((key) => key.publicKey), threshold: 2 }));
  const made = await registryFixture(chain, {
    settings: { panels: panels as ConfigSettings['panels'] },
  });
  const fixture = { ...made, arbiters: arbiters as RegistryFixture['arbiters'] };
  const { deployment, send } = fixture;
  const mint = await fixedMint(fixture);
  const note = (name: string, value: bigint | number, unit: Measured['unit'], budget: number | null) =>
    rows.push({ name, value: Number(value), unit, budget });

  const owner = fixedKey('bench owner');
  await chain.airdrop(owner.publicKey, 10n * SOL);
  const { instruction: register, agent } = await agentRegister(deployment, {
    creator: owner.publicKey,
    handle: 'bench-agent',
    agentKey: fixture.agentKey.publicKey,
    payoutOwner: owner.publicKey,
    holdback: 60n,
    tags: ['documents', 'csv', 'analysis', 'bench'],
  });
  note('agent_register', (await send(register, owner)).computeUnits, 'CU', 25_000);
  const published = await versionPublish(deployment, {
    agent,
    owner: owner.publicKey,
    number: 1,
    semver: '1.0.0',
    manifestHash: new Uint8Array(32).fill(7),
    uri: 'https://agents.example/documents/analyst/manifest-1.0.0.json',
    price: 1_000n,
    priceMint: mint,
  });
  note('version_publish', (await send(published.instruction, owner)).computeUnits, 'CU', null);
  const activate = await agentSetStatus(deployment, { agent, owner: owner.publicKey, status: 'Active' });
  await send(activate.instruction, owner);
  const rents = await Promise.all([agent, published.version].map((at) => chain.getAccount(at)));
  const rent = rents.reduce((sum, account) => sum + (account?.lamports ?? 0n), 0n);
  note('registration with its first version, rent', rent, 'lamports', 7_500_000);

  const lanes: Lane[] = [];
  for (let at = 0; at < SIGNERS; at += 1) lanes.push(await openLane(fixture, mint, agent, at, note));
  await chain.advance({ slots: 1 });
  const first = lanes[0] as Lane;
  const ref = { channel: first.channel, mandate: first.mandate };

  const rearm = await channelRearm(
    deployment,
    { ...ref, agent, versionNumber: 1 },
    first.session.publicKey,
    10_000n,
    NOW + 900n,
  );
  note('channel_rearm', (await send(rearm, first.session)).computeUnits, 'CU', null);

  const settleFee = await measureSettle(fixture, lanes, note);
  const setFee = await measureSets(fixture, { mint, agent }, note);

  await chain.advance({ seconds: 60 });
  await tokenAccount(chain, mint, owner.publicKey, 0n);
  const payout = await channelPayout(deployment, ref, mint, owner.publicKey);
  const close = await channelClose(deployment, ref, first.payer.publicKey);
  const drain = await channelDrain(deployment, ref);
  const finish = await channelFinish(deployment, ref, first.payer.publicKey, first.payer.publicKey);
  // opened already, by session key and payer
  let lifecycle = 1;
  let lifecycleFee = 10_000n;
  const [, second, third] = lanes as [Lane, Lane, Lane];
  const ratings = { fixture, mint, agent, payoutOwner: owner.publicKey, owner, tree: fixedKey('bench tree') };
  const voucher = (lane: Lane) => voucherOf(fixture, lane, round + 1);
  await measureRatings({ ...ratings, lanes: [second, third], voucher }, note);
  for (const [name, instructions, signers, budget] of [
    ['channel_payout', [payout], [], 20_000],
    ['channel_close', [close], [first.payer], null],
    ['channel_drain and channel_finish', [drain, finish], [first.payer], null],
  ] as const) {
    const { computeUnits, fee } = await send([...instructions], ...signers);
    note(name, computeUnits, 'CU', budget);
    lifecycle += 1;
    lifecycleFee += fee;
    await chain.advance({ seconds: 1_000 });
  }
  assert.equal(await chain.getAccount(first.channel), null);
  note('lifecycle of a channel, settling apart', lifecycle, 'transactions', 4);
  const fees = { settle: settleFee, set: setFee, lifecycle: lifecycleFee };
  await measureMillion(fixture, mint, fees, note);

  const vouching = {
    payer: fixedKey('bench asker'),
    session: fixedKey('bench asking'),
    attestor: fixedKey('bench attestor'),
  };
  await measureMandates(fixture, { agent, owner, mint, ...vouching }, note);

  const offering = { payer: fixedKey('bench client'), session: fixedKey('bench clerk') };
  await measureJobs(fixture, { agent, owner, mint, ...offering }, note);
  const approved = {
    ...{ payer: fixedKey('bench approved payer'), session: fixedKey('bench approved session') },
    approvers: [0, 1, 2].map((at) => fixedKey(`bench approver ${at}`)) as [Keypair, Keypair, Keypair],
  };
  await measureApprovals(fixture, { agent, mint, ...approved }, note);
  const crediting = { issuer: fixedKey('bench issuer'), holder: fixedKey('bench holder') };
  await measureCredits(fixture, crediting, note);

  const { payer, session } = lanes[1] as Lane;
  await measureStake(fixture, { agent, owner, payer, session, mint }, (name, value, budget) =>
    note(name, value, 'CU', budget),
  );
  const backer = fixedKey('bench backer');
  await chain.airdrop(backer.publicKey, 10n * SOL);
  await measureDisputes(fixture, { agent, owner, backer, payer, session }, note);
  const others = { delegate: fixedKey('bench delegate'), heir: fixedKey('bench heir') };
  await measureRegistry(fixture, { agent, owner, ...others }, note);
  const locking = { funder: fixedKey('bench funder'), recipient: fixedKey('bench recipient'), mint };
  await measureLocks(fixture, locking, note);
  const income = { creator: fixedKey('bench pool creator'), attestor: fixedKey('bench attestor') };
  await measurePools(fixture, { ...income, member: fixedKey('bench member'), mint }, note);
  await measureBatches(fixture, { creator: income.creator, mint }, note);
  return rows;
}

export type Note = (
  name: string,
  value: bigint | number,
  unit: Measured['unit'],
  budget: number | null,
) => void;

async function openLane(
  { chain, deployment, send }: RegistryFixture,
  mint: PublicKey,
  agent: PublicKey,
  at: number,
  note: Note,
): Promise<Lane> {
  const [payer, session] = [fixedKey(`bench payer ${at}`), fixedKey(`bench session ${at}`)];
  await chain.airdrop(payer.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, payer.publicKey, 1_000_000n);
  const { instruction, mandate } = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: 1n,
    sessionKey: session.publicKey,
    perCallMax: 1_000n,
    dailyCap: 500_000n,
    totalCap: 900_000n,
    expiresAt: NOW + 900n,
    deposit: 500_000n,
  });
  const mandateUnits = (await send(instruction, payer)).computeUnits;
  const opened = await channelOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    mandate,
    agent,
    versionNumber: 1,
    n: cheapestChannelNumber(deployment, mandate, agent),
    amount: 100_000n,
    expiresAt: NOW + 800n,
  });
  const channelUnits = (await send(opened.instruction, session, payer)).computeUnits;
  if (at === 0) {
    note('mandate_open', mandateUnits, 'CU', 30_000);
    note('channel_open, under its cheapest number', channelUnits, 'CU', 15_000);
  }
  return { session, payer, mandate, channel: opened.channel };
}

/** Round of the last voucher of every lane. */
let round = 0;

/** @returns lamports of a transaction that settles one voucher */
async function measureSettle(fixture: RegistryFixture, lanes: Lane[], note: Note): Promise<bigint> {
  const { deployment, chain, send } = fixture;
  round = 0;
  const items = async (count: number): Promise<SettleItem[]> => {
    round += 1;
    return Promise.all(lanes.slice(0, count).map((lane) => voucherOf(fixture, lane, round)));
  };
  // all of them settle for the first time
  const payer = { payer: fixture.feePayer };
  const four = await chain.simulate(channelSettle(deployment, await items(4)), payer);
  const alone = await send(channelSettle(deployment, await items(1)));
  note('channel_settle, one voucher', alone.computeUnits, 'CU', 574);
  note('channel_settle, each further voucher', (four.computeUnits - alone.computeUnits) / 3n, 'CU', 250);
  assert.equal((four.computeUnits - alone.computeUnits) % 3n, 0n);

  const table = await lookupTable(fixture, [
    SYSVAR_INSTRUCTIONS_PUBKEY,
    ...lanes.map(({ channel }) => channel),
  ]);
  const price = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1_000 });
  const limit = ComputeBudgetProgram.setComputeUnitLimit({ units: 4_000 });
  const five = await chain.send([limit, price, ...channelSettle(deployment, await items(SIGNERS))], {
    payer: fixture.feePayer,
    lookupTables: [table],
  });
  note('independent signers settled in one v0 transaction', SIGNERS, 'signers', 5);
  note('that transaction, with a lookup table and a priority fee', five.size, 'bytes', 1_232);
  return alone.fee;
}

async function voucherOf({ chain }: RegistryFixture, lane: Lane, round: number): Promise<SettleItem> {
  const account = await chain.getAccount(lane.channel);
  assert.ok(account !== null);
  const { tag } = decodeChannel(account.data);
  const signer = createMessageSigner(lane.session.secretKey);
  const message = encodeVoucher({
    tag: Uint8Array.from(tag),
    cumulative: BigInt(1_000 * round),
    calls: round,
    expires: Number(NOW) + 700,
    transcript: new Uint8Array(32).fill(round),
  });
  return { channel: lane.channel, message, publicKey: signer.publicKey, signature: signer.sign(message) };
}

async function lookupTable(
  { chain, feePayer }: RegistryFixture,
  addresses: PublicKey[],
): Promise<AddressLookupTableAccount> {
  const [create, key] = AddressLookupTableProgram.createLookupTable({
    authority: feePayer.publicKey,
    payer: feePayer.publicKey,
    recentSlot: (await chain.slot()) - 1n,
  });
  const extend: TransactionInstruction = AddressLookupTableProgram.extendLookupTable({
    lookupTable: key,
    authority: feePayer.publicKey,
    payer: feePayer.publicKey,
    addresses,
  });
  await chain.send([create, extend], { payer: feePayer });
  await chain.advance({ slots: 1 });
  const account = await chain.getAccount(key);
  assert.ok(account !== null);
  return new AddressLookupTableAccount({ key, state: AddressLookupTableAccount.deserialize(account.data) });
}
