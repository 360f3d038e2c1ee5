import { WALLETS } from './addresses';
import type { Model } from './model';
import { records, type Snapshot } from './observe';

/** The chain did something else than the model. */
export class ModelMismatch extends Error {
  override readonly name = 'ModelMismatch';
}

type Fields = Record<string, unknown>;

function requireSame(what: string, expected: object | null, actual: object | undefined): void {
  if (expected === null || actual === undefined) {
    if (expected === null && actual === undefined) return;
    throw new ModelMismatch(`${what} ${expected === null ? 'should be gone' : 'is missing'}`);
  }
  for (const [field, value] of Object.entries(expected)) {
    const found = (actual as Fields)[field];
    if (found !== value) throw new ModelMismatch(`${what}.${field} is ${found}, should be ${value}`);
  }
}

/** @throws ModelMismatch where accounts and model differ in any field */
export function compareLedger(model: Model, seen: Snapshot, kind: string): void {
  model.mandates.forEach((mandate, at) => {
    requireSame(`after ${kind}: mandate${at}`, mandate, seen.get(`mandate${at}`)?.mandate);
  });
  model.agents.forEach((agent, at) => {
    requireSame(`after ${kind}: agent${at}`, agent, seen.get(`agent${at}`)?.agent);
  });
  for (const [key, channel] of model.channels) {
    requireSame(`after ${kind}: channel${key}`, channel, seen.get(`channel${key}`)?.channel);
  }
  const strays = records(seen, 'channel').filter(
    ([label]) => !model.channels.has(label.slice('channel'.length)),
  );
  for (const [label] of strays) throw new ModelMismatch(`after ${kind}: ${label} should be gone`);

  const accounts = [...model.mandates.keys()].map((at) => `vault${at}`);
  for (const account of [...accounts, ...WALLETS.map((wallet) => `tokens:${wallet}`)]) {
    const [found, expected] = [seen.get(account)?.tokens, model.tokens.get(account)];
    if (found !== expected)
      throw new ModelMismatch(`after ${kind}: ${account} has ${found}, should have ${expected}`);
  }
  const { pauseBits, feeBps } = seen.get('config') ?? {};
  if (pauseBits !== model.pauseBits) throw new ModelMismatch(`after ${kind}: pause bits are ${pauseBits}`);
  if (feeBps !== model.feeBps) throw new ModelMismatch(`after ${kind}: the fee is ${feeBps} bps`);
  for (const [label, { attestedUntil }] of seen) {
    if (!label.startsWith('attestation:')) continue;
    const until = model.attested.get(label.slice('attestation:'.length));
    if (attestedUntil !== until)
      throw new ModelMismatch(`after ${kind}: ${label} ends at ${attestedUntil}, should at ${until}`);
  }
  const proposals = [...seen].filter(([label, { state }]) => label.startsWith('proposal') && state !== null);
  const found = proposals.map(([label]) => label).sort();
  const expected = [...model.proposals.keys()].map((number) => `proposal${number}`).sort();
  if (found.join() !== expected.join()) throw new ModelMismatch(`after ${kind}: there are ${found}`);
}
