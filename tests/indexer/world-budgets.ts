import {
  feesSweep,
  mandateClose,
  mandateDeposit,
  mandateKill,
  mandateOpen,
  mandateRotate,
  mandateWithdraw,
  TransactionFailed,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';

const DAY = 86_400n;
const PURSE = 1_000_000_000_000n;

export interface Budget {
  id: bigint;
  mandate: PublicKey;
  payer: Keypair;
  session: Keypair;
}

/** Payers of a world, and their mandates. */
export class Payers {
  readonly #world: World;
  #ids = 0n;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    return [
      ...repeated<Deed>(3, ['deposit', () => this.deposit()]),
      ...repeated<Deed>(2, ['withdraw', () => this.withdraw()]),
      ...repeated<Deed>(2, ['sweep', () => this.sweep()]),
      ['open budget', () => this.openBudget()],
      ['rotate', () => this.rotate()],
      ['kill', () => this.kill()],
      ['close budget', () => this.closeBudget()],
    ];
  }

  async openBudget(again?: Budget): Promise<void> {
    const { deployment, node, personas } = this.#world.localnet;
    const payer = again?.payer ?? (await this.#world.funded(PURSE));
    this.#ids += 1n;
    const id = again?.id ?? this.#ids;
    const session = Keypair.generate();
    await node.airdrop(session.publicKey, 1_000_000_000n);
    const some = this.#world.random();
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
      ...(some < 0.3 && {
        allowList: this.#world.agents.map(({ agent }) => agent).slice(0, 8),
        approval: { approvers: [personas.operator.publicKey], threshold: 1, above: 2_000_000n },
      }),
      // allots to nobody here
      ...(some > 0.95 && {
        allowRoot: new Uint8Array(32).fill(1),
        attestor: personas.operator.publicKey,
        minStake: 1n,
        minScore: 1_000,
      }),
    });
    await this.#world.send([instruction], payer);
    this.#world.budgets.push({ id, mandate, payer, session });
  }

  async deposit(): Promise<void> {
    const budget = this.#world.pick(this.#world.budgets);
    const deposit = await mandateDeposit(this.#world.localnet.deployment, this.refOf(budget), 1_000_000n);
    await this.#world.send([deposit], budget.payer);
  }

  async withdraw(): Promise<void> {
    const budget = this.#world.pick(this.#world.budgets);
    const withdrawal = await mandateWithdraw(this.#world.localnet.deployment, this.refOf(budget), 300_000n);
    await this.#world.send([withdrawal], budget.payer);
  }

  async sweep(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const { mandate } = this.#world.pick(this.#world.budgets);
    const mint = personas.mint.publicKey;
    await this.#world.send(
      [await feesSweep(deployment, { mandate, mint }, personas.treasury.publicKey)],
      personas.operator,
    );
  }

  async rotate(): Promise<void> {
    const budget = this.#world.pick(this.#world.budgets);
    const next = Keypair.generate();
    await this.#world.localnet.node.airdrop(next.publicKey, 1_000_000_000n);
    const { deployment } = this.#world.localnet;
    await this.#world.send(
      [await mandateRotate(deployment, this.refOf(budget), next.publicKey)],
      budget.payer,
    );
    this.#world.sessions.set(budget.session.publicKey.toBase58(), budget.session);
    budget.session = next;
  }

  async kill(): Promise<void> {
    const budget = this.#world.pick(this.#world.budgets);
    if (this.#world.random() < 0.7) throw new NothingToDo();
    await this.#world.send(
      [await mandateKill(this.#world.localnet.deployment, this.refOf(budget))],
      budget.payer,
    );
    await this.openBudget();
  }

  /** Where it works, the mandate's address is used again. */
  async closeBudget(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const idle = this.#world.budgets.filter(
      (budget) => !this.#world.lines.some((line) => line.budget === budget),
    );
    const budget = this.#world.pick(idle.length > 0 ? idle : this.#world.budgets);
    const ref = this.refOf(budget);
    await this.#world
      .send([await mandateClose(deployment, ref)], budget.payer)
      .catch(async (error: unknown) => {
        if (!(error instanceof TransactionFailed)) throw error;
        const sweep = await feesSweep(deployment, ref, personas.treasury.publicKey);
        await this.#world.send([sweep, await mandateClose(deployment, ref)], budget.payer);
      });
    this.#world.budgets.splice(this.#world.budgets.indexOf(budget), 1);
    await this.openBudget(budget);
  }

  refOf({ mandate, payer }: Budget) {
    return { mandate, payer: payer.publicKey, mint: this.#world.localnet.personas.mint.publicKey };
  }
}
