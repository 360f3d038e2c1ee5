import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Keypair } from '@solana/web3.js';
import { CliWorld, listedAgent } from './support';

describe('agentlabs approval, grant', () => {
  let world: CliWorld;
  let agent: string;
  let mandate: string;
  before(async () => {
    world = await CliWorld.start();
    agent = await listedAgent(world, 'reverser', Keypair.generate().publicKey.toBase58());
    const made = await world.acts(
      ...([
        'payer',
        'mandate',
        'open',
        '--mint',
        'tUSD',
        '--deposit',
        '50tUSD',
        '--per-call-max',
        '1tUSD',
      ] as const),
      ...['--approver', world.wallet('operator'), '--approver', world.wallet('arbiter1'), '--threshold', '2'],
      ...['--approval-above', '5tUSD'],
    );
    ({ mandate } = made);
  });
  after(() => world.stop());

  it('has a larger allotment signed off, and opens just that', async () => {
    const open = ['channel', 'open', mandate, agent, '10tUSD', '--lifetime', '2d'];
    const needed = await world.refused('payer', 'ApprovalNeeded', 1, ...open);
    assert.match(needed.next, /agentlabs approval request/);
    const call = world.file('call.txt', needed.call);
    const { approval } = await world.does('payer', 'approval', 'request', mandate, `@${call}`);
    await world.refused('owner', 'NotApprover', 1, 'approval', 'sign', approval);
    const told = await world.json('approval', 'show', approval);
    assert.deepEqual([told.state, told.threshold, told.signed], ['waiting', 2, []]);
    assert.equal(told.call.instruction, 'escrow.channel_open');
    assert.deepEqual(told.call.fields.amount, { baseUnits: '10000000', decimal: '10', unit: 'tUSD' });
    const signed = await world.does('operator', 'approval', 'sign', approval);
    assert.equal(signed.call.title, told.call.title);
    await world.refused('payer', 'NotApproved', 1, 'approval', 'carry-out', approval);
    await world.does('operator', 'approval', 'withdraw', approval);
    await world.acts('operator', 'approval', 'sign', approval);
    await world.acts('arbiter1', 'approval', 'sign', approval);
    const { approvals } = await world.json('approval', 'list', mandate);
    assert.deepEqual([approvals.length, approvals[0].state, approvals[0].signed], [1, 'approved', 2]);
    await world.does('payer', 'approval', 'carry-out', approval);
    const { channels } = await world.json('channel', 'list', '--mandate', mandate);
    assert.equal(channels[0].left.decimal, '10');
    await world.refused('payer', 'NotFound', 1, 'approval', 'carry-out', approval);
    assert.deepEqual((await world.json('approval', 'list', mandate)).approvals, []);
  });

  it('ends an approval that is not to be used, and refuses what is no call', async () => {
    const needed = await world.fails(
      'payer',
      'ApprovalNeeded',
      1,
      'channel',
      'open',
      mandate,
      agent,
      '20tUSD',
    );
    const { approval } = await world.acts(
      'payer',
      'approval',
      'request',
      mandate,
      needed.call,
      '--nonce',
      '3',
    );
    await world.does('payer', 'approval', 'close', approval);
    await world.fails('payer', 'NotFound', 1, 'approval', 'show', approval);
    await world.refused('payer', 'TransactionMalformed', 2, 'approval', 'request', mandate, 'AAAA');
  });

  it('gives a consent by keyed hashes, shows and revokes it', async () => {
    const terms = world.file('terms.md', 'You may keep my documents for a year.');
    const keyFile = join(world.home, 'consent-key.hex');
    const controller = world.wallet('owner');
    const give = ['grant', 'give', controller, 'keep documents', '--terms', terms, '--key', keyFile];
    await world.does('payer', ...give, '--terms-version', '2');
    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
    assert.match(readFileSync(keyFile, 'utf8'), /^[0-9a-f]{64}\n$/);
    const about = [controller, 'keep documents', '--key', keyFile];
    const shown = await world.json('grant', 'show', ...about, '--subject', world.wallet('payer'));
    assert.deepEqual([shown.valid, shown.termsVersion], [true, 2]);
    assert.equal((await world.json('grant', 'show', ...about, '--terms-version', '3')).valid, false);
    const other = [controller, 'sell documents', '--key', keyFile];
    assert.equal((await world.json('grant', 'show', ...other)).valid, false);
    await world.does('payer', 'grant', 'revoke', ...about);
    assert.equal((await world.json('grant', 'show', ...about)).valid, false);
    await world.refused(
      'payer',
      'FileUnreadable',
      2,
      'grant',
      'revoke',
      controller,
      'x',
      '--key',
      'missing.hex',
    );
  });

  it('tells what speaks for an agent, and fails where that is short', async () => {
    const proof = await world.json(
      'agent',
      'trust',
      agent,
      '--min-stake',
      '2000tSTAKE',
      '--max-disputes-lost',
      '0',
    );
    assert.deepEqual([proof.live, proof.firstLoss.decimal, proof.score], [true, '2000', null]);
    const error = await world.fails('payer', 'TrustTooLow', 1, 'agent', 'trust', agent, '--min-score', '4');
    assert.match(error.message, /ScoreTooLow/);
  });
});
