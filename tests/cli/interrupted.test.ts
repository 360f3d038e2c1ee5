import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { frontOf, type NodeFront } from './front';
import { answer, CliWorld, parsed, start } from './support';

describe('agentlabs, cut off while a transaction is on its way', () => {
  let world: CliWorld;
  let front: NodeFront;
  let mandate: string;
  before(async () => {
    world = await CliWorld.start();
    front = await frontOf(world.chain.rpcUrl);
    const limits = ['--mint', 'tUSD', '--deposit', '100tUSD', '--per-call-max', '1tUSD'];
    ({ mandate } = await world.acts('payer', 'mandate', 'open', ...limits));
  });
  after(async () => {
    await front.stop();
    await world.stop();
  });
  beforeEach(() => {
    front.sent.length = 0;
    front.onSend = null;
    front.answer = null;
  });

  const free = async () => (await world.json('mandate', 'show', mandate)).free.decimal;
  const deposit = (amount: string) => ['--json', '--yes', 'mandate', 'deposit', mandate, amount];
  const env = () => ({ AGENT_LABS_URL: front.url, AGENT_LABS_KEYPAIR: 'persona:payer' });
  const inFlight = () =>
    readdirSync(join(world.home, 'state/in-flight'), { recursive: true }).filter((name) =>
      String(name).endsWith('.json'),
    );

  /** Runs the command and kills it the moment its transaction leaves. */
  async function killedAtSending(args: string[], arrives: boolean): Promise<void> {
    const { child, ended } = start(world.home, args, env());
    front.onSend = async () => {
      child.kill('SIGKILL');
      await ended;
      return arrives;
    };
    assert.equal((await ended).code, null);
    front.onSend = null;
    assert.equal(front.sent.length, 1);
  }

  it('killed after it left: the next run finds it landed, and does not pay again', async () => {
    const before = Number(await free());
    await killedAtSending(deposit('3tUSD'), true);
    assert.equal(inFlight().length, 1);
    const again = await start(world.home, deposit('3tUSD'), env()).ended;
    const done = answer(again);
    assert.match(again.stderr, /was cut off/);
    assert.match(again.stderr, /is not sent again/);
    assert.equal(done.transactions.length, 1);
    assert.equal(Number(await free()), before + 3);
    assert.deepEqual(inFlight(), []);
    // a third run is meant
    answer(await start(world.home, deposit('3tUSD'), env()).ended);
    assert.equal(Number(await free()), before + 6);
  });

  it('killed before it arrived: the next run sends the very same bytes on, once', async () => {
    const before = Number(await free());
    await killedAtSending(deposit('2tUSD'), false);
    assert.equal(Number(await free()), before);
    const [first] = front.sent;
    answer(await start(world.home, deposit('2tUSD'), env()).ended);
    assert.ok(front.sent.length > 1);
    assert.ok(front.sent.every((raw) => raw === first));
    assert.equal(Number(await free()), before + 2);
    assert.deepEqual(inFlight(), []);
  });

  it('another command accounts for it too, and does its own', async () => {
    const before = Number(await free());
    await killedAtSending(deposit('1tUSD'), false);
    answer(await start(world.home, deposit('4tUSD'), env()).ended);
    assert.equal(Number(await free()), before + 5);
  });

  it('a dry run leaves it where it is', async () => {
    await killedAtSending(deposit('1tUSD'), false);
    const before = await world.snapshot();
    const dry = await start(world.home, ['--dry-run', ...deposit('1tUSD')], env()).ended;
    assert.equal(answer(dry).dryRun, true);
    assert.match(dry.stderr, /was cut off/);
    assert.equal(await world.snapshot(), before);
    assert.equal(inFlight().length, 1);
    answer(await start(world.home, deposit('1tUSD'), env()).ended);
  });

  it('a flow goes on where it was cut off: a mandate is opened once, with the key that was kept', async () => {
    const open = ['--json', '--yes', 'mandate', 'open', '--id', '5', '--mint', 'tUSD', '--deposit', '1tUSD'];
    await killedAtSending([...open, '--per-call-max', '1tUSD'], false);
    const done = answer(await start(world.home, [...open, '--per-call-max', '1tUSD'], env()).ended);
    assert.equal(done.opened, false);
    const kept = readdirSync(join(world.home, 'state/sessions'));
    assert.ok(kept.includes(`${done.sessionKey}.json`));
  });

  it('interrupted while it waits: it says that it may still land, and exits 3', async () => {
    const before = Number(await free());
    front.answer = (method) =>
      method === 'getSignatureStatuses' ? { result: { context: { slot: 1 }, value: [null] } } : undefined;
    const { child, ended } = start(world.home, deposit('1tUSD'), env());
    const left = new Promise<void>((done) => {
      front.onSend = () => {
        setTimeout(done, 300);
        return true;
      };
    });
    await left;
    child.kill('SIGINT');
    const ran = await ended;
    assert.equal(ran.code, 3);
    const { error } = parsed(ran);
    assert.deepEqual([error.name, error.money], ['SendAborted', 'unknown']);
    assert.ok(error.signature.length > 60);
    assert.match(error.next, /run the same command again/);
    front.answer = null;
    front.onSend = null;
    const again = answer(await start(world.home, deposit('1tUSD'), env()).ended);
    assert.equal(again.transactions[0].signature, error.signature);
    assert.equal(Number(await free()), before + 1);
  });

  it('refuses a node whose simulation is not what the bytes say', async () => {
    front.answer = (method) =>
      method === 'getMultipleAccounts'
        ? { result: { context: { slot: 1 }, value: Array(8).fill(null) } }
        : undefined;
    const ran = await start(world.home, deposit('1tUSD'), env()).ended;
    const { error } = parsed(ran);
    assert.equal(ran.code, 1);
    assert.deepEqual([error.name, error.money], ['SimulationMismatch', 'nothing was sent']);
    assert.deepEqual(front.sent, []);
  });
});
