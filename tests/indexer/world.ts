import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import {
  agentHeartbeat,
  agentRegister,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  channelClose,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  channelRearm,
  channelRefund,
  channelReopen,
  channelSettle,
  createMessageSigner,
  decodeAgent,
  decodeChannel,
  encodeVoucher,
  feesSweep,
  mandateClose,
  mandateDeposit,
  mandateKill,
  mandateOpen,
  mandateRotate,
  mandateWithdraw,
  type SettleItem,
  TransactionFailed,
  versionPublish,
  versionYank,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import { Keypair, type PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { programsOf, recordsOf } from '../helpers/in-order';
import { Raters } from './world-ratings';
import { Stakers } from './world-stake';

/** Deeds between two looks at how much happened. */
const COUNT_EVERY = 25;
const DAY = 86_400n;
const PURSE = 1_000_000_000_000n;
const PRICE = 1_000n;

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

interface Listed {
  agent: PublicKey;
  owner: Keypair;
  payoutOwner: Keypair;
  versions: number;
}

interface Budget {
  id: bigint;
  mandate: PublicKey;
  payer: Keypair;
  session: Keypair;
}

interface Line {
  channel: PublicKey;
  budget: Budget;
  listed: Listed;
  payoutOwner: Keypair;
  n: number;
}

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
  readonly stakers = new Stakers(this);
  readonly raters = new Raters(this);
  #sent = 0;
  #ids = 0n;

  private constructor(
    readonly localnet: Localnet,
    readonly random: () => number,
  ) {}

  static async start(seed: number): Promise<World> {
    const world = new World(await startLocalnet({ tick: null }), randomFrom(seed));
    for (let at = 0; at < 6; at += 1) await world.register();
    for (let at = 0; at < 8; at += 1) await world.openBudget();
    while (world.lines.length < 12) await world.attempt(() => world.openLine());
    return world;
  }

  /** Does things until the chain has `transactions` that name our programs. */
  async live(transactions: number): Promise<void> {
    const { node, deployment } = this.localnet;
    const programs = programsOf(deployment);
    const enough = () => recordsOf(node, programs).length >= transactions;
    const deeds = [...this.#deeds, ...this.stakers.deeds(), ...this.raters.deeds()];
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

  readonly #deeds: [string, () => Promise<unknown>][] = [
    ...repeated<[string, () => Promise<unknown>]>(40, ['settle', () => this.settle(1)]),
    ...repeated<[string, () => Promise<unknown>]>(8, ['settle several', () => this.settle(4)]),
    ...repeated<[string, () => Promise<unknown>]>(8, ['payout', () => this.payout()]),
    ...repeated<[string, () => Promise<unknown>]>(5, ['rearm', () => this.rearm()]),
    ...repeated<[string, () => Promise<unknown>]>(6, ['open channel', () => this.openLine()]),
    ...repeated<[string, () => Promise<unknown>]>(3, ['heartbeat', () => this.heartbeat()]),
    ...repeated<[string, () => Promise<unknown>]>(3, ['update', () => this.update()]),
    ...repeated<[string, () => Promise<unknown>]>(2, ['publish', () => this.publish(this.pick(this.agents))]),
    ...repeated<[string, () => Promise<unknown>]>(2, ['status', () => this.status()]),
    ...repeated<[string, () => Promise<unknown>]>(3, ['deposit', () => this.deposit()]),
    ...repeated<[string, () => Promise<unknown>]>(2, ['withdraw', () => this.withdraw()]),
    ...repeated<[string, () => Promise<unknown>]>(2, ['refund', () => this.refund()]),
    ...repeated<[string, () => Promise<unknown>]>(4, ['close', () => this.close()]),
    ['reopen', () => this.reopen()],
    ...repeated<[string, () => Promise<unknown>]>(6, ['drain', () => this.drain()]),
    ...repeated<[string, () => Promise<unknown>]>(6, ['finish', () => this.finish()]),
    ...repeated<[string, () => Promise<unknown>]>(2, ['sweep', () => this.sweep()]),
    ['register', () => this.register()],
    ['open budget', () => this.openBudget()],
    ['rotate', () => this.rotate()],
    ['kill', () => this.kill()],
    ['close budget', () => this.closeBudget()],
    ['transfer', () => this.transfer()],
    ['yank', () => this.yank()],
  ];

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

  async register(): Promise<void> {
    const { deployment } = this.localnet;
    const [owner, payoutOwner] = [await this.funded(0n), await this.funded(0n)];
    const { instruction, agent } = await agentRegister(deployment, {
      creator: owner.publicKey,
      handle: `agent-${this.agents.length}`,
      agentKey: Keypair.generate().publicKey,
      payoutOwner: payoutOwner.publicKey,
      holdback: 60n,
      tags: ['pdf', 'legal'].slice(0, Math.floor(this.random() * 3)),
    });
    await this.send([instruction], owner);
    const listed = { agent, owner, payoutOwner, versions: 0 };
    await this.publish(listed);
    const active = await agentSetStatus(deployment, { agent, owner: owner.publicKey, status: 'Active' });
    await this.send([active.instruction], owner);
    await this.stakers.openVault(listed);
    await this.stakers.stake(listed, true);
    this.agents.push(listed);
  }

  async publish(listed: Listed): Promise<void> {
    const { deployment, personas } = this.localnet;
    const number = listed.versions + 1;
    const { instruction } = await versionPublish(deployment, {
      agent: listed.agent,
      owner: listed.owner.publicKey,
      number,
      semver: `1.0.${number}`,
      manifestHash: new Uint8Array(32).fill(number % 256),
      uri: `https://agents.example/${number}.json`,
      price: PRICE + BigInt(Math.floor(this.random() * 100)),
      priceMint: personas.mint.publicKey,
    });
    await this.send([instruction], listed.owner);
    listed.versions = number;
  }

  async openBudget(again?: Budget): Promise<void> {
    const { deployment, node, personas } = this.localnet;
    const payer = again?.payer ?? (await this.funded(PURSE));
    this.#ids += 1n;
    const id = again?.id ?? this.#ids;
    const session = Keypair.generate();
    await node.airdrop(session.publicKey, 1_000_000_000n);
    const { instruction, mandate } = await mandateOpen(deployment, {
      payer: payer.publicKey,
      mint: personas.mint.publicKey,
      id,
      sessionKey: session.publicKey,
      perCallMax: 50_000n,
      dailyCap: 2n ** 64n - 1n,
      totalCap: 2n ** 64n - 1n,
      expiresAt: (await node.unixTime()) + 400n * DAY,
      deposit: 1_000_000_000n,
      ...(this.random() < 0.3 && { allowList: this.agents.map(({ agent }) => agent).slice(0, 16) }),
    });
    await this.send([instruction], payer);
    this.budgets.push({ id, mandate, payer, session });
  }

  async openLine(): Promise<void> {
    const { deployment, node } = this.localnet;
    const [listed, budget] = [this.pick(this.agents), this.pick(this.budgets)];
    const n = Math.floor(this.random() * 4);
    const { payoutOwner } = listed;
    const { instruction, channel } = await channelOpen(deployment, {
      authority: budget.session.publicKey,
      rentPayer: budget.payer.publicKey,
      mandate: budget.mandate,
      agent: listed.agent,
      versionNumber: listed.versions,
      n,
      amount: 1_000_000n,
      expiresAt: (await node.unixTime()) + 6n * DAY,
    });
    await this.send([instruction], budget.payer, [budget.session]);
    this.lines.push({ channel, budget, listed, payoutOwner, n });
  }

  async #read({ channel }: Line) {
    const state = await this.localnet.node.getAccount(channel);
    if (state === null) throw new NothingToDo();
    return decodeChannel(state.data);
  }

  async settle(most: number): Promise<void> {
    const { deployment, node, personas } = this.localnet;
    const lines = new Map<string, Line>();
    for (let at = 0; at < most; at += 1) {
      const line = this.pick(this.lines);
      lines.set(line.channel.toBase58(), line);
    }
    const items: SettleItem[] = [];
    for (const line of lines.values()) {
      const { settled, calls, tag, sessionKey } = await this.#read(line);
      const key = this.#sessions.get(sessionKey.toBase58()) ?? line.budget.session;
      const signer = createMessageSigner(key.secretKey);
      const more = 1 + Math.floor(this.random() * 5);
      const message = encodeVoucher({
        tag: Uint8Array.from(tag),
        cumulative: settled + BigInt(more) * (1n + BigInt(Math.floor(this.random() * 2_000))),
        calls: calls + more,
        expires: Number(await node.unixTime()) + 86_400,
        transcript: new Uint8Array(32).fill(calls % 256),
      });
      items.push({
        channel: line.channel,
        message,
        publicKey: signer.publicKey,
        signature: signer.sign(message),
      });
    }
    await this.send(channelSettle(deployment, items), personas.operator);
  }

  readonly #sessions = new Map<string, Keypair>();

  async payout(): Promise<void> {
    const { deployment, personas } = this.localnet;
    const line = this.pick(this.lines);
    const ref = refOf(line);
    await this.send(
      [await channelPayout(deployment, ref, personas.mint.publicKey, line.payoutOwner.publicKey)],
      personas.operator,
    );
  }

  async rearm(): Promise<void> {
    const { deployment } = this.localnet;
    const line = this.pick(this.lines);
    const { expiresAt } = await this.#read(line);
    const { session } = line.budget;
    await this.send(
      [await channelRearm(deployment, refOf(line), session.publicKey, 500_000n, expiresAt)],
      session,
    );
  }

  async heartbeat(): Promise<void> {
    const { agent, owner } = this.pick(this.agents);
    const beat = await agentHeartbeat(this.localnet.deployment, { agent, signer: owner.publicKey });
    await this.send([beat.instruction], owner);
  }

  async update(): Promise<void> {
    const { agent, owner } = this.pick(this.agents);
    const changed = await agentUpdate(this.localnet.deployment, {
      agent,
      owner: owner.publicKey,
      agentKey: Keypair.generate().publicKey,
      tags: ['data', 'tables', 'german'].slice(0, Math.floor(this.random() * 4)),
    });
    await this.send([changed.instruction], owner);
  }

  async status(): Promise<void> {
    const { deployment, node } = this.localnet;
    const { agent, owner } = this.pick(this.agents);
    const state = await node.getAccount(agent);
    if (state === null) throw new NothingToDo();
    const status = decodeAgent(state.data).status === 'Active' ? 'Suspended' : 'Active';
    const changed = await agentSetStatus(deployment, { agent, owner: owner.publicKey, status });
    await this.send([changed.instruction], owner);
  }

  async deposit(): Promise<void> {
    const budget = this.pick(this.budgets);
    const deposit = await mandateDeposit(this.localnet.deployment, this.#refOf(budget), 1_000_000n);
    await this.send([deposit], budget.payer);
  }

  async withdraw(): Promise<void> {
    const budget = this.pick(this.budgets);
    const withdrawal = await mandateWithdraw(this.localnet.deployment, this.#refOf(budget), 300_000n);
    await this.send([withdrawal], budget.payer);
  }

  async refund(): Promise<void> {
    const { deployment, personas } = this.localnet;
    const line = this.pick(this.lines);
    const { payoutOwner, budget } = line;
    const back = await channelRefund(
      deployment,
      refOf(line),
      personas.mint.publicKey,
      payoutOwner.publicKey,
      budget.payer.publicKey,
      1n + BigInt(Math.floor(this.random() * 500)),
    );
    await this.send([back], payoutOwner);
  }

  async close(): Promise<void> {
    const line = this.pick(this.lines);
    const { payer } = line.budget;
    await this.send([await channelClose(this.localnet.deployment, refOf(line), payer.publicKey)], payer);
  }

  async reopen(): Promise<void> {
    const line = this.pick(this.lines);
    const { payer } = line.budget;
    await this.send([await channelReopen(this.localnet.deployment, refOf(line), payer.publicKey)], payer);
  }

  async drain(): Promise<void> {
    const { deployment, personas } = this.localnet;
    await this.send([await channelDrain(deployment, refOf(this.pick(this.lines)))], personas.operator);
  }

  async finish(): Promise<void> {
    const line = this.pick(this.lines);
    const { publicKey } = line.budget.payer;
    await this.send(
      [await channelFinish(this.localnet.deployment, refOf(line), publicKey, publicKey)],
      line.budget.payer,
    );
    // its address may be used again
    this.lines.splice(this.lines.indexOf(line), 1);
  }

  async sweep(): Promise<void> {
    const { deployment, personas } = this.localnet;
    const { mandate } = this.pick(this.budgets);
    const mint = personas.mint.publicKey;
    await this.send(
      [await feesSweep(deployment, { mandate, mint }, personas.treasury.publicKey)],
      personas.operator,
    );
  }

  async rotate(): Promise<void> {
    const budget = this.pick(this.budgets);
    const next = Keypair.generate();
    await this.localnet.node.airdrop(next.publicKey, 1_000_000_000n);
    const { deployment } = this.localnet;
    await this.send([await mandateRotate(deployment, this.#refOf(budget), next.publicKey)], budget.payer);
    this.#sessions.set(budget.session.publicKey.toBase58(), budget.session);
    budget.session = next;
  }

  async kill(): Promise<void> {
    const budget = this.pick(this.budgets);
    if (this.random() < 0.7) throw new NothingToDo();
    await this.send([await mandateKill(this.localnet.deployment, this.#refOf(budget))], budget.payer);
    await this.openBudget();
  }

  /** Where it works, the mandate's address is used again. */
  async closeBudget(): Promise<void> {
    const { deployment, personas } = this.localnet;
    const idle = this.budgets.filter((budget) => !this.lines.some((line) => line.budget === budget));
    const budget = this.pick(idle.length > 0 ? idle : this.budgets);
    const ref = this.#refOf(budget);
    await this.send([await mandateClose(deployment, ref)], budget.payer).catch(async (error: unknown) => {
      if (!(error instanceof TransactionFailed)) throw error;
      const sweep = await feesSweep(deployment, ref, personas.treasury.publicKey);
      await this.send([sweep, await mandateClose(deployment, ref)], budget.payer);
    });
    this.budgets.splice(this.budgets.indexOf(budget), 1);
    await this.openBudget(budget);
  }

  async transfer(): Promise<void> {
    const { deployment } = this.localnet;
    const listed = this.pick(this.agents);
    const next = await this.funded(0n);
    const { agent, owner } = listed;
    const offer = await agentTransferPropose(deployment, {
      agent,
      owner: owner.publicKey,
      newOwner: next.publicKey,
    });
    await this.send([offer.instruction], owner);
    if (this.random() < 0.3) return;
    const accept = await agentTransferAccept(deployment, {
      agent,
      pendingOwner: next.publicKey,
      agentKey: Keypair.generate().publicKey,
      payoutOwner: next.publicKey,
    });
    await this.send([accept.instruction], next);
    Object.assign(listed, { owner: next, payoutOwner: next });
  }

  async yank(): Promise<void> {
    const { agent, owner, versions } = this.pick(this.agents);
    if (versions < 2) throw new NothingToDo();
    const yanked = await versionYank(this.localnet.deployment, {
      agent,
      owner: owner.publicKey,
      number: versions - 1,
    });
    await this.send([yanked.instruction], owner);
  }

  #refOf({ mandate, payer }: Budget) {
    return { mandate, payer: payer.publicKey, mint: this.localnet.personas.mint.publicKey };
  }
}

/** There was nothing that a deed could be done to. */
export class NothingToDo extends Error {}

function refOf({ channel, budget, listed }: Line) {
  return { channel, mandate: budget.mandate, agent: listed.agent };
}

function repeated<T>(times: number, one: T): T[] {
  return Array.from({ length: times }, () => one);
}
