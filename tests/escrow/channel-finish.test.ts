import assert from 'node:assert/strict';
import {
  channelDrain,
  channelFinish,
  channelHold,
  channelPayout,
  channelRefund,
  channelSettle,
  mandateClose,
  mandateKill,
} from '@agent-labs/sdk';
import { type Keypair, SystemProgram } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { SOL } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf } from '../registry/support';
import {
  arriveAt,
  assertBooks,
  channelOpening,
  drained,
  FAR,
  openAnother,
  rewrite,
  sharedChain,
  whilePaused,
} from './shared';

describe('escrow channel_finish', () => {
  const { escrow, onBothChains } = sharedChain();

  const finishing = (on: EscrowFixture, authority: Keypair = on.feePayer) =>
    channelFinish(on.deployment, on.channelRef, authority.publicKey, on.payer.publicKey);
  const finish = async (on: EscrowFixture, authority: Keypair = on.feePayer) =>
    on.send(await finishing(on, authority), ...(authority === on.feePayer ? [] : [authority]));
  const refused = async (on: EscrowFixture, error: string, authority: Keypair = on.feePayer) =>
    expectRefused(on.chain, await finishing(on, authority), [authority], error);
  const pay = async (on: EscrowFixture) =>
    on.send(await channelPayout(on.deployment, on.channelRef, on.mint, on.payoutOwner.publicKey));
  /** With 100,000 settled, drained and paid. */
  const paid = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.settle({ cumulative: 100_000n, calls: 4 });
    await drained(on);
    await pay(on);
    return on;
  };
  /** The fixture's channel once more, at the same address. */
  const reopening = (on: EscrowFixture) => channelOpening(on, { amount: 150_000n });

  onBothChains('ends a channel, and gives its rent to whoever paid it', async (registry, kind) => {
    const on = await paid(await escrowOn(registry));
    const { agent, chain, channel, mandate, payer, readMandate, send } = on;
    await chain.advance({ seconds: 300, slots: 1 });
    await send(donation(on.feePayer.publicKey, channel, 3n));
    const [before, channelBefore] = [await readMandate(), await on.readChannel()];
    const [rent, lamports] = [await lamportsOf(chain, channel), await lamportsOf(chain, payer.publicKey)];
    const outcome = await finish(on);
    assert.equal(await chain.getAccount(channel), null);
    assert.equal(await lamportsOf(chain, payer.publicKey), lamports + rent);
    assertSame(await readMandate(), { ...before, channels: 0 });
    await assertBooks(on, []);
    assertRecorded(kind, outcome, 'channelFinished', {
      channel,
      mandate,
      agent,
      generation: channelBefore.generation,
      calls: 4,
      allotted: 200_000n,
      settled: 100_000n,
      paidGross: 100_000n,
      returned: 100_000n,
      refunded: 0n,
      rentPayer: payer.publicKey,
    });
  });

  refusesForgeries(
    async () => {
      const on = await escrow();
      await drained(on);
      return { chain: on.chain, instruction: await finishing(on, on.session), signers: [on.session] };
    },
    {
      twice: {
        'mandate as rent_payer': 'RentPayerMismatch',
        'channel as rent_payer': 'RentPayerMismatch',
      },
    },
  );

  it('ends a channel without settles at once, for anyone, while paused and killed', async () => {
    const on = await escrow();
    await drained(on);
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await whilePaused(on, () => finish(on));
    await on.send(await mandateClose(on.deployment, on.mandateRef), on.payer);
  });

  it('gives the rent to the session key where that has paid it', async () => {
    const on = await escrow({ channel: null });
    const { chain, channelRef, deployment, feePayer, send, session } = on;
    await openAnother(on, { rentPayer: session.publicKey });
    await arriveAt(chain, (await on.readChannel()).expiresAt);
    await send(await channelDrain(deployment, channelRef));
    await refused(on, 'RentPayerMismatch');
    const before = await lamportsOf(chain, session.publicKey);
    const rent = await lamportsOf(chain, on.channel);
    await send(await channelFinish(deployment, channelRef, feePayer.publicKey, session.publicKey));
    assert.equal(await lamportsOf(chain, session.publicKey), before + rent);
  });

  it('NotDraining: ends neither an open channel nor a closing one, not even an expired one', async () => {
    const on = await escrow();
    for (const authority of [on.feePayer, on.payer]) await refused(on, 'NotDraining', authority);
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    for (const authority of [on.feePayer, on.payer]) await refused(on, 'NotDraining', authority);
  });

  it('HeldOrDisputed: ends no channel with a hold or a dispute', async () => {
    const on = await paid(await escrow());
    await on.chain.advance({ seconds: 300, slots: 1 });
    await rewrite(on.chain, 'channel', on.channel, { openDisputes: 1 });
    await refused(on, 'HeldOrDisputed', on.payer);
    const held = { openDisputes: 0, paidGross: 99_999n, held: 1n, heldUntil: FAR };
    await rewrite(on.chain, 'channel', on.channel, held);
    await refused(on, 'HeldOrDisputed', on.payer);
    await rewrite(on.chain, 'channel', on.channel, { openDisputes: 1, holdDisputed: 1, heldUntil: 0n });
    await refused(on, 'HeldOrDisputed', on.payer);
  });

  it('UnpaidRemains: what was held and lapsed is to be paid before a channel ends', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, payer, send } = on;
    await on.settle({ cumulative: 100_000n, calls: 4 });
    await send(await channelHold(deployment, channelRef, payer.publicKey, 40_000n), payer);
    const { heldUntil } = await on.readChannel();
    await drained(on);
    await pay(on);
    await arriveAt(chain, heldUntil - 1n);
    await refused(on, 'HeldOrDisputed', payer);
    await arriveAt(chain, heldUntil);
    await refused(on, 'UnpaidRemains', payer);
    await pay(on);
    await chain.advance({ seconds: 300, slots: 1 });
    await finish(on, payer);
  });

  it('UnpaidRemains: ends no channel before the last unit is paid or refunded', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, mint, payer, payoutOwner, send } = on;
    await on.settle({ cumulative: 100_000n, calls: 4 });
    await drained(on);
    await chain.advance({ seconds: 500, slots: 1 });
    await refused(on, 'UnpaidRemains', payer);
    const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
    await send(await channelRefund(deployment, channelRef, ...parties, 99_999n), payoutOwner);
    await refused(on, 'UnpaidRemains', payer);
    await pay(on);
    await finish(on, payer);
  });

  it('ends a channel that was refunded in full, its windows counting from settle and opening', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, mint, payer, payoutOwner, send } = on;
    await on.settle({ cumulative: 100_000n, calls: 4 });
    const { lastSettleAt } = await on.readChannel();
    const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
    await send(await channelRefund(deployment, channelRef, ...parties, 100_000n), payoutOwner);
    await drained(on);
    await arriveAt(chain, lastSettleAt + 299n);
    await refused(on, 'ClaimWindowOpen');
    await arriveAt(chain, lastSettleAt + 300n);
    await finish(on);
  });

  it('ClaimWindowOpen: waits for claims to the second, the payer too', async () => {
    const on = await paid(await escrow());
    const { lastSettleAt } = await on.readChannel();
    for (const authority of [on.feePayer, on.payer]) await refused(on, 'ClaimWindowOpen', authority);
    await arriveAt(on.chain, lastSettleAt + 299n);
    for (const authority of [on.feePayer, on.payer]) await refused(on, 'ClaimWindowOpen', authority);
    await arriveAt(on.chain, lastSettleAt + 300n);
    await finish(on);
  });

  it("RatingWindowOpen: waits for the payer's rating to the second, but for the payer", async () => {
    for (const who of ['feePayer', 'payer'] as const) {
      const on = await escrow();
      await on.settle({ cumulative: 100_000n, calls: 4 });
      await drained(on);
      await on.chain.advance({ seconds: 300, slots: 1 });
      await pay(on);
      const { lastPayoutAt } = await on.readChannel();
      await arriveAt(on.chain, lastPayoutAt + 89n);
      for (const authority of [on.feePayer, on.session, on.creator]) {
        await refused(on, 'RatingWindowOpen', authority);
      }
      if (who === 'feePayer') await arriveAt(on.chain, lastPayoutAt + 90n);
      await finish(on, on[who]);
    }
  });

  it("MandateMismatch: ends no channel in another mandate's name", async () => {
    const [on, another] = [await escrow(), await escrow()];
    await drained(on);
    const instruction = await finishing(on);
    for (const [name, pubkey] of [
      ['mandate', another.mandate],
      ['channel', another.channel],
    ] as const) {
      const wrong = withAccount(instruction, name, { pubkey });
      await expectRefused(on.chain, wrong, [on.feePayer], 'MandateMismatch');
    }
  });

  it('RentPayerMismatch: gives the rent to no one else', async () => {
    const on = await escrow();
    await drained(on);
    for (const pubkey of [on.feePayer.publicKey, on.session.publicKey, key()]) {
      const stolen = withAccount(await finishing(on), 'rent_payer', { pubkey });
      await expectRefused(on.chain, stolen, [on.feePayer], 'RentPayerMismatch');
    }
  });

  it('MathOverflow, InvariantBroken: ends nothing that the books do not hold', async () => {
    const on = await escrow();
    await drained(on);
    for (const [fields, error] of [
      [{ channels: 0 }, 'MathOverflow'],
      [{ channels: 1, allotted: 1n }, 'InvariantBroken'],
    ] as const) {
      await rewrite(on.chain, 'mandate', on.mandate, fields);
      await refused(on, error);
    }
    const overdue = await paid(await escrow());
    await rewrite(overdue.chain, 'channel', overdue.channel, { claimWindow: 2n ** 63n - 1n });
    await refused(overdue, 'MathOverflow');
  });

  it('attack 9: leaves nothing to revive by lamports sent in the same transaction', async () => {
    const on = await escrow();
    const { chain, channel, feePayer, payer, send, session } = on;
    await drained(on);
    await send([await finishing(on), donation(feePayer.publicKey, channel, SOL / 100n)]);
    const state = await chain.getAccount(channel);
    assertSame([state?.owner, state?.data.length], [SystemProgram.programId, 0]);
    await refused(on, 'AccountOwnedByWrongProgram');
    assert.equal((await on.readMandate()).channels, 0);
    await send((await reopening(on)).instruction, session, payer);
    await assertBooks(on);
  });

  it('attack 10: gives old vouchers no hold on a new channel at the address, in the same transaction too', async () => {
    const on = await escrow();
    const { chain, channel, deployment, payer, readChannel, send, session } = on;
    const old = await on.voucher({ cumulative: 100_000n, calls: 2 });
    const { generation, tag } = await readChannel();
    await drained(on);
    await send([await finishing(on), (await reopening(on)).instruction], session, payer);
    const next = await readChannel(channel);
    assert.ok(next.generation > generation);
    assert.notDeepEqual(next.tag, tag);
    assert.deepEqual([next.settled, next.calls, next.allotted], [0n, 0, 150_000n]);
    await expectRefused(chain, channelSettle(deployment, [old]), [], 'WrongTag');
    await on.settle({ cumulative: 100_000n, calls: 2 });
    await assertBooks(on);
  });
});
