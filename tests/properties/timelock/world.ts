import assert from 'node:assert/strict';
import { decodeLock, type LockSchedule, lockAddress, lockTokensAddress } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount, tokenBalance } from '../../fixtures/escrow';
import { funded, type RegistryFixture } from '../../fixtures/registry';
import { dataOf } from '../../registry/support';
import { must } from '../violated';
import {
  CLIFF,
  CLIFF_AMOUNT,
  due,
  type Kind,
  type Lock,
  MILESTONES,
  PERIOD,
  PERIOD_AMOUNT,
  released,
  returnable,
  SPAN,
} from './model';

export const SLOTS = [0, 1];
export const WALLETS = [0, 1, 2];
const PURSE = 100_000_000n;
/** Where a config's pause bits lie in its account. */
const PAUSE_AT = 12;

/** One funder's locks on a chain, what should be of them, and what must hold. */
export class World {
  paused = false;
  readonly locks: (Lock | null)[] = SLOTS.map(() => null);
  readonly #generations = new Set<string>();
  /** base units that each wallet was paid */
  readonly paid = WALLETS.map(() => 0n);
  /** base units that the funder put in and got back */
  spent = 0n;
  /** Highest of each sum, by lock and birth. */
  readonly #highest = new Map<string, bigint>();

  private constructor(
    readonly on: RegistryFixture,
    readonly funder: Keypair,
    readonly approver: Keypair,
    readonly wallets: Keypair[],
    readonly tokens: PublicKey[],
    readonly funderTokens: PublicKey,
    /** bytes of the config, which no lock has a part in */
    private readonly config: Buffer,
  ) {}

  static async start(on: RegistryFixture): Promise<World> {
    const { chain, mint } = on;
    const funder = await funded(chain);
    const wallets = await Promise.all(WALLETS.map(() => funded(chain)));
    const tokens: PublicKey[] = [];
    for (const { publicKey } of wallets) tokens.push(await tokenAccount(chain, mint, publicKey, 0n));
    const funderTokens = await tokenAccount(chain, mint, funder.publicKey, PURSE);
    const approver = await funded(chain);
    return new World(on, funder, approver, wallets, tokens, funderTokens, await configOf(on));
  }

  wallet(at: number): Keypair {
    return this.wallets[at] as Keypair;
  }

  addressOf(slot: number): PublicKey {
    return lockAddress(this.on.deployment, this.funder.publicKey, BigInt(slot));
  }

  refOf(slot: number) {
    return { lock: this.addressOf(slot), mint: this.on.mint };
  }

  scheduleOf(kind: Kind, start: bigint): LockSchedule {
    const cliff = { start, cliffAt: start + CLIFF, cliffAmount: CLIFF_AMOUNT };
    if (kind === 'linear') return { kind: 'Linear', ...cliff, end: start + SPAN };
    if (kind === 'periodic') {
      return { kind: 'Periodic', ...cliff, period: PERIOD, periodAmount: PERIOD_AMOUNT };
    }
    const approver = this.approver.publicKey;
    return { kind: 'Milestones', amounts: MILESTONES, approver, inOrder: false, deadline: start + SPAN };
  }

  /** Judges all accounts by themselves, and compares them with the model. @throws InvariantViolated */
  async check(): Promise<void> {
    const { chain, deployment } = this.on;
    const now = await chain.unixTime();
    let inside = 0n;
    for (const [slot, expected] of this.locks.entries()) {
      const at = this.addressOf(slot);
      const account = await chain.getAccount(at);
      const held = await tokenBalance(chain, lockTokensAddress(deployment, at));
      must(
        (account === null) === (expected === null),
        13,
        () => `lock ${slot} is ${account === null ? 'gone' : 'there'}`,
      );
      if (account === null || expected === null) {
        must(held === 0n, 13, () => 'tokens stayed behind');
        continue;
      }
      const lock = decodeLock(account.data);
      must(account.lamports >= (await chain.rentExemption(account.data.length)), 13, () => 'rent is missing');
      const { approved, claimed, deposited, formerDue, generation, returned, stoppedAt } = lock;
      if (expected.generation === 0n) this.#born(slot, generation, expected);
      must(held === deposited - claimed - returned, 1, () => `lock ${slot} holds ${held}`);
      const [out, back] = [released(expected, now), returnable(expected, now)];
      must(claimed + formerDue <= out, 6, () => `${claimed} paid, and ${out} released`);
      must(out <= deposited, 6, () => 'more released than there is');
      must(returned <= deposited - out, 6, () => `${returned} went back of what is released`);
      must(due(expected, now) >= 0n && back >= 0n, 6, () => 'something is owed by the recipient');
      must(claimed === expected.claimed, 6, () => `${claimed} claimed, and not ${expected.claimed}`);
      this.#grows(slot, generation, { claimed, deposited, returned });
      inside += held;
      assert.deepEqual(
        { approved, claimed, deposited, formerDue, generation, returned, stoppedAt },
        {
          approved: expected.approved,
          claimed: expected.claimed,
          deposited: expected.deposited,
          formerDue: expected.formerDue,
          generation: expected.generation,
          returned: expected.returned,
          stoppedAt: expected.stoppedAt,
        },
      );
      const recipient = this.wallet(expected.recipient).publicKey;
      must(lock.recipient.equals(recipient), 9, () => 'another is the recipient');
    }
    for (const [at, tokens] of this.tokens.entries()) {
      const has = await tokenBalance(chain, tokens);
      must(has === this.paid[at], 9, () => `wallet ${at} has ${has}`);
    }
    const left = await tokenBalance(chain, this.funderTokens);
    const gone = this.paid.reduce((sum, amount) => sum + amount, 0n);
    must(left === PURSE - this.spent, 9, () => `the funder has ${left}`);
    must(left + gone + inside === PURSE, 1, () => 'money came or went');
    must((await configOf(this.on)).equals(this.config), 11, () => 'an account changed that is not its own');
  }

  #born(slot: number, generation: bigint, expected: Lock): void {
    const birth = `${slot}@${generation}`;
    must(!this.#generations.has(birth), 8, () => `lock ${birth} was there before`);
    this.#generations.add(birth);
    expected.generation = generation;
  }

  #grows(slot: number, generation: bigint, sums: Record<string, bigint>): void {
    for (const [name, value] of Object.entries(sums)) {
      const key = `${slot}@${generation}.${name}`;
      must(value >= (this.#highest.get(key) ?? 0n), 6, () => `${name} fell`);
      this.#highest.set(key, value);
    }
  }
}

/** The config's bytes, its pause apart. */
async function configOf({ chain, config }: RegistryFixture): Promise<Buffer> {
  const data = await dataOf(chain, config);
  return data.fill(0, PAUSE_AT, PAUSE_AT + 2);
}
