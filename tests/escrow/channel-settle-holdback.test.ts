import assert from 'node:assert/strict';
import { channelClose, channelPayout } from '@agent-labs/sdk';
import { type EscrowFixture, escrowFixture, tokenBalance } from '../fixtures/escrow';
import { NOW, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { settling } from '../helpers/ed25519';
import { expectRefused } from '../helpers/refused';

/** What a channel should know of its settled money, from the design's words. Times are seconds from `NOW`. */
class Model {
  settled = 0n;
  matured = 0n;
  pending = 0n;
  paid = 0n;
  calls = 0;
  pendingSince = 0;
  lastSettle = 0;
  /** What was settled in all, by the second. */
  readonly history: { at: number; settled: bigint }[] = [];

  constructor(readonly holdback: number) {}

  roll(now: number): void {
    if (now < this.lastSettle + this.holdback && now < this.pendingSince + this.holdback) return;
    // once the last settle is old enough, so is all before it
    this.matured = now >= this.lastSettle + this.holdback ? this.settled : this.pending;
    this.pending = this.settled;
    this.pendingSince = this.lastSettle;
  }

  settle(now: number, amount: bigint): void {
    this.roll(now);
    this.settled += amount;
    this.calls += 1;
    this.lastSettle = now;
    this.history.push({ at: now, settled: this.settled });
    if (this.pending === this.matured) [this.pending, this.pendingSince] = [this.settled, now];
  }

  /** Pays what may be paid, or changes nothing. */
  payout(now: number): boolean {
    const rolled: Model = Object.assign(Object.create(Model.prototype), this);
    rolled.roll(now);
    if (rolled.matured <= this.paid) return false;
    Object.assign(this, rolled, { paid: rolled.matured });
    return true;
  }

  /** What was settled `age` seconds ago or before. */
  settledBefore(now: number, age: number): bigint {
    return this.history.findLast(({ at }) => at + age <= now)?.settled ?? 0n;
  }
}

describe('escrow channel_settle: holdback', () => {
  /** A channel and its model, which take the same steps and must agree after each. */
  class Pair {
    now = 0;
    private constructor(
      readonly chain: TestChain,
      readonly fixture: EscrowFixture,
      readonly on: ReturnType<typeof settling>,
      readonly model: Model,
    ) {}

    static async open(holdback: number): Promise<Pair> {
      const chain = await startProgramChain('litesvm');
      const fixture = await escrowFixture(chain, { holdback: BigInt(holdback) });
      return new Pair(chain, fixture, settling(fixture), new Model(holdback));
    }

    async wait(seconds: number): Promise<void> {
      this.now += seconds;
      await this.chain.advance({ seconds, slots: 1 });
      assert.equal(await this.chain.unixTime(), NOW + BigInt(this.now));
    }

    async settle(amount: bigint): Promise<void> {
      this.model.settle(this.now, amount);
      await this.on.settle({ cumulative: this.model.settled, calls: this.model.calls });
      await this.agree();
    }

    /** @returns whether anything was paid */
    async payout(): Promise<boolean> {
      const { fixture, model, chain } = this;
      const { deployment, channelRef, mint, payoutOwner, mandate, payoutTokens } = fixture;
      const payout = await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey);
      const paid = model.payout(this.now);
      if (paid) await fixture.send(payout);
      else await expectRefused(chain, payout, [], 'NothingPayable', [mandate]);
      await this.agree();
      assert.equal(await tokenBalance(chain, payoutTokens), model.paid - (model.paid + 99n) / 100n);
      const { holdback } = model;
      assert.ok(model.paid <= model.settledBefore(this.now, holdback), `early at ${this.now}`);
      assert.ok(model.paid >= model.settledBefore(this.now, 2 * holdback), `late at ${this.now}`);
      return paid;
    }

    private async agree(): Promise<void> {
      const { settled, calls, matured, pending, pendingSince, lastSettleAt, paidGross } =
        await this.fixture.readChannel();
      const { model } = this;
      assert.deepEqual(
        [settled, calls, matured, pending, pendingSince - NOW, lastSettleAt - NOW, paidGross],
        [
          ...[model.settled, model.calls, model.matured, model.pending],
          ...[BigInt(model.pendingSince), BigInt(model.lastSettle), model.paid],
        ],
        `at ${this.now}`,
      );
    }
  }

  it('matures a single settle at the second of its holdback, not before', async () => {
    const pair = await Pair.open(60);
    await pair.settle(30_000n);
    await pair.wait(59);
    assert.equal(await pair.payout(), false);
    await pair.wait(1);
    assert.equal(await pair.payout(), true);
    assert.equal(pair.model.paid, 30_000n);
    assert.equal(await pair.payout(), false);
  });

  it('starts at the settle, not when the channel opened', async () => {
    const pair = await Pair.open(60);
    await pair.wait(300);
    await pair.settle(30_000n);
    assert.equal(await pair.payout(), false);
    await pair.wait(59);
    assert.equal(await pair.payout(), false);
    await pair.wait(1);
    assert.equal(await pair.payout(), true);
  });

  it('is not started again by later settles: the first money comes while more is settled', async () => {
    const pair = await Pair.open(60);
    for (let second = 0; second < 60; second += 10) {
      await pair.settle(1_000n);
      assert.equal(await pair.payout(), false);
      await pair.wait(10);
    }
    assert.equal(await pair.payout(), true);
    assert.equal(pair.model.paid, 1_000n);
  });

  it('gives no late settle the age of an early one', async () => {
    const pair = await Pair.open(60);
    await pair.settle(1n);
    await pair.wait(59);
    await pair.settle(49_999n);
    await pair.wait(1);
    assert.equal(await pair.payout(), true);
    assert.equal(pair.model.paid, 1n);
    await pair.wait(58);
    assert.equal(await pair.payout(), false);
    await pair.wait(1);
    assert.equal(await pair.payout(), true);
    assert.equal(pair.model.paid, 50_000n);
  });

  it('is the same whether a settle or a payout rolls, and needs neither while waiting', async () => {
    for (const rolls of [true, false]) {
      const pair = await Pair.open(60);
      await pair.settle(10n);
      await pair.wait(60);
      if (rolls) await pair.settle(10n);
      assert.equal(await pair.payout(), true);
      assert.equal(pair.model.paid, 10n);
      await pair.wait(60);
      assert.equal(await pair.payout(), rolls);
    }
  });

  it('takes settles in one second for one', async () => {
    const pair = await Pair.open(10);
    for (let n = 0; n < 4; n++) await pair.settle(5n);
    await pair.wait(10);
    assert.equal(await pair.payout(), true);
    assert.equal(pair.model.paid, 20n);
  });

  it('runs on through closing and past the last settle', async () => {
    const pair = await Pair.open(60);
    const { deployment, channelRef, session, send } = pair.fixture;
    await pair.settle(10n);
    await send(await channelClose(deployment, channelRef, session.publicKey), session);
    await pair.wait(99);
    await pair.settle(10n);
    assert.equal(await pair.payout(), true);
    await pair.wait(60);
    assert.equal(await pair.payout(), true);
    assert.equal(pair.model.paid, 20n);
  });

  for (const holdback of [10, 60, 200]) {
    for (const seed of [1, 2, 3]) {
      it(`keeps to its model in a random rhythm: holdback ${holdback}, seed ${seed}`, async () => {
        const random = mulberry32(seed * 1_000 + holdback);
        const below = (limit: number) => Math.floor(random() * limit);
        const pair = await Pair.open(holdback);
        let [settles, payouts, refusals] = [0, 0, 0];
        for (let step = 0; step < 60; step++) {
          // mostly a little on, or to the second at which something matures, or the one before
          const starts = [pair.model.pendingSince, pair.model.lastSettle];
          const due = (starts[below(4)] ?? Number.NaN) + holdback - below(2) - pair.now;
          const gap = due > 0 ? due : below(holdback / 8);
          if (pair.now + gap < 800) await pair.wait(gap);
          if (random() < 0.6) {
            await pair.settle(BigInt(1 + below(3_000)));
            settles += 1;
          } else if (await pair.payout()) payouts += 1;
          else refusals += 1;
        }
        assert.ok(settles > 15 && payouts > 0 && refusals > 5, `${[settles, payouts, refusals]}`);
        await pair.wait(2 * holdback);
        await pair.payout();
        assert.equal(pair.model.paid, pair.model.settled);
      });
    }
  }
});

/** Numbers in [0, 1), the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
