import assert from 'node:assert/strict';
import { ChannelStatus, channelClose, channelRearm, mandateKill, mandateRotate } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, channelOpening, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow mandate_rotate', () => {
  const { escrow, onBothChains } = sharedChain();
  const rotate = async ({ deployment, mandateRef, payer, send }: EscrowFixture, to: PublicKey) =>
    send(await mandateRotate(deployment, mandateRef, to), payer);

  onBothChains('replaces the session key, and leaves channels theirs', async (registry, kind) => {
    const on = await escrowOn(registry);
    const { mandate, payer, readChannel, readMandate, session } = on;
    const [before, channel, next] = [await readMandate(), await readChannel(), key()];
    const outcome = await rotate(on, next);
    assertSame(await readMandate(), { ...before, sessionKey: next, keyEpoch: 1 });
    assertSame(await readChannel(), channel);
    assertRecorded(kind, outcome, 'sessionKeyRotated', {
      mandate,
      payer: payer.publicKey,
      oldKey: session.publicKey,
      newKey: next,
      oldEpoch: 0,
      newEpoch: 1,
    });
  });

  refusesForgeries(async () => {
    const { chain, deployment, mandateRef, payer } = await escrow();
    return { chain, instruction: await mandateRotate(deployment, mandateRef, key()), signers: [payer] };
  });

  it('goes on while paused and once expired', async () => {
    const on = await escrow();
    await whilePaused(on, () => rotate(on, key()));
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    await rotate(on, key());
    assert.equal((await on.readMandate()).keyEpoch, 2);
  });

  it('SessionKeyInvalid: wants a session key apart from the wallet', async () => {
    const { chain, deployment, mandateRef, payer } = await escrow();
    for (const to of [PublicKey.default, payer.publicKey]) {
      await expectRefused(
        chain,
        await mandateRotate(deployment, mandateRef, to),
        [payer],
        'SessionKeyInvalid',
      );
    }
  });

  it('SessionKeyUnchanged: wants another key', async () => {
    const { chain, deployment, mandateRef, payer, session } = await escrow();
    const same = await mandateRotate(deployment, mandateRef, session.publicKey);
    await expectRefused(chain, same, [payer], 'SessionKeyUnchanged');
  });

  it('MandateKilled: gives a killed mandate no new key', async () => {
    const { chain, deployment, mandateRef, payer, send } = await escrow();
    await send(await mandateKill(deployment, mandateRef), payer);
    const instruction = await mandateRotate(deployment, mandateRef, key());
    await expectRefused(chain, instruction, [payer], 'MandateKilled');
  });

  it('PayerMismatch: lets neither the session key nor a stranger choose', async () => {
    const { chain, deployment, feePayer, mandateRef, session } = await escrow();
    for (const signer of [session, feePayer]) {
      const instruction = await mandateRotate(deployment, mandateRef, key());
      const signed = withAccount(instruction, 'payer', { pubkey: signer.publicKey });
      await expectRefused(chain, signed, [signer], 'PayerMismatch');
    }
  });

  it('MathOverflow, attack 14: starts the epochs over for no one', async () => {
    const { chain, deployment, mandate, mandateRef, payer } = await escrow();
    await rewrite(chain, 'mandate', mandate, { keyEpoch: 2 ** 32 - 1 });
    const instruction = await mandateRotate(deployment, mandateRef, key());
    await expectRefused(chain, instruction, [payer], 'MathOverflow');
  });

  it('attack 39: takes all rights to allot from the old key, and gives them to the new one', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, payer, readChannel, send, session } = on;
    const next = Keypair.generate();
    await rotate(on, next.publicKey);
    const { expiresAt } = await readChannel();
    const old = await channelOpening(on, { n: 1 });
    await expectRefused(chain, old.instruction, [session, payer], 'NotPayerOrSession');
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 1n, expiresAt);
    await expectRefused(chain, rearm, [session], 'NotPayerOrSession');
    const opened = await channelOpening(on, { n: 1, authority: next.publicKey });
    await send(opened.instruction, next, payer);
    assertSame((await readChannel(opened.channel)).sessionKey, next.publicKey);
    assert.equal((await readChannel(opened.channel)).keyEpoch, 1);
  });

  it('lets anyone close the channels of the old key, also once that key is back', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, feePayer, readChannel, send, session } = on;
    const close = await channelClose(deployment, channelRef, feePayer.publicKey);
    await expectRefused(chain, close, [feePayer], 'CloseNotAllowed');
    await rotate(on, key());
    await rotate(on, session.publicKey);
    const { expiresAt } = await readChannel();
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 1n, expiresAt);
    await expectRefused(chain, rearm, [session], 'SessionRotated');
    await send(close);
    assert.equal((await readChannel()).status, ChannelStatus.Closing);
  });
});
