import assert from 'node:assert/strict';
import { decodeJob, jobAddress } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { FAR } from '../../escrow/shared';
import { agentOn, type EscrowFixture, escrowOn, tokenBalance } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import { assertSame } from '../../registry/support';
import { DAILY_CAP, hasEnded, type Model, TOTAL_CAP } from './model';

/** One payer's mandate and its jobs on a chain, and what must hold of them. */
export class World {
  readonly #other = Keypair.generate();
  readonly #generations = new Set<string>();

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

  /** Compares all accounts with the model, and judges them by themselves. */
  async check(model: Model): Promise<void> {
    const { chain, payoutTokens, vault } = this.on;
    const { killed, charged, day: _, today: __, ...books } = model.mandate;
    const mandate = await this.on.readMandate();
    const { free, allotted, feesAccrued, jobs, keyEpoch } = mandate;
    assert.deepEqual({ free, allotted, feesAccrued, jobs, keyEpoch }, books);
    assert.deepEqual([mandate.killedAt !== 0n, mandate.totalCharged], [killed, charged]);
    // 1, 5: the vault holds what is owed, exactly, and what left it reached the payee
    assert.equal(await tokenBalance(chain, vault), free + allotted + feesAccrued, 'invariant 1');
    assert.equal(await tokenBalance(chain, payoutTokens), model.paid, 'invariant 9');
    assert.equal(free + allotted + feesAccrued + model.paid, 1_000_000n, 'invariant 5');
    assert.ok(mandate.totalCharged <= TOTAL_CAP && mandate.dayCharged <= DAILY_CAP, 'invariant 16');
    let owed = 0n;
    for (const [at, expected] of model.jobs.entries()) {
      const account = await chain.getAccount(this.refOf(at).job);
      assert.equal(account === null, expected === null);
      if (account === null || expected === null) continue;
      const job = decodeJob(account.data);
      if (expected.generation === 0n) {
        const birth = `${at}@${job.generation}`;
        assert.ok(!this.#generations.has(birth), 'invariant 8');
        this.#generations.add(birth);
        expected.generation = job.generation;
      }
      assertSame(
        Object.fromEntries(Object.keys(expected).map((name) => [name, job[name as never]])),
        expected,
      );
      const { amount, awarded, claimed, earned, paidGross, returned } = job;
      // 3, 4: nothing is promised twice, and a dispute takes no more than it claimed
      assert.ok(earned + returned <= amount && paidGross <= earned, 'invariant 4');
      assert.ok(awarded <= claimed && awarded <= returned, 'invariant 3');
      assert.equal(earned + returned === amount || !hasEnded(expected), true, 'invariant 4');
      owed += amount - paidGross - returned;
    }
    assert.equal(allotted, owed, 'invariant 4');
  }
}
