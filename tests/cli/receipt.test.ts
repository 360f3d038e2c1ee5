import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Keypair, PublicKey } from '@solana/web3.js';
import { within } from '../helpers/within';
import { paidCalls } from './paid-calls';
import { CliWorld, listedAgent } from './support';

const INDEXER = join(__dirname, '../../indexer/dist/main.js');
/** Seconds until an indexer has opened its tables and read the chain, on a slow machine. */
const PATIENCE = 120;

/** The indexer as its operator runs it. */
function startIndexer(
  rpcUrl: string,
  directory: string,
): { child: ChildProcess; listening: Promise<string> } {
  const child = spawn(process.execPath, [INDEXER], {
    env: {
      ...{
        PATH: process.env.PATH ?? '',
        PORT: '0',
        RPC_URL: rpcUrl,
        DATA_DIR: directory,
        BACKFILL_SECONDS: '1',
      },
      ...{ WEBHOOK_SECRET: 'a secret of this test alone', ALLOW_PRIVATE_ENDPOINTS: '1' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.on('exit', () => child.kill('SIGKILL'));
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const listening = new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (data) => {
      out += data;
      if (out.includes('\n')) resolve(JSON.parse(out).url);
    });
    child.once('close', (code) => reject(new Error(`the indexer ended with ${code}: ${errors}`)));
  });
  return { child, listening };
}

describe('agentlabs receipt, and what an indexer adds', () => {
  let world: CliWorld;
  let indexer: ChildProcess;
  let url: string;
  let agent: string;
  let asset: string;
  let exported: string;
  before(async () => {
    world = await CliWorld.start();
    const started = startIndexer(world.chain.rpcUrl, join(world.home, 'indexer'));
    indexer = started.child;
    const agentKey = Keypair.generate();
    agent = await listedAgent(world, 'reverser', agentKey.publicKey.toBase58());
    const limits = ['--mint', 'tUSD', '--deposit', '10tUSD', '--per-call-max', '1tUSD'];
    const { mandate, sessionFile } = await world.acts('payer', 'mandate', 'open', ...limits);
    const { channel } = await world.acts('payer', 'channel', 'open', mandate, agent, '1tUSD');
    const calls = await paidCalls({
      world,
      agent,
      agentKey,
      sessionFile,
      directory: join(world.home, 'calls'),
    });
    await calls.pay(2);
    await calls.settle();
    await calls.stop();
    await world.json('clock', 'advance', '2m');
    await world.acts('payer', 'channel', 'payout', channel);
    asset = (await world.acts('payer', 'rate', agent, '5', '--channel', channel)).receipt;
    url = await within(PATIENCE, started.listening);
    await within(PATIENCE, known());
  });
  after(async () => {
    indexer.kill('SIGTERM');
    await world.stop();
  });

  /** Waits until the indexer has the receipt with its proof. */
  async function known(): Promise<void> {
    for (;;) {
      const { ok } = await fetch(`${url}/v1/receipts/${asset}`);
      if (ok) return;
      await new Promise((wake) => setTimeout(wake, 300));
    }
  }

  it('is shown once it is proven against the chain', async () => {
    const shown = await world.json('receipt', 'show', asset, '--indexer', url);
    assert.equal(shown.proven, 'against the chain');
    assert.deepEqual([shown.agent, shown.stars.milliStars, shown.paid.decimal], [agent, 5000, '0.02']);
    await world.fails('payer', 'IndexerMissing', 2, 'receipt', 'show', asset);
    const foreign = Keypair.generate().publicKey.toBase58();
    await world.fails('payer', 'NotFound', 1, 'receipt', 'show', foreign, '--indexer', url);
    await world.fails(
      'payer',
      'IndexerSilent',
      3,
      'receipt',
      'show',
      asset,
      '--indexer',
      'http://127.0.0.1:1',
    );
  });

  it('is exported into one file that must be new', async () => {
    exported = join(world.home, 'receipt.json');
    const done = await world.json('receipt', 'export', asset, exported, '--indexer', url);
    assert.equal(done.asset, asset);
    assert.equal(statSync(exported).mode & 0o777, 0o600);
    await world.fails('payer', 'FileExists', 2, 'receipt', 'export', asset, exported, '--indexer', url);
  });

  it('verifies against the chain, and without one against a root', async () => {
    const online = await world.json('receipt', 'verify', exported);
    assert.equal(online.proven, 'against the chain');
    const { root } = JSON.parse(readFileSync(exported, 'utf8'));
    const silent = { env: { AGENT_LABS_URL: 'http://127.0.0.1:1' } };
    const offline = await world.run(['--json', 'receipt', 'verify', exported, '--root', root], silent);
    assert.equal(offline.code, 0, offline.stderr);
    assert.equal(JSON.parse(offline.stdout).asset, asset);
    const other = new PublicKey(new Uint8Array(32).fill(7)).toBase58();
    const error = await world.fails(
      'payer',
      'ReceiptRefused',
      1,
      'receipt',
      'verify',
      exported,
      '--root',
      other,
    );
    assert.match(error.message, /does not lead to the given root/);
    const deployment = world.file('other.json', JSON.stringify({ genesisHash: other }));
    const foreign = ['receipt', 'verify', exported, '--root', root, '--deployment', deployment];
    await world.fails('payer', 'ReceiptRefused', 1, ...foreign);
  });

  it('is refused where a fact was changed, or it is none', async () => {
    const document = JSON.parse(readFileSync(exported, 'utf8'));
    document.facts.stars = 4;
    const forged = world.file('forged.json', JSON.stringify(document));
    await world.fails('payer', 'ReceiptRefused', 1, 'receipt', 'verify', forged);
    await world.fails('payer', 'ReceiptRefused', 1, 'receipt', 'verify', world.file('none.json', '{}'));
    await world.fails(
      'payer',
      'ReceiptMalformed',
      1,
      'receipt',
      'verify',
      world.file('text.json', 'no JSON'),
    );
  });

  it('finds agents by words, and reads them from the chain', async () => {
    const found = await world.json('agent', 'search', 'rever', '--indexer', url);
    assert.deepEqual(
      found.agents.map((entry: { agent: string }) => entry.agent),
      [agent],
    );
    assert.deepEqual((await world.json('agent', 'search', 'nothing', '--indexer', url)).agents, []);
    const bad = ['agent', 'list', '--status', 'Asleep', '--indexer', url];
    await world.fails('payer', 'IndexerRefused', 1, ...bad);
  });
});
