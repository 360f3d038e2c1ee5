import assert from 'node:assert/strict';
import {
  AgentStore,
  type Chain,
  channelClose,
  ensureLookupTable,
  mandateKill,
  mandateRotate,
  retireLookupTable,
  type SettleReport,
  Settler,
  TransactionFailed,
} from '@agent-labs/sdk';
import { Keypair, SYSVAR_INSTRUCTIONS_PUBKEY } from '@solana/web3.js';
import {
  type ChannelWish,
  openPaidChannel,
  PRICE,
  type RegisteredAgent,
  registerAgent,
  runAgent,
  type TestAgent,
} from '../helpers/paid-agent';
import { note, RawPayer, type Wish } from '../helpers/raw-payer';

/** A chain on which sending goes through a test's hands. */
function through(chain: Chain, send: Chain['send']): Chain {
  return {
    getAccount: (at) => chain.getAccount(at),
    getAccounts: (addresses) => chain.getAccounts(addresses),
    unixTime: () => chain.unixTime(),
    slot: () => chain.slot(),
    send,
  };
}

describe('document analyst: settling', () => {
  let registered: RegisteredAgent;
  let agent: TestAgent;

  beforeEach(async () => {
    registered = await registerAgent();
    agent = await runAgent(registered);
  });
  afterEach(async () => {
    await agent.stop();
    assert.deepEqual(agent.errors, []);
  });

  /** A payer of a channel of its own who has paid for some calls. */
  async function paid(calls: number, wish: ChannelWish = {}, voucher: Wish = {}): Promise<RawPayer> {
    const payer = new RawPayer(registered, await openPaidChannel(registered, wish));
    for (let call = 1; call <= calls; call += 1) {
      assert.equal((await payer.pay(agent.url, note(`${call}`), voucher)).status, 200);
    }
    return payer;
  }

  async function assertSettled(payer: RawPayer, calls: number): Promise<void> {
    const { settled, calls: onChain } = await payer.paid.account();
    assert.deepEqual([settled, onChain], [BigInt(calls) * PRICE, calls]);
  }

  function assertFailed({ failures }: SettleReport, ...expected: [RawPayer, RegExp][]): void {
    const said = failures.map(({ channel, error }) => `${channel.toBase58()} ${error.message}`).sort();
    const wanted = expected.sort(([a], [b]) =>
      a.paid.channel.toBase58() < b.paid.channel.toBase58() ? -1 : 1,
    );
    assert.equal(said.length, wanted.length, said.join('\n'));
    for (const [at, [payer, message]] of wanted.entries()) {
      assert.ok(said[at]?.startsWith(payer.paid.channel.toBase58()), said[at]);
      assert.match(said[at] ?? '', message);
    }
  }

  /** Works on the agent's store while the agent is stopped. */
  async function withStore<T>(use: (store: AgentStore) => Promise<T>): Promise<T> {
    await agent.stop();
    const store = await AgentStore.open(agent.store);
    try {
      return await use(store);
    } finally {
      await store.close();
      agent = await runAgent(registered);
    }
  }

  it('moves up to four channels in a transaction, each to its last voucher', async () => {
    const payers = await Promise.all([1, 2, 3, 1, 2, 1, 1, 1, 1].map((calls) => paid(calls)));
    const report = await agent.settle();
    assert.equal(report.settled, 9);
    assert.equal(report.transactions.length, 3);
    assert.deepEqual(report.failures, []);
    for (const { size } of report.transactions) assert.ok(size <= 1_232);
    for (const payer of payers) await assertSettled(payer, payer.calls);
  });

  it('again does nothing, nor does it twice at once', async () => {
    const payer = await paid(2);
    const reports = await Promise.all([agent.settle(), agent.settle(), agent.settle()]);
    assert.deepEqual(
      reports.map(({ settled, transactions, failures }) => [settled, transactions.length, failures.length]),
      [
        [1, 1, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    );
    await assertSettled(payer, 2);
    await payer.pay(agent.url, note('3'));
    assert.equal((await agent.settle()).settled, 1);
    await assertSettled(payer, 3);
  });

  it('is not held up by channels that are gone, drained, past their grace or expired', async () => {
    const { chain } = registered;
    const now = Number(await chain.unixTime());
    const long = { expires: now + 400_000 };
    const [gone, late, brief, stale, good, better] = [
      await paid(1, {}, long),
      await paid(1, {}, long),
      await paid(1, { expiresAt: BigInt(now) + 4_000n }, long),
      await paid(1),
      await paid(1, {}, long),
      await paid(2, {}, long),
    ];
    await gone.paid.close();
    await chain.advance({ seconds: 90_001n });
    await gone.paid.finish();
    await late.paid.close();
    await chain.advance({ seconds: 3_601n });
    for (let run = 0; run < 2; run += 1) {
      const report = await agent.settle();
      assertFailed(
        report,
        [gone, /the channel is gone/],
        [late, /the grace is over/],
        [brief, /the channel has expired/],
        [stale, /the voucher has expired/],
      );
      assert.equal(report.settled, run === 0 ? 2 : 0);
      assert.equal(report.transactions.length, run === 0 ? 1 : 0, 'what must fail is not paid for');
    }
    await assertSettled(good, 1);
    await assertSettled(better, 2);
    for (const payer of [late, brief, stale]) await assertSettled(payer, 0);
  });

  it('goes on one by one where one of a batch fails for a reason not seen before', async () => {
    const payers = [await paid(1), await paid(1), await paid(1), await paid(1), await paid(1)];
    const bad = payers[1] as RawPayer;
    const { chain } = registered;
    const sent: number[] = [];
    const report = await withStore(async (store) => {
      const watched = through(chain, async (instructions, options) => {
        const channels = instructions[1]?.keys.slice(1).map(({ pubkey }) => pubkey) ?? [];
        sent.push(channels.length);
        if (channels.some((channel) => channel.equals(bad.paid.channel))) {
          throw new TransactionFailed('refused', 6000, 1, []);
        }
        return chain.send(instructions, options);
      });
      return new Settler({ ...registered, store, chain: watched, feePayer: registered.operator }).run();
    });
    assert.deepEqual(sent, [4, 1, 1, 1, 1, 1]);
    assert.equal(report.settled, 4);
    assertFailed(report, [bad, /refused/]);
    const next = await agent.settle();
    assert.equal(next.settled, 1, 'it was kept');
    for (const payer of payers) await assertSettled(payer, 1);
  });

  it('puts five into a transaction where a lookup table names their channels, and four once it is gone', async () => {
    const payers = [await paid(1), await paid(1), await paid(1), await paid(1), await paid(1)];
    const { chain, operator } = registered;
    const channels = payers.map((payer) => payer.paid.channel);
    const wait = () => chain.advance({ slots: 1 });
    const table = await ensureLookupTable(
      chain,
      operator,
      [SYSVAR_INSTRUCTIONS_PUBKEY, ...channels],
      undefined,
      {
        wait,
      },
    );
    const lookupTable = table.key;
    const run = () =>
      withStore((store) => new Settler({ ...registered, store, feePayer: operator, lookupTable }).run());
    const { transactions, settled, failures } = await run();
    assert.deepEqual([transactions.length, settled, failures], [1, 5, []]);
    for (const payer of payers) await assertSettled(payer, 1);

    assert.equal(await retireLookupTable(chain, operator, lookupTable), 'cooling');
    for (const payer of payers) await payer.pay(agent.url, note('more'));
    const later = await run();
    assert.deepEqual([later.transactions.length, later.settled, later.failures], [2, 5, []]);
    for (const payer of payers) await assertSettled(payer, 2);
  });

  it('reports what the chain does not answer for, and settles the rest', async () => {
    const [silent, good] = [await paid(1), await paid(1)];
    const { chain } = registered;
    const report = await withStore((store) => {
      const watched: Chain = {
        ...through(chain, (instructions, options) => chain.send(instructions, options)),
        getAccount: async (at) => {
          if (at.equals(silent.paid.channel)) throw new Error('timed out');
          return chain.getAccount(at);
        },
      };
      return new Settler({ ...registered, store, chain: watched, feePayer: registered.operator }).run();
    });
    assertFailed(report, [silent, /timed out/]);
    await assertSettled(good, 1);
    await assertSettled(silent, 0);
    assert.equal((await agent.settle()).settled, 1);
  });

  for (const [when, landed] of [
    ['before', false],
    ['after', true],
  ] as const) {
    it(`loses and repeats nothing when it crashes ${when} the transaction landed`, async () => {
      const payers = [await paid(1), await paid(2)];
      const { chain } = registered;
      const report = await withStore((store) => {
        const crashing = through(chain, async (instructions, options) => {
          if (landed) await chain.send(instructions, options);
          throw new Error('connection lost');
        });
        return new Settler({ ...registered, store, chain: crashing, feePayer: registered.operator }).run();
      });
      assert.deepEqual([report.settled, report.transactions.length, report.failures.length], [0, 0, 2]);
      const next = await agent.settle();
      assert.deepEqual([next.settled, next.transactions.length], landed ? [0, 0] : [2, 1]);
      assert.deepEqual(next.failures, []);
      for (const payer of payers) await assertSettled(payer, payer.calls);
      for (const payer of payers) assert.equal((await payer.pay(agent.url, note('more'))).status, 200);
      assert.equal((await agent.settle()).settled, 2);
      for (const payer of payers) await assertSettled(payer, payer.calls);
    });
  }

  it('takes in what was signed before a rotation or a kill, while the grace lasts', async () => {
    const { chain, deployment, payer: wallet, mint } = registered;
    const [killed, rotated] = [await paid(2), await paid(3)];
    const refOf = ({ paid: { mandate } }: RawPayer) => ({ mandate, payer: wallet.publicKey, mint });
    const kill = await mandateKill(deployment, refOf(killed));
    const rotate = await mandateRotate(deployment, refOf(rotated), Keypair.generate().publicKey);
    await chain.send([kill, rotate], { payer: wallet });
    for (const { paid: channel } of [killed, rotated]) {
      const close = await channelClose(deployment, channel, registered.operator.publicKey);
      await chain.send([close], { payer: registered.operator });
    }
    await chain.advance({ seconds: 31n });
    for (const payer of [killed, rotated]) {
      assert.equal((await payer.pay(agent.url, note('x'))).error?.code, 'ChannelNotOpen');
    }
    const report = await agent.settle();
    assert.deepEqual([report.settled, report.failures.length], [2, 0]);
    await assertSettled(killed, 2);
    await assertSettled(rotated, 3);
  });

  it('happens by itself every so many calls, and tells', async () => {
    await agent.stop();
    agent = await runAgent(registered, { settleEvery: 3 });
    const payer = await paid(7);
    await agent.settle();
    assert.deepEqual(
      agent.reports.map(({ settled }) => settled),
      [1, 1],
    );
    await assertSettled(payer, 7);
  });

  it('by itself survives an operator whose own code throws, and a chain that is down', async () => {
    await agent.stop();
    const { chain } = registered;
    const errors: string[] = [];
    let down = false;
    agent = await runAgent(registered, {
      settleEvery: 1,
      chain: through(chain, async (instructions, options) => {
        if (down) throw new Error('down');
        return chain.send(instructions, options);
      }),
      onSettled: ({ failures }) => {
        throw new Error(`planted, ${failures.length} failures`);
      },
      onError: (error) => errors.push(error.message),
    });
    const payer = await paid(1);
    await agent.settle();
    down = true;
    await payer.pay(agent.url, note('2'));
    await agent.settle();
    await agent.stop();
    assert.deepEqual(errors, ['planted, 0 failures', 'planted, 1 failures']);
    agent = await runAgent(registered);
    assert.equal((await agent.settle()).settled, 1);
    await assertSettled(payer, 2);
  });
});
