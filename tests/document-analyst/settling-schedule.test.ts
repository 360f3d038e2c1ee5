import assert from 'node:assert/strict';
import { AgentStore, Settler, SettleSchedule } from '@agent-labs/sdk';
import { openPaidChannel, PRICE, type RegisteredAgent, registerAgent, runAgent } from '../helpers/paid-agent';
import { note, RawPayer } from '../helpers/raw-payer';

const LONGEST_WAIT = 900;
const BEFORE_EXPIRY = 240;

describe('document analyst: settling in time', () => {
  let registered: RegisteredAgent;
  let store: AgentStore;
  let schedule: SettleSchedule;
  let settlements = 0;

  /** A call with a voucher that is valid for so many seconds, taken by an agent that is stopped again. */
  async function paid(seconds: bigint): Promise<RawPayer> {
    const agent = await runAgent(registered);
    const payer = new RawPayer(registered, await openPaidChannel(registered));
    const expires = Number((await registered.chain.unixTime()) + seconds);
    assert.equal((await payer.pay(agent.url, note('x'), { expires })).status, 200);
    await agent.stop();
    return payer;
  }

  /** What a restarted agent's schedule sees. */
  async function open(): Promise<void> {
    const { chain, operator } = registered;
    store = await AgentStore.open(`${registered.directory}/agent/vouchers.journal`);
    settlements = 0;
    const settler = new Settler({ ...registered, store, feePayer: operator });
    schedule = new SettleSchedule({
      chain,
      store,
      settler,
      every: undefined,
      longestWait: LONGEST_WAIT,
      beforeExpiry: BEFORE_EXPIRY,
      onSettled: ({ transactions }) => {
        settlements += transactions.length;
      },
      onError: (error) => assert.fail(error),
    });
  }

  const later = (seconds: number) => registered.chain.advance({ seconds: BigInt(seconds) });

  beforeEach(async () => {
    registered = await registerAgent();
  });
  afterEach(async () => {
    await schedule.stop();
    await store.close();
  });

  it('settles a voucher before it expires, though no further call comes', async () => {
    const payer = await paid(600n);
    await open();
    assert.equal(await schedule.check(), false);
    await later(600 - BEFORE_EXPIRY - 1);
    assert.equal(await schedule.check(), false);
    await later(1);
    assert.equal(await schedule.check(), true);
    assert.equal((await payer.paid.account()).settled, PRICE);
    assert.equal(await schedule.check(), false, 'nothing is left');
    assert.equal(settlements, 1);
  });

  it('settles one that came with little time left at the next look', async () => {
    const payer = await paid(121n);
    await open();
    assert.equal(await schedule.check(), true);
    assert.equal((await payer.paid.account()).settled, PRICE);
  });

  it('lets no call wait for longer than agreed, so that a payer who closes gains nothing', async () => {
    const payer = await paid(86_400n);
    await open();
    assert.equal(await schedule.check(), false);
    await later(LONGEST_WAIT - 1);
    assert.equal(await schedule.check(), false);
    await payer.paid.close();
    await later(1);
    assert.equal(await schedule.check(), true);
    assert.equal((await payer.paid.account()).settled, PRICE);
  });

  it('tries in vain for what is expired no more often than that', async () => {
    await paid(600n);
    await later(601);
    await open();
    const looks: boolean[] = [];
    for (let at = 0; at < 2 * LONGEST_WAIT; at += LONGEST_WAIT / 2) {
      looks.push(await schedule.check());
      await later(LONGEST_WAIT / 2);
    }
    assert.deepEqual(looks, [false, false, true, false]);
  });

  it('has nothing to do for an agent that nobody called', async () => {
    await (await runAgent(registered)).stop();
    await open();
    assert.equal(await schedule.check(), false);
    await later(2 * LONGEST_WAIT);
    assert.equal(await schedule.check(), false);
  });
});
