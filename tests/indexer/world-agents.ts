import {
  agentHeartbeat,
  agentRegister,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  decodeAgent,
  versionPublish,
  versionYank,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';

const PRICE = 1_000n;

export interface Listed {
  agent: PublicKey;
  owner: Keypair;
  payoutOwner: Keypair;
  versions: number;
}

/** Owners of the agents of a world. */
export class Owners {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    return [
      ...repeated<Deed>(3, ['heartbeat', () => this.heartbeat()]),
      ...repeated<Deed>(3, ['update', () => this.update()]),
      ...repeated<Deed>(2, ['publish', () => this.publish(this.#world.pick(this.#world.agents))]),
      ...repeated<Deed>(2, ['status', () => this.status()]),
      ['register', () => this.register()],
      ['transfer', () => this.transfer()],
      ['yank', () => this.yank()],
    ];
  }

  async register(): Promise<void> {
    const { deployment } = this.#world.localnet;
    const [owner, payoutOwner] = [await this.#world.funded(0n), await this.#world.funded(0n)];
    const { instruction, agent } = await agentRegister(deployment, {
      creator: owner.publicKey,
      handle: `agent-${this.#world.agents.length}`,
      agentKey: Keypair.generate().publicKey,
      payoutOwner: payoutOwner.publicKey,
      holdback: 60n,
      tags: ['pdf', 'legal'].slice(0, Math.floor(this.#world.random() * 3)),
    });
    await this.#world.send([instruction], owner);
    const listed = { agent, owner, payoutOwner, versions: 0 };
    await this.publish(listed);
    const active = await agentSetStatus(deployment, { agent, owner: owner.publicKey, status: 'Active' });
    await this.#world.send([active.instruction], owner);
    await this.#world.stakers.openVault(listed);
    await this.#world.stakers.stake(listed, true);
    this.#world.agents.push(listed);
  }

  async publish(listed: Listed): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const number = listed.versions + 1;
    const { instruction } = await versionPublish(deployment, {
      agent: listed.agent,
      owner: listed.owner.publicKey,
      number,
      semver: `1.0.${number}`,
      manifestHash: new Uint8Array(32).fill(number % 256),
      uri: `https://agents.example/${number}.json`,
      price: PRICE + BigInt(Math.floor(this.#world.random() * 100)),
      priceMint: personas.mint.publicKey,
    });
    await this.#world.send([instruction], listed.owner);
    listed.versions = number;
  }

  async heartbeat(): Promise<void> {
    const { agent, owner } = this.#world.pick(this.#world.agents);
    const beat = await agentHeartbeat(this.#world.localnet.deployment, { agent, signer: owner.publicKey });
    await this.#world.send([beat.instruction], owner);
  }

  async update(): Promise<void> {
    const { agent, owner } = this.#world.pick(this.#world.agents);
    const changed = await agentUpdate(this.#world.localnet.deployment, {
      agent,
      owner: owner.publicKey,
      agentKey: Keypair.generate().publicKey,
      tags: ['data', 'tables', 'german'].slice(0, Math.floor(this.#world.random() * 4)),
    });
    await this.#world.send([changed.instruction], owner);
  }

  async status(): Promise<void> {
    const { deployment, node } = this.#world.localnet;
    const { agent, owner } = this.#world.pick(this.#world.agents);
    const state = await node.getAccount(agent);
    if (state === null) throw new NothingToDo();
    const status = decodeAgent(state.data).status === 'Active' ? 'Suspended' : 'Active';
    const changed = await agentSetStatus(deployment, { agent, owner: owner.publicKey, status });
    await this.#world.send([changed.instruction], owner);
  }

  async transfer(): Promise<void> {
    const { deployment } = this.#world.localnet;
    const listed = this.#world.pick(this.#world.agents);
    const next = await this.#world.funded(0n);
    const { agent, owner } = listed;
    const offer = await agentTransferPropose(deployment, {
      agent,
      owner: owner.publicKey,
      newOwner: next.publicKey,
    });
    await this.#world.send([offer.instruction], owner);
    if (this.#world.random() < 0.3) return;
    const accept = await agentTransferAccept(deployment, {
      agent,
      pendingOwner: next.publicKey,
      agentKey: Keypair.generate().publicKey,
      payoutOwner: next.publicKey,
    });
    await this.#world.send([accept.instruction], next);
    Object.assign(listed, { owner: next, payoutOwner: next });
  }

  async yank(): Promise<void> {
    const { agent, owner, versions } = this.#world.pick(this.#world.agents);
    if (versions < 2) throw new NothingToDo();
    const yanked = await versionYank(this.#world.localnet.deployment, {
      agent,
      owner: owner.publicKey,
      number: versions - 1,
    });
    await this.#world.send([yanked.instruction], owner);
  }
}
