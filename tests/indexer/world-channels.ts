import {
  channelClose,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  channelRearm,
  channelRefund,
  channelReopen,
  channelSettle,
  channelSettleSet,
  createMessageSigner,
  decodeChannel,
  encodeVoucher,
  type SetChannel,
  type SettleItem,
  signVoucherSet,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';
import type { Listed } from './world-agents';
import type { Budget } from './world-budgets';

const DAY = 86_400n;

export interface Line {
  channel: PublicKey;
  budget: Budget;
  listed: Listed;
  payoutOwner: Keypair;
  n: number;
}

/** Channels of a world, and what happens to them. */
export class Lines {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    return [
      ...repeated<Deed>(40, ['settle', () => this.settle(1)]),
      ...repeated<Deed>(8, ['settle several', () => this.settle(4)]),
      ...repeated<Deed>(8, ['settle a set', () => this.settleSet()]),
      ...repeated<Deed>(8, ['payout', () => this.payout()]),
      ...repeated<Deed>(5, ['rearm', () => this.rearm()]),
      ...repeated<Deed>(6, ['open channel', () => this.openLine()]),
      ...repeated<Deed>(2, ['refund', () => this.refund()]),
      ...repeated<Deed>(4, ['close', () => this.close()]),
      ...repeated<Deed>(6, ['reopen', () => this.reopen()]),
      ...repeated<Deed>(6, ['drain', () => this.drain()]),
      ...repeated<Deed>(6, ['finish', () => this.finish()]),
    ];
  }

  async openLine(): Promise<void> {
    const { deployment, node } = this.#world.localnet;
    const [listed, budget] = [this.#world.pick(this.#world.agents), this.#world.pick(this.#world.budgets)];
    const n = Math.floor(this.#world.random() * 4);
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
    await this.#world.send([instruction], budget.payer, [budget.session]);
    this.#world.lines.push({ channel, budget, listed, payoutOwner, n });
  }

  async #read({ channel }: Line) {
    const state = await this.#world.localnet.node.getAccount(channel);
    if (state === null) throw new NothingToDo();
    return decodeChannel(state.data);
  }

  async settle(most: number): Promise<void> {
    const { deployment, node, personas } = this.#world.localnet;
    const lines = new Map<string, Line>();
    for (let at = 0; at < most; at += 1) {
      const line = this.#world.pick(this.#world.lines);
      lines.set(line.channel.toBase58(), line);
    }
    const items: SettleItem[] = [];
    for (const line of lines.values()) {
      const { settled, calls, tag, sessionKey } = await this.#read(line);
      const key = this.#world.sessions.get(sessionKey.toBase58()) ?? line.budget.session;
      const signer = createMessageSigner(key.secretKey);
      const more = 1 + Math.floor(this.#world.random() * 5);
      const message = encodeVoucher({
        tag: Uint8Array.from(tag),
        cumulative: settled + BigInt(more) * (1n + BigInt(Math.floor(this.#world.random() * 2_000))),
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
    await this.#world.send(channelSettle(deployment, items), personas.operator);
  }

  /** A few channels of one session key, by one signature. */
  async settleSet(): Promise<void> {
    const { deployment, node, personas } = this.#world.localnet;
    const { budget } = this.#world.pick(this.#world.lines);
    const channels: PublicKey[] = [];
    const moved: SetChannel[] = [];
    for (const line of this.#world.lines.filter((one) => one.budget === budget)) {
      const { settled, calls, tag, sessionKey } = await this.#read(line);
      if (!sessionKey.equals(budget.session.publicKey)) continue;
      if (channels.some((channel) => channel.equals(line.channel))) continue;
      channels.push(line.channel);
      moved.push({
        tag: Uint8Array.from(tag),
        cumulative: settled + 1n + BigInt(Math.floor(this.#world.random() * 2_000)),
        calls: calls + 1,
        transcript: new Uint8Array(32).fill(calls % 256),
      });
    }
    if (channels.length < 2) throw new NothingToDo();
    const expires = Number(await node.unixTime()) + 86_400;
    const signed = signVoucherSet(createMessageSigner(budget.session.secretKey), moved, expires);
    await this.#world.send(channelSettleSet(deployment, { channels, ...signed }), personas.operator);
  }

  async payout(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const line = this.#world.pick(this.#world.lines);
    const ref = refOf(line);
    await this.#world.send(
      [await channelPayout(deployment, ref, personas.mint.publicKey, line.payoutOwner.publicKey)],
      personas.operator,
    );
  }

  async rearm(): Promise<void> {
    const { deployment } = this.#world.localnet;
    const line = this.#world.pick(this.#world.lines);
    const { agentVersion: versionNumber, expiresAt } = await this.#read(line);
    const { session } = line.budget;
    const ref = { ...refOf(line), versionNumber };
    await this.#world.send(
      [await channelRearm(deployment, ref, session.publicKey, 500_000n, expiresAt)],
      session,
    );
  }

  async refund(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const line = this.#world.pick(this.#world.lines);
    const { payoutOwner, budget } = line;
    const back = await channelRefund(
      deployment,
      refOf(line),
      personas.mint.publicKey,
      payoutOwner.publicKey,
      budget.payer.publicKey,
      1n + BigInt(Math.floor(this.#world.random() * 500)),
    );
    await this.#world.send([back], payoutOwner);
  }

  async close(): Promise<void> {
    const line = this.#world.pick(this.#world.lines);
    const { payer } = line.budget;
    await this.#world.send(
      [await channelClose(this.#world.localnet.deployment, refOf(line), payer.publicKey)],
      payer,
    );
  }

  async reopen(): Promise<void> {
    const line = this.#world.pick(this.#world.lines);
    const { payer } = line.budget;
    await this.#world.send(
      [await channelReopen(this.#world.localnet.deployment, refOf(line), payer.publicKey)],
      payer,
    );
  }

  async drain(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    await this.#world.send(
      [await channelDrain(deployment, refOf(this.#world.pick(this.#world.lines)))],
      personas.operator,
    );
  }

  async finish(): Promise<void> {
    const line = this.#world.pick(this.#world.lines);
    const { publicKey } = line.budget.payer;
    await this.#world.send(
      [await channelFinish(this.#world.localnet.deployment, refOf(line), publicKey, publicKey)],
      line.budget.payer,
    );
    // its address may be used again
    this.#world.lines.splice(this.#world.lines.indexOf(line), 1);
  }
}

function refOf({ channel, budget, listed }: Line) {
  return { channel, mandate: budget.mandate, agent: listed.agent };
}
