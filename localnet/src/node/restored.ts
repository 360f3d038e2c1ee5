import { randomBytes } from 'node:crypto';
import type { AccountState } from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { HISTORY, History } from './history.js';
import { Line } from './line.js';
import { type StoredAccount, type StoredRecord, unstoreAccount, unstoreRecord } from './records.js';
import type { Entry } from './storage.js';

/** Slots between two notes of the clock in the journal; as many may be skipped after a crash. */
export const NOTE_EVERY = 150;

/** What the journal says, gathered while it is read. */
export class Restored {
  offset = 0;
  // as they are stored: most are written over, or forgotten, before the end
  readonly #accounts = new Map<string, StoredAccount>();
  readonly #records = new Line<StoredRecord>();
  /** The slot in which the chain began; null for a new one. */
  firstSlot: number | null = null;
  #slot = 0;
  #genesis: { genesisHash: Uint8Array; faucet: Keypair } | null = null;

  get isNew(): boolean {
    return this.#genesis === null;
  }

  get genesisHash(): Uint8Array {
    return this.#made().genesisHash;
  }

  /** Every account that was written, as it was last. */
  accounts(): [PublicKey, AccountState][] {
    return Array.from(this.#accounts.values(), unstoreAccount);
  }

  /** Of the latest transactions. */
  history(): History {
    const history = new History();
    for (const record of this.#records.toArray()) history.add(unstoreRecord(record));
    return history;
  }

  get faucet(): Keypair {
    return this.#made().faucet;
  }

  /** The first slot of this run: after every one that was told of. */
  get nextSlot(): bigint {
    return BigInt(this.#slot === 0 ? 1 : this.#slot + NOTE_EVERY + 1);
  }

  create(): Entry {
    const [genesisHash, faucet] = [randomBytes(32), Keypair.generate()];
    this.#genesis = { genesisHash, faucet };
    return {
      type: 'genesis',
      genesisHash: genesisHash.toString('base64'),
      faucet: Buffer.from(faucet.secretKey).toString('base64'),
    };
  }

  take(entry: Entry): void {
    if (entry.type === 'genesis') {
      const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
      const faucet = Keypair.fromSecretKey(bytes(entry.faucet));
      this.#genesis = { genesisHash: bytes(entry.genesisHash), faucet };
      return;
    }
    if (entry.type === 'clock') {
      this.firstSlot ??= entry.slot;
      this.offset = entry.offset;
      this.#slot = Math.max(this.#slot, entry.slot);
      return;
    }
    for (const stored of entry.accounts) this.#accounts.set(stored[0], stored);
    if (entry.type === 'write') return;
    this.#slot = Math.max(this.#slot, entry.record.slot);
    this.#records.push(entry.record);
    if (this.#records.length > HISTORY) this.#records.shift();
  }

  #made(): { genesisHash: Uint8Array; faucet: Keypair } {
    if (this.#genesis === null) throw new Error('the journal of the chain has no beginning');
    return this.#genesis;
  }
}
