import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentStore } from '../../sdk/dist/store/agent-store.js';
import type { PayerStore } from '../../sdk/dist/store/payer-store.js';
import { type ChannelId, channelId, responseHash } from '../../sdk/dist/voucher/format.js';
import { type Answer, PayeeChannel, type PayeeTerms } from '../../sdk/dist/voucher/payee.js';
import { PayerChannel, type PayerTerms } from '../../sdk/dist/voucher/payer.js';
import { createMessageSigner } from '../../sdk/dist/voucher/sign.js';

export const NOW = 1_800_000_000;
export const PRICE = 1_000n;

export const session = createMessageSigner(new Uint8Array(32).fill(1));
export const agent = createMessageSigner(new Uint8Array(32).fill(2));
export const stranger = createMessageSigner(new Uint8Array(32).fill(3));

/** A directory that is gone when the tests are: stores in it are closed by hooks that may run late. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'agent-labs-'));
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Channel number n, all else equal. */
export function channel(n: number, generation = 7n): ChannelId {
  return channelId(bytes(9), bytes(8), bytes(n), generation);
}

export function bytes(fill: number, length = 32): Uint8Array {
  return new Uint8Array(length).fill(fill);
}

export function payerTerms(id: ChannelId, changes: Partial<PayerTerms> = {}): PayerTerms {
  return {
    id,
    agentKey: agent.publicKey,
    perCallMax: 5_000n,
    allotted: 10_000_000n,
    returned: 0n,
    expiresAt: NOW + 10_000,
    ...changes,
  };
}

export function payeeTerms(id: ChannelId, changes: Partial<PayeeTerms> = {}): PayeeTerms {
  return {
    id,
    sessionKey: session.publicKey,
    price: PRICE,
    perCallMax: 5_000n,
    allotted: 10_000_000n,
    returned: 0n,
    expiresAt: NOW + 10_000,
    minimumSecondsLeft: 60,
    ...changes,
  };
}

export function payer(store: PayerStore, id: ChannelId, changes: Partial<PayerTerms> = {}): PayerChannel {
  return new PayerChannel(store, session, payerTerms(id, changes), () => NOW);
}

export function payee(store: AgentStore, id: ChannelId, changes: Partial<PayeeTerms> = {}): PayeeChannel {
  return new PayeeChannel(store, agent, payeeTerms(id, changes));
}

export function answer(text: string): Answer {
  const body = new TextEncoder().encode(text);
  return { responseHash: responseHash(body), contentType: 'text/plain', body };
}
