import { type ChannelSettled, eventsOf, type ProgramEvent, settledBy } from '@agent-labs/sdk';
import { utils } from '@coral-xyz/anchor';
import { PublicKey, TransactionInstruction, type VersionedTransactionResponse } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { ActivityRow } from '../data/views.js';
import { addressOf, connectChain, deployment } from './connection.js';

/** Transactions looked at for one page of activity: each is a request. */
const MOST = 25;
/** Whom credits were minted to, who burned them, who may mint them. */
const OF_CREDITS = ['wallet', 'holder', 'issuer'];
/** Who signed off or ended a request; who answered a rating. */
const OF_SAYING = ['approver', 'closedBy', 'responder'];

/**
 * What happened last around an address, or in the whole protocol without one, newest first. Read from the
 * transactions themselves; the indexer tells more of it, and faster, while it is there.
 */
export async function recentActivity(address: string | null): Promise<ActivityRow[]> {
  const { connection } = await connectChain();
  const { registry, escrow, stake, reputation, timelock, consent } = deployment();
  const places =
    address === null ? [registry, escrow, stake, reputation, timelock, consent] : [addressOf(address)];
  const lists = await Promise.all(
    places.map((place) => connection.getSignaturesForAddress(place, { limit: MOST })),
  );
  const newest = [...new Map(lists.flat().map((entry) => [entry.signature, entry])).values()]
    .filter(({ err }) => err === null)
    .sort((a, b) => b.slot - a.slot)
    .slice(0, MOST);
  const found = await Promise.all(
    newest.map(({ signature }) =>
      connection.getTransaction(signature, { commitment: 'confirmed', maxSupportedTransactionVersion: 0 }),
    ),
  );
  return found.flatMap((transaction) => (transaction === null ? [] : rowsOf(transaction)));
}

/** Everything of the protocol in one transaction, last first. */
export function rowsOf(transaction: VersionedTransactionResponse): ActivityRow[] {
  const { message, signatures } = transaction.transaction;
  const keys = message.getAccountKeys({ accountKeysFromLookups: transaction.meta?.loadedAddresses ?? null });
  const at = (index: number): PublicKey => keys.get(index) ?? PublicKey.default;
  const instructions = message.compiledInstructions.map(
    ({ programIdIndex, accountKeyIndexes, data }) =>
      new TransactionInstruction({
        programId: at(programIdIndex),
        keys: accountKeyIndexes.map((index) => ({ pubkey: at(index), isSigner: false, isWritable: false })),
        data: Buffer.from(data),
      }),
  );
  const innerInstructions = (transaction.meta?.innerInstructions ?? []).flatMap((inner) =>
    inner.instructions.map(({ programIdIndex, data }) => ({
      outerIndex: inner.index,
      programId: at(programIdIndex),
      data: utils.bytes.bs58.decode(data),
    })),
  );
  const base = {
    signature: signatures[0] ?? '',
    slot: transaction.slot,
    time: transaction.blockTime ?? null,
  };
  const events = eventsOf(deployment(), { innerInstructions }).map((event) => eventRow(base, event));
  const settles = settledBy(deployment(), instructions).map((settle) => settleRow(base, settle));
  return [...events, ...settles].reverse();
}

type Base = Pick<ActivityRow, 'signature' | 'slot' | 'time'>;

function eventRow(base: Base, { program, name, data, outerIndex, innerIndex }: ProgramEvent): ActivityRow {
  const own = data as unknown as Record<string, unknown>;
  // a rating tells all of itself among its facts
  const fields = { ...own, ...(own.facts as Record<string, unknown> | undefined) };
  const key = (...names: string[]): string | null => {
    for (const field of names) {
      const value = fields[field];
      if (value instanceof PublicKey) return value.toBase58();
    }
    return null;
  };
  const amount = ['net', 'amount', 'deposited', 'withdrawn', 'allotted', 'returned', 'paid', 'newPrice'].map(
    (field) => fields[field],
  );
  return {
    ...base,
    key: `${base.signature}:${outerIndex}:${innerIndex}`,
    program,
    kind: name,
    agent: key('agent'),
    mandate: key('mandate'),
    channel: key('channel'),
    wallet: key(
      'payer',
      'staker',
      'owner',
      'creator',
      'newOwner',
      'payoutOwner',
      'publisher',
      ...OF_CREDITS,
      ...OF_SAYING,
      // elsewhere the subject is no wallet
      ...(program === 'consent' ? ['subject'] : []),
    ),
    amount: amount.find((value): value is bigint => typeof value === 'bigint') ?? null,
    mint: key('mint', 'newPriceMint'),
    calls: typeof fields.calls === 'number' ? fields.calls : null,
  };
}

function settleRow(base: Base, { channel, cumulative, calls, outerIndex }: ChannelSettled): ActivityRow {
  return {
    ...base,
    key: `${base.signature}:${outerIndex}:${channel.toBase58()}`,
    program: 'escrow',
    kind: 'channelSettled',
    agent: null,
    mandate: null,
    channel: channel.toBase58(),
    wallet: null,
    amount: cumulative,
    mint: null,
    calls,
  };
}
