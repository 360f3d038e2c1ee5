import type { AccountState } from '@agent-labs/sdk';
import { type Address, getTransactionDecoder, lamports } from '@solana/kit';
import { PublicKey, SYSVAR_SLOT_HASHES_PUBKEY, type VersionedTransaction } from '@solana/web3.js';
import {
  Clock,
  FailedTransactionMetadata,
  LiteSVM,
  type SimulatedTransactionInfo,
  type TransactionMetadata,
} from 'litesvm';
import { errorTextOf, feeOf } from './litesvm-results.js';
import { SlotHashes } from './slot-hashes.js';

const wire = getTransactionDecoder();
const SYSVAR_OWNER = new PublicKey('Sysvar1111111111111111111111111111111111111');

/** An instruction that ran inside another, its accounts as indices into those of the transaction. */
export interface RuntimeInner {
  /** index of the top-level instruction it ran under */
  outerIndex: number;
  programIdIndex: number;
  accounts: number[];
  data: Uint8Array;
  /** 2 for one that a top-level instruction called */
  stackHeight: number;
}

/** What running a transaction came to. */
export interface Executed {
  /** the runtime's error in Rust's debug form; null where it succeeded */
  error: string | null;
  /** whether the fee was charged: not where the transaction as a whole was refused */
  charged: boolean;
  logs: string[];
  computeUnits: bigint;
  /** lamports; null for one that failed: LiteSVM does not tell */
  fee: bigint | null;
  inner: RuntimeInner[];
  returnData: { programId: PublicKey; data: Uint8Array } | null;
}

/** What a transaction would come to, and the accounts after it. */
export interface Simulated extends Executed {
  postAccounts: Map<string, AccountState>;
}

/**
 * LiteSVM with this project's types: accounts, clock and execution, and no rules of its own about blockhashes,
 * sizes or repeats. Mainnet's features and the SPL programs are there; the epoch stays 0; fees are burnt.
 */
export class Runtime {
  readonly #svm = new LiteSVM();
  readonly #slotHashes: SlotHashes;

  /** @param seed 32 bytes that the made-up slot hashes derive from */
  constructor(seed?: Uint8Array) {
    this.#slotHashes = new SlotHashes(seed ?? new PublicKey(this.#svm.latestBlockhash()).toBytes());
  }

  /** LiteSVM's own; SHA-256("genesis") at the start. */
  get blockhash(): string {
    return this.#svm.latestBlockhash();
  }

  get slot(): bigint {
    return this.#svm.getClock().slot;
  }

  /** Unix seconds. */
  get unixTime(): bigint {
    return this.#svm.getClock().unixTimestamp;
  }

  /** Moves the clock: so many slots on, and to a time. */
  move(slots: bigint, unixTime: bigint): void {
    const { slot, epochStartTimestamp, epoch, leaderScheduleEpoch } = this.#svm.getClock();
    this.#svm.setClock(new Clock(slot + slots, epochStartTimestamp, epoch, leaderScheduleEpoch, unixTime));
    if (slots === 0n) return;
    this.#slotHashes.append(slot, slot + slots);
    const { data } = this.#slotHashes;
    const owner = SYSVAR_OWNER;
    this.write(SYSVAR_SLOT_HASHES_PUBKEY, {
      lamports: this.rent(data.length),
      owner,
      data,
      executable: false,
    });
  }

  renewBlockhash(): void {
    this.#svm.expireBlockhash();
  }

  /** Lamports that keep an account of `bytes` bytes rent-exempt. */
  rent(bytes: number): bigint {
    return this.#svm.minimumBalanceForRentExemption(BigInt(bytes));
  }

  read(at: PublicKey): AccountState | null {
    const found = this.#svm.getAccount(addressOf(at));
    return found.exists ? stateOf(found) : null;
  }

  /** Past every rule. @throws Error when it is executable and its program does not load */
  write(at: PublicKey, account: AccountState): void {
    this.#svm.setAccount({
      address: addressOf(at),
      lamports: lamports(account.lamports),
      programAddress: addressOf(account.owner),
      data: account.data,
      executable: account.executable,
      space: BigInt(account.data.length),
    });
  }

  /** Every account that a program owns. */
  owned(program: PublicKey): { address: PublicKey; account: AccountState }[] {
    return this.#svm
      .getProgramAccounts(addressOf(program))
      .map((found) => ({ address: new PublicKey(found.address), account: stateOf(found) }));
  }

  /** @param checkBlockhash whether LiteSVM refuses another blockhash than its own, but for a durable nonce */
  execute(transaction: VersionedTransaction, checkBlockhash: boolean): Executed {
    this.#svm.withBlockhashCheck(checkBlockhash);
    const result = this.#svm.sendTransaction(wire.decode(transaction.serialize()));
    if (!(result instanceof FailedTransactionMetadata))
      return { ...executed(result, null), fee: feeOf(result) };
    const meta = result.meta();
    // LiteSVM fills in the signature once the fee is charged
    const charged = meta.signature().some((byte) => byte !== 0);
    return { ...executed(meta, errorTextOf(result)), charged };
  }

  /** As execute, and keeps nothing of it. */
  simulate(transaction: VersionedTransaction, checkBlockhash: boolean, checkSignatures = true): Simulated {
    this.#svm.withBlockhashCheck(checkBlockhash).withSigverify(checkSignatures);
    try {
      const result = this.#svm.simulateTransaction(wire.decode(transaction.serialize()));
      if (result instanceof FailedTransactionMetadata) {
        return { ...executed(result.meta(), errorTextOf(result)), postAccounts: new Map() };
      }
      return { ...executed(result.meta(), null), postAccounts: postAccounts(result) };
    } finally {
      this.#svm.withSigverify(true);
    }
  }
}

function executed(meta: TransactionMetadata, error: string | null): Executed {
  const returned = meta.returnData();
  const inner = meta.innerInstructions().flatMap((list, outerIndex) =>
    list.map((called) => {
      const instruction = called.instruction();
      return {
        outerIndex,
        programIdIndex: instruction.programIdIndex(),
        accounts: Array.from(instruction.accounts()),
        data: instruction.data(),
        stackHeight: called.stackHeight(),
      };
    }),
  );
  const data = returned.data();
  return {
    error,
    charged: true,
    logs: meta.logs(),
    computeUnits: meta.computeUnitsConsumed(),
    fee: null,
    inner,
    returnData: data.length === 0 ? null : { programId: new PublicKey(returned.programId()), data },
  };
}

function postAccounts(simulated: SimulatedTransactionInfo): Map<string, AccountState> {
  return new Map(simulated.postAccounts().map((found) => [found.address, stateOf(found)]));
}

interface Found {
  lamports: bigint;
  programAddress: string;
  data: Uint8Array | unknown;
  executable: boolean;
}

function stateOf({ lamports, programAddress, data, executable }: Found): AccountState {
  return { lamports, owner: new PublicKey(programAddress), data: data as Uint8Array, executable };
}

// kit's own address() would check again, slowly, what a PublicKey has checked.
function addressOf(key: PublicKey): Address {
  return key.toBase58() as Address;
}
