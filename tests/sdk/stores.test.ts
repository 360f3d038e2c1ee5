import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentStore } from '../../sdk/dist/store/agent-store.js';
import {
  ChannelForgotten,
  JournalFormatUnknown,
  StoredAnswerDamaged,
  StoreLocked,
  StoreStateError,
} from '../../sdk/dist/store/errors.js';
import { PayerStore } from '../../sdk/dist/store/payer-store.js';
import type { AcceptedCall } from '../../sdk/dist/store/records.js';
import { type ChannelId, encodeVoucher } from '../../sdk/dist/voucher/format.js';
import { bytes, channel, temporaryDirectory } from './support';

/** A call as it would be taken; the store checks no signatures. */
function accepted(id: ChannelId, callNumber: number, cumulative = BigInt(callNumber)): AcceptedCall {
  const transcript = bytes(callNumber);
  const voucher = encodeVoucher({ tag: id.tag, cumulative, calls: callNumber, expires: 1, transcript });
  const signature = bytes(3, 64);
  const requestHash = bytes(4);
  const responseHash = bytes(5);
  const responseProof = bytes(6, 64);
  return { callNumber, cumulative, transcript, voucher, signature, requestHash, responseHash, responseProof };
}

function pending(id: ChannelId, callNumber: number) {
  const { voucher, signature, requestHash } = accepted(id, callNumber);
  return { callNumber, voucher, signature, requestHash };
}

const small = { contentType: 'text/plain', body: bytes(7, 100) };
const large = { contentType: 'application/pdf', body: bytes(8, 100_000) };

