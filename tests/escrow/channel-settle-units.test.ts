import assert from 'node:assert/strict';
import { channelSettle, type SettleItem } from '@agent-labs/sdk';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  SYSVAR_INSTRUCTIONS_PUBKEY,
} from '@solana/web3.js';
import { type EscrowFixture, escrowFixture } from '../fixtures/escrow';
import { startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { type Opened, openMandate } from '../helpers/ed25519';

/** Most compute units of a settle alone: of its first voucher, and of each further one. */
const BUDGET = { first: 574, further: 250 };
/** What a settle of one to five channels uses now, by state. Correct it when the program changes. */
const MEASURED: Record<string, number[]> = {
  fresh: [411, 564, 717, 870, 1_023],
  pending: [407, 556, 705, 854, 1_003],
  'partly matured': [410, 562, 714, 866, 1_018],
  'all matured': [396, 534, 672, 810, 948],
};
/** Seconds from one settle to the next that bring a channel to these states; the holdback is 60. */
const RHYTHM = { fresh: 0, pending: 30, 'partly matured': 30, 'all matured': 60 };
/** Most bytes of a transaction. */
const PACKET = 1_232;

describe('escrow channel_settle of five independent signers', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  /** Five mandates, each with a session key and a channel of its own. */
  let channels: Opened[];
  let lookupTables: AddressLookupTableAccount[];

  before(async () => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
    channels = [];
    for (let id = 2n; id <= 6n; id++) channels.push(await openMandate(fixture, id));
    lookupTables = [await lookupTable()];
  });

  const settle = async (calls: number, count = channels.length) => {
    const items = channels
      .slice(0, count)
      .map(
        ({ channel, session }): Promise<SettleItem> =>
          fixture.voucher({ cumulative: BigInt(calls), calls, signer: session }, channel),
      );
    return channelSettle(fixture.deployment, await Promise.all(items));
  };

  it('fits one v0 transaction with a priority fee and a limit', async () => {
    const price = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1_000 });
    const options = { payer: fixture.feePayer, lookupTables };
    const instructions = [price, ...(await settle(1))];
    const { size, computeUnits, logs } = await chain.simulate(instructions, {
      ...options,
      computeUnitLimit: 5 * 1_200,
    });
    assert.ok(size <= PACKET, `${size} bytes`);
    assert.equal(size, 1_178);
    // of the whole, an Ed25519 instruction uses none, one of the compute budget 150
    assert.equal(Number(computeUnits), settleUnits(logs) + 2 * 150);
    const { size: withoutLimit } = await chain.simulate(instructions, options);
    assert.equal(withoutLimit, 1_170);
  });

  describe('whatever the state of the holdback,', () => {
    const units: typeof MEASURED = {};

    before(async () => {
      const options = { payer: fixture.feePayer, lookupTables };
      let calls = 0;
      for (const [state, seconds] of Object.entries(RHYTHM)) {
        calls += 1;
        await chain.advance({ seconds });
        const used: number[] = [];
        for (let count = 1; count <= channels.length; count++) {
          const { logs } = await chain.simulate(await settle(calls, count), options);
          used.push(settleUnits(logs));
        }
        units[state] = used;
        await chain.send(await settle(calls), options);
        for (const { channel } of channels) assert.equal((await fixture.readChannel(channel)).calls, calls);
      }
    });

    it('uses the compute units that were measured last', () => assert.deepEqual(units, MEASURED));

    it('keeps to the budget of the first voucher', () => {
      for (const [state, [first = Number.NaN]] of Object.entries(units)) {
        assert.ok(first <= BUDGET.first, `${first} units when ${state}`);
      }
    });

    it('keeps to the budget of each further voucher', () => {
      for (const [state, used] of Object.entries(units)) {
        const further = used.slice(1).map((sum, at) => sum - (used[at] ?? 0));
        for (const more of further) assert.ok(more <= BUDGET.further, `${more} units when ${state}`);
      }
    });
  });

  /** A lookup table with the Instructions sysvar and the channels, ready for use. */
  async function lookupTable(): Promise<AddressLookupTableAccount> {
    const [authority, payer] = [fixture.feePayer.publicKey, fixture.feePayer.publicKey];
    const recentSlot = (await chain.slot()) - 1n;
    const [create, key] = AddressLookupTableProgram.createLookupTable({ authority, payer, recentSlot });
    const addresses = [SYSVAR_INSTRUCTIONS_PUBKEY, ...channels.map(({ channel }) => channel)];
    const extend = { lookupTable: key, authority, payer, addresses };
    await fixture.send([create, AddressLookupTableProgram.extendLookupTable(extend)]);
    await chain.advance();
    const { data } = (await chain.getAccount(key)) ?? assert.fail('no lookup table');
    return new AddressLookupTableAccount({ key, state: AddressLookupTableAccount.deserialize(data) });
  }

  /** Of the settle alone. */
  function settleUnits(logs: string[]): number {
    const consumed = new RegExp(`^Program ${fixture.deployment.escrow.toBase58()} consumed (\\d+) of`);
    const used = logs.flatMap((line) => consumed.exec(line)?.[1] ?? []);
    assert.equal(used.length, 1);
    return Number(used[0]);
  }
});
