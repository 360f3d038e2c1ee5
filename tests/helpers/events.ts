import { builtDeployment, type TransactionOutcome, eventsOf as typedEventsOf } from '@agent-labs/sdk';

/** An event that one of our programs recorded. */
export interface RecordedEvent {
  /** As in the IDL, in camel case. */
  name: string;
  /** Amounts and times as `bigint`. */
  data: Record<string, unknown>;
}

/** Programs are at the ids they are built with; events do not know their cluster. */
const deployment = builtDeployment(new Uint8Array(32));

/** The events of a transaction, in order. Bankrun tells no inner instructions: use a chain of LiteSVM. */
export function eventsOf(outcome: Pick<TransactionOutcome, 'innerInstructions'>): RecordedEvent[] {
  return typedEventsOf(deployment, outcome).map(({ name, data }) => ({
    name,
    data: data as Record<string, unknown>,
  }));
}
