import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Keypair } from '@solana/web3.js';
import { paidCalls } from './paid-calls';
import { CliWorld, listedAgent } from './support';

describe('agentlabs dispute, rate, attestation', () => {
  let world: CliWorld;
  let agent: string;
  let mandate: string;
  let channel: string;
  let journal: string;
  let evidence: string;
  let agentFile: string;
  before(async () => {
    world = await CliWorld.start();
    const agentKey = Keypair.generate();
    agentFile = world.keyFile('agent-key', agentKey);
    agent = await listedAgent(world, 'reverser', agentKey.publicKey.toBase58());
    const limits = ['--mint', 'tUSD', '--deposit', '100tUSD', '--per-call-max', '1tUSD'];
    const { mandate: opened, sessionFile } = await world.acts('payer', 'mandate', 'open', ...limits);
    mandate = opened;
    ({ channel } = await world.acts('payer', 'channel', 'open', mandate, agent, '5tUSD', '--lifetime', '3d'));
    const calls = await paidCalls({
      world,
      agent,
      agentKey,
      sessionFile,
      directory: join(world.home, 'calls'),
    });
    await calls.pay(4);
    await calls.settle();
    await calls.stop();
    ({ journal } = calls);
    evidence = world.file('evidence.md', 'The answer was not reversed.');
  });
  after(() => world.stop());

  it('disputes a channel with calls that both signed; the agent answers, the panel rules, the payer appeals', async () => {
    const claim = ['dispute', 'open', channel, '0.02tUSD', '--evidence', evidence];
    await world.refused('payer', 'StoreMissing', 2, ...claim, '--call', '2');
    await world.refused('payer', 'EvidenceMissing', 1, ...claim, '--call', '9', '--store', journal);
    await world.refused('payer', 'HashMissing', 2, 'dispute', 'open', channel, '0.02tUSD');
    await world.refused('owner', 'OwnAgent', 1, ...claim);
    await world.acts('payer', 'channel', 'hold', channel, '0.02tUSD');
    const opened = await world.does('payer', ...claim, '--call', '2', '--call', '3', '--store', journal);
    assert.deepEqual([opened.about, opened.cited], ['Channel', [2, 3]]);
    assert.equal(opened.transactions.length, 3);
    const { dispute } = opened;
    const listed = await world.json('dispute', 'list', '--agent', agent, '--claimant', world.wallet('payer'));
    assert.deepEqual(
      listed.disputes.map((entry: { dispute: string }) => entry.dispute),
      [dispute],
    );

    const statement = world.file('statement.md', 'It was.');
    await world.json('airdrop', '100tSTAKE', '--to', world.wallet('operator'));
    await world.refused('operator', 'NotParty', 1, 'dispute', 'answer', dispute, '--statement', statement);
    const answered = await world.does('owner', 'dispute', 'answer', dispute, '--statement', statement);
    assert.equal(answered.bond.unit, 'tSTAKE');
    await world.json('clock', 'advance', '25h');
    await world.refused('payer', 'NotArbiter', 1, 'dispute', 'vote', dispute, '50%');
    await world.refused('arbiter1', 'ArgumentInvalid', 2, 'dispute', 'vote', dispute, '150%');
    await world.does('arbiter1', 'dispute', 'vote', dispute, '50%');
    await world.acts('arbiter2', 'dispute', 'vote', dispute, '5000bps');
    const ruled = await world.json('dispute', 'show', dispute);
    assert.deepEqual([ruled.status, ruled.panels[0].award], ['Ruled', { bps: 5000 }]);
    await world.refused('payer', 'DisputeUndecided', 1, 'dispute', 'execute', dispute);
    const appealed = await world.does('payer', 'dispute', 'appeal', dispute);
    assert.equal(appealed.bond.decimal, '10');
    await world.acts('appeal1', 'dispute', 'vote', dispute, '100%');
    await world.acts('appeal2', 'dispute', 'vote', dispute, '100%');
    const done = await world.does('payer', 'dispute', 'execute', dispute);
    assert.equal(done.executed, true);
    await world.fails('payer', 'NotFound', 1, 'dispute', 'show', dispute);
  });

  it('takes a claim about a job back', async () => {
    const terms = world.file('terms.md', 'Reverse a book.');
    const { job } = await world.acts(
      ...(['payer', 'job', 'open', mandate, agent, '10tUSD', '--id', '1', '--terms', terms] as const),
    );
    await world.acts('owner', 'job', 'accept', job, '--terms', terms);
    await world.refused('payer', 'JobNotDelivered', 1, 'dispute', 'open', job, 'all', '--evidence', evidence);
    await world.acts('owner', 'job', 'deliver', job, '--result', terms, '--agent-keypair', agentFile);
    await world.refused(
      'payer',
      'NoCallsToCite',
      2,
      'dispute',
      'open',
      job,
      'all',
      '--evidence',
      evidence,
      '--call',
      '1',
    );
    const { about, dispute } = await world.does(
      'payer',
      'dispute',
      'open',
      job,
      'all',
      '--evidence',
      evidence,
    );
    assert.equal(about, 'Job');
    assert.equal((await world.json('dispute', 'show', dispute)).claim.decimal, '10');
    await world.does('payer', 'dispute', 'withdraw', dispute);
    assert.equal((await world.json('job', 'show', job)).ledger.earned.decimal, '10');
  });

  it('rates what was paid out, once', async () => {
    await world.refused('payer', 'RatingRightMissing', 1, 'rate', agent, '5', '--mandate-id', '3');
    await world.json('clock', 'advance', '2m');
    await world.refused('payer', 'ArgumentInvalid', 2, 'rate', agent, '6');
    await world.refused('payer', 'ArgumentInvalid', 2, 'rate', agent, '0');
    await world.acts('payer', 'channel', 'payout', channel);
    const rated = await world.does('payer', 'rate', agent, '4');
    assert.deepEqual([rated.stars, rated.channel], [{ milliStars: 4000 }, channel]);
    assert.ok(rated.receipt.length > 30);
    await world.refused('payer', 'RatingRightMissing', 1, 'rate', agent, '5');
    assert.deepEqual((await world.json('agent', 'show', agent)).reputation.score, { milliStars: 4000 });
  });

  it('vouches for a wallet by a salted hash, and no more', async () => {
    const owner = world.wallet('owner');
    const [passport, salt] = [world.file('passport.txt', 'P1234567'), join(world.home, 'salt.hex')];
    const issued = await world.does(
      'operator',
      'attestation',
      'issue',
      owner,
      '--evidence',
      passport,
      '--salt',
      salt,
    );
    const shown = await world.json('attestation', 'show', world.wallet('operator'), owner);
    assert.deepEqual([shown.attested, shown.evidence], [true, issued.evidence]);
    const again = [
      'attestation',
      'issue',
      owner,
      '--evidence',
      passport,
      '--salt',
      salt,
      '--lifetime',
      '30d',
    ];
    assert.equal((await world.acts('operator', ...again)).evidence, issued.evidence);
    await world.refused(
      'operator',
      'EvidenceMissing',
      2,
      'attestation',
      'issue',
      owner,
      '--evidence',
      passport,
    );
    await world.does('operator', 'attestation', 'revoke', owner);
    assert.equal((await world.json('attestation', 'show', world.wallet('operator'), owner)).attested, false);
  });
});
