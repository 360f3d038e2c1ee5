import assert from 'node:assert/strict';
import { channelHold, channelPayout, channelRelease, mandateKill, mandateRotate } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, drained, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow channel_release', () => {
  const { escrow, onBothChains } = sharedChain();

  const releasing = (on: EscrowFixture, authority: Keypair = on.payer) =>
    channelRelease(on.deployment, on.channelRef, authority.publicKey);
  const release = async (on: EscrowFixture, authority: Keypair = on.payer) =>
    on.send(await releasing(on, authority), authority);
  const refused = async (on: EscrowFixture, error: string, authority: Keypair = on.payer) =>
    expectRefused(on.chain, await releasing(on, authority), [authority], error);
  /** With 100,000 settled just now, and 40,000 of it held. */
  const held = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.settle({ cumulative: 100_000n, calls: 3 });
    await on.send(await channelHold(on.deployment, on.channelRef, on.payer.publicKey, 40_000n), on.payer);
    return on;
  };

  onBothChains('gives the hold back, which is paid once it matures', async (registry, kind) => {
    for (const who of ['payer', 'session'] as const) {
      const on = await held(await escrowOn(registry));
      const { agent, chain, channel, channelRef, deployment, mandate, mint, payoutOwner, readChannel } = on;
      const [before, mandateBefore] = [await readChannel(), await on.readMandate()];
      const outcome = await release(on, on[who]);
      assertSame(await readChannel(), { ...before, held: 0n, heldUntil: 0n });
      assertSame(await on.readMandate(), mandateBefore);
      assertRecorded(kind, outcome, 'holdReleased', {
        ...{ channel, mandate, agent, generation: before.generation },
        ...{ amount: 40_000n, heldBefore: 40_000n, heldAfter: 0n },
        why: { released: {} },
      });
      await chain.advance({ seconds: 60, slots: 1 });
      await on.send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
      assert.equal((await readChannel()).paidGross, 100_000n);
      await assertBooks(on);
    }
  });

  refusesForgeries(async () => {
    const on = await held(await escrow());
    return { chain: on.chain, instruction: await releasing(on), signers: [on.payer] };
  });

  it('works while paused, drained, killed and expired, and once the hold’s time is over', async () => {
    const paused = await held(await escrow());
    await whilePaused(paused, () => release(paused));
    const late = await held(await escrow());
    await drained(late);
    await late.send(await mandateKill(late.deployment, late.mandateRef), late.payer);
    await arriveAt(late.chain, (await late.readMandate()).expiresAt);
    await release(late, late.session);
    assert.equal((await late.readChannel()).held, 0n);
  });

  it('NothingHeld: gives back once, and nothing where nothing is held', async () => {
    const on = await escrow();
    await refused(on, 'NothingHeld');
    await held(on);
    await release(on);
    for (const authority of [on.payer, on.session]) await refused(on, 'NothingHeld', authority);
  });

  it('HoldDisputed: gives nothing back that a dispute has taken, be it used up', async () => {
    const on = await held(await escrow());
    const taken = { heldUntil: 0n, holdDisputed: 1, openDisputes: 1, claimed: 40_000n };
    await rewrite(on.chain, 'channel', on.channel, taken);
    for (const authority of [on.payer, on.session]) await refused(on, 'HoldDisputed', authority);
    await rewrite(on.chain, 'channel', on.channel, { held: 0n });
    await refused(on, 'HoldDisputed');
  });

  it('NotPayerOrSession: is for the payer, and the session key that is both mandate’s and channel’s', async () => {
    const [on, another] = [await held(await escrow()), await escrow()];
    for (const authority of [on.feePayer, on.creator, on.agentKey, on.payoutOwner, another.session]) {
      await refused(on, 'NotPayerOrSession', authority);
    }
    await on.send(await mandateRotate(on.deployment, on.mandateRef, key()), on.payer);
    await refused(on, 'NotPayerOrSession', on.session);
    await release(on);
  });

  it("MandateMismatch: releases nothing of another's channel", async () => {
    const [on, another] = [await held(await escrow()), await held(await escrow())];
    const theirs = withAccount(await releasing(on), 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, theirs, [on.payer], 'MandateMismatch');
  });

  it('InvariantBroken: releases nothing within books that do not add up', async () => {
    const on = await held(await escrow());
    for (const fields of [{ matured: 100_001n }, { matured: 0n, holdDisputed: 0, claimed: 100_001n }]) {
      await rewrite(on.chain, 'channel', on.channel, fields);
      await refused(on, 'InvariantBroken');
    }
  });
});
