import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentStore } from '../../sdk/dist/store/agent-store.js';
import { PayerStore } from '../../sdk/dist/store/payer-store.js';
import { TicketSpent, type VoucherRefusal, VoucherRefused } from '../../sdk/dist/voucher/errors.js';
import {
  encodeVoucher,
  nextTranscript,
  responseProofMessage,
  type Voucher,
  ZERO_HASH,
} from '../../sdk/dist/voucher/format.js';
import type { PayeeChannel } from '../../sdk/dist/voucher/payee.js';
import { verifySignature } from '../../sdk/dist/voucher/sign.js';
import { bytesOf, L, littleEndian } from './edwards';
import {
  agent,
  answer,
  bytes,
  channel,
  NOW,
  PRICE,
  payee,
  payer,
  session,
  stranger,
  temporaryDirectory,
} from './support';

const EXPIRES = NOW + 600;
const REQUEST = bytes(1);

describe('payee channel', () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'agent');
  let store: AgentStore;
  let number = 0;
  let id = channel(0);

  before(async () => {
    store = await AgentStore.open(path);
  });
  after(() => store.close());
  beforeEach(() => {
    id = channel(++number);
  });

  /** The voucher of a first call, with changes, and its signature. */
  function first(changes: Partial<Voucher> = {}, signer = session) {
    const transcript = nextTranscript(ZERO_HASH, changes.calls ?? 1, REQUEST, ZERO_HASH);
    const good = { tag: id.tag, cumulative: PRICE, calls: 1, expires: EXPIRES, transcript };
    const voucher = encodeVoucher({ ...good, ...changes });
    return { voucher, signature: signer.sign(voucher) };
  }

  async function refused(
    code: VoucherRefusal,
    at: PayeeChannel,
    { voucher, signature }: { voucher: Uint8Array; signature: Uint8Array },
    request = REQUEST,
    now = NOW,
  ) {
    const before = readFileSync(path);
    const state = at.state();
    await assert.rejects(at.check(voucher, signature, request, now), (error: unknown) => {
      assert.ok(error instanceof VoucherRefused);
      assert.equal(error.code, code);
      return true;
    });
    assert.deepEqual(at.state(), state);
    assert.deepEqual(readFileSync(path), before);
  }

  async function accept(
    at: PayeeChannel,
    call: { voucher: Uint8Array; signature: Uint8Array },
    request = REQUEST,
  ) {
    return at.serve(call.voucher, call.signature, request, NOW, async () => answer('done'));
  }

  it('accepts a good voucher, with a proof that the payer can check', async () => {
    const at = payee(store, id);
    const call = first();
    const outcome = await at.check(call.voucher, call.signature, REQUEST, NOW);
    assert.ok(outcome.kind === 'call');
    assert.equal(outcome.ticket.callNumber, 1);
    const stored = await at.accept(outcome.ticket, answer('done'));
    const { callNumber, cumulative, responseHash, responseProof, requestHash } = stored;
    const message = responseProofMessage({ tag: id.tag, callNumber, cumulative, requestHash, responseHash });
    assert.ok(verifySignature(agent.publicKey, message, responseProof));
    assert.equal(at.state().last?.callNumber, 1);
    assert.ok(readFileSync(path, 'utf8').includes(Buffer.from(responseProof).toString('base64url')));
  });

  it('refuses each fault by its name, and nothing changes', async () => {
    const at = payee(store, id);
    const good = first();
    const other = channel(number, 8n);
    await refused('VoucherMalformed', at, { ...good, voucher: good.voucher.slice(1) });
    await refused('VoucherMalformed', at, { ...good, voucher: Buffer.concat([good.voucher, bytes(0, 1)]) });
    await refused('VoucherMalformed', at, { ...good, signature: good.signature.slice(1) });
    await refused('VoucherMalformed', at, { ...good, voucher: 1e9 as never });
    await refused('VoucherMalformed', at, first({ calls: 0 }));
    await refused('WrongChannel', at, first({ tag: other.tag }));
    await refused('WrongChannel', at, first({ tag: channel(99).tag }));
    await refused('BadSignature', at, first({}, stranger));
    await refused('BadSignature', at, { ...good, signature: first({ expires: EXPIRES + 1 }).signature });
    await refused('BadSignature', at, { ...good, signature: malleated(good.signature) });
    await refused('OutOfOrder', at, first({ calls: 2 }));
    await refused('OutOfOrder', at, first({ calls: 2 ** 32 - 1 }));
    await refused('Underpaid', at, first({ cumulative: PRICE - 1n }));
    await refused('Underpaid', at, first({ cumulative: 0n }));
    await refused('PerCallMaximumExceeded', at, first({ cumulative: 5_001n }));
    await refused('TranscriptMismatch', at, first({ transcript: bytes(5) }));
    await refused('TranscriptMismatch', at, good, bytes(2));
    at.updateTerms({ ...terms, allotted: PRICE + 9n, returned: 10n });
    await refused('OverAllotment', at, good);
    at.updateTerms({ ...terms, allotted: 5n, returned: 10n });
    await refused('OverAllotment', at, good);
    at.updateTerms({ ...terms, allotted: PRICE + 10n, returned: 10n });
    await accept(at, good);
  });

  it('leaves the wanted time for settling, to the second', async () => {
    const at = payee(store, id);
    await refused('Expired', at, first({ expires: NOW + 60 }));
    await refused('Expired', at, first({ expires: 0 }));
    await refused('Expired', at, first(), REQUEST, EXPIRES - 60);
    at.updateTerms({ ...terms, expiresAt: NOW + 60 });
    await refused('Expired', at, first());
    at.updateTerms({ ...terms, expiresAt: NOW + 61 });
    await accept(at, first({ expires: NOW + 61 }));
    const second = channel(100 + number);
    const atLast = payee(store, second, { minimumSecondsLeft: 0 });
    id = second;
    await refused('Expired', atLast, first({ expires: NOW }));
    await accept(atLast, first({ expires: NOW + 1 }));
  });

  it('asks for the price above what was owed before, and for no more than the maximum', async () => {
    const at = payee(store, id);
    const { voucher, signature } = first({ cumulative: 5_000n });
    const stored = await accept(at, { voucher, signature });
    const transcript = nextTranscript(stored.transcript, 2, bytes(2), stored.responseHash);
    const second = (cumulative: bigint) => first({ calls: 2, cumulative, transcript });
    await refused('Underpaid', at, second(5_999n), bytes(2));
    await refused('PerCallMaximumExceeded', at, second(10_001n), bytes(2));
    await accept(at, second(6_000n), bytes(2));
    at.updateTerms({ ...terms, price: 0n });
    const third = nextTranscript(transcript, 3, bytes(3), stored.responseHash);
    await refused('Underpaid', at, first({ calls: 3, cumulative: 6_000n, transcript: third }), bytes(3));
  });

  it('gives the stored answer for the same voucher, expired or not, also after a restart', async () => {
    const at = payee(store, id);
    const call = first();
    const stored = await accept(at, call);
    for (const now of [NOW, EXPIRES + 1_000_000]) {
      const again = await at.check(call.voucher, call.signature, REQUEST, now);
      assert.deepEqual(again, { kind: 'retry', answer: stored });
    }
    const served = await at.serve(call.voucher, call.signature, REQUEST, NOW, () =>
      assert.fail('worked twice'),
    );
    assert.deepEqual(served, stored);
    await store.close();
    store = await AgentStore.open(path);
    const reopened = await payee(store, id).check(call.voucher, call.signature, REQUEST, NOW);
    assert.deepEqual(reopened, { kind: 'retry', answer: stored });
    const elsewhere = payee(store, id);
    await refused('TranscriptMismatch', elsewhere, call, bytes(2));
    await refused('BadSignature', elsewhere, { ...call, signature: stranger.sign(call.voucher) });
  });

  it('refuses used call numbers', async () => {
    const at = payee(store, id);
    const call = first();
    const { transcript, responseHash } = await accept(at, call);
    await refused('Replayed', at, first({ expires: EXPIRES + 1 }));
    await refused('Replayed', at, first({ cumulative: 2_000n }));
    const next = nextTranscript(transcript, 2, REQUEST, responseHash);
    await accept(at, first({ calls: 2, cumulative: 2_000n, transcript: next }));
    await refused('Replayed', at, call);
    await refused('OutOfOrder', at, first({ calls: 4, cumulative: 4_000n }));
    await refused('TranscriptMismatch', at, first({ calls: 3, cumulative: 3_000n }));
  });

  it('takes nothing any more when the chain settled calls that it does not know', async () => {
    const at = payee(store, id);
    await store.recordSettled(id, { calls: 3, cumulative: 3_000n });
    await refused('Replayed', at, first());
    await refused('Replayed', at, first({ calls: 3, cumulative: 4_000n }));
    await refused('OutOfOrder', at, first({ calls: 4, cumulative: 4_000n }));
  });

  it('works once on 100 identical requests that come at once', async () => {
    const at = payee(store, id);
    const call = first();
    let worked = 0;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        at.serve(call.voucher, call.signature, REQUEST, NOW, async () => {
          worked++;
          await new Promise((resolve) => setTimeout(resolve, 20));
          return answer('slow');
        }),
      ),
    );
    assert.equal(worked, 1);
    for (const each of answers) assert.deepEqual(each, answers[0]);
    assert.equal(at.state().last?.cumulative, PRICE);
  });

  it('takes one of 100 different vouchers for one call that come at once', async () => {
    let worked = 0;
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => {
        const call = first({ expires: EXPIRES + index });
        // instances on one store share its turns
        return payee(store, id).serve(call.voucher, call.signature, REQUEST, NOW, async () => {
          worked++;
          return answer('once');
        });
      }),
    );
    assert.equal(worked, 1);
    const refusals = tries.filter((each) => each.status === 'rejected');
    assert.equal(refusals.length, 99);
    for (const { reason } of refusals) assert.equal(reason.code, 'Replayed');
    assert.equal((await store.evidence(id)).length, 1);
  });

  it('charges nothing when the work fails, and takes the same voucher again', async () => {
    const at = payee(store, id);
    const call = first();
    const failing = () => Promise.reject(new Error('no model'));
    await assert.rejects(at.serve(call.voucher, call.signature, REQUEST, NOW, failing), /no model/);
    assert.equal(at.state().last, null);
    await accept(at, call);
  });

  it('takes a ticket once', async () => {
    const at = payee(store, id);
    const call = first();
    const outcome = await at.check(call.voucher, call.signature, REQUEST, NOW);
    assert.ok(outcome.kind === 'call');
    at.release(outcome.ticket);
    assert.throws(() => at.release(outcome.ticket), TicketSpent);
    await assert.rejects(at.accept(outcome.ticket, answer('late')), TicketSpent);
    assert.equal(at.state().last, null);
  });

  it('serves 1,000 calls paid by a payer with a store of its own', async () => {
    const payers = await PayerStore.open(join(directory, 'payer'));
    const from = payer(payers, id);
    const at = payee(store, id);
    for (let k = 1; k <= 1_000; k++) {
      const request = bytes(k % 256);
      const call = await from.prepare(request, PRICE, EXPIRES);
      const { responseHash, responseProof } = await at.serve(
        call.voucher,
        call.signature,
        request,
        NOW,
        async (callNumber) => answer(`answer ${callNumber}`),
      );
      await from.complete(k, responseHash, responseProof);
    }
    assert.equal(at.state().last?.cumulative, 1_000n * PRICE);
    assert.deepEqual(await payers.evidence(id), await store.evidence(id));
    await payers.close();
  });
});

const terms = {
  price: PRICE,
  perCallMax: 5_000n,
  allotted: 10_000_000n,
  returned: 0n,
  expiresAt: NOW + 10_000,
  minimumSecondsLeft: 60,
};

/** S + L: the same point equation, other bytes. */
function malleated(signature: Uint8Array): Uint8Array {
  const changed = signature.slice();
  changed.set(bytesOf(littleEndian(signature.subarray(32)) + L), 32);
  return changed;
}
