import assert from 'node:assert/strict';
import {
  channelClose,
  channelOpen,
  channelRearm,
  channelReopen,
  feesSweep,
  mandateKill,
  mandateRotate,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { PURSE, tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { endChannel, endMandate, LONG_AFTER, settleAll, story } from './stories';

describe('flow: the kill switch', () => {
  it('stops allotting at once, leaves the agent its grace, and gives the rest back', async () => {
    const fixture = await story();
    const { chain, deployment, channelRef, session, payer, send } = fixture;
    await fixture.settle({ cumulative: 10_000n, calls: 1 });
    const last = await fixture.voucher({ cumulative: 30_000n, calls: 3 });
    await send(await mandateKill(deployment, fixture.mandateRef), payer);

    const expiresAt = (await fixture.readChannel()).expiresAt;
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 1n, expiresAt);
    await expectRefused(chain, rearm, [session], 'MandateKilled');
    const stranger = await funded(chain);
    await send(await channelClose(deployment, channelRef, stranger.publicKey), stranger);
    const reopen = await channelReopen(deployment, channelRef, payer.publicKey);
    await expectRefused(chain, reopen, [payer], 'ReopenNotAllowed');

    await chain.advance({ seconds: 99 });
    await settleAll(fixture, last);
    await chain.advance({ seconds: LONG_AFTER });
    // the payer need not wait for its own rating window
    await endChannel(fixture);
    await send(await feesSweep(deployment, fixture.mandateRef, fixture.treasury.publicKey));
    await endMandate(fixture);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 29_700n);
    assert.equal(await tokenBalance(chain, fixture.payerTokens), PURSE - 30_000n);
  });
});

describe('flow: a stolen session key', () => {
  it('takes at most what the caps let be allotted, and nothing once it is rotated', async () => {
    const fixture = await story();
    const { chain, deployment, mandate, agent, session, payer, send } = fixture;
    // the thief works with an agent, and allots and settles as fast as the caps allow: 400,000 a day
    const expiresAt = (await fixture.readChannel()).expiresAt;
    await send(
      await channelRearm(deployment, fixture.channelRef, session.publicKey, 200_000n, expiresAt),
      session,
    );
    const more = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 1,
      amount: 10_000n,
      expiresAt,
    });
    await expectRefused(chain, more.instruction, [session, payer], 'DailyCapExceeded');
    await fixture.settle({ cumulative: 400_000n, calls: 8 });

    const fresh = Keypair.generate();
    await send(await mandateRotate(deployment, fixture.mandateRef, fresh.publicKey), payer);
    await expectRefused(chain, more.instruction, [session, payer], 'NotPayerOrSession');
    const rearm = await channelRearm(deployment, fixture.channelRef, fresh.publicKey, 1n, expiresAt);
    await expectRefused(chain, rearm, [fresh], 'SessionRotated');

    const stranger = await funded(chain);
    await send(await channelClose(deployment, fixture.channelRef, stranger.publicKey), stranger);
    await chain.advance({ seconds: LONG_AFTER });
    await endChannel(fixture);
    await send(await feesSweep(deployment, fixture.mandateRef, fixture.treasury.publicKey));
    await endMandate(fixture);
    assert.equal(await tokenBalance(chain, fixture.payerTokens), PURSE - 400_000n);
  });
});
