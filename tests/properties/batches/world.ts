import { type AccountState, isClaimed, lockTokensAddress } from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { PURSE, tokenAccount, tokenBalance } from '../../fixtures/escrow';
import { funded, type RegistryFixture } from '../../fixtures/registry';
import { type BatchFixture, batchOn, CLAIMS, grantsFor, readLock } from '../../timelock/batches';
import { must } from '../violated';
import { Model } from './model';

/** Of the linear and of the periodic grants, seconds. */
const SPAN = 200n;

/** What a run begins with. */
export interface Start {
  /** Whether the creator may cancel. */
  cancellable: boolean;
  /** What the total is above or below the sum of the leaves, base units. */
  skew: bigint;
}

/** A batch of four leaves, another batch that nothing may touch, and what must hold of both. */
export class World {
  private constructor(
    readonly on: BatchFixture,
    /** Each leaf's recipient's token account. */
    readonly tokens: PublicKey[],
    /** Pays the rent of all locks. */
    readonly sponsor: Keypair,
    private readonly sponsorLamports: bigint,
    private readonly untouched: [PublicKey, AccountState | null][],
  ) {}

  static async start(
    registry: RegistryFixture,
    { cancellable, skew }: Start,
  ): Promise<{ world: World; model: Model }> {
    const { chain } = registry;
    const other = await batchOn(registry);
    await other.claim(0);
    const theirs = [
      registry.mint,
      other.batch,
      other.batchVault,
      other.lockOf(0).lock,
      other.lockOf(0).tokens,
    ];
    const untouched: [PublicKey, AccountState | null][] = [];
    for (const at of theirs) untouched.push([at, await chain.getAccount(at)]);
    const begun = await chain.unixTime();
    const [first, second, third, fourth] = Array.from({ length: 4 }, () => Keypair.generate().publicKey);
    const grants = [
      { amount: 90n, recipient: first, end: SPAN, cliff: 20n },
      { amount: 41n, recipient: second, end: SPAN + 13n, cliff: 0n },
    ].map(({ amount, cliff, end, recipient }) => ({
      recipient: recipient as PublicKey,
      amount,
      schedule: {
        ...{ kind: 'Linear' as const, start: begun, cliffAt: begun + 50n, cliffAmount: cliff },
        end: begun + end,
      },
    }));
    const periodic = {
      recipient: third as PublicKey,
      amount: 70n,
      schedule: {
        ...{ kind: 'Periodic' as const, start: begun, cliffAt: begun, cliffAmount: 5n },
        ...{ period: 30n, periodAmount: 11n },
      },
    };
    const [plain] = grantsFor(1, begun);
    const leaves = [...grants, periodic, { ...plain, recipient: fourth } as (typeof grants)[0]];
    const sum = leaves.reduce((total, { amount }) => total + amount, 0n);
    const on = await batchOn(registry, {
      ...{ grants: () => leaves, total: sum + skew, funding: 0n, claimUntil: begun + CLAIMS },
      cancel: cancellable ? 'Creator' : 'Recipient',
    });
    const tokens: PublicKey[] = [];
    for (const { recipient } of leaves) tokens.push(await tokenAccount(chain, on.mint, recipient, 0n));
    const sponsor = await funded(chain);
    const lamports = (await chain.getAccount(sponsor.publicKey))?.lamports ?? 0n;
    const model = new Model(on.tree, sum + skew, begun + CLAIMS, cancellable);
    // no batch is closed in the slot it was made in
    await chain.advance({ slots: 1 });
    model.now = await chain.unixTime();
    return { world: new World(on, tokens, sponsor, lamports, untouched), model };
  }

  /** Judges all accounts by what should be of them. @throws InvariantViolated */
  async check(model: Model): Promise<void> {
    const { chain, creatorTokens } = this.on;
    for (const [at, was] of this.untouched) {
      const is = await chain.getAccount(at);
      const same = was?.lamports === is?.lamports && Buffer.compare(was?.data ?? [0], is?.data ?? [1]) === 0;
      must(same, 11, () => `${at.toBase58()}, which is none of its business, changed`);
    }
    await this.#checkLeaves(model);
    const back = PURSE - model.deposited + model.returned + (model.closed ? model.donated : 0n);
    const has = await tokenBalance(chain, creatorTokens);
    must(has === back, 9, () => `the creator has ${has}, not ${back}`);
    if (!model.closed) await this.#checkBatch(model);
  }

  async #checkBatch(model: Model): Promise<void> {
    const { chain, batchVault } = this.on;
    const batch = await this.on.readBatch();
    const held = await tokenBalance(chain, batchVault);
    const { deposited, free, locked, open, returned } = batch;
    must(held >= open + free, 1, () => `the vault has ${held}, owed ${open + free}`);
    must(held === open + free + model.donated, 1, () => `the vault has ${held} for ${open + free}`);
    must(deposited === open + locked + free + returned, 5, () => 'the ledger does not add up');
    must(deposited === model.deposited, 5, () => `${deposited} counted, ${model.deposited} came in`);
    must(batch.claimed === model.claimed.size, 10, () => `${batch.claimed} leaves were claimed`);
    for (let index = 0; index < batch.count; index += 1) {
      must(isClaimed(batch, index) === model.claimed.has(index), 10, () => `the bit of leaf ${index}`);
    }
    must(locked === model.locked, 6, () => `${locked} went into locks, not ${model.locked}`);
    must(returned === model.returned, 9, () => `${returned} went back, not ${model.returned}`);
    const stopped = batch.cancelledAt === (model.cancelledAt ?? 0n);
    must(stopped, 6, () => `cancelled at ${batch.cancelledAt}`);
    const rent = await chain.rentExemption((await chain.getAccount(this.on.batch))?.data.length ?? 0);
    must((await chain.getAccount(this.on.batch))?.lamports === rent, 13, () => 'the batch lost rent');
  }

  async #checkLeaves(model: Model): Promise<void> {
    const { chain } = this.on;
    let rent = 0n;
    for (const { index, recipient } of model.tree.leaves) {
      const claimed = model.claimed.get(index);
      const has = await tokenBalance(chain, this.tokens[index] as PublicKey);
      must(has === (claimed?.paid ?? 0n), 9, () => `the recipient of leaf ${index} has ${has}`);
      if (claimed === undefined || claimed.locked === 0n) continue;
      must(claimed.paid <= model.released(index), 6, () => `leaf ${index} was paid early`);
      const { lock } = this.on.lockOf(index);
      const account = await chain.getAccount(lock);
      must(account !== null, 9, () => `the lock of leaf ${index} is gone`);
      const made = await readLock(chain, lock);
      must(made.recipient.equals(recipient), 9, () => `the lock of leaf ${index} is another's`);
      must(made.deposited === claimed.locked, 6, () => `the lock of leaf ${index} has ${made.deposited}`);
      const inLock = await tokenBalance(chain, lockTokensAddress(this.on.deployment, lock));
      must(inLock === claimed.locked - claimed.paid, 1, () => `the lock of leaf ${index} holds ${inLock}`);
      rent += await chain.rentExemption(account?.data.length ?? 0);
      rent += await chain.rentExemption(165);
    }
    const has = (await chain.getAccount(this.sponsor.publicKey))?.lamports ?? 0n;
    must(
      has === this.sponsorLamports - rent,
      13,
      () => `${this.sponsorLamports - rent - has} of rent is gone`,
    );
  }
}
