import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { AgentStore } from '@agent-labs/sdk';
import {
  onDisk,
  openPaidChannel,
  PRICE,
  type RegisteredAgent,
  registerAgent,
  runAgent,
  type TestAgent,
} from '../helpers/paid-agent';
import { type Document, note, post, RawPayer, type Reply } from '../helpers/raw-payer';
import { assertRefused, expectRefused } from './expect-refused';

/** Half a second of work or more. */
const SLOW: Document = {
  fileName: 'slow.csv',
  contentType: 'text/csv',
  body: Buffer.from('"a""b",1\n'.repeat(100_000)),
};

describe('document analyst: the same and other requests at once', () => {
  let registered: RegisteredAgent;
  let agent: TestAgent;
  let url: string;

  const payerOf = async () => new RawPayer(registered, await openPaidChannel(registered));
  /** Call numbers in the store's records of answered calls. */
  const accepted = () => readFileSync(agent.store, 'utf8').split('"type":"accepted"').length - 1;

  beforeEach(async () => {
    registered = await registerAgent();
    agent = await runAgent(registered, { settleEvery: 1 });
    url = agent.url;
  });
  afterEach(async () => {
    await agent.stop();
    assert.deepEqual(agent.errors, []);
  });

  function assertSame(reply: Reply, first: Reply): void {
    assert.equal(reply.status, 200, reply.body.toString());
    assert.ok(reply.body.equals(first.body));
    assert.equal(reply.receiptHeader, first.receiptHeader);
    assert.equal(reply.contentType, first.contentType);
  }

  it('a request that comes again gets the same bytes at no charge, even when its channel is gone', async () => {
    const payer = await payerOf();
    const first = await payer.pay(url, note('x'));
    await agent.settle();
    const before = onDisk(agent);
    const ask = [() => post(url, note('x'), first.header), () => payer.again(url, first.header)];
    for (const again of ask) assertSame(await again(), first);
    await payer.paid.close();
    await registered.chain.advance({ seconds: 40n });
    for (const again of ask) assertSame(await again(), first);
    await expectRefused(agent, 402, 'ChannelNotOpen', () => payer.pay(url, note('y')));
    await registered.chain.advance({ seconds: 90_000n });
    for (const again of ask) assertSame(await again(), first);
    await agent.stop();
    agent = await runAgent(registered);
    url = agent.url;
    for (const again of ask) assertSame(await again(), first);
    assert.equal(onDisk(agent), before);
  });

  it('a hundred times the same request is worked on and charged once', async () => {
    const payer = await payerOf();
    const signed = await payer.sign(SLOW);
    const header = payer.header(signed);
    const [first, ...others] = await Promise.all(Array.from({ length: 100 }, () => post(url, SLOW, header)));
    assert.ok(first);
    for (const other of others) assertSame(other, first);
    assert.equal(accepted(), 1);
    await agent.settle();
    const { settled, calls } = await payer.paid.account();
    assert.deepEqual([settled, calls], [PRICE, 1]);
    assert.equal(agent.reports.length, 1, 'a repeated answer is no reason to settle');
  });

  it('of a hundred different requests on one channel each call number is taken once', async () => {
    const payer = await payerOf();
    for (let round = 1; round <= 5; round += 1) {
      const tries = await Promise.all(
        Array.from({ length: 20 }, async (_, at) => {
          const signed = await payer.sign(note(`${round}.${at}`));
          return { signed, reply: await post(url, note(`${round}.${at}`), payer.header(signed)) };
        }),
      );
      const taken = tries.filter(({ reply }) => reply.status === 200);
      assert.equal(taken.length, 1);
      for (const { reply } of tries) if (reply.status !== 200) assertRefused(reply, 409, 'Replayed');
      const [{ signed, reply }] = taken as [(typeof tries)[number]];
      assert.equal(reply.receipt?.callNumber, round);
      payer.answered(signed, reply);
    }
    assert.equal(accepted(), 5);
    await agent.settle();
    assert.equal((await payer.paid.account()).settled, 5n * PRICE);
  });

  it('calls of one channel that come in a heap are refused but for the next one', async () => {
    const payer = await payerOf();
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, at) => payer.pay(url, note(`${at}`), { calls: 1 + (at % 3) })),
    );
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    const expected = [undefined, 'Replayed', 'OutOfOrder', 'Underpaid'];
    for (const { error } of replies) assert.ok(expected.includes(error?.code), error?.code);
    assert.equal(accepted(), 1);
  });

  it('channels do not get in each other’s way, nor does a large document on one of them', async () => {
    const [slow, ...quick] = [await payerOf(), await payerOf(), await payerOf(), await payerOf()];
    assert.ok(slow);
    for (const payer of quick) assert.equal((await payer.pay(url, note('warm'))).status, 200);
    let done = 0;
    const large = slow.pay(url, SLOW).then((reply) => {
      assert.equal(reply.status, 200);
      return done;
    });
    await Promise.all(
      quick.map(async (payer, number) => {
        for (let call = 2; call <= 6; call += 1) {
          const { status, receipt } = await payer.pay(url, note(`${number} ${call}`));
          assert.deepEqual([status, receipt?.callNumber], [200, call]);
          done += 1;
        }
      }),
    );
    assert.ok((await large) > 0, 'small documents were answered meanwhile');
    await agent.settle();
    for (const payer of quick) assert.equal((await payer.paid.account()).settled, 6n * PRICE);
    assert.equal((await slow.paid.account()).settled, PRICE);
  });

  describe('asking for an answer', () => {
    it('waits for the work on it', async () => {
      await agent.stop();
      const { chain } = registered;
      let arrived: () => void = () => undefined;
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      agent = await runAgent(registered, {
        chain: {
          getAccount: (at) => chain.getAccount(at),
          getAccounts: (addresses) => chain.getAccounts(addresses),
          slot: () => chain.slot(),
          send: (instructions, options) => chain.send(instructions, options),
          unixTime: () => {
            arrived();
            return chain.unixTime();
          },
        },
      });
      const payer = await payerOf();
      const signed = await payer.sign(SLOW);
      const header = payer.header(signed);
      const call = post(agent.url, SLOW, header);
      await arrival;
      assertSame(await payer.again(agent.url, header), await call);
    });

    it('gives the voucher up where it was not taken: a request with it that comes later is refused', async () => {
      const payer = await payerOf();
      const late = payer.header(await payer.sign(note('late')));
      await expectRefused(agent, 404, 'NotTaken', () => payer.again(url, late));
      await expectRefused(agent, 409, 'GivenUp', () => post(url, note('late'), late));
      await expectRefused(agent, 404, 'NotTaken', () => payer.again(url, late));
      const expires = Number(await registered.chain.unixTime()) + 3_601;
      const { status, receipt } = await payer.pay(url, note('late'), { expires });
      assert.deepEqual([status, receipt?.callNumber], [200, 1]);
      assert.equal(accepted(), 1);
    });

    it('never says both: the voucher is either answered or given up', async () => {
      for (let round = 0; round < 20; round += 1) {
        const payer = await payerOf();
        const header = payer.header(await payer.sign(note('race')));
        const [call, asked] = await Promise.all([
          post(url, note('race'), header),
          new Promise((resolve) => setTimeout(resolve, Math.random() * 6)).then(() =>
            payer.again(url, header),
          ),
        ]);
        if (asked.status === 200) assertSame(asked, call);
        else {
          assertRefused(asked, 404, 'NotTaken');
          assertRefused(call, 409, 'GivenUp');
        }
      }
    });
  });

  it('the evidence in the store is complete and follows the calls', async () => {
    const payer = await payerOf();
    for (let call = 1; call <= 4; call += 1) await payer.pay(url, note(`${call}`));
    await agent.stop();
    const store = await AgentStore.open(agent.store);
    const evidence = await store.evidence(payer.paid.id);
    await store.close();
    assert.deepEqual(
      evidence.map(({ callNumber, cumulative }) => [callNumber, cumulative]),
      [1, 2, 3, 4].map((call) => [call, BigInt(call) * PRICE]),
    );
    agent = await runAgent(registered);
  });
});
