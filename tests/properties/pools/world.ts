import assert from 'node:assert/strict';
import { type AccountState, attestationAddress, decodeAttestation, poolDue } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { PURSE, tokenBalance } from '../../fixtures/escrow';
import { funded, type RegistryFixture } from '../../fixtures/registry';
import { type Member, type PoolFixture, poolOn, SHARE, WAIT } from '../../timelock/pools';
import { must } from '../violated';
import { Model } from './model';

/** People around a pool; one more than it takes. */
const PEOPLE = 3;
const MOST = 2;
/** Ends of attestations lie so far ahead at first, seconds. */
export const ATTESTED = 400n;

/** A pool with people around it, another pool that nothing may touch, and what must hold of all. */
export class World {
  private constructor(
    readonly on: PoolFixture,
    readonly members: Member[],
    /** Pays the rent of all memberships. */
    readonly sponsor: Keypair,
    private readonly untouched: ReadonlyMap<string, AccountState | null>,
    private readonly creatorLamports: bigint,
    private readonly sponsorLamports: bigint,
    private readonly bystanders: PublicKey[],
  ) {}

  static async start(
    registry: RegistryFixture,
    mode: 'Accrue' | 'Expire',
  ): Promise<{ world: World; model: Model }> {
    const { chain } = registry;
    const other = await poolOn(registry);
    await other.fund(5n * SHARE);
    const bystander = await other.member();
    const firstEpochAt = (await chain.unixTime()) + WAIT;
    const on = await poolOn(registry, { mode, maxMembers: MOST, firstEpochAt });
    const attestedUntil = (await chain.unixTime()) + ATTESTED;
    const members: Member[] = [];
    for (let at = 0; at < PEOPLE; at += 1) members.push(await on.candidate(attestedUntil));
    const people = members.map(() => ({ attestedUntil, membership: null, paid: 0n }));
    const model = new Model(mode, firstEpochAt, people, MOST);
    // no pool is closed in the slot it was made in
    await chain.advance({ slots: 1 });
    model.now = await chain.unixTime();
    const bystanders = [other.pool, other.poolVault, bystander.membership, bystander.tokens];
    const untouched = new Map<string, AccountState | null>();
    for (const at of bystanders) untouched.set(at.toBase58(), await chain.getAccount(at));
    const sponsor = await funded(chain);
    const lamports = async (key: PublicKey) => (await chain.getAccount(key))?.lamports ?? 0n;
    const [ofCreator, ofSponsor] = [
      await lamports(on.poolCreator.publicKey),
      await lamports(sponsor.publicKey),
    ];
    return { world: new World(on, members, sponsor, untouched, ofCreator, ofSponsor, bystanders), model };
  }

  member(at: number): Member {
    return this.members[at] as Member;
  }

  /** Judges all accounts by what should be of them. @throws InvariantViolated */
  async check(model: Model): Promise<void> {
    const { on } = this;
    const { chain } = on;
    await this.#checkRent(model);
    for (const at of this.bystanders) {
      const [was, is] = [this.untouched.get(at.toBase58()), await chain.getAccount(at)];
      const same = was?.lamports === is?.lamports && Buffer.compare(was?.data ?? [0], is?.data ?? [1]) === 0;
      must(same, 11, () => `${at.toBase58()} of another pool changed`);
    }
    for (const [at, { attestedUntil, paid }] of model.people.entries()) {
      const attested = await this.#attestation(at);
      must(attested === attestedUntil, 11, () => `the attestation of person ${at} changed`);
      const has = await tokenBalance(chain, this.member(at).tokens);
      must(has === paid, 9, () => `person ${at} has ${has}, not ${paid}`);
    }
    if (model.closed) {
      const back = PURSE - model.paid + model.donated;
      const has = await tokenBalance(chain, on.creatorTokens);
      must(has === back, 9, () => `the creator has ${has}, not ${back}`);
      return;
    }
    const [pool, held] = [await on.readPool(), await tokenBalance(chain, on.poolVault)];
    const { epochs, free, funded: all, owed, paid, records, withdrawn } = pool;
    must(held >= free + owed, 1, () => `the vault has ${held}, owed ${free + owed}`);
    must(held === free + owed + model.donated, 1, () => `the vault has ${held} for ${free + owed}`);
    must(all === paid + free + owed + withdrawn, 5, () => 'the ledger does not add up');
    must(epochs === model.epochs, 6, () => `${epochs} epochs opened, not ${model.epochs}`);
    must(pool.epochEndsAt === model.endsAt, 6, () => `the epoch ends at ${pool.epochEndsAt}`);
    must(paid === model.paid, 10, () => `${paid} was paid, ${model.paid} was due`);
    for (const [at, person] of model.people.entries()) await this.#checkMember(model, at, person.membership);
    const expired = pool.mode === 'Expire' && model.now >= pool.epochEndsAt;
    assert.deepEqual(
      {
        ...{ funded: all, withdrawn, members: pool.members, records, stopped: pool.stoppedAt !== 0n },
        ...{ free: expired ? free + owed : free, owed: expired ? 0n : owed },
      },
      {
        ...{ funded: model.funded, withdrawn: model.withdrawn, members: model.members.length },
        ...{ records: model.memberships.length, stopped: model.stopped, free: model.free, owed: model.owed },
      },
    );
  }

