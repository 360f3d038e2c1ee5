import type { AddressLookupTableAccount, PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { TransactionSigner } from './transactions/signers.js';

/** An account as the chain holds it. */
export interface AccountState {
  /** lamports */
  lamports: bigint;
  owner: PublicKey;
  data: Uint8Array;
  executable: boolean;
}

/** What a landed transaction did. */
export interface TransactionOutcome {
  /** base58 */
  signature: string;
  slot: bigint;
  /** compute units the whole transaction used */
  computeUnits: bigint;
  /** lamports paid for signatures and priority */
  fee: bigint;
  /** serialized size, bytes */
  size: number;
  logs: string[];
  /** every instruction that ran inside another, in order */
  innerInstructions: InnerInstruction[];
}

export interface InnerInstruction {
  /** index of the top-level instruction that called it */
  outerIndex: number;
  programId: PublicKey;
  data: Uint8Array;
}

export interface SendOptions {
  /** Pays the fee and signs first. */
  payer: TransactionSigner;
  /** Further signers; the payer is not repeated. */
  signers?: TransactionSigner[];
  lookupTables?: AddressLookupTableAccount[];
  /** Largest number of compute units the transaction may use; the runtime's default without it. */
  computeUnitLimit?: number;
}

/**
 * The little of a chain that flows need. A local chain in process implements it, and so does a cluster
 * behind JSON-RPC, so that a flow never knows which it talks to.
 */
export interface Chain {
  getAccount(address: PublicKey): Promise<AccountState | null>;
  /** All of them as of one slot, in the order of their addresses; at most 100. */
  getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]>;
  /** The chain's clock, Unix seconds. */
  unixTime(): Promise<bigint>;
  /** Current slot. */
  slot(): Promise<bigint>;
  /**
   * Signs, sends and confirms one v0 transaction.
   * @throws TransactionFailed when the chain refused it; nothing but the fee was charged then.
   */
  send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome>;
}

/** A transaction that the chain refused. `code` is a program's custom error number, where it gave one. */
export class TransactionFailed extends Error {
  override readonly name = 'TransactionFailed';
  constructor(
    message: string,
    /** custom error number, or null where the runtime itself refused */
    readonly code: number | null,
    /** index of the instruction that failed, or null where the transaction as a whole was refused */
    readonly instructionIndex: number | null,
    readonly logs: readonly string[],
  ) {
    super(message);
  }
}
