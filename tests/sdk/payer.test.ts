import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PayerStore } from '../../sdk/dist/store/payer-store.js';
import {
  AbandonedCallSettled,
  AllotmentExhausted,
  BadResponseProof,
  CallInFlight,
  CallNotInFlight,
  CallNumbersExhausted,
  ChannelExpired,
  PerCallMaximumExceeded,
  SessionKeyMismatch,
  StoreBehindChain,
  VoucherExpired,
} from '../../sdk/dist/voucher/errors.js';
import {
  decodeVoucher,
  encodeVoucher,
  nextTranscript,
  responseProofMessage,
  ZERO_HASH,
} from '../../sdk/dist/voucher/format.js';
import { PayerChannel, type PreparedCall } from '../../sdk/dist/voucher/payer.js';
import { type MessageSigner, verifySignature } from '../../sdk/dist/voucher/sign.js';
import {
  agent,
  bytes,
  channel,
  NOW,
  payer,
  payerTerms,
  session,
  stranger,
  temporaryDirectory,
} from './support';

const EXPIRES = NOW + 600;

function proof(call: PreparedCall, responseHash: Uint8Array, signer: MessageSigner = agent): Uint8Array {
  const { tag, cumulative } = decodeVoucher(call.voucher);
  const { callNumber, requestHash } = call;
  return signer.sign(responseProofMessage({ tag, callNumber, requestHash, responseHash, cumulative }));
}

