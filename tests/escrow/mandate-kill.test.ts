import assert from 'node:assert/strict';
import {
  ChannelStatus,
  channelClose,
  channelPayout,
  channelRearm,
  channelReopen,
  mandateKill,
  mandateWithdraw,
} from '@agent-labs/sdk';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { arriveAt, assertBooks, channelOpening, sharedChain, whilePaused } from './shared';

describe('escrow mandate_kill', () => {
  const { escrow, onBothChains } = sharedChain();
  const kill = async ({ deployment, mandateRef, payer, send }: EscrowFixture) =>
    send(await mandateKill(deployment, mandateRef), payer);

  onBothChains('stamps the mandate and touches nothing else', async (registry, kind) => {
    const on = await escrowOn(registry);
    const { chain, mandate, payer, readChannel, readMandate } = on;
    const [before, channel, killedAt] = [await readMandate(), await readChannel(), await chain.unixTime()];
    const outcome = await kill(on);
    assertSame(await readMandate(), { ...before, killedAt });
    assertSame(await readChannel(), channel);
    assertRecorded(kind, outcome, 'mandateKilled', { mandate, payer: payer.publicKey, killedAt });
  });

  refusesForgeries(async () => {
    const { chain, deployment, mandateRef, payer } = await escrow();
    return { chain, instruction: await mandateKill(deployment, mandateRef), signers: [payer] };
  });

  it('goes on while paused and once expired', async () => {
    const [paused, expired] = [await escrow(), await escrow()];
    await whilePaused(paused, () => kill(paused));
    await arriveAt(expired.chain, (await expired.readMandate()).expiresAt);
    await kill(expired);
  });

  it('MandateKilled: is one way, and stamps once', async () => {
    const on = await escrow();
    await kill(on);
    await on.chain.advance({ seconds: 5 });
    await expectRefused(
      on.chain,
      await mandateKill(on.deployment, on.mandateRef),
      [on.payer],
      'MandateKilled',
    );
  });

  it('PayerMismatch: is neither for the session key nor for a stranger', async () => {
    const { chain, deployment, feePayer, mandateRef, session } = await escrow();
    for (const signer of [session, feePayer]) {
      const instruction = await mandateKill(deployment, mandateRef);
      const signed = withAccount(instruction, 'payer', { pubkey: signer.publicKey });
      await expectRefused(chain, signed, [signer], 'PayerMismatch');
    }
  });

  it('ends all allotting at once, by session key and wallet', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, payer, readChannel, session } = on;
    await kill(on);
    const { expiresAt } = await readChannel();
    for (const signer of [session, payer]) {
      const authority = signer.publicKey;
      const { instruction } = await channelOpening(on, { authority, n: 1 });
      await expectRefused(chain, instruction, [signer, payer], 'MandateKilled');
      const rearm = await channelRearm(deployment, channelRef, authority, 10_000n, expiresAt);
      await expectRefused(chain, rearm, [signer], 'MandateKilled');
    }
  });

  it('lets anyone close each channel, for good, while the agent settles and is paid', async () => {
    const on = await escrow();
    const {
      chain,
      channelRef,
      deployment,
      feePayer,
      mandateRef,
      mint,
      payer,
      payoutOwner,
      readChannel,
      send,
    } = on;
    await kill(on);
    await send(await channelClose(deployment, channelRef, feePayer.publicKey));
    assert.equal((await readChannel()).status, ChannelStatus.Closing);
    const reopen = await channelReopen(deployment, channelRef, payer.publicKey);
    await expectRefused(chain, reopen, [payer], 'ReopenNotAllowed');
    await on.settle({ cumulative: 50_000n });
    await chain.advance({ seconds: 60 });
    await send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    await send(await mandateWithdraw(deployment, mandateRef, 800_000n), payer);
    await assertBooks(on);
  });
});
