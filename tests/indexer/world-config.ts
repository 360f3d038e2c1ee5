import {
  adminTransferAccept,
  adminTransferPropose,
  type ConfigChanges,
  configAddress,
  configCancel,
  configExecute,
  configPause,
  configPropose,
  configUnpause,
  DelegatePermission,
  decodeConfig,
  decodeDelegates,
  delegateAdd,
  delegateRemove,
  delegatesAddress,
  delegatesClose,
  PauseBit,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';
import type { Listed } from './world-agents';

/** Bits that stop nothing a world needs for going on. */
const HARMLESS = PauseBit.Lock | PauseBit.Execute;
const HOUR = 3_600;

/** Who runs the protocol of a world, and who acts for the owners of its agents. */
export class Operators {
  readonly #world: World;
  /** changes by handover */
  admin: Keypair;
  readonly #proposals: bigint[] = [];
  readonly #delegates = new Map<string, Keypair[]>();

  constructor(world: World) {
    this.#world = world;
    this.admin = world.localnet.personas.operator;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    return [
      ['propose', () => this.propose()],
      ['cancel', () => this.cancel()],
      ['pause', () => this.pause(HARMLESS)],
      ['unpause', () => this.unpause(HARMLESS)],
      ...repeated<Deed>(2, ['name delegate', () => this.nameDelegate()]),
      ['drop delegate', () => this.dropDelegate()],
      ['close delegates', () => this.closeDelegates()],
    ];
  }

  config() {
    const { node, deployment } = this.#world.localnet;
    const account = node.read(configAddress(deployment));
    if (account === null) throw new NothingToDo();
    return decodeConfig(account.data);
  }

  /** Any of the settings, one or several, all of them within the rules. */
  #wish(): ConfigChanges {
    const { random } = this.#world;
    const some = BigInt(Math.floor(random() * 1_000));
    const panel = { members: [Keypair.generate().publicKey, Keypair.generate().publicKey], threshold: 2 };
    return this.#world.pick<ConfigChanges>([
      { feeBps: Math.floor(random() * 500) },
      { bondMin: 5_000_000n + some, arbiterFee: 1_000_000n + some, penaltyBps: Number(some) },
      { windows: { lease: 2_000_000n + some, executionPause: 4_000n + some } },
      { windows: { claim: 80_000n - some, holdbackMax: 90_000n - some } },
      { firstPanel: panel },
      { secondPanel: panel, slashCapPeriod: 40_000_000_000n + some },
      {
        settlementMints: [
          { mint: this.#world.localnet.personas.mint.publicKey, weightBps: 10_000 + Number(some) },
        ],
      },
      { settlementMints: [] },
    ]);
  }

  async propose(changes = this.#wish()): Promise<bigint> {
    const { nextProposal: number } = this.config();
    const { publicKey: admin } = this.admin;
    const rentPayer = this.#world.localnet.personas.operator;
    const params = { admin, rentPayer: rentPayer.publicKey, number, changes };
    const { instruction } = await configPropose(this.#world.localnet.deployment, params);
    await this.#world.send([instruction], rentPayer, [this.admin]);
    this.#proposals.push(number);
    return number;
  }

  async cancel(number = this.#world.pick(this.#proposals), signer = this.admin): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const ref = { number, rentPayer: personas.operator.publicKey };
    const { instruction } = await configCancel(deployment, { ...ref, signer: signer.publicKey });
    await this.#world.send([instruction], personas.operator, [signer]);
  }

  /** The admin passes over those with lower numbers. */
  async execute(number: bigint, signer = this.#world.localnet.personas.operator): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const ref = { number, rentPayer: personas.operator.publicKey };
    const { instruction } = await configExecute(deployment, { ...ref, signer: signer.publicKey });
    await this.#world.send([instruction], personas.operator, [signer]);
  }

  async pause(bits: number): Promise<void> {
    const signer = this.admin.publicKey;
    const { instruction } = await configPause(this.#world.localnet.deployment, { signer, bits });
    await this.#world.send([instruction], this.#world.localnet.personas.operator, [this.admin]);
  }

  async unpause(bits: number): Promise<void> {
    const admin = this.admin.publicKey;
    const { instruction } = await configUnpause(this.#world.localnet.deployment, { admin, bits });
    await this.#world.send([instruction], this.#world.localnet.personas.operator, [this.admin]);
  }

  /** Offers the config; the zero address takes the offer back. */
  async offer(newAdmin: PublicKey = PublicKey.default): Promise<void> {
    const params = { admin: this.admin.publicKey, newAdmin };
    const { instruction } = await adminTransferPropose(this.#world.localnet.deployment, params);
    await this.#world.send([instruction], this.#world.localnet.personas.operator, [this.admin]);
  }

  async accept(next: Keypair): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const { instruction } = await adminTransferAccept(deployment, { pendingAdmin: next.publicKey });
    await this.#world.send([instruction], personas.operator, [next]);
    this.admin = next;
  }

  async nameDelegate(
    { agent, owner }: Listed = this.#world.pick(this.#world.agents),
    delegate?: Keypair,
    permissions = DelegatePermission.Yank | DelegatePermission.Heartbeat,
  ): Promise<Keypair> {
    const { deployment, node } = this.#world.localnet;
    const known = this.#delegates.get(agent.toBase58()) ?? [];
    // some are named again, with another end
    const again = known.length > 0 && this.#world.random() < 0.3;
    const key = delegate ?? (again ? this.#world.pick(known) : Keypair.generate());
    const added = await delegateAdd(deployment, {
      agent,
      owner: owner.publicKey,
      delegate: key.publicKey,
      permissions,
      expiresAt: (await node.unixTime()) + BigInt(HOUR + Math.floor(this.#world.random() * HOUR)),
    });
    await this.#world.send([added.instruction], owner, [key]);
    if (!known.includes(key)) this.#delegates.set(agent.toBase58(), [...known, key]);
    return key;
  }

  async dropDelegate(
    { agent, owner }: Listed = this.#world.pick(this.#world.agents),
    delegate = this.#world.pick(this.#delegates.get(agent.toBase58()) ?? []),
    signer = owner,
  ): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const rentPayer = this.#rentPayerOf(agent);
    const params = { agent, rentPayer, delegate: delegate.publicKey, signer: signer.publicKey };
    await this.#world.send([(await delegateRemove(deployment, params)).instruction], personas.operator, [
      signer,
    ]);
  }

  /** Works once the agent has another owner. */
  async closeDelegates({ agent }: Listed = this.#world.pick(this.#world.agents)): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const { instruction } = await delegatesClose(deployment, { agent, rentPayer: this.#rentPayerOf(agent) });
    await this.#world.send([instruction], personas.operator);
  }

  #rentPayerOf(agent: PublicKey): PublicKey {
    const { node, deployment } = this.#world.localnet;
    const account = node.read(delegatesAddress(deployment, agent));
    if (account === null) throw new NothingToDo();
    return decodeDelegates(account.data).rentPayer;
  }
}
