import assert from 'node:assert/strict';
import { channelHold, channelRefund, channelRelease } from '@agent-labs/sdk';
import { PURSE, tokenBalance } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { LONG_AFTER, payOut, story } from './stories';

describe('flow: a bad call', () => {
  it('is held and given back while the channel stays open, and good calls before and after it are paid', async () => {
    const on = await story();
    const { chain, channelRef, deployment, mint, payer, payoutOwner, send, session } = on;
    await on.settle({ cumulative: 10_000n, calls: 1 });
    await chain.advance({ seconds: 30 });
    // the second call was bad: its price alone is kept from the agent
    await on.settle({ cumulative: 20_000n, calls: 2 });
    await send(await channelHold(deployment, channelRef, session.publicKey, 10_000n), session);
    await on.settle({ cumulative: 30_000n, calls: 3 });
    const refund = await channelRefund(
      deployment,
      channelRef,
      mint,
      payoutOwner.publicKey,
      payer.publicKey,
      10_000n,
    );
    await send(refund, payoutOwner);
    assert.equal(await tokenBalance(chain, on.payerTokens), PURSE - 1_000_000n + 10_000n);
    await send(await channelRelease(deployment, channelRef, session.publicKey), session);

    await on.settle({ cumulative: 40_000n, calls: 4 });
    await chain.advance({ seconds: 200 });
    await payOut(on);
    const { paidGross, refunded, held, status } = await on.readChannel();
    assert.deepEqual([paidGross, refunded, held, status], [30_000n, 10_000n, 0n, 0]);
    assert.equal(await tokenBalance(chain, on.payoutTokens), 29_700n);
  });

  it('pays what nobody disputed, once the hold has lapsed', async () => {
    const on = await story();
    const { chain, channelRef, deployment, session, send } = on;
    await on.settle({ cumulative: 20_000n, calls: 2 });
    await send(await channelHold(deployment, channelRef, session.publicKey, 20_000n), session);
    const again = await channelHold(deployment, channelRef, session.publicKey, 1n);
    await expectRefused(chain, again, [session], 'HoldExists');
    await chain.advance({ seconds: LONG_AFTER });
    await payOut(on);
    assert.equal(await tokenBalance(chain, on.payoutTokens), 19_800n);
  });
});
