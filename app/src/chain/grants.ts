import {
  type ConsentGrantAccount,
  consentIdl,
  decodeConsentGrant,
  grantAddress,
  grantClose,
  grantGive,
  grantRevoke,
  purposeHash,
} from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { GrantView } from '../data/consent-views.js';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { browserStore } from './browser-store.js';
import { addressOf, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';

/** Seconds that a consent stays readable after it counted last, as the program has it. */
const REST = restOf();

/** The words of a consent and the key of their hashes: without it nobody can tell what was consented to. */
interface Words {
  purpose: string;
  terms: string;
  /** 32 bytes, hexadecimal */
  key: string;
}

const kept = browserStore<Words>('agent-labs-consents', 'words of consents');

const hex = (bytes: Iterable<number>) => Buffer.from(Uint8Array.from(bytes)).toString('hex');

function restOf(): number {
  const found = consentIdl.constants.find(({ name }) => (name as string) === 'GRANT_REST');
  if (found === undefined) throw new Error('the IDL of consent tells no GRANT_REST');
  return Number(found.value.replaceAll('_', ''));
}

/** Consents of a wallet, the newest first. */
export async function grantsOf(wallet: string): Promise<GrantView[]> {
  const found = await accountsOf(deployment().consent, consentIdl, 'ConsentGrant', {
    subject: addressOf(wallet),
  });
  const views = await Promise.all(
    found.map(({ address, data }) => grantView(address, decodeConsentGrant(data))),
  );
  return views
    .filter((view) => view !== null && view.subject === wallet)
    .filter((view) => view !== null)
    .sort((a, b) => b.givenAt - a.givenAt);
}

/** null for an account that is not where its contents say. */
async function grantView(address: string, account: ConsentGrantAccount): Promise<GrantView | null> {
  const { subject, controller } = account;
  const purpose = Uint8Array.from(account.purpose);
  if (grantAddress(deployment(), subject, controller, purpose).toBase58() !== address) return null;
  const termsHash = hex(account.termsHash);
  const ended = account.revokedAt === 0n ? account.expiresAt : account.revokedAt;
  return {
    address,
    subject: subject.toBase58(),
    controller: controller.toBase58(),
    purpose: hex(purpose),
    termsHash,
    termsVersion: account.termsVersion,
    revision: account.revision,
    rentPayer: account.rentPayer.toBase58(),
    givenAt: Number(account.givenAt),
    expiresAt: Number(account.expiresAt),
    revokedAt: Number(account.revokedAt),
    words: await wordsOf(hex(purpose), termsHash),
    closesAt: Number(ended) + REST,
  };
}

/** The words that this browser keeps, where they are those of the hashes. */
async function wordsOf(purpose: string, termsHash: string): Promise<GrantView['words']> {
  const words = await kept.get(purpose);
  if (words === undefined) return null;
  const key = Buffer.from(words.key, 'hex');
  const same = hex(purposeHash(key, words.purpose)) === purpose;
  return same && hex(purposeHash(key, words.terms)) === termsHash
    ? { purpose: words.purpose, terms: words.terms }
    : null;
}

export interface Consent {
  controller: string;
  purpose: string;
  terms: string;
  termsVersion: number;
  /** seconds from now */
  lifetime: number;
}

/** Consents to something new: words and key are kept here first, their hashes alone go on the chain. */
export async function giveConsent(consent: Consent): Promise<void> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  await give(consent, key, 0);
}

/** Consents anew, to the same purpose: longer, to newer terms, or after taking it back. */
export async function giveAnew(
  grant: GrantView,
  consent: Omit<Consent, 'controller' | 'purpose'>,
): Promise<void> {
  const words = await kept.get(grant.purpose);
  if (words === undefined) throw new WordsMissing();
  const key = Buffer.from(words.key, 'hex');
  await give({ ...consent, controller: grant.controller, purpose: words.purpose }, key, grant.revision);
}

/** The words of the consent are in another browser, and with them the key of its hashes. */
export class WordsMissing extends Error {
  override readonly name = 'WordsMissing';
  constructor() {
    super('The words of this consent are not in this browser: give a new one.');
  }
}

async function give(consent: Consent, key: Uint8Array, revision: number): Promise<void> {
  const { chain, wallet } = await signer();
  const purpose = purposeHash(key, consent.purpose);
  const { purpose: text, terms } = consent;
  const before = await kept.get(hex(purpose));
  await kept.put(hex(purpose), { purpose: text, terms, key: hex(key) });
  const { instruction } = await grantGive(deployment(), {
    subject: wallet.publicKey,
    controller: addressOf(consent.controller),
    purpose,
    termsHash: purposeHash(key, terms),
    termsVersion: consent.termsVersion,
    revision,
    expiresAt: (await chain.unixTime()) + BigInt(consent.lifetime),
  });
  try {
    await sendAs('Give consent', [instruction]);
  } catch (error) {
    // what the chain still has keeps its words
    if (before !== undefined) await kept.put(hex(purpose), before);
    throw error;
  }
}

const nameOf = ({ subject, controller, purpose }: GrantView) => ({
  subject: addressOf(subject),
  controller: addressOf(controller),
  purpose: Buffer.from(purpose, 'hex'),
});

export async function revokeConsent(grant: GrantView): Promise<void> {
  await sendAs('Take the consent back', [await grantRevoke(deployment(), nameOf(grant))]);
}

export async function closeGrant(grant: GrantView): Promise<void> {
  await sendAs('Take the consent off the chain', [
    await grantClose(deployment(), nameOf(grant), addressOf(grant.rentPayer)),
  ]);
}
