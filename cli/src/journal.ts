import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type RpcChain,
  readOutcome,
  StoreLock,
  StoreLocked,
  signatureOf,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, VersionedTransaction } from '@solana/web3.js';
import { stateDirectory } from './keys.js';

/** A transaction that was signed and whose end nobody has seen. */
interface InFlight {
  signature: string;
  /** the signed bytes, base64 */
  raw: string;
  /** tells what it does, whatever its blockhash: see `meaningOf` */
  meaning: string;
  /** words of the command that made it, without its values */
  command: string;
}

/** What became of a transaction of an earlier run. */
export interface Resolved extends Pick<InFlight, 'signature' | 'meaning' | 'command'> {
  /** null where it never landed, and no longer can */
  outcome: TransactionOutcome | null;
  /** whether it landed and the chain refused it */
  failed: boolean;
}

/** Milliseconds between two looks at a transaction of an earlier run. */
const POLL = 400;
/** Looks after which the same bytes are sent again. */
const RESEND = 5;

/**
 * The transactions of one wallet on one cluster that are on their way, on disk before they leave. A run that was
 * cut off in between is accounted for by the next, which sends the very same bytes on until they have landed or
 * no longer can: what was paid once is not paid again because nobody saw it.
 */
export class Journal {
  readonly #directory: string;

  constructor(genesisHash: Uint8Array, wallet: PublicKey) {
    const cluster = new PublicKey(genesisHash).toBase58();
    this.#directory = stateDirectory('in-flight', cluster, wallet.toBase58());
  }

  /**
   * Signs by `key`, and writes the transaction down before it can leave.
   * @returns a wallet for one transaction, and what ends the record of it
   */
  signer(key: Keypair, command: string): { wallet: JournaledWallet; end: () => void; release: () => void } {
    let lock: StoreLock | null = null;
    let path: string | null = null;
    const wallet: JournaledWallet = {
      publicKey: key.publicKey,
      signTransaction: async (transaction) => {
        transaction.sign([key]);
        const signature = signatureOf(transaction);
        path = join(this.#directory, `${signature}.json`);
        lock = StoreLock.acquire(`${path}.lock`);
        const raw = Buffer.from(transaction.serialize()).toString('base64');
        write(path, { signature, raw, meaning: meaningOf(transaction), command });
        return transaction;
      },
    };
    const release = () => {
      lock?.release();
      lock = null;
    };
    const end = () => {
      if (path !== null) rmSync(path, { force: true });
      release();
      if (path !== null) for (const side of ['lock', 'lock.beat']) rmSync(`${path}.${side}`, { force: true });
    };
    return { wallet, end, release };
  }

  /** Transactions of earlier runs; those of runs that live are theirs. */
  waiting(): InFlight[] {
    return readdirSync(this.#directory)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const path = join(this.#directory, name);
        try {
          StoreLock.acquire(`${path}.lock`).release();
        } catch (error) {
          if (error instanceof StoreLocked) return [];
          throw error;
        }
        return [JSON.parse(readFileSync(path, 'utf8')) as InFlight];
      });
  }

  /**
   * Waits until each has landed or no longer can, and forgets them.
   * @throws what the connection throws; the abort's reason
   */
  async resolve(chain: RpcChain, waiting: InFlight[], signal: AbortSignal): Promise<Resolved[]> {
    const resolved: Resolved[] = [];
    for (const entry of waiting) {
      resolved.push(await follow(chain, entry, signal));
      const path = join(this.#directory, `${entry.signature}.json`);
      for (const file of [path, `${path}.lock`, `${path}.lock.beat`]) rmSync(file, { force: true });
    }
    return resolved;
  }
}

export interface JournaledWallet {
  publicKey: PublicKey;
  signTransaction(transaction: VersionedTransaction): Promise<VersionedTransaction>;
}

/** Hash of a message without its blockhash: two transactions of the same meaning do the same. */
export function meaningOf({ message }: VersionedTransaction): string {
  const known = message.recentBlockhash;
  message.recentBlockhash = PublicKey.default.toBase58();
  try {
    return createHash('sha256').update(message.serialize()).digest('hex');
  } finally {
    message.recentBlockhash = known;
  }
}

async function follow(chain: RpcChain, entry: InFlight, signal: AbortSignal): Promise<Resolved> {
  const { connection } = chain;
  const { signature, meaning, command } = entry;
  const raw = Buffer.from(entry.raw, 'base64');
  const transaction = VersionedTransaction.deserialize(raw);
  const landed = async () => {
    const { value } = await connection.getSignatureStatus(signature, { searchTransactionHistory: true });
    return value === null || value.confirmationStatus === 'processed' ? null : value;
  };
  for (let look = 0; ; look += 1) {
    signal.throwIfAborted();
    const status = await landed();
    if (status?.err) return { signature, meaning, command, outcome: null, failed: true };
    if (status) {
      const outcome = await readOutcome(connection, signature, transaction);
      return { signature, meaning, command, outcome, failed: false };
    }
    const { value: valid } = await connection.isBlockhashValid(transaction.message.recentBlockhash, {
      commitment: 'confirmed',
    });
    // it may have landed in the last block that it was good for
    if (!valid && (await landed()) === null)
      return { signature, meaning, command, outcome: null, failed: false };
    if (valid && look % RESEND === 0) {
      // the same bytes run once at most; whether they arrive, the status tells
      await connection.sendRawTransaction(raw, { skipPreflight: true, maxRetries: 0 }).catch(() => undefined);
    }
    await new Promise((wake) => setTimeout(wake, POLL));
  }
}

/** On disk, whole, before this returns. */
function write(path: string, entry: InFlight): void {
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, JSON.stringify(entry));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
