import assert from 'node:assert/strict';
import { decodeJob, jobAddress } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { FAR } from '../../escrow/shared';
import { agentOn, type EscrowFixture, escrowOn, tokenBalance } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import { assertSame } from '../../registry/support';
import { must } from '../violated';
import { DAILY_CAP, hasEnded, type Job, type Model, TOTAL_CAP } from './model';

/** What the fixture's mandate is opened with, base units. */
const DEPOSIT = 1_000_000n;

/** One payer's mandate and its jobs on a chain, and what must hold of them. */
export class World {
  readonly #other = Keypair.generate();
  readonly #generations = new Set<string>();
  /** in all jobs there ever were, base units */
  #offered = 0n;

  private constructor(readonly on: EscrowFixture) {}

  static async start(registry: RegistryFixture): Promise<{ world: World; model: Model }> {
    const on = await escrowOn(await agentOn(registry), {
      channel: null,
      mandate: { dailyCap: DAILY_CAP, totalCap: TOTAL_CAP, expiresAt: FAR },
    });
    const { free, allotted, feesAccrued, jobs } = await on.readMandate();
    const mandate = {
      free,
      allotted,
      feesAccrued,
      jobs,
      killed: false,
      keyEpoch: 0,
      ...{ charged: 0n, day: 0n, today: 0n },
    };
    const now = await on.chain.unixTime();
    return { world: new World(on), model: { now, mandate, jobs: [null, null, null], before: [], paid: 0n } };
  }

  idOf(at: number): bigint {
    return BigInt(at);
  }

  refOf(at: number) {
    const { agent, deployment, mandate } = this.on;
    return { job: jobAddress(deployment, mandate, this.idOf(at)), mandate, agent };
  }

  /** The key that the mandate has now; it alternates with each rotation. */
  session({ mandate: { keyEpoch } }: Model): Keypair {
    return this.sessionOf(keyEpoch);
  }

  sessionOf(keyEpoch: number): Keypair {
    return keyEpoch % 2 === 0 ? this.on.session : this.#other;
  }

  nextSession(model: Model): Keypair {
    return this.session(model) === this.on.session ? this.#other : this.on.session;
  }

  rotated({ mandate }: Model): void {
    mandate.keyEpoch += 1;
  }

  /** Judges all accounts by themselves, and compares them with the model. @throws InvariantViolated */
  async check(model: Model): Promise<void> {
    const { chain, payoutTokens, vault } = this.on;
    const mandate = await this.on.readMandate();
    const { free, allotted, feesAccrued, jobs, keyEpoch } = mandate;
    const owed = free + allotted + feesAccrued;
    must((await tokenBalance(chain, vault)) === owed, 1, () => `the vault holds something else than ${owed}`);
    must(
      (await tokenBalance(chain, payoutTokens)) === model.paid,
      9,
      () => 'the payee has something else than its pay',
    );
    must(owed + model.paid === DEPOSIT, 5, () => 'money came or went');
    let [left, there] = [0n, 0];
    const found: unknown[] = [];
    for (const [at, expected] of model.jobs.entries()) {
      const account = await chain.getAccount(this.refOf(at).job);
      assert.equal(account === null, expected === null);
      if (account === null || expected === null) continue;
      const job = decodeJob(account.data);
      if (expected.generation === 0n) this.#born(at, job.generation, job.amount, expected);
      const { amount, awarded, claimed, earned, paidGross, returned } = job;
      must(awarded <= claimed && awarded <= returned, 3, () => 'a dispute took more than it claimed');
      must(earned + returned <= amount && paidGross <= earned, 4, () => 'money is promised twice');
      must(earned + returned === amount || !hasEnded(expected), 4, () => 'money of an ended job is nobody’s');
      left += amount - paidGross - returned;
      there += 1;
      found.push(Object.fromEntries(Object.keys(expected).map((name) => [name, job[name as never]])));
    }
    must(jobs === there, 14, () => `the mandate counts ${jobs} jobs, and ${there} are there`);
    must(allotted === left, 4, () => 'allotted is not what jobs have left');
    must(
      mandate.totalCharged === this.#offered && this.#offered <= TOTAL_CAP,
      16,
      () => 'the cap is not charged',
    );
    must(mandate.dayCharged <= DAILY_CAP, 16, () => 'the daily cap is exceeded');
    assertSame(
      found,
      model.jobs.filter((job) => job !== null),
    );
    const { killed, charged, day: _, today: __, ...books } = model.mandate;
    assert.deepEqual({ free, allotted, feesAccrued, jobs, keyEpoch }, books);
    assert.deepEqual([mandate.killedAt !== 0n, mandate.totalCharged], [killed, charged]);
  }

  #born(at: number, generation: bigint, amount: bigint, expected: Job): void {
    const birth = `${at}@${generation}`;
    must(!this.#generations.has(birth), 8, () => `job ${birth} was there before`);
    this.#generations.add(birth);
    this.#offered += amount;
    expected.generation = generation;
  }
}