describe('payer channel', () => {
  const directory = temporaryDirectory();
  let store: PayerStore;
  let file = 0;
  // a channel of its own for each test
  let id = channel(0);

  before(async () => {
    store = await PayerStore.open(join(directory, 'payer'));
  });
  after(() => store.close());
  beforeEach(() => {
    id = channel(++file);
  });

  async function pay(from: PayerChannel, request: number, response: number, price = 1_000n) {
    const call = await from.prepare(bytes(request), price, EXPIRES);
    await from.complete(call.callNumber, bytes(response), proof(call, bytes(response)));
    return call;
  }

  it('chains calls: number, amount and transcript', async () => {
    const from = payer(store, id);
    const first = await pay(from, 1, 11);
    const second = await pay(from, 2, 12, 2_500n);
    const voucher = decodeVoucher(second.voucher);
    const transcript = nextTranscript(ZERO_HASH, 1, bytes(1), ZERO_HASH);
    assert.deepEqual(decodeVoucher(first.voucher).transcript, transcript);
    assert.deepEqual(voucher, {
      tag: id.tag,
      cumulative: 3_500n,
      calls: 2,
      expires: EXPIRES,
      transcript: nextTranscript(transcript, 2, bytes(2), bytes(11)),
    });
    assert.ok(verifySignature(session.publicKey, second.voucher, second.signature));
    assert.deepEqual(from.state(), {
      calls: 2,
      cumulative: 3_500n,
      transcript: voucher.transcript,
      lastResponse: bytes(12),
      pending: null,
      highestSigned: { calls: 2, cumulative: 3_500n },
    });
  });

  it('has one call in flight, however many ask at once', async () => {
    const from = payer(store, id);
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => from.prepare(bytes(index), 1_000n, EXPIRES)),
    );
    const refused = tries.filter((each) => each.status === 'rejected');
    assert.equal(refused.length, 99);
    for (const { reason } of refused) {
      assert.ok(reason instanceof CallInFlight);
      assert.equal(reason.callNumber, 1);
    }
    // another instance on the same store sees it too
    await assert.rejects(payer(store, id).prepare(bytes(1), 1_000n, EXPIRES), CallInFlight);
  });

  it('sends the very same bytes again after a restart', async () => {
    const path = join(directory, 'restart');
    let reopened = await PayerStore.open(path);
    await pay(payer(reopened, id), 1, 11);
    const call = await payer(reopened, id).prepare(bytes(2), 1_000n, EXPIRES);
    await reopened.close();
    reopened = await PayerStore.open(path);
    const from = payer(reopened, id);
    assert.deepEqual(from.pending(), call);
    await assert.rejects(from.prepare(bytes(2), 2_000n, EXPIRES), CallInFlight);
    await from.complete(2, bytes(12), proof(call, bytes(12)));
    assert.equal(from.pending(), null);
    assert.equal(from.state().cumulative, 2_000n);
    await reopened.close();
  });

  it('has the voucher on disk before it hands it out', async () => {
    const path = join(directory, 'before');
    const written = await PayerStore.open(path);
    const call = await payer(written, id).prepare(bytes(1), 1_000n, EXPIRES);
    const { readFileSync } = await import('node:fs');
    assert.ok(readFileSync(path, 'utf8').includes(Buffer.from(call.voucher).toString('base64url')));
    await written.close();
  });

  it('keeps the call in flight when the proof is not of this answer', async () => {
    const from = payer(store, id);
    const call = await from.prepare(bytes(1), 1_000n, EXPIRES);
    const good = proof(call, bytes(11));
    const bad = [
      proof(call, bytes(11), stranger),
      proof(call, bytes(12)),
      proof({ ...call, requestHash: bytes(2) }, bytes(11)),
      proof({ ...call, callNumber: 2 }, bytes(11)),
      proof(
        { ...call, voucher: encodeVoucher({ ...decodeVoucher(call.voucher), cumulative: 1n }) },
        bytes(11),
      ),
      bytes(0, 64),
    ];
    for (const each of bad) await assert.rejects(from.complete(1, bytes(11), each), BadResponseProof);
    await assert.rejects(from.complete(1, bytes(11), good.slice(1)), TypeError);
    await assert.rejects(from.complete(1, bytes(11, 31), good), TypeError);
    assert.deepEqual(from.pending(), call);
    await from.complete(1, bytes(11), good);
    await assert.rejects(from.complete(1, bytes(11), good), CallNotInFlight);
    await assert.rejects(from.abandon(1), CallNotInFlight);
  });

  it('uses number and amount again after abandoning', async () => {
    const from = payer(store, id);
    await pay(from, 1, 11);
    const dropped = await from.prepare(bytes(2), 4_000n, EXPIRES);
    await assert.rejects(from.abandon(3), CallNotInFlight);
    await from.abandon(2);
    assert.equal(from.pending(), null);
    const next = await from.prepare(bytes(3), 1_000n, EXPIRES);
    assert.equal(next.callNumber, dropped.callNumber);
    assert.equal(next.cumulative, 2_000n);
    assert.deepEqual(
      decodeVoucher(next.voucher).transcript,
      nextTranscript(nextTranscript(ZERO_HASH, 1, bytes(1), ZERO_HASH), 2, bytes(3), bytes(11)),
    );
    assert.deepEqual(from.state().highestSigned, { calls: 2, cumulative: 5_000n });
  });

  it('refuses what is above a limit or too late, and signs nothing', async () => {
    const from = payer(store, id, { allotted: 3_000n, returned: 500n, perCallMax: 2_000n });
    const refused = async (attempt: Promise<unknown>, error: new (...args: never[]) => Error) => {
      await assert.rejects(attempt, error);
      assert.equal(from.state().highestSigned.calls, 0);
    };
    await refused(from.prepare(bytes(1), 2_001n, EXPIRES), PerCallMaximumExceeded);
    await refused(from.prepare(bytes(1), 1_000n, NOW), VoucherExpired);
    await refused(from.prepare(bytes(1), 0n, EXPIRES), TypeError);
    await refused(from.prepare(bytes(1), 1.5, EXPIRES), TypeError);
    await refused(from.prepare(bytes(1), -1, EXPIRES), TypeError);
    await refused(from.prepare(bytes(1), 1n, 2 ** 32), TypeError);
    await refused(from.prepare(bytes(1, 31), 1_000n, EXPIRES), TypeError);
    await refused(payer(store, id, { expiresAt: NOW }).prepare(bytes(1), 1n, EXPIRES), ChannelExpired);
    // the last second and the last base unit are good
    await pay(payer(store, id, { allotted: 2_000n, expiresAt: NOW + 1 }), 1, 11, 2_000n);
    const call = await from.prepare(bytes(2), 500n, NOW + 1);
    await from.complete(2, bytes(12), proof(call, bytes(12)));
    await assert.rejects(from.prepare(bytes(3), 1n, EXPIRES), AllotmentExhausted);
    from.updateTerms({ allotted: 3_001n, returned: 500n, perCallMax: 1n, expiresAt: NOW + 10 });
    assert.equal((await from.prepare(bytes(3), 1n, EXPIRES)).cumulative, 2_501n);
  });

  it('stops at the last call number', async () => {
    const state = { ...store.state(id), calls: 2 ** 32 - 1 };
    const last = new PayerChannel({ ...inMemory, state: () => state }, session, payerTerms(id), () => NOW);
    await assert.rejects(last.prepare(bytes(1), 1n, EXPIRES), CallNumbersExhausted);
  });

  it('recognises a store that is behind the chain, and an agent that settled what it gave up', async () => {
    const from = payer(store, id);
    await pay(from, 1, 11);
    await from.prepare(bytes(2), 3_000n, EXPIRES);
    const settled = (calls: number, cumulative: bigint) =>
      payer(store, id, { settled: { calls, cumulative } });
    settled(1, 1_000n);
    settled(2, 4_000n);
    assert.throws(() => settled(3, 4_000n), StoreBehindChain);
    assert.throws(() => settled(2, 4_001n), StoreBehindChain);
    await from.abandon(2);
    assert.throws(() => settled(2, 4_000n), AbandonedCallSettled);
    assert.throws(() => settled(3, 4_000n), StoreBehindChain);
  });

  it('does not take over the pending call of another session key', async () => {
    await payer(store, id).prepare(bytes(1), 1_000n, EXPIRES);
    assert.throws(() => new PayerChannel(store, stranger, payerTerms(id)), SessionKeyMismatch);
  });

  it('keeps channels and generations apart', async () => {
    await pay(payer(store, id), 1, 11);
    assert.equal(payer(store, channel(file, 8n)).state().calls, 0);
    assert.equal(payer(store, id).state().calls, 1);
  });

  it('keeps the evidence of every answered call', async () => {
    const from = payer(store, id);
    const first = await pay(from, 1, 11);
    await from.prepare(bytes(9), 1_000n, EXPIRES);
    await from.abandon(2);
    const second = await pay(from, 2, 12);
    const evidence = await store.evidence(id);
    assert.deepEqual(
      evidence.map(({ callNumber, voucher, requestHash, responseHash, cumulative }) => ({
        callNumber,
        voucher,
        requestHash,
        responseHash,
        cumulative,
      })),
      [
        { ...pick(first), responseHash: bytes(11) },
        { ...pick(second), responseHash: bytes(12) },
      ],
    );
    assert.deepEqual(evidence[0]?.previousTranscript, ZERO_HASH);
    assert.deepEqual(evidence[1]?.previousTranscript, decodeVoucher(first.voucher).transcript);
    assert.deepEqual(evidence[1]?.responseProof, proof(second, bytes(12)));
  });
});

function pick({ callNumber, voucher, requestHash, cumulative }: PreparedCall) {
  return { callNumber, voucher, requestHash, cumulative };
}

const inMemory = {
  turn: <T>(_: unknown, work: () => Promise<T>) => work(),
  prepared: async () => assert.fail('nothing may be signed'),
  completed: async () => assert.fail(),
  abandoned: async () => assert.fail(),
};