describe('stores', () => {
  const directory = temporaryDirectory();
  let path = '';
  let file = 0;
  beforeEach(() => {
    path = join(directory, `store-${++file}`);
  });

  it('keep the last answer, small or large, and no older file', async () => {
    const one = channel(1);
    const two = channel(2);
    let store = await AgentStore.open(path);
    await store.accepted(one, accepted(one, 1), large);
    await store.accepted(two, accepted(two, 1), small);
    await store.accepted(one, accepted(one, 2), { ...large, body: bytes(9, 50_000) });
    assert.equal(readdirSync(`${path}.answers`).length, 1);
    await store.close();
    writeFileSync(`${path}.answers/stray`, 'left by a crash');
    store = await AgentStore.open(path);
    assert.equal(readdirSync(`${path}.answers`).length, 1);
    const last = { ...accepted(one, 2), contentType: 'application/pdf', body: bytes(9, 50_000) };
    assert.deepEqual(await store.lastAnswer(one), last);
    assert.deepEqual(await store.lastAnswer(two), { ...accepted(two, 1), ...small });
    await store.accepted(one, accepted(one, 3), small);
    assert.deepEqual(readdirSync(`${path}.answers`), []);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await assert.rejects(store.lastAnswer(channel(3)), StoreStateError);
    await store.close();
  });

  it('name a stored answer that is missing or changed', async () => {
    const id = channel(1);
    const store = await AgentStore.open(path);
    await store.accepted(id, accepted(id, 1), large);
    const [name = ''] = readdirSync(`${path}.answers`);
    assert.equal(statSync(join(`${path}.answers`, name)).mode & 0o777, 0o600);
    const answerPath = join(`${path}.answers`, name);
    const whole = readFileSync(answerPath);
    writeFileSync(answerPath, whole.subarray(1));
    await assert.rejects(store.lastAnswer(id), StoredAnswerDamaged);
    rmSync(answerPath);
    await assert.rejects(store.lastAnswer(id), StoredAnswerDamaged);
    // and the agent goes on
    await store.accepted(id, accepted(id, 2), small);
    await store.close();
  });

  it('compact old answers away, but no evidence', async () => {
    const id = channel(1);
    let store = await AgentStore.open(path);
    for (let n = 1; n <= 50; n++) {
      await store.accepted(id, accepted(id, n), { ...small, body: bytes(n, 10_000) });
    }
    await store.recordSettled(id, { calls: 20, cumulative: 20n });
    const before = statSync(path).size;
    const evidence = await store.evidence(id);
    await store.compact();
    assert.ok(statSync(path).size < before / 5);
    assert.deepEqual(await store.evidence(id), evidence);
    await store.close();
    store = await AgentStore.open(path);
    assert.deepEqual((await store.lastAnswer(id)).body, bytes(50, 10_000));
    await store.accepted(id, accepted(id, 51), small);
    await store.close();
    store = await AgentStore.open(path);
    assert.equal((await store.evidence(id)).length, 51);
    assert.deepEqual(store.state(id), { last: accepted(id, 51), settled: { calls: 20, cumulative: 20n } });
    assert.deepEqual(await store.lastAnswer(id), { ...accepted(id, 51), ...small });
    await store.close();
  });

  it('compact by themselves when it is worth it, under load', async () => {
    const warnings: Error[] = [];
    const options = { compactAbove: 300_000, onWarning: (error: Error) => warnings.push(error) };
    let store = await AgentStore.open(path, options);
    const channels = Array.from({ length: 10 }, (_, n) => channel(n));
    let largest = 0;
    await Promise.all(
      channels.map(async (id) => {
        for (let n = 1; n <= 40; n++) {
          await store.accepted(id, accepted(id, n), { ...small, body: bytes(n, 8_000) });
          largest = Math.max(largest, statSync(path).size);
        }
      }),
    );
    assert.ok(largest < 2_000_000, `${largest} bytes of more than 4,000,000 that were written`);
    await store.close();
    store = await AgentStore.open(path, options);
    for (const id of channels) {
      assert.equal((await store.evidence(id)).length, 40);
      assert.deepEqual((await store.lastAnswer(id)).body, bytes(40, 8_000));
    }
    await store.close();
    assert.deepEqual(warnings, []);
  });

  it('forget a generation for good', async () => {
    const id = channel(1);
    const other = channel(1, 8n);
    let agents = await AgentStore.open(path);
    await agents.accepted(id, accepted(id, 1), large);
    await agents.accepted(other, accepted(other, 1), small);
    await agents.forget(id);
    assert.deepEqual(readdirSync(`${path}.answers`), []);
    assert.deepEqual(
      agents.channels().map((each) => each.id),
      [other],
    );
    await agents.compact();
    await agents.close();
    agents = await AgentStore.open(path);
    await assert.rejects(agents.accepted(id, accepted(id, 1), small), ChannelForgotten);
    assert.equal(agents.state(id).last, null);
    assert.equal(agents.state(other).last?.callNumber, 1);
    await agents.close();

    const payers = await PayerStore.open(`${path}-payer`);
    await payers.prepared(id, pending(id, 1));
    await payers.completed(id, 1, bytes(1), bytes(1, 64));
    const { size } = statSync(`${path}-payer`);
    await payers.forget(id);
    await payers.compact();
    assert.ok(statSync(`${path}-payer`).size < size);
    await assert.rejects(payers.prepared(id, pending(id, 1)), ChannelForgotten);
    await payers.close();
  });

  it('never write what they could not read again', async () => {
    const id = channel(1);
    const agents = await AgentStore.open(path);
    const failed: unknown[] = [];
    // callers are to take turns; these do not
    for (const n of [1, 2, 3]) {
      const settled = { calls: n, cumulative: BigInt(n) };
      const tries = await Promise.allSettled([
        ...[n, n, n + 1].map((callNumber) => agents.accepted(id, accepted(id, callNumber), small)),
        agents.recordSettled(id, settled),
        agents.recordSettled(id, { calls: 0, cumulative: 0n }),
        agents.recordSettled(id, settled),
      ]);
      failed.push(...tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])));
    }
    for (const reason of failed) assert.ok(reason instanceof StoreStateError, String(reason));
    assert.equal(failed.length, 3 * 3 - 1, 'the first watermark of zero says nothing new');
    await agents.close();
    const reopened = await AgentStore.open(path);
    assert.equal(reopened.state(id).last?.callNumber, 3);
    assert.deepEqual(reopened.state(id).settled, { calls: 3, cumulative: 3n });
    await reopened.close();

    const payers = await PayerStore.open(`${path}-payer`);
    await assert.rejects(payers.completed(id, 1, bytes(1), bytes(1, 64)), StoreStateError);
    await assert.rejects(payers.abandoned(id, 1), StoreStateError);
    await assert.rejects(payers.prepared(id, pending(id, 2)), StoreStateError);
    await payers.prepared(id, pending(id, 1));
    await assert.rejects(payers.prepared(id, pending(id, 1)), StoreStateError);
    await assert.rejects(payers.abandoned(id, 2), StoreStateError);
    await payers.close();
    await (await PayerStore.open(`${path}-payer`)).close();
  });

  it('give out copies', async () => {
    const id = channel(1);
    const store = await AgentStore.open(path);
    await store.accepted(id, accepted(id, 1), small);
    store.state(id).last?.voucher.fill(0);
    (await store.lastAnswer(id)).body.fill(0);
    store.channels()[0]?.state.last?.transcript.fill(0);
    assert.deepEqual(await store.lastAnswer(id), { ...accepted(id, 1), ...small });
    await store.close();
  });

  it('are told apart, and open once each', async () => {
    const agents = await AgentStore.open(path);
    await assert.rejects(AgentStore.open(path), StoreLocked);
    await agents.close();
    await assert.rejects(PayerStore.open(path), JournalFormatUnknown);
    await (await AgentStore.open(path)).close();
    assert.ok(existsSync(path));
  });
});
