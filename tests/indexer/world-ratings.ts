import {
  decodePendingReceipt,
  pairClose,
  pendingReceiptAddress,
  rate,
  readChannel,
  readScore,
  readTreePool,
  receiptMint,
  treeOf,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { type Deed, NothingToDo, type World } from './world';

interface Waiting {
  agent: PublicKey;
  number: bigint;
}

/** Payers who rate the agents of a world. */
export class Raters {
  readonly #world: World;
  readonly #waiting: Waiting[] = [];
  readonly #pairs: { agent: PublicKey; payer: PublicKey; ownershipEpoch: number }[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    const deeds: Deed[] = [
      ['rate', () => this.rate()],
      ['rate', () => this.rate()],
      ['mint receipt', () => this.mint()],
    ];
    return [...deeds, ...deeds, ...deeds, ['close pair', () => this.closePair()]];
  }

  /** Rates what was paid out; some find no tree for the receipt, and some have nothing to rate. */
  async rate(): Promise<void> {
    const { node, deployment } = this.#world.localnet;
    const paid = [];
    for (const line of this.#world.lines) {
      const channel = await readChannel(node, deployment, line.channel);
      if (
        channel !== null &&
        channel.paidGross + channel.refunded > channel.ratedPaid + channel.ratedRefunded
      )
        paid.push({ line, channel });
    }
    const { line, channel } = this.#world.pick(paid);
    const { agent, mandate, ownershipEpoch } = channel;
    const { payer } = line.budget;
    const number = (await readScore(node, deployment, agent))?.ratings ?? 0n;
    const withTree = this.#world.random() < 0.7;
    const { instruction } = await rate(deployment, {
      payer: payer.publicKey,
      agent,
      mandate,
      subject: line.channel,
      ownershipEpoch,
      stars: 1 + Math.floor(this.#world.random() * 5),
      number,
      merkleTree: withTree ? await this.#tree(agent) : null,
    });
    await this.#world.send([instruction], payer);
    this.#pairs.push({ agent, payer: payer.publicKey, ownershipEpoch });
    if (!withTree) this.#waiting.push({ agent, number });
  }

  /** Has calls paid for until so many ratings were made. */
  async several(ratings: number): Promise<void> {
    const world = this.#world;
    for (let made = 0; made < ratings; ) {
      await world.attempt(() => world.channels.settle(4));
      // past the holdback
      await world.localnet.node.advance({ seconds: 61 });
      await world.attempt(() => world.channels.payout());
      if (await world.attempt(() => this.rate())) made += 1;
    }
  }

  async mint(): Promise<void> {
    const { node, deployment, personas } = this.#world.localnet;
    const waiting = this.#world.pick(this.#waiting);
    const account = node.read(pendingReceiptAddress(deployment, waiting.agent, waiting.number));
    if (account === null) throw new NothingToDo();
    const { payer } = decodePendingReceipt(account.data);
    const merkleTree = await this.#tree(waiting.agent);
    const instruction = await receiptMint(deployment, { ...waiting, payer, merkleTree });
    await this.#world.send([instruction], personas.operator);
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
  }

  /** Refused while ratings of that epoch still count. */
  async closePair(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const pair = this.#world.pick(this.#pairs);
    await this.#world.send([await pairClose(deployment, pair)], personas.operator);
  }

  async #tree(agent: PublicKey): Promise<PublicKey> {
    const pool = await readTreePool(this.#world.localnet.node, this.#world.localnet.deployment);
    const tree = pool && treeOf(pool, agent);
    if (tree === null) throw new NothingToDo();
    return tree;
  }
}