  /** End of a person's attestation, null without one; 0 where it was written to. */
  async #attestation(at: number): Promise<bigint | null> {
    const { attestor, chain, deployment } = this.on;
    const wallet = this.member(at).wallet.publicKey;
    const account = await chain.getAccount(attestationAddress(deployment, attestor.publicKey, wallet));
    if (account === null || account.data.length === 0) return null;
    const { expiresAt, reserved } = decodeAttestation(account.data);
    return reserved.every((byte) => byte === 0) ? expiresAt : 0n;
  }

  async #checkMember(model: Model, at: number, expected: Model['people'][0]['membership']): Promise<void> {
    const member = this.member(at);
    const exists = (await this.on.chain.getAccount(member.membership)) !== null;
    must(exists === (expected !== null), 9, () => `membership ${at} is ${exists ? '' : 'not '}there`);
    if (expected === null) return;
    const membership = await this.on.readMember(member);
    const { next, until, suspendedAt, wallet } = membership;
    must(wallet.equals(member.wallet.publicKey), 9, () => `membership ${at} is another's`);
    must(suspendedAt === (expected.suspendedAt ?? 0n), 9, () => `membership ${at}: ${suspendedAt}`);
    const due = poolDue(await this.on.readPool(), membership, model.now);
    must(due === model.due(expected), 10, () => `member ${at} has ${due}, not ${model.due(expected)}`);
    if (model.mode === 'Expire') return;
    const end = until < model.epochs ? until : model.epochs;
    const epochs = BigInt(expected.coming.length);
    must(end - next === epochs, 10, () => `member ${at} has ${end - next} epochs, not ${epochs}`);
  }

  /** 13: live accounts are rent-exempt, and closing returns rent to its payer. */
  async #checkRent(model: Model): Promise<void> {
    const { chain } = this.on;
    const lamports = async (key: PublicKey) => (await chain.getAccount(key))?.lamports ?? 0n;
    let paid = 0n;
    for (const [at, { membership }] of model.people.entries()) {
      if (membership === null) continue;
      const account = await chain.getAccount(this.member(at).membership);
      if (account === null) continue;
      const rent = await chain.rentExemption(account.data.length);
      must(account.lamports === rent, 13, () => `membership ${at} has ${account.lamports}, not ${rent}`);
      paid += rent;
    }
    const has = await lamports(this.sponsor.publicKey);
    must(
      has === this.sponsorLamports - paid,
      13,
      () => `${this.sponsorLamports - paid - has} of rent is gone`,
    );
    const creator = await lamports(this.on.poolCreator.publicKey);
    if (!model.closed) {
      must(creator === this.creatorLamports, 13, () => 'the creator paid for something');
    } else {
      must(creator > this.creatorLamports, 13, () => "the pool's rent is gone");
    }
  }
}
