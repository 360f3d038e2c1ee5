import assert from 'node:assert/strict';
import { channelClose, channelPayout, feesSweep, mandateClose } from '@agent-labs/sdk';
import { PURSE, tokenBalance } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { endChannel, endMandate, LONG_AFTER, payOut, settleAll, story } from './stories';

describe('flow: from deposit to the last token and lamport', () => {
  it('accounts for all of both, in four transactions of the channel besides settling', async () => {
    const fixture = await story();
    const { chain, deployment, channel, channelRef, mandate, vault, payer, send } = fixture;
    const lamports = async () => (await chain.getAccount(payer.publicKey))?.lamports ?? 0n;
    const rentOf = async (...accounts: (typeof channel)[]) => {
      const states = await Promise.all(accounts.map((at) => chain.getAccount(at)));
      return states.reduce((sum, state) => sum + (state?.lamports ?? 0n), 0n);
    };
    const rents = await rentOf(channel, mandate, vault);
    const before = await lamports();

    // one: the channel was opened by the fixture; 40 calls in four settles
    for (const calls of [10, 20, 30, 40]) {
      await settleAll(fixture, await fixture.voucher({ cumulative: BigInt(calls) * 3_333n, calls }));
      await chain.advance({ seconds: 5 });
    }
    const settled = 40n * 3_333n;
    await chain.advance({ seconds: 60 });
    await payOut(fixture); // two
    const fee = (settled + 99n) / 100n;
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), settled - fee);

    await send(await channelClose(deployment, channelRef, payer.publicKey), payer); // three
    await chain.advance({ seconds: LONG_AFTER });
    await endChannel(fixture); // four
    assert.equal(await chain.getAccount(channel), null);

    const close = await mandateClose(deployment, fixture.mandateRef);
    await expectRefused(chain, close, [payer], 'FeesRemain');
    await send(await feesSweep(deployment, fixture.mandateRef, fixture.treasury.publicKey));
    assert.equal(await tokenBalance(chain, fixture.treasuryTokens), fee);
    await endMandate(fixture);

    assert.equal(await tokenBalance(chain, fixture.payerTokens), PURSE - settled);
    for (const gone of [mandate, vault]) assert.equal(await chain.getAccount(gone), null);
    assert.equal(await lamports(), before + rents, 'the payer has every lamport of rent back');
  });

  it('charges the same fee however the payouts are cut', async () => {
    const fees: bigint[] = [];
    for (const cuts of [[99_999n], [1n, 2n, 33_333n, 66_667n, 99_999n]]) {
      const fixture = await story();
      let calls = 0;
      for (const cumulative of cuts) {
        calls += 2;
        await settleAll(fixture, await fixture.voucher({ cumulative, calls }));
        await fixture.chain.advance({ seconds: 60 });
        await payOut(fixture);
      }
      fees.push((await fixture.readMandate()).feesAccrued);
      assert.equal(
        await tokenBalance(fixture.chain, fixture.payoutTokens),
        99_999n - (fees.at(-1) as bigint),
      );
    }
    assert.deepEqual(fees, [1_000n, 1_000n]);
  });

  it('attack 42: a frozen payee blocks only itself', async () => {
    const fixture = await story();
    const { chain, deployment, mint, payoutOwner, payer, send } = fixture;
    await fixture.settle({ cumulative: 20_000n, calls: 2 });
    await chain.advance({ seconds: 60 });
    const account = await chain.getAccount(fixture.payoutTokens);
    assert.ok(account);
    const frozen = Buffer.from(account.data);
    frozen[108] = 2;
    await chain.setAccount(fixture.payoutTokens, { ...account, data: frozen });
    const payout = await channelPayout(deployment, fixture.channelRef, mint, payoutOwner.publicKey);
    await expectRefused(chain, payout, [], 'token:AccountFrozen', [fixture.mandate, fixture.channel]);

    // the payer's own exit stands open, and the thawed payee gets all of it
    await send(await channelClose(deployment, fixture.channelRef, payer.publicKey), payer);
    await chain.advance({ seconds: LONG_AFTER });
    await chain.setAccount(fixture.payoutTokens, account);
    await endChannel(fixture);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 19_800n);
  });
});
