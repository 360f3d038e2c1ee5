import {
  decodePosition,
  type PositionRef,
  positionAddress,
  positionClose,
  stake,
  stakeVaultAddress,
  stakeWithdraw,
  trancheRelease,
  unstake,
  vaultClose,
  vaultOpen,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { Keypair } from '@solana/web3.js';
import { type Deed, NothingToDo, type World } from './world';

interface Staked extends PositionRef {
  wallet: Keypair;
}

/** More than a local chain asks of an agent's owner, base units. */
const FIRST_LOSS = 3_000_000_000n;

/** People who stake on a world's agents, and take their stake away. */
export class Stakers {
  readonly positions: Staked[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    const deeds: Deed[] = [
      ['open vault', () => this.openVault()],
      ['stake', () => this.stake()],
      ['stake', () => this.stake()],
      ['unstake', () => this.unstake()],
      ['withdraw stake', () => this.withdraw()],
      ['release tranche', () => this.release()],
      ['close position', () => this.closePosition()],
      ['close vault', () => this.closeVault()],
    ];
    return [...deeds, ...deeds, ...deeds];
  }

  get #mint() {
    return this.#world.localnet.personas.stakeMint.publicKey;
  }

  async openVault({ agent, owner } = this.#world.pick(this.#world.agents)): Promise<void> {
    const { deployment } = this.#world.localnet;
    const params = { rentPayer: owner.publicKey, agent, stakeMint: this.#mint };
    await this.#world.send([(await vaultOpen(deployment, params)).instruction], owner);
  }

  /** The owner in the first tranche, anybody in the other. */
  async stake(
    { agent, owner } = this.#world.pick(this.#world.agents),
    first = this.#world.random() < 0.4,
  ): Promise<void> {
    const world = this.#world;
    const { deployment, personas } = world.localnet;
    const wallet = first ? owner : await world.funded(0n);
    const staker = wallet.publicKey;
    const tokens = getAssociatedTokenAddressSync(this.#mint, staker);
    const operator = personas.operator.publicKey;
    const amount = FIRST_LOSS + BigInt(Math.floor(world.random() * 1_000_000));
    await world.send(
      [
        createAssociatedTokenAccountIdempotentInstruction(operator, tokens, staker, this.#mint),
        createMintToInstruction(this.#mint, tokens, operator, amount),
      ],
      personas.operator,
    );
    const ref = { agent, staker, tranche: first ? ('FirstLoss' as const) : ('Backers' as const) };
    const { instruction } = await stake(deployment, { ...ref, stakeMint: this.#mint, amount });
    await world.send([instruction], wallet);
    this.positions.push({ ...ref, wallet });
  }

  /** @param part of the active shares, one of so many; any unless given */
  async unstake(one = this.#world.pick(this.positions), part?: bigint): Promise<void> {
    const { deployment, node } = this.#world.localnet;
    const vault = stakeVaultAddress(deployment, one.agent);
    const account = node.read(positionAddress(deployment, vault, one.staker, one.tranche));
    if (account === null) throw new NothingToDo();
    const { activeShares } = decodePosition(account.data);
    const shares = activeShares / (part ?? (this.#world.random() < 0.5 ? 1n : 3n));
    await this.#world.send([await unstake(deployment, one, shares)], one.wallet);
  }

  async withdraw(): Promise<void> {
    const one = this.#world.pick(this.positions);
    const withdrawal = await stakeWithdraw(this.#world.localnet.deployment, one, this.#mint);
    await this.#world.send([withdrawal], one.wallet);
  }

  async release(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const one = this.#world.pick(this.positions.filter(({ tranche }) => tranche === 'FirstLoss'));
    const release = await trancheRelease(deployment, one.agent, one.staker);
    await this.#world.send([release], personas.operator);
  }

  async closePosition(): Promise<void> {
    const { deployment, personas } = this.#world.localnet;
    const one = this.#world.pick(this.positions);
    await this.#world.send([await positionClose(deployment, one)], personas.operator);
  }

  async closeVault(): Promise<void> {
    const { agent, owner } = this.#world.pick(this.#world.agents);
    const params = { agent, stakeMint: this.#mint, owner: owner.publicKey, rentPayer: owner.publicKey };
    await this.#world.send([await vaultClose(this.#world.localnet.deployment, params)], owner);
  }
}
