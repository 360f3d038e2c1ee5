import assert from 'node:assert/strict';
import { loadLib } from './load-lib';

// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
let lib: any;

const PAYER = 'the payer';
const OTHER = 'somebody else';
const NOW = 1_000_000;

/** An open channel with nothing settled, of a mandate that stands. */
const channel = (changes: object = {}) => ({
  status: 'Open',
  openedAt: NOW - 100,
  expiresAt: NOW + 1_000,
  closingEndsAt: 0,
  settled: 0n,
  paidGross: 0n,
  refunded: 0n,
  held: 0n,
  heldUntil: 0,
  holdDisputed: false,
  openDisputes: 0,
  payable: 0n,
  unpaid: 0n,
  maturesAt: 0,
  lastSettleAt: 0,
  lastPayoutAt: 0,
  claimWindow: 500,
  ratingWindow: 900,
  keyEpoch: 0,
  ...changes,
});
const mandate = (changes: object = {}) => ({
  payer: PAYER,
  killedAt: 0,
  keyEpoch: 0,
  expiresAt: NOW + 5_000,
  ...changes,
});

describe('what can be done with a channel, and when', () => {
  before(async () => {
    lib = await loadLib();
  });

  const can = (act: string, on: object, of = mandate(), wallet: string | null = PAYER, now = NOW) =>
    lib.possible(act, on, of, { wallet, now });
  const yes = (...input: Parameters<typeof can>) => assert.deepEqual(can(...input), { can: true });
  const no = (why: RegExp, at: number, ...input: Parameters<typeof can>) => {
    const found = can(...input);
    assert.equal(found.can, false);
    assert.match(found.why, why);
    assert.equal(found.at, at);
  };

  it('asks for a wallet before anything', () => {
    for (const act of lib.CHANNEL_ACTS) no(/Connect a wallet/, 0, act, channel(), mandate(), null);
  });

  it('allots more to an open channel, by its payer, while the mandate stands', () => {
    yes('rearm', channel());
    no(/Only its payer/, 0, 'rearm', channel(), mandate(), OTHER);
    no(/was stopped/, 0, 'rearm', channel(), mandate({ killedAt: 5 }));
    no(/key was replaced/, 0, 'rearm', channel(), mandate({ keyEpoch: 1 }));
    no(/has expired/, 0, 'rearm', channel(), mandate({ expiresAt: NOW }));
    no(/winding down/, 0, 'rearm', channel({ status: 'Closing' }));
    no(/expired/, 0, 'rearm', channel({ expiresAt: NOW }));
  });

  it('is closed by its payer, and by anyone once the mandate winds down', () => {
    yes('close', channel());
    no(/Only its payer/, 0, 'close', channel(), mandate(), OTHER);
    for (const winding of [{ killedAt: 5 }, { keyEpoch: 1 }, { expiresAt: NOW }]) {
      yes('close', channel(), mandate(winding), OTHER);
    }
    no(/closed already/, 0, 'close', channel({ status: 'Closing' }));
  });

  it('is taken back by its payer alone, in the grace, and never once the mandate winds down', () => {
    const closing = channel({ status: 'Closing', closingEndsAt: NOW + 10 });
    yes('reopen', closing);
    no(/Only its payer/, 0, 'reopen', closing, mandate(), OTHER);
    no(/time to take it back is over/, 0, 'reopen', closing, mandate(), PAYER, NOW + 10);
    no(/was stopped/, 0, 'reopen', closing, mandate({ killedAt: 5 }));
    no(/not closing/, 0, 'reopen', channel());
  });

  it('gives the rest back to the second, at the end of the grace or of its own time', () => {
    no(/may settle until it expires/, NOW + 1_000, 'drain', channel());
    yes('drain', channel(), mandate(), OTHER, NOW + 1_000);
    const closing = channel({ status: 'Closing', closingEndsAt: NOW + 10 });
    no(/may still settle/, NOW + 10, 'drain', closing);
    yes('drain', closing, mandate(), OTHER, NOW + 10);
    no(/may still settle/, NOW + 5, 'drain', { ...closing, expiresAt: NOW + 5 });
    no(/already/, 0, 'drain', channel({ status: 'Draining' }));
  });

  it('pays out what has matured, and says when more will', () => {
    yes('payout', channel({ payable: 1n, unpaid: 5n }), mandate(), OTHER);
    no(/has to mature/, NOW + 60, 'payout', channel({ unpaid: 5n, maturesAt: NOW + 60 }));
    no(/is held/, 0, 'payout', channel({ held: 5n, settled: 5n }));
    no(/paid out/, 0, 'payout', channel());
  });

  it('ends once all is paid and nothing can be claimed; others wait for the payer to rate', () => {
    const drained = { status: 'Draining', settled: 10n, paidGross: 8n, refunded: 2n };
    const since = { lastSettleAt: NOW - 500, lastPayoutAt: NOW - 100 };
    yes('finish', channel({ ...drained, ...since }));
    no(/may still rate/, NOW + 800, 'finish', channel({ ...drained, ...since }), mandate(), OTHER);
    yes('finish', channel({ ...drained, ...since }), mandate(), OTHER, NOW + 800);
    no(/still be disputed/, NOW + 1, 'finish', channel({ ...drained, ...since, lastSettleAt: NOW - 499 }));
    no(/dispute about it is open/, 0, 'finish', channel({ ...drained, openDisputes: 1 }));
    no(/is held/, NOW + 7, 'finish', channel({ ...drained, held: 1n, heldUntil: NOW + 7 }));
    no(/paid out first/, 0, 'finish', channel({ ...drained, paidGross: 7n }));
    no(/drained first/, 0, 'finish', channel());
    yes('finish', channel({ status: 'Draining' }), mandate(), OTHER);
  });

  it('proposes one thing next, or what it waits for', () => {
    const next = (on: object, wallet: string | null = PAYER, of = mandate()) =>
      lib.nextAct(on, of, { wallet, now: NOW });
    assert.equal(next(channel({ payable: 1n })), 'payout');
    assert.equal(next(channel()), 'close');
    assert.equal(next(channel(), OTHER), 'drain');
    assert.equal(next(channel({ unpaid: 1n, maturesAt: NOW + 1 }), OTHER), 'payout');
    assert.equal(next(channel({ status: 'Closing', closingEndsAt: NOW + 9 })), 'reopen');
    assert.equal(next(channel({ status: 'Closing', closingEndsAt: NOW })), 'drain');
    assert.equal(next(channel({ status: 'Draining' })), 'finish');
    assert.equal(next(channel({ status: 'Draining', openDisputes: 1 })), null);
    assert.equal(next(channel(), null), null);
  });

  it('is told apart by where it stands', () => {
    const state = (on: object) => lib.channelState(on, NOW);
    assert.deepEqual(
      [
        channel(),
        channel({ expiresAt: NOW }),
        channel({ status: 'Closing' }),
        channel({ status: 'Draining' }),
      ].map(state),
      ['open', 'expired', 'closing', 'drained'],
    );
  });
});

