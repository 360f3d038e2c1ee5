import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AgentStore } from '../../sdk/dist/store/agent-store.js';
import { Journal } from '../../sdk/dist/store/journal.js';
import { PayerStore } from '../../sdk/dist/store/payer-store.js';
import { channelId } from '../../sdk/dist/voucher/format.js';
import { bytes, temporaryDirectory } from './support';

const KILLS = 16;

interface Child {
  process: ChildProcess;
  lines(): string[];
  ended: Promise<unknown>;
}

function start(script: string, ...parameters: string[]): Child {
  const process_ = spawn(process.execPath, [join(__dirname, 'children', script), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  process_.stdout.on('data', (data) => {
    output += data;
  });
  process_.stderr.on('data', (data) => {
    errors += data;
  });
  const ended = once(process_, 'close').then(() => assert.equal(errors, ''));
  return { process: process_, lines: () => output.split('\n').filter(Boolean), ended };
}

/** Kills a child at a random time, every other one while it may still be opening its files. */
async function startAndKill(kill: number, script: string, ...parameters: string[]): Promise<string[]> {
  const child = start(script, ...parameters);
  if (kill % 2 === 0) await Promise.race([once(child.process.stdout ?? child.process, 'data'), child.ended]);
  await sleep(Math.random() * (kill % 2 === 0 ? 40 : 150));
  child.process.kill('SIGKILL');
  await child.ended;
  return child.lines();
}

async function numbers(path: string): Promise<number[]> {
  const found: number[] = [];
  const journal = await Journal.open(path, 'test', (record) => found.push(Number(record.n)));
  await journal.close();
  return found;
}

describe('after kill -9', () => {
  const directory = temporaryDirectory();

  it('a journal holds all that was acknowledged, once', async () => {
    const path = join(directory, 'journal');
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await startAndKill(kill, 'append.mjs', path)).map(Number));
      const found = await numbers(path);
      assert.equal(new Set(found).size, found.length);
      const known = new Set(found);
      assert.deepEqual(
        acknowledged.filter((n) => !known.has(n)),
        [],
      );
    }
    assert.ok(acknowledged.length >= KILLS / 2, `${acknowledged.length} were acknowledged`);
  }).timeout(60_000);

  it('at each single write, a journal is whole, compacted or not', async () => {
    const original = join(directory, 'original');
    const journal = await Journal.open(original, 'test', () => {});
    for (let n = 0; n < 10; n++) await journal.append({ n });
    await journal.close();
    const outcomes = new Set<string>();
    let gotThrough = false;
    for (let at = 1; !gotThrough; at++) {
      const path = join(directory, `die-at-${at}`);
      copyFileSync(original, path);
      const child = start('die-at.mjs', path, String(at));
      await child.ended;
      gotThrough = child.lines().includes('end');
      const acknowledged = child.lines().filter((line) => line !== 'end');
      const found = await numbers(path);
      const [even, odd] = [0, 1].map((rest) => found.filter((n) => n < 10 && n % 2 === rest).length);
      assert.equal(even, 5, `at ${at}`);
      assert.ok(odd === 0 || odd === 5, `at ${at}: the old file or the new one`);
      for (const n of acknowledged) assert.ok(found.includes(Number(n)), `${n} at ${at}`);
      assert.deepEqual(
        readdirSync(directory).filter((name) => name === `die-at-${at}.new`),
        [],
      );
      outcomes.add(`${odd} ${found.length}`);
    }
    assert.ok(outcomes.size > 4, [...outcomes].join(', '));
  }).timeout(60_000);

  it('payer and agent agree, and go on with the very same voucher', async () => {
    const stores = join(directory, 'stores');
    const id = channelId(bytes(9), bytes(8), bytes(7), 1);
    const vouchers = new Map<string, string>();
    const seen = { prepared: 0, accepted: 0, completed: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      for (const line of await startAndKill(kill, 'pay.mjs', stores)) {
        const [word = '', number = '', voucher] = line.split(' ');
        const step = word as keyof typeof seen;
        seen[step] = Math.max(seen[step], Number(number));
        if (!voucher) continue;
        assert.equal(vouchers.get(number) ?? voucher, voucher, `call ${number} was signed twice`);
        vouchers.set(number, voucher);
      }
      const payers = await PayerStore.open(join(stores, 'payer'));
      const agents = await AgentStore.open(join(stores, 'agent'));
      const payer = payers.state(id);
      const last = agents.state(id).last?.callNumber ?? 0;
      assert.ok(payer.calls >= seen.completed && payer.highestSigned.calls >= seen.prepared);
      assert.ok(last >= seen.accepted);
      assert.ok(last === payer.calls || last === payer.pending?.callNumber);
      const evidence = await agents.evidence(id);
      assert.equal(evidence.length, last);
      assert.deepEqual(evidence.slice(0, payer.calls), await payers.evidence(id));
      if (last > 0) {
        const { body } = await agents.lastAnswer(id);
        assert.equal(body.length, last % 4 === 0 ? 20_000 : 500);
        assert.ok(body.every((byte) => byte === last % 256));
      }
      await payers.close();
      await agents.close();
    }
    assert.ok(seen.completed > 0, `${seen.completed} calls were made`);
  }).timeout(60_000);
});
