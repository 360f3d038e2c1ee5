import type { Advance } from '@agent-labs/localnet';
import { type AccountState, type SendOptions, TransactionFailed } from '@agent-labs/sdk';
import type { PublicKey, TransactionInstruction, VersionedTransaction } from '@solana/web3.js';
import type { TestChain } from '../helpers/chains/test-chain';
import { described } from '../helpers/refused';

/** A bug that the programs do not have: what the chain would have looked like, had they had it. */
export interface Bug {
  /** Number of the invariant it breaks. */
  invariant: number;
  name: string;
  /** Run of its property that reaches what it takes, for one that few do; 0 unless given. */
  from?: number;
  /** The instruction it is in, as in the IDL. */
  on: string;
  /** Runs before the instruction. May refuse it by throwing. @returns what is to run after it */
  plant(scene: Scene): Promise<Aftermath>;
}

/** What a bug does once its instruction has landed, or was refused. */
export interface Aftermath {
  landed?(): Promise<void>;
  /** Takes back what was done before. */
  refused?(): Promise<void>;
}

/** One instruction about to run, and a hand on the accounts it names. */
export class Scene {
  constructor(
    private readonly chain: TestChain,
    readonly instruction: TransactionInstruction,
    readonly config: PublicKey,
  ) {}

  /** Address of an account, as the IDL names it. */
  at(name: string): PublicKey {
    const index = described(this.instruction).accounts.findIndex((account) => account.name === name);
    return this.argument(index);
  }

  /** Address of an account by its position. */
  argument(index: number): PublicKey {
    const meta = this.instruction.keys[index];
    if (meta === undefined) throw new Error(`no account ${index}`);
    return meta.pubkey;
  }

  async read(at: PublicKey): Promise<AccountState> {
    const state = await this.chain.getAccount(at);
    if (state === null) throw new Error(`no account ${at.toBase58()}`);
    return state;
  }

  exists(at: PublicKey): Promise<boolean> {
    return this.chain.getAccount(at).then((state) => state !== null && state.data.length > 0);
  }

  /** A u64 of an account's data. */
  async u64(at: PublicKey, offset: number): Promise<bigint> {
    return Buffer.from((await this.read(at)).data).readBigUInt64LE(offset);
  }

  /** Changes bytes of an account's data. */
  async patch(at: PublicKey, offset: number, bytes: Uint8Array): Promise<void> {
    const state = await this.read(at);
    const data = Buffer.from(state.data);
    data.set(bytes, offset);
    await this.chain.setAccount(at, { ...state, data });
  }

  /** Adds to a u64 of an account's data. */
  async add(at: PublicKey, offset: number, amount: bigint): Promise<void> {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE((await this.u64(at, offset)) + amount);
    await this.patch(at, offset, bytes);
  }

  /** Puts another account in an account's place; null takes it away. */
  replace(at: PublicKey, state: AccountState | null): Promise<void> {
    return this.chain.setAccount(at, state);
  }

  async moveLamports(from: PublicKey, to: PublicKey, amount: bigint): Promise<void> {
    for (const [at, change] of [
      [from, -amount],
      [to, amount],
    ] as const) {
      const state = await this.read(at);
      await this.chain.setAccount(at, { ...state, lamports: state.lamports + change });
    }
  }
}

/** What the programs will have added to a u64 from now on. */
export async function growth(scene: Scene, at: PublicKey, offset: number): Promise<() => Promise<bigint>> {
  const before = (await scene.exists(at)) ? await scene.u64(at, offset) : 0n;
  return async () => (await scene.u64(at, offset)) - before;
}

/** Adds to a u64, once the instruction has landed, as often as it grew by itself. */
export async function again(
  scene: Scene,
  account: string,
  offset: number,
  times: bigint,
): Promise<Aftermath> {
  const at = scene.at(account);
  const grew = await growth(scene, at, offset);
  return { landed: async () => scene.add(at, offset, (await grew()) * times) };
}

/** A chain whose programs have a bug. */
export class PlantedChain implements TestChain {
  constructor(
    private readonly chain: TestChain,
    private readonly bug: Bug,
    private readonly config: PublicKey,
  ) {}

  get genesisHash(): Uint8Array {
    return this.chain.genesisHash;
  }

  send(instructions: TransactionInstruction[], options: SendOptions) {
    return this.#withBug(instructions, () => this.chain.send(instructions, options));
  }
  simulate(instructions: TransactionInstruction[], options: SendOptions) {
    return this.#withBug(instructions, () => this.chain.simulate(instructions, options), false);
  }

  async #withBug<T>(instructions: TransactionInstruction[], run: () => Promise<T>, lasts = true): Promise<T> {
    const instruction = instructions.find((one) => nameOf(one) === this.bug.on);
    if (instruction === undefined) return run();
    const scene = new Scene(this.chain, instruction, this.config);
    const { landed, refused } = await this.bug.plant(scene);
    try {
      const outcome = await run();
      // a simulation lands nothing
      await (lasts ? landed : refused)?.();
      return outcome;
    } catch (error) {
      await refused?.();
      throw error;
    }
  }

  getAccount(at: PublicKey) {
    return this.chain.getAccount(at);
  }
  getAccounts(addresses: readonly PublicKey[]) {
    return this.chain.getAccounts(addresses);
  }
  setAccount(at: PublicKey, account: AccountState | null) {
    return this.chain.setAccount(at, account);
  }
  unixTime() {
    return this.chain.unixTime();
  }
  slot() {
    return this.chain.slot();
  }
  latestBlockhash() {
    return this.chain.latestBlockhash();
  }
  rentExemption(bytes: number) {
    return this.chain.rentExemption(bytes);
  }
  airdrop(to: PublicKey, lamports: bigint) {
    return this.chain.airdrop(to, lamports);
  }
  setUnixTime(unixTime: bigint) {
    return this.chain.setUnixTime(unixTime);
  }
  advance(by?: Advance) {
    return this.chain.advance(by);
  }
  sendRaw(transaction: VersionedTransaction) {
    return this.chain.sendRaw(transaction);
  }
  simulateRaw(transaction: VersionedTransaction) {
    return this.chain.simulateRaw(transaction);
  }
}

function nameOf(instruction: TransactionInstruction): string | null {
  try {
    return described(instruction).name;
  } catch {
    return null;
  }
}

/** A refusal as the escrow program would give it. */
export function refusal(name: string, code: number): TransactionFailed {
  const log = `Program log: AnchorError occurred. Error Code: ${name}. Error Number: ${code}. Error Message: .`;
  return new TransactionFailed(`instruction 0 failed: custom program error ${code}`, code, 0, [log]);
}
