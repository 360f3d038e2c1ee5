import { z } from 'zod';
import { type Rpc, RpcUnavailable } from './rpc.js';

/** Signatures that one call lists, and statuses that one call gives. */
export const PAGE = 1_000;
export const MOST_STATUSES = 256;

const listed = z.array(
  z.object({ signature: z.string(), slot: z.int(), confirmationStatus: z.string().nullish() }),
);
const statuses = z.object({
  value: z.array(z.object({ slot: z.int(), confirmationStatus: z.string().nullish() }).nullable()),
});
const block = z.object({ signatures: z.array(z.string()) }).nullable();
const account = z.object({ owner: z.string(), data: z.tuple([z.string(), z.literal('base64')]) });
const context = z.object({ slot: z.int() });

export type Listed = z.infer<typeof listed>[number];

export interface ChainAccount {
  owner: string;
  data: Buffer;
}

const CLOCK = 'SysvarC1ock11111111111111111111111111111111';
/** Where the clock sysvar has its Unix seconds. */
const CLOCK_TIME_AT = 32;

/** The calls that the indexer makes of a cluster. All throw RpcUnavailable and RpcRefused. */
export class ChainClient {
  constructor(readonly rpc: Rpc) {}

  async slot(commitment: 'confirmed' | 'finalized'): Promise<number> {
    return z.int().parse(await this.rpc.call('getSlot', [{ commitment }]));
  }

  /** Confirmed slot and the chain's clock, Unix seconds, of one moment. */
  async head(): Promise<{ slot: number; unixTime: number }> {
    const { slot, accounts } = await this.accounts([CLOCK]);
    const data = accounts[0]?.data;
    if (data === undefined || data.length < CLOCK_TIME_AT + 8)
      throw new RpcUnavailable('the node tells no clock');
    return { slot, unixTime: Number(data.readBigInt64LE(CLOCK_TIME_AT)) };
  }

  /** The oldest slot whose transactions the node still tells of. */
  async firstSlot(): Promise<number> {
    return z.int().parse(await this.rpc.call('getFirstAvailableBlock'));
  }

  /** Newest first, before one and down to another, neither included. */
  async signatures(program: string, before?: string, until?: string): Promise<Listed[]> {
    const options = {
      limit: PAGE,
      commitment: 'confirmed',
      ...(before !== undefined && { before }),
      ...(until !== undefined && { until }),
    };
    return listed.parse(await this.rpc.call('getSignaturesForAddress', [program, options]));
  }

  /** As it comes; null where the node knows none. */
  transaction(signature: string, commitment: 'confirmed' | 'finalized' = 'confirmed'): Promise<unknown> {
    const options = { encoding: 'json', commitment, maxSupportedTransactionVersion: 1 };
    return this.rpc.call('getTransaction', [signature, options]);
  }

  /** null for each that the node knows nothing of. */
  async statuses(signatures: string[]): Promise<z.infer<typeof statuses>['value']> {
    const options = { searchTransactionHistory: true };
    return statuses.parse(await this.rpc.call('getSignatureStatuses', [signatures, options])).value;
  }

  /** Signatures of a block's transactions, in order; null where there is no such block. */
  async block(slot: number): Promise<string[] | null> {
    const options = {
      transactionDetails: 'signatures',
      rewards: false,
      commitment: 'confirmed',
      maxSupportedTransactionVersion: 1,
    };
    return block.parse(await this.rpc.call('getBlock', [slot, options]))?.signatures ?? null;
  }

  /** All accounts of a program that begin with these bytes, base58, by address. */
  async programAccounts(program: string, start: string): Promise<Map<string, Buffer>> {
    const filters = [{ memcmp: { offset: 0, bytes: start } }];
    const options = { encoding: 'base64', commitment: 'confirmed', filters };
    const found = z
      .array(z.object({ pubkey: z.string(), account }))
      .parse(await this.rpc.call('getProgramAccounts', [program, options]));
    return new Map(found.map(({ pubkey, account: { data } }) => [pubkey, Buffer.from(data[0], 'base64')]));
  }

  /** Up to 100 accounts, all as of one slot; null for what is not there. */
  async accounts(addresses: string[]): Promise<{ slot: number; accounts: (ChainAccount | null)[] }> {
    const options = { encoding: 'base64', commitment: 'confirmed' };
    const found = z
      .object({ context, value: z.array(account.nullable()) })
      .parse(await this.rpc.call('getMultipleAccounts', [addresses, options]));
    return {
      slot: found.context.slot,
      accounts: found.value.map(
        (one) => one && { owner: one.owner, data: Buffer.from(one.data[0], 'base64') },
      ),
    };
  }
}
