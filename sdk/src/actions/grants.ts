import type { PublicKey } from '@solana/web3.js';
import { type ConsentGrantAccount, decodeConsentGrant, isGrantValid } from '../accounts/consent.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { grantGive, grantRevoke } from '../instructions/consent.js';
import { grantAddress } from '../pda/consent.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { read } from './read.js';

/** A consent by whose it is, to whom, and for what (32 bytes, `purposeHash`). */
export interface GrantName {
  subject: PublicKey;
  controller: PublicKey;
  purpose: Uint8Array;
}

/** A grant; null where there is none. @throws AccountMismatch */
export function readGrant(
  chain: Chain,
  deployment: Deployment,
  { subject, controller, purpose }: GrantName,
): Promise<ConsentGrantAccount | null> {
  const at = grantAddress(deployment, subject, controller, purpose);
  return read(chain, at, deployment.consent, 'grant', decodeConsentGrant, (grant) =>
    grantAddress(deployment, grant.subject, grant.controller, Uint8Array.from(grant.purpose)),
  );
}

/**
 * Whether a subject consents right now, by the chain's clock and nothing that was read before.
 * @param termsVersion of the terms that must have been consented to; any unless given
 * @throws AccountMismatch; what reading throws: who cannot ask has no consent
 */
export async function grantValid(
  chain: Chain,
  deployment: Deployment,
  name: GrantName,
  termsVersion?: number,
): Promise<boolean> {
  const [grant, now] = await Promise.all([readGrant(chain, deployment, name), chain.unixTime()]);
  return isGrantValid(grant, now, termsVersion);
}

export interface GiveConsentParams {
  /** Signs, and pays. */
  subject: TransactionSigner;
  controller: PublicKey;
  /** 32 bytes: `purposeHash` */
  purpose: Uint8Array;
  /** 32 bytes: `purposeHash` of the terms */
  termsHash: Uint8Array;
  /** From 1. */
  termsVersion: number;
  /** Seconds from now. */
  lifetime: bigint;
}

/**
 * Consents, or does so anew.
 * @throws AccountMismatch; ProgramError, consent's `GrantUnchanged` for one; what sending throws
 */
export async function giveConsent(
  chain: Chain,
  deployment: Deployment,
  { subject, controller, purpose, termsHash, termsVersion, lifetime }: GiveConsentParams,
): Promise<{ grant: PublicKey; outcome: TransactionOutcome }> {
  const name = { subject: subject.publicKey, controller, purpose };
  const [known, now] = await Promise.all([readGrant(chain, deployment, name), chain.unixTime()]);
  const { instruction, grant } = await grantGive(deployment, {
    ...name,
    ...{ termsHash, termsVersion, revision: known?.revision ?? 0, expiresAt: now + lifetime },
  });
  return { grant, outcome: await chain.send([instruction], { payer: subject }) };
}

/** Takes a consent back. @throws ProgramError, consent's `GrantRevoked` for one; what sending throws */
export async function revokeConsent(
  chain: Chain,
  deployment: Deployment,
  subject: TransactionSigner,
  { controller, purpose }: Omit<GrantName, 'subject'>,
): Promise<TransactionOutcome> {
  const revoke = await grantRevoke(deployment, { subject: subject.publicKey, controller, purpose });
  return chain.send([revoke], { payer: subject });
}
