import assert from 'node:assert/strict';
import {
  type ChannelOpenParams,
  mandateKill,
  PauseBit,
  UNCAPPED,
  versionAddress,
  versionYank,
} from '@agent-labs/sdk';
import { agentOn, type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { arriveAt, channelOpening, openAnother, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow channel_open refuses', () => {
  const { escrow, escrowOfAgent } = sharedChain();

  const signers = (on: EscrowFixture) => [on.session, on.payer, on.feePayer];
  const refused = async (on: EscrowFixture, error: string, changes: Partial<ChannelOpenParams> = {}) => {
    const { instruction } = await channelOpening(on, changes);
    await expectRefused(on.chain, instruction, signers(on), error);
  };

  describe('by the mandate', () => {
    it('Paused: allots nothing while opening is paused', async () => {
      const on = await escrow({ channel: null });
      await whilePaused(on, () => refused(on, 'Paused'), PauseBit.Open);
      await whilePaused(on, () => openAnother(on), 127 & ~PauseBit.Open);
    });

    it('NotPayerOrSession: is for no one else, not even whoever pays the rent', async () => {
      const [on, another] = [await escrow({ channel: null }), await escrow()];
      for (const signer of [on.feePayer, another.payer, another.session]) {
        const rentAndName = { authority: signer.publicKey, rentPayer: signer.publicKey };
        const { instruction } = await channelOpening(on, rentAndName);
        await expectRefused(on.chain, instruction, [signer], 'NotPayerOrSession');
      }
    });

    it('MandateKilled: allots nothing once killed', async () => {
      const on = await escrow({ channel: null });
      await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
      await refused(on, 'MandateKilled');
    });

    it('MandateExpired: allots for the last time one second before the end', async () => {
      const on = await escrow({ channel: null });
      const { expiresAt } = await on.readMandate();
      await arriveAt(on.chain, expiresAt - 1n);
      await openAnother(on, { expiresAt });
      await arriveAt(on.chain, expiresAt);
      await refused(on, 'MandateExpired', { n: 1, expiresAt });
    });

    it('AgentNotAllowed: keeps to the allow-list', async () => {
      const [first, second, third] = [await escrowOfAgent(), await escrowOfAgent(), await escrowOfAgent()];
      const allowList = [first.agent, second.agent];
      const on = await escrowOn(first, { mandate: { allowList }, channel: null });
      await openAnother(on);
      await openAnother(on, { agent: second.agent });
      await refused(on, 'AgentNotAllowed', { agent: third.agent });
    });

    it('MintMismatch: pays no agent that asks for another mint', async () => {
      const on = await escrow({ channel: null });
      const mint = await createMint(on.chain, on.mintAuthority.publicKey);
      const { agent } = await agentOn({ ...on, mint });
      await refused(on, 'MintMismatch', { agent });
    });

    it('PriceAboveMaximum: pays up to the per-call maximum exactly', async () => {
      const { agent } = await escrowOfAgent({ price: 10_001n, channel: null });
      const on = await escrow({ mandate: { perCallMax: 10_000n }, channel: null });
      await openAnother(on);
      await refused(on, 'PriceAboveMaximum', { agent, amount: 20_000n });
    });

    it('InsufficientFree, attack 14: allots up to what is free exactly', async () => {
      const caps = { dailyCap: UNCAPPED, totalCap: UNCAPPED };
      const on = await escrow({ mandate: caps, channel: null });
      for (const amount of [1_000_001n, UNCAPPED]) await refused(on, 'InsufficientFree', { amount });
      await openAnother(on, { amount: 1_000_000n });
      assert.equal((await on.readMandate()).free, 0n);
      await refused(on, 'InsufficientFree', { n: 1 });
    });

    it('DailyCapExceeded: allots up to the cap of a UTC day exactly, and afresh from midnight', async () => {
      const on = await escrow({ mandate: { expiresAt: 2n ** 40n }, channel: null });
      const midnight = ((await on.chain.unixTime()) / 86_400n + 1n) * 86_400n;
      await refused(on, 'DailyCapExceeded', { amount: 400_001n });
      await openAnother(on, { n: 1, amount: 390_000n });
      await arriveAt(on.chain, midnight - 1n);
      await refused(on, 'DailyCapExceeded', { n: 2, amount: 10_001n });
      await openAnother(on, { n: 2, amount: 10_000n });
      await refused(on, 'DailyCapExceeded', { n: 3 });
      await arriveAt(on.chain, midnight);
      await refused(on, 'DailyCapExceeded', { n: 3, amount: 400_001n });
      await openAnother(on, { n: 3, amount: 400_000n });
      const { day, dayCharged, totalCharged } = await on.readMandate();
      assert.deepEqual([BigInt(day), dayCharged, totalCharged], [midnight / 86_400n, 400_000n, 800_000n]);
    });

    it('TotalCapExceeded: allots up to the total cap exactly, whatever the day', async () => {
      const on = await escrow({ mandate: { totalCap: 410_000n, expiresAt: 2n ** 40n }, channel: null });
      await openAnother(on, { n: 1, amount: 390_000n });
      await on.chain.advance({ seconds: 86_400, slots: 1 });
      await refused(on, 'TotalCapExceeded', { n: 2, amount: 20_001n });
      await openAnother(on, { n: 2, amount: 20_000n });
      await on.chain.advance({ seconds: 86_400, slots: 1 });
      await refused(on, 'TotalCapExceeded', { n: 3 });
    });

    it('MathOverflow, attack 14: counts neither charges nor channels beyond their range', async () => {
      const caps = { dailyCap: UNCAPPED, totalCap: UNCAPPED };
      const on = await escrow({ mandate: caps, channel: null });
      const day = Number((await on.chain.unixTime()) / 86_400n);
      for (const fields of [
        { totalCharged: UNCAPPED - 9_999n },
        { totalCharged: 0n, day, dayCharged: UNCAPPED - 9_999n },
        { dayCharged: 0n, channels: 2 ** 32 - 1 },
      ]) {
        await rewrite(on.chain, 'mandate', on.mandate, fields);
        await refused(on, 'MathOverflow');
      }
    });
  });

  describe('by the agent', () => {
    it('AgentNotActive: allots to no Draft, suspended or retiring agent', async () => {
      for (const status of ['Draft', 'Suspended', 'Retiring'] as const) {
        await refused(await escrowOfAgent({ status, channel: null }), 'AgentNotActive');
      }
    });

    it('AgentStale: allots for the last time one second before the lease ends', async () => {
      const on = await escrowOfAgent({ channel: null });
      const leaseExpiresAt = (await on.chain.unixTime()) + 40n;
      await rewrite(on.chain, 'agent', on.agent, { leaseExpiresAt });
      await arriveAt(on.chain, leaseExpiresAt - 1n);
      await openAnother(on);
      await arriveAt(on.chain, leaseExpiresAt);
      await refused(on, 'AgentStale', { n: 1 });
    });

    it("VersionMismatch: takes no other agent's version", async () => {
      const [on, another] = [await escrow({ channel: null }), await escrowOfAgent()];
      const { instruction } = await channelOpening(on);
      const pubkey = versionAddress(on.deployment, another.agent, 1);
      const other = withAccount(instruction, 'version', { pubkey });
      await expectRefused(on.chain, other, signers(on), 'VersionMismatch');
    });

    it('VersionNotLatest: takes the latest version alone', async () => {
      const on = await escrowOfAgent({ versions: 2, channel: null });
      await refused(on, 'VersionNotLatest', { versionNumber: 1 });
      await openAnother(on, { versionNumber: 2 });
    });

    it('VersionYanked: takes no version that was withdrawn', async () => {
      const on = await escrowOfAgent({ channel: null });
      const owned = { agent: on.agent, owner: on.creator.publicKey };
      await on.send((await versionYank(on.deployment, { ...owned, number: 1 })).instruction, on.creator);
      await refused(on, 'VersionYanked');
    });

    it('AllotmentBelowPrice: pays for one call at least', async () => {
      const on = await escrow({ channel: null });
      for (const amount of [0n, 1n, 9_999n]) await refused(on, 'AllotmentBelowPrice', { amount });
      await openAnother(on, { amount: 10_000n });
    });
  });
});
