import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { TransactionFailed } from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import { Keypair, type TransactionInstruction } from '@solana/web3.js';
import { programsOf, recordsOf } from '../helpers/in-order';
import { type Listed, Owners } from './world-agents';
import { type Budget, Payers } from './world-budgets';
import { type Line, Lines } from './world-channels';
import { Operators } from './world-config';
import { Consenters } from './world-consents';
import { Disputants } from './world-disputes';
import { Lockers } from './world-locks';
import { Poolers } from './world-pools';
import { Raters } from './world-ratings';
import { Stakers } from './world-stake';

/** Deeds between two looks at how much happened. */
const COUNT_EVERY = 25;

/** Numbers from 0 to below 1, the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Something that somebody may do, and its name. */
export type Deed = [name: string, deed: () => Promise<unknown>];

/**
 * A local chain on which agents, payers and passers-by do all that the programs let them, at random, and some
 * that they do not.
 */
export class World {
  readonly agents: Listed[] = [];
  readonly budgets: Budget[] = [];
  readonly lines: Line[] = [];
  /** how often each deed succeeded */
  readonly done = new Map<string, number>();
  /** session keys that were rotated away, by address: channels keep theirs */
  readonly sessions = new Map<string, Keypair>();
  readonly owners = new Owners(this);
  readonly payers = new Payers(this);
  readonly channels = new Lines(this);
  readonly stakers = new Stakers(this);
  readonly raters = new Raters(this);
  readonly operators: Operators;
  readonly disputants = new Disputants(this);
  readonly lockers = new Lockers(this);
  readonly poolers = new Poolers(this);
  readonly consenters = new Consenters(this);
  #sent = 0;

  private constructor(
    readonly localnet: Localnet,
    readonly random: () => number,
  ) {
    this.operators = new Operators(this);
  }

  static async start(seed: number): Promise<World> {
    const world = new World(await startLocalnet({ tick: null }), randomFrom(seed));
    for (let at = 0; at < 6; at += 1) await world.owners.register();
    for (let at = 0; at < 8; at += 1) await world.payers.openBudget();
    while (world.lines.length < 12) await world.attempt(() => world.channels.openLine());
    return world;
  }

  /** Does things until the chain has `transactions` that name our programs. */
  live(transactions: number): Promise<void> {
    const { owners, payers, channels, stakers, raters, operators, disputants } = this;
    return this.#liveAs([owners, payers, channels, stakers, raters, operators, disputants], transactions);
  }

  /** The same of people who lock, pool and grant money, and who consent and approve; operators pause and unpause. */
  liveOn(transactions: number): Promise<void> {
    const { lockers, poolers, consenters, operators } = this;
    return this.#liveAs([lockers, poolers, consenters, operators], transactions);
  }

  async #liveAs(people: { deeds(): Deed[] }[], transactions: number): Promise<void> {
    const { node, deployment } = this.localnet;
    const programs = programsOf(deployment);
    const enough = () => recordsOf(node, programs).length >= transactions;
    const deeds = people.flatMap((some) => some.deeds());
    // counting is a walk through all of the history
    for (let did = 0; did % COUNT_EVERY !== 0 || !enough(); did += 1) {
      const [name, deed] = this.pick(deeds);
      if (await this.attempt(deed)) this.done.set(name, (this.done.get(name) ?? 0) + 1);
      if (this.random() < 0.4) await node.advance({ slots: 1 });
      if (this.random() < 0.02) await node.advance({ seconds: 61 });
      if (this.random() < 0.004) await node.advance({ seconds: 4_000 });
      if (this.random() < 0.001) await node.advance({ seconds: 90_000 });
      // past the unbonding of stake
      if (this.random() < 0.0004) await node.advance({ seconds: 1_900_000 });
    }
  }

  /** Whether a deed could be done; the programs refuse what is out of turn, by a transaction that failed. */
  async attempt(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      if (error instanceof TransactionFailed || error instanceof NothingToDo) return false;
      throw error;
    }
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new NothingToDo();
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** Sends as somebody who has lamports; no two transactions are alike. */
  async send(instructions: TransactionInstruction[], payer: Keypair, signers: Keypair[] = []): Promise<void> {
    this.#sent += 1;
    const computeUnitLimit = 300_000 + (this.#sent % 100_000);
    await this.localnet.node.send(instructions, { payer, signers, computeUnitLimit });
  }

  async funded(tokens: bigint): Promise<Keypair> {
    const { node, personas } = this.localnet;
    const wallet = Keypair.generate();
    await node.airdrop(wallet.publicKey, 100_000_000_000n);
    const { mint, operator } = personas;
    const at = getAssociatedTokenAddressSync(mint.publicKey, wallet.publicKey);
    const payer = operator.publicKey;
    await this.send(
      [
        createAssociatedTokenAccountIdempotentInstruction(payer, at, wallet.publicKey, mint.publicKey),
        ...(tokens > 0n ? [createMintToInstruction(mint.publicKey, at, payer, tokens)] : []),
      ],
      operator,
    );
    return wallet;
  }
}

/** There was nothing that a deed could be done to. */
export class NothingToDo extends Error {}

export function repeated<T>(times: number, one: T): T[] {
  return Array.from({ length: times }, () => one);
}
