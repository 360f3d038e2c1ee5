import assert from 'node:assert/strict';
import {
  type ChannelAccount,
  type ChannelOpenParams,
  channelClose,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  configPause,
  configUnpause,
  escrowIdl,
  registryIdl,
  stakeIdl,
  timelockIdl,
} from '@agent-labs/sdk';
import { BN, type Idl, Program, type Provider } from '@coral-xyz/anchor';
import { PublicKey, type Signer } from '@solana/web3.js';
import {
  agentOn,
  type EscrowFixture,
  type EscrowFixtureOptions,
  escrowOn,
  tokenBalance,
} from '../fixtures/escrow';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import type { ChainKind, TestChain } from '../helpers/chains/test-chain';

export interface SharedChain {
  /** Another payer with a mandate and a channel. */
  escrow(options?: Parameters<typeof escrowOn>[1]): Promise<EscrowFixture>;
  /** The same for an agent of its own. */
  escrowOfAgent(options?: EscrowFixtureOptions): Promise<EscrowFixture>;
  /** Runs a test on the shared chain, and on one of LiteSVM, which tells events. */
  onBothChains(title: string, test: (registry: RegistryFixture, kind: ChainKind) => Promise<void>): void;
}

/** One chain of bankrun with a registry for all tests of a file. Call it in their `describe`. */
export function sharedChain(): SharedChain {
  let registry: RegistryFixture;
  before(async () => {
    // so long a lease that no test outlives it
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    registry = await registryFixture(await startProgramChain('bankrun'), { settings: { windows } });
  });
  return {
    escrow: (options) => escrowOn(registry, options),
    escrowOfAgent: async (options = {}) => escrowOn(await agentOn(registry, options), options),
    onBothChains: (title, test) => {
      it(`${title} (bankrun)`, () => test(registry, 'bankrun'));
      it(`${title} (litesvm)`, async () => {
        await test(await registryFixture(await startProgramChain('litesvm')), 'litesvm');
      });
    },
  };
}

/** A moment that no test comes to, Unix seconds. */
export const FAR = 2n ** 40n;

/** Moves the clock forward to a second, and on by one slot. */
export async function arriveAt(chain: TestChain, unixTime: bigint): Promise<void> {
  await chain.advance({ seconds: unixTime - (await chain.unixTime()), slots: 1 });
}

/** Runs `work` while new business is paused, wholly or as `bits` (of `PauseBit`) say. */
export async function whilePaused(
  { deployment, pauser, admin, send }: RegistryFixture,
  work: () => Promise<unknown>,
  bits = 127,
): Promise<void> {
  await send((await configPause(deployment, { signer: pauser.publicKey, bits })).instruction, pauser);
  try {
    await work();
  } finally {
    await send((await configUnpause(deployment, { admin: admin.publicKey, bits })).instruction, admin);
  }
}

const coder = (idl: unknown) =>
  new Program<Idl>(idl as Idl, { connection: null } as unknown as Provider).coder.accounts;
const [escrowCoder, registryCoder, stakeCoder, timelockCoder] = [
  escrowIdl,
  registryIdl,
  stakeIdl,
  timelockIdl,
].map(coder);
const CODERS = {
  mandate: escrowCoder,
  channel: escrowCoder,
  job: escrowCoder,
  agent: registryCoder,
  stakeVault: stakeCoder,
  position: stakeCoder,
  lock: timelockCoder,
};

/** A field to write: big numbers as `bigint`, a pool's fields in their own object. */
type Field = bigint | number | PublicKey | { [name: string]: Field };

/** Writes fields of an account past every rule, so as to reach what instructions do not (yet) lead to. */
export async function rewrite(
  chain: TestChain,
  type: keyof typeof CODERS,
  at: PublicKey,
  fields: Record<string, Field>,
): Promise<void> {
  const account = await chain.getAccount(at);
  assert.ok(account, `no account ${at.toBase58()}`);
  const coder = CODERS[type];
  assert.ok(coder);
  const decoded = coder.decode(type, Buffer.from(account.data)) as Record<string, unknown>;
  write(decoded, fields);
  const encoded = await coder.encode(type, decoded);
  // a mandate's allow-list follows
  const data = Buffer.concat([encoded, account.data.subarray(encoded.length)]);
  await chain.setAccount(at, { ...account, data });
}

function write(into: Record<string, unknown>, fields: Record<string, Field>): void {
  for (const [name, value] of Object.entries(fields)) {
    assert.notEqual(into[name], undefined, `no field ${name}`);
    if (typeof value === 'bigint') into[name] = new BN(value.toString());
    else if (typeof value === 'number' || value instanceof PublicKey) into[name] = value;
    else write(into[name] as Record<string, unknown>, value);
  }
}

/** Checks the mandate's books: its vault covers them to the unit, and its channels make up what is allotted. */
export async function assertBooks(
  fixture: EscrowFixture,
  channels: PublicKey[] = [fixture.channel],
  donated = 0n,
): Promise<void> {
  const { free, allotted, feesAccrued } = await fixture.readMandate();
  assert.equal(await tokenBalance(fixture.chain, fixture.vault), free + allotted + feesAccrued + donated);
  const owed = (channel: ChannelAccount) =>
    channel.allotted - channel.paidGross - channel.returned - channel.refunded;
  let sum = 0n;
  for (const channel of channels) sum += owed(await fixture.readChannel(channel));
  assert.equal(allotted, sum);
}

/** Opening the fixture's channel, for 50 seconds and with 10,000 unless told otherwise. */
export async function channelOpening(on: EscrowFixture, changes: Partial<ChannelOpenParams> = {}) {
  return channelOpen(on.deployment, {
    authority: on.session.publicKey,
    rentPayer: on.payer.publicKey,
    mandate: on.mandate,
    agent: on.agent,
    versionNumber: 1,
    amount: 10_000n,
    expiresAt: (await on.chain.unixTime()) + 50n,
    ...changes,
  });
}

/** Opens it, signed by payer and session key as it asks. */
export async function openAnother(
  on: EscrowFixture,
  changes: Partial<ChannelOpenParams> = {},
): Promise<PublicKey> {
  const { instruction, channel } = await channelOpening(on, changes);
  const asks = ({ publicKey }: Signer) =>
    instruction.keys.some(({ pubkey, isSigner }) => isSigner && pubkey.equals(publicKey));
  await on.send(instruction, ...[on.session, on.payer].filter(asks));
  return channel;
}

/** Closes the fixture's channel, waits out its grace, and drains it. */
export async function drained(fixture: EscrowFixture): Promise<void> {
  const { chain, channelRef, deployment, payer, send } = fixture;
  await send(await channelClose(deployment, channelRef, payer.publicKey), payer);
  await chain.advance({ seconds: 100, slots: 1 });
  await send(await channelDrain(deployment, channelRef));
}

/** Settles `settled` if above 0, and brings the fixture's channel to its end: paid out, drained and gone. */
export async function finished(fixture: EscrowFixture, settled = 0n): Promise<void> {
  const { chain, channelRef, deployment, mint, payer, payoutOwner, send } = fixture;
  if (settled > 0n) await fixture.settle({ cumulative: settled, calls: 20 });
  await drained(fixture);
  if (settled > 0n) {
    await send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    await chain.advance({ seconds: 300, slots: 1 });
  }
  await send(await channelFinish(deployment, channelRef, payer.publicKey, payer.publicKey), payer);
}
