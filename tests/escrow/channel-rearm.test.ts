import assert from 'node:assert/strict';
import {
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  channelClose,
  channelRearm,
  mandateKill,
  mandateRotate,
  PauseBit,
  UNCAPPED,
  versionAddress,
  versionPublish,
  versionYank,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type EscrowFixture, escrowOn, tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, drained, openAnother, rewrite, sharedChain, whilePaused } from './shared';

interface Wish {
  amount?: bigint;
  /** The present end by default. */
  expiresAt?: bigint;
  authority?: Keypair;
}

describe('escrow channel_rearm', () => {
  const { escrow, escrowOfAgent, onBothChains } = sharedChain();

  const rearming = async (
    on: EscrowFixture,
    { amount = 10_000n, expiresAt, authority = on.session }: Wish = {},
  ) =>
    channelRearm(
      on.deployment,
      on.channelRef,
      authority.publicKey,
      amount,
      expiresAt ?? (await on.readChannel()).expiresAt,
    );
  const rearm = async (on: EscrowFixture, wish: Wish = {}) =>
    on.send(await rearming(on, wish), wish.authority ?? on.session);
  const refused = async (on: EscrowFixture, error: string, wish: Wish = {}) =>
    expectRefused(on.chain, await rearming(on, wish), [wish.authority ?? on.session], error);

  onBothChains('allots more under the terms of old, and moves the end', async (registry, kind) => {
    const on = await escrowOn(registry);
    const { agent, chain, channel, mandate, readChannel, readMandate, vault } = on;
    const [before, mandateBefore] = [await readChannel(), await readMandate()];
    const expiresAt = before.expiresAt + 50n;
    const outcome = await rearm(on, { amount: 12_345n, expiresAt });
    assertSame(await readChannel(), { ...before, allotted: 212_345n, expiresAt });
    assertSame(await readMandate(), {
      ...mandateBefore,
      dayCharged: 212_345n,
      totalCharged: 212_345n,
      free: 800_000n - 12_345n,
      allotted: 212_345n,
    });
    assert.equal(await tokenBalance(chain, vault), 1_000_000n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'channelRearmed', {
      channel,
      mandate,
      agent,
      generation: before.generation,
      allottedBefore: 200_000n,
      allottedAfter: 212_345n,
      expiresAtBefore: before.expiresAt,
      expiresAtAfter: expiresAt,
    });
  });

  it('is for the wallet too, with less than a price, after settles', async () => {
    const on = await escrow();
    await on.settle({ cumulative: 150_000n, calls: 3 });
    await rearm(on, { authority: on.payer, amount: 1n });
    await on.settle({ cumulative: 200_001n, calls: 5 });
    await assertBooks(on);
  });

  refusesForgeries(async () => {
    const on = await escrow();
    return { chain: on.chain, instruction: await rearming(on), signers: [on.session] };
  });

  it('Paused: allots nothing while opening is paused', async () => {
    const on = await escrow();
    await whilePaused(on, () => refused(on, 'Paused'), PauseBit.Open);
    await whilePaused(on, () => rearm(on), 127 & ~PauseBit.Open);
  });

  it('NotPayerOrSession: is neither for strangers nor for the agent', async () => {
    const on = await escrow();
    for (const authority of [on.feePayer, on.creator, on.agentKey, on.payoutOwner]) {
      await refused(on, 'NotPayerOrSession', { authority });
    }
  });

  it('MandateKilled: allots nothing once killed', async () => {
    const on = await escrow();
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await refused(on, 'MandateKilled');
  });

  it('MandateExpired, ChannelExpired: allots for the last time one second before the end', async () => {
    const on = await escrow();
    const { expiresAt } = await on.readChannel();
    await arriveAt(on.chain, expiresAt - 1n);
    await rearm(on);
    await arriveAt(on.chain, expiresAt);
    await refused(on, 'ChannelExpired', { expiresAt: expiresAt + 10n });
    await arriveAt(on.chain, (await on.readMandate()).expiresAt - 1n);
    await refused(on, 'ChannelExpired');
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    await refused(on, 'MandateExpired');
  });

  it('NotOpen, attack 40: tops up no channel that is closing, so that nothing cancels it', async () => {
    const on = await escrow();
    await on.send(await channelClose(on.deployment, on.channelRef, on.session.publicKey), on.session);
    for (const authority of [on.session, on.payer]) await refused(on, 'NotOpen', { authority });
  });

  it('NotOpen: tops up no channel that is drained', async () => {
    const on = await escrow();
    await drained(on);
    await refused(on, 'NotOpen');
  });

  it('SessionRotated: tops up no channel of an earlier session key', async () => {
    const on = await escrow();
    const next = await funded(on.chain);
    await on.send(await mandateRotate(on.deployment, on.mandateRef, next.publicKey), on.payer);
    for (const authority of [next, on.payer]) await refused(on, 'SessionRotated', { authority });
  });

  it('AgentNotActive: tops up no agent that was suspended or retires', async () => {
    for (const status of ['Suspended', 'Retiring'] as const) {
      const on = await escrowOfAgent();
      const owned = { agent: on.agent, owner: on.creator.publicKey };
      await on.send((await agentSetStatus(on.deployment, { ...owned, status })).instruction, on.creator);
      await refused(on, 'AgentNotActive');
    }
  });

  it('AgentStale: tops up for the last time one second before the lease ends', async () => {
    const on = await escrowOfAgent();
    const leaseExpiresAt = (await on.chain.unixTime()) + 40n;
    await rewrite(on.chain, 'agent', on.agent, { leaseExpiresAt });
    await arriveAt(on.chain, leaseExpiresAt - 1n);
    await rearm(on);
    await arriveAt(on.chain, leaseExpiresAt);
    await refused(on, 'AgentStale');
  });

  it('OwnershipChanged: tops up no agent that was sold, also once it is back', async () => {
    const on = await escrowOfAgent();
    const { agent, creator, deployment, payoutOwner, send } = on;
    const buyer = await funded(on.chain);
    for (const [owner, next] of [[creator, buyer] as const, [buyer, creator] as const]) {
      const offer = { agent, owner: owner.publicKey, newOwner: next.publicKey };
      await send((await agentTransferPropose(deployment, offer)).instruction, owner);
      const keys = { pendingOwner: next.publicKey, agentKey: key(), payoutOwner: payoutOwner.publicKey };
      await send((await agentTransferAccept(deployment, { agent, ...keys })).instruction, next);
      await refused(on, 'OwnershipChanged');
    }
  });

  it('ChannelExpiryInvalid: ends no sooner than before, within the longest life and the mandate', async () => {
    const on = await escrow();
    const { expiresAt } = await on.readChannel();
    const mandateEnd = (await on.readMandate()).expiresAt;
    for (const wrong of [expiresAt - 1n, 0n, mandateEnd + 1n, -(2n ** 63n), 2n ** 63n - 1n]) {
      await refused(on, 'ChannelExpiryInvalid', { expiresAt: wrong });
    }
    await rearm(on, { expiresAt: mandateEnd });
    const long = await escrow({ mandate: { expiresAt: 2n ** 40n } });
    const latest = (await long.chain.unixTime()) + 1_000n;
    await refused(long, 'ChannelExpiryInvalid', { expiresAt: latest + 1n });
    await rearm(long, { expiresAt: latest });
  });

  it('AmountZero: allots something', async () => {
    await refused(await escrow(), 'AmountZero', { amount: 0n });
  });

  it('InsufficientFree, attack 14: allots up to what is free exactly', async () => {
    const on = await escrow({ mandate: { dailyCap: UNCAPPED, totalCap: UNCAPPED } });
    for (const amount of [800_001n, 1_000_000n, UNCAPPED]) await refused(on, 'InsufficientFree', { amount });
    await rearm(on, { amount: 800_000n });
    await refused(on, 'InsufficientFree', { amount: 1n });
    await assertBooks(on);
  });

  it('DailyCapExceeded: counts opening and top-ups of a UTC day together, and afresh from midnight', async () => {
    const end = 2n ** 40n;
    const on = await escrow({ mandate: { expiresAt: end }, channel: null });
    const midnight = ((await on.chain.unixTime()) / 86_400n + 1n) * 86_400n;
    await arriveAt(on.chain, midnight - 100n);
    const late = await escrow({ mandate: { expiresAt: end } });
    await refused(late, 'DailyCapExceeded', { amount: 200_001n });
    await rearm(late, { amount: 200_000n });
    await arriveAt(on.chain, midnight - 1n);
    await refused(late, 'DailyCapExceeded', { amount: 1n });
    await arriveAt(on.chain, midnight);
    await refused(late, 'DailyCapExceeded', { amount: 400_001n });
    await rearm(late, { amount: 400_000n });
  });

  it('TotalCapExceeded: allots up to the total cap exactly', async () => {
    const on = await escrow({ mandate: { dailyCap: 400_000n, totalCap: 400_000n } });
    await rewrite(on.chain, 'mandate', on.mandate, { dayCharged: 0n });
    await refused(on, 'TotalCapExceeded', { amount: 200_001n });
    await rearm(on, { amount: 200_000n });
    await rewrite(on.chain, 'mandate', on.mandate, { dayCharged: 0n });
    await refused(on, 'TotalCapExceeded', { amount: 1n });
  });

  it('MathOverflow, attack 14: sums no allotment beyond 64 bits', async () => {
    const on = await escrow({ mandate: { dailyCap: UNCAPPED, totalCap: UNCAPPED } });
    await rewrite(on.chain, 'channel', on.channel, { allotted: UNCAPPED - 9_999n });
    await refused(on, 'MathOverflow');
  });

  it("MandateMismatch: tops up no channel of another's mandate", async () => {
    const [on, another] = [await escrow(), await escrow()];
    const theirs = withAccount(await rearming(on), 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, theirs, [on.session], 'MandateMismatch');
    const paid = withAccount(await rearming(on), 'mandate', { pubkey: another.mandate });
    await expectRefused(on.chain, paid, [on.session], 'MandateMismatch');
  });

  it('keeps version, price and keys of old after an upgrade; the new ones need a new channel', async () => {
    const on = await escrowOfAgent();
    const { agent, chain, creator, deployment, send } = on;
    const owned = { agent, owner: creator.publicKey };
    const content = { semver: '2.0.0', manifestHash: on.manifestHash, uri: 'https://agents.example/m.json' };
    const upgrade = { ...owned, ...content, number: 2, price: 20_000n, priceMint: on.mint };
    await send((await versionPublish(deployment, upgrade)).instruction, creator);
    const agentKey = key();
    await send((await agentUpdate(deployment, { ...owned, agentKey })).instruction, creator);
    const before = await on.readChannel();
    await rearm(on);
    assertSame(await on.readChannel(), { ...before, allotted: before.allotted + 10_000n });
    const next = await openAnother(on, { n: 1, versionNumber: 2, amount: 20_000n });
    await chain.advance({ slots: 1 });
    const opened = await on.readChannel(next);
    assertSame([opened.agentVersion, opened.price, opened.agentKey], [2, 20_000n, agentKey]);
    assertSame([before.agentVersion, before.price, before.agentKey], [1, 10_000n, on.agentKey.publicKey]);
  });

  it('VersionYanked: tops up no channel on a version that was withdrawn', async () => {
    const on = await escrowOfAgent({ versions: 2, channel: {} });
    const { agent, creator, deployment, send } = on;
    const yank = async (number: number) => {
      const owned = { agent, owner: creator.publicKey, number };
      await send((await versionYank(deployment, owned)).instruction, creator);
    };
    await yank(1);
    await rearm(on);
    await yank(2);
    await refused(on, 'VersionYanked');
    // what was allotted stays spendable
    await on.settle({ cumulative: 10_000n });
  });

  it("VersionMismatch: reads the channel's version, neither a later one nor another agent's", async () => {
    const [on, another] = [await escrowOfAgent({ versions: 2, channel: {} }), await escrowOfAgent()];
    for (const [agent, number] of [
      [on.agent, 1],
      [another.agent, 1],
    ] as const) {
      const pubkey = versionAddress(on.deployment, agent, number);
      const other = withAccount(await rearming(on), 'version', { pubkey });
      await expectRefused(on.chain, other, [on.session], 'VersionMismatch');
    }
  });

  it('AgentMismatch: asks the agent of the channel and no other', async () => {
    const [on, another] = [await escrow(), await escrowOfAgent()];
    const other = withAccount(await rearming(on), 'agent', { pubkey: another.agent });
    await expectRefused(on.chain, other, [on.session], 'AgentMismatch');
  });
});
