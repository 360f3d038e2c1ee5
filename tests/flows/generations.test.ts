import assert from 'node:assert/strict';
import {
  channelClose,
  channelOpen,
  channelSettle,
  configPause,
  mandateWithdraw,
  PauseBit,
  type SettleItem,
} from '@agent-labs/sdk';
import { tokenBalance } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { endChannel, LONG_AFTER, payOut, story } from './stories';

const DAY = 86_400n;

describe('flow: a channel is opened again at its address', () => {
  it('attack 10, 34: takes no voucher of its earlier life', async () => {
    const fixture = await story({ mandate: { expiresAt: 1_800_000_000n + 30n * DAY, totalCap: 1_000_000n } });
    const { chain, deployment, channelRef, mandate, agent, session, payer, send } = fixture;
    const early = await fixture.voucher({ cumulative: 10_000n, calls: 1, expires: 1_800_000_000 + 700_000 });
    const stale = await fixture.voucher({ cumulative: 50_000n, calls: 5, expires: 1_800_000_000 + 700_000 });
    await send(channelSettle(deployment, [early]));
    const before = await fixture.readChannel();

    await send(await channelClose(deployment, channelRef, payer.publicKey), payer);
    await chain.advance({ seconds: LONG_AFTER });
    await endChannel(fixture);
    const now = await chain.unixTime();
    const again = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 0,
      amount: 100_000n,
      expiresAt: now + 900n,
    });
    await send(again.instruction, session, payer);
    assert.ok(again.channel.equals(fixture.channel));
    const after = await fixture.readChannel();
    assert.ok(after.generation > before.generation);
    assert.deepEqual([after.settled, after.calls], [0n, 0]);

    await expectRefused(chain, channelSettle(deployment, [stale]), [], 'WrongTag');
    await fixture.settle({ cumulative: 10_000n, calls: 1, expires: Number(now) + 800 });
    assert.equal((await fixture.readChannel()).settled, 10_000n);
  });

  it('lives several lives there, and no voucher of one counts in another', async () => {
    const caps = { dailyCap: 2_000_000n, totalCap: 2_000_000n };
    const fixture = await story({ mandate: { expiresAt: 1_800_000_000n + 30n * DAY, ...caps } });
    const { chain, deployment, channelRef, mandate, agent, session, payer, send } = fixture;
    const [vouchers, generations]: [SettleItem[], Set<bigint>] = [[], new Set()];
    for (let life = 1n; life <= 4n; life += 1n) {
      for (const old of vouchers) {
        await expectRefused(chain, channelSettle(deployment, [old]), [], 'WrongTag');
      }
      const expires = 1_800_000_000 + 20 * Number(DAY);
      vouchers.push(await fixture.voucher({ cumulative: 60_000n, calls: 6, expires }));
      generations.add((await fixture.readChannel()).generation);
      await fixture.settle({ cumulative: 10_000n * life, calls: Number(life), expires });

      await send(await channelClose(deployment, channelRef, payer.publicKey), payer);
      await chain.advance({ seconds: LONG_AFTER, slots: 1 });
      await endChannel(fixture);
      const again = await channelOpen(deployment, {
        authority: session.publicKey,
        rentPayer: payer.publicKey,
        mandate,
        agent,
        versionNumber: 1,
        n: 0,
        amount: 70_000n,
        expiresAt: (await chain.unixTime()) + 900n,
      });
      await send(again.instruction, session, payer);
      await chain.advance({ slots: 1 });
    }
    assert.equal(generations.size, 4);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 99_000n);
    const { allotted, free, totalCharged } = await fixture.readMandate();
    // charged for each life, and never credited back
    assert.deepEqual([allotted, free, totalCharged], [70_000n, 830_000n, 480_000n]);
  });

  it('cannot be closed in the slot it opened in', async () => {
    const fixture = await story();
    const { chain, deployment, mandate, agent, session, payer, send } = fixture;
    const { expiresAt } = await fixture.readChannel();
    const opened = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 7,
      amount: 50_000n,
      expiresAt,
    });
    const ref = { channel: opened.channel, mandate };
    const close = await channelClose(deployment, ref, payer.publicKey);
    const both = [opened.instruction, close];
    await expectRefused(chain, both, [session, payer], 'ClosedInOpeningSlot', [opened.channel]);
    await send(opened.instruction, session, payer);
    await chain.advance({ slots: 1 });
    await send(close, payer);
  });
});

describe('flow: the protocol is paused', () => {
  it('attack 55: takes nothing new, and lets everything out', async () => {
    const fixture = await story();
    const { chain, deployment, pauser, mandate, agent, session, payer, send } = fixture;
    const pause = await configPause(deployment, {
      signer: pauser.publicKey,
      bits: PauseBit.Open | PauseBit.Deposit | PauseBit.Register,
    });
    await send(pause.instruction, pauser);
    const { expiresAt } = await fixture.readChannel();
    const open = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 1,
      amount: 50_000n,
      expiresAt,
    });
    await expectRefused(chain, open.instruction, [session, payer], 'Paused');

    await fixture.settle({ cumulative: 20_000n, calls: 2 });
    await chain.advance({ seconds: 60 });
    await payOut(fixture);
    const before = await tokenBalance(chain, fixture.payerTokens);
    await send(await mandateWithdraw(deployment, fixture.mandateRef, 800_000n), payer);
    await send(await channelClose(deployment, fixture.channelRef, payer.publicKey), payer);
    await chain.advance({ seconds: LONG_AFTER });
    await endChannel(fixture);
    await send(await mandateWithdraw(deployment, fixture.mandateRef, 180_000n), payer);
    assert.equal((await tokenBalance(chain, fixture.payerTokens)) - before, 980_000n);
  });
});
