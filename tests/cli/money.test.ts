import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Keypair } from '@solana/web3.js';
import { paidCalls } from './paid-calls';
import { CliWorld, listedAgent } from './support';

describe('agentlabs mandate, channel', () => {
  let world: CliWorld;
  let agent: string;
  let mandate: string;
  let channel: string;
  let sessionFile: string;
  const agentKey = Keypair.generate();
  before(async () => {
    world = await CliWorld.start();
    agent = await listedAgent(world, 'reverser', agentKey.publicKey.toBase58());
  });
  after(() => world.stop());

  const limits = ['--mint', 'tUSD', '--deposit', '100tUSD', '--per-call-max', '1tUSD'];

  it('opens a mandate with a session key that it keeps, for its user only; a second run finds it', async () => {
    const made = await world.does('payer', 'mandate', 'open', ...limits, '--min-stake', '100tSTAKE');
    assert.equal(made.opened, true);
    ({ mandate, sessionFile } = made);
    assert.equal(statSync(sessionFile).mode & 0o777, 0o600);
    const secret = Uint8Array.from(JSON.parse(readFileSync(sessionFile, 'utf8')));
    assert.equal(Keypair.fromSecretKey(secret).publicKey.toBase58(), made.sessionKey);
    const again = await world.acts('payer', 'mandate', 'open', ...limits);
    assert.deepEqual([again.opened, again.mandate, again.transactions], [false, mandate, []]);
    assert.equal(again.sessionKey, made.sessionKey);
  });

  it('opens one with every limit there is', async () => {
    const [one, two] = [Keypair.generate(), Keypair.generate()].map(({ publicKey }) => publicKey.toBase58());
    const session = world.keyFile('session');
    const made = await world.acts(
      ...([
        'payer',
        'mandate',
        'open',
        '--id',
        '2',
        '--mint',
        world.mint.toBase58(),
        '--deposit',
        '5tokens',
      ] as const),
      ...['--per-call-max', '500000base', '--daily-cap', '2tUSD', '--total-cap', 'none', '--lifetime', '10d'],
      ...['--session', session, '--allow', agent, '--allow', `${one}`, '--min-score', '4.5'],
      ...['--attestor', `${two}`, '--approver', `${one}`, '--approver', `${two}`, '--threshold', '2'],
      ...['--approval-above', '1tUSD', '--release-approval-above', '1.5tUSD'],
    );
    const shown = await world.json('mandate', 'show', made.mandate);
    assert.equal(shown.limits.perCallMax.decimal, '0.5');
    assert.equal(shown.limits.dailyCap.decimal, '2');
    assert.equal(shown.limits.totalCap, 'no limit');
    assert.deepEqual(shown.limits.minScore, { milliStars: 4500 });
    assert.deepEqual(shown.limits.allowList, [agent, one]);
    assert.equal(shown.limits.attestor, two);
    assert.deepEqual(shown.approval.approvers, [one, two]);
    assert.deepEqual([shown.approval.threshold, shown.approval.above.decimal], [2, '1']);
    assert.equal(shown.approval.releaseAbove.decimal, '1.5');
    assert.equal(made.sessionFile, session);
  });

  it('refuses amounts without unit, of another token, too fine, too large, and limits that make none', async () => {
    for (const amount of [
      '100',
      '100USDC',
      '0.0000001tUSD',
      '1.5base',
      '-1tUSD',
      '1e3tUSD',
      '99999999999999999tUSD',
    ]) {
      await world.refused('payer', 'AmountInvalid', 2, 'mandate', 'deposit', mandate, '--', amount);
    }
    const open = ['mandate', 'open', '--id', '9', ...limits];
    await world.refused('payer', 'ApprovalIncomplete', 2, ...open, '--threshold', '1');
    await world.refused('payer', 'ArgumentInvalid', 2, ...open, '--lifetime', 'forever');
    await world.refused('payer', 'ArgumentInvalid', 2, ...open, '--min-score', '6');
    await world.refused('payer', 'MintUnknown', 2, ...open.map((word) => (word === 'tUSD' ? 'tEUR' : word)));
    await world.refused('payer', 'KeypairUnreadable', 2, ...open, '--session', 'missing.json');
  });

  it('deposits, withdraws, lists', async () => {
    const done = await world.does('payer', 'mandate', 'deposit', mandate, '5tUSD');
    assert.equal(done.deposited.baseUnits, '5000000');
    await world.does('payer', 'mandate', 'withdraw', mandate, '2.5tUSD');
    const { mandates } = await world.json('mandate', 'list');
    assert.deepEqual(
      mandates.map((entry: { id: string; free: { decimal: string } }) => [entry.id, entry.free.decimal]),
      [
        ['1', '102.5'],
        ['2', '5'],
      ],
    );
    const error = await world.refused(
      'payer',
      'InsufficientFree',
      1,
      'mandate',
      'withdraw',
      mandate,
      '500tUSD',
    );
    assert.equal(error.program, 'escrow');
    await world.refused('owner', 'PayerMismatch', 1, 'mandate', 'withdraw', mandate, '1tUSD');
    await world.refused('payer', 'NotFound', 1, 'mandate', 'show', Keypair.generate().publicKey.toBase58());
  });

  it('opens a channel; a second run uses it again; lists and shows it', async () => {
    const made = await world.does('payer', 'channel', 'open', mandate, agent, '10tUSD', '--lifetime', '2d');
    assert.deepEqual(made.done, ['channel opened']);
    channel = made.channel;
    const again = await world.acts('payer', 'channel', 'open', mandate, agent, '10tUSD', '--lifetime', '2d');
    assert.deepEqual([again.channel, again.done], [channel, []]);
    for (const by of [[], ['--mandate', mandate], ['--agent', agent], ['--payer', world.wallet('payer')]]) {
      const { channels } = await world.json('channel', 'list', ...by);
      assert.deepEqual(
        channels.map((entry: { channel: string }) => entry.channel),
        [channel],
      );
    }
    const shown = await world.json('channel', 'show', channel);
    assert.deepEqual([shown.status, shown.left.decimal, shown.calls], ['Open', '10', 0]);
    await world.refused('payer', 'NotFound', 1, 'channel', 'show', mandate.replace(/.$/, '2'));
    // a stranger's wallet without the session key allots nothing
    await world.refused(
      'owner',
      'SessionMismatch',
      2,
      'channel',
      'open',
      mandate,
      agent,
      '1tUSD',
      '--session',
      world.keyFile('another'),
    );
  });

  it('pays out what was called and settled, holds some of it, releases and refunds', async () => {
    const calls = await paidCalls({
      world,
      agent,
      agentKey,
      sessionFile,
      directory: join(world.home, 'calls'),
    });
    await calls.pay(3);
    await calls.settle();
    await calls.stop();
    const settled = await world.json('channel', 'show', channel);
    assert.deepEqual([settled.calls, settled.ledger.settled.decimal], [3, '0.03']);
    await world.refused('payer', 'NothingPayable', 1, 'channel', 'payout', channel);
    await world.does('payer', 'channel', 'hold', channel, '0.01tUSD');
    assert.equal((await world.json('channel', 'show', channel)).ledger.held.decimal, '0.01');
    await world.does('payer', 'channel', 'release', channel);
    const refunded = await world.does('owner', 'channel', 'refund', channel, '0.01tUSD');
    assert.equal(refunded.refunded.decimal, '0.01');
    await world.refused('payer', 'NotPayee', 1, 'channel', 'refund', channel, '0.01tUSD');
    await world.json('clock', 'advance', '2m');
    const paid = await world.does('payer', 'channel', 'payout', channel);
    assert.deepEqual([paid.paid.decimal, paid.to], ['0.02', world.wallet('owner')]);
  });

  it('closes, takes that back, and finishes after the grace', async () => {
    await world.does('payer', 'channel', 'close', channel);
    await world.does('payer', 'channel', 'reopen', channel);
    await world.acts('payer', 'channel', 'close', channel);
    await world.refused('payer', 'NotDrainable', 1, 'channel', 'finish', channel);
    await world.json('clock', 'advance', '2d');
    assert.equal((await world.does('payer', 'channel', 'finish', channel)).finished, true);
    await world.fails('payer', 'NotFound', 1, 'channel', 'show', channel);
  });

  it('rotates, kills and closes', async () => {
    const rotated = await world.does('payer', 'mandate', 'rotate', mandate);
    assert.notEqual(rotated.sessionFile, sessionFile);
    assert.equal((await world.json('mandate', 'show', mandate)).sessionKey, rotated.sessionKey);
    await world.does('payer', 'mandate', 'kill', mandate);
    assert.equal((await world.json('mandate', 'show', mandate)).state, 'killed');
    await world.refused('payer', 'MandateKilled', 1, 'channel', 'open', mandate, agent, '1tUSD');
    await world.does('payer', 'mandate', 'close', mandate);
    await world.fails('payer', 'NotFound', 1, 'mandate', 'show', mandate);
  });
});
