import { type Advance, type ChainOptions, LiteChain, type Simulation } from '@agent-labs/localnet';
import type { AccountState, Chain, SendOptions, TransactionOutcome } from '@agent-labs/sdk';
import type { PublicKey, TransactionInstruction, VersionedTransaction } from '@solana/web3.js';

/** A chain in this process whose clock and accounts a test moves as it likes. */
export interface TestChain extends Chain {
  /** 32 bytes that stand for this chain. */
  readonly genesisHash: Uint8Array;
  /** Base58. */
  latestBlockhash(): Promise<string>;
  /** Lamports that keep an account of `bytes` bytes rent-exempt. */
  rentExemption(bytes: number): Promise<bigint>;
  /**
   * Gives lamports out of nothing.
   * @throws RangeError when they would not make the account rent-exempt
   */
  airdrop(to: PublicKey, lamports: bigint): Promise<void>;
  /** Writes an account past every rule; null deletes it. */
  setAccount(at: PublicKey, account: AccountState | null): Promise<void>;
  /** Sets the clock, Unix seconds, also backwards. The slot stays. */
  setUnixTime(unixTime: bigint): Promise<void>;
  /**
   * Moves slot and time on together, at least one slot.
   * @throws RangeError when a number is negative or not whole
   */
  advance(by?: Advance): Promise<void>;
  /** Processes a signed transaction. @throws TransactionFailed when the chain refused it */
  sendRaw(transaction: VersionedTransaction): Promise<TransactionOutcome>;
  /** Runs a transaction and keeps nothing of it. @throws TransactionFailed when it would fail */
  simulate(instructions: TransactionInstruction[], options: SendOptions): Promise<Simulation>;
  /** As simulate, for a signed transaction. */
  simulateRaw(transaction: VersionedTransaction): Promise<Simulation>;
}

/** Which runtime: bankrun is solana-program-test 1.18, litesvm today's. */
export type ChainKind = 'bankrun' | 'litesvm';

/**
 * Starts a fresh chain: in about 20 ms on litesvm and 50 ms on bankrun, and 10 ms more for each big program.
 * What litesvm takes is given back once collected; a bankrun chain keeps its 12 MB and six threads until
 * the process ends, so start one for a file of tests, not one for each test.
 */
export async function startChain(kind: ChainKind, options: ChainOptions): Promise<TestChain> {
  if (kind === 'litesvm') return LiteChain.start(options);
  // Loaded only when asked for: bankrun has no build for Linux on arm64, and LiteSVM's tests run there.
  const { BankrunChain } = require('./bankrun-chain') as typeof import('./bankrun-chain');
  return BankrunChain.start(options);
}
