import {
  type AccountInfo,
  Connection,
  PublicKey,
  SYSVAR_CLOCK_PUBKEY,
  type TransactionInstruction,
} from '@solana/web3.js';
import type { AccountState, Chain, TransactionOutcome } from '../chain.js';
import { builtDeployment, type Deployment } from '../deployment.js';
import { AccountMismatch, ClusterMismatch } from './errors.js';
import { type RpcSendOptions, type SenderOptions, sendTransaction } from './sender.js';

export interface RpcChainOptions extends SenderOptions {
  /** WebSocket address; by web3.js's rule from the RPC address without it. */
  wsUrl?: string;
  /** base58; another cluster is refused. Always give it where money is real. */
  genesisHash?: string;
  /** Milliseconds for which the chain's clock, once read, is carried on by the host's. */
  clockFor?: number;
}

/** Unix seconds are the last eight bytes of the clock sysvar. */
const CLOCK_TIME_AT = 32;
const CLOCK_BYTES = 40;

/** A cluster behind JSON-RPC, at commitment `confirmed`. */
export class RpcChain implements Chain {
  readonly connection: Connection;
  /** 32 bytes */
  readonly genesisHash: Uint8Array;
  readonly #options: RpcChainOptions;
  #clock: { reading: Promise<bigint>; at: number } | null = null;

  private constructor(connection: Connection, genesisHash: Uint8Array, options: RpcChainOptions) {
    this.connection = connection;
    this.genesisHash = genesisHash;
    this.#options = options;
  }

  /**
   * @param url of JSON-RPC
   * @throws ClusterMismatch; what the connection throws when nobody answers
   */
  static async connect(url: string, options: RpcChainOptions = {}): Promise<RpcChain> {
    const { wsUrl, genesisHash } = options;
    const connection = new Connection(url, {
      commitment: 'confirmed',
      ...(wsUrl !== undefined && { wsEndpoint: wsUrl }),
    });
    const found = await connection.getGenesisHash();
    if (genesisHash !== undefined && genesisHash !== found) throw new ClusterMismatch(genesisHash, found);
    return new RpcChain(connection, new PublicKey(found).toBytes(), options);
  }

  /** The programs under the ids they are built with, on this cluster. */
  get deployment(): Deployment {
    return builtDeployment(this.genesisHash);
  }

  async getAccount(address: PublicKey): Promise<AccountState | null> {
    return stateOf(await this.connection.getAccountInfo(address));
  }

  async getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]> {
    const found = await this.connection.getMultipleAccountsInfo([...addresses]);
    if (found.length !== addresses.length)
      throw new AccountMismatch('the node tells other accounts than asked');
    return found.map(stateOf);
  }

  async unixTime(): Promise<bigint> {
    const { clockFor = 1_000 } = this.#options;
    const now = Date.now();
    if (this.#clock === null || now - this.#clock.at >= clockFor) {
      this.#clock = { reading: this.#readClock(), at: now };
    }
    const { reading, at } = this.#clock;
    try {
      return (await reading) + BigInt(Math.floor((now - at) / 1_000));
    } catch (error) {
      this.#clock = null;
      throw error;
    }
  }

  /** Forgets the clock as it was read, because somebody moved it. */
  clockMoved(): void {
    this.#clock = null;
  }

  async slot(): Promise<bigint> {
    return BigInt(await this.connection.getSlot());
  }

  /** See `sendTransaction`. */
  send(instructions: TransactionInstruction[], options: RpcSendOptions): Promise<TransactionOutcome> {
    return sendTransaction(this.connection, instructions, options, this.#options);
  }

  async #readClock(): Promise<bigint> {
    const account = await this.getAccount(SYSVAR_CLOCK_PUBKEY);
    if (account?.data.length !== CLOCK_BYTES) throw new AccountMismatch('the node tells no clock');
    const { buffer, byteOffset } = account.data;
    return new DataView(buffer, byteOffset).getBigInt64(CLOCK_TIME_AT, true);
  }
}

function stateOf(found: AccountInfo<Uint8Array> | null): AccountState | null {
  if (found === null) return null;
  const { lamports, owner, data, executable } = found;
  return { lamports: BigInt(lamports), owner, data: new Uint8Array(data), executable };
}
