import { type Chain, type Deployment, grantValid } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import type { PolicyRefusal } from './policy.js';

const address = z.string().refine((text) => {
  try {
    return new PublicKey(text).toBase58() === text;
  } catch {
    return false;
  }
}, 'must be an address in base58');

/** A consent on the chain that whoever spends must have given. */
export const consentTerms = z.strictObject({
  controller: address,
  /** 32 bytes in hex: `purposeHash` */
  purpose: z.string().regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in lower-case hex'),
  /** of the terms consented to, at least */
  termsVersion: z.int().min(1).max(0xffff_ffff).optional(),
});
export type ConsentTerms = z.infer<typeof consentTerms>;

/**
 * Asks the chain whether a wallet consents right now: nothing is remembered, so that taking a consent back works at
 * once. A chain that does not answer denies.
 * @returns why not, or null
 */
export async function grantRefusal(
  chain: Chain,
  deployment: Deployment,
  { controller, purpose, termsVersion }: ConsentTerms,
  subject: string,
): Promise<PolicyRefusal | null> {
  try {
    const name = {
      subject: new PublicKey(subject),
      controller: new PublicKey(controller),
      purpose: Uint8Array.from(Buffer.from(purpose, 'hex')),
    };
    if (await grantValid(chain, deployment, name, termsVersion)) return null;
  } catch (error) {
    const why = (error as Error).message;
    return {
      code: 'ConsentUnavailable',
      message: `the chain does not tell of the consent: ${why}; nothing is allowed then`,
    };
  }
  return { code: 'ConsentMissing', message: `${subject} does not consent to this, or no longer` };
}
