import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Keypair } from '@solana/web3.js';
import { CliWorld, listedAgent } from './support';

describe('agentlabs job', () => {
  let world: CliWorld;
  let agent: string;
  let mandate: string;
  let terms: string;
  let agentFile: string;
  before(async () => {
    world = await CliWorld.start();
    const agentKey = Keypair.generate();
    agentFile = world.keyFile('agent-key', agentKey);
    agent = await listedAgent(world, 'worker', agentKey.publicKey.toBase58());
    const limits = ['--mint', 'tUSD', '--deposit', '100tUSD', '--per-call-max', '1tUSD'];
    ({ mandate } = await world.acts('payer', 'mandate', 'open', ...limits));
    terms = world.file('terms.md', 'Ten pages, by Friday.');
  });
  after(() => world.stop());

  const offer = async (id: number, amount = '10tUSD') => {
    const offered = await world.acts(
      ...(['payer', 'job', 'open', mandate, agent, amount, '--id', String(id), '--terms', terms] as const),
    );
    return offered.job as string;
  };

  it('is offered, by the hash of its terms; a second run finds it, another job of the id is refused', async () => {
    const args = ['job', 'open', mandate, agent, '10tUSD', '--id', '1', '--terms', terms];
    const { job, opened } = await world.does('payer', ...args);
    assert.equal(opened, true);
    const again = await world.acts('payer', ...args);
    assert.deepEqual([again.job, again.opened, again.transactions], [job, false, []]);
    const other = args.map((word) => (word === '10tUSD' ? '11tUSD' : word));
    await world.refused('payer', 'JobExists', 1, ...other);
    const shown = await world.json('job', 'show', job);
    assert.equal(shown.termsHash, createHash('sha256').update('Ten pages, by Friday.').digest('hex'));
    assert.deepEqual([shown.status, shown.amount.decimal], ['Funded', '10']);
    await world.refused('payer', 'HashMissing', 2, 'job', 'open', mandate, agent, '1tUSD', '--id', '7');
    await world.refused(
      'payer',
      'ArgumentInvalid',
      2,
      'job',
      'open',
      mandate,
      agent,
      '1tUSD',
      '--id',
      'x',
      '--terms',
      terms,
    );
    const both = ['--terms', terms, '--terms-hash', shown.termsHash];
    await world.refused(
      'payer',
      'ArgumentInvalid',
      2,
      'job',
      'open',
      mandate,
      agent,
      '1tUSD',
      '--id',
      '7',
      ...both,
    );
  });

  it('is accepted for its terms alone, delivered, released, paid and finished', async () => {
    const job = await offer(1);
    const wrong = world.file('wrong.md', 'Two pages.');
    const by = ['--agent-keypair', agentFile];
    await world.refused('owner', 'TermsMismatch', 1, 'job', 'accept', job, '--terms', wrong, ...by);
    await world.does('owner', 'job', 'accept', job, '--terms', terms, ...by);
    const result = world.file('result.md', 'Ten pages.');
    const delivered = await world.does('owner', 'job', 'deliver', job, '--result', result, ...by);
    assert.equal(delivered.resultHash, createHash('sha256').update('Ten pages.').digest('hex'));
    await world.refused('owner', 'ReviewOpen', 1, 'job', 'release', job);
    await world.refused('owner', 'JobNothingPayable', 1, 'job', 'payout', job);
    await world.does('payer', 'job', 'release', job);
    const paid = await world.does('payer', 'job', 'payout', job);
    assert.deepEqual([paid.paid.decimal, paid.to], ['10', world.wallet('owner')]);
    assert.equal((await world.json('job', 'show', job)).ledger.paid.decimal, '10');
    assert.equal((await world.does('payer', 'job', 'finish', job)).finished, true);
    await world.fails('payer', 'NotFound', 1, 'job', 'show', job);
  });

  it('is cancelled, rejected, or expires', async () => {
    const cancelled = await offer(2);
    await world.does('payer', 'job', 'cancel', cancelled);
    assert.equal((await world.json('job', 'show', cancelled)).status, 'Refunded');
    const rejected = await offer(3);
    await world.refused('payer', 'NotJobAgent', 1, 'job', 'reject', rejected);
    await world.does('owner', 'job', 'reject', rejected);
    const expired = await offer(4);
    await world.refused('payer', 'JobNotExpired', 1, 'job', 'expire', expired);
    await world.json('clock', 'advance', '2d');
    await world.does('payer', 'job', 'expire', expired);
    assert.equal((await world.json('job', 'show', expired)).ledger.returned.decimal, '10');
    for (const by of [[], ['--mandate', mandate], ['--agent', agent], ['--payer', world.wallet('payer')]]) {
      assert.equal((await world.json('job', 'list', ...by)).jobs.length, 3);
    }
  });

  it('is split as both sides agree, or given back in part', async () => {
    const job = await offer(5);
    await world.acts('owner', 'job', 'accept', job, '--terms', terms);
    const back = await world.does('owner', 'job', 'refund', job, '1tUSD');
    assert.equal(back.refunded.decimal, '1');
    await world.refused('payer', 'NotPayee', 1, 'job', 'refund', job, '1tUSD');
    const wrong = ['--payout-keypair', world.keyFile('nobody')];
    await world.refused('payer', 'NotPayee', 1, 'job', 'split', job, '4tUSD', ...wrong);
    const agreed = ['--payout-keypair', world.keyFile('owner', world.keypair('owner'))];
    const split = await world.does('payer', 'job', 'split', job, '4tUSD', ...agreed);
    assert.equal(split.toAgent.decimal, '4');
    const { ledger, status } = await world.json('job', 'show', job);
    assert.deepEqual([status, ledger.earned.decimal, ledger.returned.decimal], ['Split', '4', '6']);
  });
});
