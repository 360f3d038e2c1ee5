import { escrowIdl, registryIdl, type TransactionOutcome } from '@agent-labs/sdk';
import { BN, type Idl, Program, type Provider } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';

/** First bytes of the instruction by which an Anchor program records an event. */
const EVENT_TAG = Buffer.from('e445a52e51cb9a1d', 'hex');

const coders = new Map(
  [registryIdl, escrowIdl].map((idl) => {
    const program = new Program<Idl>(idl as unknown as Idl, { connection: null } as unknown as Provider);
    return [program.programId.toBase58(), program.coder.events];
  }),
);

/** An event that one of our programs recorded. */
export interface RecordedEvent {
  /** As in the IDL, in camel case. */
  name: string;
  /** Amounts and times as `bigint`. */
  data: Record<string, unknown>;
}

/**
 * The events of a transaction, in order. Bankrun tells no inner instructions: use a chain of LiteSVM.
 * @throws Error when a program recorded what its IDL does not know
 */
export function eventsOf(outcome: Pick<TransactionOutcome, 'innerInstructions'>): RecordedEvent[] {
  return outcome.innerInstructions.flatMap(({ programId, data }) => {
    const coder = coders.get(programId.toBase58());
    const bytes = Buffer.from(data);
    if (coder === undefined || !bytes.subarray(0, EVENT_TAG.length).equals(EVENT_TAG)) return [];
    const event = coder.decode(bytes.subarray(EVENT_TAG.length).toString('base64'));
    if (event === null) throw new Error(`unknown event of ${programId.toBase58()}`);
    return [{ name: event.name, data: readable(event.data) as Record<string, unknown> }];
  });
}

/** Big numbers as `bigint`; keys, byte arrays and texts as they are. */
function readable(value: unknown): unknown {
  if (BN.isBN(value)) return BigInt(value.toString());
  if (Array.isArray(value)) return value.map(readable);
  if (value === null || typeof value !== 'object' || value instanceof PublicKey) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, readable(entry)]));
}
