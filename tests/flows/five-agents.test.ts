import assert from 'node:assert/strict';
import {
  channelClose,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  channelSettle,
  feesSweep,
  mandateDeposit,
  mandateKill,
  mandateWithdraw,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { arriveAt, assertBooks } from '../escrow/shared';
import { agentOn, type EscrowFixture, escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { endMandate, LONG_AFTER, story } from './stories';

const DAY = 86_400n;
const NAMES = [0, 1, 2, 3, 4];

interface Line {
  agent: RegistryFixture;
  channel: PublicKey;
  payoutTokens: PublicKey;
}

describe('flow: one mandate, five agents', () => {
  let fixture: EscrowFixture;
  let agents: RegistryFixture[];
  let end: bigint;
  beforeEach(async () => {
    const base = await story({ channel: null });
    agents = [];
    for (const _ of NAMES) agents.push(await agentOn(base));
    end = (await base.chain.unixTime()) + 30n * DAY;
    // at most 100,000 a day
    const caps = { perCallMax: 50_000n, dailyCap: 100_000n, totalCap: 10_000_000n };
    fixture = await escrowOn(base, { mandate: { ...caps, expiresAt: end }, channel: null });
  });

  const opening = async (agent: RegistryFixture, n: number, amount: bigint) =>
    channelOpen(fixture.deployment, {
      authority: fixture.session.publicKey,
      rentPayer: fixture.payer.publicKey,
      mandate: fixture.mandate,
      agent: agent.agent,
      versionNumber: 1,
      n,
      amount,
      expiresAt: (await fixture.chain.unixTime()) + 900n,
    });
  const open = async (agent: RegistryFixture, n: number, amount: bigint): Promise<Line> => {
    const { instruction, channel } = await opening(agent, n, amount);
    await fixture.send(instruction, fixture.session, fixture.payer);
    const payoutTokens = await tokenAccount(fixture.chain, fixture.mint, agent.payoutOwner.publicKey, 0n);
    return { agent, channel, payoutTokens };
  };
  const voucher = async ({ channel }: Line, calls: number) =>
    fixture.voucher({ cumulative: BigInt(calls) * 10_000n, calls, expires: Number(end) }, channel);
  const settle = async (line: Line, calls: number) =>
    fixture.send(channelSettle(fixture.deployment, [await voucher(line, calls)]));
  const refOf = ({ channel }: Line) => ({ channel, mandate: fixture.mandate });
  const payout = async (line: Line) => {
    const { deployment, mint } = fixture;
    return channelPayout(deployment, refOf(line), mint, line.agent.payoutOwner.publicKey);
  };
  const finish = async (line: Line) => {
    const { deployment, payer, send } = fixture;
    const ended = await channelFinish(deployment, refOf(line), payer.publicKey, payer.publicKey);
    await send([await channelDrain(deployment, refOf(line)), ended], payer);
  };

  it('shares a daily cap among them, which is full, and whole again on the next day', async () => {
    const { chain, deployment, mandateRef, payer, payerTokens, send, session } = fixture;
    const today = (await chain.unixTime()) / DAY;
    const lines: Line[] = [];
    for (const agent of agents) lines.push(await open(agent, 0, 20_000n));
    await chain.advance({ slots: 1 });
    for (const agent of agents) {
      const { instruction } = await opening(agent, 1, 10_000n);
      await expectRefused(chain, instruction, [session, payer], 'DailyCapExceeded');
    }
    // neither a deposit nor what comes back makes room in the cap
    await send(await mandateDeposit(deployment, mandateRef, 500_000n), payer);
    const [first] = lines as [Line];
    await send(await channelClose(deployment, refOf(first), payer.publicKey), payer);
    await chain.advance({ seconds: 100, slots: 1 });
    await send(await channelDrain(deployment, refOf(first)));
    const { instruction: again } = await opening(first.agent, 1, 10_000n);
    await expectRefused(chain, again, [session, payer], 'DailyCapExceeded');

    await arriveAt(chain, (today + 1n) * DAY - 1n);
    const late = await opening(first.agent, 2, 10_000n);
    await expectRefused(chain, late.instruction, [session, payer], 'DailyCapExceeded');
    await arriveAt(chain, (today + 1n) * DAY);
    for (const agent of agents) lines.push(await open(agent, 3, 20_000n));
    const full = await opening(first.agent, 4, 10_000n);
    await expectRefused(chain, full.instruction, [session, payer], 'DailyCapExceeded');
    await assertBooks(
      fixture,
      lines.map(({ channel }) => channel),
    );

    const fresh = lines.slice(5);
    for (const line of fresh) await settle(line, 2);
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    for (const line of fresh) await send(await payout(line));
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    for (const line of fresh) assert.equal(await tokenBalance(chain, line.payoutTokens), 19_800n);
    for (const line of lines.slice(1)) await finish(line);
    const gone = await channelFinish(deployment, refOf(first), payer.publicKey, payer.publicKey);
    await send(gone, payer);
    await send(await feesSweep(deployment, mandateRef, fixture.treasury.publicKey));
    await endMandate(fixture);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 100_000n);
  });

  it('the kill switch in mid-flight: each agent settles within its grace, one comes too late', async () => {
    const { chain, deployment, mandateRef, payer, payerTokens, send } = fixture;
    const lines: Line[] = [];
    for (const agent of agents) lines.push(await open(agent, 0, 20_000n));
    await chain.advance({ slots: 1 });
    for (const line of lines) await settle(line, 1);
    const signed = await Promise.all(lines.map((line) => voucher(line, 2)));

    await send(await mandateKill(deployment, mandateRef), payer);
    const stranger = await funded(chain);
    // the last is closed later than the others: its grace counts from there
    for (const line of lines.slice(0, 4)) {
      await send(await channelClose(deployment, refOf(line), stranger.publicKey), stranger);
    }
    await chain.advance({ seconds: 50, slots: 1 });
    const [late, last] = [lines[3], lines[4]] as [Line, Line];
    await send(await channelClose(deployment, refOf(last), stranger.publicKey), stranger);
    await send(channelSettle(deployment, signed.slice(0, 3)));
    await chain.advance({ seconds: 50, slots: 1 });
    await expectRefused(chain, channelSettle(deployment, signed.slice(3, 4)), [], 'GraceOver');
    await send(channelSettle(deployment, signed.slice(4)));
    assert.equal((await fixture.readChannel(late.channel)).settled, 10_000n);

    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    for (const line of lines) await send(await payout(line));
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    for (const line of lines) await finish(line);
    await send(await feesSweep(deployment, mandateRef, fixture.treasury.publicKey));
    await endMandate(fixture);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 90_000n);
  });

  it('attack 42: one frozen payee waits, the four others and the payer get theirs', async () => {
    const { chain, deployment, mandateRef, mint, payer, payerTokens, send, treasury } = fixture;
    const lines: Line[] = [];
    for (const agent of agents) lines.push(await open(agent, 0, 20_000n));
    await chain.advance({ slots: 1 });
    for (const line of lines) await settle(line, 1);
    const [frozen] = lines as [Line];
    const owner = frozen.agent.payoutOwner.publicKey;
    await tokenAccount(chain, mint, owner, 0n, { frozen: true });
    await send(await mandateKill(deployment, mandateRef), payer);
    for (const line of lines) {
      await send(await channelClose(deployment, refOf(line), payer.publicKey), payer);
    }
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    await expectRefused(chain, await payout(frozen), [], 'token:AccountFrozen');
    for (const line of lines.slice(1)) {
      await send(await payout(line));
      assert.equal(await tokenBalance(chain, line.payoutTokens), 9_900n);
      assert.equal(await tokenBalance(chain, frozen.payoutTokens), 0n);
    }
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    for (const line of lines.slice(1)) await finish(line);
    await send(await channelDrain(deployment, refOf(frozen)));
    // all that is not the frozen payee's leaves
    const { free, allotted } = await fixture.readMandate();
    assert.deepEqual([free, allotted], [950_000n, 10_000n]);
    await send(await mandateWithdraw(deployment, mandateRef, free), payer);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 50_000n);

    await tokenAccount(chain, mint, owner, 0n);
    await send(await payout(frozen));
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    const gone = await channelFinish(deployment, refOf(frozen), payer.publicKey, payer.publicKey);
    await send(gone, payer);
    await send(await feesSweep(deployment, mandateRef, treasury.publicKey));
    await endMandate(fixture);
  });
});