describe('limits of a mandate', () => {
  before(async () => {
    lib = await loadLib();
  });
  const limits = (perCallMax: bigint, dailyCap: bigint | null, totalCap: bigint | null) => ({
    deposit: 0n,
    perCallMax,
    dailyCap,
    totalCap,
  });

  it('are refused here where the chain would', () => {
    assert.equal(lib.limitProblem(limits(1n, 1n, 1n)), null);
    assert.equal(lib.limitProblem(limits(1n, null, null)), null);
    assert.equal(lib.limitProblem(limits(5n, null, 5n)), null);
    assert.match(lib.limitProblem(limits(2n, 1n, null)), /lower the call/);
    assert.match(lib.limitProblem(limits(2n, null, 1n)), /lower the call/);
    assert.match(lib.limitProblem(limits(1n, 3n, 2n)), /lower the day/);
  });

  it('of a day are those of all days where only these are given', () => {
    assert.deepEqual(lib.capsOf(limits(1n, null, 9n)), { dailyCap: 9n, totalCap: 9n });
    assert.deepEqual(lib.capsOf(limits(1n, 4n, null)), { dailyCap: 4n, totalCap: null });
    assert.deepEqual(lib.capsOf(limits(1n, null, null)), { dailyCap: null, totalCap: null });
  });

  it('of a day begin anew at midnight UTC', () => {
    assert.equal(lib.nextReset(0), 86_400);
    assert.equal(lib.nextReset(86_399), 86_400);
    assert.equal(lib.nextReset(86_400), 172_800);
  });

  it('of a score are read to the thousandth', () => {
    for (const [text, stars] of [
      ['', 0],
      ['  ', 0],
      ['1', 1_000],
      ['4.25', 4_250],
      ['4,5', 4_500],
      ['5.000', 5_000],
    ]) {
      assert.equal(lib.milliStars(text), stars, String(text));
    }
    for (const wrong of ['0', '0.9', '5.001', '6', '-1', 'four', '4.2555', '1e1']) {
      assert.throws(() => lib.milliStars(wrong), { name: 'ScoreInvalid' }, wrong);
    }
  });
});

describe('files for a spreadsheet', () => {
  before(async () => {
    lib = await loadLib();
  });

  it('quote what has to be, and run nothing', () => {
    assert.equal(
      lib.csv([
        ['a', 'b c', 'd,e', 'say "so"', 'two\nlines'],
        ['=1+1', '-5', '-5.25', '-a', '@x', '+1'],
      ]),
      'a,b c,"d,e","say ""so""","two\nlines"\r\n\'=1+1,-5,-5.25,\'-a,\'@x,\'+1\r\n',
    );
  });
});
