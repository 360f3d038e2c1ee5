import assert from 'node:assert/strict';
import {
  ChannelStatus,
  channelClose,
  channelDrain,
  channelReopen,
  mandateClose,
  mandateKill,
  mandateRotate,
  mandateWithdraw,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, drained, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow channel_close', () => {
  const { escrow, onBothChains } = sharedChain();

  const closing = (on: EscrowFixture, authority: Keypair = on.payer) =>
    channelClose(on.deployment, on.channelRef, authority.publicKey);
  const close = async (on: EscrowFixture, authority: Keypair = on.payer) =>
    on.send(await closing(on, authority), ...(authority === on.feePayer ? [] : [authority]));
  const refused = async (on: EscrowFixture, error: string, authority: Keypair = on.payer) =>
    expectRefused(on.chain, await closing(on, authority), [authority], error);

  onBothChains('starts the grace, and returns nothing yet', async (registry, kind) => {
    for (const who of ['payer', 'session'] as const) {
      const on = await escrowOn(registry);
      const { agent, chain, channel, mandate, readChannel, readMandate } = on;
      const [before, mandateBefore] = [await readChannel(), await readMandate()];
      const closingEndsAt = (await chain.unixTime()) + 100n;
      const outcome = await close(on, on[who]);
      assertSame(await readChannel(), { ...before, status: ChannelStatus.Closing, closingEndsAt });
      assertSame(await readMandate(), mandateBefore);
      assertRecorded(kind, outcome, 'channelClosing', {
        channel,
        mandate,
        agent,
        generation: before.generation,
        closedBy: on[who].publicKey,
        closingEndsAt,
      });
    }
  });

  refusesForgeries(async () => {
    const on = await escrow();
    return { chain: on.chain, instruction: await closing(on), signers: [on.payer] };
  });

  it('goes on while paused, and for a channel that expired', async () => {
    const on = await escrow();
    await whilePaused(on, () => close(on));
    const expired = await escrow();
    await arriveAt(expired.chain, (await expired.readChannel()).expiresAt);
    await close(expired, expired.session);
  });

  it('NotOpen: closes once, and starts no grace over', async () => {
    const on = await escrow();
    await close(on);
    await on.chain.advance({ seconds: 1 });
    for (const authority of [on.payer, on.session]) await refused(on, 'NotOpen', authority);
    await on.chain.advance({ seconds: 99 });
    await on.send(await channelDrain(on.deployment, on.channelRef));
    await refused(on, 'NotOpen');
  });

  it('ClosedInOpeningSlot: closes from the slot after its opening', async () => {
    const on = await escrow();
    await rewrite(on.chain, 'channel', on.channel, { generation: await on.chain.slot() });
    await refused(on, 'ClosedInOpeningSlot');
    await on.chain.advance({ slots: 1 });
    await close(on);
  });

  it('CloseNotAllowed: is for payer and session key while the mandate stands', async () => {
    const [on, another] = [await escrow(), await escrow()];
    for (const authority of [on.feePayer, on.creator, on.agentKey, on.payoutOwner, another.payer]) {
      await refused(on, 'CloseNotAllowed', authority);
    }
  });

  it('is for anyone once the mandate is killed', async () => {
    const on = await escrow();
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await close(on, on.feePayer);
  });

  it('is for anyone once the session key is rotated, the old one included', async () => {
    for (const who of ['feePayer', 'session'] as const) {
      const on = await escrow();
      await on.send(await mandateRotate(on.deployment, on.mandateRef, key()), on.payer);
      await close(on, on[who]);
    }
  });

  it('is for anyone from the second the mandate expires', async () => {
    const on = await escrow();
    const { expiresAt } = await on.readMandate();
    await arriveAt(on.chain, expiresAt - 1n);
    await refused(on, 'CloseNotAllowed', on.feePayer);
    await arriveAt(on.chain, expiresAt);
    await close(on, on.feePayer);
  });

  it("MandateMismatch: closes no channel of another's mandate", async () => {
    const [on, another] = [await escrow(), await escrow()];
    const theirs = withAccount(await closing(on), 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, theirs, [on.payer], 'MandateMismatch');
    // nor by a mandate of one's own that is killed
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await expectRefused(on.chain, theirs, [on.payer], 'MandateMismatch');
  });

  it('MathOverflow, attack 14: starts no grace that never ends', async () => {
    const on = await escrow();
    await rewrite(on.chain, 'channel', on.channel, { closeGrace: 2n ** 63n - 1n });
    await refused(on, 'MathOverflow');
  });

  it('attack 40: gives the payer nothing at once', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, mandateRef, payer } = on;
    const close = await closing(on);
    const drain = await channelDrain(deployment, channelRef);
    await expectRefused(chain, [close, drain], [payer], 'NotDrainable');
    const withdraw = await mandateWithdraw(deployment, mandateRef, 1_000_000n);
    await expectRefused(chain, [close, withdraw], [payer], 'InsufficientFree');
    await expectRefused(
      chain,
      [close, await mandateClose(deployment, mandateRef)],
      [payer],
      'ChannelsRemain',
    );
  });

  it('attack 40: lets the agent settle to the last second of the grace, not for longer', async () => {
    const on = await escrow();
    await close(on);
    const { closingEndsAt } = await on.readChannel();
    await arriveAt(on.chain, closingEndsAt - 1n);
    await on.settle({ cumulative: 150_000n, calls: 3 });
    await expectRefused(on.chain, await channelDrain(on.deployment, on.channelRef), [], 'NotDrainable');
    await arriveAt(on.chain, closingEndsAt);
    await assert.rejects(on.settle({ cumulative: 200_000n, calls: 9 }), /GraceOver/);
    await on.send(await channelDrain(on.deployment, on.channelRef));
    assert.equal((await on.readMandate()).free, 850_000n);
    await assertBooks(on);
  });

  it('starts a whole grace after each reopening', async () => {
    const on = await escrow();
    await close(on);
    await on.chain.advance({ seconds: 99 });
    await on.send(await channelReopen(on.deployment, on.channelRef, on.payer.publicKey), on.payer);
    const now = await on.chain.unixTime();
    await close(on);
    assert.equal((await on.readChannel()).closingEndsAt, now + 100n);
    await on.send(await channelReopen(on.deployment, on.channelRef, on.payer.publicKey), on.payer);
    await drained(on);
  });
});
