import type { IdlEvents } from '@coral-xyz/anchor';
import { Buffer } from 'buffer';
import type { TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { type Consent, consentIdl } from '../generated/consent.js';
import { type Escrow, escrowIdl } from '../generated/escrow.js';
import { type Registry, registryIdl } from '../generated/registry.js';
import { type Reputation, reputationIdl } from '../generated/reputation.js';
import { type Stake, stakeIdl } from '../generated/stake.js';
import { encoder, type Plain, plain } from '../idl.js';

/** First bytes of the instruction by which an Anchor program records an event. */
const EVENT_TAG = Uint8Array.from([0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d]);

interface Stored {
  registry: Plain<IdlEvents<Registry>>;
  escrow: Plain<IdlEvents<Escrow>>;
  stake: Plain<IdlEvents<Stake>>;
  reputation: Plain<IdlEvents<Reputation>>;
  consent: Plain<IdlEvents<Consent>>;
}

/** Events of a program by name, their amounts and times as `bigint`. */
export type ProgramEvents<P extends keyof Stored> = Stored[P];

/** An event that one of the programs recorded; its key in a transaction is (outerIndex, innerIndex). */
export type ProgramEvent = {
  [P in keyof Stored]: {
    [N in keyof Stored[P] & string]: {
      program: P;
      name: N;
      data: Stored[P][N];
      /** index of the top-level instruction it was recorded under */
      outerIndex: number;
      /** index among the instructions that ran inside that one */
      innerIndex: number;
    };
  }[keyof Stored[P] & string];
}[keyof Stored];

/** A program recorded an event that its IDL does not know: this software is older than the program. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

/**
 * The events of a transaction, in order. Only what the programs recorded themselves counts: they take
 * no event from another program, and what another program logs in their form is not looked at.
 * @throws UnknownEvent
 */
export function eventsOf(
  deployment: Deployment,
  { innerInstructions }: Pick<TransactionOutcome, 'innerInstructions'>,
): ProgramEvent[] {
  const coders = {
    registry: { id: deployment.registry, coder: encoder(registryIdl, deployment.registry).coder.events },
    escrow: { id: deployment.escrow, coder: encoder(escrowIdl, deployment.escrow).coder.events },
    stake: { id: deployment.stake, coder: encoder(stakeIdl, deployment.stake).coder.events },
    reputation: {
      id: deployment.reputation,
      coder: encoder(reputationIdl, deployment.reputation).coder.events,
    },
    consent: { id: deployment.consent, coder: encoder(consentIdl, deployment.consent).coder.events },
  };
  const nth = new Map<number, number>();
  return innerInstructions.flatMap(({ outerIndex, programId, data }) => {
    const innerIndex = nth.get(outerIndex) ?? 0;
    nth.set(outerIndex, innerIndex + 1);
    if (!EVENT_TAG.every((byte, at) => data[at] === byte)) return [];
    for (const [program, { id, coder }] of Object.entries(coders)) {
      if (!programId.equals(id)) continue;
      const event = coder.decode(Buffer.from(data.subarray(EVENT_TAG.length)).toString('base64'));
      if (event === null)
        throw new UnknownEvent(`${program} recorded an event that this version does not know`);
      const decoded = { program, name: event.name, data: plain(event.data), outerIndex, innerIndex };
      return [decoded as unknown as ProgramEvent];
    }
    return [];
  });
}
